using System.CommandLine;
using System.CommandLine.Parsing;
using Autonoma.Cli.Commands;
using Autonoma.Cli.Commands.Env;
using Autonoma.Cli.Commands.Eval;
using Autonoma.Cli.Commands.Models;
using Autonoma.Cli.Commands.Remote;
using Autonoma.Cli.Commands.Heal;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Language;

namespace Autonoma.Cli;

/// <summary>The tool: from arguments to an exit code. It catches what the user can mend and says it without a stack.</summary>
public static class Tool
{
    /// <summary>Runs a command line.</summary>
    /// <param name="arguments">Without the tool's name.</param>
    /// <param name="environment">Where it runs.</param>
    /// <param name="cancellationToken">Stops what runs; reports are still written.</param>
    /// <returns>See <see cref="ExitCodes"/>.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, ToolEnvironment environment, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(environment);
        var root = Root(environment);
        var parsed = root.Parse(arguments.Count == 0 ? ["--help"] : arguments);
        try
        {
            var problems = parsed.Action is System.CommandLine.Help.HelpAction ? [] : Explain(parsed, arguments.Contains("--")).ToList();
            if (problems.Count > 0)
            {
                foreach (var problem in problems)
                    await environment.Error.WriteLineAsync(problem);
                var command = parsed.CommandResult.Command;
                await environment.Error.WriteLineAsync($"See 'autonoma {Path(command)}--help'.");
                return ExitCodes.WrongInput;
            }

            return await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null, Output = environment.Out, Error = environment.Error }, cancellationToken);
        }
        catch (UserInputException e)
        {
            await environment.Error.WriteLineAsync(e.Message);
            return ExitCodes.WrongInput;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await environment.Error.WriteLineAsync("Stopped.");
            return ExitCodes.Stopped;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await environment.Error.WriteLineAsync(e.Message);
            return ExitCodes.WrongInput;
        }
    }

    /// <summary>The commands.</summary>
    public static RootCommand Root(ToolEnvironment environment)
    {
        var root = new RootCommand("Runs end-to-end tests that are written in plain English, in a real browser, without a model and without a network.")
        {
            TestCommand.Create(environment),
            RunCommand.Create(environment),
            LintCommand.Create(environment),
            ValidateCommand.Create(environment),
            PlanCommand.Create(environment),
            HookCommand.Create(environment),
            McpCommand.Create(environment),
            ShowCommand.Create(environment),
            InitCommand.Create(environment),
            HealCommand.Create(environment),
            ExportCommand.Create(environment),
            DoctorCommand.Create(environment),
            SchemaCommand.Create(environment),
            AnalyzeCommand.Create(environment),
            ScaffoldCommand.Create(environment),
            EnvCommand.Create(environment),
            ModelsCommand.Create(environment),
            EvalCommand.Create(environment),
            ExploreCommand.Create(environment),
            GenerateCommand.Create(environment),
            LoginCommand.Create(environment),
            PushCommand.Create(environment),
            PullCommand.Create(environment),
            RunsCommand.Create(environment),
        };
        return root;
    }

    // The parser says "Unrecognized command or argument '--wokers'." once for the option and once for its value; people made one mistake.
    // And a command that takes paths takes an unknown option for one of them.
    private static IEnumerable<string> Explain(ParseResult parsed, bool optionsEnd)
    {
        var command = parsed.CommandResult.Command;
        var mistaken = optionsEnd ? [] : command.Arguments.SelectMany(argument => parsed.GetResult(argument)?.Tokens ?? []).Select(token => token.Value).Where(text => text.StartsWith('-') && text.Length > 1);
        var unknown = parsed.UnmatchedTokens.Concat(mistaken).ToList();
        var said = false;
        for (var i = 0; i < unknown.Count; i++)
        {
            var token = unknown[i];
            var isOption = token.StartsWith('-') && token.Length > 1;
            if (!isOption && i > 0 && unknown[i - 1].StartsWith('-'))
                continue; // the value of an unknown option
            said = true;
            if (isOption)
            {
                var name = token.Split('=', ':')[0];
                var known = Options(command).ToList();
                yield return $"Unknown option '{name}'.{Hint(Spelling.Nearest(name, known) ?? known.FirstOrDefault(option => option.StartsWith(name, StringComparison.Ordinal)))}";
            }
            else if (command.Subcommands.Count > 0)
            {
                yield return $"Unknown command '{token}'.{Hint(Spelling.Nearest(token, command.Subcommands.Select(sub => sub.Name)))} There are: {string.Join(", ", command.Subcommands.Select(sub => sub.Name))}.";
                yield break; // what follows was meant for that command
            }
            else
                yield return $"Unexpected argument '{token}'.";
        }

        foreach (var error in parsed.Errors)
        {
            if (!said || (command.Subcommands.Count == 0 && !unknown.Any(token => error.Message.Contains($"'{token}'", StringComparison.Ordinal))))
                yield return error.Message;
        }
    }

    // The command's words after the tool's own name, with a blank behind each.
    private static string Path(Command command) => command is RootCommand ? "" : command.Parents.OfType<Command>().Select(Path).FirstOrDefault("") + command.Name + " ";

    private static string Hint(string? near) => near is null ? "" : $" Did you mean '{near}'?";

    private static IEnumerable<string> Options(Command command) => command.Options.Where(option => !option.Hidden).SelectMany(option => option.Aliases.Prepend(option.Name)).Append("--help");
}
