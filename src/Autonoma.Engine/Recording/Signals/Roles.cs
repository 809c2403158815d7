namespace Autonoma.Engine.Recording.Signals;

/// <summary>Which roles are the same thing to somebody who uses the page.</summary>
internal static class Roles
{
    private static readonly string[][] Families =
    [
        ["textbox", "searchbox"],
        // What means nothing may become a wrapper of another kind, never a control.
        ["generic", "text", "paragraph", "group", "region", "none", "presentation", "strong", "emphasis"],
        ["row", "listitem", "article"],
        ["cell", "gridcell", "rowheader"],
        ["img", "image", "graphics-document", "graphics-symbol"],
    ];

    /// <summary>Whether an element of the one role may stand where one of the other stood.</summary>
    public static bool Fit(string recorded, string now) => recorded == now || Families.Any(family => family.Contains(recorded) && family.Contains(now));
}
