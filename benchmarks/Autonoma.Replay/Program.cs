using System.Diagnostics;
using System.Globalization;
using Autonoma.Engine.Recording;
using Autonoma.Engine.Recording.Format;
using Autonoma.Engine.Running;
using Autonoma.Engine.Web;
using Autonoma.Replay;
using Autonoma.Speed;

// replay [--parts suite,changes,long,export] [--tests N] [--browser-path PATH] [--languages playwright-csharp,selenium-csharp,playwright-ts] [--recorded yes]
string? Option(string name)
{
    var i = Array.IndexOf(args, name);
    return i >= 0 && i + 1 < args.Length ? args[i + 1] : null;
}

string[] known = ["--parts", "--tests", "--browser-path", "--languages", "--recorded"];
if (args.FirstOrDefault(argument => argument.StartsWith('-') && !known.Contains(argument)) is { } unknown)
{
    Console.Error.WriteLine($"{unknown} is not an option. Options: {string.Join(", ", known)}");
    return 2;
}

var parts = (Option("--parts") ?? "suite,changes,long").Split(',');
var failures = 0;
using var connections = new Connections();
using var shop = await ShopProcess.StartAsync();
await using var browser = await WebBrowser.LaunchAsync(new BrowserOptions { ExecutablePath = Option("--browser-path") }, CancellationToken.None);
var runs = new ReplayRun(browser);
if (parts.Contains("suite"))
    failures += await SuitePart.RunAsync(runs, shop.Url, int.Parse(Option("--tests") ?? "1000", CultureInfo.InvariantCulture));
if (parts.Contains("changes"))
    failures += await ChangesPart.RunAsync(runs, shop.Url, int.Parse(Option("--tests") ?? "6", CultureInfo.InvariantCulture));
if (parts.Contains("long"))
    failures += await LongPart.RunAsync(runs, browser);
if (parts.Contains("export"))
    failures += await ExportPart.RunAsync(runs, shop.Url, browser.ExecutablePath!, int.Parse(Option("--tests") ?? "12", CultureInfo.InvariantCulture),
        (Option("--languages") ?? "playwright-csharp,selenium-csharp,playwright-ts").Split(','), recorded: Option("--recorded") == "yes");
Console.WriteLine($"pages asked for: {string.Join(", ", runs.Hosts.Order(StringComparer.Ordinal))}");
Console.WriteLine($"sockets of this process: {(connections.Seen.Count == 0 ? "none" : string.Join(", ", connections.Seen))}");
return failures == 0 ? 0 : 1;
