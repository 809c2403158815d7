using System.Text.Json;
using Autonoma.Platform.Access;
using Autonoma.Platform.Audit;
using Autonoma.Platform.Branches;
using Autonoma.Platform.Data;
using Autonoma.Platform.Refusals;
using Autonoma.Platform.Runs;
using Autonoma.Platform.Tests;
using Autonoma.Server.Access;
using Autonoma.Server.Answers;
using Autonoma.Server.Applications;
using Autonoma.Server.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Autonoma.Server.Runs;

/// <summary>Recordings of tests, and what runs propose to put in their place.</summary>
internal sealed class RecordingFeature : IServerFeature
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/applications/{applicationId:guid}/recordings", ListAsync).Needs(Permission.Read).WithTags("recordings").WithSummary("Recordings of the application's tests.");
        routes.MapGet("/v1/recordings/{recordingId:guid}", ShowAsync).Needs(Permission.Read).WithTags("recordings").WithSummary("A recording.");
        routes.MapDelete("/v1/recordings/{recordingId:guid}", RemoveAsync).Needs(Permission.Edit).WithTags("recordings").WithSummary("Forgets a recording: the next run decides anew.");
        routes.MapGet("/v1/applications/{applicationId:guid}/heals", HealsAsync).Needs(Permission.Read).WithTags("recordings").WithSummary("Recordings that runs propose.");
        routes.MapPost("/v1/heals/{healId:guid}/accept", (Guid healId, PlatformDbContext db, AuditLog audit, Caller caller, TimeProvider time, CancellationToken cancellationToken) => DecideAsync(healId, accept: true, db, audit, caller, time, cancellationToken))
            .Needs(Permission.Edit).WithTags("recordings").WithSummary("Makes a proposal the recording.");
        routes.MapPost("/v1/heals/{healId:guid}/reject", (Guid healId, PlatformDbContext db, AuditLog audit, Caller caller, TimeProvider time, CancellationToken cancellationToken) => DecideAsync(healId, accept: false, db, audit, caller, time, cancellationToken))
            .Needs(Permission.Edit).WithTags("recordings").WithSummary("Throws a proposal away.");
    }

    private static async Task<Page<RecordingItem>> ListAsync(Guid applicationId, PlatformDbContext db, CancellationToken cancellationToken, string? branch = null, Guid? testId = null, int? limit = null, string? cursor = null)
    {
        await db.ApplicationAsync(applicationId, cancellationToken);
        var (count, after) = (Cursor.Limit(limit), Cursor.Id(cursor));
        var rows = await (from recording in db.Set<RecordingOfTest>().AsNoTracking()
                          join of in db.Set<Branch>() on recording.BranchId equals of.Id
                          where recording.ApplicationId == applicationId && (branch == null || of.Name == branch) && (testId == null || recording.TestId == testId) && (after == null || recording.Id.CompareTo(after.Value) > 0)
                          orderby recording.Id
                          select new { recording, of.Name }).Take(count + 1).ToListAsync(cancellationToken);
        var tests = await TitlesAsync(db, [.. rows.Select(row => row.recording.TestId)], cancellationToken);
        return Cursor.Of(rows, count, row => Item(row.recording, row.Name, tests.GetValueOrDefault(row.recording.TestId)), row => row.recording.Id.ToString("N"));
    }

    private static async Task<RecordingDetails> ShowAsync(Guid recordingId, PlatformDbContext db, CancellationToken cancellationToken)
    {
        var recording = await FindAsync(db, recordingId, cancellationToken);
        var branch = await db.Set<Branch>().Where(one => one.Id == recording.BranchId).Select(one => one.Name).SingleOrDefaultAsync(cancellationToken);
        var tests = await TitlesAsync(db, [recording.TestId], cancellationToken);
        return new(Item(recording, branch, tests.GetValueOrDefault(recording.TestId)), JsonElement.Parse(recording.Content));
    }

    private static async Task<NoContent> RemoveAsync(Guid recordingId, PlatformDbContext db, AuditLog audit, CancellationToken cancellationToken)
    {
        var recording = await FindAsync(db, recordingId, cancellationToken);
        db.Remove(recording);
        audit.Note("recording.delete", recording.TestId.ToString(), recording.Id, new { recording.BranchId });
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Page<HealItem>> HealsAsync(Guid applicationId, PlatformDbContext db, CancellationToken cancellationToken, string? state = null, int? limit = null, string? cursor = null)
    {
        await db.ApplicationAsync(applicationId, cancellationToken);
        var (count, before) = (Cursor.Limit(limit), Cursor.Id(cursor));
        var wanted = state is null ? HealState.Proposed : Enum.TryParse<HealState>(state, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : throw Refused.Invalid("list.state", "state", "One of proposed, accepted, rejected, outdated.");
        var rows = await db.Set<HealOfTest>().AsNoTracking().Where(heal => heal.ApplicationId == applicationId && heal.State == wanted && (before == null || heal.Id.CompareTo(before.Value) < 0)).OrderByDescending(heal => heal.Id).Take(count + 1).ToListAsync(cancellationToken);
        var tests = await TitlesAsync(db, [.. rows.Select(row => row.TestId)], cancellationToken);
        var ids = rows.Select(row => row.TestId).ToList();
        var hashes = await db.Set<RecordingOfTest>().Where(one => ids.Contains(one.TestId)).ToDictionaryAsync(one => (one.TestId, one.BranchId), one => one.Hash, cancellationToken);
        return Cursor.Of(rows, count, heal => Item(heal, tests.GetValueOrDefault(heal.TestId), hashes.GetValueOrDefault((heal.TestId, heal.BranchId), "")));
    }

    private static async Task<HealItem> DecideAsync(Guid healId, bool accept, PlatformDbContext db, AuditLog audit, Caller caller, TimeProvider time, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // Of two who decide at once, the second finds it decided.
        await db.Database.ExecuteSqlAsync($"SELECT 1 FROM heals WHERE id = {healId} AND organization_id = {db.OrganizationId} FOR UPDATE", cancellationToken);
        var heal = await db.Set<HealOfTest>().SingleOrDefaultAsync(one => one.Id == healId, cancellationToken) ?? throw Refused.NotFound("heal");
        if (heal.State != HealState.Proposed)
            throw new RefusedException(RefusalKind.Conflict, "heal.decided", $"The proposal is {heal.State.ToString().ToLowerInvariant()} already.");
        var recording = await db.Set<RecordingOfTest>().SingleOrDefaultAsync(one => one.TestId == heal.TestId && one.BranchId == heal.BranchId, cancellationToken);
        if (accept)
        {
            if ((recording?.Hash ?? "") != heal.BaseHash)
                throw new RefusedException(RefusalKind.Conflict, "heal.outdated", "The recording has changed since the proposal was made: run the test with the mode 'heal' again.");
            var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(heal.Content)));
            if (recording is null)
                db.Add(recording = new() { ApplicationId = heal.ApplicationId, TestId = heal.TestId, BranchId = heal.BranchId, RunId = heal.RunId, Content = heal.Content, Hash = hash });
            else
                (recording.Content, recording.Hash, recording.RunId) = (heal.Content, hash, heal.RunId);
        }

        (heal.State, heal.DecidedById, heal.DecidedAt) = (accept ? HealState.Accepted : HealState.Rejected, caller.UserId, time.GetUtcNow());
        audit.Note(accept ? "heal.accept" : "heal.reject", heal.TestId.ToString(), heal.Id, new { heal.BranchId });
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        var tests = await TitlesAsync(db, [heal.TestId], cancellationToken);
        return Item(heal, tests.GetValueOrDefault(heal.TestId), recording?.Hash ?? "");
    }

    private static async Task<RecordingOfTest> FindAsync(PlatformDbContext db, Guid id, CancellationToken cancellationToken)
        => await db.Set<RecordingOfTest>().SingleOrDefaultAsync(one => one.Id == id, cancellationToken) ?? throw Refused.NotFound("recording");

    private static async Task<Dictionary<Guid, (string Title, string Path)>> TitlesAsync(PlatformDbContext db, List<Guid> tests, CancellationToken cancellationToken)
        => (await (from test in db.Set<Test>()
                   join plan in db.Set<Plan>() on new { TestId = test.Id, Number = test.LastPlan } equals new { plan.TestId, plan.Number }
                   where tests.Contains(test.Id)
                   select new { test.Id, plan.Title, plan.Path }).ToListAsync(cancellationToken)).ToDictionary(row => row.Id, row => (row.Title, row.Path));

    private static RecordingItem Item(RecordingOfTest recording, string? branch, (string Title, string Path) test)
        => new(recording.Id, recording.TestId, test.Title ?? "", test.Path ?? "", recording.BranchId, branch, recording.RunId, JsonElement.Parse(recording.Content).GetProperty("steps").GetArrayLength(), recording.Hash, recording.UpdatedAt);

    private static HealItem Item(HealOfTest heal, (string Title, string Path) test, string hash)
        => new(heal.Id, heal.TestId, test.Title ?? "", test.Path ?? "", heal.BranchId, heal.RunId, heal.State.ToString().ToLowerInvariant(), JsonElement.Parse(heal.Heals), heal.CreatedAt, heal.DecidedAt, heal.State == HealState.Proposed && heal.BaseHash != hash);
}
