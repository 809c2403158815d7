using Autonoma.Engine.Grounding;
using Autonoma.Engine.Observing;
using Autonoma.Planner.Exploring.Experimenting;
using Autonoma.Planner.Exploring.Reading;

namespace Autonoma.Planner.Exploring.Probing;

/// <summary>Drags the first thing that can be dragged to where other such things are, and looks whether it stays there.</summary>
internal sealed class DragProbe(Laboratory lab)
{
    /// <summary>Tries it.</summary>
    public async Task TryAsync()
    {
        if (await lab.StandAsync().ConfigureAwait(false) is not { } before)
            return;
        var things = before.Tree.Nodes.Where(node => node is { IsDraggable: true, IsVisible: true, IsText: false } && !node.Ancestors().Any(above => above.IsDraggable)).ToList();
        var homes = things.GroupBy(Home).Where(group => group.Key is not null).ToList();
        if (homes.Count == 0)
            return;
        var (from, thing) = (homes[0].Key!, homes[0].First());
        var naming = new Naming(lab.App.Grounder, before);
        if (Name(thing) is not { } what)
            return;
        foreach (var target in Columns(from).Where(column => !ReferenceEquals(column, from)).Take(2))
        {
            if (Title(target) is not { } title || !lab.GoesOn || await lab.StandAsync().ConfigureAwait(false) is not { } again)
                continue;
            lab.App.IsSoiled = true;
            if (await lab.DoAsync(again, [$"Drag \"{what}\" to the \"{title}\" column"]).ConfigureAwait(false) is not { } done)
                continue;
            var there = lab.App.Claims.FirstTrue([$"\"{what}\" is in the \"{title}\" column", $"the \"{title}\" column contains \"{what}\""], done.After);
            var claims = done.Stage.Claims.Prepend(there).OfType<string>().ToList();
            if (there is not null)
                lab.Keep(ExperimentKind.Drag, what, title, [], lab.Lasting(done.Stage.Steps, claims), await lab.AgainAsync(claims).ConfigureAwait(false));
            lab.App.IsSoiled = true;
        }
    }

    // The nearest block that stands beside others of its make.
    private static UiNode? Home(UiNode thing) => thing.Ancestors().FirstOrDefault(above => Columns(above).Count > 1);

    private static List<UiNode> Columns(UiNode column)
        => column.Parent is null ? [] : [.. column.Parent.Children.Where(child => child.IsVisible && !child.IsText && child.Tag == column.Tag && child.ClassName.Split(' ')[0] == column.ClassName.Split(' ')[0] && Math.Abs(child.Bounds.Y - column.Bounds.Y) < 20 && Title(child) is not null && !child.IsDraggable)];

    private static string? Title(UiNode column)
    {
        var heading = column.Descendants().FirstOrDefault(node => node.Role == "heading") ?? column.Descendants().FirstOrDefault(ScreenParts.IsWhole);
        var text = column.Name.Length is > 0 and <= 30 ? column.Name : heading?.Children.FirstOrDefault(child => child.IsText)?.OwnText.Trim() ?? heading?.InnerText;
        return text is { Length: > 1 and <= 30 } && !text.Contains('"', StringComparison.Ordinal) ? text : null;
    }

    private static string? Name(UiNode thing)
        => thing.Descendants().Where(node => node.IsText).Select(node => node.OwnText.Trim()).FirstOrDefault(text => text.Length is > 1 and <= 40 && text.Any(char.IsLetterOrDigit) && !text.Contains('"', StringComparison.Ordinal));
}
