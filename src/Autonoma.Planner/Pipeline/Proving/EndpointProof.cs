using System.Text;
using Autonoma.Planner.Folders;
using Autonoma.Scenarios.Client;
using Autonoma.Scenarios.Instances;
using Autonoma.Scenarios.Journal;
using Autonoma.Scenarios.Lifecycle;
using Autonoma.Scenarios.Preflight;
using Autonoma.Scenarios.Recipes;
using Autonoma.Scenarios.Variables;

namespace Autonoma.Planner.Pipeline.Proving;

/// <summary>Makes and removes every scenario at an Environment Factory that answers over HTTP.</summary>
/// <param name="address">Where it answers; null when nobody has said: then <c>.sdk-endpoint</c> says it.</param>
/// <param name="client">A client of an address.</param>
/// <param name="journal">Remembers what was made, so that nothing is left after a crash.</param>
/// <param name="rows">The app's database, read only; null when it is not to be looked at.</param>
/// <param name="time">The clock.</param>
public sealed class EndpointProof(Uri? address, Func<Uri, EnvironmentClient> client, InstanceJournal journal, DatabaseRows? rows, TimeProvider time) : IScenarioProof
{
    /// <summary>What cannot be done without, besides an address; null when nothing is missing.</summary>
    public string? Unready { get; init; }

    /// <summary>Looks in a browser whether what the first scenario brings signs in; null when nobody looks.</summary>
    public ILoginProbe? Probe { get; init; }

    /// <inheritdoc/>
    public string? Missing(PlanFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return Unready ?? (Address(folder) is null ? "Where is the app's Environment Factory? Give --sdk-url http://localhost:5080/api/autonoma, or write the address into autonoma/.sdk-endpoint." : null);
    }

    /// <inheritdoc/>
    public async Task<ScenarioProof> ProveAsync(PlanFolder folder, string recipes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var url = Address(folder) ?? throw new StepUnavailableException(Missing(folder)!);
        var path = Path.GetRelativePath(folder.Repository, folder.Recipes).Replace('\\', '/');
        RecipeFile file;
        try
        {
            file = RecipeReader.Read(Encoding.UTF8.GetBytes(recipes), folder.Recipes);
        }
        catch (RecipeFileException e)
        {
            return new(false, recipes, "", [.. e.Problems.Select(problem => problem.ToString())]);
        }

        try
        {
            var instances = new ScenarioInstances(client(url), file, journal, time);
            var discovery = await instances.DiscoverAsync(cancellationToken).ConfigureAwait(false);
            var promised = File.Exists(folder.Scenarios) ? ScenarioDocument.Read(folder.Scenarios) : null;
            var errors = new PreflightCheck(discovery.Schema, promised).Check(file).Where(problem => problem.Severity == ProblemSeverity.Error).ToList();
            LoginProbeResult? probed = null;
            var lifecycle = new ScenarioLifecycle(instances, rows)
            {
                IsTwice = true,
                // Once, where somebody can sign in at all.
                Look = async (instance, stop) => Probe is null || probed is not null || !HasLogin(instance) ? null : (probed = await Probe.ProbeAsync(folder, url, instance, stop).ConfigureAwait(false)).Part,
            };
            var checks = new List<ScenarioCheck>();
            foreach (var recipe in errors.Count > 0 ? [] : file.Recipes)
                checks.Add(await lifecycle.CheckAsync(recipe.Name, RunId.New(), cancellationToken).ConfigureAwait(false));
            var report = new ValidationReport(errors.Count == 0, checks, [.. errors.Select(problem => problem.ToString()), .. checks.SelectMany(check => check.Problems)], path, url) { LoginProbe = probed?.ToJson() };
            var proven = report.Passed ? RecipeWriter.Write(file, ValidationReport.Mode, checks.ToDictionary(check => check.Scenario, check => new RecipeValidation("endpoint-up-down", check.UpMilliseconds, check.DownMilliseconds), StringComparer.Ordinal)) : recipes;
            return new(report.Passed, proven, report.Write(), report.BlockingIssues) { Checks = checks, Preflight = errors };
        }
        catch (EnvironmentException e)
        {
            return new(false, recipes, "", [e.Message]);
        }
    }

    /// <inheritdoc/>
    public Task<Discovery> DiscoverAsync(PlanFolder folder, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return client(Address(folder) ?? throw new StepUnavailableException(Missing(folder)!)).DiscoverAsync(cancellationToken);
    }

    private static bool HasLogin(ScenarioInstance instance) => instance.Auth is { Cookies.Count: > 0 } or { Headers.Count: > 0 } or { Values.Count: > 0 };

    private Uri? Address(PlanFolder folder)
        => address ?? (File.Exists(folder.SdkEndpoint) && Uri.TryCreate(File.ReadAllText(folder.SdkEndpoint).Trim(), UriKind.Absolute, out var url) && url.Scheme is ("http" or "https") ? url : null);
}
