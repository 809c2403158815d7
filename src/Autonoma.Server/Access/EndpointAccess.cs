using Autonoma.Platform.Access;

namespace Autonoma.Server.Access;

/// <summary>What an endpoint asks of its caller.</summary>
/// <param name="Permission">Null for a signed-in person who need not belong to an organization.</param>
internal sealed record NeedsMetadata(Permission? Permission);

/// <summary>An endpoint that asks nothing of its caller, with why.</summary>
internal sealed record OpenMetadata(string Reason);

internal static class EndpointAccess
{
    /// <summary>The caller's role and, for a key, its scopes must allow it. Checked before the request is read.</summary>
    public static TBuilder Needs<TBuilder>(this TBuilder builder, Permission permission)
        where TBuilder : IEndpointConventionBuilder
        => builder.WithMetadata(new NeedsMetadata(permission));

    /// <summary>Somebody must be signed in as a person; which organization they look at does not matter.</summary>
    public static TBuilder NeedsPerson<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder
        => builder.WithMetadata(new NeedsMetadata(Permission: null));

    /// <summary>A scope in which a person works for another organization: the request's own works for the one that they look at now.</summary>
    public static AsyncServiceScope ScopeElsewhere(this HttpContext context, Caller caller)
    {
        var scope = context.RequestServices.CreateAsyncScope();
        var fresh = scope.ServiceProvider.GetRequiredService<Caller>();
        (fresh.UserId, fresh.Name, fresh.Address) = (caller.UserId, caller.Name, caller.Address);
        return scope;
    }

    /// <summary>Anybody may.</summary>
    /// <param name="builder">The endpoint.</param>
    /// <param name="reason">Why that is right.</param>
    public static TBuilder Open<TBuilder>(this TBuilder builder, string reason)
        where TBuilder : IEndpointConventionBuilder
        => builder.WithMetadata(new OpenMetadata(reason));
}
