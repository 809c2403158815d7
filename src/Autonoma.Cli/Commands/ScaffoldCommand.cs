using System.CommandLine;
using System.CommandLine.Help;
using Autonoma.Cli.Planning;
using Autonoma.Engine.Driving;
using Autonoma.Planner.CodeAnalysis.Scaffolding;
using Autonoma.Planner.Folders;
using Autonoma.Planner.Validation;

namespace Autonoma.Cli.Commands;

/// <summary><c>autonoma scaffold environment-factory</c>: writes the endpoint that makes test data into an ASP.NET Core backend.</summary>
internal sealed class ScaffoldCommand
{
    private readonly ToolEnvironment _environment;
    private readonly Argument<string?> _folder = new("path") { Description = "The folder that holds the whole application. Default: the current folder.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Show what would change, and write nothing." };
    private readonly Option<bool> _build = new("--build") { Description = "Build afterwards with dotnet build; put everything back when that fails." };
    private readonly Option<bool> _force = new("--force") { Description = "Write files again that somebody has changed since they were written." };
    private readonly Option<string> _project = new("--project") { Description = "The ASP.NET Core project, where there are several.", HelpName = "NAME" };
    private readonly Option<string> _route = new("--route") { Description = "Where the endpoint answers. Default: /api/autonoma.", HelpName = "PATH" };
    private readonly Option<string> _sdk = new("--sdk-source") { Description = "Folder with the source of the Environment Factory SDK, to refer to its projects instead of its packages. Default: AUTONOMA_SDK_SOURCE.", HelpName = "FOLDER" };

    private ScaffoldCommand(ToolEnvironment environment, Command command)
    {
        _environment = environment;
        command.Arguments.Add(_folder);
        foreach (var option in (Option[])[_dryRun, _build, _force, _project, _route, _sdk])
            command.Options.Add(option);
        command.SetAction(RunAsync);
    }

    public static Command Create(ToolEnvironment environment)
    {
        var command = new Command("scaffold", "Write code into the app under test.");
        var factory = new Command("environment-factory", "Write the endpoint that makes and removes test data by the app's own code: a factory for each model, the sign-in, the route. Nothing is written when it would not compile.");
        _ = new ScaffoldCommand(environment, factory);
        command.Subcommands.Add(factory);
        command.SetAction(parsed => new HelpAction().Invoke(parsed));
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var root = parsed.GetValue(_folder) is { } given ? _environment.FullPath(given) : _environment.Folder;
        if (!Directory.Exists(root))
            throw new UserInputException($"There is no folder {root}.");
        var folder = new PlanFolder(Path.Combine(root, PlanFolder.FolderName));
        var audit = File.Exists(folder.EntityAudit) ? ArtifactReader.EntityAudit(await File.ReadAllTextAsync(folder.EntityAudit, cancellationToken)).Value : null;
        ScaffoldResult result;
        try
        {
            result = await EnvironmentFactoryScaffold.DesignAsync(root, new()
            {
                Audit = audit, Project = parsed.GetValue(_project), Route = parsed.GetValue(_route) ?? "/api/autonoma", Overwrites = parsed.GetValue(_force),
                SdkSource = (parsed.GetValue(_sdk) ?? _environment.Variable(ImplementStep.SdkVariable)) is { Length: > 0 } source ? _environment.FullPath(source) : null,
            }, cancellationToken);
        }
        catch (ScaffoldException e)
        {
            throw new UserInputException(e.Message, e);
        }

        var changes = Changes(result, folder, audit is not null);
        await SayAsync(result, changes, parsed.GetValue(_dryRun));
        if (result.Errors.Count > 0)
        {
            await _environment.Error.WriteLineAsync("Nothing is written: the result would not compile.");
            foreach (var error in result.Errors)
                await _environment.Error.WriteLineAsync($"  {error}");
            return ExitCodes.Failed;
        }

        if (parsed.GetValue(_dryRun) || changes.Count == 0)
            return ExitCodes.Passed;
        var whole = result with { Changes = changes };
        whole.Apply();
        if (parsed.GetValue(_build) && await AppBuild.RunAsync(root, result.Handler, _environment.Error, cancellationToken) is { } failure)
        {
            whole.Revert();
            await _environment.Error.WriteLineAsync($"Everything was put back: the app does not build with it.\n{failure}");
            return ExitCodes.Failed;
        }

        await _environment.Out.WriteLineAsync($"\nWritten. Set AUTONOMA_SHARED_SECRET and AUTONOMA_SIGNING_SECRET, start the app, and ask it: autonoma env discover.");
        return ExitCodes.Passed;
    }

    // What a plan keeps beside its artifacts belongs to the change.
    private static List<FileChange> Changes(ScaffoldResult result, PlanFolder folder, bool hasAudit)
    {
        var changes = result.Changes.ToList();
        // A plan that led to what is there stays the plan of it.
        if (changes.Count > 0 || !File.Exists(folder.FactoryPlan))
            Add(folder.FactoryPlan, result.Plan, "says what was decided and why");
        if (hasAudit && result.Extractions.Count > 0)
            Add(folder.EntityAudit, result.Audit.Write(), "says where code was lifted to");
        return changes;

        void Add(string path, string text, string why)
        {
            var before = File.Exists(path) ? File.ReadAllText(path) : null;
            if (before != text)
                changes.Add(new(path, before, text, why));
        }
    }

    private async Task SayAsync(ScaffoldResult result, IReadOnlyList<FileChange> changes, bool isDry)
    {
        var to = _environment.Out;
        foreach (var model in result.Models)
        {
            await to.WriteLineAsync($"{model.Model}: {model.Way}; removed: {model.Teardown}");
            foreach (var note in model.Notes)
                await to.WriteLineAsync($"  {note}");
        }

        await to.WriteLineAsync($"Sign-in: {result.SignInWords}");
        foreach (var extraction in result.Extractions)
            await to.WriteLineAsync($"Lifted out: {extraction}");
        foreach (var file in result.Kept)
            await to.WriteLineAsync($"Left as it is, since somebody has changed it: {file} (--force writes it again)");
        await to.WriteLineAsync(changes.Count == 0 ? "\nNothing changes." : "");
        foreach (var change in changes)
        {
            await to.WriteLineAsync(isDry ? change.Difference(result.Root) : $"{(change.Before is null ? "new    " : "changed")} {Path.GetRelativePath(result.Root, change.Path).Replace('\\', '/')}: {change.Why}");
        }
    }
}
