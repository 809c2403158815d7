using System.Text.Json;
using Autonoma.Planner.Validation.Rules;

namespace Autonoma.Cli.Tests;

/// <summary>The files of a plan, checked by the tool.</summary>
public sealed class ValidateCommandTests : ToolFixture
{
    [Fact]
    public async Task Validate_OfAValidPlan_SaysSoAndPasses()
    {
        Plan();

        var (code, output, _) = await RunAsync("validate");

        code.ShouldBe(0, output);
        output.ShouldContain("0 invalid, 0 errors, 0 warnings");
    }

    [Fact]
    public async Task Validate_OfAnInvalidFile_NamesRulePlaceAndWayOut()
    {
        Plan(("autonoma/features.json", "\"settings\"", "\"setting\""));

        var (code, output, _) = await RunAsync("validate", "autonoma/features.json");

        code.ShouldBe(1);
        output.ShouldContain("autonoma/features.json:4:35: error FE005: features[1].type: must be one of");
        output.ShouldContain("Did you mean 'settings'?");
    }

    [Fact]
    public async Task Validate_AsJson_IsOneDocument()
    {
        Plan(("autonoma/AUTONOMA.md", "app_name: Juniper Goods", "app_name: 7"));

        var (code, output, _) = await RunAsync("validate", ".", "--format", "json");

        code.ShouldBe(1);
        var document = JsonDocument.Parse(output).RootElement;
        document.GetProperty("valid").GetBoolean().ShouldBeFalse();
        var problem = document.GetProperty("files")[0].GetProperty("problems")[0];
        problem.GetProperty("code").GetString().ShouldBe("KB002");
        problem.GetProperty("line").GetInt32().ShouldBe(2);
    }

    [Fact]
    public async Task Validate_ForGitHub_WritesAnnotations()
    {
        Plan(("autonoma/AUTONOMA.md", "feature_count: 2", "feature_count: 02"));

        var (_, output, _) = await RunAsync("validate", "--format", "github");

        output.ShouldContain("::error file=autonoma/AUTONOMA.md,line=11,col=16,title=FM012::");
    }

    [Fact]
    public async Task Validate_OfAWrongFactoryCount_PutsItRight()
    {
        Plan(("autonoma/entity-audit.md", "factory_count: 2", "factory_count: 9"));

        var (code, output, _) = await RunAsync("validate", "autonoma/entity-audit.md");

        code.ShouldBe(0, output);
        output.ShouldContain("repaired EA020");
        File.ReadAllText(Path.Combine(Folder, "autonoma", "entity-audit.md")).ShouldBe(ExamplePlan.Files["autonoma/entity-audit.md"]);
    }

    [Theory]
    [InlineData("autonoma/feature.json", "Did you mean 'features.json'?")]
    [InlineData("autonoma/nothing", "There is no file and no folder 'autonoma/nothing'.")]
    [InlineData("src", "holds no file of a plan")]
    public async Task Validate_OfWhatIsNoPlan_IsUnusable(string path, string message)
    {
        Plan();

        var (code, _, error) = await RunAsync("validate", path);

        code.ShouldBe(2);
        error.ShouldContain(message);
    }

    [Fact]
    public async Task Validate_OfAFileByAnotherName_TakesTheKindThatIsSaid()
    {
        Plan();
        File.Copy(Path.Combine(Folder, "autonoma", "features.json"), Path.Combine(Folder, "draft.json"));

        (await RunAsync("validate", "draft.json")).Code.ShouldBe(2);
        (await RunAsync("validate", "draft.json", "--as", "features")).Code.ShouldBe(0);
        (await RunAsync("validate", "draft.json", "--as", "feature")).Error.ShouldContain("Did you mean 'features'?");
    }

    private void Plan(params (string File, string From, string To)[] edits)
    {
        foreach (var (file, bytes) in ExamplePlan.With(edits.Select(edit => new Edit(edit.File, edit.From, edit.To))))
        {
            var path = Path.Combine(Folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, bytes);
        }
    }
}
