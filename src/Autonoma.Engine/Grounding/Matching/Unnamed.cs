using Autonoma.Engine.Grounding.Screens;
using Autonoma.Engine.Grounding.Wording;
using Autonoma.Engine.Language;

namespace Autonoma.Engine.Grounding.Matching;

/// <summary>What the page gives no name, and people do: told by where it is.</summary>
internal static class Unnamed
{
    /// <summary>"The amount box left of the Post button": a field that nothing on the page names goes by any word that the page has for nothing else, where its place is told.</summary>
    public static HeadMatcher.Fit Field(Query query, ScreenNode node, Reading reading)
    {
        if (!node.IsField || reading.Head.Kind is not (ElementKind.Field or ElementKind.TextArea or ElementKind.Dropdown) || reading.Head.Ordinal != 0 || reading.IsLoose
            || reading.Relations is not [{ Kind: RelationKind.LeftOf or RelationKind.RightOf or RelationKind.NextTo or RelationKind.Between, Target.NameMask: not 0 }, ..])
            return default;
        if (node.Names.Any(name => name.Origin is NameOrigin.Accessible or NameOrigin.Title or NameOrigin.Placeholder) || node.Node.Name.Length > 0 || KindFit.Of(node, reading.Head.Kind) is var kind && kind < 0.8)
            return default;
        foreach (var t in query.Indexes(reading.Head.NameMask))
        {
            if (query.Tokens[t].IsSpecific || char.IsUpper(query.Tokens[t].Raw.FirstOrDefault('A')) || query.IsKnown(t) || query.Tokens[t].Concept is not null || StateFit.IsState(query.Tokens[t].Text))
                return default;
        }

        return reading.Head.NameMask == 0 ? default : new(0.75 * kind, "is a field without a name");
    }

    /// <summary>"Period 3 on Tuesday": where the head of a row and the head of a column cross, whatever is written there, or nothing.</summary>
    public static HeadMatcher.Fit Cell(Query query, ScreenNode node, Reading reading)
    {
        if (!Roles.IsCell(node) || reading.Head.Kind is not (ElementKind.Any or ElementKind.Cell) || reading.Head.NameMask == 0 || reading.Head.Ordinal != 0 || reading.IsLoose
            || reading.Relations is not [{ Kind: RelationKind.In or RelationKind.Of, Target: { Ordinal: 0, NameMask: not 0 } column }])
            return default;
        var (under, along) = (0.0, 0.0);
        foreach (var name in node.Names)
        {
            if (name.Origin == NameOrigin.Column)
                under = Math.Max(under, NameScore.Of(query, column.NameMask, name.Text));
            if (name.Origin == NameOrigin.Row)
                along = Math.Max(along, NameScore.Of(query, reading.Head.NameMask, name.Text));
        }

        return under > 0.8 && along > 0.9 ? new(0.85 * along, "is where its row and its column cross") : default;
    }
}
