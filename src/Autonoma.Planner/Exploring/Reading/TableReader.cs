using Autonoma.Engine.Observing;

namespace Autonoma.Planner.Exploring.Reading;

/// <summary>Reads tables and lists of records.</summary>
internal static class TableReader
{
    private const int SampleRows = 5;

    /// <summary>The tables of a screen that hold records, in reading order; a screen without one answers its list of records.</summary>
    public static IReadOnlyList<ExploredTable> Read(Observation screen)
    {
        var within = ScreenParts.Usable(screen);
        var tables = Tables(within).Select(Table).ToList();
        if (tables.Count > 0)
            return tables;
        if (List(within) is { } list)
            return [FromList(list)];
        return RecordReader.Records(within) is { Count: > 0 } records ? [FromBlocks(records)] : [];
    }

    /// <summary>Whether there is a table, or a list of records.</summary>
    public static bool HasRecords(UiNode within) => Tables(within).Any() || List(within) is not null || RecordReader.Records(within).Count > 0;

    /// <summary>The elements that are tables.</summary>
    public static IEnumerable<UiNode> Tables(UiNode within)
        => within.Descendants().Where(node => node.Role is "table" or "grid" or "treegrid" && node.IsVisible && node.Descendants().Any(cell => cell.Role == "columnheader"));

    /// <summary>The header cells of a table.</summary>
    public static IReadOnlyList<UiNode> Headers(UiNode table) => [.. table.Descendants().Where(node => node.Role == "columnheader" && node.IsVisible)];

    /// <summary>The rows with cells: not the header, and not the one row that says that there is nothing.</summary>
    public static IReadOnlyList<UiNode> Rows(UiNode table)
    {
        var columns = Headers(table).Count;
        return [.. table.Descendants().Where(node => node.Role == "row" && node.IsVisible && Cells(node).Count is var cells && cells > 0 && (columns <= 1 || cells > 1))];
    }

    /// <summary>The cells of a row.</summary>
    public static IReadOnlyList<UiNode> Cells(UiNode row) => [.. row.Children.SelectMany(Inner).Where(node => node.Role is "cell" or "gridcell" or "rowheader")];

    /// <summary>Texts of the rows, cell by cell.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Texts(UiNode table) => [.. Rows(table).Select(row => (IReadOnlyList<string>)[.. Cells(row).Select(cell => cell.InnerText)])];

    private static ExploredTable Table(UiNode table)
    {
        var rows = Texts(table);
        return new()
        {
            Name = table.Name.Length > 0 ? table.Name : ScreenParts.Above(table),
            Columns = [.. Headers(table).Select(header => Naming.Label(header) is { Length: > 0 } label ? label : header.InnerText)],
            Rows = rows.Count,
            Sample = [.. rows.Take(SampleRows)],
        };
    }

    private static IEnumerable<UiNode> Inner(UiNode node) => node.Role is "generic" or "presentation" or "none" ? node.Children.SelectMany(Inner).Prepend(node) : [node];

    // Records without a table: items of one list that each have a name and something to do.
    private static UiNode? List(UiNode within)
        => within.Descendants().Where(node => node.Role is "list" or "feed" && node.IsVisible && !ScreenParts.IsAround(node) && Items(node).Count >= 3 && Items(node).All(item => item.Descendants().Any(below => below.Role is "link" or "button")))
            .OrderByDescending(node => Items(node).Count).ThenBy(node => node.Index).FirstOrDefault();

    private static List<UiNode> Items(UiNode list) => [.. list.Children.Where(node => node.Role is "listitem" or "article" && node.IsVisible)];

    private static ExploredTable FromList(UiNode list) => new()
    {
        Name = list.Name.Length > 0 ? list.Name : ScreenParts.Above(list),
        Rows = Items(list).Count,
        Sample = [.. Items(list).Take(SampleRows).Select(item => (IReadOnlyList<string>)[FirstText(item)])],
    };

    private static ExploredTable FromBlocks(IReadOnlyList<UiNode> records) => new()
    {
        Name = ScreenParts.Above(records[0]),
        Rows = records.Count,
        Sample = [.. records.Take(SampleRows).Select(record => (IReadOnlyList<string>)[RecordReader.NameOf(record) ?? record.InnerText])],
    };

    private static string FirstText(UiNode item)
        => item.Descendants().FirstOrDefault(node => node.Role is "heading" or "link" && node.InnerText.Length > 0)?.InnerText ?? item.InnerText;
}
