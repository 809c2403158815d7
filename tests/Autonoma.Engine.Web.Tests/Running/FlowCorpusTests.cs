using Autonoma.Engine.Checks;
using Autonoma.Engine.Grounding;
using Autonoma.Engine.Instructions;
using Autonoma.Engine.Running;
using Autonoma.Engine.Suites;
using Autonoma.Engine.Web;
using Autonoma.TestKit;

namespace Autonoma.Engine.Web.Tests.Running;

/// <summary>Whole tests by strangers, on pages that work and on pages with a fault: a rule that is right for a claim alone may break what goes before or after it.</summary>
public sealed class FlowCorpusTests(BrowserFixture fixture)
{
    /// <param name="corpus">The folder with the pages and the tests.</param>
    /// <param name="fewest">How many end as they should; there may be no fewer.</param>
    [Theory]
    [InlineData("corpus-d", 31)]
    [InlineData("corpus-t", 14)]
    public async Task Run_TestsByStrangers_PassesNoFaultyPageAndAsManyGoodOnesAsBefore(string corpus, int fewest)
    {
        var stop = TestContext.Current.CancellationToken;
        var site = fixture.Site.At($"/{corpus}/pages/").ToString();
        var files = Directory.EnumerateFiles(Path.Combine(Repository.Folder("tests/assets/" + corpus), "flows"), "*.md").Order(StringComparer.Ordinal).ToList();
        var falselyPassed = new List<string>();
        var others = new List<string>();
        foreach (var file in files)
        {
            var test = TestFileReader.Read(file).TestCase;
            test.ShouldNotBeNull(file);
            await using var driver = await fixture.Browser.OpenAsync(new WebSessionOptions(), stop);
            var result = await new TestRunner(driver, new RunOptions { BaseUrl = site }, new StepReader(), new Grounder(), new ClaimChecker(), TimeProvider.System).RunAsync(test, stop);
            var shouldPass = test.Extra.GetValueOrDefault("expected") != "fail";
            var failed = result.Steps.FirstOrDefault(s => s.Section == "step" && s.Status == StepStatus.Failed);
            var told = $"{Path.GetFileName(file)}: {(result.Success ? "passed" : $"step {failed?.Number}: {failed?.Message ?? result.Reasoning}")}";
            if (!shouldPass && result.Success)
                falselyPassed.Add(told);
            else if (shouldPass ? !result.Success : failed?.Number.ToString(System.Globalization.CultureInfo.InvariantCulture) != test.Extra.GetValueOrDefault("failsAt"))
                others.Add(told);
        }

        falselyPassed.ShouldBeEmpty();
        (files.Count - others.Count).ShouldBeGreaterThanOrEqualTo(fewest, string.Join('\n', others));
    }
}
