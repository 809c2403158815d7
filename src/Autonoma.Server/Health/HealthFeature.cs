using Autonoma.Server.Access;
using Autonoma.Server.Hosting;
using Npgsql;

namespace Autonoma.Server.Health;

/// <summary>Whether the process lives, and whether it can work.</summary>
internal sealed class HealthFeature : IServerFeature
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/healthz", () => TypedResults.Text("ok")).Open("Says nothing but that the process lives.").WithTags("health").WithSummary("Whether the process lives.");
        routes.MapGet("/readyz", async (NpgsqlDataSource database, CancellationToken cancellationToken) =>
        {
            try
            {
                await using var command = database.CreateCommand("SELECT 1");
                await command.ExecuteScalarAsync(cancellationToken);
                return TypedResults.Text("ok");
            }
            catch (NpgsqlException)
            {
                return Results.Text("The database cannot be reached.", statusCode: StatusCodes.Status503ServiceUnavailable);
            }
        }).Open("Says nothing but whether the database answers.").WithTags("health").WithSummary("Whether the process can work.");
    }
}
