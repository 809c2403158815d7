using System.Text.RegularExpressions;
using Autonoma.Engine.Language;
using Autonoma.Engine.Recording.Format;

namespace Autonoma.Engine.Recording.Export;

/// <summary>What code can check of a claim.</summary>
internal enum ExportedCheckKind
{
    /// <summary>A text is shown by an element of a role.</summary>
    Shown,
    /// <summary>A text is shown nowhere.</summary>
    Absent,
    /// <summary>The address holds a text.</summary>
    Address,
    /// <summary>A field holds a value.</summary>
    Value,
    /// <summary>A control is enabled or disabled, checked or not.</summary>
    State,
}

/// <summary>One check.</summary>
/// <param name="Kind">What.</param>
/// <param name="Text">The text, address, value or state.</param>
/// <param name="Role">Role of the element; <c>text</c> for any.</param>
/// <param name="Name">Its name.</param>
/// <param name="Frame">Selector of the frame; null for the page itself.</param>
/// <param name="IsNarrow">Whether the sentence says more than this.</param>
internal sealed record ExportedCheck(ExportedCheckKind Kind, string Text, string Role = "text", string? Name = null, bool IsNarrow = false, string? Frame = null);

/// <summary>From a claim and what proved it to checks that code can make.</summary>
internal static partial class ClaimReading
{
    private static readonly HashSet<string> Composite = new(StringComparer.Ordinal)
    {
        "row", "rowgroup", "table", "grid", "treegrid", "list", "listitem", "article", "group", "region", "form", "dialog", "alertdialog", "main", "navigation", "menu", "listbox", "tablist", "tree", "treeitem", "radiogroup",
    };

    private static readonly string[] States = ["disabled", "enabled", "unchecked", "not checked", "checked"];

    /// <summary>The checks; empty when code cannot check the claim.</summary>
    public static IReadOnlyList<ExportedCheck> Read(RecordedJudgement part)
        => part.By is [{ Frame: { } frame }, ..] ? [.. Checks(part).Select(check => check with { Frame = frame })] : Checks(part);

    private static IReadOnlyList<ExportedCheck> Checks(RecordedJudgement part)
    {
        var quoted = Quotes.Find(part.Claim).Select(span => span.Text).Where(text => text.Length > 0).ToList();
        var proof = part.By is [var first, ..] ? first : null;
        if (Address().IsMatch(part.Claim))
        {
            var path = quoted.Count > 0 ? quoted[0] : AddressPart().Match(part.Claim) is { Success: true } match ? match.Value : null;
            return path is null ? [] : [new(ExportedCheckKind.Address, path)];
        }

        if (part.Absence is true)
            return quoted.Count == 1 && !Scoped().IsMatch(Outside(part.Claim)) ? [new(ExportedCheckKind.Absent, quoted[0])] : [];
        // What is denied and not said in quotes cannot be told from what is claimed.
        if (proof is null || Denial().IsMatch(Outside(part.Claim)) && !States.Any(state => Outside(part.Claim).Contains(state, StringComparison.OrdinalIgnoreCase)))
            return [];
        if (proof.Name is { } field && proof.Role is "textbox" or "searchbox" or "spinbutton" && quoted.Count > 0 && quoted[^1] != proof.Name)
            return [new(ExportedCheckKind.Value, quoted[^1], proof.Role, proof.Name)];
        var outside = Outside(part.Claim);
        if (States.FirstOrDefault(state => outside.Contains(state, StringComparison.OrdinalIgnoreCase)) is { } state && (proof.Name ?? proof.Text) is { } called)
            return proof.Role is "button" or "textbox" or "checkbox" or "radio" or "switch" or "combobox" ? [new(ExportedCheckKind.State, state == "not checked" ? "unchecked" : state, proof.Role, called)] : [];
        var said = quoted.Where(text => part.By!.Any(other => other.Text is { } shown && TextFold.Fold(shown).Contains(TextFold.Fold(text), StringComparison.Ordinal))).ToList();
        if (said.Count > 0 && said.Count == quoted.Count)
            return [.. said.Select(text => new ExportedCheck(ExportedCheckKind.Shown, text, proof.Role == "heading" ? "heading" : "text", IsNarrow: !Plain().IsMatch(outside)))];
        // What a row or a card says is the words of its parts: no element has them as one text.
        return proof.Text is { Length: <= 80 } all && !Composite.Contains(proof.Role) ? [new(ExportedCheckKind.Shown, all, proof.Role == "heading" ? "heading" : "text", IsNarrow: true)] : [];
    }

    private static string Outside(string claim)
    {
        foreach (var span in Quotes.Find(claim).Reverse())
            claim = claim.Remove(span.Start, Math.Min(span.End, claim.Length) - span.Start).Insert(span.Start, "''");
        return claim;
    }

    [GeneratedRegex(@"\b(?:url|page address|web address|address bar|address of the page|path)\b|\baddress\s+(?:is|ends|contains|starts|has)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    [GeneratedRegex(@"(?<=\s)(?:https?:/)?/[\w\-./?=&#%]*")]
    private static partial Regex AddressPart();

    [GeneratedRegex(@"\b(?:not|no|never|neither|nor|none|nothing|without|cannot)\b|n't\b", RegexOptions.IgnoreCase)]
    private static partial Regex Denial();

    // "The X checkbox is not visible" says nothing of the text X elsewhere.
    [GeneratedRegex(@"\b(?:in|on|within|under|inside|next|row|column|table|list|heading|button|link|checkbox|switch|radio|field|box|input|dropdown|menu|option|tab|image|picture|icon|card|section|dialog)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Scoped();

    // "X" is displayed; the heading "X" is shown; the text "X" appears: nothing is said beyond that.
    [GeneratedRegex(@"^\s*(?:the\s+)?(?:main\s+)?(?:heading|text|message|title|page heading|word|words|note|notice)?\s*''\s*(?:(?:is|are)\s+(?:now\s+)?(?:displayed|shown|visible|there)|appears?|shows?|reads?|says?)?(?:\s+on (?:the|this) (?:page|screen))?\s*\.?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Plain();
}
