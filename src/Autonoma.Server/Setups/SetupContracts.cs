using System.Text.Json;
using Autonoma.Platform.Setups;

namespace Autonoma.Server.Setups;

internal sealed record SetupRequest(string? ApplicationId, string? RepoName);

internal sealed record SetupItem(Guid Id, Guid ApplicationId, string Name, SetupStatus Status, string? ErrorMessage, int Events, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt);

internal sealed record SetupEventRequest(string? Type, JsonElement? Data);

internal sealed record SetupEventItem(Guid Id, int Sequence, string Type, JsonElement Data, DateTimeOffset CreatedAt);

internal sealed record SetupPatch(string? Name, string? Status, string? ErrorMessage);

internal sealed record SetupFile(string? Name, string? Content, string? Folder);

internal sealed record ArtifactsRequest(IReadOnlyList<SetupFile>? TestCases, IReadOnlyList<SetupFile>? Artifacts, IReadOnlyList<SetupFile>? Skills, string? CommitSha);

internal sealed record WarningItem(string Path, string Message);

internal sealed record TestCaseCounts(int Added, int Changed, int Unchanged);

internal sealed record ArtifactsAnswer(Guid SetupId, TestCaseCounts TestCases, int Artifacts, int Skills, Guid? SuiteVersionId, IReadOnlyList<WarningItem> Warnings);

internal sealed record TakenRecipeItem(string Name, Guid ScenarioId, Guid RecipeVersionId, int Number, bool IsNew);

internal sealed record RecipesAnswer(Guid SetupId, IReadOnlyList<TakenRecipeItem> Scenarios, IReadOnlyList<WarningItem> Warnings);

internal sealed record SetupScenario(string Name, bool HasActiveRecipe, string Description);

internal sealed record SetupScenarios(IReadOnlyList<SetupScenario> Scenarios);

internal sealed record SuiteTest(string Name, string Slug, string Path);

internal sealed record SuiteSkill(string Name, string Description);

internal sealed record SuiteAnswer(IReadOnlyList<SuiteTest> Tests, IReadOnlyList<SuiteSkill> Skills);
