using Autonoma.Engine.Checks.Finding;
using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>How many are in a state, and "nothing is ...".</summary>
internal sealed partial class Judge
{
    /// <summary>"13 of 14 employees are selected", "two messages are starred", "no account is selected".</summary>
    private Ruling CountState(List<ClaimToken> subject, ElementState state, bool value, bool negated, List<ClaimToken> rest)
    {
        var expected = $"{ClaimToken.Join(subject)} {(value ? "" : "not ")}{state.ToString().ToLowerInvariant()}";
        var amount = CountsOf(subject);
        var phrase = Read(subject);
        if (amount is null && phrase.Quantifier != "no")
            return Ruling.Unknown(expected, "it is not plain what is counted");
        if (amount is not null && !negated && rest.Count == 0 && StateWords(state, value) is { Count: > 0 } said && CountBeside(amount, said, expected) is { } beside)
            return beside;
        var noun = amount?.Noun ?? subject.Where(t => !t.Is("no", "none", "of", "the")).ToList();
        if (rest.Count > 0)
            noun = [.. noun, .. rest];
        var counted = Read(noun);
        var members = Members(counted, state).Where(n => n.Name.Length == 0 || !_scene.NameTokens(n).Contains("all")).ToList();
        // "Two buttons": an entry of a menu is none.
        if (counted.Kind is ElementKind.Button or ElementKind.Link)
            members = members.FindAll(n => StrictKind(n, counted.Kind));
        else if (counted.Kind == ElementKind.MenuItem && members.Exists(n => n.Role.StartsWith("menuitem", StringComparison.Ordinal)))
            members = members.FindAll(n => n.Role.StartsWith("menuitem", StringComparison.Ordinal));
        // A row that is selected and the box in it that is ticked are one.
        members = members.FindAll(n => !members.Exists(o => !ReferenceEquals(o, n) && n.IsSelfOrAncestorOf(o)));
        // Entries with several boxes each: neither do the boxes tell how many entries are so, nor is it told which box would.
        if (state is ElementState.Selected or ElementState.Checked && !Kinds.IsControlKind(counted.Kind) && members.GroupBy(n => _scene.Records.Around(n).Select(r => r.Record).FirstOrDefault()).Any(g => g.Key is not null && g.Count(n => n.Role != "radio") > 1))
            return Ruling.Unknown(expected, "each entry has several boxes");
        var number = amount?.Number ?? 0;
        if (members.Count > 0)
        {
            var results = members.Select(n => Test(n, state, counted)).ToList();
            if (results.Any(r => r is null))
                return Ruling.Unknown(expected, "of some the state cannot be told");
            // "Two are not ticked" counts those that are not.
            var count = results.Count(r => r == (value != (negated && amount is not null)));
            var counted2 = Ruling.Of(amount?.Fits(count) ?? count == 0, expected, $"{count} of {members.Count} are", [.. members.Take(10)]);
            return amount is null ? counted2.NotIf(negated) : counted2;
        }

        // "No fuel has been chosen": the answers to one question, none of them taken.
        if (amount is null && value && !negated && state is ElementState.Selected or ElementState.Checked && Read(noun) is var choice && choice.Required.Any() && RegionsOf(noun) is [var asked]
            && asked.Parts.SelectMany(p => p.Descendants()).Where(n => n.Role == "radio" && _scene.IsPresent(n) && n.Checked is not null).ToList() is { Count: > 1 } radios && radios.Select(r => r.NameAttribute).Distinct().Count() == 1)
            return Ruling.Of(radios.All(r => r.Checked == TriState.Off), expected, $"of {radios.Count} answers", [.. radios]);
        if (rest.Count == 0 && !negated && state is ElementState.Selected or ElementState.Checked && PickedOf([.. noun], value, amount, expected) is { } picked)
            return picked;
        // The page may say it itself: "2 questions answered", and nothing else counts.
        if (number > 0 && HowMany(counted, null) is { Sure: true } all && value && state is ElementState.Enabled or ElementState.Selected)
            return Ruling.Unknown(expected, $"of {all.Count} the state cannot be told");
        return Ruling.Unknown(expected, $"it is not plain what '{ClaimToken.Join(noun)}' are");
    }

    /// <summary>The words that a label would have for a state: "7 tasks are open" beside "Open tasks".</summary>
    private static List<ClaimToken> StateWords(ElementState state, bool value) => (state, value) switch
    {
        (ElementState.Open, true) => [ClaimToken.Word("open")],
        (ElementState.Open, false) => [ClaimToken.Word("closed")],
        (ElementState.Selected, true) => [ClaimToken.Word("selected")],
        (ElementState.Enabled, true) => [ClaimToken.Word("available")],
        (ElementState.On, true) => [ClaimToken.Word("on")],
        (ElementState.On, false) => [ClaimToken.Word("off")],
        _ => [],
    };

    // "No parcel is selected", "one piece is selected": of the one list of the page, in which each entry has a box to tick.
    private Ruling? PickedOf(List<ClaimToken> noun, bool value, Amount? amount, string expected)
    {
        if ((GroupFor(Read(noun), null) ?? (IsFree(noun) ? OnlyList(null) : null)) is not { } list)
            return null;
        // Of several boxes in an entry it is not told which one picks it.
        var boxes = Shown(list).ConvertAll(r => r.Descendants().Where(n => _scene.IsPresent(n) && n.Checked is not null).ToList() is [{ Role: "checkbox" or "radio" } only] ? only : null);
        if (boxes.Count == 0 || boxes.Contains(null))
            return null;
        var count = boxes.Count(n => n!.Checked == TriState.On == value);
        return amount?.Fits(count) ?? count == 0 ? Ruling.Held(expected, $"{count} of {boxes.Count} are", [.. boxes.Take(10).OfType<UiNode>()]).Telling([.. noun.Select(t => t.Text)]) : null;
    }

    private Ruling NothingIs(Clause clause, ElementState state, bool value, List<ClaimToken> rest)
    {
        var members = _scene.Nodes.Where(n => _scene.IsPresent(n) && (state is ElementState.Checked or ElementState.Selected or ElementState.On) && (n.Checked is not null || n.Selected is not null && n.Role is "option" or "row")).ToList();
        if (members.Count == 0 || rest.Count > 0)
            return Ruling.Unknown(clause.Text, "'nothing' cannot be judged here");
        var odd = members.FirstOrDefault(m => Test(m, state, NounPhrase.Read([], null)) == value);
        return Ruling.Of(odd is null, clause.Text, odd is null ? "none is" : $"{Label(odd)} is", odd is null ? [] : [odd]).NotIf(clause.Negated);
    }

    /// <summary>"Details of exactly one event are expanded": how many records have something expanded in them.</summary>
    private Ruling? DetailsOf(List<ClaimToken> subject, bool expanded)
    {
        var of = subject.FindIndex(t => t.Is("of", "for"));
        if (of < 1 || of + 2 >= subject.Count || !expanded || AmountIn(subject[(of + 1)..]) is not { } amount || !subject[..of].SelectMany(t => Phrase.Tokens(t.Text)).Where(w => !Fillers.Contains(w)).All(_scene.SpeaksOf))
            return null;
        var expected = $"{ClaimToken.Join(subject)} expanded";
        if (GroupFor(Read(amount.Noun), null) is not { } group)
            return Ruling.Unknown(expected, $"it is not plain which records '{ClaimToken.Join(amount.Noun)}' are");
        var told = Shown(group).Where(r => r.Descendants().Prepend(r).Any(n => n.Expanded is not null)).ToList();
        if (told.Count < 2)
            return Ruling.Unknown(expected, "whether they are expanded cannot be told");
        var open = told.Where(r => r.Descendants().Prepend(r).Any(n => n.Expanded == true)).ToList();
        return Ruling.Of(amount.Fits(open.Count), expected, $"{open.Count} of {told.Count} are", [.. open.Take(10)]);
    }

    /// <summary>"the details of event 8998": the block that names it and stands in, or right after, a record that is expanded.</summary>
    private UiNode? DetailBlock(List<ClaimToken> subject)
    {
        var words = subject.SkipWhile(t => t.Is("the", "all", "more")).ToList();
        if (words.Count < 3 || !words[0].Is("details", "detail", "information", "particulars") || !words[1].Is("of", "for", "about", "on"))
            return null;
        var name = words.Skip(2).SkipWhile(t => t.Is("the")).SelectMany(t => Phrase.Tokens(t.Text)).ToArray();
        var blocks = new List<UiNode>();
        foreach (var position in _scene.Find(name))
        {
            var line = _scene.Line(_scene.OwnerAt(position));
            var block = line.IsText || Scene.IsInline(line) ? line.Parent! : line;
            var record = _scene.Records.Around(block).Select(r => r.Record).FirstOrDefault();
            var row = record ?? block.Ancestors().FirstOrDefault(a => a.Tag == "tr" || a.Role == "row");
            var before = row?.Parent?.Children.TakeWhile(c => !ReferenceEquals(c, row)).LastOrDefault(c => !c.IsText);
            if (_scene.Length(line) > name.Length && !line.Ancestors().Any(Scene.IsControl) && (HasExpanded(record) || HasExpanded(before)))
                blocks.Add(block);
        }

        return blocks.Distinct().ToList() is [var only] ? only : null;
    }

    private static bool HasExpanded(UiNode? record) => record?.Descendants().Prepend(record).Any(n => n.Expanded == true) == true;
}
