using Autonoma.Engine.Grounding.Screens;
using Autonoma.Engine.Grounding.Wording;
using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Grounding.Matching;

/// <summary>"It", "the same field": what the step before acted on.</summary>
internal static class Pronouns
{
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal) { "it", "that", "this", "them", "same", "one", "the", "again", "very" };

    /// <summary>Whether the description names nothing itself but points back.</summary>
    public static bool Refers(string description) => Read(description) is not null;

    public static GroundingResult Resolve(string description, GroundingPurpose purpose, Observation observation, GroundingContext context)
    {
        var kind = Read(description)!.Value;
        if (context.LastTarget is not { } last || observation.Tree.Find(last) is not { IsVisible: true } node)
        {
            return new()
            {
                Outcome = GroundingOutcome.Unreadable,
                Explanation = $"\"{description}\" points back to what the step before acted on, and there is no such element on the screen. Name it.",
            };
        }

        var screen = ScreenModel.Of(observation);
        if (kind != ElementKind.Any && KindFit.Of(screen[node], kind) < 0.6)
        {
            return new()
            {
                Outcome = GroundingOutcome.NotFound,
                Candidates = [new(node, 0.3, "was acted on last")],
                Explanation = $"\"{description}\" points back to what the step before acted on, but that is {node}.",
            };
        }

        return new() { Outcome = GroundingOutcome.Found, Node = node, Confidence = 0.95, Candidates = [new(node, 0.95, "was acted on last")], Explanation = $"{node}: was acted on last ({purpose.ToString().ToLowerInvariant()})." };
    }

    // "it", "the same", "that field", "the same button": a pointing word, and at most a kind.
    private static ElementKind? Read(string description)
    {
        if (description.Length > 40 || Quotes.Find(description).Count > 0)
            return null;
        var words = TextFold.Words(description);
        var pointing = words.TakeWhile(Words.Contains).ToList();
        if (pointing.Count == 0 || !pointing.Any(word => word is "it" or "them" or "that" or "this" or "same"))
            return null;
        if (pointing.Count == words.Count)
            return pointing.Any(word => word is "it" or "them" or "same") || words is ["that"] or ["this"] or ["that", "one"] or ["this", "one"] ? ElementKind.Any : null;
        return pointing.Contains("same") && KindWords.TryKind(string.Join(' ', words.Skip(pointing.Count)), out var kind) ? kind : null;
    }
}
