using System.Globalization;
using Autonoma.Engine.Commands.Targets;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Observing;
using Autonoma.Engine.Running;

namespace Autonoma.Engine.Commands.Execution;

/// <summary>What a command has to work with during one attempt.</summary>
internal sealed class CommandContext(RunSession session, string sentence)
{
    public RunSession Session { get; } = session;

    /// <summary>The sentence of the step, as written.</summary>
    public string Sentence { get; } = sentence;

    public AttemptEvidence Evidence { get; } = new();

    public IAppDriver Driver => Session.Driver;

    public RunOptions Options => Session.Options;

    public TimeProvider Time => Session.Time;

    public CultureInfo Culture => CultureInfo.GetCultureInfo(Options.Locale);

    public DateOnly Today => DateOnly.FromDateTime(Time.GetLocalNow().DateTime);

    /// <summary>A value as it is: for text to be typed, options, addresses, paths.</summary>
    public string Value(string template) => Session.Memory.Resolve(template);

    /// <summary>A description or claim with its variables put in, quoted where they hold words.</summary>
    public string Words(string template)
    {
        var words = Session.Memory.ResolveQuoted(template);
        Session.Recording?.Worded(template, words);
        return words;
    }

    public async Task<Observation> LookAsync(CancellationToken cancellationToken)
    {
        var observation = await Driver.Screen.ObserveAsync(ObserveOptions.Default, cancellationToken).ConfigureAwait(false);
        Evidence.Saw(observation);
        Session.Looked(observation);
        return observation;
    }

    /// <summary>The screen as the check before saw it a moment ago, when nothing was done since; else a look.</summary>
    public async Task<Observation> GlanceAsync(CancellationToken cancellationToken)
    {
        if (Session.JustSeen is not { } observation)
            return await LookAsync(cancellationToken).ConfigureAwait(false);
        Evidence.Saw(observation);
        return observation;
    }

    /// <summary>Called right before the app is touched.</summary>
    public Task ActingAsync(Observation before, CancellationToken cancellationToken)
    {
        Session.Recording?.Acting(before);
        return Session.BeginActionAsync(before, cancellationToken);
    }

    /// <summary>Clicks an element (or the given point of it) and remembers it as the last target.</summary>
    /// <exception cref="CommandFailure">It did not get the click; nothing else did.</exception>
    public async Task ClickAsync(UiNode node, UiPoint? offset, CancellationToken cancellationToken)
    {
        var reach = await Driver.Elements.ClickAsync(node.Ref, offset, MouseButton.Left, 1, KeyModifiers.None, cancellationToken).ConfigureAwait(false);
        if (reach.Status != ReachStatus.Reachable)
            throw new CommandFailure(FailureKind.Action, $"{Wording.Of(node)} was found, but {TargetFinder.Words(reach)}.");
        Session.LastTarget = node;
    }

    public Task<SettleResult> SettleAsync(CancellationToken cancellationToken) => Session.SettleAsync(cancellationToken);

    /// <summary>Waits for rest, and the screen as it was then; null where it has to be looked at.</summary>
    public async Task<(SettleResult Result, Observation? Screen)> SettleAndLookAsync(CancellationToken cancellationToken)
    {
        var (result, screen) = await Session.SettleAndLookAsync(cancellationToken).ConfigureAwait(false);
        if (screen is not null)
            Evidence.Saw(screen);
        return (result, screen);
    }

    public Pace StartPace(TimeSpan timeout) => new(this, timeout);
}
