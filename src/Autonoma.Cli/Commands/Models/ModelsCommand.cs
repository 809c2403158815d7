using System.CommandLine;
using System.CommandLine.Help;

namespace Autonoma.Cli.Commands.Models;

/// <summary><c>autonoma models</c>: which language models can be asked, and whether they answer.</summary>
internal static class ModelsCommand
{
    public static Command Create(ToolEnvironment environment)
    {
        var command = new Command("models", "Show which language models can be asked for what the interpreter cannot read, and try one.")
        {
            ModelsList.Create(environment),
            ModelsTest.Create(environment),
        };
        command.SetAction(parsed => new HelpAction().Invoke(parsed));
        return command;
    }
}
