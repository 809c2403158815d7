using System.Buffers.Text;
using System.Text;
using Autonoma.Platform.Refusals;

namespace Autonoma.Server.Answers;

/// <summary>A part of a list.</summary>
/// <param name="Items">In order.</param>
/// <param name="Next">Give it as <c>cursor</c> for what follows; null at the end.</param>
internal sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>Cursors of lists: they say where the last page ended, so that rows that come and go between two pages are neither missed nor seen twice.</summary>
internal static class Cursor
{
    public const int Default = 50, Most = 200;

    public static int Limit(int? limit) => limit is null ? Default : limit is >= 1 and <= Most ? limit.Value : throw Refused.Invalid("list.limit", "limit", $"A page has 1 to {Most} items.");

    /// <summary>The id that the last page ended with.</summary>
    public static Guid? Id(string? cursor) => cursor is null ? null : Guid.TryParseExact(Text(cursor), "N", out var id) ? id : throw Wrong();

    /// <summary>The text that the last page ended with.</summary>
    public static string? Text(string? cursor)
    {
        if (cursor is null)
            return null;
        try
        {
            return Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor));
        }
        catch (FormatException)
        {
            throw Wrong();
        }
    }

    /// <summary>A page of rows of which one more than asked for was read.</summary>
    public static Page<TItem> Of<TRow, TItem>(IReadOnlyList<TRow> rows, int limit, Func<TRow, TItem> item, Func<TRow, string> place)
        => rows.Count <= limit ? new([.. rows.Select(item)], null) : new([.. rows.Take(limit).Select(item)], Base64Url.EncodeToString(Encoding.UTF8.GetBytes(place(rows[limit - 1]))));

    /// <summary>A page of rows in the order of their ids.</summary>
    public static Page<TItem> Of<TRow, TItem>(IReadOnlyList<TRow> rows, int limit, Func<TRow, TItem> item)
        where TRow : Platform.Data.Entity
        => Of(rows, limit, item, row => row.Id.ToString("N"));

    private static RefusedException Wrong() => Refused.Invalid("list.cursor", "cursor", "This is no cursor of this list.");
}
