using Autonoma.Engine.Checks;
using Autonoma.Engine.Observing;
using Autonoma.Engine.Recording.Format;
using Autonoma.Engine.Recording.Signals;

namespace Autonoma.Engine.Recording.Drift;

/// <summary>
/// Watches what a claim is proved by. A claim is judged anew on every run; when it holds, but no longer by the kind of element or in the part
/// of the page that proved it when it was recorded, then what it was about is gone and something else happens to say the same.
/// </summary>
internal static class ProofGuard
{
    private const int MostProofs = 4;

    // What a person would call the thing that speaks; everything else is text.
    private static readonly HashSet<string> Speaking = new(StringComparer.Ordinal)
    {
        "heading", "alert", "status", "dialog", "alertdialog", "button", "link", "textbox", "searchbox", "combobox", "checkbox", "radio", "switch", "tab", "menuitem", "option", "img",
        "columnheader", "row", "cell", "gridcell", "rowheader", "listitem", "table", "grid", "list", "progressbar", "slider", "spinbutton", "navigation", "tooltip",
    };

    // The same thing in two markups.
    private static readonly string[][] Families =
    [
        ["alert", "status", "text", "alertdialog", "dialog"],
        ["row", "listitem", "cell", "gridcell", "rowheader", "text"],
        ["table", "grid", "list"],
        ["textbox", "searchbox"],
    ];

    /// <summary>What proved each part.</summary>
    public static IReadOnlyList<RecordedJudgement> Read(CheckResult result, Observation? screen) => [.. result.Parts.Select(part => new RecordedJudgement
    {
        Claim = part.Claim,
        Absence = part.IsAbsence ? true : null,
        By = part.IsAbsence || part.Evidence.Count == 0 ? null : [.. Distinct(part.Evidence).Take(MostProofs).Select(proof => proof.Proof with { At = screen is null ? null : ProofPlace.Of(proof.Node, proof.Proof.Role, screen) })],
    })];

    /// <summary>Why what holds now is not what held then; null when it is.</summary>
    public static Drifted? Differs(IReadOnlyList<RecordedJudgement>? recorded, CheckResult result)
    {
        for (var i = 0; i < (recorded?.Count ?? 0) && i < result.Parts.Count; i++)
        {
            var (was, part) = (recorded![i], result.Parts[i]);
            if (was.By is not { Count: > 0 } proofs || part.Evidence.Count == 0)
                continue;
            var now = Distinct(part.Evidence).Select(found => found.Proof).ToList();
            // Where several said it, the one that a person looks at counts: a heading, a message.
            var main = proofs.FirstOrDefault(proof => proof.Role == "heading" || IsMessage(proof)) ?? proofs[0];
            if (now.Any(proof => Fits(main, proof)))
                continue;
            return new($"\"{part.Claim}\" holds, but not by what proved it when it was recorded.", Describe(main), Describe(now[0]));
        }

        return null;
    }

    private static bool Fits(RecordedProof recorded, RecordedProof now)
        => (recorded.Role == now.Role || Families.Any(family => family.Contains(recorded.Role) && family.Contains(now.Role)))
            && (Sections.KindOf(recorded.Section) is var was && Sections.KindOf(now.Section) is var isNow && (was == isNow || IsMessage(recorded) && IsMessage(now)));

    // A message may move from a box in the page to a dialog or back: it is still the message.
    private static bool IsMessage(RecordedProof proof) => proof.Role is "alert" or "status" or "dialog" or "alertdialog";

    private static IEnumerable<(UiNode Node, RecordedProof Proof)> Distinct(IReadOnlyList<UiNode> evidence)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in evidence)
        {
            var proof = Proof(node);
            if (seen.Add($"{proof.Role}|{Sections.KindOf(proof.Section)}|{proof.Text}"))
                yield return (node, proof);
        }
    }

    private static RecordedProof Proof(UiNode node)
    {
        UiNode? speaking = null;
        for (var at = node; at is not null && speaking is null; at = at.Parent)
        {
            if (Speaking.Contains(at.Role))
                speaking = at;
            // The dialog around a text is its section; what speaks is the text.
            if (at.Role is "main" or "form" or "region" or "banner" or "contentinfo" or "complementary")
                break;
        }

        var section = Sections.Of(node);
        return new()
        {
            Role = speaking?.Role ?? "text",
            Section = section.Count == 0 ? null : section,
            Frame = Frames.Of(node),
            Text = SignalText.Of(node.IsText ? node.OwnText : node.InnerText),
            Name = node.IsText ? null : SignalText.Of(node.Name) is { } name && name != SignalText.Of(node.InnerText) ? name : null,
        };
    }

    private static string Describe(RecordedProof proof) => $"{proof.Role}{(proof.Text is { } text ? $" \"{Commands.Execution.Wording.Short(text)}\"" : "")}{Sections.Describe(proof.Section)}";
}
