using System.CommandLine;
using Autonoma.Engine.Suites.FrontMatter;

namespace Autonoma.Cli.Commands;

/// <summary><c>autonoma schema</c>: the JSON Schema of a test's front matter.</summary>
internal static class SchemaCommand
{
    public static Command Create(ToolEnvironment environment)
    {
        var command = new Command("schema", "Print the JSON Schema of a test's front matter, for editors and other tools.");
        command.SetAction(_ =>
        {
            environment.Out.Write(FrontMatterSchema.Text);
            return ExitCodes.Passed;
        });
        return command;
    }
}
