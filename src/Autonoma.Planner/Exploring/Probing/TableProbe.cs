using System.Globalization;
using Autonoma.Engine.Grounding;
using Autonoma.Engine.Observing;
using Autonoma.Planner.Exploring.Reading;

namespace Autonoma.Planner.Exploring.Probing;

/// <summary>Searches, filters, sorts and pages through the records of a page and notes what was left of them.</summary>
internal sealed class TableProbe(AppScreen app, Uri page, CancellationToken cancellationToken)
{
    private const string Nonsense = "zzqxv";
    private const int MostOptions = 4;
    private const int MostSorts = 4;

    /// <summary>The table with what was tried.</summary>
    public async Task<ExploredTable> TryAsync(ExploredTable table, IReadOnlyList<ExploredForm> forms, Func<bool> goesOn)
    {
        var filters = new List<FilterTrial>();
        foreach (var form in forms.Where(form => form.IsFilter && !form.IsDialog))
        {
            foreach (var field in form.Fields.Where(field => field.Kind is FieldKind.Search or FieldKind.Text or FieldKind.Choice))
            {
                foreach (var value in Values(field, table))
                {
                    if (!goesOn())
                        break;
                    if (await FilterAsync(table, form, field, value).ConfigureAwait(false) is { } trial)
                        filters.Add(trial);
                }
            }
        }

        var sorts = new List<SortTrial>();
        foreach (var column in table.Columns.Where(column => column.Length > 0).Take(8))
        {
            if (sorts.Count == MostSorts || !goesOn())
                break;
            if (await SortAsync(column).ConfigureAwait(false) is { } trial)
                sorts.Add(trial);
        }

        return table with { Filters = filters, Sorts = sorts, Paging = goesOn() ? await PageAsync().ConfigureAwait(false) : null };
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
        var first = table.Sample.Count > 0 ? table.Sample[^1].FirstOrDefault(cell => cell.Any(char.IsLetter)) : null;
        var word = first?.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word.All(char.IsLetterOrDigit)).MaxBy(word => word.Length);
        return word is { Length: > 2 } ? [word, Nonsense] : [Nonsense];
    }

    private async Task<FilterTrial?> FilterAsync(ExploredTable table, ExploredForm form, ExploredField field, string value)
    {
        if (!await app.StandAtAsync(page, form.Opening, cancellationToken).ConfigureAwait(false))
            return null;
        var before = await app.LookAsync(cancellationToken).ConfigureAwait(false);
        var was = FirstColumn(before);
        await app.Driver.Screen.MarkAsync(cancellationToken).ConfigureAwait(false);
        var steps = FormProbe.Put(field, value).ToList();
        foreach (var step in steps)
        {
            if (!await app.ActAsync(step, cancellationToken).ConfigureAwait(false))
                return null;
        }

        var after = await app.LookAsync(cancellationToken).ConfigureAwait(false);
        var now = FirstColumn(after);
        if (now.SequenceEqual(was, StringComparer.Ordinal) && form.Submit is not null)
        {
            steps.Add($"Click {form.Submit}");
            if (!await app.ActAsync(steps[^1], cancellationToken).ConfigureAwait(false))
                return null;
            after = await app.LookAsync(cancellationToken).ConfigureAwait(false);
            now = FirstColumn(after);
        }
        else if (now.SequenceEqual(was, StringComparer.Ordinal) && field.Kind != FieldKind.Choice)
        {
            steps.Add("Press Enter");
            if (!await app.ActAsync(steps[^1], cancellationToken).ConfigureAwait(false))
                return null;
            after = await app.LookAsync(cancellationToken).ConfigureAwait(false);
            now = FirstColumn(after);
        }

        if (now.SequenceEqual(was, StringComparer.Ordinal))
            return null; // it narrows something else
        var empty = now.Count == 0 ? AppScreen.Messages(before, after).Where(message => !message.IsTransient && message.Text.Length > 8 && !message.Text.Contains(value, StringComparison.Ordinal)).MaxBy(message => message.Text.Length)?.Text : null;
        return new(field.Label, value, steps, now.Count, [.. now.Take(5)], [.. was.Except(now, StringComparer.Ordinal).Take(3)], empty);
    }

    private async Task<SortTrial?> SortAsync(string column)
    {
        if (await app.GoAsync(page, cancellationToken).ConfigureAwait(false) is not { } before || Table(before) is not { } table)
            return null;
        var header = TableReader.Headers(table).FirstOrDefault(node => (Naming.Label(node) is { Length: > 0 } label ? label : node.InnerText) == column);
        var control = header is null ? null : header.Descendants().Prepend(header).LastOrDefault(node => node.IsInteractive && (node.Role is "button" or "link" || node == header));
        if (header is null || control is null)
            return null;
        var phrase = new Naming(app.Grounder, before).Phrase(control, GroundingPurpose.Click);
        if (phrase is null)
            return null;
        var at = TableReader.Headers(table).ToList().IndexOf(header);
        var was = Column(table, at);
        var step = $"Click {phrase}";
        await app.Driver.Screen.MarkAsync(cancellationToken).ConfigureAwait(false);
        if (!await app.ActAsync(step, cancellationToken).ConfigureAwait(false))
            return null;
        var after = await app.LookAsync(cancellationToken).ConfigureAwait(false);
        if (Table(after) is not { } sorted)
            return null;
        var now = Column(sorted, at);
        var order = OrderOf(now);
        return order.Length == 0 && now.SequenceEqual(was, StringComparer.Ordinal) ? null : new(column, [step], order, TableReader.Texts(sorted) is [{ } first, ..] ? first : []);
    }

    private async Task<PagingTrial?> PageAsync()
    {
        if (await app.GoAsync(page, cancellationToken).ConfigureAwait(false) is not { } before)
            return null;
        var was = FirstRow(before);
        var next = before.Tree.Nodes.FirstOrDefault(node => node is { IsVisible: true, IsDisabled: false, Role: "button" or "link" } && Naming.Label(node).Trim('›', '»', '→', ' ').ToLowerInvariant() is "next" or "next page" or "go to next page" or "older");
        if (was.Count == 0 || next is null || new Naming(app.Grounder, before).Phrase(next, GroundingPurpose.Click) is not { } phrase)
            return null;
        var step = $"Click {phrase}";
        if (!await app.ActAsync(step, cancellationToken).ConfigureAwait(false))
            return null;
        var after = await app.LookAsync(cancellationToken).ConfigureAwait(false);
        var now = FirstRow(after);
        if (now.Count == 0 || now.SequenceEqual(was, StringComparer.Ordinal))
            return null;
        var back = after.Tree.Nodes.FirstOrDefault(node => node is { IsVisible: true, IsDisabled: false, Role: "button" or "link" } && Naming.Label(node).Trim('‹', '«', '←', ' ').ToLowerInvariant() is "previous" or "prev" or "previous page" or "go to previous page" or "newer");
        return new([step], was, now, back is null ? null : new Naming(app.Grounder, after).Phrase(back, GroundingPurpose.Click));
    }

    private static UiNode? Table(Observation screen) => TableReader.Tables(screen.Tree.Root).FirstOrDefault();

    private static List<string> Column(UiNode table, int at) => [.. TableReader.Texts(table).Select(row => at >= 0 && at < row.Count ? row[at] : "")];

    private static IReadOnlyList<string> FirstRow(Observation screen) => TableReader.Read(screen) is [{ Sample: [{ } first, ..] }, ..] ? first : [];

    // Of a table the first cell with words in it; of a list the names.
    private static List<string> FirstColumn(Observation screen)
    {
        if (Table(screen) is { } table)
            return [.. TableReader.Texts(table).Select(row => row.FirstOrDefault(cell => cell.Any(char.IsLetterOrDigit)) ?? "")];
        return TableReader.Read(screen) is [var list, ..] ? [.. list.Sample.Select(row => row[0])] : [];
    }
}
