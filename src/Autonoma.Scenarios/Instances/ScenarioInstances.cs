using Autonoma.EnvironmentFactory.Protocol;
using Autonoma.Scenarios.Client;
using Autonoma.Scenarios.Journal;
using Autonoma.Scenarios.Language;
using Autonoma.Scenarios.Recipes;
using Autonoma.Scenarios.Variables;

namespace Autonoma.Scenarios.Instances;

/// <summary>Makes instances of scenarios and removes them again; every one is in the journal before it is asked for. Safe for concurrent use.</summary>
/// <param name="client">The endpoint.</param>
/// <param name="recipes">What scenarios consist of; null when the endpoint defines them itself (protocol 2.0).</param>
/// <param name="journal">Where intentions are recorded.</param>
/// <param name="time">The clock.</param>
public sealed class ScenarioInstances(EnvironmentClient client, RecipeFile? recipes, IInstanceJournal journal, TimeProvider time)
{
    private readonly Lock _gate = new();
    private Task<Discovery>? _discovery;

    /// <summary>Asks once what the endpoint offers; an endpoint that does not answer is not asked again.</summary>
    /// <exception cref="EnvironmentException">It does not say.</exception>
    public Task<Discovery> DiscoverAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
            _discovery ??= Task.Run(() => client.DiscoverAsync(CancellationToken.None), CancellationToken.None);
        return _discovery.WaitAsync(cancellationToken);
    }

    /// <summary>The values that are sent for a scenario; null when the endpoint defines it itself (protocol 2.0).</summary>
    /// <exception cref="RecipeFileException">The scenario is not known, or its variables cannot be resolved.</exception>
    public ScenarioValues? Prepare(string scenario, RunId run, Discovery discovery)
    {
        ArgumentNullException.ThrowIfNull(discovery);
        if (discovery.IsVersion2)
        {
            var offered = discovery.Scenarios.Select(known => known.Name).ToList();
            return offered.Contains(scenario, StringComparer.Ordinal) ? null
                : throw Unknown($"The endpoint has no scenario '{scenario}'.", scenario, offered);
        }

        if (recipes is null)
            throw new RecipeFileException([new("no-recipes", ProblemSeverity.Error, "", $"The endpoint creates what it is sent, and there is no recipe for '{scenario}'.", "Name the file of the recipes: --env scenario-recipes.json.")]);
        var recipe = recipes.Find(scenario) ?? throw Unknown($"{(recipes.File.Length > 0 ? Path.GetFileName(recipes.File) : "The file")} has no recipe for the scenario '{scenario}'.", scenario, [.. recipes.Recipes.Select(known => known.Name)]);
        return new VariableResolver(time).Resolve(recipe, run);
    }

    /// <summary>
    /// Makes an instance. Once the request is out, a cancellation waits for the answer, so that the instance can be removed; it is, and the
    /// cancellation is then thrown.
    /// </summary>
    /// <exception cref="RecipeFileException">The scenario is not known, or its variables cannot be resolved.</exception>
    /// <exception cref="EnvironmentException">It was not made, or it is not known whether.</exception>
    public async Task<ScenarioInstance> UpAsync(string scenario, RunId run, CancellationToken cancellationToken)
    {
        var discovery = await DiscoverAsync(cancellationToken).ConfigureAwait(false);
        var values = Prepare(scenario, run, discovery);
        cancellationToken.ThrowIfCancellationRequested();
        var requests = new InstanceRequests(client, journal, time, scenario, run.Value, discovery, values?.Create);
        var start = time.GetTimestamp();
        Instance answer;
        try
        {
            answer = await client.UpAsync(requests.NextAsync, run.Value, discovery.IsVersion2, CancellationToken.None).ConfigureAwait(false);
        }
        catch (EnvironmentException e)
        {
            await requests.UndoEarlierAsync().ConfigureAwait(false);
            if (e.Token is { Length: > 0 } token)
            {
                await RemoveBadlyAnsweredAsync(run, token, discovery.IsVersion2).ConfigureAwait(false);
                throw;
            }

            if (!e.MayHaveHappened)
            {
                journal.Refused(run.Value, e.Message);
                throw;
            }

            if (await requests.TryUndoLastAsync().ConfigureAwait(false))
                throw;
            journal.Stayed(run.Value, e.Message);
            throw new EnvironmentException(e.Failure, e.Action, $"{e.Message} Whether it was created is not known: 'autonoma env sweep' looks after run {run.Value}.", e) { Status = e.Status, Code = e.Code, WasSent = e.WasSent };
        }

        journal.Answered(run.Value, answer.Token);
        var instance = new ScenarioInstance(scenario, answer, values, time.GetElapsedTime(start)) { Name = requests.Last };
        await requests.UndoEarlierAsync().ConfigureAwait(false);
        if (cancellationToken.IsCancellationRequested)
        {
            await DownAsync(instance).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
        }

        return instance;
    }

    /// <summary>Removes an instance. It is not cancelled: what was made is torn down, whatever happens.</summary>
    /// <returns>How long <c>down</c> took.</returns>
    /// <exception cref="EnvironmentException">It may still stand; the journal keeps it for the sweep.</exception>
    public async Task<TimeSpan> DownAsync(ScenarioInstance instance)
    {
        ArgumentNullException.ThrowIfNull(instance);
        var start = time.GetTimestamp();
        try
        {
            await client.DownAsync(instance.Answer.Token, instance.Answer.RunId, instance.Answer.Protocol == ProtocolVersions.V2, CancellationToken.None, instance.Name).ConfigureAwait(false);
        }
        catch (EnvironmentException e)
        {
            journal.Stayed(instance.Answer.RunId, e.Message);
            throw;
        }

        journal.Removed(instance.Answer.RunId);
        return time.GetElapsedTime(start);
    }

    private async Task RemoveBadlyAnsweredAsync(RunId run, string token, bool asVersion2)
    {
        journal.Answered(run.Value, token);
        try
        {
            await client.DownAsync(token, run.Value, asVersion2, CancellationToken.None).ConfigureAwait(false);
            journal.Removed(run.Value);
        }
        catch (EnvironmentException e)
        {
            journal.Stayed(run.Value, e.Message); // the sweep tries again; what is wrong with the answer is the better message
        }
    }

    private static RecipeFileException Unknown(string message, string scenario, IReadOnlyList<string> known)
        => new([new("unknown-scenario", ProblemSeverity.Error, "", message, $"{NearMatches.Hint(scenario, known)} There {(known.Count == 0 ? "are none" : $"are: {string.Join(", ", known)}")}.".TrimStart())]);
}
