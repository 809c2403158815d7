namespace Autonoma.Engine.Deciding.Models;

/// <summary>How a model is asked.</summary>
public sealed record ModelDeciderOptions
{
    /// <summary>What the configuration calls the model that decides.</summary>
    public const string Tag = "execution-agent";

    /// <summary>Times a model is asked for one step. The default is 25.</summary>
    public int MaxTurns { get; init; } = 25;

    /// <summary>Failed commands of one step after which the model is not asked again. The default is 3.</summary>
    public int MaxFailures { get; init; } = 3;

    /// <summary>How often the same command may be wanted on the same screen before the step counts as going in circles. The default is 3.</summary>
    public int MaxRepeats { get; init; } = 3;

    /// <summary>Hosts that belong to the test beside the one it starts on: names, <c>*.name</c>, either with <c>:port</c>.</summary>
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];

    /// <summary>Where the tests start; its host is one of theirs.</summary>
    public string? BaseUrl { get; init; }
}
