using System.Globalization;
using Autonoma.Planner.Designing;

namespace Autonoma.Planner.Pipeline.Proving.Mending;

/// <summary>Scenarios while they are brought in line with what the endpoint takes: what was changed, and why, is kept.</summary>
internal sealed class ScenarioEdits(IReadOnlyList<ScenarioDesign> scenarios)
{
    private readonly List<ScenarioDesign> _scenarios = [.. scenarios];
    private readonly List<(string Scenario, string What)> _log = [];

    public IReadOnlyList<ScenarioDesign> Scenarios => _scenarios;

    public bool Any => _log.Count > 0;

    /// <summary>The edits: one sentence for each, with the scenarios it was made in.</summary>
    public IReadOnlyList<string> Log => [.. _log.GroupBy(edit => edit.What, StringComparer.Ordinal).Select(group => $"{string.Join(", ", group.Select(edit => edit.Scenario).Distinct(StringComparer.Ordinal))}: {group.Key}")];

    public void Note(string scenario, string what) => _log.Add((scenario, what));

    /// <summary>Changes each record of a model in a scenario; what is changed is the record's own copy.</summary>
    public void Each(string scenario, string model, Action<DesignedRecord, int> change)
    {
        var number = 0;
        foreach (var record in _scenarios.First(known => known.Name == scenario).Records.Where(record => record.Model == model))
            change(record, number++);
    }

    public void Drop(string scenario, string why)
    {
        _scenarios.RemoveAll(known => known.Name == scenario);
        Note(scenario, string.Create(CultureInfo.InvariantCulture, $"the scenario is dropped: {why}"));
    }

    public void Describe(string scenario, string addition)
    {
        var at = _scenarios.FindIndex(known => known.Name == scenario);
        if (!_scenarios[at].Description.Contains(addition, StringComparison.Ordinal))
            _scenarios[at] = _scenarios[at] with { Description = $"{_scenarios[at].Description.TrimEnd()} {addition}" };
    }
}
