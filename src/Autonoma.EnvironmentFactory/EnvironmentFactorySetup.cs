using System.Text.Json;
using Autonoma.EnvironmentFactory.Factories;
using Autonoma.EnvironmentFactory.Protocol;
using Autonoma.EnvironmentFactory.Scenarios;

namespace Autonoma.EnvironmentFactory;

/// <summary>Everything that was registered, before the services exist.</summary>
internal sealed class EnvironmentFactorySetup
{
    public string? ScopeField { get; set; }

    /// <summary>What the web adapter says of itself and of the app, where the settings say nothing.</summary>
    public string? Server { get; set; }

    public JsonSerializerOptions? AppJson { get; set; }

    public List<FactoryRegistration> Factories { get; } = [];

    public List<ScenarioDefinition> Scenarios { get; } = [];

    public ServiceCall<AuthContext>? Auth { get; set; }

    public List<Func<HookContext, Task>> BeforeUp { get; } = [];

    public List<Func<HookContext, Credentials?, Task<Credentials?>>> AfterUp { get; } = [];

    public List<Func<HookContext, Task>> BeforeDown { get; } = [];

    public List<Func<HookContext, Task>> AfterDown { get; } = [];
}
