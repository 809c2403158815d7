namespace Autonoma.AI.Resilience;

/// <summary>How often and how soon a request is sent again that may succeed later: 408, 429, 5xx, a lost connection, an answer that came broken.</summary>
public sealed record RetryOptions
{
    /// <summary>How often again. Default: 4.</summary>
    public int Retries { get; init; } = 4;

    /// <summary>Wait before the first; each later one waits twice as long, more or less (jitter). Default: 500 ms.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>No wait of our own is longer. Default: 20 s.</summary>
    public TimeSpan MaxDelay { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>A provider that wants to be left alone for longer is not waited for; the call fails at once. Default: 60 s.</summary>
    public TimeSpan MaxRetryAfter { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Where jitter comes from: numbers from 0 to 1.</summary>
    public Func<double> Jitter { get; init; } = Random.Shared.NextDouble;
}
