using System.Text.RegularExpressions;
using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Language;
using Autonoma.Engine.Recording.Format;

namespace Autonoma.Engine.Recording.Export;

/// <summary>
/// From a claim and what proved it to checks that code can make. Every word of the claim is in one of the checks, or the claim is not
/// exported: a check that says less than its sentence would pass where the test fails.
/// </summary>
internal static partial class ClaimReading
{
    /// <summary>The checks of one part of a claim.</summary>
    /// <param name="part">The part and its proof.</param>
    /// <param name="met">What the test met on its way.</param>
    public static ExportedClaim Read(RecordedJudgement part, Encounters met)
    {
        var tokens = ClaimLead.Strip(MessageWords.Quoted(ClaimTokenizer.Tokenize(part.Claim)), out var seen);
        if (PageClaims.Read(part.Claim, tokens) is { } ofThePage)
            return ofThePage;
        var clauses = ClaimSplitter.Split(tokens, seen);
        if (clauses.Count == 0)
            return ExportedClaim.No("its sentence has no form that code has");
        var checks = new List<ExportedCheck>();
        foreach (var clause in clauses)
        {
            var claim = new ClauseExport(clause, part.By ?? [], part.Absence is true, met).Read();
            if (claim.Checks.Count == 0)
                return claim;
            checks.AddRange(claim.Checks);
        }

        if (part.By is [var proof, ..])
            return new([.. checks.Select(check => check with { Place = check.Place?.In(proof.Frame, proof.At?.InCustomElement is true) })]);
        // What nothing proves is looked for where it was met first, and in shadow trees when there are any: elsewhere it never was.
        checks = [.. checks.Select(check => check with { Place = check.Place?.In(met.FrameOf(check.Place.Text), met.HasShadow) })];
        // What is nowhere is in no frame either.
        return new([.. checks, .. checks.Where(check => check is { IsAbsence: true, Place.Within: null }).SelectMany(check => met.Frames.Where(frame => frame != check.Place!.Frame).Select(frame => check with { Place = check.Place! with { Frame = frame } }))]);
    }

    /// <summary>Claims about the address and the title of the page.</summary>
    private static partial class PageClaims
    {
        public static ExportedClaim? Read(string claim, IReadOnlyList<ClaimToken> tokens)
        {
            // What is quoted is a text of the page: "the URL is wrong" may stand there.
            var said = Quoted().Replace(claim, "\"\"");
            var isAddress = Address().IsMatch(said);
            if (!isAddress && !Title().IsMatch(said))
                return null;
            var verb = tokens.Select(token => VerbWords.TryAny(token, out var found) ? found : (ClaimVerb?)null).FirstOrDefault(found => found is not null);
            var text = tokens.Where(token => token.IsQuoted).Select(token => token.Raw).ToList() is [var quoted] ? quoted : isAddress && AddressPart().Match(claim) is { Success: true } match ? match.Value : null;
            if (text is null || Denial().IsMatch(said))
                return ExportedClaim.No("code is not told which text the address or the title is compared with");
            ExportedFact? fact = verb switch
            {
                ClaimVerb.Be or ClaimVerb.Read or ClaimVerb.Show => isAddress ? ExportedFact.AddressIs : ExportedFact.TitleIs,
                ClaimVerb.Contain or ClaimVerb.Have => isAddress ? ExportedFact.AddressHolds : ExportedFact.TitleHolds,
                ClaimVerb.Start => isAddress ? ExportedFact.AddressStarts : ExportedFact.TitleStarts,
                ClaimVerb.End => isAddress ? ExportedFact.AddressEnds : ExportedFact.TitleEnds,
                _ => null,
            };
            return fact is { } found ? new([new(null, found, text)]) : ExportedClaim.No("what is said of the address or the title has no form in code");
        }

        [GeneratedRegex(@"\b(?:url|page address|web address|address bar|address of the page|path)\b|\baddress\s+(?:is|ends|contains|starts|has)\b", RegexOptions.IgnoreCase)]
        private static partial Regex Address();

        [GeneratedRegex(@"^\s*(?:the\s+)?(?:page|browser|document|window|tab)\s+title\s|\btitle of the (?:page|tab|window|document)\b", RegexOptions.IgnoreCase)]
        private static partial Regex Title();

        [GeneratedRegex("\"[^\"]*\"|(?<!\\w)'[^']*'(?!\\w)|\u201c[^\u201d]*\u201d")]
        private static partial Regex Quoted();

        [GeneratedRegex(@"(?<=\s)(?:https?:/)?/[\w\-./?=&#%]*")]
        private static partial Regex AddressPart();

        [GeneratedRegex(@"\b(?:not|no|never|neither|nor|without|cannot)\b|n't\b", RegexOptions.IgnoreCase)]
        private static partial Regex Denial();
    }
}
