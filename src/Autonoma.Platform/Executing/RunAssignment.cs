using Autonoma.Platform.Runs;
using Autonoma.Scenarios.Recipes;

namespace Autonoma.Platform.Executing;

/// <summary>Everything that is needed to carry out a run, read once when a worker took it.</summary>
public sealed record RunAssignment
{
    /// <summary>The run.</summary>
    public required Guid RunId { get; init; }

    /// <summary>The claim.</summary>
    public required long Fence { get; init; }

    /// <summary>Whose it is.</summary>
    public required Guid OrganizationId { get; init; }

    /// <summary>Of which application.</summary>
    public required Guid ApplicationId { get; init; }

    /// <summary>Path of the test in the suite.</summary>
    public required string Path { get; init; }

    /// <summary>Text of the test.</summary>
    public required string Content { get; init; }

    /// <summary>Where relative addresses of the test start; null when the test has its own.</summary>
    public string? Url { get; init; }

    /// <summary>What was asked for.</summary>
    public RunRequest Request { get; init; } = new();

    /// <summary>The application's secrets, by name: variables whose values are shown nowhere.</summary>
    public IReadOnlyDictionary<string, string> Secrets { get; init; } = new Dictionary<string, string>();

    /// <summary>The recording to replay, in the form of <c>*.recording.json</c>; null when there is none.</summary>
    public string? Recording { get; init; }

    /// <summary>The application's Environment Factory; null when it has none.</summary>
    public RunEndpoint? Endpoint { get; init; }

    /// <summary>Number of the first attempt that this claim makes.</summary>
    public int FirstAttempt { get; init; } = 1;
}

/// <summary>Where the test data of an application is made.</summary>
/// <param name="Url">Its Environment Factory.</param>
/// <param name="SharedSecret">Signs requests.</param>
/// <param name="SigningSecret">The endpoint's own, if it is known.</param>
/// <param name="Recipes">What scenarios consist of; null when the endpoint defines them.</param>
public sealed record RunEndpoint(Uri Url, string SharedSecret, string? SigningSecret, RecipeFile? Recipes)
{
    /// <summary>Headers that the deployment asks for.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <inheritdoc/>
    public override string ToString() => Url.ToString();
}
