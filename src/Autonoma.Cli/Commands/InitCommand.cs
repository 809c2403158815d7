using System.CommandLine;
using Autonoma.Cli.Configuration;
using Autonoma.Engine.Driving;

namespace Autonoma.Cli.Commands;

/// <summary><c>autonoma init</c>: writes a first test that passes as it is, settings, and a CI workflow. Asks nothing, overwrites nothing.</summary>
internal sealed class InitCommand
{
    private static readonly (string Resource, string Path, string About)[] Files =
    [
        ("sign-in.md", "e2e/sign-in.md", "a first test"),
        ("example.html", "e2e/example.html", "the page it tests, until you point it at your app"),
        ("autonoma.yaml", "autonoma.yaml", "settings"),
        ("workflow.yml", ".github/workflows/autonoma.yml", "a workflow for GitHub Actions"),
    ];

    private readonly ToolEnvironment _environment;
    private readonly Argument<string?> _folder = new("folder") { Description = "Folder of the project. Default: the current one.", Arity = ArgumentArity.ZeroOrOne };

    private InitCommand(ToolEnvironment environment, Command command)
    {
        _environment = environment;
        command.Arguments.Add(_folder);
        command.SetAction(RunAsync);
    }

    public static Command Create(ToolEnvironment environment)
    {
        var command = new Command("init", "Write a first test, settings and a CI workflow. Files that are there already are kept.");
        _ = new InitCommand(environment, command);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var folder = _environment.FullPath(parsed.GetValue(_folder) ?? ".");
        if (File.Exists(folder))
            throw new UserInputException($"'{ToolSettings.Shown(_environment, folder)}' is a file; name a folder.");
        foreach (var (resource, path, about) in Files)
        {
            var full = Path.Combine(folder, path);
            var shown = ToolSettings.Shown(_environment, full);
            if (File.Exists(full))
            {
                await _environment.Out.WriteLineAsync($"kept     {shown}");
                continue;
            }

            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            await using var source = typeof(InitCommand).Assembly.GetManifestResourceStream("init/" + resource) ?? throw new InvalidOperationException($"The file {resource} is not in the assembly.");
            await using var target = new FileStream(full, FileMode.CreateNew);
            await source.CopyToAsync(target, cancellationToken);
            await _environment.Out.WriteLineAsync($"written  {shown}  ({about})");
        }

        await _environment.Out.WriteLineAsync($"\nNext: autonoma test {ToolSettings.Shown(_environment, Path.Combine(folder, "e2e"))}");
        return ExitCodes.Passed;
    }
}
