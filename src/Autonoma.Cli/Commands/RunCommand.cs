using System.CommandLine;
using System.Text.Json.Nodes;
using Autonoma.Cli.Commands.Remote;
using Autonoma.Cli.Configuration;
using Autonoma.Cli.Remote;
using Autonoma.Cli.Running;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Running.Suite;
using Autonoma.Engine.Suites;

namespace Autonoma.Cli.Commands;

/// <summary><c>autonoma run</c>: runs one test, or an instruction that is no file.</summary>
internal sealed class RunCommand
{
    private readonly ToolEnvironment _environment;
    private readonly Argument<string?> _file = new("file") { Description = "The test.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string> _instruction = new("--instruction", "-i") { Description = "Steps instead of a file: 'Click Sign in. Verify that \"Welcome\" is displayed.'", HelpName = "TEXT" };
    private readonly Option<string> _url = new("--url", "-u") { Description = "Where to start; wins over the test's own.", HelpName = "URL" };
    private readonly Option<bool> _remote = new("--remote") { Description = "Run it on the server of 'autonoma login'; without a file, all tests of an application, or those of --folder and --tag." };
    private readonly Option<string> _app = RemoteOptions.App();
    private readonly Option<string> _branch = RemoteOptions.Branch();
    private readonly Option<string> _folder = new("--folder") { Description = "With --remote: the tests of a folder.", HelpName = "FOLDER" };
    private readonly Option<string[]> _tag = new("--tag") { Description = "With --remote: tests with the tag.", HelpName = "TAG" };
    private readonly SettingOptions _settings;

    private RunCommand(ToolEnvironment environment, Command command)
    {
        _environment = environment;
        command.Arguments.Add(_file);
        command.Options.Add(_instruction);
        foreach (var option in (Option[])[_url, _remote, _app, _branch, _folder, _tag])
            command.Options.Add(option);
        _settings = new(command, "workers", "maxFailures", "maxTime");
        command.SetAction(RunAsync);
    }

    public static Command Create(ToolEnvironment environment)
    {
        var command = new Command("run", "Run one test, or an instruction given as text, and show each step.");
        _ = new RunCommand(environment, command);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var path = parsed.GetValue(_file);
        var instruction = parsed.GetValue(_instruction);
        if (parsed.GetValue(_remote))
            return await RunRemoteAsync(parsed, path, cancellationToken);
        if (((Option[])[_app, _branch, _folder, _tag]).FirstOrDefault(option => parsed.GetResult(option) is { Implicit: false }) is { } misplaced)
            throw new UserInputException($"{misplaced.Name} is for tests on a server: give --remote with it.{(misplaced == _folder || misplaced == _tag ? " Here 'autonoma test FOLDER --tag TAG' runs several." : "")}");
        if (path is null == instruction is null)
            throw new UserInputException(path is null ? "Name a test file, or give --instruction TEXT with --url URL." : "Give either a file or --instruction, not both.");
        var full = path is null ? null : _environment.FullPath(path);
        if (full is not null && Directory.Exists(full))
            throw new UserInputException($"'{path}' is a folder: 'autonoma test {path}' runs its tests.");
        var settings = ToolSettings.Read(_environment, _settings, parsed, full is null ? _environment.Folder : Path.GetDirectoryName(full)!);
        var suite = new SuiteInvocation(_environment, settings);
        var file = full is not null ? TestFileReader.Read(full) : TestFileReader.ReadText(instruction!);
        suite.Report([file]);
        var test = file.TestCase!;
        if (instruction is not null)
            test = test with { Title = Shorten(instruction) };
        if (parsed.GetValue(_url) is { } url)
            test = test with { Url = url };
        if (test.Url is null && settings.BaseUrl is null)
            throw new UserInputException(instruction is not null ? "Say where to start: --url URL." : "The test names no 'url' and there is no base URL. Give --url URL, or 'baseUrl' in autonoma.yaml.");
        suite.CheckStarts([test]);
        suite.Sessions.Warm([test]);
        await using var sessions = suite.Sessions;
        return await suite.RunAsync(test.Title, full is null ? "" : Path.GetDirectoryName(full)!, SuitePlan.Of([test]), null, singleTest: true, cancellationToken);
    }

    private async Task<int> RunRemoteAsync(ParseResult parsed, string? path, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(_instruction) is not null)
            throw new UserInputException("--remote runs tests that the server has: write the instruction into a file and bring it there with 'autonoma push'.");
        // What is set here is no setting of the server: it would be left out unseen.
        if (_settings.Read(parsed).Values.Select(value => value.Origin).ToList() is { Count: > 0 } local)
            throw new UserInputException($"{string.Join(", ", local)}: with --remote the server decides this. Leave {(local.Count == 1 ? "it" : "them")} out{(local.Contains("--base-url") ? "; where the tests start is set with --url" : "")}.");
        if (path is not null && (parsed.GetValue(_folder) is not null || parsed.GetValue(_tag) is { Length: > 0 }))
            throw new UserInputException("Give either a file, or --folder and --tag.");
        using var client = new ServerClient(ServerAccess.Read(_environment), _environment.Time);
        var tags = parsed.GetValue(_tag) ?? [];
        var body = new JsonObject
        {
            ["all"] = path is null && parsed.GetValue(_folder) is null && tags.Length == 0,
            ["folder"] = parsed.GetValue(_folder),
            ["tags"] = new JsonArray([.. tags.Select(tag => JsonValue.Create(tag))]),
            ["branch"] = parsed.GetValue(_branch),
            ["url"] = parsed.GetValue(_url),
        };
        return await new RemoteRuns(_environment, client).StartAsync(parsed.GetValue(_app), body, path, cancellationToken);
    }

    private static string Shorten(string instruction)
    {
        var line = string.Join(' ', instruction.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length > 80 ? line[..77] + "..." : line;
    }
}
