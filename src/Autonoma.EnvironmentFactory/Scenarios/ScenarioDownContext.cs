using System.Text.Json;

namespace Autonoma.EnvironmentFactory.Scenarios;

/// <summary>What a scenario works with while it is taken away. All of it comes from the signed token.</summary>
/// <param name="Name">The scenario.</param>
/// <param name="TestRunId">The run it was set up for.</param>
/// <param name="Teardown">What its <c>up</c> handed over; an empty object if nothing.</param>
/// <param name="Services">The services of this request.</param>
public sealed record ScenarioDownContext(string Name, string TestRunId, JsonElement Teardown, IServiceProvider Services)
{
    /// <summary>The handle as one of your types, read with web defaults.</summary>
    /// <exception cref="JsonException">It does not fit the type.</exception>
    public T TeardownAs<T>() => Teardown.Deserialize<T>(WebJson)!;

    private static JsonSerializerOptions WebJson { get; } = new(JsonSerializerDefaults.Web);
}
