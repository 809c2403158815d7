using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Language;
using Autonoma.Engine.Recording.Format;

namespace Autonoma.Engine.Recording.Export;

/// <summary>One clause of a claim as checks.</summary>
internal sealed partial class ClauseExport(Clause clause, IReadOnlyList<RecordedProof> proofs, bool isAbsence, Encounters met)
{
    private static readonly HashSet<string> Fields = new(StringComparer.Ordinal) { "textbox", "searchbox", "spinbutton" };

    private readonly NounReading _subject = NounReading.Of(clause.Subject);

    private RecordedProof? Main => proofs.Count > 0 ? proofs[0] : null;

    public ExportedClaim Read()
    {
        if (ReadCount() is { } count)
            return count;
        var (state, place) = State();
        // "the state of A is Disabled": a word in a cell is a text.
        if (state is not null && !clause.Negated && place.Count == 0 && Main is { At.Cell: not null } cell && TextFold.Same(cell.Text, ClaimToken.Join(clause.Object)))
            return ReadSaid();
        if (state is { State: ElementState.Visible, Value: true } && !clause.Negated && !isAbsence && Beside(place) is { } beside)
            return beside;
        if (state is { State: ElementState.Visible } or { State: ElementState.Open })
        {
            var isThere = state.Value.Value != clause.Negated;
            if (ScopeOf(place) is not { } scope)
                return ExportedClaim.No($"where it is said to be (\"{ClaimToken.Join(place)}\") has no form in code");
            return isThere && !isAbsence ? Present(scope.Place, state.Value.State) : Absent(scope.Place);
        }

        if (state is { } said)
            return ScopeOf(place) is { } scope ? OfState(said.State, said.Value != clause.Negated, scope.Place) : ExportedClaim.No($"where it is said to be (\"{ClaimToken.Join(place)}\") has no form in code");
        if (clause.Negated || isAbsence)
            return ExportedClaim.No("what is denied has no form in code");
        return clause.Verb is ClaimVerb.Be or ClaimVerb.Have or ClaimVerb.Show or ClaimVerb.Read or ClaimVerb.Contain or ClaimVerb.Tell or ClaimVerb.Cost ? ReadSaid() : ExportedClaim.No($"'{clause.VerbText}' has no form in code");
    }

    // The state that is said, and the words after it that say where.
    private ((ElementState State, bool Value)? State, IReadOnlyList<ClaimToken> Place) State()
    {
        if (clause.Verb == ClaimVerb.Appear || clause.IsExistential)
            return ((ElementState.Visible, true), clause.IsExistential ? clause.Object.SkipWhile(token => !token.Is("in", "on", "among", "under", "below", "above")).ToList() : clause.Object);
        if (clause.Verb == ClaimVerb.Vanish)
            return ((ElementState.Visible, false), clause.Object);
        var said = clause.Object.Where(token => !token.Is("the", "any", "longer", "more")).ToList();
        if (clause.Verb is ClaimVerb.Have && said is [var focus] && focus.Is("focus"))
            return ((ElementState.Focused, true), []);
        if (clause.Verb != ClaimVerb.Be)
            return (null, []);
        said = [.. clause.Object.SkipWhile(token => token.Is("any", "longer", "more"))];
        if (said.Count == 0 || said[0].Is("in", "among", "on", "within", "under", "below"))
            return said.Count > 0 && said is [var on] && on.Is("on") ? ((ElementState.On, true), []) : ((ElementState.Visible, true), said);
        for (var length = said.Count; length > 0; length--)
        {
            if (StatePhrases.TryState(said[..length], out var state, out var value))
                return ((state, value), said[length..]);
        }

        return (null, []);
    }

    /// <summary>"in the table", "in the Packing column", "at the top of the page": a part of the page; null when code has no such part.</summary>
    private (ExportedPlace? Place, bool Any)? ScopeOf(IReadOnlyList<ClaimToken> place)
    {
        if (place.Count == 0)
            return (null, true);
        if (!place[0].Is("in", "on", "within", "inside", "among", "at"))
            return null;
        var noun = NounReading.Of([.. place.Skip(1)]);
        return Part(noun) is { } part ? (part, false) : null;
    }

    /// <summary>The part of the page that a phrase names, when the proof stands in it.</summary>
    private ExportedPlace? Part(NounReading noun)
    {
        var sections = Main?.Section ?? [];
        foreach (var section in sections.Reverse())
        {
            var (role, name) = section.IndexOf(' ', StringComparison.Ordinal) is > 0 and var at ? (section[..at], Quotes.Unquote(section[(at + 1)..])) : (section, "");
            var isMeant = name.Length > 0 ? noun.Name.Length > 0 && (TextFold.Same(name, noun.Name) || TextFold.Same(name, noun.Phrase)) || noun.Quoted is [var quoted] && TextFold.Same(name, quoted)
                : noun.Words.Count == 0 && noun.Quoted.Count == 0 && role switch
                {
                    "banner" => noun.Phrase is "header" or "page header" or "top bar" or "header bar",
                    "contentinfo" => noun.Phrase is "footer" or "page footer",
                    "navigation" => noun.Phrase is "navigation" or "navigation bar" or "nav bar" or "menu",
                    "dialog" or "alertdialog" => noun.Kind == ElementKind.Dialog,
                    _ => false,
                };
            if (isMeant)
                return new(ExportedPlaceKind.Named, name) { Role = role, IsWhole = true };
        }

        var isBare = noun.Words.Count == 0 && noun.Quoted.Count == 0;
        if (noun.Phrase is "top of the page" && sections is ["banner", ..])
            return new(ExportedPlaceKind.Named, "") { Role = "banner" };
        // Where there is one table only, its further name says no more; where there are several, the code is not unique and fails.
        if (noun.Kind == ElementKind.Table && noun.Quoted.Count == 0 && noun.Words.All(word => !char.IsUpper(word[0])))
            return new(ExportedPlaceKind.Named, "") { Role = "table" };
        if (isBare && noun.Kind == ElementKind.Menu && Main?.Role is "menuitem")
            return new(ExportedPlaceKind.Named, "") { Role = "menu" };
        return null;
    }

    private ExportedClaim Present(ExportedPlace? scope, ElementState state)
    {
        // "there is X": what is there is the object.
        var noun = clause.IsExistential ? NounReading.Of([.. clause.Object.TakeWhile(token => !token.Is("in", "on", "among", "under", "below", "above"))]) : _subject;
        if (noun.Words.Any(word => word is "of" or "in" or "with" or "next" or "for" or "from" or "under"))
            return ExportedClaim.No($"\"{noun.Phrase}\" is described by more than its text");
        if (state == ElementState.Open && noun.Kind is not ElementKind.Dialog and not ElementKind.Any)
            return ExportedClaim.No("whether it is open has no form in code");
        if (noun.Kind == ElementKind.Dialog && Main?.Section is var sections)
        {
            var called = noun.Quoted is [var quoted] ? quoted : noun.Name;
            var role = Main?.Role is "alertdialog" ? "alertdialog" : "dialog";
            return Main?.Role is "dialog" or "alertdialog" || sections?.Any(section => section.StartsWith("dialog", StringComparison.Ordinal)) == true
                ? new([new(new(ExportedPlaceKind.Named, called) { Role = role, IsWhole = TextFold.Same(Main?.Name, called) }, ExportedFact.Shown)])
                : called.Length > 0 && Texts(noun).All(IsProved) ? Shown([called], noun, scope) : ExportedClaim.No("the page does not say that it is a dialog");
        }

        var texts = Texts(noun);
        return texts.Count > 0 ? Shown(texts, noun, scope) : ExportedClaim.No($"\"{noun.Phrase}\" is not what the page says of it");
    }

    /// <summary>"below the Name field", "under the heading Payment", "among the notes": null when the words name none of these.</summary>
    private ExportedClaim? Beside(IReadOnlyList<ClaimToken> place)
    {
        if (place.Count < 2 || !place[0].Is("below", "under", "underneath", "beneath", "among") || Part(NounReading.Of([.. place.Skip(1)])) is not null)
            return null;
        var noun = NounReading.Of([.. place.Skip(1)]);
        var called = noun.Quoted is [var quoted] ? quoted : noun.Name;
        if (_subject.Quoted is not [var text] || called.Length == 0 && noun.Phrase.Length == 0)
            return null;
        var said = new ExportedPlace(ExportedPlaceKind.Text, text) { IsWhole = Main is not { } proof || TextFold.Same(proof.Text, text), IsRun = Main?.At?.IsRun is true };
        var shown = new ExportedCheck(said, ExportedFact.Shown);
        if (!place[0].Is("among") && called.Length > 0 && noun.Kind is ElementKind.Field or ElementKind.Any && (noun.Kind == ElementKind.Field || met.HasText(called)))
            return new([shown, new(said, ExportedFact.Below) { Upper = new(ExportedPlaceKind.Labelled, called) }]);
        return (noun.Kind == ElementKind.Heading && !place[0].Is("below") || place[0].Is("among")) && (called.Length > 0 ? called : noun.Phrase) is var heading
            ? new([shown, new(said, ExportedFact.Heads, heading)])
            : null;
    }

    private ExportedClaim Absent(ExportedPlace? scope)
    {
        var noun = _subject;
        if (noun.Kind == ElementKind.Dialog)
        {
            var called = noun.Quoted is [var quoted] ? quoted : noun.Name;
            if (!met.HasDialog && called.Length > 0 && met.HasText(called))
                return new([new(new(ExportedPlaceKind.Text, called) { IsWhole = true }, ExportedFact.Absent)]);
            return met.HasDialog ? new([new(new(ExportedPlaceKind.Named, called) { Role = "dialog" }, ExportedFact.Absent)]) : ExportedClaim.No("no dialog was met before, so that code cannot tell one that never was from one that is closed");
        }

        var text = noun.Quoted is [var only] ? only : noun.Quoted.Count == 0 && noun.Phrase.Length > 0 && met.HasText(noun.Phrase) ? noun.Phrase : null;
        if (text is null || noun.Words.Any(word => word is "of" or "in" or "with" or "next" or "for" or "from") && noun.Quoted.Count > 0)
            return ExportedClaim.No($"what \"{noun.Phrase}\" would look like is not known where it is absent");
        var role = noun.Kind switch
        {
            ElementKind.Button => "button",
            ElementKind.Link => "link",
            ElementKind.Checkbox => "checkbox",
            ElementKind.Radio => "radio",
            ElementKind.Switch => "switch",
            ElementKind.Tab => "tab",
            ElementKind.Heading => "heading",
            ElementKind.Any or ElementKind.Text or ElementKind.Message or ElementKind.Row or ElementKind.ListItem or ElementKind.Option => "",
            _ => null,
        };
        if (role is null)
            return ExportedClaim.No($"what \"{noun.Phrase}\" would look like is not known where it is absent");
        // Under another role it would be missed: only what was met before is known to have this one.
        if (role.Length > 0 && !met.HasNamed(role, text))
            return ExportedClaim.No($"no {role} of that name was met before, so that code cannot tell one that never was from one that is hidden");
        var place = new ExportedPlace(role.Length > 0 ? ExportedPlaceKind.Named : ExportedPlaceKind.Text, text) { Role = role, IsWhole = role.Length > 0, Within = scope };
        return new(scope is null ? [new(place, ExportedFact.Absent)] : [new(scope, ExportedFact.Shown), new(place, ExportedFact.Absent)]);
    }

    // The texts that are named; none when the words are a description rather than a text that proved it.
    private List<string> Texts(NounReading noun)
    {
        if (noun.Quoted.Count > 0)
            return noun.Quoted.All(IsProved) ? noun.Quoted : [];
        return new[] { noun.Phrase, noun.Name }.Where(text => text.Length > 0).FirstOrDefault(IsProved) is { } name ? [name] : [];
    }

    private bool IsProved(string text) => proofs.Any(proof => Holds(proof.Text, text) || Holds(proof.Name, text));

    private ExportedClaim Shown(IReadOnlyList<string> texts, NounReading noun, ExportedPlace? scope)
    {
        var checks = new List<ExportedCheck>();
        foreach (var text in texts)
        {
            if (proofs.FirstOrDefault(proof => Holds(proof.Text, text) || Holds(proof.Name, text)) is not { } proof)
                return ExportedClaim.No($"\"{text}\" was proved by nothing that says so");
            checks.Add(new(PlaceOf(text, proof, noun.Kind) with { Within = scope }, ExportedFact.Shown));
        }

        // Several tables would each do: the one that is meant has to be the only one.
        return new(scope is { Text: "" } ? [new(scope, ExportedFact.Shown), .. checks] : checks);
    }

    private static ExportedPlace PlaceOf(string text, RecordedProof proof, ElementKind kind)
    {
        var said = proof.Name is { } name && Holds(name, text) && !Holds(proof.Text, text) ? name : proof.Text ?? proof.Name;
        var isWhole = TextFold.Same(said, text);
        var isInner = proof.At?.IsInner is true;
        if (!isInner && proof.Role == "heading" && kind is ElementKind.Heading or ElementKind.Any)
            return new(ExportedPlaceKind.Named, text) { Role = "heading", IsWhole = isWhole, Level = kind == ElementKind.Heading ? proof.At?.Level : null };
        if (!isInner && kind is ElementKind.Button or ElementKind.Link or ElementKind.Tab or ElementKind.Checkbox or ElementKind.Radio or ElementKind.Switch or ElementKind.MenuItem or ElementKind.Image && LocatorChoice.IsKnown(proof.Role)
            || !isInner && !Holds(proof.Text, text) && LocatorChoice.IsKnown(proof.Role))
            return new(ExportedPlaceKind.Named, text) { Role = proof.Role, IsWhole = isWhole };
        return kind == ElementKind.Message && proof.Role is "alert" or "status"
            ? new(ExportedPlaceKind.Speaking, text) { Role = proof.Role }
            : new(ExportedPlaceKind.Text, text) { IsWhole = isWhole, IsRun = isWhole && proof.At?.IsRun is true };
    }

    private static bool Holds(string? whole, string text) => whole is not null && text.Length > 0 && TextFold.Fold(whole).Contains(TextFold.Fold(text), StringComparison.Ordinal);
}
