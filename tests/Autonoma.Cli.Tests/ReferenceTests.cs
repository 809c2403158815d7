using System.Text.Json;
using Autonoma.Cli.Configuration;
using Autonoma.Engine.Suites;
using Autonoma.Engine.Suites.FrontMatter;

namespace Autonoma.Cli.Tests;

/// <summary>What is documented and shipped agrees with what the tool reads.</summary>
public sealed class ReferenceTests : ToolFixture
{
    private static string Page(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Autonoma.slnx")))
                return File.ReadAllText(Path.Combine(folder.FullName, "docs", "reference", name));
        }

        throw new InvalidOperationException("Autonoma.slnx lies in no folder above the tests.");
    }

    [Fact]
    public void ConfigurationPage_ListsEverySetting()
    {
        var page = Page("configuration.md");
        foreach (var setting in Setting.All)
            page.ShouldContain($"| `{setting.Key}` | `{setting.Option}` | `{setting.Variable}` | {setting.Meaning.TrimEnd('.')} |");
        foreach (var setting in Setting.OfPlan)
            page.ShouldContain($"| `{setting.Key["plan.".Length..]}` | {setting.Meaning.TrimEnd('.')} | `{setting.Example}` | {setting.Default} |");
    }

    [Fact]
    public void CommandLinePage_ListsEveryOptionOfEveryCommand()
    {
        var page = Page("cli.md");
        foreach (var command in Tool.Root(Environment(TextWriter.Null, TextWriter.Null)).Subcommands)
        {
            page.ShouldContain($"autonoma {command.Name}");
            foreach (var option in command.Options.Where(option => option.Name is not "--help"))
                page.ShouldContain(option.Name, Case.Sensitive, $"{command.Name} {option.Name}");
        }
    }

    [Fact]
    public void CommandLinePage_ListsEveryCommandOfEvaluationAndItsOptions()
    {
        var page = Page("cli.md");
        foreach (var command in Tool.Root(Environment(TextWriter.Null, TextWriter.Null)).Subcommands.Single(command => command.Name == "eval").Subcommands)
        {
            page.ShouldContain($"autonoma eval {command.Name}");
            foreach (var option in command.Options.Where(option => option.Name is not "--help"))
                page.ShouldContain($"| `{option.Name} ", Case.Sensitive, $"eval {command.Name} {option.Name}");
        }
    }

    [Fact]
    public void CommandLinePage_ListsEveryCommandOfTheEnvironmentAndItsOptions()
    {
        var page = Page("cli.md");
        foreach (var command in Tool.Root(Environment(TextWriter.Null, TextWriter.Null)).Subcommands.Single(command => command.Name == "env").Subcommands)
        {
            page.ShouldContain($"| `env {command.Name}");
            foreach (var option in command.Options.Where(option => option.Name is not "--help"))
                page.ShouldContain(option.Name, Case.Sensitive, $"env {command.Name} {option.Name}");
        }
    }

    [Fact]
    public void ModelsPage_ListsEveryCommandAndSetting()
    {
        var page = Page("models.md");
        foreach (var command in Tool.Root(Environment(TextWriter.Null, TextWriter.Null)).Subcommands.Single(command => command.Name == "models").Subcommands)
            page.ShouldContain($"| `models {command.Name}");
        foreach (var setting in (string[])["model", "fallbackModel", "models", "modelUrls", "modelPrices", "modelTimeout", "modelRetries", "budgets"])
            page.ShouldContain($"| `{setting}` |");
        foreach (var tag in Autonoma.AI.Registry.ModelTags.All)
            page.ShouldContain($"`{tag}`");
        foreach (var provider in Autonoma.AI.Providers.Configuration.Provider.All)
            page.ShouldContain($"| `{provider.Name}` | {(provider.WorksWithoutKey ? $"none needed (`{provider.KeyVariables[0]}`)" : string.Join(" or ", provider.KeyVariables.Select(name => $"`{name}`")))} |");
    }

    [Fact]
    public void ScenariosPage_ListsEveryGenerator()
    {
        var page = Page("scenarios.md");
        foreach (var module in Autonoma.Scenarios.Variables.Faking.FakerCatalogue.Ids.GroupBy(id => id.Split('.')[0]))
            page.ShouldContain($"| `{module.Key}` | {string.Join(", ", module.Select(id => $"`{id.Split('.')[1]}`"))} |");
    }

    [Fact]
    public void TestFilesPage_ListsEveryKey()
    {
        var page = Page("test-files.md");
        foreach (var key in FrontMatterKey.All)
            page.ShouldContain($"| `{key.Name}` |");
    }

    [Fact]
    public void Schema_HasTheKeysOfTheReaderWithTheSameMeaning()
    {
        using var schema = JsonDocument.Parse(FrontMatterSchema.Text);
        var properties = schema.RootElement.GetProperty("properties");

        properties.EnumerateObject().Select(property => property.Name).ShouldBe(FrontMatterKey.All.Select(key => key.Name));
        foreach (var key in FrontMatterKey.All)
            properties.GetProperty(key.Name).GetProperty("description").GetString().ShouldBe(key.Meaning);
        properties.GetProperty("category").GetProperty("enum").EnumerateArray().Select(item => item.GetString()).ShouldBe(FrontMatterKey.Categories);
        properties.GetProperty("priority").GetProperty("enum").EnumerateArray().Select(item => item.GetString()).ShouldBe(FrontMatterKey.Priorities);
    }

    [Theory]
    [InlineData("url", "/a", true)]
    [InlineData("url", "/a b", false)]
    [InlineData("category", "A", true)]
    [InlineData("category", "Z", false)]
    [InlineData("priority", "Critical", true)]
    [InlineData("priority", "P1", false)]
    [InlineData("criticality", "high", true)]
    [InlineData("criticality", "urgent", false)]
    [InlineData("viewport", "1280x800", true)]
    [InlineData("viewport", "1280 × 800", true)]
    [InlineData("viewport", "big", false)]
    [InlineData("viewport", "12x80", false)]
    [InlineData("timeout", "90s", true)]
    [InlineData("timeout", "1m30s", true)]
    [InlineData("timeout", "500ms", true)]
    [InlineData("timeout", "soon", false)]
    [InlineData("title", "", false)]
    public void Schema_AndReader_AgreeOnValues(string key, string value, bool valid)
    {
        using var schema = JsonDocument.Parse(FrontMatterSchema.Text);
        var property = schema.RootElement.GetProperty("properties").GetProperty(key);

        Accepts(property, value).ShouldBe(valid, "the schema");
        TestFileReader.ReadText($"---\n{key}: \"{value}\"\n---\n1. Click A\n", "t.md").HasErrors.ShouldBe(!valid, "the reader");
    }

    [Fact]
    public void Keys_ExamplesAreRead()
    {
        foreach (var key in FrontMatterKey.All)
            TestFileReader.ReadText($"---\n{key.Name}: {key.Example}\n---\n1. Click A\n", "t.md").Diagnostics.ShouldBeEmpty(key.Name);
    }

    // As much of JSON Schema as the schema uses for texts.
    private static bool Accepts(JsonElement schema, string value)
    {
        if (schema.TryGetProperty("oneOf", out var choices))
            return choices.EnumerateArray().Count(choice => Accepts(choice, value)) == 1;
        if (schema.TryGetProperty("enum", out var allowed))
            return allowed.EnumerateArray().Any(item => item.GetString() == value);
        if (schema.GetProperty("type").GetString() != "string")
            return false;
        return (!schema.TryGetProperty("minLength", out var least) || value.Length >= least.GetInt32())
            && (!schema.TryGetProperty("pattern", out var pattern) || System.Text.RegularExpressions.Regex.IsMatch(value, pattern.GetString()!));
    }
}
