using Autonoma.Benchmarks;
using Autonoma.Engine.Recording;
using Autonoma.Engine.Recording.Format;
using Autonoma.Engine.Running;
using Autonoma.Engine.Web;
using Autonoma.Replay;
using Autonoma.Speed;

// replay [--parts suite,changes,long,export] [--tests N] [--browser-path PATH] [--languages playwright-csharp,selenium-csharp,playwright-ts] [--recorded yes]
var options = new OptionLine(args, "--parts", "--tests", "--browser-path", "--languages", "--recorded");
var parts = options.List("--parts", "suite,changes,long");
var failures = 0;
using var connections = new Connections();
using var shop = await ShopProcess.StartAsync();
await using var browser = await WebBrowser.LaunchAsync(new BrowserOptions { ExecutablePath = options.Text("--browser-path") }, CancellationToken.None);
var runs = new ReplayRun(browser);
if (parts.Contains("suite"))
    failures += await SuitePart.RunAsync(runs, shop.Url, options.Number("--tests", 1000));
if (parts.Contains("changes"))
    failures += await ChangesPart.RunAsync(runs, shop.Url, options.Number("--tests", 6));
if (parts.Contains("long"))
    failures += await LongPart.RunAsync(runs, browser);
if (parts.Contains("export"))
    failures += await ExportPart.RunAsync(runs, shop.Url, browser.ExecutablePath!, options.Number("--tests", 12),
        options.List("--languages", "playwright-csharp,selenium-csharp,playwright-ts"), recorded: options.Text("--recorded") == "yes");
Console.WriteLine($"pages asked for: {string.Join(", ", runs.Hosts.Order(StringComparer.Ordinal))}");
Console.WriteLine($"sockets of this process: {(connections.Seen.Count == 0 ? "none" : string.Join(", ", connections.Seen))}");
return failures == 0 ? 0 : 1;
