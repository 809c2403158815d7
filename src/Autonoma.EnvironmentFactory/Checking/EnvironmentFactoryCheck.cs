using System.Text.Json;
using System.Text.Json.Nodes;
using Autonoma.EnvironmentFactory.Handling;
using Autonoma.EnvironmentFactory.Protocol;
using Microsoft.Extensions.DependencyInjection;

namespace Autonoma.EnvironmentFactory.Checking;

/// <summary>
/// For your own tests: runs scenarios through the real handler, in process, signed with secrets made for the check. Works in every
/// environment, also where the endpoint itself is off.
/// </summary>
public static class EnvironmentFactoryCheck
{
    /// <summary>Creates a scenario and removes it again.</summary>
    /// <param name="services">The services of the app, such as <c>app.Services</c> or those of a WebApplicationFactory.</param>
    /// <param name="create">The tree as JSON: model names to lists of records. An object with a member <c>create</c> is taken as a recipe.</param>
    /// <param name="options">How to check; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the check; what exists is removed first.</param>
    public static Task<ScenarioCheckResult> CheckScenarioAsync(IServiceProvider services, string create, ScenarioCheckOptions? options = null, CancellationToken cancellationToken = default)
        => CheckAsync(services, "", create, options, cancellationToken);

    /// <summary>Checks scenarios one after the other, and goes on after one that fails.</summary>
    /// <param name="services">The services of the app.</param>
    /// <param name="scenarios">Names and trees.</param>
    /// <param name="options">How to check; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the check.</param>
    public static async Task<IReadOnlyList<ScenarioCheckResult>> CheckAllScenariosAsync(IServiceProvider services, IEnumerable<KeyValuePair<string, string>> scenarios, ScenarioCheckOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scenarios);
        var results = new List<ScenarioCheckResult>();
        foreach (var (name, create) in scenarios)
            results.Add(await CheckAsync(services, name, create, options, cancellationToken).ConfigureAwait(false));
        return results;
    }

    /// <summary>Checks every scenario that the app itself defines for protocol 2.0.</summary>
    /// <param name="services">The services of the app.</param>
    /// <param name="options">How to check; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the check.</param>
    public static async Task<IReadOnlyList<ScenarioCheckResult>> CheckDefinedScenariosAsync(IServiceProvider services, ScenarioCheckOptions? options = null, CancellationToken cancellationToken = default)
    {
        var setup = services.GetRequiredService<EnvironmentFactorySetup>();
        var run = new ScenarioCheckRun(HandlerFor(services, ProtocolVersions.V2), options ?? new());
        var results = new List<ScenarioCheckResult>();
        foreach (var scenario in setup.Scenarios)
            results.Add(await run.RunAsync(scenario.Name, new JsonObject { ["scenario"] = new JsonObject { ["name"] = scenario.Name } }, "teardownToken", cancellationToken).ConfigureAwait(false));
        return results;
    }

    /// <summary>
    /// Creates and removes one record of every model, with whatever it needs of the others. Values are made up from the fields; where that
    /// cannot be valid, give the model a sample with <c>HasSample</c>.
    /// </summary>
    /// <param name="services">The services of the app.</param>
    /// <param name="options">How to check; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the check.</param>
    public static async Task<IReadOnlyList<ScenarioCheckResult>> CheckFactoriesAsync(IServiceProvider services, ScenarioCheckOptions? options = null, CancellationToken cancellationToken = default)
    {
        var handler = HandlerFor(services, ProtocolVersions.V1);
        var run = new ScenarioCheckRun(handler, options ?? new());
        var results = new List<ScenarioCheckResult>();
        foreach (var model in handler.Registry.Models)
        {
            var result = await run.RunAsync(model.Name, new JsonObject { ["create"] = SampleTree.Of(model, handler.Registry) }, "refsToken", cancellationToken).ConfigureAwait(false);
            results.Add(model.Factory.HasTeardown ? result : result with { Warnings = [$"{model.Name} has no teardown: the record of this check stays."] });
        }

        return results;
    }

    private static async Task<ScenarioCheckResult> CheckAsync(IServiceProvider services, string name, string create, ScenarioCheckOptions? options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(create);
        JsonNode? tree;
        try
        {
            tree = JsonNode.Parse(create);
            if (tree is JsonObject recipe && recipe["create"] is JsonObject inner)
                tree = inner.DeepClone();
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            return new(name, false, "up", [new("up", $"The scenario is not JSON: {exception.Message}")], new(0, 0));
        }

        var run = new ScenarioCheckRun(HandlerFor(services, ProtocolVersions.V1), options ?? new());
        return await run.RunAsync(name, new JsonObject { ["create"] = tree }, "refsToken", cancellationToken).ConfigureAwait(false);
    }

    private static EnvironmentFactoryHandler HandlerFor(IServiceProvider services, string version)
    {
        var handler = services.GetRequiredService<EnvironmentFactoryHandler>();
        var own = handler.Options;
        return handler.With(new()
        {
            ScopeField = own.ScopeField,
            ScopeModel = own.ScopeModel,
            SharedSecret = ScenarioCheckRun.SharedSecret,
            SigningSecret = $"check-signing-{Guid.NewGuid():N}",
            AllowProduction = true,
            MaxBodyBytes = own.MaxBodyBytes,
            MaxRecords = own.MaxRecords,
            RejectUnknownFields = own.RejectUnknownFields,
            ProtocolVersion = version,
            JsonOptions = own.JsonOptions,
            Server = own.Server,
        });
    }
}
