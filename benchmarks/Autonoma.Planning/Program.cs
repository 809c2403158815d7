using System.Globalization;
using Autonoma.Planning;
using Autonoma.TestKit;

// Plans a copy of the sample shop from nothing, offline, and tries the suite on the shop's seeded bugs:
// dotnet run -c Release --project benchmarks/Autonoma.Planning -- [--bugs all|none|1,2,3] [--only FOLDER] [--model] [--time 8m] [--keep DIR] [--verbose]
string? keep = null;
string? time = null;
string? only = null;
var verbose = false;
var byModel = false;
var known = PlannedShop.KnownBugs();
IReadOnlyList<int> bugs = known;
for (var i = 0; i < args.Length; i++)
{
    switch (args[i])
    {
        case "--verbose":
            verbose = true;
            break;
        case "--model":
            byModel = true;
            break;
        case "--time" when i + 1 < args.Length:
            time = args[++i];
            break;
        case "--only" when i + 1 < args.Length:
            only = args[++i];
            break;
        case "--keep" when i + 1 < args.Length:
            keep = Path.GetFullPath(args[++i]);
            break;
        case "--bugs" when i + 1 < args.Length && args[i + 1] is "all" or "none":
            bugs = args[++i] == "all" ? known : [];
            break;
        case "--bugs" when i + 1 < args.Length && args[i + 1].Split(',').All(text => int.TryParse(text, CultureInfo.InvariantCulture, out var bug) && known.Contains(bug)):
            bugs = [.. args[++i].Split(',').Select(text => int.Parse(text, CultureInfo.InvariantCulture))];
            break;
        default:
            await Console.Error.WriteLineAsync($"Usage: [--bugs all|none|1,2,3 (of {known.Count})] [--only FOLDER] [--model] [--time 8m] [--keep DIR] [--verbose]");
            return 2;
    }
}

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};

var postgres = new PostgresFixture();
var folder = keep ?? Path.Combine(Autonoma.Speed.Repository.Root, "artifacts", "planning", $"shop-{Environment.ProcessId}");
try
{
    await postgres.InitializeAsync();
    var shop = new PlannedShop(folder, postgres.NewDatabase(), verbose ? Console.Out : null);
    Report.Line("machine", $"{Environment.ProcessorCount} cores, load {Report.Load()}");
    if (shop.Tests == 0 && !await shop.PlanAsync(time, stop.Token))
        return 1;
    if (byModel && !await shop.PlanByModelAsync(postgres.NewDatabase(), stop.Token))
        return 1;
    return await new BugHunt(shop, only).RunAsync(bugs, known.Count, stop.Token) ? 0 : 1;
}
finally
{
    foreach (var made in (string[])[folder, folder + "-model"])
    {
        if (keep is null && Directory.Exists(made))
            Directory.Delete(made, recursive: true);
    }

    await postgres.DisposeAsync();
}
