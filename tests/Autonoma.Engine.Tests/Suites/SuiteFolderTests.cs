using Autonoma.Engine.Driving;
using Autonoma.Engine.Suites;

namespace Autonoma.Engine.Tests.Suites;

public sealed class SuiteFolderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("suite").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Write(string path, string text)
    {
        var full = Path.Combine(_folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    private static string Test(string keys) => $"---\nurl: /\n{keys}\n---\n1. Click A\n";

    [Fact]
    public void Read_Folder_FindsTestsInTheOrderOfTheirPathsAndSkipsWhatIsNone()
    {
        Write("b.md", Test("title: B"));
        Write("a/z.md", Test("title: Z"));
        Write("a/B.md", Test("title: AB"));
        Write("README.md", Test("title: no"));
        Write("a/index.md", Test("title: no"));
        Write("notes.md", "# Only words\n");
        Write("scenarios.md", "---\nscenarios: [a]\n---\n# Scenarios\n");
        Write(".hidden/c.md", Test("title: no"));
        Write("node_modules/c.md", Test("title: no"));
        Write("broken.md", "---\nurl: a: b\n---\n1. Click A\n");

        var suite = SuiteFolder.Read(_folder);

        suite.Files.Select(file => Path.GetRelativePath(_folder, file.Path)).ShouldBe(["a/B.md", "a/z.md", "b.md", "broken.md"]);
        suite.Files[1].TestCase!.RelativePath.ShouldBe("a/z.md");
        suite.Skipped.Select(file => file.RelativePath).ShouldBe(["README.md", "a/index.md", "notes.md", "scenarios.md"]);
    }

    [Fact]
    public void Read_MissingFolder_SaysSo() => Should.Throw<UserInputException>(() => SuiteFolder.Read(Path.Combine(_folder, "no"))).Message.ShouldContain("no folder and no file");

    [Fact]
    public void Filter_CombinesProperties()
    {
        Write("a.md", Test("title: Pay (again)\ntags: [smoke]\npriority: High"));
        Write("b.md", Test("title: Pay later\ntags: [slow, smoke]\npriority: Low"));
        Write("c.md", Test("title: Login\ncategory: A"));
        var tests = SuiteFolder.Read(_folder).Files.Select(file => file.TestCase!).ToList();

        string[] Titles(SuiteFilter filter) => [.. filter.Apply(tests).Select(test => test.Title)];
        Titles(new() { Grep = ["pay"] }).ShouldBe(["Pay (again)", "Pay later"]);
        Titles(new() { Grep = ["Pay (again)"] }).ShouldBe(["Pay (again)"]);
        Titles(new() { Grep = ["^l", "later$"] }).ShouldBe(["Pay later", "Login"]);
        Titles(new() { Grep = ["c.md"] }).ShouldBe(["Login"]);
        Titles(new() { Tags = ["smoke"], Priorities = ["high"] }).ShouldBe(["Pay (again)"]);
        Titles(new() { Tags = ["smoke", "!slow"] }).ShouldBe(["Pay (again)"]);
        Titles(new() { Categories = ["a"] }).ShouldBe(["Login"]);
    }

    [Fact]
    public void Filter_ValueThatNoTestHas_NamesTheNearest()
    {
        Write("a.md", Test("title: A\ntags: [smoke]\nflow: checkout"));
        var tests = SuiteFolder.Read(_folder).Files.Select(file => file.TestCase!).ToList();

        Should.Throw<UserInputException>(() => new SuiteFilter { Tags = ["smoek"] }.Apply(tests)).Message.ShouldBe("No test has the tag 'smoek'. Did you mean 'smoke'?");
        Should.Throw<UserInputException>(() => new SuiteFilter { Flows = ["login"] }.Apply(tests)).Message.ShouldBe("No test has the flow 'login'. There are: checkout.");
        Should.Throw<UserInputException>(() => new SuiteFilter { Priorities = ["High"] }.Apply(tests)).Message.ShouldContain("No test of this suite has a priority.");
    }
}
