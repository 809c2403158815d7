using Clinic.Application.Patients;
using Clinic.Application.Scheduling;
using MediatR;

namespace Clinic.Api.Endpoints;

public static class PatientEndpoints
{
    public static IEndpointRouteBuilder MapPatients(this IEndpointRouteBuilder app)
    {
        var patients = app.MapGroup("/api/patients").WithTags("Patients");
        patients.MapPost("/", async (RegisterPatientCommand command, ISender sender) => Results.Ok(await sender.Send(command)));
        patients.MapPost("/{id:guid}/waitlist", async (Guid id, WaitlistRequest request, ISender sender) =>
            Results.Ok(await sender.Send(new JoinWaitlist.Command(id, request.PractitionerId, request.From, request.Until))));
        patients.MapPost("/{id:guid}/entries", async (AddRecordEntryCommand command, ISender sender) =>
        {
            await sender.Send(command);
            return Results.NoContent();
        });
        return app;
    }

    public sealed record WaitlistRequest(Guid? PractitionerId, DateOnly From, DateOnly Until);
}
