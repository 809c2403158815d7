using Autonoma.Platform.Applications;
using Autonoma.Platform.Data;
using Autonoma.Platform.Executing;
using Autonoma.Platform.Runs;
using Autonoma.Platform.Secrets;
using Autonoma.Platform.Tenancy;
using Autonoma.Platform.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Autonoma.Platform.Work;

/// <summary>Reads what is needed to carry out a run, as the organization that it belongs to.</summary>
/// <param name="scopes">A scope for each run.</param>
/// <param name="secrets">The endpoint of the application.</param>
public sealed class RunAssignments(IServiceScopeFactory scopes, IEnvironmentSecrets secrets) : IRunAssignments
{
    /// <inheritdoc/>
    public async Task<RunAssignment?> LoadAsync(RunClaim claim, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(claim);
        var scope = scopes.CreateAsyncScope();
        await using var _ = scope.ConfigureAwait(false);
        scope.ServiceProvider.GetRequiredService<Tenant>().Enter(claim.OrganizationId);
        var db = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
        var run = await db.Set<Run>().AsNoTracking().SingleAsync(one => one.Id == claim.RunId, cancellationToken).ConfigureAwait(false);
        var plan = run.PlanId is { } planId ? await db.Set<Plan>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == planId, cancellationToken).ConfigureAwait(false) : null;
        if (plan is null)
            return null;
        var application = await db.Set<Application>().AsNoTracking().SingleAsync(one => one.Id == claim.ApplicationId, cancellationToken).ConfigureAwait(false);
        var recording = run is { TestId: { } test, BranchId: { } branch }
            ? await db.Set<RecordingOfTest>().Where(one => one.TestId == test && one.BranchId == branch).Select(one => one.Content).SingleOrDefaultAsync(cancellationToken).ConfigureAwait(false)
            : null;
        return new()
        {
            RunId = claim.RunId,
            Fence = claim.Fence,
            OrganizationId = claim.OrganizationId,
            ApplicationId = claim.ApplicationId,
            Path = plan.Path,
            Content = plan.Content,
            Url = application.Url,
            Request = RunRequest.FromJson(run.Request),
            Secrets = await scope.ServiceProvider.GetRequiredService<SecretStore>().OpenAsync(claim.ApplicationId, Secret.Tests, cancellationToken).ConfigureAwait(false),
            Recording = recording,
            Endpoint = plan.Scenario is null ? null : await secrets.EndpointAsync(claim.OrganizationId, claim.ApplicationId, claim.RunId, cancellationToken).ConfigureAwait(false),
            FirstAttempt = claim.Attempt,
        };
    }
}
