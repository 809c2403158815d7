using System.ComponentModel;
using System.Globalization;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Autonoma.Cli.Mcp;

/// <summary>The commands of the tool as tools of an agent. Each call runs the command itself, with its own settings, and answers with what it said and its exit code.</summary>
internal sealed class McpTools(ToolEnvironment environment) : IDisposable
{
    private const int LongestAnswer = 60_000;

    // One browser, one endpoint, one plan at a time: two calls at once would stand in each other's way.
    private readonly SemaphoreSlim _turn = new(1, 1);

    public void Dispose() => _turn.Dispose();

    public IEnumerable<McpServerTool> All()
    {
        yield return Tool(RunAsync, "run", "Carries out a test file, or steps given as text, in a real browser, and says for each step what was done and seen.", readOnly: false);
        yield return Tool(TestAsync, "test", "Runs the tests of a folder and reports which passed and why others did not.", readOnly: false);
        yield return Tool(FindAsync, "find", "Opens a page and says whether a described element is found there: 'the Save button in the address form'. Does nothing to it.", readOnly: true);
        yield return Tool(CheckAsync, "check", "Opens a page and says whether a claim about it holds: 'the total is $42.00', '3 orders are listed'.", readOnly: true);
        yield return Tool(ExploreAsync, "explore", "Looks through a running application, changes nothing, and writes down pages, forms, tables and what can be done on them.", readOnly: false);
        yield return Tool(ValidateAsync, "validate", "Checks a file of a plan, or a whole plan, by all rules; each problem has a code, a line and a cure.", readOnly: true);
        yield return Tool(PlanAsync, "plan", "Goes on with the plan of a repository: checks what is there and says what is owed next, or what waits to be looked at.", readOnly: false);
        yield return Tool(ScenarioUpAsync, "scenario_up", "Makes the records of a scenario through the app's Environment Factory, and keeps them.", readOnly: false);
        yield return Tool(ScenarioDownAsync, "scenario_down", "Removes the records of a run that were kept.", readOnly: false);
        yield return Tool(ScenarioCheckAsync, "scenario_check", "Makes scenarios, looks at what they bring, removes them, and looks whether they are gone.", readOnly: false);
    }

    private Task<CallToolResult> RunAsync([Description("A test file; empty when steps are given.")] string file = "", [Description("Steps instead of a file: 'Click Sign in. Verify that \"Welcome\" is displayed.'")] string steps = "", [Description("Address to start at; empty for the test's own.")] string url = "", CancellationToken cancellationToken = default)
        => CallAsync(["run", .. Given(file), .. Given("--instruction", steps), .. Given("--url", url), "--reporter", "line"], cancellationToken);

    private Task<CallToolResult> TestAsync([Description("Folder or file of tests.")] string path, [Description("Address that relative addresses start from; empty for that of autonoma.yaml.")] string baseUrl = "", CancellationToken cancellationToken = default)
        => CallAsync(["test", path, .. Given("--base-url", baseUrl), "--reporter", "line"], cancellationToken);

    private Task<CallToolResult> FindAsync([Description("Address of the page.")] string url, [Description("What to find, in words.")] string description, CancellationToken cancellationToken = default)
        => CallAsync(["run", "--instruction", $"Verify that {description} is visible.", "--url", url, "--reporter", "line", "--no-record"], cancellationToken);

    private Task<CallToolResult> CheckAsync([Description("Address of the page.")] string url, [Description("The claim, without 'verify that'.")] string claim, CancellationToken cancellationToken = default)
        => CallAsync(["run", "--instruction", $"Verify that {claim}", "--url", url, "--reporter", "line", "--no-record"], cancellationToken);

    private Task<CallToolResult> ExploreAsync([Description("Where the application runs.")] string url, [Description("Pages to look at, at most.")] int pages = 60, CancellationToken cancellationToken = default)
        => CallAsync(["explore", url, "--pages", pages.ToString(CultureInfo.InvariantCulture)], cancellationToken);

    private Task<CallToolResult> ValidateAsync([Description("A file of a plan or its folder.")] string path = "autonoma", CancellationToken cancellationToken = default)
        => CallAsync(["validate", path], cancellationToken);

    private Task<CallToolResult> PlanAsync([Description("The repository.")] string folder = ".", [Description("Step that the person you work for has looked at and agreed to; empty for none.")] string acknowledge = "", CancellationToken cancellationToken = default)
        => CallAsync(["plan", folder, "--resume", .. Given("--acknowledge", acknowledge)], cancellationToken);

    private Task<CallToolResult> ScenarioUpAsync([Description("Name of the scenario.")] string scenario, [Description("File of the recipes; empty for that of autonoma.yaml.")] string recipes = "", CancellationToken cancellationToken = default)
        => CallAsync(["env", "up", scenario, .. Given("--env", recipes)], cancellationToken);

    private Task<CallToolResult> ScenarioDownAsync([Description("Id of the run, as scenario_up answered it.")] string run, CancellationToken cancellationToken = default)
        => CallAsync(["env", "down", run], cancellationToken);

    private Task<CallToolResult> ScenarioCheckAsync([Description("Name of a scenario; empty for all.")] string scenario = "", [Description("File of the recipes; empty for that of autonoma.yaml.")] string recipes = "", CancellationToken cancellationToken = default)
        => CallAsync(["env", "check", .. Given(scenario), .. Given("--env", recipes)], cancellationToken);

    private async Task<CallToolResult> CallAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            using var output = new StringWriter(CultureInfo.InvariantCulture);
            using var error = new StringWriter(CultureInfo.InvariantCulture);
            var code = await Cli.Tool.RunAsync(arguments, environment with { Out = output, Error = error, In = null, Input = null, IsTerminal = false, HasColor = false }, cancellationToken);
            var said = $"{output.ToString().TrimEnd()}\n{error.ToString().TrimEnd()}".Trim();
            if (said.Length > LongestAnswer)
                said = $"{said[..(LongestAnswer / 2)]}\n... {said.Length - LongestAnswer} characters left out ...\n{said[^(LongestAnswer / 2)..]}";
            return new()
            {
                Content = [new TextContentBlock { Text = $"{said}\n\nexit code {code}: {Meaning(code)}" }],
                // A test that failed is an answer; that the tool could not be used is an error.
                IsError = code == ExitCodes.WrongInput,
            };
        }
        finally
        {
            _turn.Release();
        }
    }

    private static string Meaning(int code) => code switch
    {
        ExitCodes.Passed => "passed",
        ExitCodes.Failed => "failed",
        ExitCodes.WrongInput => "the tool or its input is wrong, or something it needs is not there; this is no verdict",
        ExitCodes.Stopped => "stopped, or the time ran out; this is no verdict",
        ExitCodes.AwaitingReview => "a step is done and waits to be looked at by a person",
        _ => "unknown",
    };

    private static string[] Given(string value) => value.Length > 0 ? [value] : [];

    private static string[] Given(string option, string value) => value.Length > 0 ? [option, value] : [];

    private static McpServerTool Tool(Delegate call, string name, string description, bool readOnly)
        => McpServerTool.Create(call, new() { Name = name, Description = description, ReadOnly = readOnly, Destructive = false });
}
