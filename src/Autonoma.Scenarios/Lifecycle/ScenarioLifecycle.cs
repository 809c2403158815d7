using System.Text.Json;
using Autonoma.Scenarios.Client;
using Autonoma.Scenarios.Instances;
using Autonoma.Scenarios.Recipes;
using Autonoma.Scenarios.Variables;

namespace Autonoma.Scenarios.Lifecycle;

/// <summary>Proves that scenarios work: makes each one, looks at what it brings, removes it, and looks whether it is gone.</summary>
/// <param name="instances">Makes and removes them.</param>
/// <param name="rows">The app's database, read only; null when it is not to be looked at.</param>
public sealed class ScenarioLifecycle(ScenarioInstances instances, DatabaseRows? rows)
{
    /// <summary>Looks at a scenario that stands, and says what it saw, if anything; called before it is removed.</summary>
    public Func<ScenarioInstance, CancellationToken, Task<CheckPart?>> Look { get; init; } = (_, _) => Task.FromResult<CheckPart?>(null);

    /// <summary>Whether a second instance, of another run, is made while the first one stands: tests that run at the same time have one each. The default is false.</summary>
    public bool IsTwice { get; init; }

    /// <summary>Checks one scenario. What went wrong is in the result; what was made is removed whatever happens.</summary>
    /// <exception cref="EnvironmentException">The endpoint does not say what it offers.</exception>
    public async Task<ScenarioCheck> CheckAsync(string scenario, RunId run, CancellationToken cancellationToken)
    {
        var parts = new List<CheckPart>();
        var discovery = await instances.DiscoverAsync(cancellationToken).ConfigureAwait(false);
        var before = rows is null ? null : await rows.CountAllAsync(cancellationToken).ConfigureAwait(false);
        ScenarioInstance instance;
        try
        {
            instance = await instances.UpAsync(scenario, run, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is EnvironmentException or RecipeFileException)
        {
            parts.Add(new("up", CheckOutcome.Failed, e.Message));
            parts.AddRange(((string[])["auth", "refs", "rows", "down", .. IsTwice ? [SecondInstance.Part] : (string[])[], "gone"]).Select(name => new CheckPart(name, CheckOutcome.NotChecked, "'up' failed.")));
            return new(scenario, run.Value, parts, null, null) { Failure = e as EnvironmentException };
        }

        parts.Add(new("up", CheckOutcome.Passed));
        long? down = null;
        EnvironmentException? failure = null;
        SecondInstance? second = null;
        try
        {
            parts.Add(Auth(instance));
            parts.Add(Refs(instance));
            parts.Add(await RowsAsync(instance, discovery, cancellationToken).ConfigureAwait(false));
            if (await Look(instance, cancellationToken).ConfigureAwait(false) is { } seen)
                parts.Add(seen);
            if (IsTwice)
                second = await SecondInstance.UpAsync(instances, rows, discovery, instance, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            try
            {
                down = (long)(await instances.DownAsync(instance).ConfigureAwait(false)).TotalMilliseconds;
                parts.Add(new("down", CheckOutcome.Passed));
            }
            catch (EnvironmentException e)
            {
                parts.Add(new("down", CheckOutcome.Failed, e.Message));
                failure = e;
            }

            if (second is not null)
                parts.Add(await second.DownAsync(cancellationToken).ConfigureAwait(false));
        }

        parts.Add(down is null ? new("gone", CheckOutcome.NotChecked, "'down' failed.") : await GoneAsync(instance, discovery, before, cancellationToken).ConfigureAwait(false));
        return new(scenario, run.Value, parts, (long)instance.Duration.TotalMilliseconds, down) { Failure = failure, SecondFailure = second?.Failure };
    }

    private static CheckPart Auth(ScenarioInstance instance)
    {
        var auth = instance.Auth;
        var said = new List<string>();
        Add(auth.Cookies?.Count, "cookie", "cookies");
        Add(auth.Headers?.Count, "header", "headers");
        Add(auth.Values?.Count, "credential", "credentials");
        return said.Count > 0 ? new("auth", CheckOutcome.Passed, string.Join(", ", said))
            : new("auth", CheckOutcome.Failed, "The answer holds neither cookies nor headers nor credentials: no test could sign in. Return them from the endpoint's auth callback.");

        void Add(int? count, string one, string many)
        {
            if (count is > 0)
                said.Add($"{count} {(count == 1 ? one : many)}");
        }
    }

    private static CheckPart Refs(ScenarioInstance instance)
    {
        if (instance.Values is not { } values)
            return new("refs", CheckOutcome.NotChecked, "Protocol 2.0 tells of no records.");
        if (instance.Answer.Refs is not { } refs)
            return new("refs", CheckOutcome.Failed, "The answer has no 'refs': what was created is not known.");
        var problems = new List<string>();
        var records = 0;
        foreach (var (model, sent) in values.Create)
        {
            var expected = sent!.AsArray().Count;
            var found = refs.TryGetProperty(model, out var list) && list.ValueKind == JsonValueKind.Array ? list.GetArrayLength() : 0;
            if (found < expected)
                problems.Add($"{expected} {model} {(expected == 1 ? "record was" : "records were")} sent and {found} came back");
            else if (expected > 0 && list.EnumerateArray().Any(record => InstanceRecords.IdOf(record) is null))
                problems.Add($"a {model} record came back without an id");
            records += found;
        }

        return problems.Count == 0 ? new("refs", CheckOutcome.Passed, $"{records} {(records == 1 ? "record" : "records")}") : new("refs", CheckOutcome.Failed, $"{string.Join("; ", problems)}.");
    }

    private async Task<CheckPart> RowsAsync(ScenarioInstance instance, Discovery discovery, CancellationToken cancellationToken)
    {
        if (rows is null)
            return new("rows", CheckOutcome.NotChecked, "No database was given (--database).");
        var (found, problems, unknown) = await InstanceRecords.LookAsync(rows, instance, discovery, isExpected: true, cancellationToken).ConfigureAwait(false);
        if (problems.Count > 0)
            return new("rows", CheckOutcome.Failed, $"{string.Join("; ", problems)}.");
        return found == 0 && unknown.Count > 0 ? new("rows", CheckOutcome.NotChecked, $"No table was found for {string.Join(", ", unknown)}.") : new("rows", CheckOutcome.Passed, Said(found, unknown));
    }

    private async Task<CheckPart> GoneAsync(ScenarioInstance instance, Discovery discovery, IReadOnlyDictionary<string, long>? before, CancellationToken cancellationToken)
    {
        if (rows is null || before is null)
            return new("gone", CheckOutcome.NotChecked, "No database was given (--database).");
        var (_, problems, unknown) = await InstanceRecords.LookAsync(rows, instance, discovery, isExpected: false, cancellationToken).ConfigureAwait(false);
        if (problems.Count > 0)
            return new("gone", CheckOutcome.Failed, $"{string.Join("; ", problems)}.");
        var after = await rows.CountAllAsync(cancellationToken).ConfigureAwait(false);
        var grown = after.Where(table => table.Value > before.GetValueOrDefault(table.Key)).Select(table => $"{table.Key} has {table.Value - before.GetValueOrDefault(table.Key)} more rows than before").ToList();
        // Somebody else may use the database meanwhile: what is not among the refs is told, and decides nothing.
        return new("gone", CheckOutcome.Passed, string.Join("; ", [.. grown, .. unknown.Count > 0 ? [$"no table was found for {string.Join(", ", unknown)}"] : (string[])[]]));
    }

    private static string Said(long found, List<string> unknown) => $"{found} {(found == 1 ? "row" : "rows")}{(unknown.Count > 0 ? $"; no table was found for {string.Join(", ", unknown)}" : "")}";
}
