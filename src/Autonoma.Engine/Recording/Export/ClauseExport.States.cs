using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Language;

namespace Autonoma.Engine.Recording.Export;

internal sealed partial class ClauseExport
{
    private ExportedClaim OfState(ElementState state, bool value, ExportedPlace? scope)
    {
        if (Main is not { } proof || (proof.Name ?? proof.Text) is not { } called || !LocatorChoice.IsKnown(proof.Role) || proof.At?.IsInner is true && state is not ElementState.Enabled)
            return ExportedClaim.No("what has the state was not recorded by a role and a name");
        if (!IsMeant(called))
            return ExportedClaim.No($"what has the state is called \"{called}\", and the sentence says \"{_subject.Phrase}\"");
        ExportedFact? fact = (state, value, proof.At?.State) switch
        {
            (ElementState.Enabled, _, _) => value ? ExportedFact.Enabled : ExportedFact.Disabled,
            (ElementState.Checked or ElementState.On or ElementState.Selected, _, "checked") => value ? ExportedFact.Checked : ExportedFact.Unchecked,
            (ElementState.Checked or ElementState.On or ElementState.Selected, _, "pressed") => value ? ExportedFact.Pressed : ExportedFact.Unpressed,
            (ElementState.Selected, true, "selected") => ExportedFact.Selected,
            (ElementState.Selected or ElementState.Current, true, "current") => ExportedFact.Current,
            (ElementState.Focused, true, _) => ExportedFact.Focused,
            (ElementState.ReadOnly, true, _) => ExportedFact.ReadOnly,
            (ElementState.Editable, false, _) => ExportedFact.ReadOnly,
            (ElementState.Masked, _, _) => value ? ExportedFact.Masked : ExportedFact.Unmasked,
            (ElementState.Empty, true, _) when Fields.Contains(proof.Role) => ExportedFact.Holds,
            _ => null,
        };
        return fact is { } found
            ? new([new(new(ExportedPlaceKind.Named, called) { Role = proof.Role, IsWhole = true, Within = scope }, found)])
            : ExportedClaim.No($"how the page tells that it is {(value ? "" : "not ")}{state.ToString().ToLowerInvariant()} has no form in code");
    }

    // What the sentence calls it: its name, or words that are all in its name ("the heart of the Hand grinder" is not "Add Hand grinder to the wishlist").
    private bool IsMeant(string name)
    {
        if (_subject.Quoted.Count > 0)
            return _subject.Quoted is [var quoted] && TextFold.Same(quoted, name);
        return IsCalled(name) || TextFold.Same(_subject.Name, name) || TextFold.Same(_subject.Phrase, name);
    }

    /// <summary>"there are 3 rows in the products table", "the coupons table has 3 rows", "25 product cards are displayed".</summary>
    private ExportedClaim? ReadCount()
    {
        List<ClaimToken> counted;
        NounReading? whole = null;
        if (clause.IsExistential)
            counted = clause.Object;
        else if (clause.Verb is ClaimVerb.Have or ClaimVerb.Contain or ClaimVerb.Show)
            (counted, whole) = (clause.Object, _subject);
        else if (clause.Verb is ClaimVerb.Be or ClaimVerb.Appear && StatePhrases.TryState(clause.Object, out var state, out var isThere) && state == ElementState.Visible && isThere)
            counted = clause.Subject;
        else
            return null;
        counted = [.. counted.SkipWhile(token => token.Is("exactly", "the"))];
        if (counted.Count < 2 || counted[0].IsQuoted || !NumberWords.TryCardinal(counted[0].Text, out var number) || counted[0].Is("a", "an", "one"))
            return null;
        if (clause.Negated)
            return ExportedClaim.No("a number that is denied has no form in code");
        var at = counted.FindIndex(token => token.Is("in", "on", "of"));
        if (at > 0)
            whole = NounReading.Of(counted[(at + 1)..]);
        var noun = NounReading.Of(counted[1..(at > 0 ? at : counted.Count)]);
        // "shows 25 % and 3 items": what is not counted is said.
        if (!clause.IsExistential && noun.Kinds.Count == 0)
            return null;
        if (noun.Quoted.Count > 0 || number == 0 || Main?.At?.IsEntry is not true || Entry() is not { } entry)
            return ExportedClaim.No("what is counted was not recorded in a way that code can look for");
        if (whole is not null && Part(whole) is { } part && part.Role is not "table")
            return new([new(entry with { Within = part }, ExportedFact.Count, Count: number)]);
        // Counted on the whole page, where the page has no other of the kind.
        return Main!.At!.Nth is [_, var count] && count == number
            ? new([new(entry, ExportedFact.Count, Count: number)])
            : ExportedClaim.No("the page has others of the kind, and which of them are counted was not recorded");
    }
}
