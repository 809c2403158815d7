using Autonoma.Engine.Commands.Execution;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Grounding;
using Autonoma.Engine.Observing;
using Autonoma.Engine.Running;

namespace Autonoma.Engine.Commands.Targets;

/// <summary>Waits for the element that a description means, and until it can be touched.</summary>
internal static class TargetFinder
{
    // Two that fit equally well do not become one by waiting, once the page has been at rest for this long.
    private static readonly TimeSpan StillAmbiguous = TimeSpan.FromSeconds(2);

    /// <summary>Waits until the description means exactly one element.</summary>
    /// <exception cref="CommandFailure">It never did; the message names the nearest candidates and hidden ones.</exception>
    public static async Task<Target> FindAsync(CommandContext context, string description, GroundingPurpose purpose, CancellationToken cancellationToken)
    {
        var words = context.Words(description);
        var search = new Search(context, words, purpose);
        while (true)
        {
            var result = await search.GroundAsync(cancellationToken).ConfigureAwait(false);
            if (result.Outcome == GroundingOutcome.Found && result.Node is { } node)
                return new(node, result.Region, search.Screen);
            if (search.IsOver(StillAmbiguous))
                throw await search.FailureAsync(cancellationToken).ConfigureAwait(false);
            await search.Pace.NextAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>One look, without waiting: null unless the description means exactly one element now.</summary>
    public static Target? Peek(CommandContext context, string words, GroundingPurpose purpose, Observation screen)
    {
        var result = context.Session.Grounder.Ground(words, purpose, screen, context.Session.GroundingFor(screen));
        if (result.Outcome != GroundingOutcome.Found || result.Node is not { } node)
            return null;
        context.Evidence.Grounded(result);
        return new(node, result.Region, screen);
    }

    /// <summary>Waits until the element is there, enabled (unless it need not be) and not covered, and brings it into view.</summary>
    /// <exception cref="CommandFailure">It never was; the message says what stood in the way.</exception>
    public static async Task<ReachedTarget> ReachAsync(
        CommandContext context, string description, GroundingPurpose purpose, CancellationToken cancellationToken, bool mustBeEnabled = true)
    {
        var words = context.Words(description);
        var search = new Search(context, words, purpose);
        Obstacle? obstacle = null;
        while (true)
        {
            var result = await search.GroundAsync(cancellationToken).ConfigureAwait(false);
            if (result.Outcome == GroundingOutcome.Found && result.Node is { } node)
            {
                var target = new Target(node, result.Region, search.Screen);
                (var reached, obstacle) = await TryReachAsync(context, target, mustBeEnabled, cancellationToken).ConfigureAwait(false);
                if (reached is not null)
                    return reached;
                if (obstacle!.IsFinal)
                    throw new CommandFailure(FailureKind.Action, $"{Wording.Of(node)}: {obstacle.Words}.");
            }
            else
            {
                obstacle = null;
            }

            if (search.Pace.IsOver || (obstacle is null && search.IsOver(StillAmbiguous)))
            {
                throw obstacle is not null && result.Node is { } blocked
                    ? new CommandFailure(FailureKind.Action, $"{Wording.Of(blocked)} was found, but {obstacle.Words}, and this did not change within {Wording.Of(search.Pace.Timeout)}.")
                    : await search.FailureAsync(cancellationToken).ConfigureAwait(false);
            }

            await search.Pace.NextAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>One try to bring an element into reach; else what stands in the way.</summary>
    public static async Task<(ReachedTarget? Reached, Obstacle? Obstacle)> TryReachAsync(
        CommandContext context, Target target, bool mustBeEnabled, CancellationToken cancellationToken)
    {
        if (mustBeEnabled && (target.Node.IsDisabled || target.Node.LooksDisabled))
            return (null, new(target.Node.IsDisabled ? "it is disabled" : "it looks disabled and takes no clicks"));
        var reach = await context.Driver.Elements.ReachAsync(target.Node.Ref, target.Offset, cancellationToken).ConfigureAwait(false);
        if (reach.Status != ReachStatus.Gone)
            context.Evidence.At(target.Node, reach.Bounds, context.Time.GetUtcNow());
        return reach.Status == ReachStatus.Reachable ? (new ReachedTarget(target, reach.Point), null) : (null, new(Words(reach)));
    }

    /// <summary>Why an element could not be touched.</summary>
    public static string Words(ReachResult reach) => reach.Status switch
    {
        ReachStatus.Covered => reach.CoveredBy is { Length: > 0 } cover ? $"{cover} covers it" : "something else covers it",
        ReachStatus.OutOfView => "it cannot be brought into view",
        ReachStatus.Moving => reach.CoveredBy is { Length: > 0 } instead ? $"it keeps moving: each time it was pressed, {instead} was in its place" : "it keeps moving",
        ReachStatus.Gone => "it disappeared",
        _ => throw new InvalidOperationException($"Unknown reach status {reach.Status}."),
    };

    /// <summary>What keeps an element from being touched.</summary>
    internal sealed record Obstacle(string Words, bool IsFinal = false);

    private sealed class Search(CommandContext context, string words, GroundingPurpose purpose)
    {
        private GroundingResult? _result;
        private long? _fingerprint;
        private TimeSpan _since;

        public Pace Pace { get; } = context.StartPace(context.Options.StepTimeout);

        public Observation Screen { get; private set; } = null!;

        public async Task<GroundingResult> GroundAsync(CancellationToken cancellationToken)
        {
            Screen = _result is null ? await context.GlanceAsync(cancellationToken).ConfigureAwait(false) : await context.LookAsync(cancellationToken).ConfigureAwait(false);
            if (_fingerprint != Screen.Fingerprint)
            {
                _fingerprint = Screen.Fingerprint;
                _since = Pace.Elapsed;
            }

            _result = context.Session.Grounder.Ground(words, purpose, Screen, context.Session.GroundingFor(Screen));
            context.Evidence.Grounded(_result);
            return _result;
        }

        public bool IsOver(TimeSpan stillAmbiguous)
            => Pace.IsOver || (_result!.Outcome == GroundingOutcome.Ambiguous && Pace.Elapsed - _since >= stillAmbiguous);

        public async Task<CommandFailure> FailureAsync(CancellationToken cancellationToken)
        {
            var failure = await NotFoundAsync(cancellationToken).ConfigureAwait(false);
            return context.Session.Recording?.DriftFailure(failure) ?? failure;
        }

        private async Task<CommandFailure> NotFoundAsync(CancellationToken cancellationToken)
        {
            var result = _result!;
            if (result.Outcome == GroundingOutcome.Ambiguous)
                return new(FailureKind.Grounding, $"Several elements fit \"{words}\" equally well: {Names(result)}. Say which: by its section, its row, its position or its kind.");
            if (result.Outcome == GroundingOutcome.Unreadable)
                return new(FailureKind.Grounding, $"\"{words}\" cannot be decided on this page. {result.Explanation}".TrimEnd());

            var hidden = await context.Driver.Screen.ObserveAsync(new ObserveOptions(IncludeHidden: true), cancellationToken).ConfigureAwait(false);
            var there = context.Session.Grounder.Ground(words, purpose, hidden, context.Session.GroundingFor(hidden));
            var found = $"No element fits \"{words}\" after {Wording.Of(Pace.Elapsed)}.";
            if (there.Outcome == GroundingOutcome.Found && there.Node is { } node && HiddenBy(node) is { } why)
                return new(FailureKind.Grounding, $"{found} {Wording.Of(node)} is in the page, but {why}. Does a step that shows it come before?");
            if (Names(result) is { Length: > 0 } names)
                found += $" Nearest: {names}.";
            else if (result.Explanation.Length > 0)
                found += " " + result.Explanation;
            return new(FailureKind.Grounding, found);
        }

        private static string? HiddenBy(UiNode node)
        {
            if (!node.IsVisible)
                return "it is hidden";
            return node.Ancestors().Any(above => !above.IsVisible) ? "what it lies in is hidden" : null;
        }

        private static string Names(GroundingResult result)
            => string.Join(", ", result.Candidates.Take(4).Select(candidate => Wording.Of(candidate.Node) + Place(candidate.Node)));

        // The same words twice say nothing: what they lie in tells them apart.
        private static string Place(UiNode node)
        {
            var container = node.Ancestors().FirstOrDefault(above => above.Name.Length > 0
                && above.Role is "dialog" or "alertdialog" or "form" or "region" or "group" or "navigation" or "row" or "listitem" or "article" or "table" or "tabpanel");
            return container is null ? "" : $" in {Wording.Of(container)}";
        }
    }
}
