namespace Autonoma.Cli.Tests;

public sealed class CommandLineTests : ToolFixture
{
    [Theory]
    [InlineData("tset", "Unknown command 'tset'. Did you mean 'test'?")]
    [InlineData("linnt e2e", "Unknown command 'linnt'. Did you mean 'lint'?")]
    [InlineData("test --wokers 3", "Unknown option '--wokers'. Did you mean '--workers'?")]
    [InlineData("test --reporter=jnuit", "--reporter: must be one of list, line, json, junit, github, html, and here it is 'jnuit'. Did you mean 'junit'?")]
    [InlineData("test --workers many", "--workers: must be a whole number from 1 to 64, and here it is 'many'.")]
    [InlineData("test --workers 0", "--workers: must be a whole number from 1 to 64, and here it is '0'.")]
    [InlineData("test --viewport big", "--viewport: must be WIDTHxHEIGHT")]
    [InlineData("test --timeout soon", "--timeout: must be a duration such as 30s, 2m or 1m30s, and here it is 'soon'.")]
    [InlineData("test --var user", "--var: must be NAME=VALUE, and here it is 'user'.")]
    [InlineData("test --shard 4/3", "--shard: must be I/N with I from 1 to N, and here it is '4/3'.")]
    [InlineData("test --repeat-each x", "--repeat-each: must be a whole number from 1 to 1000")]
    [InlineData("test --browser crome", "--browser: must be one of chromium, firefox, webkit, and here it is 'crome'.")]
    [InlineData("test --secret NO_SUCH_SECRET", "The secret 'NO_SUCH_SECRET' is taken from the environment variable")]
    [InlineData("test --tag smoek", "No test has the tag 'smoek'. Did you mean 'smoke'?")]
    [InlineData("test --priority Hihg", "No test has the priority 'Hihg'. Did you mean 'High'?")]
    [InlineData("test --grep nothing-like-it", "None of the 1 tests fits.")]
    [InlineData("test --last-failed", "Nothing is known of a last run")]
    [InlineData("test e3e", "There is no folder and no file 'e3e'. Did you mean 'e2e'?")]
    [InlineData("run", "Name a test file, or give --instruction TEXT with --url URL.")]
    [InlineData("run e2e", "'e2e' is a folder: 'autonoma test e2e' runs its tests.")]
    [InlineData("run e2e/no.md", "The test file")]
    [InlineData("run --instruction Click", "Say where to start: --url URL.")]
    [InlineData("run --instruction Click --url htp:/shop.test", "begins with \"htp:\", which is nothing a test can open. Did you mean \"http://shop.test\"?")]
    [InlineData("test --base-url htps://shop.test", "Did you mean \"https://shop.test\"?")]
    [InlineData("run e2e/a.md --instruction Click", "Give either a file or --instruction, not both.")]
    [InlineData("lint --format xml", "--format: must be text, json or github, and here it is 'xml'.")]
    [InlineData("lint empty", "There are no tests in empty.")]
    [InlineData("show nowhere", "There is no report at nowhere")]
    public async Task Mistake_IsAnsweredWithWhatIsRightAndExitCode2(string commandLine, string message)
    {
        Write("e2e/a.md", "---\nurl: about:blank\npriority: High\ntags: [smoke]\n---\n1. Verify that \"A\" is displayed\n");
        Directory.CreateDirectory(Path.Combine(Folder, "empty"));

        var (code, output, error) = await RunAsync(commandLine.Split(' '));

        error.ShouldContain(message);
        code.ShouldBe(ExitCodes.WrongInput);
        output.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("run none.md", "Give --url URL, or 'baseUrl' in autonoma.yaml")]
    [InlineData("run relative.md", "The address \"/login\" is relative, and there is nothing it is relative to. Give a base URL (--base-url")]
    [InlineData("test relative.md", "relative.md: The address \"/login\" is relative")]
    public async Task Test_WithoutAnAddressToStartAt_IsRefusedBeforeABrowserStarts(string commandLine, string message)
    {
        Write("none.md", "---\ntitle: B\n---\n1. Verify that \"A\" is displayed\n");
        Write("relative.md", "---\nurl: /login\n---\n1. Verify that \"A\" is displayed\n");

        var (code, output, error) = await RunAsync(commandLine.Split(' '));

        error.ShouldContain(message);
        code.ShouldBe(ExitCodes.WrongInput);
        output.ShouldBeEmpty();
    }

    [Fact]
    public async Task Help_OfEveryCommand_NamesEveryOption()
    {
        foreach (var command in Tool.Root(Environment(TextWriter.Null, TextWriter.Null)).Subcommands)
        {
            var (code, output, _) = await RunAsync(command.Name, "--help");

            code.ShouldBe(ExitCodes.Passed);
            foreach (var option in command.Options)
            {
                output.ShouldContain(option.Name);
                option.Description.ShouldNotBeNullOrWhiteSpace($"{command.Name} {option.Name}");
            }
        }
    }

    [Fact]
    public async Task Version_IsPrinted() => (await RunAsync("--version")).Out.Trim().ShouldMatch(@"^\d+\.\d+\.\d+");

    [Fact]
    public async Task NoArguments_ShowTheHelp()
    {
        var (code, output, _) = await RunAsync();

        code.ShouldBe(ExitCodes.Passed);
        output.ShouldContain("lint");
    }

    [Fact]
    public async Task List_ShowsTheTestsThatWouldRun()
    {
        Write("e2e/a.md", "---\nurl: /\ntitle: Pay\ncategory: A\ntags: [smoke]\n---\n1. Click A\n");
        Write("e2e/b.md", "---\nurl: /\ntitle: Leave\n---\n1. Click A\n");

        (await RunAsync("test", "e2e", "--list")).Out.ShouldBe("a.md  Pay  [A, @smoke]\nb.md  Leave\n2 tests\n");
        (await RunAsync("test", "e2e", "--list", "--grep", "pay")).Out.ShouldBe("a.md  Pay  [A, @smoke]\n1 test\n");
        var shards = (await RunAsync("test", "e2e", "--list", "--shard", "1/2")).Out + (await RunAsync("test", "e2e", "--list", "--shard", "2/2")).Out;
        shards.ShouldContain("a.md");
        shards.ShouldContain("b.md");
    }

    [Fact]
    public async Task BrokenFile_IsReportedWithItsPlaceAndNothingRuns()
    {
        Write("e2e/a.md", "---\nurl: /\npriority: Hihg\ntimeout: x\n---\n1. Click A\n");

        var (code, _, error) = await RunAsync("test", "e2e");

        code.ShouldBe(ExitCodes.WrongInput);
        error.ShouldContain("e2e/a.md:3:11: error bad-value:");
        error.ShouldContain("e2e/a.md:4:10: error bad-value:");
        error.ShouldContain("Nothing was run: 2 errors in the tests.");
    }

    [Fact]
    public async Task Schema_PrintsJson() => System.Text.Json.JsonDocument.Parse((await RunAsync("schema")).Out).RootElement.GetProperty("properties").GetProperty("url").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Object);

    [Fact]
    public async Task Init_WritesWhatIsMissingAndKeepsWhatIsThere()
    {
        Write("autonoma.yaml", "workers: 1\n");

        var (code, output, _) = await RunAsync("init");

        code.ShouldBe(ExitCodes.Passed);
        output.ShouldContain("kept     autonoma.yaml");
        output.ShouldContain("written  e2e/sign-in.md");
        output.ShouldContain("Next: autonoma test e2e");
        File.ReadAllText(Path.Combine(Folder, "autonoma.yaml")).ShouldBe("workers: 1\n");
        (await RunAsync("test", "e2e", "--list")).Out.ShouldContain("Signing in greets the user by name");
        (await RunAsync("init")).Out.ShouldNotContain("written");
    }

    [Fact]
    public async Task Show_Path_PrintsWhereTheReportIs()
    {
        var report = Write("out/index.html", "<html>");

        (await RunAsync("show", "out", "--path")).ShouldBe((ExitCodes.Passed, report + "\n", ""));
    }
}
