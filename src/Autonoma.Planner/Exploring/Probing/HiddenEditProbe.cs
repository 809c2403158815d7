using Autonoma.Engine.Grounding;
using Autonoma.Engine.Observing;
using Autonoma.Planner.Exploring.Experimenting;
using Autonoma.Planner.Exploring.Reading;

namespace Autonoma.Planner.Exploring.Probing;

/// <summary>Changes a record while a search hides the others, and looks that they are all as they were.</summary>
internal sealed class HiddenEditProbe(Laboratory lab)
{
    private readonly AppScreen _app = lab.App;

    /// <summary>Tries it, where there are a search and a dialog that changes a record.</summary>
    /// <param name="forms">Forms of the page.</param>
    /// <param name="controls">Controls of the page.</param>
    /// <param name="tables">Tables of the page.</param>
    public async Task TryAsync(IReadOnlyList<ExploredForm> forms, IReadOnlyList<ExploredControl> controls, IReadOnlyList<ExploredTable> tables)
    {
        var search = forms.Where(form => form.IsFilter).SelectMany(form => form.Fields.Select(field => (Form: form, Field: field))).FirstOrDefault(pair => pair.Field.Kind is FieldKind.Search or FieldKind.Text);
        var edit = controls.FirstOrDefault(control => control is { IsPerRow: true, Outcome: ControlOutcome.Dialog } && forms.Any(form => form.Opening is [var step] && step == $"Click {control.Phrase}" && form.Submit is not null));
        if (search.Field is null || edit is null || !lab.GoesOn || await lab.StandAsync().ConfigureAwait(false) is not { } before)
            return;
        var form = forms.First(known => known.Opening is [var step] && step == $"Click {edit.Phrase}");
        var records = Records(before);
        if (records.Count < 3 || form.Fields.FirstOrDefault(field => field.Kind is FieldKind.Text && field.Value.Length > 0 && records[0].Contains(field.Value, StringComparison.Ordinal)) is null)
            return;
        var word = records[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(part => part.Length > 3 && part.All(char.IsLetter));
        // Of what the dialog holds, what is no name: the name may be what is searched for.
        var field = form.Fields.Where(candidate => candidate.Kind is FieldKind.Text && candidate.Value.Length > 0).LastOrDefault();
        if (word is null || field is null)
            return;
        List<string> narrow = [.. FormProbe.Put(search.Field, word), .. search.Form.Submit is null ? Array.Empty<string>() : [$"Click {search.Form.Submit}"]];
        if (!await _app.DoAsync(narrow, lab.Token).ConfigureAwait(false))
            return;
        var narrowed = await _app.LookAsync(lab.Token).ConfigureAwait(false);
        var pencil = ScreenParts.Usable(narrowed).Descendants().FirstOrDefault(node => node.IsVisible && Naming.Label(node).Split(' ')[0] == edit.Name.Split(' ')[0] && (node.Role == edit.Role));
        if (pencil is null || new Naming(_app.Grounder, narrowed).Phrase(pencil, GroundingPurpose.Click) is not { } phrase)
            return;
        const string Value = "Amber Falls";
        _app.IsSoiled = true;
        List<string> steps = [.. narrow, $"Click {phrase}", .. FormProbe.Put(field, Value), $"Click {form.Submit}"];
        if (await lab.StandAsync().ConfigureAwait(false) is not { } again || await lab.DoAsync(again, [.. steps, .. search.Form.Submit is null ? (string[])[$"Clear {search.Field.Phrase}"] : [$"Clear {search.Field.Phrase}", $"Click {search.Form.Submit}"]], [Value]).ConfigureAwait(false) is not { } done)
            return;
        _app.IsSoiled = true;
        // What stood in the first record, and in the one before the changed one, is there still.
        var untouched = Texts(again).Where(text => _app.Claims.IsQuotable(text) && records.SkipLast(1).Any(record => record.Contains(text, StringComparison.Ordinal)) && text.Length > 4).Select(ClaimWriter.Displayed);
        var claims = done.Stage.Claims.Take(4).Concat(_app.Claims.Still(untouched, done.After).Take(6)).Distinct(StringComparer.Ordinal).ToList();
        lab.Keep(ExperimentKind.FilterAndEdit, edit.Name, word, [], lab.Lasting(done.Stage.Steps, claims), await lab.AgainAsync(claims).ConfigureAwait(false));
        _app.IsSoiled = true;
    }

    private static List<string> Records(Observation screen)
    {
        var within = ScreenParts.Usable(screen);
        if (TableReader.Tables(within).FirstOrDefault() is { } table)
            return [.. TableReader.Rows(table).Select(row => row.InnerText)];
        return [.. RecordReader.Records(within).Select(record => record.InnerText)];
    }

    private static IEnumerable<string> Texts(Observation screen) => ScreenParts.Texts(screen).Where(pair => pair.Value == 1).Select(pair => pair.Key);
}
