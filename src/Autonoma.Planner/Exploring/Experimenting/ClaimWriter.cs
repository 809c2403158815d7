using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using Autonoma.Engine.Checks;
using Autonoma.Engine.Grounding;
using Autonoma.Engine.Observing;
using Autonoma.Planner.Exploring.Probing;
using Autonoma.Planner.Exploring.Reading;

namespace Autonoma.Planner.Exploring.Experimenting;

/// <summary>
/// From what was seen to what a test can claim. A claim is worth making when the checker that will judge it holds it to be true now, and when it
/// was not true before: then it is about what was done, and fails when that is not done any more.
/// </summary>
internal sealed partial class ClaimWriter(IClaimChecker checker, TimeProvider time)
{
    private const int Longest = 110;

    // What would end the quotation, or stand for something else in it.
    private static readonly SearchValues<char> Unquotable = SearchValues.Create("\"{}“”\n");

    /// <summary>What steps brought about.</summary>
    /// <param name="before">Before them.</param>
    /// <param name="after">After them.</param>
    /// <param name="input">What was put into fields.</param>
    /// <param name="most">How many claims are enough.</param>
    public IReadOnlyList<string> Changes(Observation before, Observation after, IReadOnlyCollection<string> input, int most = 7)
    {
        var claims = new List<string>();
        var said = new List<string>();
        foreach (var (kind, words) in Candidates(before, after, input))
        {
            if (claims.Count >= most)
                break;
            // Of texts that say the same one is enough; of each kind a few, so that one kind does not crowd out the others.
            if (claims.Contains(words) || said.Count(other => other == kind) >= (kind is "gone" ? 2 : 3) || !IsTrue(words, after, before) || IsTrue(words, before, null))
                continue;
            claims.Add(words);
            said.Add(kind);
        }

        return claims;
    }

    /// <summary>What can be said of a page as it stands.</summary>
    public IReadOnlyList<string> Standing(Observation screen, int most = 6)
    {
        var claims = new List<string>();
        var address = PageReader.PathOf(screen.Url);
        IEnumerable<string> candidates = [.. Heading(screen), .. Rows(screen), .. Figures(screen), .. Disabled(screen)];
        foreach (var words in candidates)
        {
            if (claims.Count < most && !claims.Contains(words) && IsTrue(words, screen, null))
                claims.Add(words);
        }

        return claims.Count > 0 ? claims : IsTrue($"the URL contains \"{address}\"", screen, null) && address.Length > 1 ? [$"the URL contains \"{address}\""] : [];
    }

    /// <summary>Those of some claims that are true of another screen as well.</summary>
    public IReadOnlyList<string> Still(IEnumerable<string> claims, Observation screen) => [.. claims.Where(claim => IsTrue(claim, screen, null))];

    /// <summary>Whether a claim is true beyond doubt.</summary>
    public bool IsTrue(string claim, Observation screen, Observation? before)
        => checker.WhyUnreadable(claim) is null && checker.Check(claim, screen, new CheckContext(GroundingContext.None, before)).Verdict == CheckVerdict.Held;

    /// <summary>The first of several ways to say the same that is true beyond doubt; null when none is.</summary>
    public string? FirstTrue(IEnumerable<string> claims, Observation screen) => claims.FirstOrDefault(claim => IsTrue(claim, screen, null));

    /// <summary>Whether a text can stand in quotes in a sentence and says the same in the next run.</summary>
    public bool IsQuotable(string text)
        => text.Length is > 1 and <= Longest && text.Any(char.IsLetterOrDigit) && !text.AsSpan().ContainsAny(Unquotable) && !Volatile.Is(text, time.GetUtcNow());

    /// <summary>That a text is displayed.</summary>
    public static string Displayed(string text) => $"\"{text}\" is displayed";

    private IEnumerable<(string Kind, string Words)> Candidates(Observation before, Observation after, IReadOnlyCollection<string> input)
    {
        var messages = AppScreen.Messages(before, after).Where(message => IsQuotable(message.Text)).ToList();
        foreach (var message in messages.Where(message => message.IsTransient && !input.Contains(message.Text)).OrderBy(message => message.Text.Length).Take(2))
            yield return ("message", Displayed(message.Text));
        if (Address(before, after) is { } address)
            yield return ("address", address);
        if (ScreenParts.Heading(after) is { } heading && heading != ScreenParts.Heading(before) && IsQuotable(heading))
            yield return ("heading", $"the heading \"{heading}\" is displayed");
        if (ScreenParts.Dialog(after) is { } opened && ScreenParts.Dialog(before) is null && Title(opened) is { } title && IsQuotable(title))
            yield return ("dialog", $"the \"{title}\" dialog is displayed");
        if (ScreenParts.Dialog(before) is not null && ScreenParts.Dialog(after) is null)
            yield return ("dialog", "the dialog is closed");
        foreach (var message in messages.Where(message => !message.IsTransient && message.Field is not null))
            yield return ("field message", Displayed(message.Text));
        foreach (var claim in RowChanges(before, after))
            yield return ("rows", claim);
        foreach (var claim in States(before, after))
            yield return ("state", claim);
        // What was put in and is shown again, then amounts (sums, prices as a language writes them), then other figures, then the rest.
        foreach (var message in messages.Where(message => !message.IsTransient && message.Field is null).OrderBy(message => Rank(message.Text, input)))
            yield return (Rank(message.Text, input) < 3 ? "telling" : "text", Displayed(message.Text));
        foreach (var text in Gone(before, after))
            yield return ("gone", $"\"{text}\" is not displayed");
    }

    private static int Rank(string text, IReadOnlyCollection<string> input) => input.Any(value => value.Length > 1 && text.Contains(value, StringComparison.Ordinal)) ? 0 : Amount().IsMatch(text) ? 1 : text.Any(char.IsDigit) ? 2 : 3;

    private string? Address(Observation before, Observation after)
    {
        var (from, to) = (PageReader.PathOf(before.Url), PageReader.PathOf(after.Url));
        if (from == to)
            return null;
        // What names a record may be made anew each time: the part before it is said.
        var route = new RoutePattern().Of(new Uri(after.Url));
        var path = route.Contains("{id}", StringComparison.Ordinal) ? route[..route.IndexOf("{id}", StringComparison.Ordinal)] : to.Split('#')[0];
        return path.Length > 1 && IsQuotable(path) ? $"the URL contains \"{path}\"" : null;
    }

    private IEnumerable<string> Heading(Observation screen)
        => ScreenParts.Heading(screen) is { } heading && IsQuotable(heading) ? [$"the heading \"{heading}\" is displayed"] : [];

    private IEnumerable<string> Figures(Observation screen)
        => ScreenParts.Texts(screen).Where(pair => pair.Value == 1 && pair.Key.Any(char.IsDigit) && IsQuotable(pair.Key)).OrderBy(pair => Amount().IsMatch(pair.Key) ? 0 : 1).Select(pair => Displayed(pair.Key)).Take(3);

    private IEnumerable<string> Disabled(Observation screen)
        => ScreenParts.Usable(screen).Descendants().Where(node => node is { Role: "button", IsDisabled: true, IsVisible: true }).Select(Naming.Label).Where(IsQuotable).Select(label => $"the \"{label}\" button is disabled").Take(2);

    private IEnumerable<string> Rows(Observation screen)
    {
        if (TableReader.Tables(ScreenParts.Usable(screen)).FirstOrDefault() is not { } table)
            yield break;
        var rows = TableReader.Texts(table);
        if (rows.Count == 0)
            yield break;
        yield return string.Create(CultureInfo.InvariantCulture, $"the table has {rows.Count} {(rows.Count == 1 ? "row" : "rows")}");
        if (Cells(rows[0]) is { Count: > 0 } first)
            yield return $"the first row contains {Listed(first)}";
        if (rows.Count > 1 && Cells(rows[^1]) is { Count: > 0 } last)
            yield return $"the last row contains {Listed(last)}";
    }

    private IEnumerable<string> RowChanges(Observation before, Observation after)
    {
        if (TableReader.Tables(ScreenParts.Usable(before)).FirstOrDefault() is not { } was || TableReader.Tables(ScreenParts.Usable(after)).FirstOrDefault() is not { } now)
            yield break;
        var old = TableReader.Texts(was).Where(row => row.Count > 0).GroupBy(Key).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        foreach (var claim in Rows(after))
            yield return claim;
        foreach (var row in TableReader.Texts(now))
        {
            var name = row.FirstOrDefault(cell => IsQuotable(cell) && cell.Any(char.IsLetter));
            if (name is null)
                continue;
            var known = old.GetValueOrDefault(Key(row));
            var changed = row.Where((cell, i) => cell != name && IsQuotable(cell) && (known is null || i >= known.Count || known[i] != cell)).Take(2).ToList();
            if (changed.Count > 0)
                yield return $"the row of \"{name}\" contains {Listed(changed)}";
        }
    }

    private static string Key(IReadOnlyList<string> row) => row.FirstOrDefault(cell => cell.Any(char.IsLetter)) ?? string.Join('|', row);

    private static IEnumerable<string> States(Observation before, Observation after)
    {
        foreach (var node in ScreenParts.Usable(after).Descendants().Where(node => node.IsVisible && !node.IsText))
        {
            var label = Naming.Label(node);
            if (label.Length is 0 or > 60 || label.Contains('"', StringComparison.Ordinal))
                continue;
            var was = before.Tree.Find(node.Ref) ?? before.Tree.Nodes.FirstOrDefault(other => other.Role == node.Role && Naming.Label(other) == label);
            if (node.IsEditable && !node.IsPassword && node.Value is { Length: > 0 and < 80 } value && value != was?.Value && !value.Contains('"', StringComparison.Ordinal) && !value.Contains('\n', StringComparison.Ordinal))
                yield return $"the \"{label}\" field contains \"{value}\"";
            if (node.Tag == "select" && node.Value is { Length: > 0 } chosen && chosen != was?.Value)
                yield return $"the \"{label}\" dropdown shows \"{chosen}\"";
            if (node.Checked is { } state && state != was?.Checked && state != TriState.Mixed && node.Role is "checkbox" or "switch" or "radio")
                yield return node.Role == "switch" ? $"the \"{label}\" switch is {(node.Checked == TriState.On ? "on" : "off")}" : node.Role == "radio" ? $"the \"{label}\" radio button is {(node.Checked == TriState.On ? "selected" : "not selected")}" : $"the \"{label}\" checkbox is {(node.Checked == TriState.On ? "checked" : "not checked")}";
            if (node.Role == "button" && was is not null && was.IsDisabled != node.IsDisabled)
                yield return $"the \"{label}\" button is {(node.IsDisabled ? "disabled" : "enabled")}";
            if (node.Role == "tab" && node.Selected == true && was?.Selected != true)
                yield return $"the \"{label}\" tab is selected";
            if (node.Role == "button" && node.Expanded is { } open && was?.Expanded is { } closed && open != closed)
                yield return $"the \"{label}\" button is {(open ? "expanded" : "collapsed")}";
            if (node.Role == "button" && node.Pressed is TriState.On && was?.Pressed is TriState.Off)
                yield return $"the \"{label}\" button is pressed";
            if (node.IsEditable && node.IsPassword != (was?.IsPassword ?? node.IsPassword))
                yield return $"the \"{label}\" field {(node.IsPassword ? "is masked" : "is shown in clear text")}";
        }
    }

    private IEnumerable<string> Gone(Observation before, Observation after)
    {
        var now = ScreenParts.Texts(after);
        return ScreenParts.Texts(before).Keys.Where(text => !now.ContainsKey(text) && text.Length > 3 && IsQuotable(text)).OrderBy(text => text.Any(char.IsDigit) ? 0 : 1);
    }

    private List<string> Cells(IReadOnlyList<string> row) => [.. row.Where(IsQuotable).Where(cell => cell.Length <= 60).Distinct(StringComparer.Ordinal).Take(3)];

    private static string Listed(IReadOnlyList<string> texts) => texts.Count == 1 ? $"\"{texts[0]}\"" : $"{string.Join(", ", texts.SkipLast(1).Select(text => $"\"{text}\""))} and \"{texts[^1]}\"";

    // Something with two places behind its separator: 24.90, 1.249,00.
    [GeneratedRegex(@"\d[.,]\d\d(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Amount();

    private static string? Title(UiNode dialog) => dialog.Name.Length > 0 ? dialog.Name : dialog.Descendants().FirstOrDefault(node => node.Role == "heading")?.InnerText;
}
