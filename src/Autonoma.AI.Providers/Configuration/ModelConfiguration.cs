using System.Globalization;
using Autonoma.AI.Budgets;
using Autonoma.AI.Pricing;
using Autonoma.AI.Providers.ChatCompletions;
using Autonoma.AI.Providers.Connecting;
using Autonoma.AI.Providers.Gemini;
using Autonoma.AI.Providers.Messages;
using Autonoma.AI.Registry;
using Autonoma.AI.Resilience;
using Microsoft.Extensions.AI;

namespace Autonoma.AI.Providers.Configuration;

/// <summary>From settings and the environment to a registry. Nothing is connected to before a model is asked.</summary>
public sealed class ModelConfiguration
{
    private readonly ModelSettings _settings;
    private readonly Func<string, string?> _variable;
    private readonly Func<HttpMessageHandler>? _handler;
    private readonly TimeProvider _time;

    /// <summary>A configuration.</summary>
    /// <param name="settings">What was configured.</param>
    /// <param name="variable">Environment variables.</param>
    /// <param name="time">The clock.</param>
    /// <param name="handler">Sends the requests; null for sockets.</param>
    public ModelConfiguration(ModelSettings settings, Func<string, string?> variable, TimeProvider? time = null, Func<HttpMessageHandler>? handler = null)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(variable);
        _settings = settings;
        _variable = variable;
        _time = time ?? TimeProvider.System;
        _handler = handler;
    }

    /// <summary>What a registry is made of; add monitors and a log as wanted.</summary>
    /// <param name="others">Models that are added to those of the configuration.</param>
    /// <exception cref="ModelConfigurationException">Something is configured wrong.</exception>
    public ModelRegistryOptions Options(params IReadOnlyList<string> others)
    {
        var problems = new List<string>();
        var keys = new List<string>();
        foreach (var name in ((IEnumerable<string?>)[_settings.Model, _settings.Fallback, .. _settings.ByTag.Values, .. others]).OfType<string>())
        {
            if (Parse(name) is not { } model)
                problems.Add($"'{name}' names no model: PROVIDER/MODEL, with one of {string.Join(", ", Provider.All.Select(provider => provider.Name))} before the slash. Example: {Provider.All[0].Example}");
            else if (!keys.Contains(model.Key, StringComparer.Ordinal))
                keys.Add(model.Key);
        }

        if (_settings.Fallback is not null && _settings.Model is null)
            problems.Add("A fallback is configured, and no model that it could stand in for: set 'model'.");
        foreach (var tag in _settings.ByTag.Keys.Where(tag => !ModelTags.All.Contains(tag, StringComparer.Ordinal)))
            problems.Add($"models: no use is called '{tag}'. There are: {string.Join(", ", ModelTags.All)}.");
        foreach (var name in _settings.Addresses.Keys.Where(name => Provider.All.All(provider => provider.Name != name)))
            problems.Add($"modelUrls: no provider is called '{name}'. There are: {string.Join(", ", Provider.All.Select(provider => provider.Name))}.");
        var prices = Prices(problems);
        var (run, suite, day) = BudgetSettings.Read(_settings.Budgets, problems);
        var main = _settings.Model is { } named && Parse(named) is { } first ? first.Key : null;
        var fallback = _settings.Fallback is { } second && Parse(second) is { } other && other.Key != main ? other.Key : null;
        var entries = new List<ModelEntry>();
        foreach (var key in keys)
            entries.Add(Entry(Parse(key)!.Value, prices, problems) with { Fallback = key == main ? fallback : null });
        if (problems.Count > 0)
            throw new ModelConfigurationException(string.Join('\n', problems.Distinct(StringComparer.Ordinal)));
        return new()
        {
            Models = entries,
            DefaultModel = main,
            ModelByTag = _settings.ByTag.ToDictionary(pair => pair.Key, pair => Parse(pair.Value)!.Value.Key, StringComparer.Ordinal),
            Access = _settings.Access,
            Timeout = _settings.Timeout,
            Retry = new RetryOptions { Retries = _settings.Retries },
            RunBudget = run,
            SuiteBudget = suite,
            DayBudget = day.IsEmpty || _settings.Access.IsClosed ? null : new DayBudget(day, _settings.SpendingFile, _time),
            Time = _time,
        };
    }

    /// <summary>The registry.</summary>
    /// <exception cref="ModelConfigurationException">Something is configured wrong.</exception>
    public ModelRegistry CreateRegistry() => new(Options());

    /// <summary>The key of a model as people name it, <c>PROVIDER/MODEL</c>; null when it names none.</summary>
    public static string? KeyOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Parse(name)?.Key;
    }

    /// <summary>How a provider would be reached, or why it cannot be.</summary>
    public (Uri? Address, string? KeySource, string? Missing) Find(Provider provider)
    {
        ArgumentNullException.ThrowIfNull(provider);
        try
        {
            var address = Address(provider);
            var (key, source) = Key(provider);
            return (address, key is null ? null : source, Missing(provider, address, key));
        }
        catch (ModelConfigurationException e)
        {
            return (null, null, e.Message);
        }
    }

    private static (Provider Provider, string Model, string Key)? Parse(string text)
    {
        var name = KnownModels.NameOf(text.Trim());
        var slash = name.IndexOf('/', StringComparison.Ordinal);
        if (slash <= 0 || slash == name.Length - 1 || name.Any(char.IsWhiteSpace))
            return null;
        var provider = Provider.All.FirstOrDefault(known => known.Name.Equals(name[..slash], StringComparison.OrdinalIgnoreCase));
        return provider is null ? null : (provider, name[(slash + 1)..], $"{provider.Name}/{name[(slash + 1)..]}");
    }

    private ModelEntry Entry((Provider Provider, string Model, string Key) model, IReadOnlyDictionary<string, ModelPrice> prices, List<string> problems)
    {
        string? missing = null;
        Func<IChatClient> create = () => throw new UnknownModelException(missing ?? "no client");
        try
        {
            var address = Address(model.Provider);
            var (key, source) = Key(model.Provider);
            missing = Missing(model.Provider, address, key);
            if (missing is null)
            {
                var connection = new ProviderConnection(model.Provider.Name, address!, key, source) { Access = _settings.Access, Handler = _handler, Time = _time };
                create = () => Client(connection, model.Model);
            }
        }
        catch (ModelConfigurationException e)
        {
            problems.Add(e.Message);
        }

        return new()
        {
            Key = model.Key,
            Provider = model.Provider.Name,
            ModelId = model.Model,
            CreateClient = create,
            Price = prices.GetValueOrDefault(model.Key) ?? KnownModels.PriceOf(model.Provider.Name, model.Model),
            Capabilities = KnownModels.CapabilitiesOf(model.Provider.Name, model.Model),
            Missing = missing,
        };
    }

    private static IChatClient Client(ProviderConnection connection, string model) => connection.Provider switch
    {
        "gemini" => new GeminiChatClient(connection, model),
        "anthropic" => new MessagesClient(connection, model),
        "groq" => new ChatCompletionsClient(connection, model, ChatDialect.Groq),
        "openrouter" => new ChatCompletionsClient(connection, model, ChatDialect.OpenRouter),
        "openai" => new ChatCompletionsClient(connection, model, ChatDialect.OpenAI),
        "azure" => new ChatCompletionsClient(connection, model, ChatDialect.OpenAI, "api-key"),
        "ollama" => new ChatCompletionsClient(connection, model, ChatDialect.Ollama),
        _ => new ChatCompletionsClient(connection, model, ChatDialect.Compatible),
    };

    private Uri? Address(Provider provider)
    {
        var (text, source) = _settings.Addresses.TryGetValue(provider.Name, out var configured) ? (configured, $"modelUrls.{provider.Name}")
            : provider.AddressVariables.Select(name => (Text: _variable(name), Name: name)).FirstOrDefault(found => found.Text is { Length: > 0 });
        if (text is not { Length: > 0 })
            return provider.Address;
        if (!text.Contains("://", StringComparison.Ordinal) && provider.Name == "ollama")
            text = "http://" + text.Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal) + (text.Contains(':', StringComparison.Ordinal) ? "" : ":11434"); // OLLAMA_HOST is written so
        if (!Uri.TryCreate(text.TrimEnd('/'), UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") || address.UserInfo.Length > 0)
            throw new ModelConfigurationException($"{source}: must be an address that begins with http:// or https:// and holds no password, and here it is '{(text.Contains('@', StringComparison.Ordinal) ? "***" : text)}'.");
        return (provider.Name, address.AbsolutePath) switch
        {
            ("ollama", "/") => new Uri(address, "/v1"),
            ("azure", "/") => new Uri(address, "/openai/v1"),
            _ => address,
        };
    }

    private (ApiKey? Key, string Source) Key(Provider provider)
    {
        foreach (var name in provider.KeyVariables)
        {
            var source = name;
            var text = _variable(name);
            if (text is not { Length: > 0 } && _variable(name + "_FILE") is { Length: > 0 } file)
            {
                source = name + "_FILE";
                try
                {
                    text = File.ReadAllText(file);
                }
                catch (Exception e) when (e is IOException or UnauthorizedAccessException)
                {
                    throw new ModelConfigurationException($"{source}: the file with the key cannot be read: {e.Message}");
                }
            }

            if (text?.Trim() is not { Length: > 0 } value)
                continue;
            try
            {
                return (new(value), source);
            }
            catch (ArgumentException e)
            {
                throw new ModelConfigurationException($"{source}: {e.Message}");
            }
        }

        return (null, provider.KeyVariables[0]);
    }

    private static string? Missing(Provider provider, Uri? address, ApiKey? key)
        => address is null ? $"the address of {provider.Title} is not known: set {provider.AddressVariables[0]}, or modelUrls.{provider.Name} in autonoma.yaml."
            : key is null && !provider.WorksWithoutKey ? $"the key of {provider.Title} is not set: set {string.Join(" or ", provider.KeyVariables)} in the environment."
            : null;

    private Dictionary<string, ModelPrice> Prices(List<string> problems)
    {
        var prices = new Dictionary<string, ModelPrice>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, text) in _settings.Prices)
        {
            var numbers = text.Split('/').Select(part => decimal.TryParse(part.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : (decimal?)null).ToList();
            if (Parse(name) is { } model && numbers.Count is (2 or 3) && numbers.TrueForAll(number => number is not null))
                prices[model.Key] = new(numbers[0]!.Value, numbers[1]!.Value, numbers.Count == 3 ? numbers[2] : null);
            else
                problems.Add($"modelPrices: '{name}: {text}' must be PROVIDER/MODEL: INPUT/OUTPUT or INPUT/OUTPUT/CACHED, dollars per million tokens. Example: gemini/gemini-3-flash-preview: 0.5/3/0.05");
        }

        return prices;
    }
}
