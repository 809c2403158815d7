namespace Autonoma.Planner.CodeAnalysis.Tests.Projects;

/// <summary>What a project gets from files that are imported by name.</summary>
public sealed class ImportedSettingsTests : TempCode
{
    private const string Settings = "<Project><PropertyGroup><Nullable>enable</Nullable><ImplicitUsings>enable</ImplicitUsings></PropertyGroup></Project>";

    [Theory]
    [InlineData("../eng/Settings.props")]
    [InlineData(@"..\eng\Settings.props")]
    [InlineData("$(MSBuildThisFileDirectory)../eng/Settings.props")]
    [InlineData(@"$(MSBuildThisFileDirectory)..\eng\Settings.props")]
    public async Task Import_OfTheFileThatIsInherited_IsFollowed(string path)
    {
        Write("eng/Settings.props", Settings);
        Write("src/Directory.Build.props", $"""<Project><Import Project="{path}" /></Project>""");

        await ShouldKnowTheSettingsAsync("");
    }

    [Fact]
    public async Task Import_OfAnImportedFile_AndOfTheProjectItself_IsFollowed_AndACircleEnds()
    {
        Write("eng/Settings.props", """<Project><Import Project="$(MSBuildThisFileDirectory)More.props" /></Project>""");
        Write("eng/More.props", Settings.Replace("<Project>", """<Project><Import Project="Settings.props" />""", StringComparison.Ordinal));

        await ShouldKnowTheSettingsAsync("""<Import Project="../../eng/Settings.props" />""");
    }

    [Fact]
    public async Task Import_ThatNothingIsAt_OrThatMustBeEvaluated_TellsNothing()
    {
        Write("eng/Settings.props", Settings);
        Write("src/Directory.Build.props", """<Project><Import Project="$(EngineeringFolder)/Settings.props" /><Import Project="nowhere.props" /><Import Project="../eng/*.props" /><Import /></Project>""");

        (await NameAsync("")).ShouldBeFalse("nothing says that this project knows nullable types");
    }

    [Fact]
    public async Task Setting_OfTheImportingFile_CountsBeforeTheImportedOne()
    {
        Write("eng/Settings.props", Settings);
        Write("src/Directory.Build.props", """<Project><Import Project="../eng/Settings.props" /><PropertyGroup><Nullable>disable</Nullable></PropertyGroup></Project>""");

        (await NameAsync("")).ShouldBeFalse();
    }

    private async Task ShouldKnowTheSettingsAsync(string import) => (await NameAsync(import)).ShouldBeTrue();

    // Whether a text may not be null: only a project that knows nullable types says so.
    private async Task<bool> NameAsync(string import)
    {
        Write("src/App/App.csproj", $"""<Project Sdk="Microsoft.NET.Sdk.Web"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>{import}</Project>""");
        Write("src/App/Code.cs", """
            using Microsoft.EntityFrameworkCore;
            public class Band { public int Id { get; set; } public string Name { get; set; } }
            public class Stage : DbContext { public DbSet<Band> Bands => Set<Band>(); }
            """);
        return (await AnalyzeAsync()).Models.ShouldHaveSingleItem().Fields.Single(field => field.Name == "Name").IsRequired;
    }
}
