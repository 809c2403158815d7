using System.Globalization;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Language;

namespace Autonoma.Accuracy.Models;

/// <summary>What an evaluation is asked for. Every mistake is said with what is right.</summary>
public sealed record EvaluationOptions
{
    private static readonly string[] Names = ["--model", "--model-price", "--budget", "--kinds", "--corpus", "--json", "--only", "--limit", "--wait", "--viewport", "--locale", "--browser-path"];

    /// <summary>The model, PROVIDER/MODEL; null for none.</summary>
    public string? Model { get; private init; }

    /// <summary>Its price, INPUT/OUTPUT[/CACHED]; null for the known one.</summary>
    public string? Price { get; private init; }

    /// <summary>What all cases together may use: tokens, money, calls.</summary>
    public IReadOnlyDictionary<string, string> Budgets { get; private init; } = new Dictionary<string, string>();

    /// <summary>The kinds that are asked, in the order of <see cref="ModelEvaluation.Kinds"/>.</summary>
    public IReadOnlyList<ModelKind> Kinds { get; private init; } = ModelEvaluation.Kinds;

    /// <summary>Folder of the cases.</summary>
    public required string Corpus { get; init; }

    /// <summary>File that the result is written to; null for none.</summary>
    public string? Json { get; private init; }

    /// <summary>Part of the id of the cases that are asked; null for all.</summary>
    public string? Only { get; private init; }

    /// <summary>So many cases of a kind; null for all.</summary>
    public int? Limit { get; private init; }

    /// <summary>How long a condition is waited for.</summary>
    public TimeSpan Wait { get; private init; } = TimeSpan.FromSeconds(10);

    /// <summary>Width and height of the window.</summary>
    public (int Width, int Height) Viewport { get; private init; } = (1280, 800);

    /// <summary>Language and region of the browser.</summary>
    public string Locale { get; private init; } = "en-US";

    /// <summary>The browser's executable; null to look for it.</summary>
    public string? BrowserPath { get; private init; }

    /// <summary>Reads arguments.</summary>
    /// <exception cref="UserInputException">Something is mistyped.</exception>
    public static EvaluationOptions Parse(IReadOnlyList<string> arguments, Func<string, string?> variable)
    {
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        var budgets = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < arguments.Count; i += 2)
        {
            var name = arguments[i];
            if (!Names.Contains(name))
                throw new UserInputException($"Unknown option '{name}' beside --evaluate.{Near(name, Names)} There are: {string.Join(", ", Names)}.");
            if (i + 1 == arguments.Count || arguments[i + 1].StartsWith("--", StringComparison.Ordinal))
                throw new UserInputException($"{name} needs a value.");
            var value = arguments[i + 1];
            if (name == "--budget")
                budgets[BudgetName(value)] = value[(value.IndexOf('=', StringComparison.Ordinal) + 1)..];
            else if (!given.TryAdd(name, value))
                throw new UserInputException($"{name} is given twice.");
        }

        return new()
        {
            Model = given.GetValueOrDefault("--model") ?? (variable("AUTONOMA_MODEL") is { Length: > 0 } named ? named : null),
            Price = given.GetValueOrDefault("--model-price"),
            Budgets = budgets,
            Kinds = KindsOf(given.GetValueOrDefault("--kinds")),
            Corpus = CorpusOf(given.GetValueOrDefault("--corpus")),
            Json = given.GetValueOrDefault("--json") is { } json ? FileOf(json) : null,
            Only = given.GetValueOrDefault("--only"),
            Limit = given.TryGetValue("--limit", out var limit) ? Number("--limit", limit, 1, int.MaxValue) : null,
            Wait = TimeSpan.FromSeconds(given.TryGetValue("--wait", out var wait) ? Number("--wait", wait, 1, 600) : 10),
            Viewport = ViewportOf(given.GetValueOrDefault("--viewport") ?? "1280x800"),
            Locale = given.GetValueOrDefault("--locale") ?? "en-US",
            BrowserPath = given.GetValueOrDefault("--browser-path"),
        };
    }

    private static string BudgetName(string text)
    {
        var name = text.Split('=')[0];
        // A run is a case here; what a day may cost is kept by the tool.
        if (!text.Contains('=', StringComparison.Ordinal) || !(name.StartsWith("suite.", StringComparison.Ordinal) || name.StartsWith("run.", StringComparison.Ordinal)))
            throw new UserInputException($"--budget: must be suite.UNIT=N (all cases) or run.UNIT=N (one case) with tokens, money or calls, and here it is '{text}'. Example: suite.money=2");
        return name;
    }

    private static IReadOnlyList<ModelKind> KindsOf(string? text)
    {
        if (text is null)
            return ModelEvaluation.Kinds;
        var known = ModelEvaluation.Kinds.Select(kind => kind.Name).ToList();
        var names = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (names.FirstOrDefault(name => !known.Contains(name)) is { } unknown)
            throw new UserInputException($"--kinds: there is no kind '{unknown}'.{Near(unknown, known)} There are: {string.Join(", ", known)}.");
        return names.Length > 0 ? [.. ModelEvaluation.Kinds.Where(kind => names.Contains(kind.Name))] : throw new UserInputException("--kinds names none.");
    }

    private static string CorpusOf(string? text)
    {
        var corpus = text ?? Directories.OwnEvaluation() ?? throw new UserInputException("Name a corpus: --corpus DIR.");
        if (!Directory.Exists(Path.Combine(corpus, "pages")))
            throw new UserInputException($"--corpus: there is no folder '{Path.Combine(corpus, "pages")}'.");
        return corpus;
    }

    // Found out before money is spent, not after.
    private static string FileOf(string text)
        => Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(text))) && !Directory.Exists(text) ? text : throw new UserInputException($"--json: '{text}' cannot be written to: its folder does not exist, or it is a folder.");

    private static (int Width, int Height) ViewportOf(string text)
        => text.Split('x') is [var width, var height] ? (Number("--viewport", width, 100, 10_000), Number("--viewport", height, 100, 10_000)) : throw new UserInputException($"--viewport: must be WIDTHxHEIGHT, and here it is '{text}'. Example: 1280x800");

    private static int Number(string name, string text, int least, int most)
        => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : throw new UserInputException($"{name}: must be a whole number from {least}{(most == int.MaxValue ? "" : $" to {most}")}, and here it is '{text}'.");

    private static string Near(string text, IEnumerable<string> known) => Spelling.Nearest(text, known) is { } near ? $" Did you mean '{near}'?" : "";
}
