using System.Text.RegularExpressions;
using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>Who said what, in a chat, a thread or a list of comments: entries that begin with a name and say when.</summary>
internal sealed partial class Judge
{
    private static readonly string[] Authoring = ["wrote", "posted", "sent", "left", "published", "submitted", "commented", "shared", "said", "added"];

    private static readonly string[] TalkNouns = ["message", "post", "comment", "reply", "answer", "remark", "review", "note"];

    [GeneratedRegex(@"\b\d{1,2}[:.]\d{2}\b|\b(ago|yesterday|today|just now)\b|\b\d{1,2}\.? ?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d{1,2}\b|\b\d{4}-\d{2}-\d{2}\b", RegexOptions.IgnoreCase)]
    private static partial Regex TimeOfTalk();

    /// <summary>"Bram wrote two messages": how many of the entries begin with that name.</summary>
    private Ruling? Written(Clause clause)
    {
        if (clause.Quantifier != "bare" || clause.Negated)
            return null;
        var verb = clause.Subject.FindIndex(t => t.Is(Authoring));
        if (verb < 1 || CountsOf(clause.Subject[(verb + 1)..]) is not { Noun: [{ IsQuoted: false } noun] } amount || !TalkNouns.Any(n => Phrase.SameStem(n, noun.Text)) || TalkGroup(noun) is not { } group)
            return null;
        var name = clause.Subject[..verb].SelectMany(t => Phrase.Tokens(t.Text)).ToArray();
        var places = _scene.Find(name, group.Parent).Where(p => _scene.Exactly(p, name.Length) is not null).ToList();
        var by = Shown(group).Where(r => places.Any(p => r.IsSelfOrAncestorOf(_scene.OwnerAt(p)) && IsLead(r, p))).ToList();
        // Named elsewhere too, it may be spoken of or spoken to.
        return by.Count == 0 || by.Count != places.Count ? null : Ruling.Of(amount.Fits(by.Count), clause.Text, $"{by.Count} begin with that name", [.. by.Take(10)]).Telling(clause.Subject[verb].Text, noun.Text);
    }

    // The first words of the entry, but for the initials of a picture.
    private bool IsLead(UiNode record, int position) => position - _scene.Start(record) <= 1;

    private RecordGroup? TalkGroup(ClaimToken noun)
    {
        if (GroupFor(Read([noun]), null) is { } named)
            return named;
        var groups = _scene.Records.Groups.Where(g => Shown(g) is { Count: > 1 } shown && shown.All(r => _scene.Length(r) > 3 && TimeOfTalk().IsMatch(r.InnerText) && char.IsLetter(_scene.TokenAt(_scene.Start(r))[0]))).ToList();
        groups = [.. groups.Where(g => !groups.Any(o => !ReferenceEquals(o, g) && o.Records.Any(r => r.IsSelfOrAncestorOf(g.Parent))))];
        return groups is [var only] ? only : MailGroup(noun.Text);
    }
}
