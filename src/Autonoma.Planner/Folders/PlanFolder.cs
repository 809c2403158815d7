using System.Globalization;
using System.Text.RegularExpressions;

namespace Autonoma.Planner.Folders;

/// <summary>The folder of a plan, <c>autonoma/</c> by convention: where each of its files lies. Says nothing about whether a file is there.</summary>
/// <param name="path">The folder.</param>
public sealed partial class PlanFolder(string path)
{
    /// <summary>Name of the folder by convention.</summary>
    public const string FolderName = "autonoma";

    /// <summary>How many steps a plan has; people count them from 1.</summary>
    public const int Steps = 6;

    /// <summary>Full path.</summary>
    public string Root { get; } = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));

    /// <summary>The folder around it: what paths inside artifacts are relative to.</summary>
    public string Repository => Path.GetDirectoryName(Root) ?? Root;

    /// <summary>AUTONOMA.md.</summary>
    public string KnowledgeBase => At("AUTONOMA.md");

    /// <summary>features.json.</summary>
    public string Features => At("features.json");

    /// <summary>entity-audit.md.</summary>
    public string EntityAudit => At("entity-audit.md");

    /// <summary>The audit as it was when step 2 was acknowledged; never written again.</summary>
    public string EntityAuditSnapshot => At(".entity-audit-step2.md");

    /// <summary>scenarios.md.</summary>
    public string Scenarios => At("scenarios.md");

    /// <summary>discover.json.</summary>
    public string Discover => At("discover.json");

    /// <summary>scenario-recipes.json.</summary>
    public string Recipes => At("scenario-recipes.json");

    /// <summary>.scenario-validation.json.</summary>
    public string ScenarioValidation => At(".scenario-validation.json");

    /// <summary>.sdk-endpoint.</summary>
    public string SdkEndpoint => At(".sdk-endpoint");

    /// <summary>.factory-plan.md.</summary>
    public string FactoryPlan => At(".factory-plan.md");

    /// <summary>.endpoint-implemented.</summary>
    public string EndpointImplemented => At(".endpoint-implemented");

    /// <summary>.endpoint-validated: opens the way to tests.</summary>
    public string EndpointValidated => At(".endpoint-validated");

    /// <summary>.pipeline-complete.</summary>
    public string PipelineComplete => At(".pipeline-complete");

    /// <summary>.docs-url.</summary>
    public string DocsUrl => At(".docs-url");

    /// <summary>.login-probe: pictures of the login probe.</summary>
    public string LoginProbe => At(".login-probe");

    /// <summary>skills/: older plans.</summary>
    public string Skills => At("skills");

    /// <summary>qa-tests/.</summary>
    public string Tests => At("qa-tests");

    /// <summary>qa-tests/INDEX.md.</summary>
    public string TestIndex => At("qa-tests", "INDEX.md");

    /// <summary>qa-tests/.scratchpad: notes of whoever writes tests.</summary>
    public string Scratchpad => At("qa-tests", ".scratchpad");

    /// <summary>Id of the setup on the platform.</summary>
    /// <param name="topic">Slug of a topic, for tests of one topic only; null for the whole plan.</param>
    public string GenerationId(string? topic = null) => At(topic is null ? ".generation-id" : $".generation-id-{Slug(topic)}");

    /// <summary>Says that the start of a step was reported.</summary>
    /// <param name="index">0 to 5.</param>
    public string StepStarted(int index) => Step(index, "started");

    /// <summary>Says that the end of a step was reported.</summary>
    /// <param name="index">0 to 5.</param>
    public string StepCompleted(int index) => Step(index, "completed");

    /// <summary>Says that a person has seen what step <paramref name="number"/> (from 1) made, so that the next may begin.</summary>
    /// <param name="number">1 to 5.</param>
    public string StepAcknowledged(int number) => number is >= 1 and < Steps ? At(string.Create(CultureInfo.InvariantCulture, $".step-{number}-ack"))
        : throw new ArgumentOutOfRangeException(nameof(number), number, "Steps 1 to 5 are acknowledged.");

    /// <summary>The file of an artifact that there is one of; null for tests, briefs and skills.</summary>
    public string? PathOf(ArtifactKind kind) => kind switch
    {
        ArtifactKind.KnowledgeBase => KnowledgeBase,
        ArtifactKind.Features => Features,
        ArtifactKind.EntityAudit => EntityAudit,
        ArtifactKind.Scenarios => Scenarios,
        ArtifactKind.Discover => Discover,
        ArtifactKind.Recipes => Recipes,
        ArtifactKind.ScenarioValidation => ScenarioValidation,
        ArtifactKind.SdkEndpoint => SdkEndpoint,
        ArtifactKind.EndpointImplemented => EndpointImplemented,
        ArtifactKind.EndpointValidated => EndpointValidated,
        ArtifactKind.TestIndex => TestIndex,
        ArtifactKind.Test or ArtifactKind.Brief or ArtifactKind.Skill => null,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of artifact."),
    };

    /// <summary>A topic as part of a file name: lower case, everything but letters and digits a dash.</summary>
    public static string Slug(string topic)
    {
        ArgumentNullException.ThrowIfNull(topic);
        return NotSlug().Replace(topic.ToLowerInvariant(), "-").Trim('-');
    }

    private string At(params string[] parts) => Path.Combine([Root, .. parts]);

    private string Step(int index, string what) => index is >= 0 and < Steps ? At(string.Create(CultureInfo.InvariantCulture, $".step-{index}-{what}"))
        : throw new ArgumentOutOfRangeException(nameof(index), index, "Steps have the indexes 0 to 5.");

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex NotSlug();
}
