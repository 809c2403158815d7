using Autonoma.Server.Access;
using Autonoma.Server.Hosting;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Autonoma.Server.OpenApi;

/// <summary>The API describes itself at <c>/openapi/v1.json</c>; a copy is committed as docs/reference/openapi.json.</summary>
internal sealed class ApiDocument : IServerFeature
{
    public const string Name = "v1";

    public void Add(WebApplicationBuilder builder) => builder.Services.AddOpenApi(Name, options =>
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new() { Title = "Autonoma", Version = "1", Description = "The platform: applications, tests, runs. Errors are problem documents with a stable `code`." };
            // The document is the same wherever the server runs.
            document.Servers = [];
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            var metadata = context.Description.ActionDescriptor.EndpointMetadata;
            operation.Extensions ??= new Dictionary<string, IOpenApiExtension>(StringComparer.Ordinal);
            var needs = metadata.OfType<NeedsMetadata>().LastOrDefault();
            // Who may: for readers, and for the test that walks every endpoint as everybody.
            var access = needs is null ? "open" : needs.Permission is { } permission ? char.ToLowerInvariant(permission.ToString()[0]) + permission.ToString()[1..] : "person";
            operation.Extensions["x-permission"] = new JsonNodeExtension(access);
            return Task.CompletedTask;
        });
    });

    public void Map(IEndpointRouteBuilder routes) => routes.MapOpenApi("/openapi/{documentName}.json").Open("Describes the API, which is no secret.");
}
