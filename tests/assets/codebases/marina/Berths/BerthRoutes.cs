using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Marina.Berths;

public record NewBerth(string Name, decimal Length);

public static class BerthRoutes
{
    public static void MapBerths(this WebApplication app)
    {
        app.MapPost("/berths", async (NewBerth request, MarinaDb db) =>
        {
            if (string.IsNullOrWhiteSpace(request.Name))
                return Results.BadRequest(new { error = "A berth needs a name." });
            var slug = request.Name.Trim().ToLowerInvariant().Replace(' ', '-');
            if (await db.Berths.AnyAsync(known => known.Slug == slug))
                return Results.Conflict(new { error = $"There is a berth {slug} already." });

            var berth = new Berth
            {
                Name = request.Name.Trim(),
                Slug = slug,
                Length = request.Length,
                Fee = Math.Round(request.Length * 4.35m, 2),
                GateCode = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(slug)))[..6],
            };
            db.Berths.Add(berth);
            await db.SaveChangesAsync();

            return Results.Created($"/berths/{berth.Slug}", new { berth.Id, berth.Slug, berth.Fee, berth.GateCode });
        });
    }
}
