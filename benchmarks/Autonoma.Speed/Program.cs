using Autonoma.Speed;

// speed [--rounds N] [--trace] [--parts scripts,replay,artifacts,decide,workers,startup] [--elements MOST] [--browser-path PATH]
string? Option(string name)
{
    var i = Array.IndexOf(args, name);
    return i >= 0 && i + 1 < args.Length ? args[i + 1] : null;
}

string[] known = ["--rounds", "--trace", "--parts", "--elements", "--browser-path"];
if (args.FirstOrDefault(argument => argument.StartsWith('-') && !known.Contains(argument)) is { } unknown)
{
    Console.Error.WriteLine($"{unknown} is not an option. Options: {string.Join(", ", known)}");
    return 2;
}

var parts = (Option("--parts") ?? "scripts,replay,artifacts,decide,workers,startup").Split(',');
var rounds = int.Parse(Option("--rounds") ?? "9", System.Globalization.CultureInfo.InvariantCulture);
var executable = Option("--browser-path");
var trace = args.Contains("--trace");
ScriptEncoder.Provide();
using var shop = await ShopProcess.StartAsync();
if (parts.Contains("scripts"))
{
    Console.WriteLine("plain English against a hand-written script (target: median ratio at most 1.25)");
    await ScriptRatio.RunAsync(shop.Url, rounds, executable, artifacts: false, trace);
}

if (parts.Contains("replay"))
{
    Console.WriteLine("a replayed recording against a hand-written script (target: median ratio at most 1.15)");
    await ScriptRatio.RunAsync(shop.Url, rounds, executable, artifacts: false, trace, replay: true);
}

if (parts.Contains("artifacts"))
{
    Console.WriteLine("the same with screenshots and video on both sides (target: median ratio at most 1.5)");
    await ScriptRatio.RunAsync(shop.Url, rounds, executable, artifacts: true, trace);
}

if (parts.Contains("decide"))
{
    Console.WriteLine("time to decide a step (targets on 300 elements: p50 15 ms, p95 50 ms; growth at most linear)");
    await DecideTime.RunAsync(executable, int.Parse(Option("--elements") ?? "10000", System.Globalization.CultureInfo.InvariantCulture));
}

if (parts.Contains("workers"))
{
    Console.WriteLine("the sample suite's critical tests by workers");
    await ToolRuns.WorkersAsync(shop.Url);
}

if (parts.Contains("startup"))
{
    Console.WriteLine("start-up (target: at most 1.5 s beside the browser's launch)");
    await ToolRuns.StartUpAsync(shop.Url, executable);
}

return 0;
