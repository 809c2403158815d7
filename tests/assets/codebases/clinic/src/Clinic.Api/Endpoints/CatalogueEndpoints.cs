using Clinic.Domain.Patients;
using Clinic.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Clinic.Api.Endpoints;

public static class CatalogueEndpoints
{
    public static void MapCatalogue(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/allergies", async (ClinicDbContext db) => await db.Set<Allergy>().OrderBy(a => a.Name).ToListAsync());
        app.MapPost("/api/allergies", async (NewAllergy body, ClinicDbContext db) =>
        {
            if (await db.Set<Allergy>().AnyAsync(a => a.Name == body.Name)) return Results.Conflict();
            var allergy = new Allergy { Name = body.Name.Trim(), Code = body.Code };
            db.Set<Allergy>().Add(allergy);
            await db.SaveChangesAsync();
            return Results.Created($"/api/allergies/{allergy.Id}", allergy);
        });
    }

    public sealed record NewAllergy(string Name, string? Code);
}
