using Clinic.Application.Abstractions;
using Clinic.Domain.Referrals;
using Microsoft.AspNetCore.Mvc;

namespace Clinic.Api.Controllers;

[ApiController]
[Route("api/patients/{patientId:guid}/referrals")]
public sealed class ReferralsController(IReferralRepository referrals, IUnitOfWork unitOfWork) : ControllerBase
{
    [HttpGet]
    public async Task<IActionResult> List(Guid patientId) => Ok(await referrals.OfPatientAsync(patientId));

    [HttpPost]
    public async Task<IActionResult> Create(Guid patientId, ReferralRequest request)
    {
        var referral = Referral.Create(patientId, request.Specialty, request.Letter);
        await referrals.AddAsync(referral);
        await unitOfWork.SaveChangesAsync();
        return CreatedAtAction(nameof(List), new { patientId }, referral.Id);
    }
}

public sealed record ReferralRequest(string Specialty, string? Letter);
