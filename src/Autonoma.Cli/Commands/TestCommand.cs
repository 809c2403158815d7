using System.CommandLine;
using Autonoma.Cli.Configuration;
using Autonoma.Cli.Running;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Running.Suite;
using Autonoma.Engine.Suites;

namespace Autonoma.Cli.Commands;

/// <summary><c>autonoma test</c>: runs a folder of tests.</summary>
internal sealed class TestCommand
{
    private readonly ToolEnvironment _environment;
    private readonly Argument<string[]> _paths = new("path") { Description = "Folders or files of tests. Default: the current folder.", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<string[]> _grep = Several("--grep", "TEXT", "Tests whose title or path holds the text or matches the regular expression.");
    private readonly Option<string[]> _tag = Several("--tag", "TAG", "Tests with the tag; '!TAG': without it.");
    private readonly Option<string[]> _flow = Several("--flow", "FLOW", "Tests of the flow.");
    private readonly Option<string[]> _category = Several("--category", "LETTER", "Tests of the category: A to H, or Journey.");
    private readonly Option<string[]> _priority = Several("--priority", "WORD", "Tests of the priority: Critical, High, Medium or Low.");
    private readonly Option<string> _shard = new("--shard") { Description = "Run one part of N equal ones: 2/3. Every machine gets the same parts.", HelpName = "I/N" };
    private readonly Option<string> _repeat = new("--repeat-each") { Description = "Run each test N times.", HelpName = "N" };
    private readonly Option<bool> _lastFailed = new("--last-failed") { Description = "Only what failed, or did not run, last time." };
    private readonly Option<bool> _list = new("--list") { Description = "List the tests that would run, and run none." };
    private readonly SettingOptions _settings;

    private TestCommand(ToolEnvironment environment, Command command)
    {
        _environment = environment;
        command.Arguments.Add(_paths);
        foreach (var option in (Option[])[_grep, _tag, _flow, _category, _priority, _shard, _repeat, _lastFailed, _list])
            command.Options.Add(option);
        _settings = new(command);
        command.SetAction(RunAsync);
    }

    public static Command Create(ToolEnvironment environment)
    {
        var command = new Command("test", "Run the tests of a folder.");
        _ = new TestCommand(environment, command);
        return command;
    }

    private static Option<string[]> Several(string name, string value, string meaning)
        => new(name) { Description = meaning, HelpName = value, AllowMultipleArgumentsPerToken = false };

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var paths = parsed.GetValue(_paths) is { Length: > 0 } given ? given.Select(_environment.FullPath).ToList() : [_environment.Folder];
        foreach (var missing in paths.Where(path => !File.Exists(path) && !Directory.Exists(path)))
            throw new UserInputException($"There is no folder and no file '{ToolSettings.Shown(_environment, missing)}'.{ToolSettings.NearestPath(_environment, missing)}");
        var settings = ToolSettings.Read(_environment, _settings, parsed, Directory.Exists(paths[0]) ? paths[0] : Path.GetDirectoryName(paths[0])!);
        var shard = parsed.GetValue(_shard) is { } text ? ParseShard(text) : ((int Index, int Count)?)null;
        var repeat = parsed.GetValue(_repeat) is { } times ? ParseRepeat(times) : 1;
        var listing = parsed.GetValue(_list);
        var suite = new SuiteInvocation(_environment, settings);

        var folders = paths.Select(SuiteFolder.Read).ToList();
        var files = folders.SelectMany(folder => folder.Files).DistinctBy(file => Path.GetFullPath(file.Path)).ToList();
        var root = folders.Count == 1 ? folders[0].Folder : _environment.Folder;
        if (files.Count == 0)
            throw new UserInputException($"There are no tests in {string.Join(", ", paths.Select(path => ToolSettings.Shown(_environment, path)))}. A test is a Markdown file with front matter (--- and keys at the top); 'autonoma init' writes a first one.");
        suite.Report(files);
        var tests = files.Select(file => folders.Count == 1 ? file.TestCase! : file.TestCase! with { RelativePath = Path.GetRelativePath(root, file.Path).Replace('\\', '/') }).ToList();
        var chosen = Filter(parsed).Apply(tests);
        if (parsed.GetValue(_lastFailed))
        {
            var last = LastRun.Read(settings.Output(_environment)) ?? throw new UserInputException($"Nothing is known of a last run: {ToolSettings.Shown(_environment, Path.Combine(settings.Output(_environment), LastRun.FileName))} is not there. Run without --last-failed first.");
            if (last.Suite != root)
                throw new UserInputException($"The last run in {ToolSettings.Shown(_environment, settings.Output(_environment))} was of another suite, {ToolSettings.Shown(_environment, last.Suite)}. Run without --last-failed first, or name its --output.");
            chosen = [.. chosen.Where(test => last.Failed.Contains(test.RelativePath, StringComparer.Ordinal))];
            if (chosen.Count == 0)
            {
                await _environment.Out.WriteLineAsync("Nothing failed last time.");
                return ExitCodes.Passed;
            }
        }

        if (chosen.Count == 0)
            throw new UserInputException($"None of the {tests.Count} tests fits. 'autonoma test --list' shows them.");
        if (shard is { } part)
            chosen = SuitePlan.Shard(chosen, part.Index, part.Count);
        if (listing)
            return await ListAsync(chosen);
        if (chosen.Count == 0)
        {
            await _environment.Out.WriteLineAsync($"Shard {shard!.Value.Index}/{shard.Value.Count} has no tests: there are fewer tests than shards.");
            return ExitCodes.Passed;
        }

        suite.CheckStarts(chosen);
        suite.Sessions.Warm(chosen); // the browser starts while the interpreter warms up
        await using var sessions = suite.Sessions;
        var name = new DirectoryInfo(root).Name;
        return await suite.RunAsync(name, root, SuitePlan.Of(chosen, repeat), shard is { } s ? $"{s.Index}/{s.Count}" : null, singleTest: false, cancellationToken);
    }

    private SuiteFilter Filter(ParseResult parsed) => new()
    {
        Grep = parsed.GetValue(_grep) ?? [],
        Tags = Words(parsed, _tag),
        Flows = Words(parsed, _flow),
        Categories = Words(parsed, _category),
        Priorities = Words(parsed, _priority),
    };

    private static IReadOnlyList<string> Words(ParseResult parsed, Option<string[]> option) => [.. (parsed.GetValue(option) ?? []).SelectMany(SettingSources.Split)];

    private async Task<int> ListAsync(IReadOnlyList<TestCase> tests)
    {
        foreach (var test in tests)
        {
            var about = string.Join(", ", new[] { test.Category, test.Priority, test.Flow, test.Tags.Count > 0 ? string.Join(' ', test.Tags.Select(tag => "@" + tag)) : null }.OfType<string>());
            await _environment.Out.WriteLineAsync($"{test.RelativePath}  {test.Title}{(about.Length > 0 ? $"  [{about}]" : "")}");
        }

        await _environment.Out.WriteLineAsync($"{tests.Count} test{(tests.Count == 1 ? "" : "s")}");
        return ExitCodes.Passed;
    }

    private static (int Index, int Count) ParseShard(string text)
    {
        var parts = text.Split('/');
        if (parts.Length == 2 && int.TryParse(parts[0], out var index) && int.TryParse(parts[1], out var count) && count >= 1 && index >= 1 && index <= count)
            return (index, count);
        throw new UserInputException($"--shard: must be I/N with I from 1 to N, and here it is '{text}'. Example: --shard 2/3");
    }

    private static int ParseRepeat(string text)
        => int.TryParse(text, out var times) && times is >= 1 and <= 1000 ? times : throw new UserInputException($"--repeat-each: must be a whole number from 1 to 1000, and here it is '{text}'.");
}
