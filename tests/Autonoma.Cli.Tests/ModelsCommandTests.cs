using System.Text.Json.Nodes;
using Autonoma.TestKit.Models;

namespace Autonoma.Cli.Tests;

/// <summary><c>autonoma models</c>, against a provider over real HTTP.</summary>
public sealed class ModelsCommandTests : ToolFixture, IAsyncLifetime
{
    private const string Key = "sk-test-0123456789abcdefghij";
    private ModelServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await ModelServer.StartAsync();

    protected override ValueTask EndAsync() => _server.DisposeAsync();

    private static string Completion(string content) => $$$"""{"id":"c","object":"chat.completion","created":1772611200,"model":"m","choices":[{"index":0,"message":{"role":"assistant","content":{{{JsonValue.Create(content).ToJsonString()}}}},"finish_reason":"stop"}],"usage":{"prompt_tokens":200,"completion_tokens":10,"total_tokens":210}}""";

    [Fact]
    public async Task List_NothingConfigured_SaysWhatEachProviderNeeds()
    {
        var (code, output, _) = await RunAsync("models", "list");

        code.ShouldBe(ExitCodes.Passed);
        output.ShouldContain("missing  gemini      The key of Google Gemini is not set: set GEMINI_API_KEY or GOOGLE_API_KEY in the environment.");
        output.ShouldContain("ok       ollama      http://localhost:11434/v1, no key needed");
        output.ShouldContain("missing  azure       The address of Azure OpenAI is not known: set AZURE_OPENAI_ENDPOINT");
        output.ShouldContain("No model is configured: tests are interpreted without one.");
    }

    [Fact]
    public async Task List_ConfiguredModels_WithTheirPricesAndWhatIsMissing()
    {
        Variables["GEMINI_API_KEY"] = Key;
        Write("autonoma.yaml", "model: gemini/gemini-3-flash-preview\nfallbackModel: groq/openai/gpt-oss-120b\n");

        var (code, output, error) = await RunAsync("models", "list");

        code.ShouldBe(ExitCodes.Passed);
        output.ShouldContain("gemini/gemini-3-flash-preview (the model): $0.5/3/0.05 cached a million tokens, sees pictures, videos");
        output.ShouldContain("groq/openai/gpt-oss-120b (the fallback): the key of Groq is not set");
        output.ShouldContain("key in GEMINI_API_KEY");
        (output + error).ShouldNotContain(Key);
    }

    [Fact]
    public async Task List_Json_IsForMachines()
    {
        Variables["OPENAI_API_KEY"] = Key;
        Variables["AUTONOMA_MODEL"] = "openai/gpt-5-mini";

        var (_, output, _) = await RunAsync("models", "list", "--json");

        var json = JsonNode.Parse(output)!;
        json["models"]![0]!["key"]!.GetValue<string>().ShouldBe("openai/gpt-5-mini");
        json["models"]![0]!["usable"]!.GetValue<bool>().ShouldBeTrue();
        json["providers"]!.AsArray().Single(provider => provider!["name"]!.GetValue<string>() == "openai")!["key"]!.GetValue<string>().ShouldBe("OPENAI_API_KEY");
        output.ShouldNotContain(Key);
    }

    [Theory]
    [InlineData("model: gpt-5\n", "'gpt-5' names no model: PROVIDER/MODEL")]
    [InlineData("model: mistral/large\n", "'mistral/large' names no model")]
    [InlineData("modelUrls: { vllm: http://x/v1 }\n", "no provider is called 'vllm'")]
    [InlineData("models: { asserter: openai/gpt-5 }\n", "no use is called 'asserter'. There are: execution-agent, assert-checker")]
    [InlineData("budgets: { week.money: 5 }\n", "'week.money' is none")]
    [InlineData("budgets: { run.calls: many }\n", "run.calls must be a whole number or 'none', and here it is 'many'")]
    [InlineData("modelPrices: { openai/gpt-5: cheap }\n", "dollars per million tokens")]
    [InlineData("model: compatible/x\nmodelUrls: { compatible: 'gpu:8000' }\n", "must be an address that begins with http:// or https://")]
    [InlineData("fallbackModel: openai/gpt-5\n", "no model that it could stand in for")]
    [InlineData("modell: openai/gpt-5\n", "Did you mean 'model'?")]
    public async Task List_WrongConfiguration_SaysWhatIsRight(string yaml, string message)
    {
        Write("autonoma.yaml", yaml);

        var (code, _, error) = await RunAsync("models", "list");

        code.ShouldBe(ExitCodes.WrongInput);
        error.ShouldContain(message);
    }

    [Fact]
    public async Task Test_ModelThatAnswers_SaysTimeTokensAndPrice()
    {
        _server.Answer(Completion("""{"sum":42,"word":"ready"}"""));
        Variables["OPENAI_API_KEY"] = Key;

        var (code, output, error) = await RunAsync("models", "test", "openai/gpt-5-mini", "--model-url", $"openai={_server.Url}/v1");

        error.ShouldBe("");
        code.ShouldBe(ExitCodes.Passed);
        output.ShouldMatch(@"^openai/gpt-5-mini answered in \d+ ms: 200 tokens in, 10 out, \$0\.00007\.\n$");
        _server.Requests.Single().Headers["Authorization"].ShouldBe($"Bearer {Key}");
    }

    [Fact]
    public async Task Test_WrongKey_SaysWhichVariable_AndNeverTheKey()
    {
        _server.Answer("{\"error\":{\"message\":\"Incorrect API key provided: " + Key + "\",\"code\":\"invalid_api_key\"}}", 401);
        Variables["OPENAI_API_KEY"] = Key;
        Variables["AUTONOMA_MODEL"] = "openai/gpt-5-mini";
        Variables["AUTONOMA_MODEL_URLS"] = $"openai={_server.Url}/v1";

        var (code, output, error) = await RunAsync("models", "test");

        code.ShouldBe(ExitCodes.Failed);
        error.ShouldContain("openai does not accept the key in OPENAI_API_KEY for 'gpt-5-mini' (401).");
        (output + error).ShouldNotContain(Key);
    }

    [Fact]
    public async Task Test_KeyOutOfAFile_IsTaken()
    {
        _server.Answer(Completion("""{"sum":42,"word":"ready"}"""));
        Variables["GROQ_KEY_FILE"] = Write("key.txt", Key + "\n");

        var (code, output, _) = await RunAsync("models", "test", "groq/openai/gpt-oss-20b", "--model-url", $"groq={_server.Url}/v1", "--json");

        code.ShouldBe(ExitCodes.Passed);
        JsonNode.Parse(output)!["answered"]!.GetValue<bool>().ShouldBeTrue();
        _server.Requests.Single().Headers["Authorization"].ShouldBe($"Bearer {Key}");
    }

    [Fact]
    public async Task Test_Offline_OpensNoConnection()
    {
        Variables["OPENAI_API_KEY"] = Key;

        var (code, _, error) = await RunAsync("models", "test", "openai/gpt-5-mini", "--model-url", $"openai={_server.Url}/v1", "--offline");

        code.ShouldBe(ExitCodes.WrongInput);
        error.ShouldContain("The model 'openai/gpt-5-mini' is not asked, because --offline was given. No connection was opened.");
        _server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Test_DayBudget_IsKeptOverProcesses()
    {
        for (var i = 0; i < 2; i++)
            _server.Answer(Completion("""{"sum":42,"word":"ready"}"""));
        Variables["AUTONOMA_MODEL_SPENDING"] = "spending.json";
        string[] command = ["models", "test", "compatible/m", "--model-url", $"compatible={_server.Url}/v1", "--budget", "day.calls=2"];

        (await RunAsync(command)).Code.ShouldBe(ExitCodes.Passed);
        (await RunAsync(command)).Code.ShouldBe(ExitCodes.Passed);
        var (code, _, error) = await RunAsync(command);

        code.ShouldBe(ExitCodes.WrongInput);
        error.ShouldContain("The budget of the day does not allow another call to a model: 2 of 2 calls are made.");
        _server.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Test_NoModel_SaysHowToNameOne()
    {
        var (code, _, error) = await RunAsync("models", "test");

        code.ShouldBe(ExitCodes.WrongInput);
        error.ShouldContain("No model is configured. Name one: --model PROVIDER/MODEL, AUTONOMA_MODEL, or 'model' in autonoma.yaml");
    }
}
