using Autonoma.AI.Providers.Configuration;
using Autonoma.AI.Registry;
using Autonoma.Cli.Configuration;
using Autonoma.Engine.Driving;
using Autonoma.Scenarios.Journal;

namespace Autonoma.Cli.Models;

/// <summary>From settings and the environment to what asks models.</summary>
internal static class ModelAccessSettings
{
    public const string SpendingVariable = "AUTONOMA_MODEL_SPENDING";

    /// <summary>The configuration of models.</summary>
    /// <param name="environment">With the keys.</param>
    /// <param name="values">What was set.</param>
    /// <param name="closed">Why no model may be asked, besides <c>--offline</c>, as a clause: <c>a replay never asks a model</c>; null when one may.</param>
    public static ModelConfiguration Configuration(ToolEnvironment environment, SettingValues values, string? closed = null) => new(
        new()
        {
            Model = values.Text("model"),
            Fallback = values.Text("fallbackModel"),
            ByTag = values.Map("models"),
            Addresses = values.Map("modelUrls"),
            Prices = values.Map("modelPrices"),
            Budgets = values.Map("budgets"),
            Timeout = values.Duration("modelTimeout") ?? TimeSpan.FromSeconds(60),
            Retries = values.Number("modelRetries") ?? 4,
            SpendingFile = SpendingFile(environment),
            Access = (values.Flag("offline") ? "--offline was given" : closed) is { } reason ? ModelAccess.Closed(reason) : ModelAccess.Open,
        },
        environment.Variable,
        environment.Time);

    /// <summary>A registry as configured; one without models when none is.</summary>
    /// <exception cref="UserInputException">Something is configured wrong.</exception>
    public static ModelRegistry Registry(ToolEnvironment environment, SettingValues values, string? closed = null)
    {
        try
        {
            return Configuration(environment, values, closed).CreateRegistry();
        }
        catch (ModelConfigurationException e)
        {
            throw new UserInputException(e.Message, e);
        }
    }

    private static string SpendingFile(ToolEnvironment environment)
        => environment.Variable(SpendingVariable) is { Length: > 0 } named ? environment.FullPath(named) : Path.Combine(Path.GetDirectoryName(InstanceJournal.DefaultFolder(environment.Variable))!, "model-spending.json");
}
