using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>"A is off, the other three switches are on": the controls of its kind and group, without the one that was just spoken of.</summary>
internal sealed partial class Judge
{
    private Ruling? OthersAre(Clause clause)
    {
        if (clause.Others is not { Count: > 0 } named || clause.Subject is not [_, { IsQuoted: false } other, ..] || !other.Is("other", "others", "rest"))
            return null;
        var said = clause.Verb == ClaimVerb.Can && clause.Object is [var be, { } deed] && be.Is("be") && deed.Is("used", "clicked", "pressed", "tapped") ? [ClaimToken.Word("enabled")] : clause.Object;
        if (clause.Verb is not (ClaimVerb.Be or ClaimVerb.Can) || said.Count == 0 || LongestState(said, out var state, out var value) != said.Count || state == ElementState.Visible)
            return null;
        var noun = clause.Subject[2..];
        int? many = noun.Count > 0 ? Cardinal(noun[0]) : null;
        if (noun.Exists(t => t.IsMark || t.Is("than", "and", "or", "of", "in")))
            return null;
        var those = new List<UiNode>();
        foreach (var subject in named)
        {
            if (Decide(new() { Subject = subject, Verb = ClaimVerb.Be, Object = said }).Evidence is not [{ IsText: false } control] || Test(control, state, Read(subject)) is null)
                return null;
            those.Add(control);
        }

        var phrase = Finding.NounPhrase.Read([], null);
        var first = those[0];
        bool IsLike(UiNode n) => !n.IsText && _scene.IsShown(n) && n.Role == first.Role && n.Checked is null == first.Checked is null && !those.Contains(n) && Test(n, state, phrase) is not null;
        // Buttons of one name stand in the entries of a list; what is called otherwise is a choice of its own beside the others.
        var name = _scene.NameTokens(first);
        var peers = _scene.Nodes.Where(IsLike).ToList();
        if (first.Checked is null && peers.FindAll(n => _scene.NameTokens(n).SequenceEqual(name)) is { Count: > 0 } alike)
            peers = alike;
        var scope = first.Ancestors().FirstOrDefault(a => those.TrueForAll(a.IsSelfOrAncestorOf) && peers.FindAll(a.IsSelfOrAncestorOf) is { Count: > 0 } inside && (many is null ? inside.Count == peers.Count : inside.Count >= many));
        if (scope is null)
            return null;
        peers = peers.FindAll(scope.IsSelfOrAncestorOf);
        if (many is { } number && peers.Count != number)
            return Ruling.Unknown(clause.Text, $"{peers.Count} others are there");
        var odd = peers.Find(p => Test(p, state, phrase) != (value != clause.Negated));
        return odd is null ? Ruling.Held(clause.Text, $"all {peers.Count} others are", [.. peers.Take(12)]) with { IsAccounted = noun.Count == 0 || noun.Count == 1 && many is not null } : Ruling.Unknown(clause.Text, $"{Label(odd)} is not");
    }
}
