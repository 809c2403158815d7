using System.Text.Json;
using Autonoma.Platform.Access;
using Autonoma.Platform.Audit;
using Autonoma.Platform.Branches;
using Autonoma.Platform.Data;
using Autonoma.Platform.Imports;
using Autonoma.Platform.Refusals;
using Autonoma.Platform.Secrets;
using Autonoma.Platform.Tests;
using Autonoma.Server.Access;
using Autonoma.Server.Answers;
using Autonoma.Server.Applications;
using Autonoma.Server.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Autonoma.Server.Tests;

/// <summary>Whole folders of tests: brought in, moved, removed.</summary>
internal sealed class ImportFeature : IServerFeature
{
    private const long LargestRequest = 64L * 1024 * 1024;

    public void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/v1/applications/{applicationId:guid}").WithTags("tests");
        group.MapPost("imports", ImportAsync).Needs(Permission.Edit).WithMetadata(new RequestSizeLimitAttribute(LargestRequest)).Accepts<ImportRequest>("application/json", "multipart/form-data", "application/zip")
            .WithSummary("Brings tests in: JSON with files, a form with files (each named by its path) or one zip, or a zip as the body. Equal files are left. With If-Match, the id of a suite version, only while that is the newest of the branch; the answer's ETag is the newest.");
        group.MapPost("folders/move", MoveAsync).Needs(Permission.Edit).WithSummary("Moves or renames a folder with everything in it.");
        group.MapPost("folders/remove", RemoveAsync).Needs(Permission.Edit).WithSummary("Removes a folder with everything in it.");
    }

    private static async Task<ImportAnswer> ImportAsync(Guid applicationId, HttpRequest request, PlatformDbContext db, SuiteStore suites, SecretStore secrets, AuditLog audit, CancellationToken cancellationToken, string? branch = null, bool? removeOthers = null)
    {
        var application = await db.ApplicationAsync(applicationId, cancellationToken);
        var archive = new SuiteArchive();
        var asked = await CollectAsync(request, archive, cancellationToken);
        var name = asked?.Branch ?? branch;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var chosen = name is null ? await suites.BranchAsync(applicationId, null, cancellationToken) : await suites.EnsureBranchAsync(application, BranchFeature.Name(name), pullRequest: null, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await suites.LockAsync(chosen, cancellationToken);
        request.Expect(await HeadAsync(db, chosen, cancellationToken));
        var (written, rejected) = Read(archive, await TestFeature.NamesAsync(secrets, applicationId, cancellationToken));
        var paths = written.Select(test => test.Path).ToHashSet(StringComparer.Ordinal);
        var removed = asked?.RemoveOthers ?? removeOthers ?? false ? await suites.Current(chosen.Id).Where(entry => !paths.Contains(entry.Path)).Select(entry => entry.Path).ToListAsync(cancellationToken) : [];
        audit.Note("suite.import", application.Name, application.Id, new { branch = chosen.Name, files = written.Count, rejected = rejected.Count, removed = removed.Count });
        var change = await suites.ChangeAsync(chosen, written, removed, new("import", Cut(asked?.Message) ?? $"Imported {written.Count} {(written.Count == 1 ? "file" : "files")}", Cut(asked?.Commit, 64)), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        request.HttpContext.Response.Tell(await HeadAsync(db, chosen, cancellationToken));
        await transaction.CommitAsync(cancellationToken);
        return new(change.Added.Count, change.Changed.Count, change.Removed.Count, change.Unchanged, rejected, change.Version is { } version ? BranchFeature.Item(version, chosen.Name) : null);
    }

    private static async Task<SuiteChangeAnswer> MoveAsync(Guid applicationId, FolderMove request, PlatformDbContext db, SuiteStore suites, SecretStore secrets, AuditLog audit, CancellationToken cancellationToken, string? branch = null)
    {
        await db.ApplicationAsync(applicationId, cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var chosen = await suites.ForChangeAsync(applicationId, branch, cancellationToken);
        var (from, to) = (Folder(request.From, "from"), request.To is "" ? "" : Folder(request.To, "to"));
        var names = await TestFeature.NamesAsync(secrets, applicationId, cancellationToken);
        var rows = await InAsync(db, suites, chosen.Id, from, cancellationToken);
        if (rows.Count == 0)
            throw Refused.NotFound("folder");
        var moved = rows.ToDictionary(row => $"{to}/{row.Path[(from.Length + 1)..]}".TrimStart('/'), row => row.TestId, StringComparer.Ordinal);
        audit.Note("folder.move", $"{from} to {to}", applicationId, new { branch = chosen.Name });
        var change = await suites.ChangeAsync(chosen, [.. rows.Select(row => TestReading.Read($"{to}/{row.Path[(from.Length + 1)..]}".TrimStart('/'), row.Content, names))], [], new("editor", $"Moved {from} to {(to.Length == 0 ? "the top" : to)}"), cancellationToken, moved);
        await transaction.CommitAsync(cancellationToken);
        return Answer(change, chosen.Name);
    }

    private static async Task<SuiteChangeAnswer> RemoveAsync(Guid applicationId, FolderRemoval request, PlatformDbContext db, SuiteStore suites, AuditLog audit, CancellationToken cancellationToken, string? branch = null)
    {
        await db.ApplicationAsync(applicationId, cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var chosen = await suites.ForChangeAsync(applicationId, branch, cancellationToken);
        var folder = Folder(request.Folder, "folder");
        var rows = await InAsync(db, suites, chosen.Id, folder, cancellationToken);
        if (rows.Count == 0)
            throw Refused.NotFound("folder");
        audit.Note("folder.remove", folder, applicationId, new { branch = chosen.Name, tests = rows.Count });
        var change = await suites.ChangeAsync(chosen, [], [.. rows.Select(row => row.Path)], new("editor", $"Removed {folder}"), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Answer(change, chosen.Name);
    }

    private static async Task<ImportRequest?> CollectAsync(HttpRequest request, SuiteArchive archive, CancellationToken cancellationToken)
    {
        if (request.HasFormContentType)
        {
            var form = await request.ReadFormAsync(cancellationToken);
            foreach (var file in form.Files)
            {
                await using var content = file.OpenReadStream();
                if (file.FileName.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
                    await AddZipAsync(archive, content, cancellationToken);
                else
                    // A form's file names are often cut to the last part; the name of its field is not.
                    await archive.AddAsync(file.Name.Contains('/', StringComparison.Ordinal) ? file.Name : file.FileName, content, cancellationToken);
            }

            return new(null, form["branch"].FirstOrDefault(), form["removeOthers"].FirstOrDefault() == "true", form["commit"].FirstOrDefault(), form["message"].FirstOrDefault());
        }

        if (request.HasJsonContentType())
        {
            try
            {
                var asked = await request.ReadFromJsonAsync<ImportRequest>(cancellationToken) ?? throw new JsonException();
                foreach (var file in asked.Files ?? [])
                    archive.Add(file?.Path, file?.Content);
                return asked;
            }
            catch (JsonException)
            {
                throw Refused.Invalid("request.invalid", "", "The body is not the JSON that is expected here: {\"files\": [{\"path\": ..., \"content\": ...}]}.");
            }
        }

        if (request.ContentType is not ("application/zip" or "application/x-zip-compressed" or "application/octet-stream"))
            throw Refused.Invalid("import.type", "", "Send JSON, a form, or a zip (application/zip).");
        await AddZipAsync(archive, request.Body, cancellationToken);
        return null;
    }

    // The directory of a zip is at its end; the size of the request is limited already.
    private static async Task AddZipAsync(SuiteArchive archive, Stream content, CancellationToken cancellationToken)
    {
        using var zip = new MemoryStream();
        await content.CopyToAsync(zip, cancellationToken);
        zip.Position = 0;
        await archive.AddZipAsync(zip, cancellationToken);
    }

    private static (List<ReadTest> Written, List<RejectedItem> Rejected) Read(SuiteArchive archive, IReadOnlyCollection<string> names)
    {
        var rejected = archive.Rejected.Select(file => new RejectedItem(file.Path, file.Reason)).ToList();
        var read = archive.Files.AsParallel().Select(file => TestReading.Read(file.Key, file.Value, names)).ToList();
        rejected.AddRange(read.Where(test => !test.File.LooksLikeTest).Select(test => new RejectedItem(test.Path, "It is Markdown, but no test: it has neither a key of a test in its front matter nor a section 'Steps'.")));
        return ([.. read.Where(test => test.File.LooksLikeTest).OrderBy(test => test.Path, StringComparer.Ordinal)], [.. rejected.OrderBy(file => file.Path, StringComparer.Ordinal)]);
    }

    // What a suite is at is its newest version; null while it has none.
    private static async Task<Guid?> HeadAsync(PlatformDbContext db, Branch branch, CancellationToken cancellationToken)
        => await db.Set<SuiteVersion>().Where(version => version.BranchId == branch.Id && version.Number == branch.Head).Select(version => (Guid?)version.Id).FirstOrDefaultAsync(cancellationToken);

    private static async Task<List<PlacedTest>> InAsync(PlatformDbContext db, SuiteStore suites, Guid branch, string folder, CancellationToken cancellationToken)
        => await (from entry in suites.Current(branch)
                  join plan in db.Set<Plan>() on entry.PlanId equals plan.Id
                  where entry.Path.StartsWith(folder + "/")
                  select new PlacedTest(entry.TestId, entry.Path, plan.Content)).AsNoTracking().ToListAsync(cancellationToken);

    private static string Folder(string? folder, string path)
        => TestPath.Normalize($"{folder}/x.md", out var problem) is { } normal ? TestPath.Folder(normal) : throw Refused.Invalid("folder.path", path, problem!);

    internal static SuiteChangeAnswer Answer(SuiteChange change, string branch)
        => new(change.Added.Count, change.Changed.Count, change.Removed.Count, change.Unchanged, change.Version is { } version ? BranchFeature.Item(version, branch) : null);

    private static string? Cut(string? text, int longest = 1000) => string.IsNullOrWhiteSpace(text) ? null : text.Length > longest ? text[..longest] : text;

    private sealed record PlacedTest(Guid TestId, string Path, string Content);
}
