using System.CommandLine;
using System.CommandLine.Help;

namespace Autonoma.Cli.Commands.Env;

/// <summary><c>autonoma env</c>: everything about the app's Environment Factory and the recipes of its scenarios.</summary>
internal static class EnvCommand
{
    public static Command Create(ToolEnvironment environment)
    {
        var command = new Command("env", "Make, check and remove test data through the app's Environment Factory, whatever language it is written in.")
        {
            EnvDiscover.Create(environment),
            EnvUp.Create(environment),
            EnvDown.Create(environment),
            EnvPreflight.Create(environment),
            EnvCheck.Create(environment),
            EnvValidate.Create(environment),
            EnvSweep.Create(environment),
            EnvSign.Create(environment),
            EnvSecrets.Create(environment),
        };
        command.SetAction(parsed => new HelpAction().Invoke(parsed));
        return command;
    }
}
