using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Autonoma.Platform.Access;
using Autonoma.Platform.Applications;
using Autonoma.Platform.Audit;
using Autonoma.Platform.Branches;
using Autonoma.Platform.Data;
using Autonoma.Platform.Deployments;
using Autonoma.Platform.Refusals;
using Autonoma.Platform.Runs;
using Autonoma.Platform.Sealing;
using Autonoma.Platform.Secrets;
using Autonoma.Platform.Tenancy;
using Autonoma.Server.Access;
using Autonoma.Server.Answers;
using Autonoma.Server.Applications;
using Autonoma.Server.Hosting;
using Autonoma.Server.Networks;
using Autonoma.Server.Tests;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Autonoma.Server.Deployments;

/// <param name="RepoId">The application: its repository, its slug or its id.</param>
/// <param name="PrNumber">The pull request; none for the main branch.</param>
/// <param name="GithubRef">refs/heads/..., refs/pull/.../merge, or the name of a branch.</param>
/// <param name="Url">Where it was deployed.</param>
/// <param name="WebhookUrl">Its Environment Factory there.</param>
/// <param name="WebhookHeaders">Sent along to it.</param>
/// <param name="Environment">What it is called there.</param>
internal sealed record TriggerRequest(
    [property: JsonPropertyName("repo_id")] JsonElement? RepoId,
    [property: JsonPropertyName("pr_number")] int? PrNumber,
    [property: JsonPropertyName("github_ref")] string? GithubRef,
    [property: JsonPropertyName("url")] string? Url,
    [property: JsonPropertyName("webhook_url")] string? WebhookUrl,
    [property: JsonPropertyName("webhook_headers")] IReadOnlyDictionary<string, string>? WebhookHeaders,
    [property: JsonPropertyName("environment")] string? Environment);

internal sealed record SignalRequest(string? ApplicationId, string? PreviewUrl, string? SdkUrl, string? Branch, int? PrNumber, string? Sha, string? Provider);

/// <param name="Status">accepted, or dropped when nothing was to be done.</param>
/// <param name="Reason">Why nothing was.</param>
/// <param name="DeploymentId">The deployment.</param>
/// <param name="SuiteRunId">The runs it started; null when the branch has no tests.</param>
internal sealed record DeploymentAnswer(string Status, string? Reason, Guid? DeploymentId, Guid? SuiteRunId);

/// <param name="Id">Its id.</param>
/// <param name="Branch">Whose tests are run there.</param>
/// <param name="Url">Where it was deployed.</param>
/// <param name="EndpointUrl">Its Environment Factory; null for the application's own.</param>
/// <param name="Commit">Null when nobody said.</param>
/// <param name="PullRequest">Null for the main branch.</param>
/// <param name="Provider">Who deployed it.</param>
/// <param name="Environment">What it is called there.</param>
/// <param name="CreatedAt">When it was said.</param>
/// <param name="SuiteRunId">The first runs that it started; null when the branch had no tests.</param>
internal sealed record DeploymentItem(Guid Id, string Branch, string Url, string? EndpointUrl, string? Commit, int? PullRequest, string? Provider, string? Environment, DateTimeOffset CreatedAt, Guid? SuiteRunId);

/// <summary>Pipelines and providers say that something was deployed; its tests are run there.</summary>
internal sealed class DeploymentFeature : IServerFeature
{
    private const int LargestSignal = 64 * 1024;

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/diffs/trigger", TriggerAsync).Needs(Permission.Run).WithTags("deployments").WithSummary("A pipeline says that a branch was deployed.");
        routes.MapPost("/v1/onboarding/deployment-signal", SignalAsync).Open("The signature over the body, by the application's shared secret, is what lets it in.").Accepts<SignalRequest>("application/json").WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(LargestSignal))
            .WithTags("deployments").WithSummary("A provider says that something was deployed, signed as x-signature: HMAC-SHA256 of the body, hex.");
        routes.MapGet("/v1/applications/{applicationId:guid}/deployments", ListAsync).Needs(Permission.Read).WithTags("deployments").WithSummary("Deployments of an application, newest first.");
    }

    private static async Task<Accepted<DeploymentAnswer>> TriggerAsync(TriggerRequest request, PlatformDbContext db, SuiteStore suites, RunStarter starter, Sealer sealer, AuditLog audit, AddressGuard addresses, CancellationToken cancellationToken)
    {
        var fields = new Fields("trigger.invalid");
        var repository = request.RepoId is { ValueKind: JsonValueKind.String or JsonValueKind.Number } said ? said.ToString().Trim() : "";
        fields.Check(repository.Length is > 0 and <= 300, "repo_id", "is needed: the application's repository, slug or id");
        var url = fields.Url(request.Url, "url");
        fields.Check(url is not null, "url", "is needed");
        var endpoint = fields.Url(request.WebhookUrl, "webhook_url");
        addresses.Check(fields, url, "url");
        addresses.Check(fields, endpoint, "webhook_url");
        fields.Check(!string.IsNullOrWhiteSpace(request.GithubRef), "github_ref", "is needed");
        var headers = fields.Headers(request.WebhookHeaders, "webhook_headers");
        var environment = fields.Optional(request.Environment, "environment", 100);
        fields.Check(request.PrNumber is null or > 0, "pr_number", "is the number of a pull request");
        fields.ThrowIfWrong();
        var id = Guid.TryParse(repository, out var known) ? known : Guid.Empty;
        var candidates = await db.Set<Application>().Where(application => application.Id == id || application.Repository == repository || application.Slug == repository).OrderBy(application => application.Id).ToListAsync(cancellationToken);
        var application = candidates.FirstOrDefault() ?? throw Refused.NotFound("application");
        var branch = BranchOf(request.GithubRef!, request.PrNumber);
        return await DeployAsync(db, suites, starter, sealer, audit, application, branch, new(application, url!, endpoint, headers, null, request.PrNumber, null, environment), cancellationToken);
    }

    private static async Task<Accepted<DeploymentAnswer>> SignalAsync(HttpContext context, PlatformDbContext db, Tenant tenant, Caller caller, SuiteStore suites, SecretStore secrets, RunStarter starter, Sealer sealer, AuditLog audit, AddressGuard addresses, CancellationToken cancellationToken)
    {
        var failures = context.Features.Get<FailedSignIns>()!;
        failures.ThrowIfTooMany();
        using var buffer = new MemoryStream();
        await context.Request.Body.CopyToAsync(buffer, cancellationToken);
        var body = buffer.ToArray();
        var signal = Parse(body);
        if (signal is null || await SignerAsync(signal, body, context.Request.Headers["x-signature"], db, tenant, caller, secrets, cancellationToken) is not { } application)
        {
            failures.Count();
            throw new RefusedException(RefusalKind.Unauthenticated, "signal.signature", "The signature does not fit: x-signature is the HMAC-SHA256 of the body as it is sent, by the application's shared secret, in hex.");
        }

        var fields = new Fields("signal.invalid");
        var url = fields.Url(signal.PreviewUrl, "previewUrl");
        fields.Check(url is not null, "previewUrl", "is needed");
        var endpoint = fields.Url(signal.SdkUrl, "sdkUrl");
        addresses.Check(fields, url, "previewUrl");
        addresses.Check(fields, endpoint, "sdkUrl");
        fields.Check(signal.PrNumber is null or > 0, "prNumber", "is the number of a pull request");
        var (commit, provider) = (fields.Optional(signal.Sha, "sha", 64), fields.Optional(signal.Provider, "provider", 100));
        fields.ThrowIfWrong();
        if (!string.IsNullOrWhiteSpace(signal.Branch) && signal.PrNumber is null)
            return TypedResults.Accepted((string?)null, new DeploymentAnswer("dropped", "A branch without a pull request is not tested: send prNumber, or neither for the main branch.", null, null));
        var branch = signal.PrNumber is null ? null : BranchFeature.Name(signal.Branch ?? $"pr-{signal.PrNumber}");
        return await DeployAsync(db, suites, starter, sealer, audit, application, branch, new(application, url!, endpoint, new Dictionary<string, string>(), commit, signal.PrNumber, provider, null), cancellationToken);
    }

    private static async Task<Page<DeploymentItem>> ListAsync(Guid applicationId, PlatformDbContext db, CancellationToken cancellationToken, int? limit = null, string? cursor = null)
    {
        await db.ApplicationAsync(applicationId, cancellationToken);
        var (count, before) = (Cursor.Limit(limit), Cursor.Id(cursor));
        var rows = await db.Set<Deployment>().AsNoTracking().Where(row => row.ApplicationId == applicationId && (before == null || row.Id.CompareTo(before.Value) < 0)).OrderByDescending(row => row.Id).Take(count + 1).ToListAsync(cancellationToken);
        var ids = rows.Select(row => row.BranchId).Distinct().ToList();
        var names = await db.Set<Branch>().Where(branch => ids.Contains(branch.Id)).ToDictionaryAsync(branch => branch.Id, branch => branch.Name, cancellationToken);
        var deployments = rows.Select(row => (Guid?)row.Id).ToList();
        var runs = (await db.Set<SuiteRun>().Where(suite => deployments.Contains(suite.DeploymentId)).Select(suite => new { suite.Id, Deployment = suite.DeploymentId!.Value }).ToListAsync(cancellationToken)).ToLookup(suite => suite.Deployment, suite => suite.Id);
        // Those that were run again are of the same deployment; ids grow with time.
        return Cursor.Of(rows, count, row => new DeploymentItem(row.Id, names[row.BranchId], row.Url, row.EndpointUrl, row.Commit, row.PullRequest, row.Provider, row.Environment, row.CreatedAt, runs[row.Id].Order().Cast<Guid?>().FirstOrDefault()));
    }

    private static async Task<Accepted<DeploymentAnswer>> DeployAsync(PlatformDbContext db, SuiteStore suites, RunStarter starter, Sealer sealer, AuditLog audit, Application application, string? name, Deployed deployed, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var branch = name is null ? await suites.BranchAsync(application.Id, null, cancellationToken) : await suites.EnsureBranchAsync(application, name, deployed.PullRequest, cancellationToken);
        var deployment = new Deployment { OrganizationId = db.OrganizationId, ApplicationId = application.Id, BranchId = branch.Id, Url = deployed.Url, EndpointUrl = deployed.EndpointUrl, Commit = deployed.Commit, PullRequest = deployed.PullRequest, Provider = deployed.Provider, Environment = deployed.Environment };
        deployment.SealHeaders(sealer, deployed.Headers);
        db.Add(deployment);
        audit.Note("deployment.create", deployed.Url, deployment.Id, new { branch = branch.Name, deployed.PullRequest });
        await db.SaveChangesAsync(cancellationToken);
        Guid? run = null;
        if (await suites.Current(branch.Id).AnyAsync(cancellationToken))
            run = (await starter.StartAsync(application.Id, new() { Branch = branch.Name, Url = deployed.Url, Commit = deployed.Commit, Trigger = "diff", DeploymentId = deployment.Id }, cancellationToken)).Id;
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.Accepted((string?)null, new DeploymentAnswer("accepted", run is null ? "The branch has no tests yet." : null, deployment.Id, run));
    }

    // The secret says whose body it is; nothing of the body is believed before.
    private static async Task<Application?> SignerAsync(SignalRequest signal, byte[] body, string? signature, PlatformDbContext db, Tenant tenant, Caller caller, SecretStore secrets, CancellationToken cancellationToken)
    {
        // Whoever is signed in here works for an organization of their own, and this is for the one of the application.
        if (caller.IsKnown || !Guid.TryParse(signal.ApplicationId, out var id) || string.IsNullOrWhiteSpace(signature))
            return null;
        var organization = await db.Set<Application>().AcrossOrganizations().Where(application => application.Id == id).Select(application => application.OrganizationId).FirstOrDefaultAsync(cancellationToken);
        if (organization == Guid.Empty)
            return null;
        tenant.Enter(organization);
        caller.Name = "deployment signal";
        if (!(await secrets.OpenAsync(id, Secret.Endpoint, cancellationToken)).TryGetValue(EndpointSecrets.Shared, out var secret))
            return null;
        var said = signature.Trim();
        said = said.StartsWith("sha256=", StringComparison.OrdinalIgnoreCase) ? said["sha256=".Length..] : said;
        var expected = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body));
        return SecretTokens.Equal(said.ToLowerInvariant(), expected) ? await db.ApplicationAsync(id, cancellationToken) : null;
    }

    private static SignalRequest? Parse(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize<SignalRequest>(body, JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // refs/heads/x is the branch x; a merge ref belongs to its pull request; main and master are the main branch.
    private static string? BranchOf(string reference, int? pullRequest)
    {
        var name = reference.Trim();
        if (name.StartsWith("refs/pull/", StringComparison.Ordinal))
            return BranchFeature.Name($"pr-{pullRequest?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? name.Split('/')[2]}");
        name = name.StartsWith("refs/heads/", StringComparison.Ordinal) ? name["refs/heads/".Length..] : name;
        return pullRequest is null && name is "main" or "master" ? null : BranchFeature.Name(name);
    }

    private sealed record Deployed(Application Application, string Url, string? EndpointUrl, IReadOnlyDictionary<string, string> Headers, string? Commit, int? PullRequest, string? Provider, string? Environment);
}
