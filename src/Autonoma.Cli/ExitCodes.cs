namespace Autonoma.Cli;

/// <summary>What the tool's exit code says.</summary>
public static class ExitCodes
{
    /// <summary>Everything passed, or the command did what it was asked.</summary>
    public const int Passed = 0;

    /// <summary>A test failed, or lint found an error.</summary>
    public const int Failed = 1;

    /// <summary>The tool or its input is wrong: an unknown option, a broken file, no browser, no tests.</summary>
    public const int WrongInput = 2;

    /// <summary>Stopped with Ctrl+C, or the time ran out.</summary>
    public const int Stopped = 3;

    /// <summary>A step of a plan is done and waits to be looked at.</summary>
    public const int AwaitingReview = 4;
}
