using System.Text.Json;

namespace Autonoma.Cli.Tests;

public sealed class AnalyzeCommandTests : ToolFixture
{
    private const string Code = """
        using Microsoft.EntityFrameworkCore;
        public class Kite { public int Id { get; set; } public string Name { get; set; } = ""; }
        public class Sky : DbContext { public DbSet<Kite> Kites { get; set; } }
        public class KiteService { private readonly Sky _sky; public KiteService(Sky sky) { _sky = sky; } public void Fly(string name) { _sky.Kites.Add(new Kite { Name = name }); _sky.SaveChanges(); } }
        """;

    [Fact]
    public async Task Analyze_Folder_SaysModelsCreatorsAndPlaces()
    {
        Write("app/Kites.cs", Code);

        var (code, output, _) = await RunAsync("analyze", "app");

        code.ShouldBe(ExitCodes.Passed);
        output.ShouldContain("Kite (Kites), 2 fields, Kites.cs:2");
        output.ShouldContain("created by KiteService.Fly, Kites.cs:4");
        output.ShouldContain("Pages: None were found");
    }

    [Fact]
    public async Task Analyze_Json_IsTheWholeReport()
    {
        Write("Kites.cs", Code);

        var (code, output, _) = await RunAsync("analyze", "--json");

        code.ShouldBe(ExitCodes.Passed);
        using var json = JsonDocument.Parse(output);
        json.RootElement.GetProperty("creations")[0].GetProperty("creator").GetProperty("layer").GetString().ShouldBe("service");
    }

    [Fact]
    public async Task Analyze_NoSuchFolder_IsWrongInput()
    {
        var (code, _, error) = await RunAsync("analyze", "nowhere");

        code.ShouldBe(ExitCodes.WrongInput);
        error.ShouldContain("There is no folder");
    }
}
