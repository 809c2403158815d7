using Autonoma.Engine.Grounding;
using Autonoma.Engine.Observing;
using Autonoma.Planner.Exploring.Reading;

namespace Autonoma.Planner.Exploring.Probing;

/// <summary>Presses what can be pressed on a page, one thing at a time from a fresh page, and notes what came of it.</summary>
internal sealed class ControlProbe(AppScreen app, ExploreOptions options, Uri page, CancellationToken cancellationToken)
{
    /// <summary>What was found out about a control, and the form in the dialog that it opens.</summary>
    public sealed record Found(ExploredControl Control, IReadOnlyList<ExploredForm> Forms);

    /// <summary>Controls of a page that are no part of a form that is sent, dangerous ones last; of those that each row has, the first row's.</summary>
    public IReadOnlyList<ExploredControl> List(Observation screen, IReadOnlyList<ExploredForm> forms)
    {
        var naming = new Naming(app.Grounder, screen);
        var taken = forms.SelectMany(form => new[] { form.Submit, form.Cancel }).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var seen = new HashSet<(string Name, bool PerRow)>();
        var controls = new List<ExploredControl>();
        foreach (var node in ScreenParts.Usable(screen).Descendants().Where(IsControl))
        {
            var name = Naming.Label(node);
            var perRow = node.Ancestors().Any(above => above.Role is "row" or "listitem" or "article");
            if (name.Length is 0 or > 60 || !seen.Add((perRow ? FirstWord(name) : name, perRow)))
                continue;
            if (naming.Phrase(node, GroundingPurpose.Click) is not { } phrase || taken.Contains(phrase))
                continue;
            var note = node.IsDisabled ? "it is disabled" : Caution.EndsSession(name, node.Href) ? "it ends the session" : !options.IsIsolated && Caution.IsDangerous(name) ? "its name says that it changes what should not be changed here" : "";
            controls.Add(new() { Name = name, Phrase = phrase, Role = node.Role, Note = note, IsPerRow = perRow });
        }

        return [.. controls.OrderBy(control => Caution.IsDangerous(control.Name))];
    }

    /// <summary>Presses one.</summary>
    public async Task<Found> TryAsync(ExploredControl control)
    {
        if (await app.GoAsync(page, cancellationToken).ConfigureAwait(false) is not { } before)
            return new(control with { Note = "the page could not be opened again" }, []);
        await app.Driver.Screen.MarkAsync(cancellationToken).ConfigureAwait(false);
        var step = $"Click {control.Phrase}";
        if (!await app.ActAsync(step, cancellationToken).ConfigureAwait(false))
            return new(control with { Note = "it could not be pressed" }, []);
        var after = await app.LookAsync(cancellationToken).ConfigureAwait(false);
        var messages = AppScreen.Messages(before, after).Take(10).ToList();
        var found = control with { Messages = messages };
        if (after.Dialogs.LastOrDefault(dialog => dialog.Kind != "beforeunload") is { } question)
            return new(found with { Outcome = ControlOutcome.Question, Shows = [question.Message] }, []);
        if (after.Tabs.Any(tab => tab.IsNew))
        {
            await CloseNewTabsAsync(after).ConfigureAwait(false);
            return new(found with { Outcome = ControlOutcome.Tab, Shows = [PageReader.PathOf(after.Tabs.Last(tab => tab.IsNew).Url)], Messages = [] }, []);
        }

        if (after.Downloads.Count > 0)
            return new(found with { Outcome = ControlOutcome.Download, Shows = [.. after.Downloads] }, []);
        if (ScreenParts.Dialog(after) is { } dialog && ScreenParts.Dialog(before) is null)
        {
            var naming = new Naming(app.Grounder, after);
            var forms = FormReader.Read(after, naming).Select(form => form with { Opening = [step], IsFilter = false }).ToList();
            var title = dialog.Name.Length > 0 ? dialog.Name : dialog.Descendants().FirstOrDefault(node => node.Role == "heading")?.InnerText ?? "";
            var buttons = dialog.Descendants().Where(node => node.Role == "button" && node.IsVisible).Select(Naming.Label).Where(label => label.Length > 0);
            return new(found with { Outcome = ControlOutcome.Dialog, Shows = [title, .. buttons] }, forms);
        }

        var items = after.Tree.Nodes.Where(node => node.Role is "menuitem" or "menuitemcheckbox" or "menuitemradio" && node.IsVisible && before.Tree.Find(node.Ref) is null).Select(Naming.Label).Where(label => label.Length > 0).ToList();
        if (items.Count > 0)
            return new(found with { Outcome = ControlOutcome.Menu, Shows = items, Messages = [] }, []);
        if (PageReader.PathOf(after.Url) != PageReader.PathOf(before.Url))
            return new(found with { Outcome = ControlOutcome.Page, Shows = [PageReader.PathOf(after.Url), ScreenParts.Heading(after)], Messages = [.. messages.Where(message => message.IsTransient)] }, []);
        return new(found with { Outcome = messages.Count > 0 || before.Fingerprint != after.Fingerprint ? ControlOutcome.Change : ControlOutcome.Nothing }, []);
    }

    private async Task CloseNewTabsAsync(Observation after)
    {
        for (var i = after.Tabs.Count - 1; i > 0; i--)
        {
            if (after.Tabs[i].IsNew && app.Driver.Tabs is { } tabs)
                await tabs.CloseAsync(i, cancellationToken).ConfigureAwait(false);
        }
    }

    // A link that leads somewhere is followed as a link.
    private static bool IsControl(UiNode node)
        => node is { IsVisible: true, IsTransparent: false } && node.Role is "button" or "link" or "tab" or "switch" && (node.Role != "link" || node.Href.Length == 0)
            && !ScreenParts.IsAround(node) && !node.Ancestors().Any(above => above.Role is "columnheader") && (node.IsInteractive || node.IsDisabled);

    // "Edit Ada Winter", "Edit Ben Frost": one control with the name of its row.
    private static string FirstWord(string name) => name.Split(' ')[0];
}
