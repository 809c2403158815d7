using Autonoma.Scenarios.Client;
using Autonoma.Scenarios.Instances;
using Autonoma.Scenarios.Recipes;
using Autonoma.Scenarios.Variables;

namespace Autonoma.Scenarios.Lifecycle;

/// <summary>
/// An instance of another run that is made while the first one of a check stands, as every worker of a suite does it: nothing of the first may be in its way, nothing
/// of it may belong to the first, and it must outlive it.
/// </summary>
internal sealed class SecondInstance
{
    /// <summary>Name of the part of a check that tells of it.</summary>
    public const string Part = "together";

    private readonly ScenarioInstances _instances;
    private readonly DatabaseRows? _rows;
    private readonly Discovery _discovery;
    private readonly List<string> _problems = [];
    private ScenarioInstance? _instance;

    private SecondInstance(ScenarioInstances instances, DatabaseRows? rows, Discovery discovery) => (_instances, _rows, _discovery) = (instances, rows, discovery);

    /// <summary>How the endpoint refused to make it; null when it did not.</summary>
    public EnvironmentException? Failure { get; private set; }

    /// <summary>Makes it; what went wrong is told when it is removed.</summary>
    public static async Task<SecondInstance> UpAsync(ScenarioInstances instances, DatabaseRows? rows, Discovery discovery, ScenarioInstance first, CancellationToken cancellationToken)
    {
        var second = new SecondInstance(instances, rows, discovery);
        try
        {
            second._instance = await instances.UpAsync(first.Scenario, RunId.New(), cancellationToken).ConfigureAwait(false);
            second._problems.AddRange(Shared(first, second._instance));
        }
        catch (Exception e) when (e is EnvironmentException or RecipeFileException)
        {
            second.Failure = e as EnvironmentException;
            second._problems.Add($"While an instance stood, a second one of another run could not be made. {e.Message}");
        }

        return second;
    }

    /// <summary>Looks whether it outlived the first one, which is gone by now, and removes it.</summary>
    public async Task<CheckPart> DownAsync(CancellationToken cancellationToken)
    {
        if (_instance is { } instance)
        {
            try
            {
                if (_rows is not null && _problems.Count == 0)
                    _problems.AddRange((await InstanceRecords.LookAsync(_rows, instance, _discovery, isExpected: true, cancellationToken).ConfigureAwait(false)).Problems.Select(problem => $"After the first instance was removed, {problem} for the second one."));
            }
            finally
            {
                await RemoveAsync(instance).ConfigureAwait(false);
            }

            if (_rows is not null && _problems.Count == 0)
                _problems.AddRange((await InstanceRecords.LookAsync(_rows, instance, _discovery, isExpected: false, cancellationToken).ConfigureAwait(false)).Problems.Select(problem => $"Of the second instance, {problem}."));
        }

        return new(Part, _problems.Count == 0 ? CheckOutcome.Passed : CheckOutcome.Failed, string.Join(' ', _problems));
    }

    private async Task RemoveAsync(ScenarioInstance instance)
    {
        try
        {
            await _instances.DownAsync(instance).ConfigureAwait(false);
        }
        catch (EnvironmentException e)
        {
            _problems.Add($"The second instance could not be removed after the first one. {e.Message}");
        }
    }

    // Whoever is asked for a record that is there already may answer with that one: then two runs change, and remove, the same.
    private static IEnumerable<string> Shared(ScenarioInstance first, ScenarioInstance second)
    {
        var known = InstanceRecords.Ids(first).ToDictionary(model => model.Model, model => model.Ids.ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
        foreach (var (model, ids) in InstanceRecords.Ids(second))
        {
            if (known.TryGetValue(model, out var taken) && ids.Count(taken.Contains) is > 0 and var count)
                yield return $"Two instances share {count} {model} {(count == 1 ? "record" : "records")}: the second one was given what the first one has.";
        }
    }
}
