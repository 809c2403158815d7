using System.Text.RegularExpressions;
using Autonoma.Engine.Commands.Execution;
using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Commands;

/// <summary>Signs by which a page shows that it is still at work.</summary>
internal static partial class BusySigns
{
    private const int LongestMessage = 48;

    public static async Task<bool> IsAtRestAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var (rest, seen) = await context.SettleAndLookAsync(cancellationToken).ConfigureAwait(false);
        if (!rest.Settled)
            return false;
        var screen = seen ?? await context.LookAsync(cancellationToken).ConfigureAwait(false);
        // A bar that stood just so before the last action ("2 of 6 done") shows how far something has come, not that something runs.
        var before = context.Session.Baseline?.Tree;
        return !screen.Tree.Nodes.Any(n => IsBusy(n) && !(n is { IsBusy: false, Role: "progressbar", Range: { } range } && before?.Find(n.Ref)?.Range is { } then && then.Now == range.Now));
    }

    public static bool IsBusy(UiNode node)
    {
        if (node.IsBusy)
            return true;
        if (node.IsText)
            return node.OwnText.Length <= LongestMessage && Working().IsMatch(TextFold.Fold(node.OwnText));
        if (node.VisibleBounds.IsEmpty)
            return false;
        if (node.Role == "progressbar")
            return node.Range is not { } range || range.Now < range.Max;
        return node.ClassName.Length > 0 && node.InnerText.Length <= LongestMessage && Spinner().IsMatch(node.ClassName);
    }

    // "Loading", "Signing in…", "Please wait": short, and either one of the fixed phrases or an -ing word that trails off.
    [GeneratedRegex(@"^(?:loading|please wait|one moment(?: please)?)\W*$|^please wait\b|^\p{L}+ing\b.*\.\.\.$")]
    private static partial Regex Working();

    [GeneratedRegex(@"(?:^|[\s_-])(?:spinner|loader|loading|skeleton|shimmer|busy|progress-indeterminate)(?:$|[\s_-])", RegexOptions.IgnoreCase)]
    private static partial Regex Spinner();
}
