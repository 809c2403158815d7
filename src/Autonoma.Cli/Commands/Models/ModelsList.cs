using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Autonoma.AI.Pricing;
using Autonoma.AI.Providers.Configuration;
using Autonoma.AI.Registry;
using Autonoma.Cli.Configuration;
using Autonoma.Cli.Models;
using Autonoma.Cli.Output;

namespace Autonoma.Cli.Commands.Models;

/// <summary><c>autonoma models list</c>: providers and the configured models, and why one cannot be used. Connects to nothing.</summary>
internal sealed class ModelsList
{
    internal static readonly string[] Settings = ["model", "fallbackModel", "models", "modelUrls", "modelPrices", "modelTimeout", "modelRetries", "budgets", "offline"];

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ToolEnvironment _environment;
    private readonly Option<bool> _json = new("--json") { Description = "Print JSON." };
    private readonly SettingOptions _settings;

    private ModelsList(ToolEnvironment environment, Command command)
    {
        _environment = environment;
        command.Options.Add(_json);
        _settings = new(command, [.. Setting.All.Select(setting => setting.Key).Except(Settings)]);
        command.SetAction(RunAsync);
    }

    public static Command Create(ToolEnvironment environment)
    {
        var command = new Command("list", "Show the providers, which of them have a key, and the models that are configured.");
        _ = new ModelsList(environment, command);
        return command;
    }

    internal static string PriceText(ModelPrice? price) => price is null ? "price not known"
        : price == ModelPrice.Free ? "free"
        : string.Create(CultureInfo.InvariantCulture, $"${price.InputPerMillion:0.####}/{price.OutputPerMillion:0.####}{(price.CachedInputPerMillion is { } cached ? $"/{cached:0.####} cached" : "")} a million tokens");

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var settings = ToolSettings.Read(_environment, _settings, parsed, _environment.Folder);
        var configuration = ModelAccessSettings.Configuration(_environment, settings.Values);
        using var registry = ModelAccessSettings.Registry(_environment, settings.Values);
        var providers = Provider.All.Select(provider => (Provider: provider, Found: configuration.Find(provider))).ToList();
        if (parsed.GetValue(_json))
            await _environment.Out.WriteLineAsync(Json(providers, registry).ToJsonString(Indented));
        else
            await PrintAsync(providers, registry);
        return ExitCodes.Passed;
    }

    private async Task PrintAsync(List<(Provider Provider, (Uri? Address, string? KeySource, string? Missing) Found)> providers, ModelRegistry registry)
    {
        var paint = new Paint(_environment.HasColor);
        var width = providers.Max(provider => provider.Provider.Name.Length);
        foreach (var (provider, found) in providers)
        {
            var mark = found.Missing is null ? paint.Good("ok     ") : paint.Warn("missing");
            var key = found.KeySource is { } source ? $"key in {source}" : "no key needed";
            await _environment.Out.WriteLineAsync($"{mark}  {provider.Name.PadRight(width)}  {(found.Missing is null ? $"{found.Address}, {key}" : Sentence(found.Missing))}");
            await _environment.Out.WriteLineAsync($"{new string(' ', 11 + width)}{paint.Faint(provider.Example)}");
        }

        await _environment.Out.WriteLineAsync();
        if (registry.Access.IsClosed)
            await _environment.Out.WriteLineAsync("--offline: no model is asked, whatever is configured.");
        if (registry.Models.Count == 0)
            await _environment.Out.WriteLineAsync("No model is configured: tests are interpreted without one. Name one with --model, AUTONOMA_MODEL, or 'model' in autonoma.yaml.");
        foreach (var model in registry.Models)
        {
            var role = model.Key == registry.DefaultModel ? "the model" : registry.Models.Any(other => other.Fallback == model.Key) ? "the fallback" : "for some tags";
            var abilities = string.Join(", ", ((string?[])[model.Capabilities.Images ? "sees pictures" : "text only", model.Capabilities.Video ? "videos" : null]).OfType<string>());
            await _environment.Out.WriteLineAsync($"{(model.Missing is null ? paint.Good("ok     ") : paint.Bad("BAD    "))}  {model.Key} ({role}): {(model.Missing is { } missing ? missing : $"{PriceText(model.Price)}, {abilities}")}");
        }
    }

    private static JsonObject Json(List<(Provider Provider, (Uri? Address, string? KeySource, string? Missing) Found)> providers, ModelRegistry registry) => new()
    {
        ["offline"] = registry.Access.IsClosed,
        ["providers"] = new JsonArray([.. providers.Select(provider => (JsonNode)new JsonObject
        {
            ["name"] = provider.Provider.Name,
            ["address"] = provider.Found.Address?.ToString(),
            ["key"] = provider.Found.KeySource,
            ["usable"] = provider.Found.Missing is null,
            ["missing"] = provider.Found.Missing,
        })]),
        ["models"] = new JsonArray([.. registry.Models.Select(model => (JsonNode)new JsonObject
        {
            ["key"] = model.Key,
            ["isDefault"] = model.Key == registry.DefaultModel,
            ["fallback"] = model.Fallback,
            ["usable"] = model.Missing is null,
            ["missing"] = model.Missing,
            ["price"] = model.Price is { } price ? new JsonObject { ["input"] = price.InputPerMillion, ["output"] = price.OutputPerMillion, ["cachedInput"] = price.CachedInputPerMillion } : null,
        })]),
    };

    private static string Sentence(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
