using System.Text.Json;
using Autonoma.AI.Budgets;
using Autonoma.AI.Pricing;
using Autonoma.AI.Providers.Configuration;
using Autonoma.AI.Providers.Connecting;
using Autonoma.AI.Registry;
using Microsoft.Extensions.AI;

namespace Autonoma.AI.Providers.Tests;

public sealed class ConfigurationTests : IDisposable
{
    private const string Key = "gsk_0123456789abcdefghij";

    private readonly string _folder = Directory.CreateTempSubdirectory("autonoma-models").FullName;

    private readonly Dictionary<string, string> _variables = [];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private ModelConfiguration Configuration(ModelSettings? settings = null, Func<HttpMessageHandler>? handler = null) => new((settings ?? new() { SpendingFile = "" }) with { SpendingFile = Path.Combine(_folder, "spent.json") }, name => _variables.GetValueOrDefault(name), handler: handler);

    private static ModelSettings Of(string model) => new() { Model = model, SpendingFile = "" };

    [Fact]
    public void Key_ShowsItselfNowhere()
    {
        var key = new ApiKey(Key);
        var connection = new ProviderConnection("groq", new("https://api.groq.com/openai/v1"), key, "GROQ_KEY");

        key.ToString().ShouldBe("***");
        $"{connection}".ShouldBe("groq at https://api.groq.com/openai/v1");
        JsonSerializer.Serialize(key).ShouldBe("{}");
        typeof(ApiKey).GetProperties().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("gsk_abc def")]
    [InlineData("gsk_\u00e9")]
    [InlineData(" ")]
    public void Key_ThatNoHeaderTakes_IsRefused_WithoutBeingShown(string text)
    {
        _variables["GROQ_KEY"] = text;
        if (string.IsNullOrWhiteSpace(text))
        {
            Configuration(Of("groq/m")).Options().Models.Single().Missing!.ShouldContain("GROQ_KEY");
            return;
        }

        var failure = Should.Throw<ModelConfigurationException>(() => Configuration(Of("groq/m")).Options());
        failure.Message.ShouldStartWith("GROQ_KEY: The key holds a blank");
        failure.Message.ShouldNotContain(text);
    }

    [Theory]
    [InlineData("GROQ_KEY", "GROQ_API_KEY", "GROQ_KEY")]
    [InlineData("GROQ_API_KEY", null, "GROQ_API_KEY")]
    [InlineData("GROQ_API_KEY_FILE", null, "GROQ_API_KEY_FILE")]
    public void Key_IsTakenFromTheFirstVariableThatIsSet(string set, string? alsoSet, string source)
    {
        var file = Path.Combine(_folder, "key");
        File.WriteAllText(file, Key + "\n");
        _variables[set] = set.EndsWith("_FILE", StringComparison.Ordinal) ? file : Key;
        if (alsoSet is not null)
            _variables[alsoSet] = "gsk_another";

        Configuration().Find(Provider.All.Single(provider => provider.Name == "groq")).ShouldBe((new Uri("https://api.groq.com/openai/v1"), source, null));
    }

    [Fact]
    public void Key_OutOfAFileThatIsNotThere_IsSaid()
    {
        _variables["GROQ_KEY_FILE"] = Path.Combine(_folder, "none");

        Should.Throw<ModelConfigurationException>(() => Configuration(Of("groq/m")).Options()).Message.ShouldStartWith("GROQ_KEY_FILE: the file with the key cannot be read");
    }

    [Theory]
    [InlineData("gemini/gemini-3-flash-preview", "GEMINI_API_KEY")]
    [InlineData("groq/m", "GROQ_KEY")]
    [InlineData("openrouter/a/b", "OPENROUTER_API_KEY")]
    [InlineData("openai/gpt-5", "OPENAI_API_KEY")]
    [InlineData("anthropic/claude-sonnet-4-5", "ANTHROPIC_API_KEY")]
    public void Model_WithoutItsKey_IsThere_AndSaysWhatIsMissing(string model, string variable)
    {
        var entry = Configuration(Of(model)).Options().Models.Single();

        entry.Missing!.ShouldContain(variable);
        Should.Throw<UnknownModelException>(() => entry.CreateClient());
    }

    [Fact]
    public void Closed_EveryProvider_MakesNoClient_AlsoPastTheRegistry()
    {
        var sockets = 0;
        foreach (var name in Provider.All.SelectMany(provider => provider.KeyVariables))
            _variables[name] = Key;
        _variables["AZURE_OPENAI_ENDPOINT"] = _variables["AUTONOMA_MODEL_URL"] = "https://models.example";
        foreach (var provider in Provider.All)
        {
            var options = Configuration(Of(provider.Example) with { Access = ModelAccess.Closed("--offline was given") }, () => { sockets++; return new SocketsHttpHandler(); }).Options();
            options.Models.Single().Missing.ShouldBeNull();

            Should.Throw<ModelsClosedException>(() => options.Models.Single().CreateClient()).Reason.ShouldBe("--offline was given");
        }

        sockets.ShouldBe(0);
    }

    [Fact]
    public void Options_ModelFallbackAndUses_AreOneEntryEach()
    {
        _variables["GEMINI_API_KEY"] = Key;
        var options = Configuration(new()
        {
            Model = "GEMINI_3_FLASH_PREVIEW",
            Fallback = "groq/openai/gpt-oss-120b",
            ByTag = new Dictionary<string, string> { ["assert-checker"] = "Gemini/gemini-3-flash-preview" },
            SpendingFile = "",
        }).Options();

        options.Models.Select(model => model.Key).ShouldBe(["gemini/gemini-3-flash-preview", "groq/openai/gpt-oss-120b"]);
        options.DefaultModel.ShouldBe("gemini/gemini-3-flash-preview");
        options.Models[0].Fallback.ShouldBe("groq/openai/gpt-oss-120b");
        options.ModelByTag["assert-checker"].ShouldBe("gemini/gemini-3-flash-preview");
        options.Models[0].Capabilities.Video.ShouldBeTrue();
        options.Models[1].Capabilities.Images.ShouldBeFalse();
    }

    [Fact]
    public void Options_NoBudgetsSet_AreThoseThatEndALoop()
    {
        var options = Configuration().Options();

        options.RunBudget.ShouldBe(new BudgetLimits(2_000_000, null, 200));
        options.SuiteBudget.ShouldBe(BudgetLimits.None);
        options.DayBudget.ShouldBeNull();
    }

    [Fact]
    public void Options_Budgets_AreRead()
    {
        var options = Configuration(new()
        {
            Budgets = new Dictionary<string, string> { ["run.calls"] = "none", ["run.tokens"] = "300_000", ["suite.money"] = "$1.50", ["day.calls"] = "1000" },
            SpendingFile = "",
        }).Options();

        options.RunBudget.ShouldBe(new BudgetLimits(300_000, null, null));
        options.SuiteBudget.ShouldBe(new BudgetLimits(null, 1.5m, null));
        using var day = options.DayBudget.ShouldNotBeNull();
        day.Limits.ShouldBe(new BudgetLimits(null, null, 1000));
    }

    [Theory]
    [InlineData("run.money", "-1")]
    [InlineData("run.calls", "1.5")]
    [InlineData("run.tokens", "1e6")]
    [InlineData("run", "5")]
    [InlineData("hour.calls", "5")]
    public void Options_BudgetThatIsNone_IsSaid(string name, string value)
        => Should.Throw<ModelConfigurationException>(() => Configuration(new() { Budgets = new Dictionary<string, string> { [name] = value }, SpendingFile = "" }).Options()).Message.ShouldContain("budgets");

    [Fact]
    public void Options_Prices_WinOverTheKnownOnes()
    {
        _variables["OPENAI_API_KEY"] = Key;
        var settings = Of("openai/gpt-5-mini");

        Configuration(settings).Options().Models.Single().Price.ShouldBe(new ModelPrice(0.25m, 2m, 0.025m));
        Configuration(settings with { Prices = new Dictionary<string, string> { ["openai/gpt-5-mini"] = "1/2" } }).Options().Models.Single().Price.ShouldBe(new ModelPrice(1m, 2m));
        Configuration(Of("ollama/llava")).Options().Models.Single().Price.ShouldBe(ModelPrice.Free);
        Configuration(Of("openai/gpt-99")).Options().Models.Single().Price.ShouldBeNull();
    }

    [Theory]
    [InlineData("ollama", "OLLAMA_HOST", "gpu-box", "http://gpu-box:11434/v1")]
    [InlineData("ollama", "OLLAMA_HOST", "0.0.0.0:11434", "http://127.0.0.1:11434/v1")]
    [InlineData("ollama", "OLLAMA_HOST", "https://ollama.example/v1", "https://ollama.example/v1")]
    [InlineData("azure", "AZURE_OPENAI_ENDPOINT", "https://mine.openai.azure.com/", "https://mine.openai.azure.com/openai/v1")]
    [InlineData("compatible", "AUTONOMA_MODEL_URL", "http://gpu:8000/v1/", "http://gpu:8000/v1")]
    public void Address_IsWrittenAsPeopleWriteIt(string provider, string variable, string written, string address)
    {
        _variables[variable] = written;

        Configuration().Find(Provider.All.Single(known => known.Name == provider)).Address.ShouldBe(new Uri(address));
    }

    [Fact]
    public void Address_WithAPassword_IsRefused_WithoutBeingShown()
    {
        _variables["AUTONOMA_MODEL_URL"] = "https://user:hunter2@gpu/v1";

        var missing = Configuration().Find(Provider.All.Single(known => known.Name == "compatible")).Missing!;

        missing.ShouldContain("holds no password");
        missing.ShouldNotContain("hunter2");
    }

    [Fact]
    public void Client_IsOfTheProvider()
    {
        foreach (var name in Provider.All.SelectMany(provider => provider.KeyVariables))
            _variables[name] = Key;
        _variables["AZURE_OPENAI_ENDPOINT"] = _variables["AUTONOMA_MODEL_URL"] = "https://models.example";
        foreach (var provider in Provider.All)
        {
            using var registry = Configuration(Of(provider.Example)).CreateRegistry();

            registry.GetModelFor("a").GetService<ChatClientMetadata>()!.ProviderName.ShouldBe(provider.Name);
            registry.GetModelFor("a").GetService<ModelDescription>()!.Key.ShouldBe(provider.Example);
        }

    }
}
