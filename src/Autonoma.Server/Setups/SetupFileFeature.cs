using Autonoma.Platform.Access;
using Autonoma.Platform.Audit;
using Autonoma.Platform.Branches;
using Autonoma.Platform.Data;
using Autonoma.Platform.Refusals;
using Autonoma.Platform.Secrets;
using Autonoma.Platform.Setups;
using Autonoma.Platform.Tests;
using Autonoma.Server.Access;
using Autonoma.Server.Answers;
using Autonoma.Server.Hosting;
using Autonoma.Server.Tests;
using Microsoft.EntityFrameworkCore;

namespace Autonoma.Server.Setups;

/// <summary>Files that planners upload: tests become a version of the main branch; skills and other files are kept beside.</summary>
internal sealed class SetupFileFeature : IServerFeature
{
    public const string Skill = "skill";

    private const string Artifact = "artifact";
    private const int MostFiles = 5000, LongestFile = 512 * 1024, ShortDescription = 20;
    private const long LargestRequest = 64L * 1024 * 1024;

    public void Map(IEndpointRouteBuilder routes)
        => routes.MapPost("/v1/setup/setups/{setupId:guid}/artifacts", UploadAsync).Needs(Permission.Edit).WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(LargestRequest))
            .WithTags("setups").WithSummary("Takes tests, skills and other files. Recipes have an endpoint of their own and are refused here.");

    /// <summary>A skill by its front matter.</summary>
    public static SuiteSkill SkillOf(SetupArtifact artifact) => new(Key(artifact.Content, "name") ?? Path.GetFileNameWithoutExtension(artifact.Name), Key(artifact.Content, "description") ?? "");

    private static async Task<ArtifactsAnswer> UploadAsync(Guid setupId, ArtifactsRequest request, PlatformDbContext db, SuiteStore suites, SecretStore secrets, AuditLog audit, CancellationToken cancellationToken)
    {
        var setup = await SetupFeature.FindAsync(db, setupId, cancellationToken);
        var fields = new Fields("setup_artifacts.invalid");
        var (tests, artifacts, skills) = (request.TestCases ?? [], request.Artifacts ?? [], request.Skills ?? []);
        fields.Check(tests.Count + artifacts.Count + skills.Count is > 0 and <= MostFiles, "", $"1 to {MostFiles} files are needed: testCases, artifacts, skills");
        fields.Check(request.CommitSha is null || (request.CommitSha.Length is >= 7 and <= 64 && request.CommitSha.All(char.IsAsciiHexDigit)), "commitSha", "is the id of a commit");
        fields.ThrowIfWrong();
        var warnings = new List<WarningItem>();
        var read = ReadTests(tests, fields, warnings, await TestFeature.NamesAsync(secrets, setup.ApplicationId, cancellationToken));
        foreach (var (files, name) in new[] { (artifacts, "artifacts"), (skills, "skills") })
        {
            for (var at = 0; at < files.Count; at++)
                CheckFile(files[at], $"{name}[{at}]", fields);
        }

        fields.ThrowIfWrong();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        SuiteChange? change = null;
        if (read.Count > 0)
            change = await suites.ChangeAsync(await suites.BranchAsync(setup.ApplicationId, null, cancellationToken), read, [], new("setup", $"Uploaded by the setup {setup.Name}", request.CommitSha), cancellationToken);
        await KeepAsync(db, setup, Artifact, artifacts, cancellationToken);
        await KeepAsync(db, setup, Skill, skills, cancellationToken);
        audit.Note("setup.artifacts", setup.Name, setup.Id, new { testCases = tests.Count, artifacts = artifacts.Count, skills = skills.Count });
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new(setup.Id, new(change?.Added.Count ?? 0, change?.Changed.Count ?? 0, change?.Unchanged ?? 0), artifacts.Count, skills.Count, change?.Version?.Id, warnings);
    }

    private static List<ReadTest> ReadTests(IReadOnlyList<SetupFile> files, Fields fields, List<WarningItem> warnings, IReadOnlyCollection<string> names)
    {
        var result = new Dictionary<string, ReadTest>(StringComparer.Ordinal);
        for (var at = 0; at < files.Count; at++)
        {
            var (file, place) = (files[at], $"testCases[{at}]");
            CheckFile(file, place, fields);
            if (file?.Name is null || file.Content is null)
                continue;
            var name = file.Name.EndsWith(".md", StringComparison.OrdinalIgnoreCase) ? file.Name : $"{file.Name}.md";
            var path = TestPath.Normalize(string.IsNullOrWhiteSpace(file.Folder) ? name : $"{file.Folder.Trim('/')}/{name}", out var problem);
            if (path is null)
            {
                fields.Wrong($"{place}.{(file.Folder is null ? "name" : "folder")}", problem!);
                continue;
            }

            fields.Check(file.Content.Length <= TestReading.LongestContent, $"{place}.content", $"has at most {TestReading.LongestContent / 1024} KB");
            var test = TestReading.Read(path, file.Content, names);
            var description = test.File.TestCase is { } readable ? readable.Description : Key(file.Content, "description");
            fields.Check(!string.IsNullOrWhiteSpace(description), $"{place}.content", "has front matter with a description of what the test proves");
            if (description is { Length: > 0 and < ShortDescription })
                warnings.Add(new($"{place}.content", $"The description has {description.Length} characters; {ShortDescription} say what a test proves."));
            if (test.HasErrors)
                warnings.Add(new($"{place}.content", $"The test cannot run yet: {test.Problems.First(found => found.Severity == Engine.Suites.DiagnosticSeverity.Error).Message}"));
            fields.Check(result.TryAdd(path, test), $"{place}.name", "stands twice in its folder");
        }

        return [.. result.Values];
    }

    private static void CheckFile(SetupFile? file, string place, Fields fields)
    {
        var name = fields.Required(file?.Name, $"{place}.name", 200);
        fields.Check(!name.Contains("..", StringComparison.Ordinal) && !name.Any(char.IsControl), $"{place}.name", "is the name of a file");
        fields.Check(file?.Folder is null || (file.Folder.Length <= 300 && !file.Folder.Split('/', '\\').Contains("..") && !file.Folder.Any(char.IsControl)), $"{place}.folder", "is a folder of the suite");
        fields.Check(file?.Content is { Length: <= LongestFile } content && !content.Contains('\0', StringComparison.Ordinal), $"{place}.content", $"is a text of at most {LongestFile / 1024} KB");
        if (name.Contains("scenario-recipes", StringComparison.OrdinalIgnoreCase))
            fields.Wrong($"{place}.name", "is a recipes file, which goes to /scenario-recipe-versions, where it is checked");
    }

    private static async Task KeepAsync(PlatformDbContext db, Setup setup, string kind, IReadOnlyList<SetupFile> files, CancellationToken cancellationToken)
    {
        var names = files.Select(file => file.Name!.Trim()).ToList();
        var known = (await db.Set<SetupArtifact>().Where(artifact => artifact.ApplicationId == setup.ApplicationId && artifact.Kind == kind && names.Contains(artifact.Name)).ToListAsync(cancellationToken)).ToDictionary(artifact => (artifact.Folder, artifact.Name));
        foreach (var file in files)
        {
            var key = ((file.Folder ?? "").Trim('/'), file.Name!.Trim());
            if (!known.TryGetValue(key, out var artifact))
            {
                artifact = new() { ApplicationId = setup.ApplicationId, SetupId = setup.Id, Kind = kind, Folder = key.Item1, Name = key.Item2, Content = "" };
                db.Add(artifact);
                known.Add(key, artifact);
            }

            (artifact.SetupId, artifact.Content) = (setup.Id, file.Content!);
        }
    }

    // Skills and broken tests have front matter of their own; one line of it is all that is wanted.
    private static string? Key(string content, string key)
    {
        var lines = content.TrimStart('\uFEFF').Split('\n').Select(line => line.TrimEnd('\r'));
        return lines.SkipWhile(line => line.Trim() != "---").Skip(1).TakeWhile(line => line.Trim() != "---")
            .Where(line => line.StartsWith(key + ":", StringComparison.Ordinal)).Select(line => line[(key.Length + 1)..].Trim().Trim('"', '\'')).FirstOrDefault(value => value.Length > 0);
    }
}
