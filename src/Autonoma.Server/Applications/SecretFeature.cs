using System.Text.RegularExpressions;
using Autonoma.Platform.Access;
using Autonoma.Platform.Applications;
using Autonoma.Platform.Audit;
using Autonoma.Platform.Data;
using Autonoma.Platform.Refusals;
using Autonoma.Platform.Secrets;
using Autonoma.Server.Access;
using Autonoma.Server.Answers;
using Autonoma.Server.Hosting;
using Autonoma.Server.Networks;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Autonoma.Server.Applications;

/// <summary>Values that only the server reads: for tests, for the Environment Factory, for previews. They are written and named, and never shown.</summary>
internal sealed partial class SecretFeature : IServerFeature
{
    private const int LongestValue = 64 * 1024, MostAtOnce = 500;

    public void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/v1/applications/{applicationId:guid}").WithTags("secrets");
        group.MapGet("secrets", ListAsync).Needs(Permission.Secrets).WithSummary("Names of the values that tests use as {{NAME}}.");
        group.MapPut("secrets", PutAllAsync).Needs(Permission.Secrets).WithSummary("Writes several values; others are left.");
        group.MapPut("secrets/{name}", PutAsync).Needs(Permission.Secrets).WithSummary("Writes one value.");
        group.MapDelete("secrets/{name}", RemoveAsync).Needs(Permission.Secrets).WithSummary("Removes one value.");
        group.MapGet("endpoint", GetEndpointAsync).Needs(Permission.Read).WithSummary("How the Environment Factory is called, without secrets.");
        group.MapPut("endpoint", PutEndpointAsync).Needs(Permission.Secrets).WithSummary("Says how the Environment Factory is called.");

        // The documented form, for previews: an application that is somebody else's looks like one without secrets.
        var previews = routes.MapGroup("/v1/secrets/{applicationId}/{app}").WithTags("preview secrets").WithMetadata(new ForeignLooksEmpty());
        previews.MapGet("", ListBundleAsync).Needs(Permission.Secrets).WithSummary("Names of an app's values.");
        previews.MapPut("", PutBundleAsync).Needs(Permission.Secrets).WithSummary("Writes several values of an app.");
        previews.MapPut("{key}", PutKeyAsync).Needs(Permission.Secrets).WithSummary("Writes one value of an app.");
        previews.MapDelete("{key}", RemoveKeyAsync).Needs(Permission.Secrets).WithSummary("Removes one value of an app.");
    }

    private static async Task<IReadOnlyList<SecretName>> ListAsync(Guid applicationId, PlatformDbContext db, SecretStore secrets, CancellationToken cancellationToken)
    {
        await db.ApplicationAsync(applicationId, cancellationToken);
        return [.. (await secrets.ListAsync(applicationId, Secret.Tests, cancellationToken)).Select(secret => new SecretName(secret.Name, secret.UpdatedAt))];
    }

    private static async Task<NoContent> PutAllAsync(Guid applicationId, SecretsRequest request, PlatformDbContext db, SecretStore secrets, CancellationToken cancellationToken)
    {
        await db.ApplicationAsync(applicationId, cancellationToken);
        await WriteAsync(db, secrets, applicationId, Secret.Tests, request.Values?.Select(pair => ((string?)pair.Key, (string?)pair.Value)).ToList() ?? [], cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> PutAsync(Guid applicationId, string name, SecretValue request, PlatformDbContext db, SecretStore secrets, CancellationToken cancellationToken)
    {
        await db.ApplicationAsync(applicationId, cancellationToken);
        await WriteAsync(db, secrets, applicationId, Secret.Tests, [(name, request.Value)], cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> RemoveAsync(Guid applicationId, string name, PlatformDbContext db, SecretStore secrets, CancellationToken cancellationToken)
    {
        await db.ApplicationAsync(applicationId, cancellationToken);
        if (await secrets.RemoveAsync(applicationId, Secret.Tests, [name], cancellationToken) == 0)
            throw Refused.NotFound("secret");
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<EndpointAnswer> GetEndpointAsync(Guid applicationId, PlatformDbContext db, SecretStore secrets, CancellationToken cancellationToken)
    {
        var application = await db.ApplicationAsync(applicationId, cancellationToken);
        return await EndpointAsync(application, secrets, cancellationToken);
    }

    private static async Task<EndpointAnswer> PutEndpointAsync(Guid applicationId, EndpointRequest request, PlatformDbContext db, SecretStore secrets, AuditLog audit, AddressGuard addresses, CancellationToken cancellationToken)
    {
        var application = await db.ApplicationAsync(applicationId, cancellationToken);
        var fields = new Fields("endpoint.invalid");
        var url = fields.Url(request.Url, "url");
        addresses.Check(fields, url, "url");
        var headers = fields.Headers(request.Headers, "headers");
        fields.ThrowIfWrong();
        application.EndpointUrl = url;
        foreach (var (name, value) in new[] { (EndpointSecrets.Shared, request.SharedSecret), (EndpointSecrets.Signing, request.SigningSecret) })
        {
            if (value is { Length: > 0 })
                await secrets.PutAsync(applicationId, Secret.Endpoint, new Dictionary<string, string> { [name] = value }, cancellationToken);
            else if (value is not null)
                await secrets.RemoveAsync(applicationId, Secret.Endpoint, [name], cancellationToken);
        }

        if (request.Headers is not null)
        {
            var known = await secrets.ListAsync(applicationId, Secret.EndpointHeaders, cancellationToken);
            await secrets.RemoveAsync(applicationId, Secret.EndpointHeaders, [.. known.Select(header => header.Name).Except(headers.Keys, StringComparer.OrdinalIgnoreCase)], cancellationToken);
            if (headers.Count > 0)
                await secrets.PutAsync(applicationId, Secret.EndpointHeaders, headers, cancellationToken);
        }

        audit.Note("application.endpoint", application.Name, application.Id, new { url });
        await db.SaveChangesAsync(cancellationToken);
        return await EndpointAsync(application, secrets, cancellationToken);
    }

    private static async Task<EndpointAnswer> EndpointAsync(Application application, SecretStore secrets, CancellationToken cancellationToken) => new(
        application.EndpointUrl,
        (await secrets.ListAsync(application.Id, Secret.Endpoint, cancellationToken)).Any(secret => secret.Name == EndpointSecrets.Shared),
        [.. (await secrets.ListAsync(application.Id, Secret.EndpointHeaders, cancellationToken)).Select(header => header.Name)]);

    private static async Task<SecretKeys> ListBundleAsync(string applicationId, string app, PlatformDbContext db, SecretStore secrets, CancellationToken cancellationToken)
        => new(await KnownAsync(db, applicationId, app, cancellationToken) is { } id ? [.. (await secrets.ListAsync(id, app, cancellationToken)).Select(secret => secret.Name)] : []);

    private static async Task<SecretKeys> PutBundleAsync(string applicationId, string app, SecretItems request, PlatformDbContext db, SecretStore secrets, CancellationToken cancellationToken)
    {
        var values = (request.Items ?? []).Select(item => (item?.Key, item?.Value)).ToList();
        Check(values);
        if (await KnownAsync(db, applicationId, app, cancellationToken) is not { } id)
            throw Refused.NotFound("application");
        await WriteAsync(db, secrets, id, app, values, cancellationToken);
        return await ListBundleAsync(applicationId, app, db, secrets, cancellationToken);
    }

    private static async Task<SecretKey> PutKeyAsync(string applicationId, string app, string key, SecretValue request, PlatformDbContext db, SecretStore secrets, CancellationToken cancellationToken)
    {
        Check([(key, request.Value)]);
        if (await KnownAsync(db, applicationId, app, cancellationToken) is not { } id)
            throw Refused.NotFound("application");
        await WriteAsync(db, secrets, id, app, [(key, request.Value)], cancellationToken);
        return new(key);
    }

    private static async Task<NoContent> RemoveKeyAsync(string applicationId, string app, string key, PlatformDbContext db, SecretStore secrets, CancellationToken cancellationToken)
    {
        if (await KnownAsync(db, applicationId, app, cancellationToken) is not { } id || await secrets.RemoveAsync(id, app, [key], cancellationToken) == 0)
            throw Refused.NotFound("secret");
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.NoContent();
    }

    // An id that is none, one of nobody and one of somebody else: all three have no secrets.
    private static async Task<Guid?> KnownAsync(PlatformDbContext db, string application, string app, CancellationToken cancellationToken)
    {
        if (!AppName().IsMatch(app))
            throw Refused.Invalid("secret.app", "app", "An app's name has lower-case letters, digits and dashes.");
        return Guid.TryParse(application, out var id) && await db.Set<Application>().AnyAsync(row => row.Id == id, cancellationToken) ? id : null;
    }

    private static async Task WriteAsync(PlatformDbContext db, SecretStore secrets, Guid application, string bundle, IReadOnlyList<(string? Name, string? Value)> values, CancellationToken cancellationToken)
    {
        Check(values);
        await secrets.PutAsync(application, bundle, values.ToDictionary(value => value.Name!, value => value.Value!, StringComparer.Ordinal), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    private static void Check(IReadOnlyList<(string? Name, string? Value)> values)
    {
        var fields = new Fields("secret.invalid");
        fields.Check(values.Count is > 0 and <= MostAtOnce, "", $"1 to {MostAtOnce} values are needed");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var at = 0; at < values.Count; at++)
        {
            var (name, value) = values[at];
            fields.Check(name is not null && SecretNamed().IsMatch(name), $"items[{at}].key", "is a letter or _ and then letters, digits and _, 200 at most");
            fields.Check(name is null || seen.Add(name), $"items[{at}].key", "stands twice");
            fields.Check(value is { Length: <= LongestValue } && !value.Contains('\0', StringComparison.Ordinal), $"items[{at}].value", $"is needed, and has at most {LongestValue} characters");
        }

        fields.ThrowIfWrong();
    }

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]{0,199}$")]
    private static partial Regex SecretNamed();

    [GeneratedRegex("^[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?$")]
    private static partial Regex AppName();
}

/// <summary>Marks endpoints that answer for another organization's row as for one that holds nothing.</summary>
internal sealed record ForeignLooksEmpty;
