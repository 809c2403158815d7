using System.Text.Json.Nodes;
using Autonoma.Server.Access;
using Autonoma.TestKit;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Autonoma.Server.Tests.OpenApi;

public sealed class ApiDocumentTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    [Fact]
    public async Task Document_ThatIsCommitted_IsWhatTheServerSays()
    {
        var said = JsonNode.Parse(await server.Anonymous.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken));
        var committed = JsonNode.Parse(await File.ReadAllTextAsync(Repository.Folder("docs/reference/openapi.json"), TestContext.Current.CancellationToken));

        JsonNode.DeepEquals(said, committed).ShouldBeTrue("The API has changed. Write its description anew: dotnet run --project src/Autonoma.Server -c Release -- openapi docs/reference/openapi.json");
    }

    [Fact]
    public void Endpoints_AllSayWhoMay()
    {
        var endpoints = server.Server.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().ToList();

        endpoints.Count.ShouldBeGreaterThan(2);
        endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<NeedsMetadata>() is null == endpoint.Metadata.GetMetadata<OpenMetadata>() is null)
            .Select(endpoint => endpoint.DisplayName).ShouldBeEmpty("end the mapping with .Needs(Permission), .NeedsPerson() or .Open(why)");
    }
}
