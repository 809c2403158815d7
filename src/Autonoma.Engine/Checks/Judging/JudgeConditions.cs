using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Checks.Scenes;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>What a claim says besides of when, of what and where it is so: it is not judged with the claim, but where the screen says otherwise the claim is not held.</summary>
internal sealed partial class Judge
{
    /// <summary>"... is shown once no task is ticked", where all are; "two orders are left after filtering by Zebra Corner", where nothing speaks of that; "the caption below them says X", where it stands above.</summary>
    private string? Unconditioned(Clause clause) => ConditionFails(clause) ?? FilteredOtherwise(clause) ?? NotBeside(clause);

    private string? ConditionFails(Clause clause)
    {
        if (clause.Object.Count < 4)
            return null;
        var at = clause.Object.FindIndex(1, t => !t.IsQuoted && t.Is("once", "when", "whenever", "while", "if", "unless"));
        var from = at + 1;
        if (at < 0 && clause.Object.FindIndex(1, t => t.Is("as", "so")) is > 0 and var so && so + 4 < clause.Object.Count && clause.Object[so + 1].Is("long") && clause.Object[so + 2].Is("as"))
            (at, from) = (so, so + 3);
        var condition = at < 0 ? [] : clause.Object[from..];
        // How things were is a story; how they are is seen.
        if (condition.Count < 3 || condition.Exists(t => t.Is("was", "were", "had", "did", "will")) || ClauseReader.VerbPositions(condition) is not [> 0 and var verb, ..])
            return null;
        var said = ClauseReader.Read(condition, verb);
        if (said.Subject.Count == 0 || said.Object.Count == 0 || said.Subject[0].Is("it", "this", "that", "they", "these") || said.Subject is [{ } any] && any.Is("all", "both", "none", "each", "everything", "one", "nothing", "some"))
            return null;
        var ruling = Run(said);
        var isSo = clause.Object[at].Is("unless") ? ruling.IsHeld : ruling is { IsHeld: false, IsUnknown: false };
        return isSo ? $"{said.Text}: {ruling.Found}" : null;
    }

    // A name by which a list was narrowed down stands in its filter, or in what is left of it.
    private string? FilteredOtherwise(Clause clause)
    {
        var said = clause.Subject.Concat(clause.Object).ToList();
        var at = said.FindIndex(t => !t.IsQuoted && t.Is("filtering", "filtered", "narrowing", "narrowed", "limiting", "limited"));
        var by = at < 0 ? -1 : said.FindIndex(at, t => t.Is("by", "for", "to", "on"));
        if (by < 0 || by > at + 3)
            return null;
        var name = said.Skip(by + 1).SkipWhile(t => t.Is("the")).TakeWhile(t => t.IsQuoted || t.IsCapital || t.HasDigit).SelectMany(t => Phrase.Tokens(t.Text)).ToList();
        return name.Find(w => !_scene.SpeaksOf(w)) is { } word ? $"nothing on this screen speaks of '{word}'" : null;
    }

    private string? NotBeside(Clause clause)
    {
        var (_, place) = SplitPlace(clause.Subject);
        return place is [{ } side, { } them] && side.Is("above", "below", "under", "beneath", "beside") && them.Is("them", "these", "those") && LineReads(clause) is not { IsHeld: true } ? "where it lies is not seen" : null;
    }
}
