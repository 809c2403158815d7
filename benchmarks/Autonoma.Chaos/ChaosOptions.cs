using System.Globalization;

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
        var options = new ChaosOptions();
        for (var i = 0; i + 1 < args.Length; i += 2)
        {
            var number = int.Parse(args[i + 1], CultureInfo.InvariantCulture);
            options = args[i] switch
            {
                "--stubs" => options with { Stubs = number },
                "--real" => options with { Real = number },
                "--workers" => options with { Workers = number },
                "--slots" => options with { Slots = number },
                "--least-pause" => options with { Pause = (number, options.Pause.Most) },
                "--most-pause" => options with { Pause = (options.Pause.Least, number) },
                "--seed" => options with { Seed = number },
                _ => throw new ArgumentException($"Unknown option '{args[i]}'. There are: --stubs, --real, --workers, --slots, --least-pause, --most-pause, --seed."),
            };
        }

        return options;
    }
}
