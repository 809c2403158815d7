using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Autonoma.Planner.Pipeline;
using Autonoma.Planner.Pipeline.Model;

namespace Autonoma.Planner.Tests.Plugins;

/// <summary>The plugin as a host reads it: what is not there, or cannot be read, is found when somebody installs it.</summary>
public sealed partial class PluginTests
{
    private static readonly string Root = Path.Combine(Repository(), "plugin");

    [Fact]
    public void Manifests_CanBeReadAndNameThePlugin()
    {
        var marketplace = Json(".claude-plugin/marketplace.json");
        var entry = marketplace["plugins"]!.AsArray().Single()!;
        var plugin = Json(".claude-plugin/plugin.json");

        plugin["name"]!.GetValue<string>().ShouldBe(entry["name"]!.GetValue<string>());
        marketplace["name"]!.GetValue<string>().ShouldNotBeEmpty();
        marketplace["owner"]!["name"]!.GetValue<string>().ShouldNotBeEmpty();
        Directory.Exists(Path.GetFullPath(entry["source"]!.GetValue<string>(), Root)).ShouldBeTrue();
        plugin["version"]!.GetValue<string>().ShouldMatch(@"^\d+\.\d+\.\d+$");
    }

    [Fact]
    public void Hooks_CallTheToolBeforeAndAfterEveryToolThatWrites()
    {
        var hooks = Json("hooks/hooks.json")["hooks"]!.AsObject();

        foreach (var (when, command) in (ReadOnlySpan<(string, string)>)[("PreToolUse", "autonoma hook pre-write"), ("PostToolUse", "autonoma hook post-write")])
        {
            var entry = hooks[when]!.AsArray().Single()!;
            entry["matcher"]!.GetValue<string>().Split('|').ShouldBe(["Write", "Edit", "MultiEdit"]);
            entry["hooks"]!.AsArray().Single()!["command"]!.GetValue<string>().ShouldBe(command);
        }
    }

    [Fact]
    public void Agents_AreOneForEachStep_AndAModelIsToldTheSame()
    {
        Directory.EnumerateFiles(Path.Combine(Root, "agents"), "*.md").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal).ShouldBe(PlanSteps.All.Select(step => step.Key).Order(StringComparer.Ordinal));
        foreach (var step in PlanSteps.All)
        {
            var text = Text($"agents/{step.Key}.md");
            text.ShouldStartWith($"---\nname: {step.Key}\ndescription: Step {step.Number} of a plan.");
            StepPrompt.Task(step).ShouldNotBeEmpty();
            text.ShouldContain(StepPrompt.Task(step));
            foreach (var owed in step.Owes.Where(kind => kind != Autonoma.Planner.Folders.ArtifactKind.ScenarioValidation))
                text.ShouldContain($"autonoma/{Path.GetRelativePath("/autonoma", new Autonoma.Planner.Folders.PlanFolder("/autonoma").PathOf(owed)!)}");
        }
    }

    [Fact]
    public void Commands_NameAgentsThatAreThere()
    {
        foreach (var command in (string[])["generate-tests", "generate-adhoc-tests"])
            Text($"commands/{command}.md").ShouldStartWith("---\ndescription: ");
        foreach (var step in PlanSteps.All)
            Text("commands/generate-tests.md").ShouldContain($"| {step.Number} | {step.Key} |");
    }

    [Fact]
    public void Texts_NameOnlyCommandsOfTheTool_AndFilesThatAreThere()
    {
        string[] known = ["plan", "validate", "hook", "mcp", "env validate", "env discover"];
        foreach (var file in Directory.EnumerateFiles(Root, "*.md", SearchOption.AllDirectories))
        {
            var text = File.ReadAllText(file);
            foreach (Match command in Command().Matches(text))
                known.ShouldContain(name => command.Groups[1].Value == name || command.Groups[1].Value.StartsWith(name + " ", StringComparison.Ordinal), $"{file}: {command.Value}");
            foreach (Match link in Link().Matches(text))
                File.Exists(Path.GetFullPath(link.Groups[1].Value, Path.GetDirectoryName(file)!)).ShouldBeTrue($"{file}: {link.Value}");
        }
    }

    private static JsonObject Json(string path) => JsonNode.Parse(Text(path))!.AsObject();

    private static string Text(string path) => File.ReadAllText(Path.Combine(Root, path)).ReplaceLineEndings("\n");

    private static string Repository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Autonoma.slnx")))
                return folder.FullName;
        }

        throw new InvalidOperationException("Autonoma.slnx lies in no folder above the tests.");
    }

    [GeneratedRegex(@"`autonoma ([a-z]+(?: [a-z]+)?)[^`]*`")]
    private static partial Regex Command();

    [GeneratedRegex(@"\[[^\]]*\]\(([^)#\s]+)\)")]
    private static partial Regex Link();
}
