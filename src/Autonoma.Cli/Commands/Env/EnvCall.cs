using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Autonoma.Cli.Configuration;
using Autonoma.Cli.Environments;
using Autonoma.Cli.Output;
using Autonoma.Engine.Driving;
using Autonoma.Scenarios.Client;
using Autonoma.Scenarios.Instances;
using Autonoma.Scenarios.Journal;
using Autonoma.Scenarios.Recipes;

namespace Autonoma.Cli.Commands.Env;

/// <summary>What the commands of <c>env</c> have in common: settings, the two forms of output, failures in words and as data.</summary>
internal sealed class EnvCall
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly string[] Formats = ["table", "json"];

    private readonly Option<string> _format = new("--format") { Description = "table or json. Default: table on a terminal, json otherwise.", HelpName = "NAME" };
    private readonly Option<bool> _curl = new("--curl");
    private readonly Command _command;
    private readonly SettingOptions _settings;

    public EnvCall(ToolEnvironment environment, Command command)
    {
        Environment = environment;
        _command = command;
        command.Options.Add(_format);
        _settings = new(command, [.. Setting.All.Select(setting => setting.Key).Except(["recipes", "sdkUrl", "headers", "ignoreCertificateErrors"])]);
    }

    public ToolEnvironment Environment { get; }

    /// <summary>What the command does. Failures of an endpoint are said in words on standard error, and as data where data is asked for.</summary>
    public void Does(Func<ParseResult, ToolSettings, HttpClient, CancellationToken, Task<int>> action)
        => _command.SetAction((parsed, cancellationToken) => RunAsync(parsed, (settings, http) => action(parsed, settings, http, cancellationToken)));

    /// <summary>Adds <c>--curl</c>.</summary>
    public void CanPrint(string request = "the request")
    {
        _curl.Description = $"Print {request} as a curl command and send nothing.";
        _command.Options.Add(_curl);
    }

    /// <summary>Prints a request instead of sending it, where that was asked for.</summary>
    public async Task<bool> PrintsAsync(ParseResult parsed, ToolSettings settings, Func<byte[]> body)
    {
        if (!parsed.GetValue(_curl))
            return false;
        await Environment.Out.WriteLineAsync(CurlCommand.For(Url(settings), body(), HeaderSettings.Shown(settings.Values)));
        return true;
    }

    /// <summary>Whether people read it.</summary>
    public bool IsTable(ParseResult parsed)
    {
        var format = parsed.GetValue(_format) ?? (Environment.IsTerminal ? "table" : "json");
        if (Formats.Contains(format))
            return format == "table";
        throw new UserInputException($"--format: must be table or json, and here it is '{format}'.{(Engine.Language.Spelling.Nearest(format, Formats) is { } near ? $" Did you mean '{near}'?" : "")}");
    }

    public ToolSettings Settings(ParseResult parsed) => ToolSettings.Read(Environment, _settings, parsed, Environment.Folder);

    /// <summary>The endpoint's address.</summary>
    /// <exception cref="UserInputException">None was given.</exception>
    public static Uri Url(ToolSettings settings) => EndpointSettings.Url(settings.Values)
        ?? throw new UserInputException("Where is the app's Environment Factory? Give --sdk-url http://localhost:5080/api/autonoma, AUTONOMA_SDK_URL, or 'sdkUrl' in autonoma.yaml.");

    /// <summary>The recipes: the file that was named, or that of the settings.</summary>
    /// <exception cref="UserInputException">None was named, or it cannot be used.</exception>
    public RecipeFile Recipes(ToolSettings settings, string? named)
        => EndpointSettings.Read(Environment, named ?? settings.Values.Text("recipes") ?? throw new UserInputException("Which recipes? Name the file, or give 'recipes' in autonoma.yaml. Example: autonoma/scenario-recipes.json"));

    private async Task<int> RunAsync(ParseResult parsed, Func<ToolSettings, HttpClient, Task<int>> action)
    {
        var isTable = IsTable(parsed);
        var settings = Settings(parsed);
        using var http = EndpointSettings.Http(settings.Values);
        try
        {
            return await action(settings, http);
        }
        catch (EnvironmentException e)
        {
            await Environment.Error.WriteLineAsync(e.Message);
            if (!isTable)
                await JsonAsync(new JsonObject { ["error"] = Error(e) });
            return ExitCodes.WrongInput;
        }
        catch (RecipeFileException e)
        {
            throw new UserInputException(e.Message, e);
        }
    }

    public EnvironmentClient Client(ToolSettings settings, HttpClient http) => EndpointSettings.Client(Environment, settings.Values, Url(settings), http);

    /// <summary>A sweep over this user's journals.</summary>
    public Sweep Sweep(ToolSettings settings, HttpClient http, IReadOnlyList<string> runs, bool includeKept, bool dryRun = false, bool forget = false)
        => new(EndpointSettings.JournalFolder(Environment), url => EndpointSettings.Client(Environment, settings.Values, url, http), Environment.Time) { Runs = runs, IncludeKept = includeKept, DryRun = dryRun, Forget = forget };

    /// <summary>Sweeps, and says what was done.</summary>
    /// <exception cref="UserInputException">A run that was named is in no journal.</exception>
    public async Task<int> SweepAsync(ParseResult parsed, Sweep sweep, string otherwise, CancellationToken cancellationToken)
    {
        var swept = await sweep.RunAsync(cancellationToken);
        foreach (var missing in sweep.Runs.Except(swept.Select(found => found.RunId), StringComparer.Ordinal))
            throw new UserInputException($"Nothing is known of a run '{missing}' that still stands. 'autonoma env sweep --dry-run' lists what does{otherwise}.");
        return await EnvSweep.ReportAsync(this, parsed, swept);
    }

    public InstanceJournal Journal() => new(EndpointSettings.JournalFolder(Environment), Environment.Time);

    public ScenarioInstances Instances(ToolSettings settings, HttpClient http, RecipeFile? recipes, InstanceJournal journal) => new(Client(settings, http), recipes, journal, Environment.Time);

    public Task JsonAsync(JsonNode node) => Environment.Out.WriteLineAsync(node.ToJsonString(Indented));

    /// <summary>Rows in columns as wide as they need to be; the last one is not padded.</summary>
    public async Task TableAsync(IReadOnlyList<string> titles, IEnumerable<IReadOnlyList<string>> rows)
    {
        var paint = new Paint(Environment.HasColor);
        var all = rows.Select(row => row.Select(cell => cell.ReplaceLineEndings(" ")).ToList()).ToList();
        var widths = titles.Select((title, i) => all.Select(row => row[i].Length).Append(title.Length).Max()).ToList();
        await Environment.Out.WriteLineAsync(paint.Faint(Line(titles)));
        foreach (var row in all)
            await Environment.Out.WriteLineAsync(Line(row));

        string Line(IReadOnlyList<string> cells) => string.Join("  ", cells.Select((cell, i) => i == cells.Count - 1 ? cell : cell.PadRight(widths[i]))).TrimEnd();
    }

    private static JsonObject Error(EnvironmentException e)
    {
        var error = new JsonObject
        {
            ["failure"] = e.Failure switch { EnvironmentFailure.Unreachable => "unreachable", EnvironmentFailure.TimedOut => "timed-out", EnvironmentFailure.Http => "http", _ => "bad-response" },
            ["action"] = e.Action,
            ["message"] = e.Message,
        };
        if (e.Status is { } status)
            error["status"] = status;
        if (e.Code is { } code)
            error["code"] = code;
        return error;
    }
}
