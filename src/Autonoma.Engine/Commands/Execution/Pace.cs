namespace Autonoma.Engine.Commands.Execution;

/// <summary>The rhythm of waiting for something: quick at first, then calmer, never past its end.</summary>
internal sealed class Pace(CommandContext context, TimeSpan timeout)
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(25);
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(200);
    private readonly long _start = context.Time.GetTimestamp();
    private TimeSpan _pause = First;

    public TimeSpan Timeout { get; } = timeout;

    public TimeSpan Elapsed => context.Time.GetElapsedTime(_start);

    public bool IsOver => Elapsed >= Timeout;

    /// <summary>Pauses, then lets a page that is busy come to rest.</summary>
    public async Task NextAsync(CancellationToken cancellationToken)
    {
        var left = Timeout - Elapsed;
        if (left <= TimeSpan.Zero)
            return;
        await Task.Delay(_pause < left ? _pause : left, context.Time, cancellationToken).ConfigureAwait(false);
        _pause = _pause * 1.5 < Longest ? _pause * 1.5 : Longest;
        await context.Driver.Screen.SettleAsync(Longest, cancellationToken).ConfigureAwait(false);
    }
}
