using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Grounding;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>Above and below, as the eye sees it: for things that are no parts with a heading (a picture, a field, a button).</summary>
internal sealed partial class Judge
{
    /// <summary>How far a text may stand from what it is said to be above or below of, CSS pixels: further away something else lies in between.</summary>
    private const double NearInSpace = 160;

    /// <summary>A quoted text above or below one element that the grounder is sure of; null when that cannot be told.</summary>
    private bool? StandsBeside(List<ClaimToken> thing, List<ClaimToken> place)
    {
        if (_grounder is null || thing is not [{ IsQuoted: true } quoted] || place.Count < 2 || !place[0].Is("above", "below", "under", "beneath", "underneath"))
            return null;
        var words = Phrase.Tokens(quoted.Text);
        if (words.Length == 0)
            return null;
        var anchor = _grounder.Ground(ClaimToken.Join(place.Skip(1)), GroundingPurpose.Look, _scene.Observation, _scene.Grounding);
        if (anchor is not { Outcome: GroundingOutcome.Found, Node: { } node, Region: null } || anchor.Confidence < 0.6 || node.Bounds.IsEmpty)
            return null;
        // What stands under a caption is what belongs to it, up to the next caption: that is no matter of space.
        if (!Scene.IsControl(node) && node.Role is not "img" && node.Tag is not ("img" or "svg" or "canvas" or "video"))
            return null;
        var texts = _scene.Find(words).Select(p => _scene.Exactly(p, words.Length)).OfType<UiNode>().Where(n => !n.Bounds.IsEmpty && !node.IsSelfOrAncestorOf(n)).Distinct().ToList();
        if (texts.Count == 0)
            return null;
        return texts.Any(text => IsBeside(text, node, place[0].Is("above")));
    }

    private bool IsBeside(UiNode text, UiNode anchor, bool above)
    {
        var (a, b) = (text.Bounds, anchor.Bounds);
        if (Math.Min(a.Right, b.Right) <= Math.Max(a.X, b.X))
            return false;
        var gap = above ? b.Y - a.Bottom : a.Y - b.Bottom;
        if (gap is <= -4 or >= NearInSpace)
            return false;
        // Below the name field is what comes before the next field.
        var (from, to) = above ? (a.Bottom, b.Y) : (b.Bottom, a.Y);
        return !_scene.Nodes.Any(n => !n.IsText && (Scene.IsControl(n) || n.Role == "img") && _scene.IsShown(n) && !n.Bounds.IsEmpty && !ReferenceEquals(n, anchor) && !n.IsSelfOrAncestorOf(text) && !n.IsSelfOrAncestorOf(anchor) && !anchor.IsSelfOrAncestorOf(n)
            && n.Bounds.Y >= from - 4 && n.Bounds.Bottom <= to + 4 && Math.Min(n.Bounds.Right, b.Right) > Math.Max(n.Bounds.X, b.X));
    }
}
