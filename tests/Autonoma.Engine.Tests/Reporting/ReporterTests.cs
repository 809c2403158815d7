using System.Text.Json;
using System.Xml.Linq;
using Autonoma.Engine.Reporting;
using Autonoma.Engine.Reporting.GitHub;
using Autonoma.Engine.Reporting.Html;
using Autonoma.Engine.Reporting.Json;
using Autonoma.Engine.Reporting.JUnit;
using Autonoma.Engine.Running;

namespace Autonoma.Engine.Tests.Reporting;

public sealed class ReporterTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("autonoma-report-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task JUnit_ControlCharactersAndRetries_IsValidXml()
    {
        var flaky = SampleSuite.Test("flaky", "Flaky");
        var failed = SampleSuite.Test("failed", "Bad \u0000\u001b[31m <title> & \ud800");
        var broken = SampleSuite.Test("broken", "Broken");
        var info = SampleSuite.Info(_folder, flaky, failed, broken);
        var path = Path.Combine(_folder, "junit.xml");
        await new JUnitReporter(path, TimeProvider.System).OnFinishedAsync(
            SampleSuite.Result(
                info,
                new TestOutcome(flaky, TestStatus.Flaky, [SampleSuite.Failed(flaky), SampleSuite.Passed(flaky, 2)]),
                new TestOutcome(failed, TestStatus.Failed, [SampleSuite.Failed(failed, "\u0001]]>")]),
                new TestOutcome(broken, TestStatus.Failed, [SampleSuite.Failed(broken, failure: FailureKind.Engine)])),
            TestContext.Current.CancellationToken);

        var suite = XDocument.Load(path).Root!.Element("testsuite")!;
        suite.Attribute("name")!.Value.ShouldBe("cart");
        (suite.Attribute("tests")!.Value, suite.Attribute("failures")!.Value, suite.Attribute("errors")!.Value).ShouldBe(("3", "1", "1"));
        var cases = suite.Elements("testcase").ToList();
        cases[0].Element("flakyFailure").ShouldNotBeNull();
        cases[0].Element("failure").ShouldBeNull();
        cases[1].Attribute("name")!.Value.ShouldBe("Bad [31m <title> & ");
        cases[1].Element("failure")!.Value.ShouldContain("FAIL 2. The total is \"42\"");
        cases[1].Element("system-out")!.Value.ShouldContain("cart/failed.md:8");
        cases[2].Element("error").ShouldNotBeNull();
    }

    [Fact]
    public void Json_WhileTheSuiteRuns_IsAValidPartialReport()
    {
        var done = SampleSuite.Test("done", "Done");
        var open = SampleSuite.Test("open", "Open");
        var path = Path.Combine(_folder, "report.json");
        var reporter = new JsonReporter(path, TimeProvider.System);
        reporter.OnStarted(SampleSuite.Info(_folder, done, open));
        using var report = JsonDocument.Parse(File.ReadAllText(path));
        report.RootElement.GetProperty("state").GetString().ShouldBe("running");
        report.RootElement.GetProperty("counts").GetProperty("notRun").GetInt32().ShouldBe(2);
    }

    [Fact]
    public async Task Json_Finished_HoldsTheTriesInTheDocumentedForm()
    {
        var test = SampleSuite.Test("failed", "Failed");
        var path = Path.Combine(_folder, "report.json");
        await new JsonReporter(path, TimeProvider.System).OnFinishedAsync(
            SampleSuite.Result(SampleSuite.Info(_folder, test), new TestOutcome(test, TestStatus.Failed, [SampleSuite.Failed(test)])), TestContext.Current.CancellationToken);
        using var report = JsonDocument.Parse(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
        var root = report.RootElement;
        root.GetProperty("schemaVersion").GetInt32().ShouldBe(1);
        root.GetProperty("counts").GetProperty("failed").GetInt32().ShouldBe(1);
        var run = root.GetProperty("tests")[0].GetProperty("tries")[0];
        run.GetProperty("success").GetBoolean().ShouldBeFalse();
        run.GetProperty("duration").GetDouble().ShouldBe(1500);
        var attempt = run.GetProperty("steps")[1].GetProperty("attempts")[0];
        attempt.GetProperty("arguments").GetProperty("command").GetString().ShouldBe("assert");
        attempt.GetProperty("claims")[0].GetProperty("bounds").GetProperty("width").GetDouble().ShouldBe(3);
    }

    [Fact]
    public async Task GitHub_FailedTest_IsAnnotatedAtItsStepAndEscaped()
    {
        var test = SampleSuite.Test("failed", "Total: 50%, <b>");
        var summary = Path.Combine(_folder, "summary.md");
        using var output = new StringWriter();
        await new GitHubReporter(output, summary, "/repo").OnFinishedAsync(
            SampleSuite.Result(SampleSuite.Info(_folder, test), new TestOutcome(test, TestStatus.Failed, [SampleSuite.Failed(test, "1\n::error::forged")])), TestContext.Current.CancellationToken);
        var lines = output.ToString().TrimEnd().Split('\n');
        lines.Length.ShouldBe(1);
        lines[0].ShouldStartWith("::error file=tests/cart/failed.md,line=8,col=1,title=Total%3A 50%25%2C <b>::Step 2");
        var text = await File.ReadAllTextAsync(summary, TestContext.Current.CancellationToken);
        text.ShouldContain("**1** failed");
        text.ShouldContain("cart/failed.md:8");
        text.ShouldNotContain("<b>");
    }

    [Fact]
    public async Task Html_Finished_HoldsTheShellTheIndexAndEachTest()
    {
        var test = SampleSuite.Test("failed", "Failed");
        await HtmlReporter.WriteAsync(SampleSuite.Result(SampleSuite.Info(_folder, test), new TestOutcome(test, TestStatus.Failed, [SampleSuite.Failed(test)])), TimeProvider.System, TestContext.Current.CancellationToken);
        var html = await File.ReadAllTextAsync(Path.Combine(_folder, "index.html"), TestContext.Current.CancellationToken);
        html.ShouldContain("default-src 'none'");
        (await File.ReadAllTextAsync(Path.Combine(_folder, "data", "index.js"), TestContext.Current.CancellationToken)).ShouldStartWith("autonomaReport.index({\"state\":\"finished\"");
        (await File.ReadAllTextAsync(Path.Combine(_folder, "data", "test-0.js"), TestContext.Current.CancellationToken)).ShouldStartWith("autonomaReport.test(0,{");
        var script = await File.ReadAllTextAsync(Path.Combine(_folder, "data", "report.js"), TestContext.Current.CancellationToken);
        foreach (var unsafeCall in new[] { "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "fetch(" })
            script.ShouldNotContain(unsafeCall);
    }
}
