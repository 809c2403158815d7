using System.CommandLine;
using Autonoma.Engine.Suites.FrontMatter;
using Autonoma.Scenarios.Recipes;

namespace Autonoma.Cli.Commands;

/// <summary><c>autonoma schema</c>: the JSON Schemas of the files that people write.</summary>
internal static class SchemaCommand
{
    public static Command Create(ToolEnvironment environment)
    {
        var command = new Command("schema", "Print the JSON Schema of a test's front matter, or of scenario recipes, for editors and other tools.");
        var recipes = new Option<bool>("--recipes") { Description = "That of scenario-recipes.json." };
        command.Options.Add(recipes);
        command.SetAction(parsed =>
        {
            environment.Out.Write(parsed.GetValue(recipes) ? RecipeSchema.Text : FrontMatterSchema.Text);
            return ExitCodes.Passed;
        });
        return command;
    }
}
