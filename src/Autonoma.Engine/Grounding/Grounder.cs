using System.Text.RegularExpressions;
using Autonoma.Engine.Grounding.Matching;
using Autonoma.Engine.Grounding.Screens;
using Autonoma.Engine.Grounding.Wording;
using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Grounding;

/// <summary>
/// Finds elements by reading a description every way it can be read, asking of each element on the screen how well it answers to every
/// word, and taking the best one only when no other comes near.
/// </summary>
public sealed partial class Grounder : IGrounder
{
    private const double Threshold = 0.5;
    private const double Margin = 0.035;

    /// <inheritdoc/>
    public GroundingResult Ground(string description, GroundingPurpose purpose, Observation observation, GroundingContext context)
    {
        ArgumentNullException.ThrowIfNull(description);
        ArgumentNullException.ThrowIfNull(observation);
        ArgumentNullException.ThrowIfNull(context);
        if (EntryDeeds.AreMeant(purpose))
            return EntryDeeds.Of(Ground(description, GroundingPurpose.Click, observation, context), purpose, ScreenModel.Of(observation));
        if (Pronouns.Refers(description))
            return Pronouns.Resolve(description, purpose, observation, context);
        // "line number 40": the number itself, where it stands alone in its cell, not the line it numbers.
        if (purpose == GroundingPurpose.Click && LineNumber().Match(description) is { Success: true } numbered
            && GroundOne(numbered.Groups["n"].Value + numbered.Groups["rest"].Value, purpose, observation, context) is { Outcome: GroundingOutcome.Found, Node: { } number } alone && number.InnerText.Trim() == numbered.Groups["n"].Value)
            return alone;
        if (purpose == GroundingPurpose.Click && SortedColumns.Find(description, ScreenModel.Of(observation), text => GroundOne(text, purpose, observation, context)) is { } sorted)
            return sorted;
        if (DescriptionVariants.HeadOfColumn(description) is { } headed && GroundOne(headed, purpose, observation, context) is { Outcome: GroundingOutcome.Found } head)
            return head;
        // What leads to the file, not the message it came with.
        if (purpose == GroundingPurpose.Click && DescriptionVariants.NamedFile(description) is { } name && GroundOne(name, purpose, observation, context) is { Outcome: GroundingOutcome.Found, Node: { IsInteractive: true } } file)
            return file;
        if (DescriptionVariants.Lettering(description) is { } lettering)
            return GroundOne(lettering.Text, purpose, observation, context, lettering);
        foreach (var place in PurposeVariants.PlacesOf(description))
        {
            if (GroundOne(place.Text, purpose, observation, context) is { Outcome: GroundingOutcome.Found, Node: { } to } led && Deeds.Does(ScreenModel.Of(observation)[to], place.Need))
                return led;
        }

        var result = GroundOne(description, purpose, observation, context);
        if (result is { Outcome: GroundingOutcome.Found, Node: { } all } && TickAll.TicksOthers(description, ScreenModel.Of(observation), all))
            return result with { Outcome = GroundingOutcome.NotFound, Node = null, Confidence = 0, Explanation = $"Nothing on the screen answers to \"{description}\": {all} ticks all of something else." };
        if (result.Outcome != GroundingOutcome.Found && CalendarDays.Find(description, ScreenModel.Of(observation), screen => new Query(screen, [], purpose, context)) is { } day)
            return day;
        // Another wording of the same is tried only where what was written finds nothing.
        foreach (var other in result.Outcome == GroundingOutcome.NotFound ? DescriptionVariants.Of(description) : [])
        {
            var isFilter = other.Need is VariantNeed.Written or VariantNeed.Question or VariantNeed.Framed or VariantNeed.Grounded or VariantNeed.Switcher or VariantNeed.Dated;
            var found = isFilter ? GroundOne(other.Text, purpose, observation, context, other) : GroundOne(other.Text, purpose, observation, context);
            if (isFilter || other.Need == VariantNeed.None ? found.Outcome is GroundingOutcome.Found or GroundingOutcome.Ambiguous : found is { Outcome: GroundingOutcome.Found, Node: { } node } && Deeds.Does(ScreenModel.Of(observation)[node], other.Need))
                return found;
        }

        if (result.Outcome is GroundingOutcome.NotFound or GroundingOutcome.Ambiguous && ByPurpose(description, purpose, observation, context) is { } purposeful)
            return purposeful;
        // "select-all checkbox": the page may write it in two words.
        if (result.Outcome == GroundingOutcome.Ambiguous && Hyphen().IsMatch(description) && GroundOne(Hyphen().Replace(description, "$1 $2"), purpose, observation, context) is { Outcome: GroundingOutcome.Found } apart)
            return apart;
        if (result.Outcome == GroundingOutcome.NotFound && AnyHyphen().IsMatch(description) && GroundOne(AnyHyphen().Replace(description, "$1 $2"), purpose, observation, context) is { Outcome: GroundingOutcome.Found } spaced)
            return spaced;
        return result.Outcome == GroundingOutcome.NotFound && SecondLook.Of(description, purpose, ScreenModel.Of(observation), context) is { Node: { } seen } second
            && (!DescriptionVariants.AsksForANumber(description) || Deeds.Does(ScreenModel.Of(observation)[seen], VariantNeed.Written)) ? second : result;
    }

    // "The field where the guest types a berth": told by what it is for.
    private static GroundingResult? ByPurpose(string description, GroundingPurpose purpose, Observation observation, GroundingContext context)
    {
        var screen = ScreenModel.Of(observation);
        if (TickAll.Find(description, screen, text => GroundOne(text, purpose, observation, context)) is { } all)
            return all;
        foreach (var other in PurposeVariants.Of(description))
        {
            // Of all pluses the one that zooms.
            if (GroundOne(other.Text, purpose, observation, context, other.Need == VariantNeed.Zooms ? other : default) is { Outcome: GroundingOutcome.Found, Node: { } node } found && (other.Need == VariantNeed.None || Deeds.Does(screen[node], other.Need)))
                return found;
        }

        return null;
    }

    private static GroundingResult GroundOne(string description, GroundingPurpose purpose, Observation observation, GroundingContext context, DescriptionVariant variant = default)
    {
        var screen = ScreenModel.Of(observation);
        var (query, candidates) = Candidates(description, purpose, screen, context);
        if (query is null)
            return new() { Outcome = GroundingOutcome.Unreadable, Explanation = $"\"{description}\" names nothing that could be looked for." };
        candidates = ThatShow(description, candidates);
        // "The owner's phone number" is written somewhere; the receiver that calls the owner is none.
        if (variant.Need != VariantNeed.None)
        {
            // "The link with red text": a button is no link where there are links, whatever their colour.
            var least = variant.Colour.Length > 0 && candidates.Count > 0 ? candidates.Max(candidate => candidate.Score) - 0.05 : 0;
            candidates = [.. candidates.Where(candidate => candidate.Score >= least && Deeds.Does(candidate.Node, variant.Need, variant.Colour))];
        }

        candidates = Chips.Prefer(query, candidates);
        var ranked = Sameness.Fold(query, candidates, keepOuter: false).OrderByDescending(c => c.Score).ThenBy(c => c.Node.Index).ToList();
        return AtItsHandle(Decision.Of(query, description, ranked, Threshold, Margin), purpose);
    }

    // A section that opens and closes is clicked at the line that does it: its middle is what it holds.
    private static GroundingResult AtItsHandle(GroundingResult result, GroundingPurpose purpose)
        => purpose == GroundingPurpose.Click && result is { Outcome: GroundingOutcome.Found, Node: { Tag: "details" } section } && section.Children.FirstOrDefault(child => child.Tag == "summary") is { } handle ? result with { Node = handle } : result;

    /// <inheritdoc/>
    public IReadOnlyList<UiNode> GroundAll(string description, Observation observation, GroundingContext context)
    {
        ArgumentNullException.ThrowIfNull(description);
        ArgumentNullException.ThrowIfNull(observation);
        ArgumentNullException.ThrowIfNull(context);
        var screen = ScreenModel.Of(observation);
        var (query, candidates) = Candidates(description, GroundingPurpose.Look, screen, context);
        if (query is null || candidates.Count == 0)
            return [];
        var best = candidates.Max(c => c.Score);
        if (best < Threshold)
            return [];
        var fitting = candidates.Where(c => c.Score >= best * 0.88 && c.Node.Shape != "tr:head").ToList();
        return [.. Sameness.Fold(query, fitting, keepOuter: true).OrderBy(c => c.Node.Index).Select(c => c.Node.Node)];
    }

    private static (Query? Query, List<Candidate> Candidates) Candidates(string description, GroundingPurpose purpose, ScreenModel screen, GroundingContext context)
    {
        // "dark theme", "credit card" may be words on the page as well as what an icon shows: read both ways.
        var (tokens, readings) = DescriptionReader.Read(PageNames.Join(screen, Tokenizer.Cut(description, join: true)));
        if (readings.Count == 0)
            return (null, []);
        var query = new Query(screen, tokens, purpose, context);
        var best = new Dictionary<ScreenNode, Candidate>();
        // A small word that belongs to a name tells it from the others: with "Main account" on the page, "Accounts" is not meant.
        if (tokens.Any(token => token.IsFiller && FillerWords.IsDescriptive(token.Text)))
        {
            var (kept, whole) = DescriptionReader.Read([.. tokens.Select(token => token.IsFiller && FillerWords.IsDescriptive(token.Text) ? token with { Kept = true } : token)]);
            Evaluate(new Query(screen, kept, purpose, context), whole, best);
            if (best.Values.Any(c => c.Score >= 0.75))
                return (query, [.. best.Values.OrderBy(c => c.Node.Index)]);
            best.Clear();
        }

        // "the second notice": a number, unless the page itself writes these words.
        if (tokens.Select((token, i) => i + 1 < tokens.Count && SaysOrdinal(screen, token, tokens[i + 1])).ToList() is var written && written.Contains(true))
        {
            var (named, whole) = DescriptionReader.Read([.. tokens.Select((token, i) => written[i] ? token with { Kept = true } : token)]);
            Evaluate(new Query(screen, named, purpose, context), whole, best);
        }

        Evaluate(query, readings, best);
        var (apart, others) = DescriptionReader.Read(PageNames.Join(screen, Tokenizer.Cut(description, join: false)));
        if (apart.Count != tokens.Count)
            Evaluate(new Query(screen, apart, purpose, context), others, best);
        return (query, [.. best.Values.OrderBy(c => c.Node.Index)]);
    }

    private static bool SaysOrdinal(ScreenModel screen, Token token, Token next)
    {
        if (token.IsQuoted || next.Text.Length == 0 || token.Text.Length < 3 || !NumberWords.TryOrdinal(token.Text, out _))
            return false;
        var phrase = token.Text + " " + next.Text;
        return screen.Nodes.Any(node => node.IsText && node.Node.IsVisible && node.Node.OwnText.Contains(phrase, StringComparison.OrdinalIgnoreCase));
    }

    private static void Evaluate(Query query, IReadOnlyList<Reading> readings, Dictionary<ScreenNode, Candidate> best)
    {
        foreach (var reading in readings)
        {
            // The loose readings are for what the plain ones do not find.
            if (reading.IsLoose && best.Values.Any(c => c.Score >= 0.8))
                continue;
            foreach (var candidate in Evaluator.Run(query, reading))
            {
                if (!best.TryGetValue(candidate.Node, out var known) || known.Score < candidate.Score)
                    best[candidate.Node] = candidate;
            }
        }
    }

    // A sign that stands for no icon known here ("the 🎉 reaction") must be there as written.
    private static List<Candidate> ThatShow(string description, List<Candidate> candidates)
    {
        var signs = new List<string>();
        foreach (var rune in description.EnumerateRunes())
        {
            var sign = rune.ToString();
            if (rune.Value > 0x2190 && System.Text.Rune.GetUnicodeCategory(rune) == System.Globalization.UnicodeCategory.OtherSymbol && IconConcepts.OfGlyphs(sign).Count == 0)
                signs.Add(sign);
        }

        if (signs.Count == 0 || candidates.Count == 0)
            return candidates;
        var self = candidates.Where(c => signs.TrueForAll(sign => c.Node.Node.InnerText.Contains(sign, StringComparison.Ordinal))).ToList();
        return self.Count > 0 ? self : candidates.Where(c => c.Node.Ancestors().TakeWhile(a => a.Size < 60).Take(4).Any(a => signs.TrueForAll(sign => a.Node.InnerText.Contains(sign, StringComparison.Ordinal)))).ToList();
    }

    [GeneratedRegex(@"\b(\p{Ll}{3,})-(\p{Ll}{3,})\b", RegexOptions.CultureInvariant)]
    private static partial Regex Hyphen();

    [GeneratedRegex(@"\b(\p{Ll}{2,})-(\p{Ll}{2,})\b", RegexOptions.CultureInvariant)]
    private static partial Regex AnyHyphen();

    [GeneratedRegex(@"^\s*(?:the\s+)?line number (?<n>\d+)(?<rest>\s.*)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LineNumber();
}
