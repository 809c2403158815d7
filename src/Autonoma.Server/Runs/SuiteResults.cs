using System.Text.Json.Nodes;
using Autonoma.Engine.Artifacts;
using Autonoma.Engine.Reporting;
using Autonoma.Engine.Running;
using Autonoma.Engine.Suites;
using Autonoma.Platform.Artifacts;
using Autonoma.Platform.Data;
using Autonoma.Platform.Runs;
using Autonoma.Platform.Tests;
using Microsoft.EntityFrameworkCore;

namespace Autonoma.Server.Runs;

/// <summary>Puts a suite run together again as the engine's reports know it, so that they are the same here and on a laptop.</summary>
internal sealed class SuiteResults(PlatformDbContext db, IArtifactStore store)
{
    /// <param name="suite">Which.</param>
    /// <param name="output">Folder of the report.</param>
    /// <param name="withFiles">Whether pictures and videos are put there.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<SuiteResult> ComposeAsync(SuiteRun suite, string output, bool withFiles, CancellationToken cancellationToken)
    {
        var runs = await db.Set<Run>().AsNoTracking().Include(run => run.Result).Where(run => run.SuiteRunId == suite.Id).OrderBy(run => run.Position).ToListAsync(cancellationToken);
        var ids = runs.Select(run => run.PlanId).OfType<Guid>().ToList();
        var plans = await db.Set<Plan>().AsNoTracking().Where(plan => ids.Contains(plan.Id)).ToDictionaryAsync(plan => plan.Id, cancellationToken);
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var outcomes = new List<TestOutcome>();
        foreach (var run in runs)
        {
            var plan = run.PlanId is { } id ? plans.GetValueOrDefault(id) : null;
            var test = (plan is null ? null : TestFileReader.ReadText(plan.Content, "", run.Path).TestCase) ?? new TestCase { Title = run.Title, RelativePath = run.Path };
            var entry = new SuiteTest(FolderNames.Unique(Path.ChangeExtension(run.Path, null), taken), test);
            var tries = await TriesAsync(run, entry, withFiles ? output : null, cancellationToken);
            outcomes.Add(new(entry, Status(run, tries.Count), tries));
        }

        Directory.CreateDirectory(output);
        return new()
        {
            Suite = new()
            {
                Name = $"Suite run {suite.Number}",
                OutputFolder = output,
                Tests = [.. outcomes.Select(outcome => outcome.Test)],
                BaseUrl = suite.Url,
                StartedAt = suite.StartedAt ?? suite.CreatedAt,
            },
            Tests = outcomes,
            Duration = (suite.EndedAt ?? suite.StartedAt ?? suite.CreatedAt) - (suite.StartedAt ?? suite.CreatedAt),
            Platform = outcomes.Select(outcome => outcome.Last?.Platform).FirstOrDefault(platform => platform is { Length: > 0 }) ?? "",
            Cancelled = suite.Status == RunStatus.Cancelled,
        };
    }

    private async Task<List<RunResult>> TriesAsync(Run run, SuiteTest test, string? output, CancellationToken cancellationToken)
    {
        if (run.Result is null)
            return run.Status is RunStatus.Failed or RunStatus.Error ? [Without(run, test)] : [];
        var tries = JsonNode.Parse(run.Result.Tries)!.AsArray().Select(one => RunDocuments.Read(one!.ToJsonString())).ToList();
        // The newest attempts are those of the worker that decided.
        for (var i = 0; i < tries.Count; i++)
        {
            var attempt = run.Attempt - tries.Count + 1 + i;
            tries[i] = tries[i] with { ArtifactsFolder = test.FolderOf(i + 1), Try = i + 1 };
            if (output is not null)
                await CopyAsync(run, attempt, Path.Combine(output, tries[i].ArtifactsFolder!.Replace('/', Path.DirectorySeparatorChar)), cancellationToken);
        }

        // A run that was never decided by its last try (its environment could not be made the second time) still says why it failed.
        return run.Status == RunStatus.Error && tries[^1].Failure is not (FailureKind.Engine or FailureKind.Environment) ? [.. tries, Without(run, test)] : tries;
    }

    private async Task CopyAsync(Run run, int attempt, string folder, CancellationToken cancellationToken)
    {
        var names = await db.Set<Artifact>().Where(artifact => artifact.RunId == run.Id && artifact.Attempt == attempt).Select(artifact => artifact.Name).ToListAsync(cancellationToken);
        foreach (var name in names.Where(ArtifactKeys.IsName))
        {
            await using var content = await store.OpenAsync(ArtifactKeys.Of(run.OrganizationId, run.Id, attempt, name), cancellationToken);
            if (content is null)
                continue;
            var path = Path.Combine(folder, name.Replace('/', Path.DirectorySeparatorChar));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: true);
            await content.CopyToAsync(file, cancellationToken);
        }
    }

    private static RunResult Without(Run run, SuiteTest test) => new()
    {
        Test = run.Title,
        File = run.Path,
        Reason = run.FailureKind switch { RunFailureKind.Timeout => FinishReason.Timeout, RunFailureKind.MaxSteps => FinishReason.MaxSteps, _ => FinishReason.Error },
        Failure = run.FailureKind switch { RunFailureKind.ScenarioSetup => FailureKind.Environment, RunFailureKind.EngineError => FailureKind.Engine, _ => FailureKind.Setup },
        Reasoning = run.Reasoning,
        Steps = [],
        StartedAt = run.StartedAt ?? run.CreatedAt,
        Duration = (run.EndedAt ?? run.CreatedAt) - (run.StartedAt ?? run.CreatedAt),
        Tags = test.Case.Tags,
        Flow = test.Case.Flow,
        Category = test.Case.Category,
        Priority = test.Case.Priority,
    };

    private static TestStatus Status(Run run, int tries) => run.Status switch
    {
        RunStatus.Passed => tries > 1 ? TestStatus.Flaky : TestStatus.Passed,
        RunStatus.Cancelled => tries > 0 ? TestStatus.Cancelled : TestStatus.NotRun,
        RunStatus.Failed or RunStatus.Error => TestStatus.Failed,
        _ => TestStatus.NotRun,
    };
}
