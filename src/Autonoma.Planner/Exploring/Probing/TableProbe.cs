using System.Globalization;
using Autonoma.Engine.Grounding;
using Autonoma.Engine.Observing;
using Autonoma.Planner.Exploring.Experimenting;
using Autonoma.Planner.Exploring.Reading;

namespace Autonoma.Planner.Exploring.Probing;

/// <summary>Searches, filters, sorts and pages through the records of a page and notes what was left of them.</summary>
internal sealed class TableProbe(Laboratory lab)
{
    private const string Nonsense = "zzqxv";
    private const int MostOptions = 4;
    private const int MostSorts = 4;
    private readonly AppScreen _app = lab.App;

    /// <summary>The table with what was tried.</summary>
    public async Task<ExploredTable> TryAsync(ExploredTable table, IReadOnlyList<ExploredForm> forms)
    {
        var filters = new List<FilterTrial>();
        foreach (var form in forms.Where(form => form.IsFilter && !form.IsDialog))
        {
            foreach (var field in form.Fields.Where(field => field.Kind is FieldKind.Search or FieldKind.Text or FieldKind.Choice))
            {
                foreach (var value in Values(field, table))
                {
                    if (!lab.GoesOn)
                        break;
                    if (await FilterAsync(table, form, field, value).ConfigureAwait(false) is { } trial)
                        filters.Add(trial);
                }
            }
        }

        var sorts = new List<SortTrial>();
        foreach (var column in table.Columns.Where(column => column.Length > 0).Take(8))
        {
            if (sorts.Count == MostSorts || !lab.GoesOn)
                break;
            if (await SortAsync(column).ConfigureAwait(false) is { } trial)
                sorts.Add(trial);
        }

        return table with { Filters = filters, Sorts = sorts, Paging = lab.GoesOn ? await PageAsync().ConfigureAwait(false) : null };
    }

    /// <summary>Whether rows stand in ascending or descending order by a column; empty when in neither, or when all are equal.</summary>
    public static string OrderOf(IReadOnlyList<string> cells)
    {
        if (cells.Count < 2 || cells.Distinct(StringComparer.OrdinalIgnoreCase).Count() < 2)
            return "";
        var compare = cells.All(cell => Number(cell) is not null)
            ? (Comparison<string>)((a, b) => Number(a)!.Value.CompareTo(Number(b)!.Value))
            : (a, b) => string.Compare(a, b, StringComparison.OrdinalIgnoreCase);
        var pairs = cells.Zip(cells.Skip(1)).ToList();
        return pairs.All(pair => compare(pair.First, pair.Second) <= 0) ? "ascending" : pairs.All(pair => compare(pair.First, pair.Second) >= 0) ? "descending" : "";
    }

    private static decimal? Number(string text)
    {
        var digits = new string([.. text.Where(c => char.IsDigit(c) || c is '.' or '-')]);
        return digits.Length > 0 && text.All(c => char.IsDigit(c) || c is '.' or ',' or '-' or ' ' or '%' || char.GetUnicodeCategory(c) == UnicodeCategory.CurrencySymbol)
            && decimal.TryParse(digits, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private static IEnumerable<string> Values(ExploredField field, ExploredTable table)
    {
        if (field.Kind == FieldKind.Choice)
            return field.Options.Where(option => option != field.Value && !SampleValues.IsNothing(option)).Take(MostOptions);
        // The first word of a record that is not the first, so that finding it moves something; of a text, not of a date or an amount.
        var cells = table.Sample.Count > 0 ? table.Sample[^1].Where(cell => cell.Any(char.IsLetter)).ToList() : [];
        var word = cells.SelectMany(cell => cell.Split(' ', StringSplitOptions.RemoveEmptyEntries)).FirstOrDefault(word => word.Length > 3 && word.All(char.IsLetter));
        return word is not null ? [word, OtherCase(word), Nonsense] : [Nonsense];
    }

    private static string OtherCase(string word) => word.Any(char.IsUpper) ? word.ToLowerInvariant() : word.ToUpperInvariant();

    private async Task<FilterTrial?> FilterAsync(ExploredTable table, ExploredForm form, ExploredField field, string value)
    {
        if (await lab.StandAsync(form.Opening).ConfigureAwait(false) is not { } before)
            return null;
        var was = FirstColumn(before);
        var steps = FormProbe.Put(field, value).ToList();
        if (await lab.DoAsync(before, steps, [value]).ConfigureAwait(false) is not { } done)
            return null;
        var now = Left(was, done.After);
        var further = form.Submit is not null ? $"Click {form.Submit}" : field.Kind != FieldKind.Choice ? "Press Enter" : null;
        if (now.SequenceEqual(was, StringComparer.Ordinal) && further is not null)
        {
            if (await lab.StandAsync(form.Opening).ConfigureAwait(false) is not { } again || await lab.DoAsync(again, [.. steps, further], [value]).ConfigureAwait(false) is not { } sent)
                return null;
            steps.Add(further);
            (before, done) = (again, sent);
            now = Left(was, done.After);
        }

        if (now.SequenceEqual(was, StringComparer.Ordinal))
            return null; // it narrows something else
        var empty = now.Count == 0 ? AppScreen.Messages(before, done.After).Where(message => !message.IsTransient && message.Text.Length > 8 && !message.Text.Contains(value, StringComparison.Ordinal)).MaxBy(message => message.Text.Length)?.Text : null;
        var all = now.Count > 0 ? _app.Claims.FirstTrue([$"every row contains \"{value}\"", $"all rows contain \"{value}\""], done.After) : null;
        var gone = was.Except(now, StringComparer.Ordinal).Where(text => text.Length > 3 && _app.Claims.IsQuotable(text)).Select(text => $"\"{text}\" is not displayed").Take(2);
        var left = Table(done.After) is null ? now.Where(_app.Claims.IsQuotable).Take(2).Select(ClaimWriter.Displayed) : [];
        var claims = done.Stage.Claims.Concat(all is null ? [] : [all]).Concat(_app.Claims.Still(left.Concat(gone), done.After)).Distinct(StringComparer.Ordinal);
        lab.Keep(now.Count == 0 ? ExperimentKind.SearchMiss : field.Kind == FieldKind.Choice ? ExperimentKind.Filter : ExperimentKind.Search, field.Label, value, form.Opening, lab.Lasting(done.Stage.Steps, claims), await WidenAsync(field, before, done.After, further is not null && steps.Count > 1 ? further : null).ConfigureAwait(false));
        return new(field.Label, value, steps, now.Count, [.. now.Take(5)], [.. was.Except(now, StringComparer.Ordinal).Take(3)], empty);
    }

    // What was hidden is there again once the search is cleared.
    private async Task<Stage?> WidenAsync(ExploredField field, Observation before, Observation after, string? further)
    {
        if (field.Kind == FieldKind.Choice || field.Value.Length > 0)
            return null;
        var steps = further is null ? new[] { $"Clear {field.Phrase}" } : [$"Clear {field.Phrase}", further];
        if (await lab.DoAsync(after, steps).ConfigureAwait(false) is not { } widened)
            return null;
        var back = _app.Claims.Still(_app.Claims.Standing(before), widened.After);
        return lab.Lasting(widened.Stage.Steps, back.Where(claim => !_app.Claims.IsTrue(claim, after, null)));
    }

    private async Task<SortTrial?> SortAsync(string column)
    {
        if (await lab.StandAsync().ConfigureAwait(false) is not { } before || Table(before) is not { } table)
            return null;
        var header = TableReader.Headers(table).FirstOrDefault(node => (Naming.Label(node) is { Length: > 0 } label ? label : node.InnerText) == column);
        var control = header is null ? null : header.Descendants().Prepend(header).LastOrDefault(node => node.IsInteractive && (node.Role is "button" or "link" || node == header));
        if (header is null || control is null)
            return null;
        var phrase = new Naming(_app.Grounder, before).Phrase(control, GroundingPurpose.Click);
        if (phrase is null)
            return null;
        var at = TableReader.Headers(table).ToList().IndexOf(header);
        var was = Column(table, at);
        if (await lab.DoAsync(before, [$"Click {phrase}"]).ConfigureAwait(false) is not { } done || Table(done.After) is not { } sorted)
            return null;
        var now = Column(sorted, at);
        var order = OrderOf(now);
        if (order.Length == 0 && now.SequenceEqual(was, StringComparer.Ordinal))
            return null;
        var again = await TurnAsync(done, phrase, column, at).ConfigureAwait(false);
        lab.Keep(ExperimentKind.Sort, column, order, [], lab.Lasting(done.Stage.Steps, Ordered(column, order, done.After).Concat(done.Stage.Claims)), again);
        return new(column, done.Stage.Steps, order, TableReader.Texts(sorted) is [{ } first, ..] ? first : []);
    }

    // Once more: the other way round.
    private async Task<Stage?> TurnAsync(Laboratory.Result sorted, string phrase, string column, int at)
    {
        if (await lab.DoAsync(sorted.After, [$"Click {phrase}"]).ConfigureAwait(false) is not { } turned || Table(turned.After) is not { } table)
            return null;
        return lab.Lasting(turned.Stage.Steps, Ordered(column, OrderOf(Column(table, at)), turned.After).Concat(turned.Stage.Claims));
    }

    private IEnumerable<string> Ordered(string column, string order, Observation screen)
        => order.Length == 0 || _app.Claims.FirstTrue([$"the \"{column}\" column is sorted in {order} order"], screen) is not { } claim ? [] : [claim];

    /// <summary>Turns to the next page and back; null when there is none, or it shows the same.</summary>
    public async Task<PagingTrial?> PageAsync()
    {
        if (await lab.StandAsync().ConfigureAwait(false) is not { } before)
            return null;
        var was = FirstRow(before);
        var next = before.Tree.Nodes.FirstOrDefault(node => node is { IsVisible: true, IsDisabled: false, Role: "button" or "link" } && Naming.Label(node).Trim('›', '»', '→', ' ').ToLowerInvariant() is "next" or "next page" or "go to next page" or "older");
        if (was.Count == 0 || next is null || new Naming(_app.Grounder, before).Phrase(next, GroundingPurpose.Click) is not { } phrase)
            return null;
        if (await lab.DoAsync(before, [$"Click {phrase}"]).ConfigureAwait(false) is not { } done)
            return null;
        var now = FirstRow(done.After);
        if (now.Count == 0 || now.SequenceEqual(was, StringComparer.Ordinal))
            return null;
        // The pages hold different rows.
        var others = FirstColumn(before).Except(FirstColumn(done.After), StringComparer.Ordinal).Where(text => text.Length > 3 && _app.Claims.IsQuotable(text)).Select(text => $"\"{text}\" is not displayed").Take(2);
        var stages = new List<Stage?> { lab.Lasting(done.Stage.Steps, done.Stage.Claims.Concat(_app.Claims.Still(others, done.After)).Distinct(StringComparer.Ordinal)) };
        var back = done.After.Tree.Nodes.FirstOrDefault(node => node is { IsVisible: true, IsDisabled: false, Role: "button" or "link" } && Naming.Label(node).Trim('‹', '«', '←', ' ').ToLowerInvariant() is "previous" or "prev" or "previous page" or "go to previous page" or "newer");
        var backPhrase = back is null ? null : new Naming(_app.Grounder, done.After).Phrase(back, GroundingPurpose.Click);
        if (backPhrase is not null && await lab.DoAsync(done.After, [$"Click {backPhrase}"]).ConfigureAwait(false) is { } returned)
            stages.Add(lab.Lasting(returned.Stage.Steps, _app.Claims.Still(_app.Claims.Standing(before), returned.After)));
        lab.Keep(ExperimentKind.Paging, "Paging", "", [], stages);
        return new(done.Stage.Steps, was, now, backPhrase);
    }

    private static UiNode? Table(Observation screen) => TableReader.Tables(screen.Tree.Root).FirstOrDefault();

    private static List<string> Column(UiNode table, int at) => [.. TableReader.Texts(table).Select(row => at >= 0 && at < row.Count ? row[at] : "")];

    private static IReadOnlyList<string> FirstRow(Observation screen) => TableReader.Read(screen) is [{ Sample: [{ } first, ..] }, ..] ? first : [];

    // Fewer blocks than make a list are no list to a reader: of those that were there, what is still called by its name is left.
    private static List<string> Left(List<string> was, Observation after)
    {
        var now = FirstColumn(after);
        if (now.Count > 0 || Table(after) is not null)
            return now;
        var texts = ScreenParts.Texts(after);
        return [.. was.Where(texts.ContainsKey)];
    }

    // Of a table the first cell with words in it; of a list the names.
    private static List<string> FirstColumn(Observation screen)
    {
        if (Table(screen) is { } table)
            return [.. TableReader.Texts(table).Select(row => row.FirstOrDefault(cell => cell.Any(char.IsLetterOrDigit)) ?? "")];
        return TableReader.Read(screen) is [var list, ..] ? [.. list.Sample.Select(row => row[0])] : [];
    }
}
