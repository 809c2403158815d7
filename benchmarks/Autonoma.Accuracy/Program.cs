using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Autonoma.Accuracy;
using Autonoma.Accuracy.Models;
using Autonoma.Engine.Web;

// Scores the interpreter on a corpus: accuracy --corpus DIR [--json FILE] [--parts grounding,assertions,steps,flows] [--only TEXT] [--verbose]
//   [--viewport 1280x800] [--locale en-US] [--reduced-motion] [--browser-path PATH] [--shared]
// Scores a model instead: accuracy --evaluate [--model PROVIDER/MODEL] [--kinds a,b] [--json FILE] ..., see docs/benchmarks.md
if (args.Contains("--evaluate"))
    return await ModelEvaluation.RunAsync([.. args.Where(argument => argument != "--evaluate")], Environment.GetEnvironmentVariable, Console.Out, Console.Error, CancellationToken.None);

string? Option(string name)
{
    var i = Array.IndexOf(args, name);
    return i >= 0 && i + 1 < args.Length ? args[i + 1] : null;
}

// Without a corpus: the cases that the project itself keeps.
var corpus = Option("--corpus") ?? Directories.OwnCorpus();
if (corpus is null || !Directory.Exists(corpus))
{
    await Console.Error.WriteLineAsync("Name a corpus: --corpus DIR, a folder with pages/ and grounding.json, assertions.json, steps.json or flows/ (any of them).");
    return 2;
}

var parts = (Option("--parts") ?? "grounding,assertions,steps,flows").Split(',');
var only = Option("--only");
var viewport = (Option("--viewport") ?? "1280x800").Split('x').Select(text => int.Parse(text, CultureInfo.InvariantCulture)).ToArray();
var options = new WebSessionOptions
{
    ViewportWidth = viewport[0],
    ViewportHeight = viewport[1],
    Locale = Option("--locale") ?? "en-US",
    ReducedMotion = args.Contains("--reduced-motion"),
};

var scores = new List<Score>();
var needsPages = parts.Any(part => part != "steps");
await using var site = needsPages && Directory.Exists(Path.Combine(corpus, "pages")) ? await LoopbackSite.StartAsync(Path.Combine(corpus, "pages")) : null;
await using var browser = site is null ? null : await WebBrowser.LaunchAsync(new BrowserOptions { ExecutablePath = Option("--browser-path") }, CancellationToken.None);
foreach (var part in parts)
{
    var score = part switch
    {
        "steps" => StepsPart.Run(corpus, only),
        "grounding" when browser is not null => await GroundingPart.RunAsync(corpus, only, browser, options, site!.BaseUrl, args.Contains("--shared")),
        "assertions" when browser is not null => await AssertionsPart.RunAsync(corpus, only, browser, options, site!.BaseUrl),
        "flows" when browser is not null => await FlowsPart.RunAsync(corpus, only, browser, options, site!.BaseUrl),
        "mutants" when browser is not null => await MutantsPart.RunAsync(corpus, only, browser, options, site!.BaseUrl),
        "grounding-mutants" when browser is not null => await GroundingMutantsPart.RunAsync(corpus, only, browser, options, site!.BaseUrl),
        _ => null,
    };
    if (score is null || score.Total == 0)
        continue;
    scores.Add(score);
    Report.Print(score, args.Contains("--verbose"));
}

if (Option("--json") is { } json)
{
    var writer = new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    await File.WriteAllTextAsync(json, JsonSerializer.Serialize(new { parts = scores }, writer));
}

return 0;
