using System.IO.Compression;
using Autonoma.Engine.Reporting.Html;
using Autonoma.Engine.Reporting.Json;
using Autonoma.Engine.Reporting.JUnit;
using Autonoma.Engine.Reporting;
using Autonoma.Platform.Access;
using Autonoma.Platform.Artifacts;
using Autonoma.Platform.Data;
using Autonoma.Platform.Refusals;
using Autonoma.Platform.Runs;
using Autonoma.Server.Access;
using Autonoma.Server.Configuration;
using Autonoma.Server.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Autonoma.Server.Runs;

/// <summary>A suite run as files: what pipelines and people take along.</summary>
internal sealed class ResultFeature : IServerFeature
{
    public void Add(WebApplicationBuilder builder) => builder.Services.AddScoped<SuiteResults>();

    public void Map(IEndpointRouteBuilder routes)
        => routes.MapGet("/v1/suite-runs/{suiteRunId:guid}/results", AnswerAsync).Needs(Permission.Read).WithTags("runs").WithSummary("Its results: json, junit, html (a report in one archive) or zip (all of them with pictures).").Produces(StatusCodes.Status200OK);

    private static async Task<IResult> AnswerAsync(Guid suiteRunId, PlatformDbContext db, SuiteResults results, ServerSettings settings, TimeProvider time, HttpContext context, CancellationToken cancellationToken, string? format = null)
    {
        var suite = await db.Set<SuiteRun>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == suiteRunId, cancellationToken) ?? throw Refused.NotFound("suite run");
        var wanted = Enum.TryParse<ResultFormat>(format ?? "json", ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : throw Refused.Invalid("results.format", "format", "One of json, junit, html, zip.");
        var folder = Directory.CreateDirectory(Path.Combine(settings.Data, "work", "results", Guid.NewGuid().ToString("N"))).FullName;
        context.Response.OnCompleted(() =>
        {
            Directory.Delete(folder, recursive: true);
            return Task.CompletedTask;
        });
        context.Response.Headers.XContentTypeOptions = "nosniff";
        var output = Path.Combine(folder, "report");
        var withFiles = wanted is ResultFormat.Html or ResultFormat.Zip;
        var result = await results.ComposeAsync(suite, output, withFiles, cancellationToken);
        var name = $"suite-run-{suite.Number}";
        switch (wanted)
        {
            case ResultFormat.Json:
                await WriteAsync(new JsonReporter(Path.Combine(output, "report.json"), time), result, cancellationToken);
                return TypedResults.PhysicalFile(Path.Combine(output, "report.json"), "application/json");
            case ResultFormat.Junit:
                await WriteAsync(new JUnitReporter(Path.Combine(output, "junit.xml"), time), result, cancellationToken);
                return TypedResults.PhysicalFile(Path.Combine(output, "junit.xml"), "application/xml", $"{name}.xml");
            case ResultFormat.Zip:
                await WriteAsync(new JsonReporter(Path.Combine(output, "report.json"), time), result, cancellationToken);
                await WriteAsync(new JUnitReporter(Path.Combine(output, "junit.xml"), time), result, cancellationToken);
                break;
            case ResultFormat.Html:
                break;
        }

        await HtmlReporter.WriteAsync(result, time, cancellationToken);
        var archive = Path.Combine(folder, "report.zip");
        await ZipFile.CreateFromDirectoryAsync(output, archive, CompressionLevel.Fastest, includeBaseDirectory: false, cancellationToken);
        return TypedResults.PhysicalFile(archive, "application/zip", wanted == ResultFormat.Html ? $"{name}-html.zip" : $"{name}.zip");
    }

    private static async Task WriteAsync(ISuiteReporter reporter, SuiteResult result, CancellationToken cancellationToken)
    {
        reporter.OnStarted(result.Suite);
        await reporter.OnFinishedAsync(result, cancellationToken);
    }
}
