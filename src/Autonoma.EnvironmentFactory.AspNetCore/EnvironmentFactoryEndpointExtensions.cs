using Autonoma.EnvironmentFactory.AspNetCore.Serving;
using Autonoma.EnvironmentFactory.Handling;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps the Environment Factory.</summary>
public static class EnvironmentFactoryEndpointExtensions
{
    /// <summary>Answers <c>POST</c> requests at a path. The signature of the request is all the authorization there is.</summary>
    /// <remarks>
    /// The body is read as raw bytes, before any binding. Authorization policies, also a fallback policy, and antiforgery do not apply here, and
    /// the endpoint does not appear in OpenAPI descriptions. In production it answers 404 unless allowed.
    /// </remarks>
    /// <exception cref="InvalidOperationException"><c>AddEnvironmentFactory</c> was not called.</exception>
    public static IEndpointConventionBuilder MapEnvironmentFactory(this IEndpointRouteBuilder endpoints, string pattern = "/api/autonoma")
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentException.ThrowIfNullOrWhiteSpace(pattern);
        var handler = endpoints.ServiceProvider.GetService<EnvironmentFactoryHandler>()
            ?? throw new InvalidOperationException("MapEnvironmentFactory needs to know what can be created. Call builder.Services.AddEnvironmentFactory(...) first.");
        handler.ServedBy("aspnetcore", endpoints.ServiceProvider.GetService<IOptions<JsonOptions>>()?.Value.SerializerOptions);
        RequestDelegate serve = new FactoryEndpoint(handler).ServeAsync;
        return endpoints.MapPost(pattern, serve)
            .WithDisplayName("Environment Factory")
            .WithMetadata(new AllowAnonymousAttribute(), NoAntiforgery.Instance)
            .ExcludeFromDescription();
    }

    private sealed class NoAntiforgery : IAntiforgeryMetadata
    {
        public static NoAntiforgery Instance { get; } = new();

        public bool RequiresValidation => false;
    }
}
