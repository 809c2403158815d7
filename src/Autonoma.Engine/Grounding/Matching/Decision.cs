using Autonoma.Engine.Grounding.Screens;
using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;
using Autonoma.Engine.Observing.Labels;

namespace Autonoma.Engine.Grounding.Matching;

/// <summary>One, several, or none: said with reasons.</summary>
internal static class Decision
{
    // Characters: what is longer is a text under a title.
    private const int LongestValue = 60;

    public static GroundingResult Of(Query query, string description, List<Candidate> ranked, double threshold, double margin)
    {
        var shown = ranked.Take(5).Select(c => new GroundingCandidate(Target(query, c.Node).Node, Math.Clamp(c.Score, 0, 1), c.Why)).ToList();
        if (ranked.Count == 0 || ranked[0].Score < threshold)
        {
            var nearest = ranked.Count > 0 ? shown : Nearest(query);
            return new()
            {
                Outcome = GroundingOutcome.NotFound,
                Candidates = nearest,
                Explanation = nearest.Count == 0
                    ? $"Nothing on the screen answers to \"{description}\"."
                    : $"Nothing on the screen answers to \"{description}\"; nearest: {string.Join("; ", nearest.Take(3).Select(Describe))}.",
            };
        }

        var best = ranked[0];
        var rivals = ranked.Skip(1).Where(c => c.Score >= best.Score - margin).ToList();
        rivals.AddRange(ranked.Skip(1 + rivals.Count).Where(other => Siblings.AreEquallyCalled(best, other)));
        rivals = Settle(query, best, rivals, out var chosen);
        if (rivals.Count > 0)
        {
            return new()
            {
                Outcome = GroundingOutcome.Ambiguous,
                Candidates = shown,
                Confidence = 0,
                Explanation = $"\"{description}\" fits {rivals.Count + 1} elements equally well: {string.Join("; ", new[] { best }.Concat(rivals).Take(4).Select(c => Describe(new(c.Node.Node, c.Score, Where(c.Node)))))}. Say which, e.g. by its row, section or position.",
            };
        }

        var target = Target(query, ValueBeside(query, chosen) ?? chosen.Node);
        var (node, region) = CanvasRegions.Resolve(target);
        return new()
        {
            Outcome = GroundingOutcome.Found,
            Node = node.Node,
            Region = region,
            Confidence = Math.Clamp(chosen.Score, 0, 1),
            Candidates = shown,
            Explanation = $"{node.Node}: {chosen.Why}.",
        };
    }

    // Between equals: what lies under something else gives way, what the last step opened goes first.
    private static List<Candidate> Settle(Query query, Candidate best, List<Candidate> rivals, out Candidate chosen)
    {
        chosen = best;
        if (rivals.Count == 0)
            return rivals;
        var all = new List<Candidate> { best };
        all.AddRange(rivals);
        var free = all.Where(c => !IsBehind(query.Screen, c.Node)).ToList();
        if (free.Count == 1)
        {
            chosen = free[0];
            return [];
        }

        // "Kind of trip" over four radio buttons, to choose from: the group, not one of them.
        if (query.Purpose == GroundingPurpose.Select && all.Where(c => c.Node.Role is "group" or "radiogroup" or "listbox" or "tablist" && all.TrueForAll(other => c.Node.Contains(other.Node))).ToList() is [var group])
        {
            chosen = group;
            return [];
        }

        // A caption and the field that it names: what is read is the field.
        if (query.Purpose is GroundingPurpose.Read or GroundingPurpose.Look && all.Where(c => c.Node.IsField || Roles.IsChoice(c.Node.Node)).ToList() is [var field]
            && all.TrueForAll(c => c == field || c.Node.Controls == 0 && field.Node.Names.Any(name => name.Origin is NameOrigin.Beside or NameOrigin.Accessible && name.Text.Folded == Language.TextFold.Fold(c.Node.Node.InnerText))))
        {
            chosen = field;
            return [];
        }

        // "Plus button for children": the one that says so itself, not the one whose line only mentions it.
        if (all.Where(c => SaysItsTies(query, c.Node)).ToList() is [var spoken] && spoken.Node.IsControl && all.TrueForAll(c => c.Node.IsControl))
        {
            chosen = spoken;
            return [];
        }

        // 'The box of "Tern"': the one of what is called so, not of "Tern: repairs".
        if (query.Tokens.Any(token => token.IsQuoted) && all.Where(c => IsOfTheQuoted(query, c)).ToList() is [var exact] && all.TrueForAll(c => c.Ties.Count > 0))
        {
            chosen = exact;
            return [];
        }

        // "The letter of Ida Roe": the row, and not a part of that row which might be called a letter, too.
        if (all.Where(c => Roles.IsRow(c.Node)).ToList() is [var row] && all.TrueForAll(c => c == row || row.Node.Contains(c.Node) && Roles.IsCell(c.Node) && c.Node.Controls <= (c.Node.IsControl ? 1 : 0) && c.Why.StartsWith("is an entry", StringComparison.Ordinal)))
        {
            chosen = row;
            return [];
        }

        // A card that can be clicked, and a part of it that says the same: a click on the part is one on the card.
        if (query.Purpose == GroundingPurpose.Click && all.OrderBy(c => c.Node.Size).ToList() is var nested && nested.TrueForAll(c => c.Node is { IsControl: true, Role: "generic" } && c.Node.Contains(nested[0].Node)) && nested.TrueForAll(c => nested.TrueForAll(d => c.Node.Contains(d.Node) || d.Node.Contains(c.Node)))
            && !nested[0].Node.Node.Descendants().Any(inner => inner.Role != "generic" && Roles.IsControl(inner)))
        {
            chosen = nested[0];
            return [];
        }

        if (all.Count(c => c.IsLiteral) == 1)
        {
            chosen = all.First(c => c.IsLiteral);
            return [];
        }

        // A box that goes by what its row is called, and the link that is called so.
        if (query.Purpose == GroundingPurpose.Click && !query.Tokens.Any(token => KindWords.TryKind(token.Text, out var said) && said is ElementKind.Checkbox or ElementKind.Radio or ElementKind.Switch)
            && all.Where(c => !Roles.IsChoice(c.Node.Node)).ToList() is [var only] && only.Node.IsControl && all.TrueForAll(c => c == only || c.Node.Node.InnerText.Length == 0))
        {
            chosen = only;
            return [];
        }

        // "the Overdue pill", "the Ida chip" to be clicked: the one that acts by itself, not a mark in an entry that says the same.
        if (query.Purpose == GroundingPurpose.Click && query.Tokens.Any(token => !token.IsQuoted && KindWords.TryKind(token.Text, out var said) && said == ElementKind.Badge || token.Text is "filter") && all.Where(c => ActsByItself(c.Node)).ToList() is [var acting]
            && Language.TextFold.Fold(acting.Node.Node.InnerText) is var called && all.TrueForAll(c => c == acting || !c.Node.Contains(acting.Node) && Language.TextFold.Fold(c.Node.Node.InnerText).Contains(called, StringComparison.Ordinal)))
        {
            chosen = acting;
            return [];
        }

        // "The 640 KB document": what stands in the column Document, not the cell that says the size.
        if (query.Purpose is GroundingPurpose.Click or GroundingPurpose.Hover && all.Where(c => IsInColumnOf(query, c.Node)).ToList() is [var headed])
        {
            chosen = headed;
            return [];
        }

        // "Half board" to be chosen: the choice that is called so but for its price, not the cells of a list that merely say so.
        if (query.Purpose == GroundingPurpose.Click && all.Where(c => Roles.IsChoice(c.Node.Node)).ToList() is [var choice] && all.TrueForAll(c => c == choice || c.Node.Controls == 0 && !c.Node.IsControl && !c.Node.Ancestors().TakeWhile(a => a.Size < 200).Any(a => a.IsControl)) && IsCalledBefore(query, choice.Node))
        {
            chosen = choice;
            return [];
        }

        // "The switch for using the card abroad": of three the one called "Abroad".
        if (all.TrueForAll(c => c.Node.IsControl) && all.Select(c => c.Node.Role).Distinct().Count() == 1 && all.Where(c => IsCalledByItsWords(query, c.Node)).ToList() is [var byName] && all.TrueForAll(c => c == byName || c.Node.Names.Any(IsGiven)))
        {
            chosen = byName;
            return [];
        }

        if (query.Context.Opened is { Count: > 0 } opened)
        {
            var inside = all.Where(c => c.Node.SelfAndAncestors().Any(a => opened.Contains(a.Node.Ref))).ToList();
            if (inside.Count == 1)
            {
                chosen = inside[0];
                return [];
            }
        }

        return rivals;
    }

    private static bool IsGiven(NameFact name) => name.Origin is NameOrigin.Accessible or NameOrigin.Beside && name.Text.Words.Length > 0;

    // All that it is called was said.
    private static bool IsCalledByItsWords(Query query, ScreenNode node)
        => node.Names.Where(IsGiven).Any(name => Array.TrueForAll(name.Text.Words, word => Enumerable.Range(0, query.Tokens.Count).Any(t => !query.Tokens[t].IsFiller && query.Match(t, word) > 0.9)));

    // Its name is what was said, and after that only figures.
    private static bool IsCalledBefore(Query query, ScreenNode node)
    {
        var words = node.Names.FirstOrDefault(name => name.Origin is NameOrigin.Accessible or NameOrigin.Beside).Text?.Words ?? [];
        var said = Enumerable.Range(0, query.Tokens.Count).Where(t => !query.Tokens[t].IsFiller && query.Tokens[t].Text.Length > 0).ToList();
        return said.Count > 0 && words.Length >= said.Count && Enumerable.Range(0, said.Count).All(i => query.Match(said[i], words[i]) > 0.9) && words.Skip(said.Count).All(word => !query.Screen.Words.Word(word).Any(char.IsLetter));
    }

    // Whether what it is tied to, or its row, is called exactly what stands in quotation marks.
    private static bool IsOfTheQuoted(Query query, Candidate candidate)
    {
        var said = query.Tokens.Where(token => token.IsQuoted).GroupBy(token => token.Quote).Select(quote => string.Join(' ', quote.Select(token => token.Text))).Where(text => text.Length > 0).ToHashSet(StringComparer.Ordinal);
        bool Is(string text) => said.Contains(string.Join(' ', Language.TextFold.Words(text)));
        return candidate.Ties.Exists(tie => tie.Anchor is { } anchor && Is(anchor.IsText ? anchor.Node.OwnText : anchor.Node.InnerText)) || candidate.Node.Names.Any(name => name.Origin == NameOrigin.Row && Is(name.Text.Folded));
    }

    // Whether what is not a word of its kind and not what its sign shows is all in its accessible name.
    private static bool SaysItsTies(Query query, ScreenNode node)
    {
        // A button is no menu item, whatever it says.
        if (node.Role != "menuitem" && Enumerable.Range(1, Math.Max(0, query.Tokens.Count - 1)).Any(t => KindWords.TryKind($"{query.Tokens[t - 1].Text} {query.Tokens[t].Text}", out var kind) && kind == ElementKind.MenuItem))
            return false;
        var said = 0;
        for (var t = 0; t < query.Tokens.Count; t++)
        {
            var token = query.Tokens[t];
            if (token.IsFiller || token.Text.Length == 0 || token.Concept is not null || KindWords.TryKind(token.Text, out _))
                continue;
            if (!node.Names.Any(name => name.Origin is NameOrigin.Accessible or NameOrigin.Title && name.Text.Words.Any(word => query.Match(t, word) >= 0.8)))
                return false;
            said++;
        }

        return said > 0;
    }

    // A small thing to click that stands in nothing larger to click, and in no entry of a list that says more.
    private static bool ActsByItself(ScreenNode node) => node.IsControl && node.Size <= 6 && !node.Ancestors().TakeWhile(a => a.Size < 60).Any(a => a.IsControl && a.Texts > node.Texts || Roles.IsRow(a) || a.Group >= 0 && a.Texts > 2 * node.Texts && a.Controls <= 4);

    private static bool IsInColumnOf(Query query, ScreenNode node) => node.Names.Any(name => name.Origin == NameOrigin.Column && name.Text.Words is [var word] && Enumerable.Range(0, query.Tokens.Count).Any(t => query.IsHeaderNoun(t) && query.Match(t, word) >= 0.9));

    // Behind a dialog or an open list. What a toast happens to lie over is as good as its equals.
    private static bool IsBehind(ScreenModel screen, ScreenNode node)
    {
        if (!node.Node.IsCovered)
            return false;
        var center = node.Bounds.Center;
        var view = screen.Observation.Viewport;
        return screen.Nodes.Any(over => over.Node.Layer > node.Node.Layer && over.Node.IsVisible && !over.IsText && over.Bounds.Contains(center)
            && (Roles.IsDialog(over) || over.Role is "menu" or "listbox" || over.Bounds.Width * over.Bounds.Height > view.Width * view.Height * 0.3));
    }

    /// <summary>The element to act on: the field of a label, the button around an icon.</summary>
    public static ScreenNode Target(Query query, ScreenNode node)
    {
        if (query.Purpose is GroundingPurpose.Look or GroundingPurpose.Read)
            return node;
        if (node.Tag == "label")
        {
            foreach (var other in query.Screen.Nodes)
            {
                if (other.Node.Labels.Contains(node.Node.Ref) && other.Node.IsVisible)
                    return other;
            }
        }

        if (!node.IsControl)
        {
            foreach (var ancestor in node.Ancestors().Take(3))
            {
                if (ancestor.IsControl && ancestor.Controls <= 1 && ancestor.Size < 14 && !Sameness.IsOneOfSeveral(node, ancestor) && !(query.Purpose is GroundingPurpose.Click or GroundingPurpose.Hover && Sameness.IsSignIn(node, ancestor)))
                    return ancestor;
            }
        }

        return node;
    }

    // "The plate of the Iveco Daily": not the word "Plate" in that entry but what stands beside it. Who means the label says so, or says nothing of whose it is.
    private static ScreenNode? ValueBeside(Query query, Candidate chosen)
    {
        var label = chosen.Node;
        if (!chosen.IsOwned || chosen.Asked == 0 || label.IsControl || label.Controls > 0 || label.Node.Level > 0 || !label.Names.Any(name => name.Origin is NameOrigin.Accessible or NameOrigin.Text && IsAllAsked(query, chosen, name.Text)))
            return null;
        return LabelledValue.NodeOf(label.Node) is { } value && query.Screen[value.IsText ? value.Parent! : value] is { Texts: > 0, Size: < 10 } beside && !beside.Contains(label) && !(beside.Group >= 0 && beside.Group == label.Group) && !(Roles.IsCell(label) && label.Tag != "th") && beside.Node.InnerText.Length <= LongestValue ? beside : null;
    }

    private static bool IsAllAsked(Query query, Candidate chosen, PageText text)
        => (chosen.By ?? query) is var by && text.Words.Length > 0 && Array.TrueForAll(text.Words, word => by.Indexes(chosen.Asked).Any(t => !by.Tokens[t].IsQuoted && by.Match(t, word) >= 0.9));

    private static List<GroundingCandidate> Nearest(Query query)
    {
        var scored = new List<GroundingCandidate>();
        foreach (var node in query.Screen.Nodes)
        {
            var met = System.Numerics.BitOperations.PopCount(query.Own(node));
            if (met > 0 && node.IsControl && node.Node.IsVisible)
                scored.Add(new(node.Node, 0.3 * met / query.Tokens.Count, "shares some of the words"));
        }

        return [.. scored.OrderByDescending(c => c.Score).ThenBy(c => c.Node.Index).Take(3)];
    }

    private static string Describe(GroundingCandidate candidate) => candidate.Why.Length > 0 ? $"{candidate.Node} ({candidate.Why})" : candidate.Node.ToString();

    private static string Where(ScreenNode node)
    {
        foreach (var ancestor in node.Ancestors())
        {
            if (ancestor.Group >= 0 && ancestor.Size > 3 && ancestor.Node.InnerText.Length > 0)
                return "in \"" + (ancestor.Node.InnerText.Length > 50 ? ancestor.Node.InnerText[..50] + "..." : ancestor.Node.InnerText) + "\"";
        }

        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"at {node.Bounds.X:0}, {node.Bounds.Y:0}");
    }
}
