using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Autonoma.WholePlan;
using Autonoma.Speed;
using Autonoma.TestKit;
using Repository = Autonoma.Speed.Repository;

// Plans a copy of the sample shop from nothing, offline: dotnet run -c Release --project benchmarks/Autonoma.WholePlan -- [--bugs all|none|1,2,3] [--keep] [--verbose]
var bugs = Option("--bugs") ?? "all";
var verbose = args.Contains("--verbose");
using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};

var postgres = new PostgresFixture();
await postgres.InitializeAsync();
var shop = BareShop.Copy();
try
{
    var url = $"http://127.0.0.1:{FreePort()}";
    var database = postgres.NewDatabase();
    var variables = new Dictionary<string, string>
    {
        ["AUTONOMA_SHARED_SECRET"] = RandomNumberGenerator.GetHexString(64), ["AUTONOMA_SIGNING_SECRET"] = RandomNumberGenerator.GetHexString(64),
        ["AUTONOMA_JOURNAL"] = Path.Combine(shop, "..", "journal"), ["XDG_STATE_HOME"] = Path.Combine(shop, "..", "state"), ["AUTONOMA_SDK_SOURCE"] = Path.Combine(Repository.Root, "src"),
    };
    var tool = new Tool(shop, variables);
    var clock = Stopwatch.StartNew();
    var (code, said) = await tool.RunAsync(["plan", "--offline", "--auto-advance", "--database", database, "--app-url", url, "--app-command", $"dotnet run --project Shop.csproj -c Release --no-launch-profile -- --urls {url} --database '{database}'"], verbose ? Console.Out : null, stop.Token);
    var minutes = clock.Elapsed.TotalMinutes;

    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"plan                exit code {code}, {minutes:0.0} minutes (target: under 10)"));
    foreach (var line in said.Split('\n').Where(line => line.StartsWith('[') && line.Contains(": done", StringComparison.Ordinal)))
        Console.WriteLine($"                    {line.Trim()}");
    if (code != 0)
        Console.WriteLine(string.Join('\n', said.Split('\n').TakeLast(25).Select(line => $"                    {line}")));
    var proof = Path.Combine(shop, "autonoma", ".scenario-validation.json");
    var valid = File.Exists(proof) && JsonNode.Parse(File.ReadAllText(proof)) is { } read && read["status"]?.GetValue<string>() == "ok" ? read["validatedScenarios"]!.AsArray().Count : 0;
    Console.WriteLine($"valid scenarios     {valid} of 3{(valid == 0 ? ": not proven, so nothing below was measured" : "")}");
    var tests = Path.Combine(shop, "autonoma", "qa-tests");
    var written = Directory.Exists(tests) ? Directory.EnumerateFiles(tests, "*.md", SearchOption.AllDirectories).Count(file => Path.GetFileName(file) is not ("INDEX.md" or "brief.md") && !file.Contains("/.", StringComparison.Ordinal)) : 0;
    if (valid == 0 || written == 0)
    {
        Console.WriteLine($"passing tests       {(written == 0 ? "none were written" : "not run")} (target: at least 60)");
        Console.WriteLine("seeded bugs caught  not measured (target: at least 75 %)");
        return 1;
    }

    var executable = Directory.EnumerateFiles(Path.GetDirectoryName(shop)!, OperatingSystem.IsWindows() ? "Shop.exe" : "Shop", SearchOption.AllDirectories).FirstOrDefault(file => file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal)) ?? throw new FileNotFoundException("The built shop was not found.");
    var healthy = await PassedAsync(executable, tool, variables, url, database, 0);
    Console.WriteLine($"passing tests       {healthy.Count} of {written} (target: at least 60)");
    if (bugs == "none")
    {
        Console.WriteLine("seeded bugs caught  not measured: --bugs none");
        return 0;
    }

    var all = Enumerable.Range(1, File.ReadLines(Path.Combine(Repository.Root, "samples", "Shop", "bugs.md")).Count(line => line.StartsWith("| ", StringComparison.Ordinal) && char.IsDigit(line.TrimStart('|', ' ')[0]))).ToList();
    var wanted = bugs == "all" ? all : [.. bugs.Split(',').Select(number => int.Parse(number, CultureInfo.InvariantCulture))];
    var caught = 0;
    foreach (var bug in wanted)
    {
        var left = await PassedAsync(executable, tool, variables, url, database, bug);
        var lost = healthy.Except(left, StringComparer.Ordinal).ToList();
        caught += lost.Count > 0 ? 1 : 0;
        Console.WriteLine($"  bug {bug,-3}           {(lost.Count > 0 ? $"caught by {lost.Count}: {string.Join(", ", lost.Take(3))}" : "not caught")}");
    }

    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seeded bugs caught  {caught} of {wanted.Count} ({100.0 * caught / wanted.Count:0} %; target: at least 75 %){(wanted.Count < all.Count ? $"; {all.Count - wanted.Count} others were not tried" : "")}"));
    return 0;
}
finally
{
    if (args.Contains("--keep"))
        Console.WriteLine($"kept                {shop}");
    else
        Directory.Delete(Path.GetDirectoryName(shop)!, recursive: true);
    await postgres.DisposeAsync();
}

async Task<IReadOnlyList<string>> PassedAsync(string executable, Tool tool, IReadOnlyDictionary<string, string> variables, string url, string database, int bug)
{
    await using var app = await RunningApp.StartAsync(executable, url, database, bug, variables, stop.Token);
    var output = Path.Combine(shop, "..", $"report-{bug}");
    await tool.RunAsync(["test", "autonoma/qa-tests", "--offline", "--base-url", url, "--sdk-url", url + "/api/autonoma", "--env", "autonoma/scenario-recipes.json", "--reporter", "json", "--reporter", "line", "--mode", "record", "--no-record", "--output", output], verbose ? Console.Out : null, stop.Token);
    var report = Path.Combine(output, "report.json");
    return File.Exists(report) ? [.. JsonNode.Parse(File.ReadAllText(report))!["tests"]!.AsArray().Where(test => test!["status"]!.GetValue<string>() == "passed").Select(test => test!["file"]!.GetValue<string>())] : [];
}

string? Option(string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;

static int FreePort()
{
    using var listener = new TcpListener(IPAddress.Loopback, 0);
    listener.Start();
    return ((IPEndPoint)listener.LocalEndpoint).Port;
}
