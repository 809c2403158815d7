using Autonoma.Engine.Checks.Finding;
using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Language;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>"The delivery address is missing", "Anna has no supervisor", "no doctor is on leave": that these words are found nowhere is no proof where the page may say it in others. It is one where the words are a name, or a value that is read says that there is none.</summary>
internal sealed partial class Judge
{
    private string? AbsentInOtherWords(Clause clause, Ruling ruling)
    {
        // "has no supervisor", where a name stands in that column.
        if (clause.Verb == ClaimVerb.Have && !ruling.IsAccounted && ruling.Evidence.Count > 0 && !clause.Object.Exists(t => t.IsQuoted) && !Kinds.IsControlKind(Read(clause.Object).Kind))
            return ruling.Evidence.Any(n => DenialText.IsNoValue(_scene.ShownText(n)) || Denies(n, [])) ? null : "what stands there is no denial";
        // "is no longer in transit", which the page still says somewhere.
        if (clause.IsNoLonger && !Shows(clause) && !ruling.IsAccounted && clause.Object.Where(t => !t.Is(Locating)).SelectMany(t => Phrase.Tokens(t.Text)).Where(w => !Fillers.Contains(w)).ToList() is { Count: > 0 } still && still.TrueForAll(w => _scene.HasWord(w)))
            return "these words are there";
        // What was read bears it out.
        if (ruling.IsAccounted || !ruling.IsAbsence && ruling.Evidence.Count > 0)
            return null;
        if (clause.Subject is [{ IsQuoted: false } nobody, ..] && nobody.Is("nobody", "noone", "no") && clause.Verb == ClaimVerb.Be && ruling.Evidence.Count == 0 && (clause.Object.Exists(t => !t.IsQuoted && t.Is(Locating)) && !clause.Object[0].Is("displayed", "shown", "visible", "listed", "found") || clause.Object is [{ IsQuoted: false } how, ..] && how.Is("absent", "missing", "present", "hidden")))
            return "whether none is so cannot be told";
        if (clause.Verb == ClaimVerb.Have || clause.Subject.Exists(t => t.Is("no")) && clause.Verb is ClaimVerb.Contain)
        {
            // "has no supervisor", where a column or a caption is called so: what stands there tells, and was not read.
            var had = NounWords([.. clause.Object.SkipWhile(t => t.Is("no", "any", "a", "an", "the"))]);
            return ruling.Evidence.Count == 0 && had.Length > 0 && !clause.Object.Exists(t => t.IsQuoted) && !Kinds.IsControlKind(Read(clause.Object).Kind) && had.All(w => _scene.SpeaksOf(w) || _scene.SpeaksOfFormOf(w)) ? "the page speaks of it elsewhere" : null;
        }

        if (!Shows(clause) && !(clause.Verb is ClaimVerb.Be && clause.Object is [{ IsQuoted: false } gone, ..] && gone.Is("missing", "absent", "gone", "removed", "lacking", "hidden")))
            return null;
        var thing = clause.IsExistential ? clause.Object : clause.Subject;
        if (thing.Exists(t => t.IsQuoted || t.HasDigit) || ruling.Evidence.Count > 0)
            return null;
        var phrase = Read(thing);
        var isGone = clause.Object is [{ } first, ..] && first.Is("missing", "absent", "gone", "removed", "lacking");
        var words = phrase.Required.SelectMany(t => t.Words).Where(w => w.Any(char.IsLetter)).ToList();
        // "The Lidl filter was removed", while Lidl stands there still.
        if (isGone && words.Count > 0 && thing.Exists(t => t.IsCapital && _scene.HasWord(t.Text)))
            return "a word of its name is there";
        // "The button for adding to the cart": described by what it does, it may be called otherwise.
        if (words.Count > 1 && thing.FindIndex(1, t => t.Is("for", "to")) is > 0 and var purpose && purpose + 1 < thing.Count && thing[purpose + 1].Text.EndsWith("ing", StringComparison.Ordinal) | thing[purpose].Is("to"))
            return "it may be there in other words";
        if (isGone && words.Exists(w => _scene.SpeaksOf(w)) || clause.IsNoLonger && words.Exists(w => !Coverage.IsClassifier(w) && (_scene.SpeaksOf(w) || _scene.SpeaksOfFormOf(w))))
            return "a word of its name is there";
        if (Kinds.IsControlKind(phrase.Kind) || phrase.Kind is ElementKind.Message or ElementKind.Dialog or ElementKind.Heading || words.Count == 0 || thing.Exists(t => t.IsCapital))
            return null;
        // A description, not a name: what it describes may be called otherwise.
        return words.Count > 1 && words.Exists(w => _scene.SpeaksOf(w) || _scene.SpeaksOfFormOf(w)) || isGone ? "it may be there in other words" : null;
    }
}
