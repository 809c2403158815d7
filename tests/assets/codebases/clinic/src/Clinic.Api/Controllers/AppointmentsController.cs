using Clinic.Application.Scheduling;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Clinic.Api.Controllers;

[ApiController]
[Route("api/[controller]")]
public sealed class AppointmentsController(ISender sender) : ControllerBase
{
    [HttpPost]
    public async Task<ActionResult<BookedAppointment>> Book(BookAppointmentCommand command, CancellationToken cancellationToken) => Ok(await sender.Send(command, cancellationToken));

    [HttpPost("{id:guid}/completion")]
    public async Task<IActionResult> Complete(Guid id, CompletionModel model, CancellationToken cancellationToken)
    {
        await sender.Send(new CompleteAppointmentCommand(id, model.RecordId, model.Findings), cancellationToken);
        return NoContent();
    }
}

public sealed class CompletionModel
{
    public Guid RecordId { get; set; }
    public string Findings { get; set; } = "";
}
