namespace Autonoma.Platform.Work;

/// <summary>How this process works. Times of leases are compared by the database's clock alone: clocks of machines may differ.</summary>
public sealed record WorkOptions
{
    /// <summary>Runs at the same time in this process. The default is half the processors, at least one.</summary>
    public int Slots { get; init; } = Math.Max(1, Environment.ProcessorCount / 2);

    /// <summary>Runs of one application at the same time, on all workers together. The default is 10.</summary>
    public int PerApplication { get; init; } = 10;

    /// <summary>How long a run stays with a worker that says nothing. The default is 20 seconds.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How often a worker says that it lives. The default is 5 seconds.</summary>
    public TimeSpan Heartbeat { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How often is looked for what notifications did not tell, and for runs of dead workers. The default is 5 seconds.</summary>
    public TimeSpan Look { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How often a run may be taken before it is closed: one that kills its workers must not go on for ever. The default is 3.</summary>
    public int MaxClaims { get; init; } = 3;

    /// <summary>How long a stopping worker lets its runs go on before it hands them back. The default is 20 seconds.</summary>
    public TimeSpan Drain { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long a question to people stays open. The default is 10 minutes.</summary>
    public TimeSpan AnswerTime { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Name of this worker for people.</summary>
    public string Name { get; init; } = $"{Environment.MachineName}-{Environment.ProcessId}";
}
