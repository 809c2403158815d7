using Autonoma.Benchmarks;

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
        var (line, usual) = (new OptionLine(args, "--runs", "--tests", "--rate", "--seconds", "--viewers", "--pairs", "--parts", "--seed"), new LoadOptions());
        return new()
        {
            Runs = line.Number("--runs", usual.Runs),
            Tests = line.Number("--tests", usual.Tests),
            Rate = line.Number("--rate", usual.Rate),
            Seconds = line.Number("--seconds", usual.Seconds),
            Viewers = line.Number("--viewers", usual.Viewers),
            Pairs = line.Number("--pairs", usual.Pairs),
            Parts = line.Text("--parts") ?? usual.Parts,
            Seed = line.Number("--seed", usual.Seed),
        };
    }
}
