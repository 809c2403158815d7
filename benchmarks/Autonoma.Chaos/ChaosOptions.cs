using Autonoma.Benchmarks;

namespace Autonoma.Chaos;

/// <summary>How much is done, and how much is killed.</summary>
internal sealed record ChaosOptions
{
    /// <summary>Runs whose executor makes an environment, waits for a while, and passes.</summary>
    public int Stubs { get; init; } = 500;

    /// <summary>Runs of a real test in a real browser.</summary>
    public int Real { get; init; } = 40;

    public int Workers { get; init; } = 2;

    public int Slots { get; init; } = 6;

    /// <summary>Seconds between two kills, at least and at most.</summary>
    public (int Least, int Most) Pause { get; init; } = (4, 10);

    /// <summary>What decides who is killed when.</summary>
    public int Seed { get; init; } = 1;

    public static ChaosOptions Parse(string[] args)
    {
        var (line, usual) = (new OptionLine(args, "--stubs", "--real", "--workers", "--slots", "--least-pause", "--most-pause", "--seed"), new ChaosOptions());
        return new()
        {
            Stubs = line.Number("--stubs", usual.Stubs),
            Real = line.Number("--real", usual.Real),
            Workers = line.Number("--workers", usual.Workers),
            Slots = line.Number("--slots", usual.Slots),
            Pause = (line.Number("--least-pause", usual.Pause.Least), line.Number("--most-pause", usual.Pause.Most)),
            Seed = line.Number("--seed", usual.Seed),
        };
    }
}
