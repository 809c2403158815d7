using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Autonoma.Speed;

namespace Autonoma.Planning;

/// <summary>A copy of the shop, the plan that is made for it, and the suite at the end of that.</summary>
internal sealed class PlannedShop
{
    private readonly string _folder;
    private readonly string _shop;
    private readonly string _database;
    private readonly TextWriter? _echo;
    private readonly string _url = $"http://127.0.0.1:{FreePort()}";
    private readonly Dictionary<string, string> _variables;
    private readonly Tool _tool;
    private int _runs;

    /// <param name="folder">Where the copy is, or will be.</param>
    /// <param name="database">An empty database.</param>
    /// <param name="echo">Gets what the tool says; null for nobody.</param>
    public PlannedShop(string folder, string database, TextWriter? echo)
    {
        (_folder, _shop, _database, _echo) = (folder, Path.Combine(folder, "Shop"), database, echo);
        _variables = new()
        {
            ["AUTONOMA_SHARED_SECRET"] = RandomNumberGenerator.GetHexString(64), ["AUTONOMA_SIGNING_SECRET"] = RandomNumberGenerator.GetHexString(64),
            ["AUTONOMA_JOURNAL"] = Path.Combine(folder, "journal"), ["XDG_STATE_HOME"] = Path.Combine(folder, "state"), ["AUTONOMA_SDK_SOURCE"] = Path.Combine(Repository.Root, "src"),
        };
        _tool = new(_shop, _variables);
    }

    private string ModelFolder => _folder + "-model";

    private string Suite => Path.Combine(_shop, "autonoma", "qa-tests");

    /// <summary>How many tests there are.</summary>
    public int Tests => Directory.Exists(Suite) ? Directory.EnumerateFiles(Suite, "*.md", SearchOption.AllDirectories).Count(file => Path.GetFileName(file) is not ("INDEX.md" or "brief.md") && !file[Suite.Length..].Contains("/.", StringComparison.Ordinal)) : 0;

    /// <summary>Numbers of the seeded bugs.</summary>
    public static IReadOnlyList<int> KnownBugs()
        => [.. File.ReadLines(Path.Combine(Repository.Root, "samples", "Shop", "bugs.md")).Select(line => line.Split('|', StringSplitOptions.TrimEntries)).Where(cells => cells.Length > 2 && int.TryParse(cells[1], CultureInfo.InvariantCulture, out _)).Select(cells => int.Parse(cells[1], CultureInfo.InvariantCulture))];

    /// <summary>All six steps; false when no suite came of them.</summary>
    /// <param name="time">Time for exploring, and for running tests, as autonoma.yaml has it; null for the usual.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<bool> PlanAsync(string? time, CancellationToken cancellationToken)
    {
        BareShop.Copy(_shop);
        if (time is not null)
            await File.WriteAllTextAsync(Path.Combine(_shop, "autonoma.yaml"), $"plan:\n  exploreTime: {time}\n  testTime: {time}\n", cancellationToken);
        var clock = Stopwatch.StartNew();
        var (code, said) = await _tool.RunAsync(["plan", "--offline", "--auto-advance", "--database", _database, "--app-url", _url, "--app-command", $"dotnet run --project Shop.csproj -c Release --no-launch-profile -- --urls {_url} --database '{_database}'"], _echo, cancellationToken);
        Report.Line("plan", string.Create(CultureInfo.InvariantCulture, $"exit code {code}, {clock.Elapsed.TotalMinutes:0.0} minutes (asked: 0, under 10), load {Report.Load()}"));
        foreach (var line in said.Split('\n').Where(line => line.StartsWith('[') && line.Contains(": done", StringComparison.Ordinal)))
            Report.Line("", line.Trim());
        if (code != 0)
            Console.WriteLine(string.Join('\n', said.Split('\n').TakeLast(25).Select(line => $"    {line}")));
        var proof = Path.Combine(_shop, "autonoma", ".scenario-validation.json");
        var valid = File.Exists(proof) && JsonNode.Parse(await File.ReadAllTextAsync(proof, cancellationToken)) is { } read && read["status"]?.GetValue<string>() == "ok" ? read["validatedScenarios"]!.AsArray().Count : 0;
        Report.Line("valid scenarios", $"{valid} of 3");
        if (valid > 0 && Tests > 0)
            return true;
        Report.Line("tests", "none were written, so nothing below was measured");
        return false;
    }

    /// <summary>The plan that was made by rules, made again by a scripted model, in a copy of its own: whether every step was done, and sent a wrong attempt back.</summary>
    public async Task<bool> PlanByModelAsync(string database, CancellationToken cancellationToken)
    {
        // As deep as the first copy: the code names the SDK's source by a relative path.
        var (bare, copy) = (Path.Combine(ModelFolder, "Bare", "Shop"), Path.Combine(ModelFolder, "Shop"));
        if (Directory.Exists(ModelFolder))
            Directory.Delete(ModelFolder, recursive: true);
        BareShop.Copy(bare);
        BareShop.Copy(copy);
        // Looking at the app is not what is shown here.
        await File.WriteAllTextAsync(Path.Combine(copy, "autonoma.yaml"), "plan:\n  exploreTime: 20s\nbudgets:\n  run.calls: none\n  run.tokens: none\n", cancellationToken);
        await using var model = await ScriptedModel.StartAsync(new(_shop, bare));
        var url = $"http://127.0.0.1:{FreePort()}";
        var tool = new Tool(copy, new Dictionary<string, string>(_variables) { ["AUTONOMA_MODEL"] = "compatible/scripted", ["AUTONOMA_MODEL_URL"] = model.Url });
        var clock = Stopwatch.StartNew();
        var (code, said) = await tool.RunAsync(["plan", "--auto-advance", "--database", database, "--app-url", url, "--app-command", $"dotnet run --project Shop.csproj -c Release --no-launch-profile -- --urls {url} --database '{database}'"], _echo, cancellationToken);
        Report.Line("plan by a model", string.Create(CultureInfo.InvariantCulture, $"exit code {code}, {clock.Elapsed.TotalMinutes:0.0} minutes, {model.Requests} requests"));
        Report.Line("sent back", model.SentBack.Count == 0 ? "nothing" : string.Join(", ", model.SentBack.OrderBy(sent => sent.Key).Select(sent => $"step {sent.Key}: {sent.Value}")));
        foreach (var surprise in model.Surprises)
            Report.Line("", surprise);
        if (code != 0)
            Console.WriteLine(string.Join('\n', said.Split('\n').TakeLast(25).Select(line => $"    {line}")));
        return code == 0 && model.SentBack.Count == 6 && model.Surprises.Count == 0;
    }

    /// <summary>The shop with one of its bugs, or with none.</summary>
    public Task<RunningApp> StartAsync(int bug, CancellationToken cancellationToken)
    {
        var built = Path.DirectorySeparatorChar + "bin" + Path.DirectorySeparatorChar;
        var executable = Directory.EnumerateFiles(_folder, OperatingSystem.IsWindows() ? "Shop.exe" : "Shop", SearchOption.AllDirectories).FirstOrDefault(file => file.Contains(built, StringComparison.Ordinal)) ?? throw new FileNotFoundException("The built shop was not found.");
        return RunningApp.StartAsync(executable, _url, _database, bug, _variables, cancellationToken);
    }

    /// <summary>Runs tests against the shop that runs: how many passed, and those that did not, each with its reason.</summary>
    /// <param name="test">Path below the suite; null for all of it.</param>
    /// <param name="stopAtFirst">Whether the first failure is enough.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<(int Passed, IReadOnlyList<FailedTest> Failed)> TestAsync(string? test, bool stopAtFirst, CancellationToken cancellationToken)
    {
        var output = Path.Combine(_folder, "reports", $"{++_runs}");
        string[] most = stopAtFirst ? ["--max-failures", "1"] : [];
        var (code, said) = await _tool.RunAsync(["test", Path.Combine("autonoma", "qa-tests", test ?? ""), "--offline", "--base-url", _url, "--sdk-url", _url + "/api/autonoma", "--env", "autonoma/scenario-recipes.json", "--workers", "2", "--reporter", "json,line", "--mode", "record", "--no-record", "--output", output, .. most], _echo, cancellationToken);
        var report = Path.Combine(output, "report.json");
        if (!File.Exists(report))
            throw new InvalidOperationException($"The tests could not be run (exit code {code}): {said}");
        var results = JsonNode.Parse(await File.ReadAllTextAsync(report, cancellationToken))!["tests"]!.AsArray().Select(result => result!).ToList();
        return (results.Count(result => Text(result, "status") == "passed"), [.. results.Where(result => Text(result, "status") is "failed" or "flaky").Select(result => (Result: result, Last: result["tries"]?.AsArray().LastOrDefault())).Select(failed => new FailedTest(Text(failed.Result, "file"), Text(failed.Result, "status"), Text(failed.Last, "failure"), Report.Short(Text(failed.Last, "reasoning"))))]);
    }

    private static string Text(JsonNode? node, string name) => node?[name]?.GetValue<string>() ?? "";

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>A test that did not pass.</summary>
/// <param name="File">Path below the suite.</param>
/// <param name="Status">How it ended.</param>
/// <param name="Kind">What kind of failure it is.</param>
/// <param name="Reason">Why.</param>
internal sealed record FailedTest(string File, string Status, string Kind, string Reason)
{
    /// <summary>Whether it says something about the app: where no environment could be made, or the tool itself failed, nothing of the app was tested.</summary>
    public bool IsOfTheApp => Kind is not ("environment" or "engine" or "cancelled");
}
