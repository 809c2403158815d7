using Autonoma.Engine.Grounding;
using Autonoma.Engine.Observing;
using Autonoma.Planner.Exploring.Experimenting;
using Autonoma.Planner.Exploring.Reading;

namespace Autonoma.Planner.Exploring.Probing;

/// <summary>Ticks several records and does to them what is offered for several.</summary>
internal sealed class SelectionProbe(Laboratory lab, ExploreOptions options)
{
    private const int Ticked = 2;
    private const int MostActions = 6;
    private readonly AppScreen _app = lab.App;

    /// <summary>Tries what is offered once records are ticked.</summary>
    public async Task TryAsync()
    {
        if (await lab.StandAsync().ConfigureAwait(false) is not { } before || Ticks(before) is not { Count: Ticked } ticks)
            return;
        if (await lab.DoAsync(before, ticks).ConfigureAwait(false) is not { } ticked)
            return;
        lab.Keep(ExperimentKind.Press, "Selection", "several rows", [], ticked.Stage);
        if (!options.IsIsolated)
            return;
        foreach (var action in Actions(before, ticked.After).Take(MostActions))
        {
            if (lab.GoesOn)
                await TryAsync(ticks, action).ConfigureAwait(false);
        }
    }

    private async Task TryAsync(IReadOnlyList<string> ticks, (string Name, IReadOnlyList<string> Steps) action)
    {
        if (await lab.StandAsync(ticks).ConfigureAwait(false) is not { } ticked)
            return;
        _app.IsSoiled = true;
        if (await lab.DoAsync(ticked, action.Steps, most: 9).ConfigureAwait(false) is not { } done)
            return;
        if (done.After.Dialogs.Any(dialog => dialog.Kind == "confirm"))
        {
            _app.IsSoiled = true;
            if (await lab.StandAsync(ticks).ConfigureAwait(false) is not { } again || await lab.DoAsync(again, [.. action.Steps.SkipLast(1), $"{action.Steps[^1]} and accept the dialog"], most: 9).ConfigureAwait(false) is not { } accepted)
                return;
            lab.Keep(ExperimentKind.Bulk, action.Name, "", ticks, accepted.Stage, await lab.AgainAsync(accepted.Stage.Claims).ConfigureAwait(false));
        }
        else if (ScreenParts.Dialog(done.After) is { } dialog && ScreenParts.Dialog(done.Before) is null)
        {
            var naming = new Naming(_app.Grounder, done.After);
            var yes = dialog.Descendants().LastOrDefault(node => node is { Role: "button", IsVisible: true, IsDisabled: false } && Naming.Label(node).Length > 1 && !FormReader.IsLeaving(Naming.Label(node)));
            if (yes is null || naming.Phrase(yes, GroundingPurpose.Click) is not { } phrase || await lab.DoAsync(done.After, [$"Click {phrase}"], most: 9).ConfigureAwait(false) is not { } accepted)
                return;
            // What several records were before is compared with what they are after: the dialog was only in between.
            var changes = lab.Lasting(accepted.Stage.Steps, _app.Claims.Changes(ticked, accepted.After, [], 9).Union(accepted.Stage.Claims.Take(2)));
            lab.Keep(ExperimentKind.Bulk, action.Name, "", ticks, done.Stage, changes, await lab.AgainAsync(changes.Claims).ConfigureAwait(false));
        }
        else
        {
            lab.Keep(ExperimentKind.Bulk, action.Name, "", ticks, done.Stage, await lab.AgainAsync(done.Stage.Claims).ConfigureAwait(false));
        }

        _app.IsSoiled = true;
    }

    private List<string> Ticks(Observation screen)
    {
        var naming = new Naming(_app.Grounder, screen);
        var boxes = screen.Tree.Nodes.Where(node => node is { Role: "checkbox", IsVisible: true, IsDisabled: false } && node.Ancestors().FirstOrDefault(above => above.Role == "row") is { } row && !row.Descendants().Any(cell => cell.Role == "columnheader"));
        return [.. boxes.Select(box => naming.Phrase(box, GroundingPurpose.Check)).OfType<string>().Take(Ticked).Select(phrase => $"Check {phrase}")];
    }

    // What appeared, or came alive, with the ticks; and a choice of actions with its button.
    private IEnumerable<(string Name, IReadOnlyList<string> Steps)> Actions(Observation before, Observation ticked)
    {
        var naming = new Naming(_app.Grounder, ticked);
        foreach (var node in ScreenParts.Usable(ticked).Descendants().Where(node => node is { Role: "button", IsVisible: true, IsDisabled: false } && !node.Ancestors().Any(above => above.Role is "row")))
        {
            var was = before.Tree.Find(node.Ref);
            if ((was is null || was.IsDisabled || !was.IsVisible) && Naming.Label(node) is { Length: > 1 } name && naming.Phrase(node, GroundingPurpose.Click) is { } phrase)
                yield return (name, [$"Click {phrase}"]);
        }

        foreach (var choice in ticked.Tree.Nodes.Where(node => node is { Tag: "select", IsVisible: true, IsDisabled: false } && (Naming.Label(node).Contains("action", StringComparison.OrdinalIgnoreCase) || Naming.Label(node).Contains("selected", StringComparison.OrdinalIgnoreCase))))
        {
            var apply = ticked.Tree.Nodes.FirstOrDefault(node => node.Index > choice.Index && node is { Role: "button", IsVisible: true } && Math.Abs(node.Bounds.Y - choice.Bounds.Y) < 60);
            if (naming.Phrase(choice, GroundingPurpose.Select) is not { } phrase || apply is null || naming.Phrase(apply, GroundingPurpose.Click) is not { } press)
                continue;
            foreach (var option in choice.Options.Where(option => !option.Disabled && option.Label.Trim().Length > 0 && option.Label.Trim() != choice.Value && !SampleValues.IsNothing(option.Label.Trim())))
                yield return (option.Label.Trim(), [$"Select \"{option.Label.Trim()}\" in {phrase}", $"Click {press}"]);
        }
    }
}
