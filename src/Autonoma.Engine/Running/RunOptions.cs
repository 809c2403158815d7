namespace Autonoma.Engine.Running;

/// <summary>How tests are run. Times are upper bounds: nothing waits longer than it has to.</summary>
public sealed record RunOptions
{
    /// <summary>How long an action waits for its element to be there, enabled and reachable. The default is 10 seconds.</summary>
    public TimeSpan StepTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long an assertion waits until it holds. The default is 5 seconds.</summary>
    public TimeSpan AssertionTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long "wait until ..." waits. The default is 30 seconds.</summary>
    public TimeSpan WaitTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a page may take to load. The default is 30 seconds.</summary>
    public TimeSpan NavigationTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long an absence must last on a page at rest before it is believed. The default is 300 milliseconds.</summary>
    public TimeSpan AbsenceHold { get; init; } = TimeSpan.FromMilliseconds(300);

    /// <summary>Time for one run; a test may set its own. The default is 5 minutes.</summary>
    public TimeSpan RunTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a page may stay busy after an action before the run goes on regardless. The default is 3 seconds.</summary>
    public TimeSpan SettleCap { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Commands that a run may carry out. The default is 200.</summary>
    public int MaxSteps { get; init; } = 200;

    /// <summary>How often in a row the same command may leave the screen as it was before the run counts as going in circles. The default is 20.</summary>
    public int MaxRepeats { get; init; } = 20;

    /// <summary>Whether the sentences of the expected result decide the verdict too.</summary>
    public bool StrictExpected { get; init; }

    /// <summary>Where relative URLs of tests start: a URL, or a folder of files. Null when each test has its own.</summary>
    public string? BaseUrl { get; init; }

    /// <summary>Culture of the pages under test: decides whether 03/04/2031 is a day in March or in April. The default is <c>en-US</c>.</summary>
    public string Locale { get; init; } = "en-US";

    /// <summary>Variables known from the start; those of a test win over these.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    /// <summary>Names of variables whose values are shown nowhere.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];

    /// <summary>1 for the first try of a test, 2 for the first retry.</summary>
    public int Try { get; init; } = 1;
}
