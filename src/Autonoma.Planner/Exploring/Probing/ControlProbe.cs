using Autonoma.Engine.Grounding;
using Autonoma.Engine.Observing;
using Autonoma.Planner.Exploring.Experimenting;
using Autonoma.Planner.Exploring.Reading;

namespace Autonoma.Planner.Exploring.Probing;

/// <summary>Presses what can be pressed on a page, one thing at a time from an untouched page, and notes what came of it.</summary>
internal sealed class ControlProbe(Laboratory lab, ExploreOptions options)
{
    private const int MostItems = 6;
    private readonly AppScreen _app = lab.App;

    /// <summary>What was found out about a control, and the form in the dialog that it opens.</summary>
    public sealed record Found(ExploredControl Control, IReadOnlyList<ExploredForm> Forms);

    /// <summary>Controls of a page that are no part of a form that is sent, dangerous ones last; of those that each row has, the first row's.</summary>
    public IReadOnlyList<ExploredControl> List(Observation screen, IReadOnlyList<ExploredForm> forms)
    {
        var naming = new Naming(_app.Grounder, screen);
        var taken = forms.SelectMany(form => new[] { form.Submit, form.Cancel }).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var seen = new HashSet<(string Name, bool PerRow)>();
        var controls = new List<ExploredControl>();
        foreach (var node in ScreenParts.Usable(screen).Descendants().Where(IsControl))
        {
            var name = Naming.Label(node);
            var record = node.Ancestors().FirstOrDefault(above => above.Role is "row" or "listitem" or "article") ?? RecordReader.RecordOf(node);
            if (name.Length is 0 or > 60 || !seen.Add((record is null ? name : WithoutRecord(name, record), record is not null)))
                continue;
            if (naming.Phrase(node, GroundingPurpose.Click) is not { } phrase || taken.Contains(phrase))
                continue;
            var note = node.IsDisabled ? "it is disabled" : Caution.EndsSession(name, node.Href) ? "it ends the session" : !options.IsIsolated && Caution.IsDangerous(name) ? "its name says that it changes what should not be changed here" : "";
            controls.Add(new() { Name = name, Phrase = phrase, Role = node.Role, Note = note, IsPerRow = record is not null });
        }

        return [.. controls.OrderBy(control => Caution.IsDangerous(control.Name))];
    }

    /// <summary>Presses one.</summary>
    public async Task<Found> TryAsync(ExploredControl control)
    {
        if (await lab.StandAsync().ConfigureAwait(false) is not { } before)
            return new(control with { Note = "the page could not be opened again" }, []);
        var step = $"Click {control.Phrase}";
        if (await lab.DoAsync(before, [step]).ConfigureAwait(false) is not { } done)
            return new(control with { Note = "it could not be pressed" }, []);
        var after = done.After;
        var messages = AppScreen.Messages(before, after).Take(10).ToList();
        var found = control with { Messages = messages };
        if (after.Dialogs.LastOrDefault(dialog => dialog.Kind != "beforeunload") is { } question)
        {
            await AnswerAsync(control, question).ConfigureAwait(false);
            return new(found with { Outcome = ControlOutcome.Question, Shows = [question.Message] }, []);
        }

        if (after.Tabs.Any(tab => tab.IsNew))
        {
            await CloseNewTabsAsync(after).ConfigureAwait(false);
            return new(found with { Outcome = ControlOutcome.Tab, Shows = [PageReader.PathOf(after.Tabs.Last(tab => tab.IsNew).Url)], Messages = [] }, []);
        }

        if (after.Downloads.Count > 0)
            return new(found with { Outcome = ControlOutcome.Download, Shows = [.. after.Downloads] }, []);
        if (ScreenParts.Dialog(after) is { } dialog && ScreenParts.Dialog(before) is null)
            return await OpenedAsync(found, step, done, dialog).ConfigureAwait(false);
        var items = after.Tree.Nodes.Where(node => node.Role is "menuitem" or "menuitemcheckbox" or "menuitemradio" && node.IsVisible && before.Tree.Find(node.Ref) is null).Select(Naming.Label).Where(label => label.Length > 0).ToList();
        if (items.Count > 0)
        {
            await ChooseAsync(control, step, after).ConfigureAwait(false);
            return new(found with { Outcome = ControlOutcome.Menu, Shows = items, Messages = [] }, []);
        }

        lab.Follow(before, after, [step]);
        if (done.HasMoved)
        {
            lab.Keep(ExperimentKind.Press, control.Name, "", [], done.Stage);
            return new(found with { Outcome = ControlOutcome.Page, Shows = [PageReader.PathOf(after.Url), ScreenParts.Heading(after)], Messages = [.. messages.Where(message => message.IsTransient)] }, []);
        }

        if (await TakeBackAsync(control, done).ConfigureAwait(false))
            return new(found with { Outcome = ControlOutcome.Change }, []);
        if (done.Stage.Claims.Count > 0)
        {
            // What a reload takes away again is only what is shown; the rest was stored.
            lab.Keep(ExperimentKind.Press, control.Name, "", [], done.Stage, options.IsIsolated ? await lab.AgainAsync(done.Stage.Claims).ConfigureAwait(false) : null);
            _app.IsSoiled = options.IsIsolated && control.Role != "tab";
        }

        return new(found with { Outcome = messages.Count > 0 || before.Fingerprint != after.Fingerprint ? ControlOutcome.Change : ControlOutcome.Nothing }, Revealed(before, after, step));
    }

    // Fields that were not there before: those of another tab, of a part that was opened.
    private List<ExploredForm> Revealed(Observation before, Observation after, string step)
    {
        var known = before.Tree.Nodes.Where(FormReader.IsField).Select(node => node.Ref).ToHashSet();
        var fresh = after.Tree.Nodes.Where(node => FormReader.IsField(node) && !known.Contains(node.Ref)).Select(Naming.Label).ToHashSet(StringComparer.Ordinal);
        return fresh.Count == 0 ? [] : [.. FormReader.Read(after, new(_app.Grounder, after)).Where(form => form.Fields.Any(field => fresh.Contains(field.Label))).Select(form => form with { Opening = [step] })];
    }

    // A question of the browser: once with no, once with yes.
    private async Task AnswerAsync(ExploredControl control, DialogInfo question)
    {
        if (await lab.StandAsync().ConfigureAwait(false) is not { } before)
            return;
        var asked = _app.Claims.IsQuotable(question.Message) ? new[] { $"the dialog asks \"{question.Message}\"" } : [];
        var standing = _app.Claims.Standing(before);
        if (await lab.DoAsync(before, [$"Click {control.Phrase} and cancel the dialog"]).ConfigureAwait(false) is { } declined)
            lab.Keep(ExperimentKind.Declined, control.Name, "", [], lab.Lasting(declined.Stage.Steps, [.. asked.Where(claim => _app.Claims.IsTrue(claim, declined.After, declined.Before)), .. _app.Claims.Still(standing, declined.After)]));
        if (!options.IsIsolated || await lab.StandAsync().ConfigureAwait(false) is not { } again)
            return;
        _app.IsSoiled = true;
        if (await lab.DoAsync(again, [$"Click {control.Phrase} and accept the dialog"]).ConfigureAwait(false) is not { } accepted)
            return;
        _app.IsSoiled = true;
        lab.Keep(ExperimentKind.Confirmed, control.Name, "", [], accepted.Stage, await lab.AgainAsync(accepted.Stage.Claims).ConfigureAwait(false));
    }

    // A dialog: its forms are tried as forms, one that only asks is answered with no and with yes.
    private async Task<Found> OpenedAsync(ExploredControl found, string step, Laboratory.Result done, UiNode dialog)
    {
        var naming = new Naming(_app.Grounder, done.After);
        var forms = FormReader.Read(done.After, naming).Select(form => form with { Opening = [step], IsFilter = false }).ToList();
        var title = dialog.Name.Length > 0 ? dialog.Name : dialog.Descendants().FirstOrDefault(node => node.Role == "heading")?.InnerText ?? "";
        var buttons = dialog.Descendants().Where(node => (node.Role == "button" || ScreenParts.IsBareButton(node)) && node.IsVisible && Naming.Label(node).Length > 0).ToList();
        lab.Keep(ExperimentKind.Press, found.Name, title, [], done.Stage);
        if (forms.Count == 0)
        {
            var standing = _app.Claims.Standing(done.Before);
            foreach (var button in buttons.Take(4))
                await AnswerDialogAsync(found, step, naming.Phrase(button, GroundingPurpose.Click), FormReader.IsLeaving(Naming.Label(button)), standing).ConfigureAwait(false);
        }

        return new(found with { Outcome = ControlOutcome.Dialog, Shows = [title, .. buttons.Select(Naming.Label)] }, forms);
    }

    private async Task AnswerDialogAsync(ExploredControl control, string step, string? phrase, bool leaves, IReadOnlyList<string> standing)
    {
        if (phrase is null || (!leaves && !options.IsIsolated) || await lab.StandAsync(step).ConfigureAwait(false) is not { } opened)
            return;
        if (await lab.DoAsync(opened, [$"Click {phrase}"]).ConfigureAwait(false) is not { } answered)
            return;
        if (leaves)
        {
            lab.Keep(ExperimentKind.Declined, control.Name, "", [step], lab.Lasting(answered.Stage.Steps, [.. answered.Stage.Claims.Take(2), .. _app.Claims.Still(standing, answered.After)]));
            return;
        }

        lab.Keep(ExperimentKind.Confirmed, control.Name, "", [step], answered.Stage, await lab.AgainAsync(answered.Stage.Claims).ConfigureAwait(false));
        _app.IsSoiled = true;
    }

    // Each entry of a menu does something else.
    private async Task ChooseAsync(ExploredControl control, string step, Observation open)
    {
        var naming = new Naming(_app.Grounder, open);
        var items = open.Tree.Nodes.Where(node => node is { Role: "menuitem" or "menuitemcheckbox" or "menuitemradio", IsVisible: true, IsDisabled: false }).Where(node => Naming.Label(node).Length > 0)
            .Select(node => (Name: Naming.Label(node), Phrase: naming.Phrase(node, GroundingPurpose.Click))).ToList();
        foreach (var (name, phrase) in items.Take(MostItems))
        {
            if (phrase is null || !lab.GoesOn || Caution.EndsSession(name) || (!options.IsIsolated && Caution.IsDangerous(name)) || await lab.StandAsync(step).ConfigureAwait(false) is not { } opened)
                continue;
            if (await lab.DoAsync(opened, [$"Click {phrase}"]).ConfigureAwait(false) is not { } chosen)
                continue;
            lab.Keep(ExperimentKind.Press, control.Name, name, [step], chosen.Stage, options.IsIsolated && !chosen.HasMoved ? await lab.AgainAsync(chosen.Stage.Claims).ConfigureAwait(false) : null);
            _app.IsSoiled = options.IsIsolated;
        }
    }

    // What can be taken back must leave everything as it was, its place included.
    private async Task<bool> TakeBackAsync(ExploredControl control, Laboratory.Result done)
    {
        var undo = done.After.Tree.Nodes.FirstOrDefault(node => node is { Role: "button" or "link", IsVisible: true } && done.Before.Tree.Find(node.Ref) is null && Naming.Label(node).ToLowerInvariant() is "undo" or "take back" or "restore" or "put back" or "undo delete");
        if (undo is null || new Naming(_app.Grounder, done.After).Phrase(undo, GroundingPurpose.Click) is not { } phrase)
            return false;
        var standing = _app.Claims.Standing(done.Before);
        var back = await lab.DoAsync(done.After, [$"Click {phrase}"]).ConfigureAwait(false);
        if (back is not null)
            lab.Keep(ExperimentKind.Undo, control.Name, "", [], done.Stage, lab.Lasting(back.Stage.Steps, [.. back.Stage.Claims.Take(2), .. _app.Claims.Still(standing, back.After)]));
        _app.IsSoiled = true;
        // The same without taking it back.
        if (await lab.StandAsync().ConfigureAwait(false) is { } again && await lab.DoAsync(again, done.Stage.Steps).ConfigureAwait(false) is { } kept)
            lab.Keep(ExperimentKind.Confirmed, control.Name, "", [], kept.Stage, await lab.AgainAsync(kept.Stage.Claims).ConfigureAwait(false));
        _app.IsSoiled = true;
        return true;
    }

    private async Task CloseNewTabsAsync(Observation after)
    {
        for (var i = after.Tabs.Count - 1; i > 0; i--)
        {
            if (after.Tabs[i].IsNew && _app.Driver.Tabs is { } tabs)
                await tabs.CloseAsync(i, lab.Token).ConfigureAwait(false);
        }
    }

    // A link that leads somewhere is followed as a link. What is only a block to the browser and reacts to a click is a button to people.
    private static bool IsControl(UiNode node)
        => node is { IsVisible: true, IsTransparent: false } && (node.Role is "button" or "link" or "tab" or "switch" || ScreenParts.IsBareButton(node)) && (node.Role != "link" || node.Href.Length == 0)
            && !ScreenParts.IsAround(node) && !node.Ancestors().Any(above => above.Role is "columnheader") && (node.IsInteractive || node.IsDisabled);

    // "Edit Ada Winter", "Edit Ben Frost": one control with the name of its record.
    private static string WithoutRecord(string name, UiNode record)
    {
        var told = record.InnerText;
        var own = string.Join(' ', name.Split(' ').Where(word => !told.Contains(word, StringComparison.Ordinal)));
        return own.Length > 0 && own != name ? own : name.Split(' ')[0];
    }
}
