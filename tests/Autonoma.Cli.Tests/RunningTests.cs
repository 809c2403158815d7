namespace Autonoma.Cli.Tests;

/// <summary>The tool as people use it: real files, a real browser.</summary>
public sealed class RunningTests : ToolFixture
{
    private const string Page = """
        <!doctype html><html lang="en"><title>Orders</title>
        <h1>Orders</h1>
        <button onclick="document.querySelector('#state').textContent = 'Order sent'">Send order</button>
        <p id="state">Nothing sent</p>
        """;

    private void WriteSuite()
    {
        Write("e2e/page.html", Page);
        Write("e2e/good.md", "---\nurl: page.html\ntitle: An order is sent\n---\n1. Click Send order\n2. Verify that \"Order sent\" is displayed\n");
        Write("e2e/bad.md", "---\nurl: page.html\ntitle: An order is paid\n---\n1. Click Send order\n2. Verify that \"Order paid\" is displayed\n");
    }

    [Fact]
    public async Task Test_OnePassesAndOneFails_ExitCode1AndBothAreSaid()
    {
        WriteSuite();

        var (code, output, _) = await RunAsync("test", "e2e", "--assertion-timeout", "500ms", "--reporter", "list,json,junit,html", "--output", "out");

        output.ShouldContain("passed 2/2  good.md  An order is sent");
        output.ShouldContain("FAILED 1/2  bad.md  An order is paid");
        output.ShouldMatch(@"Step 2 \(.*e2e/bad\.md:6\): Verify that ""Order paid"" is displayed");
        output.ShouldContain("Expected:");
        output.ShouldContain("1 passed, 1 failed in ");
        code.ShouldBe(ExitCodes.Failed);
        foreach (var path in (string[])["out/index.html", "out/junit.xml", "out/report.json", "out/last-run.json", "out/tests/bad/result.json", "out/tests/good/steps.json"])
            File.Exists(Path.Combine(Folder, path)).ShouldBeTrue(path);
    }

    [Fact]
    public async Task Test_PageWithCommandsToTheTerminal_ShowsThemAsNothing()
    {
        Write("e2e/page.html", "<!doctype html><title>Orders</title><main><h1></h1></main><script>document.querySelector('h1').textContent = 'Closed \\u001b[2J\\u001b[1A passed'</script>");
        Write("e2e/bad.md", "---\nurl: page.html\ntitle: The heading\n---\n1. Verify that the heading is \"Orders\"\n");

        var (code, output, _) = await RunAsync("test", "e2e", "--assertion-timeout", "500ms", "--reporter", "list", "--output", "out");

        code.ShouldBe(ExitCodes.Failed);
        output.ShouldContain("Closed ");
        output.ShouldNotContain("\u001b", Shouldly.Case.Sensitive, "no colours were asked for, so that every escape is the page's");
    }

    [Fact]
    public async Task Test_LastFailed_RunsOnlyWhatFailedUntilItPasses()
    {
        WriteSuite();
        (await RunAsync("test", "e2e", "--assertion-timeout", "500ms", "--reporter", "line")).Code.ShouldBe(ExitCodes.Failed);
        Write("e2e/bad.md", "---\nurl: page.html\ntitle: An order is paid\n---\n1. Verify that \"Nothing sent\" is displayed\n");

        var (code, output, _) = await RunAsync("test", "e2e", "--last-failed", "--reporter", "list");

        output.ShouldContain("Running 1 test");
        output.ShouldContain("passed 1/1  bad.md");
        code.ShouldBe(ExitCodes.Passed);
        (await RunAsync("test", "e2e", "--last-failed")).Out.ShouldContain("Nothing failed last time.");
    }

    [Fact]
    public async Task Run_File_ShowsEachStep()
    {
        WriteSuite();

        var (code, output, _) = await RunAsync("run", "e2e/good.md", "--reporter", "list");

        output.ShouldContain("ok     1. Click Send order");
        output.ShouldContain("ok     2. Verify that \"Order sent\" is displayed");
        code.ShouldBe(ExitCodes.Passed);
    }

    [Fact]
    public async Task Run_Instruction_StartsAtTheUrl()
    {
        WriteSuite();
        var url = new Uri(Path.Combine(Folder, "e2e/page.html")).ToString();

        var (code, output, _) = await RunAsync("run", "--url", url, "--instruction", "Click Send order. Verify that \"Order sent\" is displayed.", "--reporter", "list");

        output.ShouldContain("1 passed");
        code.ShouldBe(ExitCodes.Passed);
    }

    [Fact]
    public async Task Run_OwnTimeRunsOut_ExitCode3()
    {
        WriteSuite();
        Write("e2e/slow.md", "---\nurl: page.html\ntimeout: 2s\n---\n1. Wait until \"Never\" is displayed\n2. Verify that \"Never\" is displayed\n");

        (await RunAsync("run", "e2e/slow.md", "--reporter", "list")).Code.ShouldBe(ExitCodes.Stopped);
    }

    [Fact]
    public async Task Test_Stopped_WritesTheReportAndExitCode3()
    {
        Write("e2e/page.html", Page);
        Write("e2e/a.md", "---\nurl: page.html\n---\n1. Verify that \"Nothing sent\" is displayed\n");
        Write("e2e/b.md", "---\nurl: page.html\n---\n1. Wait until \"Never\" is displayed\n2. Verify that \"Never\" is displayed\n");
        using var stop = new CancellationTokenSource();
        using var output = new StoppingWriter("passed 1/2", stop);
        using var error = new StringWriter();

        var code = await Tool.RunAsync(["test", "e2e", "--reporter", "list,html", "--output", "out"], Environment(output, error), stop.Token);

        code.ShouldBe(ExitCodes.Stopped);
        output.ToString().ShouldMatch("1 passed, 1 (stopped|not run)");
        File.Exists(Path.Combine(Folder, "out/index.html")).ShouldBeTrue();
    }

    [Fact]
    public async Task Test_NoSuchBrowser_ExitCode2AndSaidOnce()
    {
        WriteSuite();

        var (code, output, _) = await RunAsync("test", "e2e", "--browser-path", "/no/such/browser", "--reporter", "list");

        code.ShouldBe(ExitCodes.WrongInput);
        output.Split("/no/such/browser").Length.ShouldBeLessThanOrEqualTo(4);
        output.ShouldContain("Problem: ");
    }

    [Fact]
    public async Task Init_FirstTest_PassesAsItIs()
    {
        await RunAsync("init");

        var (code, output, error) = await RunAsync("test", "e2e", "--offline", "--reporter", "list");

        code.ShouldBe(ExitCodes.Passed, output + error);
    }

    [Fact]
    public async Task Doctor_HereWhereTestsRun_FindsTheBrowser()
    {
        var (code, output, _) = await RunAsync("doctor");

        output.ShouldMatch(@"ok\s+browser\s+Chromium");
        code.ShouldBe(ExitCodes.Passed);
    }

    /// <summary>Stops the tool as soon as it has printed a text.</summary>
    private sealed class StoppingWriter(string text, CancellationTokenSource stop) : StringWriter
    {
        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            if (value?.Contains(text, StringComparison.Ordinal) == true)
                stop.Cancel();
        }
    }
}
