using Autonoma.Planner.Validation.Rules;

namespace Autonoma.Planner.Tests.Validation;

public sealed class ReferencePageTests
{
    [Fact]
    public void ReferencePage_IsWhatTheCatalogueSays()
    {
        var page = Path.Combine(RepositoryRoot(), "docs", "reference", "planner-rules.md");
        if (Environment.GetEnvironmentVariable("AUTONOMA_WRITE_REFERENCE") == "1")
            File.WriteAllText(page, RuleReference.Write());

        File.ReadAllText(page).ReplaceLineEndings("\n").ShouldBe(RuleReference.Write(), "run this test with AUTONOMA_WRITE_REFERENCE=1 to write the page");
    }

    private static string RepositoryRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Autonoma.slnx")))
                return folder.FullName;
        }

        throw new InvalidOperationException("Autonoma.slnx lies in no folder above the tests.");
    }
}
