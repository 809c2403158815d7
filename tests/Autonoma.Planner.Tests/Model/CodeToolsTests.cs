using System.Text.Json;
using Autonoma.Planner.Pipeline.Model;
using Autonoma.Planner.Pipeline.State;
using Autonoma.Planner.Tests.Pipeline;
using Microsoft.Extensions.AI;

namespace Autonoma.Planner.Tests.Model;

public sealed class CodeToolsTests : PlanFixture
{
    private readonly List<string> _read = [];

    [Theory]
    [InlineData("../elsewhere.txt")]
    [InlineData("/etc/passwd")]
    [InlineData("src/../../elsewhere.txt")]
    [InlineData("outside/hosts")]
    public async Task Read_OutsideTheRepository_IsRefused(string path)
    {
        Directory.CreateSymbolicLink(Path.Combine(Repository, "outside"), "/etc");

        var answer = await CallAsync("read_file", new { path });

        (answer.Contains("outside the repository", StringComparison.Ordinal) || answer.Contains("There is no file", StringComparison.Ordinal)).ShouldBeTrue(answer);
        _read.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(".env")]
    [InlineData("deploy/.env.production")]
    [InlineData("certs/server.pem")]
    [InlineData("id_rsa")]
    [InlineData(".npmrc")]
    [InlineData("config/credentials.json")]
    public async Task Read_OfASecret_IsRefusedAndNotListed(string path)
    {
        Code(path, "TOKEN=abc");

        (await CallAsync("read_file", new { path })).ShouldContain("may hold secrets");
        (await CallAsync("list_files", new { })).ShouldNotContain(path);
        (await CallAsync("search_text", new { pattern = "TOKEN" })).ShouldBe("No lines.");
    }

    [Fact]
    public async Task Read_OfAnExampleOfSettings_IsShown()
    {
        Code(".env.example", "TOKEN=");

        (await CallAsync("read_file", new { path = ".env.example" })).ShouldContain("TOKEN=");
    }

    [Fact]
    public async Task Read_OfSettings_LeavesOutWhatIsCalledASecret()
    {
        Code("appsettings.json", """{ "ConnectionStrings": { "Default": "Host=db;Password=hunter22" }, "Jwt": { "Secret": "s3cr3tvalue" }, "Title": "Desk" }""".Replace("\"Default\"", "\"DefaultConnection\"", StringComparison.Ordinal));

        var answer = await CallAsync("read_file", new { path = "appsettings.json" });

        answer.ShouldNotContain("hunter22");
        answer.ShouldNotContain("s3cr3tvalue");
        answer.ShouldContain("Desk");
    }

    [Fact]
    public async Task Read_OfThePlan_IsLeftToTheToolsForIt()
    {
        Put("AUTONOMA.md", "x");

        (await CallAsync("read_file", new { path = "autonoma/AUTONOMA.md" })).ShouldContain("read_artifact");
        (await CallAsync("write_source", new { path = "autonoma/.step-1-ack", content = "y" })).ShouldContain("write_artifact");
        (await CallAsync("list_files", new { })).ShouldNotContain("AUTONOMA.md");
    }

    [Fact]
    public async Task Read_OfALongFile_IsCutAndSaysSo()
    {
        Code("src/long.cs", string.Concat(Enumerable.Range(1, 1000).Select(i => $"line {i}\n")));

        var answer = await CallAsync("read_file", new { path = "src/long.cs", from = 10, lines = 5 });

        answer.Split('\n')[0].ShouldBe("10\tline 10");
        answer.ShouldContain("more lines");
        _read.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Search_FindsLinesWithTheirPlaces_AndSurvivesABadExpression()
    {
        Code("src/A.cs", "class A\n{\n    void AddBook() { }\n}\n");
        Code("node_modules/x/index.js", "AddBook");

        (await CallAsync("search_text", new { pattern = "Add[A-Z]" })).ShouldBe("src/A.cs:3: void AddBook() { }");
        (await CallAsync("search_text", new { pattern = "(" })).ShouldContain("cannot be used");
    }

    [Fact]
    public async Task Write_OfSource_StaysInTheRepository()
    {
        (await CallAsync("write_source", new { path = "src/New.cs", content = "class New;" })).ShouldBe("Written.");
        (await CallAsync("write_source", new { path = "../New.cs", content = "class New;" })).ShouldContain("outside");
        (await CallAsync("write_source", new { path = ".git/hooks/pre-commit", content = "rm" })).ShouldContain(".git");
        (await CallAsync("write_source", new { path = ".env", content = "x" })).ShouldContain("secrets");

        File.ReadAllText(Path.Combine(Repository, "src", "New.cs")).ShouldBe("class New;");
    }

    private void Code(string path, string text)
    {
        var full = Path.Combine(Repository, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    private async Task<string> CallAsync(string tool, object arguments)
    {
        var tools = new CodeTools(new(Repository, Folder.Root), _read.Add, _ => { }, new DurableFiles()).Tools(writesCode: true);
        var named = JsonSerializer.SerializeToElement(arguments).EnumerateObject().ToDictionary(argument => argument.Name, object? (argument) => argument.Value.Clone());
        return (await tools.Single(known => known.Name == tool).InvokeAsync(new AIFunctionArguments(named), Stop))!.ToString()!;
    }
}
