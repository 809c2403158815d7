namespace Autonoma.TestKit;

/// <summary>Waits for a condition that something else brings about.</summary>
public static class Waiting
{
    /// <summary>Asks every 10 ms until the condition holds; throws after 20 seconds.</summary>
    public static Task UntilAsync(Func<bool> condition, CancellationToken cancellationToken)
        => UntilAsync(() => Task.FromResult(condition()), cancellationToken);

    /// <inheritdoc cref="UntilAsync(Func{bool}, CancellationToken)"/>
    public static async Task UntilAsync(Func<Task<bool>> condition, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(TimeSpan.FromSeconds(20));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (!await condition().ConfigureAwait(false))
            await timer.WaitForNextTickAsync(timeout.Token);
    }
}
