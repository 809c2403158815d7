using Autonoma.Engine.Checks;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Grounding;
using Autonoma.Engine.Instructions;
using Autonoma.Engine.Running;
using Autonoma.Engine.Suites;
using Microsoft.Playwright;

namespace Autonoma.Engine.Web;

/// <summary>
/// Plain English on a Playwright page that the caller owns: <c>await agent.ActAsync("Click Save")</c>. Not thread-safe: one call at a time,
/// and none of the caller's own while one is under way. Disposal leaves the page open.
/// </summary>
public sealed class WebAgent : IAsyncDisposable
{
    private readonly IPage _page;
    private readonly RunOptions _options;
    private readonly WebSessionOptions _session;
    private readonly StepReader _reader = new();
    private readonly Grounder _grounder = new();
    private readonly ClaimChecker _checker;
    private WebAppDriver? _driver;
    private LiveSession? _live;

    private WebAgent(IPage page, RunOptions options, WebSessionOptions session)
    {
        _page = page;
        _options = options;
        _session = session;
        _checker = new(_grounder);
    }

    /// <summary>An agent for a page. Nothing is done to the page before the first call.</summary>
    public static WebAgent Attach(IPage page, RunOptions? options = null, WebSessionOptions? session = null)
    {
        ArgumentNullException.ThrowIfNull(page);
        return new(page, options ?? new(), session ?? new());
    }

    /// <summary>Variables that sentences have kept; secrets masked.</summary>
    public IReadOnlyDictionary<string, string> Memory => _live?.Memory ?? new Dictionary<string, string>();

    /// <summary>Carries out a sentence: "Click Save", "Type "Ada" into Name and press Enter".</summary>
    /// <exception cref="WebAgentException">It could not be read, or not be carried out.</exception>
    public async Task<StepResult> ActAsync(string sentence, CancellationToken cancellationToken = default)
        => Checked(await (await LiveAsync(cancellationToken).ConfigureAwait(false)).ActAsync(sentence, cancellationToken).ConfigureAwait(false));

    /// <summary>Checks a claim, waiting until it holds: "the total is 42".</summary>
    /// <exception cref="WebAgentException">It did not hold in time, or cannot be judged.</exception>
    public async Task<StepResult> CheckAsync(string claim, CancellationToken cancellationToken = default)
        => Checked(await (await LiveAsync(cancellationToken).ConfigureAwait(false)).CheckAsync(claim, cancellationToken).ConfigureAwait(false));

    /// <summary>Reads a value or text: "the invoice number", "the value of the Reference field".</summary>
    /// <param name="description">What is read.</param>
    /// <param name="variable">Name under which later sentences can use it as <c>{{name}}</c>; null for none.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="WebAgentException">It was not found, or is empty.</exception>
    public async Task<string> ReadAsync(string description, string? variable = null, CancellationToken cancellationToken = default)
    {
        var step = Checked(await (await LiveAsync(cancellationToken).ConfigureAwait(false)).ReadAsync(description, variable, cancellationToken).ConfigureAwait(false));
        return step.Attempts[^1].Output as string ?? "";
    }

    /// <summary>Waits until a description means exactly one element.</summary>
    /// <exception cref="WebAgentException">It never did; the message names the nearest.</exception>
    public async Task<FoundElement> FindAsync(string description, CancellationToken cancellationToken = default)
    {
        try
        {
            var node = await (await LiveAsync(cancellationToken).ConfigureAwait(false)).FindAsync(description, cancellationToken).ConfigureAwait(false);
            return new(node.Role, node.Name, node.InnerText, node.Value, !node.IsDisabled, node.Bounds);
        }
        catch (CommandFailedException failed)
        {
            throw new WebAgentException(failed.Message, inner: failed);
        }
    }

    /// <summary>Runs a test written as text, one step on each line, on the page as it is (or from its own <c>url</c>). A failing test is a result, not an exception.</summary>
    /// <exception cref="WebAgentException">The text is no test.</exception>
    public Task<RunResult> RunAsync(string instruction, CancellationToken cancellationToken = default)
    {
        var file = TestFileReader.ReadText(instruction);
        return file.TestCase is { } test
            ? RunAsync(test, cancellationToken)
            : throw new WebAgentException($"The text is no test: {string.Join(" ", file.Diagnostics.Select(diagnostic => diagnostic.Message))}");
    }

    /// <summary>Runs a test on the page as it is, or from the address it names. A failing test is a result, not an exception.</summary>
    public async Task<RunResult> RunAsync(TestCase test, CancellationToken cancellationToken = default)
    {
        var driver = await DriverAsync(cancellationToken).ConfigureAwait(false);
        return await new TestRunner(driver, _options, _reader, _grounder, _checker, _session.Time).RunAsync(test, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_driver is not null)
            await _driver.DisposeAsync().ConfigureAwait(false);
    }

    private static StepResult Checked(StepResult step)
        => step.Status == StepStatus.Passed ? step : throw new WebAgentException($"\"{step.Text}\": {step.Message}", step);

    private async Task<LiveSession> LiveAsync(CancellationToken cancellationToken)
        => _live ??= new(await DriverAsync(cancellationToken).ConfigureAwait(false), _options, _reader, _grounder, _checker, _session.Time);

    private async Task<WebAppDriver> DriverAsync(CancellationToken cancellationToken)
        => _driver ??= await WebAppDriver.AttachAsync(_page, _session, cancellationToken).ConfigureAwait(false);
}
