using System.Globalization;

namespace Autonoma.Load;

/// <summary>How much is stored, and how much is asked.</summary>
internal sealed record LoadOptions
{
    public int Runs { get; init; } = 100_000;

    public int Tests { get; init; } = 10_000;

    /// <summary>Requests that are sent each second, whatever becomes of those before.</summary>
    public int Rate { get; init; } = 50;

    public int Seconds { get; init; } = 60;

    public int Viewers { get; init; } = 200;

    /// <summary>How often the live run is made with viewers and without.</summary>
    public int Pairs { get; init; } = 7;

    /// <summary><c>http</c>, <c>live</c> or both.</summary>
    public string Parts { get; init; } = "http,live";

    /// <summary>What decides which page is asked for next.</summary>
    public int Seed { get; init; } = 1;

    public static LoadOptions Parse(string[] args)
    {
        var options = new LoadOptions();
        for (var i = 0; i + 1 < args.Length; i += 2)
        {
            if (args[i] == "--parts")
            {
                options = options with { Parts = args[i + 1] };
                continue;
            }

            var number = int.Parse(args[i + 1], CultureInfo.InvariantCulture);
            options = args[i] switch
            {
                "--runs" => options with { Runs = number },
                "--tests" => options with { Tests = number },
                "--rate" => options with { Rate = number },
                "--seconds" => options with { Seconds = number },
                "--viewers" => options with { Viewers = number },
                "--pairs" => options with { Pairs = number },
                "--seed" => options with { Seed = number },
                _ => throw new ArgumentException($"Unknown option '{args[i]}'. There are: --runs, --tests, --rate, --seconds, --viewers, --pairs, --parts, --seed."),
            };
        }

        return options;
    }
}
