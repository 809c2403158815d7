using Autonoma.Platform.Access;
using Autonoma.Platform.Applications;
using Autonoma.Platform.Data;
using Autonoma.Platform.Refusals;
using Autonoma.Platform.Tests;
using Microsoft.EntityFrameworkCore;

namespace Autonoma.Platform.Branches;

/// <summary>What became of a change to a suite.</summary>
/// <param name="Version">The version it made; null when nothing changed.</param>
/// <param name="Added">Tests that are new.</param>
/// <param name="Changed">Tests that say something else, or lie elsewhere.</param>
/// <param name="Removed">Tests that are gone.</param>
/// <param name="Unchanged">How many were sent that said the same already.</param>
public sealed record SuiteChange(SuiteVersion? Version, IReadOnlyList<SuiteEntry> Added, IReadOnlyList<SuiteEntry> Changed, IReadOnlyList<SuiteEntry> Removed, int Unchanged);

/// <summary>Where a change comes from.</summary>
/// <param name="Source"><c>editor</c>, <c>import</c>, <c>setup</c>, <c>heal</c>.</param>
/// <param name="Message">What was done, in a sentence.</param>
/// <param name="Commit">Of the repository; null for none.</param>
public sealed record ChangeOrigin(string Source, string Message, string? Commit = null);

/// <summary>Changes suites, a version at a time.</summary>
public sealed class SuiteStore(PlatformDbContext db, Caller caller)
{
    /// <summary>Name of a main branch that nobody named.</summary>
    public const string Main = "main";

    /// <summary>A branch by its name; the main one without.</summary>
    /// <exception cref="RefusedException">There is none.</exception>
    public async Task<Branch> BranchAsync(Guid application, string? name, CancellationToken cancellationToken)
        => await db.Set<Branch>().FirstOrDefaultAsync(branch => branch.ApplicationId == application && (name == null ? branch.IsMain : branch.Name == name), cancellationToken).ConfigureAwait(false) ?? throw Refused.NotFound("branch");

    /// <summary>The same, to change it: whoever else does waits until this transaction has ended, so that what is read from here on still holds when it is written.</summary>
    /// <exception cref="RefusedException">There is none.</exception>
    public async Task<Branch> ForChangeAsync(Guid application, string? name, CancellationToken cancellationToken)
    {
        var branch = await BranchAsync(application, name, cancellationToken).ConfigureAwait(false);
        await LockAsync(branch, cancellationToken).ConfigureAwait(false);
        return branch;
    }

    /// <inheritdoc cref="ForChangeAsync"/>
    public async Task LockAsync(Branch branch, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(branch);
        await db.Database.ExecuteSqlAsync($"SELECT 1 FROM branches WHERE id = {branch.Id} FOR UPDATE", cancellationToken).ConfigureAwait(false);
        await db.Entry(branch).ReloadAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A branch by its name, begun from the main one when it is new. The caller saves.</summary>
    public async Task<Branch> EnsureBranchAsync(Application application, string name, int? pullRequest, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(application);
        var known = await db.Set<Branch>().FirstOrDefaultAsync(branch => branch.ApplicationId == application.Id && branch.Name == name, cancellationToken).ConfigureAwait(false);
        if (known is not null)
        {
            known.PullRequest ??= pullRequest;
            return known;
        }

        var main = await BranchAsync(application.Id, null, cancellationToken).ConfigureAwait(false);
        var branch = new Branch { ApplicationId = application.Id, Name = name, PullRequest = pullRequest };
        db.Add(branch);
        var entries = await Current(main.Id).AsNoTracking().ToListAsync(cancellationToken).ConfigureAwait(false);
        if (main.Head == 0)
            return branch;
        branch.Head = 1;
        db.AddRange(entries.Select(entry => new SuiteEntry { BranchId = branch.Id, TestId = entry.TestId, PlanId = entry.PlanId, Path = entry.Path, ValidFrom = 1 }));
        var parent = await db.Set<SuiteVersion>().SingleAsync(version => version.BranchId == main.Id && version.Number == main.Head, cancellationToken).ConfigureAwait(false);
        db.Add(new SuiteVersion { BranchId = branch.Id, Number = 1, ParentId = parent.Id, Source = "branch", Message = $"Begun from {main.Name}", AuthorId = caller.UserId, Tests = entries.Count });
        return branch;
    }

    /// <summary>What holds on a branch now.</summary>
    public IQueryable<SuiteEntry> Current(Guid branch) => db.Set<SuiteEntry>().Where(entry => entry.BranchId == branch && entry.ValidTo == null);

    /// <summary>What held at a version.</summary>
    public IQueryable<SuiteEntry> At(Guid branch, int number) => db.Set<SuiteEntry>().Where(entry => entry.BranchId == branch && entry.ValidFrom <= number && (entry.ValidTo == null || entry.ValidTo > number));

    /// <summary>
    /// Writes tests and removes others, as one version. Whole or not at all; who writes at the same time waits.
    /// </summary>
    /// <param name="branch">On which branch.</param>
    /// <param name="written">Tests as they shall be, each path once.</param>
    /// <param name="removed">Paths of tests that shall go.</param>
    /// <param name="origin">Where the change comes from.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <param name="moved">The test that a written one is, where it lies elsewhere by now: path to test.</param>
    public async Task<SuiteChange> ChangeAsync(Branch branch, IReadOnlyList<ReadTest> written, IReadOnlyCollection<string> removed, ChangeOrigin origin, CancellationToken cancellationToken, IReadOnlyDictionary<string, Guid>? moved = null)
    {
        ArgumentNullException.ThrowIfNull(branch);
        ArgumentNullException.ThrowIfNull(written);
        ArgumentNullException.ThrowIfNull(removed);
        ArgumentNullException.ThrowIfNull(origin);
        if (db.Database.CurrentTransaction is not null)
            return await LockedAsync(branch, written, removed, origin, moved, cancellationToken).ConfigureAwait(false);
        var transaction = await db.Database.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = transaction.ConfigureAwait(false);
        var change = await LockedAsync(branch, written, removed, origin, moved, cancellationToken).ConfigureAwait(false);
        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        return change;
    }

    private async Task<SuiteChange> LockedAsync(Branch branch, IReadOnlyList<ReadTest> written, IReadOnlyCollection<string> removed, ChangeOrigin origin, IReadOnlyDictionary<string, Guid>? moved, CancellationToken cancellationToken)
    {
        await LockAsync(branch, cancellationToken).ConfigureAwait(false);
        return await ApplyAsync(branch, written, removed, origin, moved ?? new Dictionary<string, Guid>(), cancellationToken).ConfigureAwait(false);
    }

    private async Task<SuiteChange> ApplyAsync(Branch branch, IReadOnlyList<ReadTest> written, IReadOnlyCollection<string> removed, ChangeOrigin origin, IReadOnlyDictionary<string, Guid> moved, CancellationToken cancellationToken)
    {
        var paths = written.Select(test => test.Path).Concat(removed).ToList();
        var tests = moved.Values.ToList();
        var current = await Current(branch.Id).Where(entry => paths.Contains(entry.Path) || tests.Contains(entry.TestId)).ToListAsync(cancellationToken).ConfigureAwait(false);
        var byPath = current.ToDictionary(entry => entry.Path, StringComparer.Ordinal);
        var byTest = current.ToDictionary(entry => entry.TestId);
        var plans = current.Select(entry => entry.PlanId).ToList();
        var hashes = await db.Set<Plan>().Where(plan => plans.Contains(plan.Id)).Select(plan => new { plan.Id, plan.Hash }).ToDictionaryAsync(plan => plan.Id, plan => plan.Hash, cancellationToken).ConfigureAwait(false);
        var known = current.Select(entry => entry.TestId).ToList();
        var rows = await db.Set<Test>().Where(test => known.Contains(test.Id)).ToDictionaryAsync(test => test.Id, cancellationToken).ConfigureAwait(false);
        var number = branch.Head + 1;
        var (added, changed, gone, unchanged) = (new List<SuiteEntry>(), new List<SuiteEntry>(), new List<SuiteEntry>(), 0);
        foreach (var read in written)
        {
            var before = moved.TryGetValue(read.Path, out var test) ? byTest.GetValueOrDefault(test) ?? throw Refused.NotFound("test") : byPath.GetValueOrDefault(read.Path);
            if (before is not null && byPath.TryGetValue(read.Path, out var there) && there != before)
                throw Refused.Conflict("test.path_taken", $"Another test lies at {read.Path}.");
            if (before is not null && hashes[before.PlanId] == read.Hash)
            {
                unchanged++;
                continue;
            }

            var row = before is null ? new Test { ApplicationId = branch.ApplicationId } : rows[before.TestId];
            if (before is null)
                db.Add(row);
            row.LastPlan++;
            var plan = new Plan
            {
                TestId = row.Id,
                Number = row.LastPlan,
                Path = read.Path,
                Folder = TestPath.Folder(read.Path),
                Title = read.Title,
                Tags = [.. read.Tags],
                Scenario = read.Scenario,
                Content = read.Content,
                Hash = read.Hash,
                HasErrors = read.HasErrors,
                AuthorId = caller.UserId,
            };
            db.Add(plan);
            if (before is not null)
                before.ValidTo = number;
            (before is null ? added : changed).Add(new() { BranchId = branch.Id, TestId = row.Id, PlanId = plan.Id, Path = read.Path, ValidFrom = number });
        }

        foreach (var path in removed)
        {
            if (!byPath.TryGetValue(path, out var entry) || entry.ValidTo is not null)
                continue;
            entry.ValidTo = number;
            gone.Add(entry);
        }

        if (added.Count + changed.Count + gone.Count == 0)
            return new(null, [], [], [], unchanged);
        var previous = await db.Set<SuiteVersion>().FirstOrDefaultAsync(version => version.BranchId == branch.Id && version.Number == branch.Head, cancellationToken).ConfigureAwait(false);
        var made = new SuiteVersion { BranchId = branch.Id, Number = number, ParentId = previous?.Id, Source = origin.Source, Message = origin.Message, Commit = origin.Commit, AuthorId = caller.UserId, Tests = (previous?.Tests ?? 0) + added.Count - gone.Count };
        // What no longer holds is written first: two rows of one path may not hold at once.
        await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        branch.Head = number;
        db.Add(made);
        db.AddRange(added);
        db.AddRange(changed);
        await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        return new(made, added, changed, gone, unchanged);
    }
}
