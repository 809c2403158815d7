using System.Threading.RateLimiting;
using Autonoma.Platform.Access;
using Autonoma.Platform.Accounts;
using Autonoma.Platform.Refusals;
using Autonoma.Platform.Tenancy;
using Autonoma.Server.Configuration;

namespace Autonoma.Server.Access;

/// <summary>
/// The one place that decides who asks and whether they may. It runs before the request is read: nobody learns from an answer about a body what they may not see.
/// </summary>
internal sealed class AccessMiddleware(RequestDelegate next, ServerSettings settings) : IDisposable
{
    private const int FailuresPerMinute = 30;

    // Wrong keys, cookies and passwords of one address: whoever guesses is told to wait, before anything is looked up.
    private readonly PartitionedRateLimiter<string> _failures = PartitionedRateLimiter.Create<string, string>(address =>
        RateLimitPartition.GetSlidingWindowLimiter(address, _ => new() { PermitLimit = FailuresPerMinute, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6, QueueLimit = 0 }));

    public async Task InvokeAsync(HttpContext context, Caller caller, Tenant tenant, SessionStore sessions, ApiKeyStore keys)
    {
        if (context.GetEndpoint() is not { } endpoint)
        {
            await next(context);
            return;
        }

        caller.Address = context.Connection.RemoteIpAddress?.ToString() ?? "unknown";
        context.Features.Set(new FailedSignIns(_failures, caller.Address));
        await KnowAsync(context, caller, tenant, sessions, keys);
        if (endpoint.Metadata.GetMetadata<OpenMetadata>() is null)
            Admit(endpoint.Metadata.GetMetadata<NeedsMetadata>() ?? throw new InvalidOperationException($"{endpoint.DisplayName} does not say who may."), caller);
        await next(context);
    }

    public void Dispose() => _failures.Dispose();

    private static void Admit(NeedsMetadata needs, Caller caller)
    {
        if (!caller.IsKnown)
            throw new RefusedException(RefusalKind.Unauthenticated, "session.needed", "Sign in, or send an API key as 'Authorization: Bearer ak_live_...'.");
        if (needs.Permission is not { } permission)
        {
            if (caller.UserId is null)
                throw new RefusedException(RefusalKind.Forbidden, "access.person_needed", "This is for people: a key has no account of its own.");
            return;
        }

        if (caller.Role is null)
            throw new RefusedException(RefusalKind.Forbidden, "organization.needed", "You belong to no organization yet: make one, or have yourself invited.");
        if (!caller.May(permission))
            throw new RefusedException(RefusalKind.Forbidden, "access.forbidden", caller.Scopes is null ? $"As {caller.Role.ToString()!.ToLowerInvariant()} you may not do this." : $"This key may not be used for this: its scopes are {string.Join(", ", caller.Scopes)}, its role is {caller.Role.ToString()!.ToLowerInvariant()}.");
    }

    private async Task KnowAsync(HttpContext context, Caller caller, Tenant tenant, SessionStore sessions, ApiKeyStore keys)
    {
        var isUnsafe = !HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method) && !HttpMethods.IsOptions(context.Request.Method);
        if (context.Request.Headers.Authorization.ToString() is { Length: > 0 } authorization)
        {
            var failures = context.Features.Get<FailedSignIns>()!;
            failures.ThrowIfTooMany();
            var key = authorization.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? await keys.FindAsync(authorization["Bearer ".Length..].Trim(), context.RequestAborted) : null;
            if (key is null)
            {
                failures.Count();
                throw new RefusedException(RefusalKind.Unauthenticated, "api_key.unknown", "This API key is unknown, expired or removed.");
            }

            (caller.ApiKeyId, caller.Name, caller.Role, caller.Scopes) = (key.Id, key.Name, key.Role, key.Scopes);
            tenant.Enter(key.OrganizationId);
            return;
        }

        // What a browser sends along by itself counts for nothing when another site made it send it.
        if ((isUnsafe || AsksForSocket(context.Request)) && !IsOfThisSite(context.Request))
            throw new RefusedException(RefusalKind.Forbidden, "csrf.origin", "The request comes from a page of another site.");
        if (SessionCookie.Read(context) is not { } token)
            return;
        if (await sessions.FindAsync(token, context.RequestAborted) is not { } known)
        {
            SessionCookie.Remove(context);
            return;
        }

        if (isUnsafe && context.GetEndpoint()!.Metadata.GetMetadata<OpenMetadata>() is null && !SecretTokens.Equal(context.Request.Headers["X-CSRF-Token"], SecretTokens.AntiForgery(token)))
            throw new RefusedException(RefusalKind.Forbidden, "csrf.token", "Send the token that GET /v1/session gives as the header X-CSRF-Token.");
        (caller.UserId, caller.SessionId, caller.Name, caller.Role) = (known.User.Id, known.Session.Id, known.User.Email!, known.Role);
        if (known is { Role: not null, Session.OrganizationId: { } organization })
            tenant.Enter(organization);
    }

    // Told by the request itself: whether the framework sees a web socket is decided later, by the endpoint that opens it.
    private static bool AsksForSocket(HttpRequest request)
        => HttpMethods.IsConnect(request.Method) || request.Headers.Upgrade.ToString().Contains("websocket", StringComparison.OrdinalIgnoreCase);

    private bool IsOfThisSite(HttpRequest request)
    {
        if (request.Headers.Origin.ToString() is { Length: > 0 } origin)
        {
            return Uri.TryCreate(origin, UriKind.Absolute, out var from) && (string.Equals(from.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase)
                || from.GetLeftPart(UriPartial.Authority) == settings.PublicUrl.GetLeftPart(UriPartial.Authority) || settings.AllowedOrigins.Contains(from.GetLeftPart(UriPartial.Authority), StringComparer.OrdinalIgnoreCase));
        }

        return request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none";
    }
}

/// <summary>How often this address was wrong of late.</summary>
internal sealed class FailedSignIns(PartitionedRateLimiter<string> limiter, string address)
{
    /// <exception cref="RefusedException">Too often.</exception>
    public void ThrowIfTooMany()
    {
        using var lease = limiter.AttemptAcquire(address, permitCount: 0);
        if (!lease.IsAcquired)
            throw new RefusedException(RefusalKind.TooOften, "session.too_many_failures", "Too many wrong keys or passwords came from this address: wait a minute.");
    }

    public void Count() => limiter.AttemptAcquire(address).Dispose();
}
