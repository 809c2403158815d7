using System.Globalization;
using Autonoma.Engine.Checks.Finding;
using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>
/// The last look at states and numbers: that something is so does not hold that it alone is, that so many are, that the first is, nor that what a control is about is as the control is. Such a claim is not
/// refuted, but nothing seen holds it.
/// </summary>
internal sealed partial class Judge
{
    /// <summary>Why a claim that is borne out says more than what was seen; null when nothing speaks against it.</summary>
    private string? Overstated(Clause clause, Ruling ruling)
    {
        // What is not what was meant refutes no more than it holds.
        if (ruling.Verdict == CheckVerdict.Failed && ruling.Evidence.Count > 0)
            return AtOtherPlace(clause, ruling) ?? OfItsControl(clause, ruling);
        if (!ruling.IsHeld)
            return null;
        return AnotherIsToo(clause, ruling) ?? HoldsMore(clause, ruling) ?? (ruling.IsAbsence ? null : AtOtherPlace(clause, ruling)) ?? NotSoMany(clause, ruling) ?? OfItsControl(clause, ruling) ?? LooksRequired(clause, ruling) ?? LooksInvalid(clause, ruling) ?? OtherwiseSaid(clause, ruling) ?? OfAnotherThing(clause, ruling);
    }

    /// <summary>"Three invoices are for X", "two devices are on": one text or control that is so is not so many.</summary>
    private string? NotSoMany(Clause clause, Ruling ruling)
    {
        if (clause.IsExistential || ruling.Evidence is not [var one] || clause.Subject.Count < 2 || clause.Verb != ClaimVerb.Be)
            return null;
        var both = clause.Subject[0].Is("both") || clause.Subject.Count > 2 && clause.Subject[0].Is("a", "an") && clause.Subject[1].Is("single");
        var amount = CountsOf(clause.Subject);
        if (amount is null && !both || amount is { Number: 1, Compare: "=" } && !both && !clause.Subject[0].Is("only", "just", "exactly", "precisely"))
            return null;
        // How many are listed was counted, or each of both was looked for.
        if (both && LongestState(clause.Object, out var shown, out _) > 0 && shown == ElementState.Visible)
            return null;
        var found = ruling.Found.TrimStart();
        if (found.Length > 0 && char.IsDigit(found[0]) || amount is { } fits && fits.Fits(0) || found.StartsWith("of ", StringComparison.Ordinal))
            return null;
        // The page says the number itself, in the line or under a label.
        var told = one.Ancestors().Prepend(one).TakeWhile(a => _scene.Length(a) <= 12).SelectMany(_scene.Tokens).Append("");
        if (amount is not null && (LongestState(clause.Object, out var state, out _) == 0 || state == ElementState.Visible || one.IsText || Test(one, state, Read(clause.Subject)) is null || found.StartsWith("it says", StringComparison.Ordinal)) && told.Any(t => NumberWords.TryCardinal(t, out var number) && number == amount.Number || t == amount.Number.ToString(CultureInfo.InvariantCulture)))
            return null;
        return "how many are so is not seen";
    }

    /// <summary>"Maintenance mode is enabled", where the button to configure it is: what can be done about a thing does not tell how it stands.</summary>
    private string? OfItsControl(Clause clause, Ruling ruling)
    {
        if (clause.Verb is not (ClaimVerb.Be or ClaimVerb.Can) || clause.Object.Count == 0 || ruling.Evidence.Count != 1 || ruling.Evidence[0] is not { IsText: false } control || !(Scene.IsControl(control) || control.IsInteractive))
            return null;
        var said = clause.Verb == ClaimVerb.Can ? clause.Object.Where(t => !t.Is("be")).ToList() : clause.Object;
        if (clause.Verb == ClaimVerb.Can && (said.Count != 1 || !said[0].Is("clicked", "pressed", "used", "tapped", "activated", "edited", "changed", "modified")))
            return null;
        var isActive = said.Exists(t => t.Is("active", "inactive", "activated", "deactivated"));
        var isState = LongestState(said, out var state, out _) > 0;
        if (!isActive && clause.Verb != ClaimVerb.Can && !(isState && state is ElementState.Enabled or ElementState.Editable))
            return null;
        var phrase = Read(clause.Subject);
        var required = phrase.Required.SelectMany(t => t.Words).ToArray();
        var name = _scene.NameTokens(control) is { Length: > 0 } own ? own : Scene.IsField(control) ? [] : [.. _scene.Tokens(control)];
        // "The lights are dimmed", where the switch is off and can be used.
        if (said[0].Is("dimmed") && control.Checked is not null && !Kinds.IsControlKind(phrase.Kind))
            return "how the switch stands is another thing";
        // "Previous is enabled", found as the one beside a word that cannot be used.
        if (required.Length == 0 && phrase.Kind == ElementKind.Any && name.Length > 0 && !clause.Subject.SelectMany(t => Phrase.Tokens(t.Text)).Any(w => name.Any(x => Phrase.SameStem(x, w))))
            return $"'{Says(control)}' is another";
        // What is told by its icon or its place needs none of the words.
        if (required.Length == 0 || name.Length == 0 || !required.Any(_scene.SpeaksOf))
            return null;
        if (Kinds.IsControlKind(phrase.Kind))
            return name.Any(w => required.Any(r => Phrase.SameStem(r, w))) || Scene.IsField(control) || phrase.Places.Contains(ElementKind.Dialog) || phrase.Ordinal != 0 || required.Length > 1 ? null : $"'{Says(control)}' is another";
        bool InName(string word) => name.Any(w => Phrase.SameStem(w, word));
        var isToggle = Scene.IsField(control) || control.Checked is not null || control.Pressed is not null || control.Selected is not null;
        if (clause.Subject[0].Is("a", "an") && !isToggle)
            return "what can be done does not tell how it stands";
        // A link or tab leads to the things: that it can be followed does not make them available.
        if (said[0].Is("available") && (control.Role is "link" or "tab" || control.Role == "button" && phrase.IsPlural))
            return "what leads there does not tell how it stands";
        if (!isToggle)
            return clause.Verb == ClaimVerb.Can && said.Exists(t => Phrase.SameStem(t.Text, name[0])) || required.Any(InName) && name.Where(w => !Fillers.Contains(w)).All(w => required.Any(r => Phrase.SameStem(r, w)) || w.All(c => !char.IsLetter(c))) || required.All(InName) && Phrase.SameStem(name[0], required[0]) && !isActive && !said[0].Is("available") && IsOnlyDeed(name[0]) ? null : "what can be done about it does not tell how it stands";
        return required.Any(r => Phrase.SameStem(r, name[0])) || required.All(InName) && (state is not (ElementState.Enabled or ElementState.Editable) && !isActive) ? null : "how a control in its entry stands does not tell how it stands";
    }

    /// <summary>"Save" for "Save changes": a word that the page has for nothing but what its controls do.</summary>
    private bool IsOnlyDeed(string word) => _scene.Find([word]).All(p => _scene.OwnerAt(p).Ancestors().Prepend(_scene.OwnerAt(p)).Any(Scene.IsControl));

    /// <summary>"Name *", "(required)", "Please choose": the label says what the field's attributes do not.</summary>
    private string? LooksRequired(Clause clause, Ruling ruling)
    {
        if (clause.Verb != ClaimVerb.Be || LongestState(clause.Object, out var state, out var value) == 0 || state != ElementState.Required || value != clause.Negated && clause.Subject.Count > 0 && !clause.Subject[0].Is("no", "none"))
            return null;
        var fields = ruling.Evidence.Where(Scene.IsField).ToList();
        var named = fields.Find(f => !f.IsRequired && _scene.NameTokens(f) is { Length: > 0 } name && _scene.Nodes.Any(n => n.IsText && _scene.IsShown(n) && _scene.Length(n) < 12 && MustWords.IsMatch(n.OwnText) && Phrase.IndexOf([.. _scene.Tokens(n)], name) >= 0));
        if (named is not null)
            return "a line says otherwise";
        var marked = fields.Find(f => !f.IsRequired && (BlockOf(f) is var block && MustWords.IsMatch(_scene.ShownText(block)) || f.Name.Contains('*', StringComparison.Ordinal)));
        return marked is null && !_scene.Nodes.Any(n => n.IsText && _scene.IsShown(n) && _scene.Length(n) < 16 && AllRequired.IsMatch(n.OwnText)) ? null : "its label or a hint says otherwise";
    }

    private static readonly System.Text.RegularExpressions.Regex MustWords = new(@"\*|\b(required|mandatory|must|please|needed)\b", System.Text.RegularExpressions.RegexOptions.IgnoreCase | System.Text.RegularExpressions.RegexOptions.CultureInvariant);
    private static readonly System.Text.RegularExpressions.Regex AllRequired = new(@"\b(all|every)\b.*\b(required|mandatory|needed)\b|\b(required|mandatory)\b.*\b(all|unless)\b", System.Text.RegularExpressions.RegexOptions.IgnoreCase | System.Text.RegularExpressions.RegexOptions.CultureInvariant);

    /// <summary>"The website is valid", where a line under the field complains of it.</summary>
    private string? LooksInvalid(Clause clause, Ruling ruling)
    {
        if (clause.Verb != ClaimVerb.Be || LongestState(clause.Object, out var state, out var value) == 0 || state != ElementState.Invalid)
            return null;
        var denied = clause.Negated || clause.Subject is [{ } no, ..] && no.Is("no", "none", "neither");
        if (value != denied)
            return null;
        var fields = ruling.Evidence.Where(Scene.IsField).ToList();
        if (clause.Subject[0].Is("no", "all", "every", "each", "none"))
            fields = [.. fields.Union(_scene.Nodes.Where(n => Scene.IsField(n) && _scene.IsShown(n)))];
        return fields.Exists(f => BlockOf(f) is var block && TextsOf(block).Any(t => t.Index > f.Index && !f.IsSelfOrAncestorOf(t) && t.OwnText.Any(char.IsLetter) && !t.Ancestors().Any(Scene.IsControl))) ? "a line under the field may say otherwise" : null;
    }

    /// <summary>The block of a field: its label, hints and errors, and no other field.</summary>
    private UiNode BlockOf(UiNode field)
    {
        var block = field;
        foreach (var up in field.Ancestors().TakeWhile(a => _scene.Length(a) <= 40))
        {
            if (up.Descendants().Any(d => !ReferenceEquals(d, field) && Scene.IsField(d) && _scene.IsPresent(d) && !field.IsSelfOrAncestorOf(d)))
                break;
            block = up;
        }

        return block;
    }

    /// <summary>"X is not done", where beside it stands nothing, a tick or what somebody did: that it is another word does not hold that it is not so.</summary>
    private string? OtherwiseSaid(Clause clause, Ruling ruling)
    {
        if (!clause.Negated || clause.Verb != ClaimVerb.Be || clause.Object is not [{ IsQuoted: false, HasDigit: false, IsCapital: false }, ..] || clause.Object.Count > 3 || ruling.IsAbsence || clause.Object[0].Is(Prepositions) || LongestState(clause.Object, out var state, out _) > 0 && state != ElementState.Empty && !ruling.Found.StartsWith("it reads", StringComparison.Ordinal) || ruling.Evidence.Count == 0)
            return null;
        var words = clause.Object.SelectMany(t => Phrase.Tokens(t.Text)).Where(w => !Fillers.Contains(w)).ToList();
        foreach (var node in ruling.Evidence)
        {
            if (node.Descendants().Prepend(node).Any(n => n.Checked == TriState.On))
                return "its box is ticked";
            if (node.Descendants().Prepend(node).Any(n => n.Checked is not null) || node.Tag == "select" && !words.Exists(w => Phrase.Tokens(node.Value ?? node.InnerText).Any(t => Phrase.SameStem(t, w))))
                continue;
            // What is in a field does not tell what it is like.
            if (Scene.IsField(node) && state != ElementState.Empty)
                return "what the field has does not tell";
            var text = _scene.Tokens(node);
            if (!text.Any(t => t.Count(char.IsLetter) > 1) || words.Exists(w => text.Any(t => Phrase.SameStem(t, w))) || text.Any(t => t is "by" or "from") && !words.Exists(w => w is "by" or "from") || text.Count > 0 && _scene.ShownText(node).TrimStart().StartsWith(':'))
                return "what stands there does not tell";
        }

        return null;
    }

    /// <summary>A word for how a thing is, where what was looked at is a thing of the page: the theme and the paint of the page, a lobby and the block of that name, a plan and the button to choose it.</summary>
    private string? OfAnotherThing(Clause clause, Ruling ruling)
    {
        if (clause.Verb != ClaimVerb.Be || clause.Object.Count == 0)
            return null;
        if (clause.Subject.Exists(t => !t.IsQuoted && t.Is("theme", "mode", "appearance", "scheme") && _scene.SpeaksOf(t.Text)) && ruling.Found.StartsWith("the background", StringComparison.Ordinal))
            return "what is chosen is not how the page is painted";
        if (LongestState(clause.Object, out var state, out var value) == 0)
            return null;
        if (state == ElementState.Empty && value == clause.Negated && ruling.Evidence.Any(n => !Scene.IsField(n) && _scene.Length(n) < 8 && _scene.Tokens(n).Any(t => t is "empty" or "none" or "nothing" or "0")))
            return "it is said to be empty";
        if (ruling.Evidence is not [{ IsText: false } one])
            return null;
        if (state is ElementState.Selected or ElementState.Checked or ElementState.On && value == clause.Negated && IsDeed(one) && Read(clause.Subject) is { Kind: ElementKind.Any } phrase && _scene.NameTokens(one).Count(w => w.Any(char.IsLetter)) > phrase.Required.Sum(t => t.Words.Length))
            return "what can be done does not tell how it stands";
        return state is ElementState.Open && value != clause.Negated && one.Expanded == true && one.Parent is { } block && block.Descendants().Any(n => n.IsText && _scene.IsShown(n) && _scene.Tokens(n).Any(t => t is "closed" or "shut")) ? "it says that it is closed" : null;
    }

    /// <summary>"has been added to the cart", where a button offers to add it: a control says what it would do, and the verb in its plain form says no more.</summary>
    private static bool OffersOnly(UiNode text, IReadOnlyList<string> tokens, string deed)
    {
        if (tokens.Contains(deed, StringComparer.Ordinal))
            return text.Ancestors().Any(IsDeed);
        return text.Ancestors().Prepend(text).Any(Scene.IsControl) || deed.Length > 4 && deed.EndsWith("ed", StringComparison.Ordinal) && tokens.Any(t => t.Length < deed.Length && Phrase.SameStem(t, deed));
    }

    private static readonly System.Buffers.SearchValues<char> Alarms = System.Buffers.SearchValues.Create("⚠❗❌⛔✖");

    /// <summary>What leaves open how many messages, errors or warnings there are: one that nothing marks as such, or one that is marked as a message and warns of nothing.</summary>
    private UiNode? MayBeOne(NounPhrase phrase, IReadOnlyList<UiNode> counted, Amount amount, Func<UiNode, bool> inside)
    {
        bool IsFurther(UiNode n) => inside(n) && !counted.Any(m => m.IsSelfOrAncestorOf(n) || n.IsSelfOrAncestorOf(m));
        if (counted.Count == 0)
            return !amount.Fits(0) ? null : SpeaksOfTrouble(phrase) ? TroubleTold(phrase, inside) : MayTell(phrase, inside);
        if (amount.Fits(0) && SpeaksOfTrouble(phrase) && TroubleTold(phrase, inside) is null)
            return counted[0];
        return phrase.KindText.StartsWith("error", StringComparison.Ordinal) && amount.Fits(counted.Count) ? MayTell(phrase, IsFurther) : null;
    }

    private static bool SpeaksOfTrouble(NounPhrase phrase) => phrase.Source.Exists(t => Troubles.Any(w => Phrase.SameStem(t.Text, w)));

    /// <summary>Something that may be the message that is said not to be there, though nothing marks it as one.</summary>
    private UiNode? MayTell(NounPhrase phrase, Func<UiNode, bool> inside)
    {
        bool IsOne(UiNode n) => !n.IsText && (n.Role is "alert" or "status" or "alertdialog" or "log" || Scene.ClassWords(n.ClassName).Any(w => w is "alert" or "banner" or "toast" or "snack" or "snackbar" or "notice" or "warning" or "error" or "callout" or "notification" or "message" or "msg" or "flash"));
        // So special a message would be told by its words alone.
        if (phrase.Required.Any() && !phrase.KindText.StartsWith("error", StringComparison.Ordinal) || phrase.KindText.StartsWith("confirm", StringComparison.Ordinal))
            return _scene.Root;
        return TroubleTold(phrase, inside) ?? _scene.Nodes.FirstOrDefault(n => _scene.IsShown(n) && _scene.Length(n) is > 0 and < 40 && inside(n) && IsOne(n));
    }

    /// <summary>A text that tells of trouble, by the words of what is said not to be there, by a sign of alarm, by how it is marked, or by its colour.</summary>
    private UiNode? TroubleTold(NounPhrase phrase, Func<UiNode, bool> inside)
    {
        var words = phrase.Source.Where(t => !t.Is("no", "new", "the", "any", "unread", "message", "messages")).SelectMany(t => Phrase.Tokens(t.Text)).Where(w => w.Length > 4).ToList();
        var isOfTrouble = SpeaksOfTrouble(phrase);
        bool Speaks(UiNode n) => n.OwnText.AsSpan().ContainsAny(Alarms) || _scene.Tokens(n) is { Count: < 24 } tokens && !tokens.Any(t => t is "no" or "0" or "none" or "without") && tokens.Any(t => words.Exists(w => Phrase.SameStem(t, w)));
        bool IsMarked(UiNode n) => n.Role is "alert" or "alertdialog" || Scene.ClassWords(n.ClassName).Any(w => w is "alert" or "warning" or "warn" or "error" or "danger");
        bool IsAlarming(UiNode n) => isOfTrouble && n.OwnText.Any(char.IsLetter) && !n.Ancestors().Any(a => Scene.IsControl(a) || a.Tag is "td")
            && (n.Ancestors().TakeWhile(a => _scene.Length(a) < 40).Any(IsMarked) || Wears(n.Parent!, "red", PaintPart.Text) || Wears(n.Parent!, "orange", PaintPart.Text));
        return FailureTold(inside) ?? _scene.Nodes.FirstOrDefault(n => n.IsText && _scene.IsShown(n) && _scene.Length(n) is > 0 and < 40 && inside(n) && (Speaks(n) || IsAlarming(n)));
    }

    private static readonly string[] Troubles = ["error", "warning", "problem", "failure", "alert"];

    /// <summary>"Three customers", where a column behind the first is called Customer, or the page has a name of its own for the entries.</summary>
    private bool IsColumnOf(string noun, IReadOnlyList<UiNode> entries)
        => entries.Count > 0 && _scene.Records.GroupOf(entries[0]) is { } group && group.Heads.Where(h => _scene.Length(h) > 0).Skip(1).Any(h => _scene.Tokens(h) is [var one] && Phrase.SameStem(one, noun))
            && !_scene.Nodes.Any(n => (n.Role is "heading" || n.Tag is "caption") && _scene.IsShown(n) && _scene.Length(n) < 8 && _scene.HasStem(n, noun)) && !_scene.NameTokens(group.Parent).Any(t => Phrase.SameStem(t, noun));

    // What all entries are, whatever else they are.
    private static bool IsGeneric(string word) => Phrase.Stem(word) is "entry" or "entri" or "record" or "item" or "row" or "result" or "line" or "card" or "element" or "hit" or "match" or "object" or "page" or "position" or "list" or "table";

    /// <summary>Whether the page itself says what its entries are: "3 of 47 contacts".</summary>
    private bool IsCalledOtherwise(string noun, RecordGroup list)
    {
        bool IsOther(string word) => word.Length > 3 && word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) && word.All(char.IsLetter) && !Phrase.SameStem(word, noun) && !IsGeneric(word);
        if (IsGeneric(noun))
            return false;
        var count = Shown(list).Count.ToString(CultureInfo.InvariantCulture);
        for (var p = 0; p + 1 < _scene.TokenCount; p++)
        {
            if (p > 1 && _scene.TokenAt(p - 1) == "of" && _scene.TokenAt(p - 2) == count && _scene.TokenAt(p).All(char.IsDigit) && IsOther(_scene.TokenAt(p + 1)) && !list.Records.Any(r => r.IsSelfOrAncestorOf(_scene.OwnerAt(p))))
                return true;
        }

        return false;
    }
}
