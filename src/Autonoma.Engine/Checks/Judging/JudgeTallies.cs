using Autonoma.Engine.Checks.Finding;
using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>Counts that the page tells itself: "7 orders", "Orders: 7", a badge beside "Inbox", a tally beside an icon.</summary>
internal sealed partial class Judge
{
    // Words that may stand beside a count without changing what is counted.
    private static readonly HashSet<string> CountFillers = new(StringComparer.Ordinal) { "in", "total", "found", "shown", "listed", "displayed", "showing", "there", "are", "is", "overall", "altogether", "all", "currently", "the", "you", "have", "of", "a", "on", "to" };

    /// <summary>
    /// The numbers that short texts of the page give for a noun, with every further word of the text said by the claim too. Texts of
    /// controls and messages count something else: what a filter would show, what was done.
    /// </summary>
    private List<(int Number, UiNode Line)> Told(string noun, IReadOnlyCollection<string> said, Func<UiNode, bool>? inside = null)
    {
        var told = new List<(int, UiNode)>();
        for (var p = 0; p < _scene.TokenCount; p++)
        {
            if (!Phrase.SameStem(_scene.TokenAt(p), noun))
                continue;
            var line = _scene.Line(_scene.OwnerAt(p));
            var from = _scene.Start(line);
            var tokens = _scene.Tokens(line);
            if (tokens.Count > 9 || inside?.Invoke(line) == false || line.Ancestors().Prepend(line).Any(a => Scene.IsControl(a) || Kinds.IsToast(a) || a.Role is "columnheader"))
                continue;
            var at = p - from;
            var before = at - 1;
            while (before >= 0 && !tokens[before].All(char.IsDigit) && said.Any(w => Phrase.SameStem(w, tokens[before])))
                before--;
            int? number = before >= 0 && tokens[before].All(char.IsDigit) && int.TryParse(tokens[before], out var n) ? n : null;
            var used = before;
            if (number is null && at + 2 == tokens.Count && tokens[at + 1].All(char.IsDigit) && int.TryParse(tokens[at + 1], out n))
                (number, used) = (n, at + 1);
            if (number is null || used > 0 && tokens[used - 1] is "of" or "to" or "/" or "top")
                continue;
            var rest = tokens.Where((_, i) => i != used && i != at);
            if (rest.All(t => CountFillers.Contains(t) || said.Any(w => Phrase.SameStem(w, t))))
                told.Add((number.Value, line));
        }

        return told;
    }

    /// <summary>The one count that texts tell for a noun with its further words; every such word is on that line, and no two lines differ.</summary>
    private (int Number, UiNode Line)? ToldOnce(string noun, IReadOnlyCollection<string> said, Func<UiNode, bool>? inside = null)
    {
        var told = Told(noun, said, inside).Where(t => said.All(w => _scene.Tokens(t.Line).Any(x => Phrase.SameStem(x, w)))).ToList();
        return told.Count > 0 && told.All(t => t.Number == told[0].Number) ? told[0] : null;
    }

    /// <summary>"The purchase request counts 3 items": a text that counts just that, with all the words of the subject.</summary>
    private Ruling ToldOf(List<ClaimToken> subject, Amount amount)
    {
        var expected = $"{ClaimToken.Join(subject)}: {amount}";
        var noun = amount.Noun.SelectMany(t => Phrase.Tokens(t.Text)).Where(w => !Fillers.Contains(w)).ToList();
        var said = subject.SelectMany(t => Phrase.Tokens(t.Text)).Concat(noun.SkipLast(1)).Where(w => !Fillers.Contains(w)).ToList();
        if (noun.Count == 0 || said.Count == 0 || said.Any(DenialWords.Contains))
            return Ruling.Unknown(expected, "it is not plain what is counted");
        return ToldOnce(noun[^1], said) is { } told
            ? Ruling.Of(amount.Fits(told.Number), expected, $"it says '{Says(told.Line)}'", told.Line)
            : Ruling.Unknown(expected, "no text counts them");
    }

    /// <summary>A filter that is on now and says those words: "Low stock only" ticked, the tab "Open" selected, the status "Paid" chosen.</summary>
    private bool IsFilteredBy(IReadOnlyList<string> words) => ViewsNamed(words).Any();

    private IEnumerable<UiNode> ViewsNamed(IReadOnlyList<string> words)
    {
        foreach (var node in _scene.Nodes)
        {
            if (node.IsText || !_scene.IsPresent(node) || !(node.Checked == TriState.On || node.Pressed == TriState.On || node.Selected == true || node.IsCurrent || node.Value is { Length: > 0 and < 40 } && node.Tag == "select" || (Scene.IsControl(node) || node.IsInteractive) && _scene.Length(node) is > 0 and < 6 && LooksChosen(node) == true))
                continue;
            var name = node.Tag == "select" ? Phrase.Tokens(node.Value) : _scene.NameTokens(node) is { Length: > 0 } own ? own : [.. _scene.Tokens(node)];
            var content = name.Where(t => t.Any(char.IsLetter) && t is not ("only" or "show" or "just" or "the" or "filter" or "by")).ToList();
            if (content.Count > 0 && words.All(w => content.Any(c => Phrase.SameStem(c, w))) && content.All(c => words.Any(w => Phrase.SameStem(c, w))))
                yield return node;
        }
    }

    // What icons and arrows beside a number count.
    private static readonly (string Words, string Marks)[] TallyMarks =
    [
        ("vote upvote point", "▲△↑⬆🔼👍"), ("like thumb", "👍❤♥♡💙"), ("comment reply answer message", "💬🗨🗩"), ("attachment file", "📎🖇"), ("view", "👁👀"), ("star", "★⭐☆"), ("heart favourite favorite", "❤♥♡"), ("share", "↗🔗"),
    ];

    /// <summary>"has 5 votes", "has 2 comments": the number of the record that stands beside the word, in an element named so, or beside its icon.</summary>
    private Ruling Tally(List<ClaimToken> subject, Amount amount)
    {
        var expected = $"{ClaimToken.Join(subject)}: {amount}";
        var noun = amount.Noun.SelectMany(t => Phrase.Tokens(t.Text)).Where(w => !Fillers.Contains(w)).ToList();
        var owner = Read(subject);
        if (noun.Count != 1 || !owner.Required.Any())
            return Ruling.Unknown(expected, "it is not plain what is counted");
        var records = _resolver.RecordsOf(owner, rowsOnly: true);
        if (records.Count != 1)
            return Ruling.Unknown(expected, $"{records.Count} records fit '{owner}'");
        var record = records[0].Record;
        var word = noun[0];
        var marks = TallyMarks.Where(m => m.Words.Split(' ').Any(w => Phrase.SameStem(w, word))).SelectMany(m => m.Marks.EnumerateRunes()).Select(r => r.ToString()).ToHashSet(StringComparer.Ordinal);
        var numbers = new Dictionary<int, UiNode>();
        for (var p = _scene.Start(record); p < _scene.End(record); p++)
        {
            if (!_scene.TokenAt(p).All(char.IsDigit) || !int.TryParse(_scene.TokenAt(p), out var number))
                continue;
            var node = _scene.OwnerAt(p);
            var beside = p + 1 < _scene.End(record) && Phrase.SameStem(_scene.TokenAt(p + 1), word) || p > _scene.Start(record) && Phrase.SameStem(_scene.TokenAt(p - 1), word);
            for (var holder = node; !beside && !ReferenceEquals(holder, record) && holder is not null && _scene.Length(holder) <= 3; holder = holder.Parent)
                beside = !holder.IsText && (_scene.NameTokens(holder).Any(t => Phrase.SameStem(t, word)) || Scene.ClassWords(holder.ClassName + " " + holder.TestId).Any(t => Phrase.SameStem(t, word)) || marks.Count > 0 && (holder.InnerText + holder.IconHint).EnumerateRunes().Any(r => marks.Contains(r.ToString())));
            if (beside)
                numbers.TryAdd(number, node);
        }

        return numbers.Count == 1
            ? Ruling.Of(amount.Fits(numbers.First().Key), expected, $"it shows {numbers.First().Key}", numbers.First().Value).Telling(word)
            : Ruling.Unknown(expected, numbers.Count == 0 ? $"no number of it says '{word}'" : "several numbers may be meant");
    }

    /// <summary>"3 unread messages are counted in the inbox": the number beside the name of the place, which a count of the records bears out.</summary>
    private Ruling Badge(Amount amount, List<ClaimToken> place)
    {
        var expected = $"{amount} counted {ClaimToken.Join(place)}";
        var words = place.SelectMany(t => Phrase.Tokens(t.Text)).Where(w => !Fillers.Contains(w) && w is not ("folder" or "tab" or "badge" or "counter" or "menu")).ToArray();
        if (words.Length == 0)
            return Ruling.Unknown(expected, "the place is not told");
        var badges = new List<(int Number, UiNode Node)>();
        foreach (var position in _scene.Find(words))
        {
            var end = position + words.Length;
            if (end >= _scene.TokenCount || !_scene.TokenAt(end).All(char.IsDigit) || !int.TryParse(_scene.TokenAt(end), out var number))
                continue;
            // The name and the number are all that the entry says, but for a glyph.
            var node = _scene.Holder(position, words.Length + 1);
            if (_scene.Tokens(node).Count(t => t.Any(char.IsLetterOrDigit)) == words.Length + 1)
                badges.Add((number, node));
        }

        if (badges.Count != 1)
            return Ruling.Unknown(expected, "no number stands beside that name");
        // Words such as "unread" are borne out by the records; only the noun is left to the name of the place.
        var others = Read(amount.Noun).Required.SelectMany(t => t.Words).SkipLast(1).ToList();
        if (others.Count > 0 && !(others is [var only] && (StateMarks.TryGetValue(only, out _) && MailGroup(amount.Noun[^1].Text) is { } group && Shown(group).Count(r => HasMark(r, only) == true) == badges[0].Number)))
            return Ruling.Unknown(expected, $"'{string.Join(' ', others)}' is not accounted for");
        return Ruling.Of(amount.Fits(badges[0].Number), expected, $"it says {badges[0].Number}", badges[0].Node).Telling(others);
    }

    /// <summary>"the quantity of the drill": the one field with a number in that record, when nothing labels it otherwise.</summary>
    private UiNode? StepperOf(NounPhrase phrase)
    {
        var noun = phrase.Required.FirstOrDefault(t => t.Words is ["quantity" or "qty" or "amount" or "count"]);
        if (noun is null || phrase.Required.Count() < 2)
            return null;
        var rest = NounPhrase.Read([.. phrase.Source.Where(t => !t.Is("quantity", "qty", "amount", "count"))], _scene);
        var records = _resolver.RecordsOf(rest, rowsOnly: true);
        if (records.Count != 1)
            return null;
        var fields = records[0].Record.Descendants().Where(n => Scene.IsField(n) && _scene.IsPresent(n) && n.Name.Length == 0 && n.Value is { Length: > 0 } value && value.All(char.IsDigit)).ToList();
        if (fields.Count != 1)
            return null;
        _told.Add(noun.Words[0]);
        return fields[0];
    }
}
