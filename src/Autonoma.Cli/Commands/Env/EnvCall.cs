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
    private readonly SettingOptions _settings;

    public EnvCall(ToolEnvironment environment, Command command)
    {
        Environment = environment;
        command.Options.Add(_format);
        _settings = new(command, [.. Setting.All.Select(setting => setting.Key).Except(["recipes", "sdkUrl", "ignoreCertificateErrors"])]);
    }

    public ToolEnvironment Environment { get; }

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

    /// <summary>Does something with an endpoint. Its failures are said in words on standard error, and as data where data is asked for.</summary>
    public async Task<int> RunAsync(ParseResult parsed, Func<ToolSettings, HttpClient, Task<int>> action)
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
