using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Autonoma.Platform.Work;

/// <summary>Does what is due: takes runs from dead workers, tears down what they left, starts what schedules ask for, removes old files. Every process does it; each row is taken by one.</summary>
/// <param name="verdicts">Takes runs.</param>
/// <param name="sweep">Tears down environments.</param>
/// <param name="schedules">Starts what is due.</param>
/// <param name="retention">Removes files that are too old or too many.</param>
/// <param name="options">How often.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Told when it could not.</param>
public sealed partial class Housekeeping(RunVerdicts verdicts, EnvironmentSweep sweep, ScheduleRunner schedules, Retention retention, WorkOptions options, TimeProvider time, ILogger<Housekeeping> logger) : BackgroundService
{
    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        AgainAsync("runs of dead workers", verdicts.TakeFromDeadAsync, options.Look, stoppingToken),
        // Endpoints may take a minute to answer: runs must not wait for that.
        AgainAsync("environments", sweep.RunAsync, options.Look, stoppingToken),
        AgainAsync("schedules", schedules.RunAsync, options.Look, stoppingToken),
        AgainAsync("files of old runs", retention.RunAsync, TimeSpan.FromMinutes(10), stoppingToken));

    private async Task AgainAsync(string what, Func<CancellationToken, Task<int>> work, TimeSpan pace, CancellationToken cancellationToken)
    {
        // A cadence, and nothing that anybody could tell: a dead process says nothing, and a time comes by itself.
        using var timer = new PeriodicTimer(pace, time);
        do
        {
            try
            {
                if (await work(cancellationToken).ConfigureAwait(false) is > 0 and var count)
                    Done(logger, what, count);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                // Whatever it was, the next round tries again: who stops looking leaves things behind.
                Failed(logger, what, e.Message);
            }
        }
        while (await NextAsync(timer, cancellationToken).ConfigureAwait(false));
    }

    private static async Task<bool> NextAsync(PeriodicTimer timer, CancellationToken cancellationToken)
    {
        try
        {
            return await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Looked after {What}: {Count}")]
    private static partial void Done(ILogger logger, string what, int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Could not look after {What} just now: {Reason}")]
    private static partial void Failed(ILogger logger, string what, string reason);
}
