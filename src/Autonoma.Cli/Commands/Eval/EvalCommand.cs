using System.CommandLine;
using System.CommandLine.Help;

namespace Autonoma.Cli.Commands.Eval;

/// <summary><c>autonoma eval</c>: how well models answer.</summary>
internal static class EvalCommand
{
    public static Command Create(ToolEnvironment environment)
    {
        var command = new Command("eval", "Compare how well models answer.") { EvalCompare.Create(environment) };
        command.SetAction(parsed => new HelpAction().Invoke(parsed));
        return command;
    }
}
