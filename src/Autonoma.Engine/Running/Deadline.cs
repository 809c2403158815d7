namespace Autonoma.Engine.Running;

/// <summary>Runs something that must end in time, also when what it calls never answers.</summary>
internal static class Deadline
{
    /// <exception cref="DeadlineException">It did not end in time.</exception>
    /// <exception cref="OperationCanceledException">The outer token was cancelled.</exception>
    public static async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> action, TimeSpan limit, TimeProvider time, CancellationToken cancellationToken)
    {
        using var timer = new CancellationTokenSource(limit, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        var task = action(both.Token);
        try
        {
            return await task.WaitAsync(both.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (both.IsCancellationRequested)
        {
            // What is left behind may still fail; nobody waits for it any more.
            _ = task.ContinueWith(static left => _ = left.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
            cancellationToken.ThrowIfCancellationRequested();
            throw new DeadlineException(limit);
        }
    }

    public static Task RunAsync(Func<CancellationToken, Task> action, TimeSpan limit, TimeProvider time, CancellationToken cancellationToken)
        => RunAsync(
            async token =>
            {
                await action(token).ConfigureAwait(false);
                return true;
            },
            limit,
            time,
            cancellationToken);
}

/// <summary>Something did not end within its time.</summary>
internal sealed class DeadlineException(TimeSpan limit) : Exception($"No answer within {limit.TotalSeconds:0.#} s.");
