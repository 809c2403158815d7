using System.Text;

namespace Autonoma.Cli.Configuration;

/// <summary>What kind of value a setting has.</summary>
public enum SettingKind
{
    /// <summary>Text.</summary>
    Text,
    /// <summary>Yes or no.</summary>
    Flag,
    /// <summary>A whole number.</summary>
    Number,
    /// <summary>A duration.</summary>
    Duration,
    /// <summary>Size of a window.</summary>
    Size,
    /// <summary>Several texts.</summary>
    List,
    /// <summary>Names with values.</summary>
    Map,
}

/// <summary>
/// A setting, known under one name in three places: <c>baseUrl</c> in autonoma.yaml, <c>AUTONOMA_BASE_URL</c> in the environment and
/// <c>--base-url</c> on the command line. The nearer one wins: command line, environment, file, default.
/// </summary>
/// <param name="Key">Name in autonoma.yaml.</param>
/// <param name="Kind">Kind of value.</param>
/// <param name="ValueName">What stands for the value in the help.</param>
/// <param name="Meaning">One line for people.</param>
/// <param name="Example">A valid value as YAML.</param>
/// <param name="Default">Default in words.</param>
public sealed record Setting(string Key, SettingKind Kind, string ValueName, string Meaning, string Example, string Default)
{
    /// <summary>Smallest number.</summary>
    public int Least { get; init; }
    /// <summary>Largest number.</summary>
    public int Most { get; init; } = int.MaxValue;
    /// <summary>Allowed words; empty for any.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];
    /// <summary>Name on the command line; otherwise made from the key.</summary>
    public string? OptionName { get; init; }

    /// <summary>Another name in the environment, which counts when the first is not set; null for none.</summary>
    public string? OtherVariable { get; init; }

    /// <summary>Name on the command line.</summary>
    public string Option => OptionName ?? "--" + Split('-');

    /// <summary>Name in the environment.</summary>
    public string Variable => "AUTONOMA_" + Split('_').ToUpperInvariant();

    private string Split(char separator)
    {
        var name = new StringBuilder();
        foreach (var c in Key)
        {
            if (char.IsUpper(c))
                name.Append(separator);
            name.Append(char.ToLowerInvariant(c));
        }

        return name.ToString();
    }

    /// <summary>Every setting, in the order of the documentation.</summary>
    public static IReadOnlyList<Setting> All { get; } =
    [
        new("baseUrl", SettingKind.Text, "URL", "Address that relative URLs of tests start from.", "http://localhost:5080", "none: each test names its own"),
        new("output", SettingKind.Text, "FOLDER", "Folder that reports and artifacts are written to.", "autonoma-report", "autonoma-report"),
        new("reporter", SettingKind.List, "NAME", "What reports: list, line, json, junit, github, html; several with commas.", "[list, html]", "list and html") { Words = ["list", "line", "json", "junit", "github", "html"] },
        new("workers", SettingKind.Number, "N", "Tests that run at the same time, each in a context of its own.", "2", "half the processors") { Least = 1, Most = 64 },
        new("retries", SettingKind.Number, "N", "How often a failed test is tried again; one that then passes is flaky.", "1", "0") { Most = 10 },
        new("failOnFlaky", SettingKind.Flag, "", "Count flaky tests as failed.", "true", "no"),
        new("maxFailures", SettingKind.Number, "N", "Start no other test after this many failed.", "5", "no limit") { Least = 1 },
        new("maxTime", SettingKind.Duration, "TIME", "Time for the whole suite; what is not done by then is not run.", "30m", "no limit"),
        new("timeout", SettingKind.Duration, "TIME", "Time for one test.", "2m", "5m"),
        new("maxSteps", SettingKind.Number, "N", "Commands that one test may carry out.", "1000", "200") { Least = 1 },
        new("stepTimeout", SettingKind.Duration, "TIME", "How long a step waits for its element to be there and usable.", "15s", "10s"),
        new("assertionTimeout", SettingKind.Duration, "TIME", "How long a claim may take to become true.", "5s", "5s"),
        new("waitTimeout", SettingKind.Duration, "TIME", "How long 'wait until ...' waits.", "1m", "30s"),
        new("navigationTimeout", SettingKind.Duration, "TIME", "How long a page may take to load.", "20s", "30s"),
        new("strictExpected", SettingKind.Flag, "", "Let the sentences under 'Expected result' decide the verdict too.", "true", "no"),
        new("mode", SettingKind.Text, "MODE", "What recordings are used for: resolve replays what is recorded and decides the rest, replay decides nothing, record decides everything anew, heal proposes a new recording for what drifted.", "replay", "resolve") { Words = ["resolve", "replay", "record", "heal"] },
        new("noRecord", SettingKind.Flag, "", "Write no recordings.", "true", "no"),
        new("healsPass", SettingKind.Flag, "", "Count a test that passed with proposed heals as passed.", "true", "no"),
        new("viewport", SettingKind.Size, "WIDTHxHEIGHT", "Size of the window for tests that name none.", "1280x800", "1280x800"),
        new("device", SettingKind.Text, "NAME", "Device to emulate, by Playwright's name.", "iPhone 15", "none: a desktop"),
        new("locale", SettingKind.Text, "TAG", "Language and region of the browser.", "en-GB", "en-US"),
        new("timeZone", SettingKind.Text, "NAME", "Time zone of the browser.", "Europe/Berlin", "that of the machine"),
        new("browserName", SettingKind.Text, "NAME", "chromium, firefox or webkit.", "chromium", "chromium") { Words = ["chromium", "firefox", "webkit"], OptionName = "--browser" },
        new("browserPath", SettingKind.Text, "FILE", "The browser's executable.", "/usr/bin/chromium", "found on the PATH"),
        new("browserUrl", SettingKind.Text, "URL", "A running browser to connect to: ws:// of a Playwright server, or http:// of a Chromium's debugging port; its path and window are then its own.", "http://127.0.0.1:9222", "none: one is started"),
        new("headed", SettingKind.Flag, "", "Show the browser.", "true", "no"),
        new("video", SettingKind.Flag, "", "Record a video of each test.", "true", "no"),
        new("offline", SettingKind.Flag, "", "Let the browser talk to the app's own host only, and ask no model.", "true", "no"),
        new("allowedHosts", SettingKind.List, "HOST", "Hosts that the browser may talk to, besides the app's own; several with commas.", "[cdn.example.com]", "any, unless offline"),
        new("headers", SettingKind.Map, "NAME: VALUE", "Header sent with every request to the app's origin and to its Environment Factory; ${NAME} is that environment variable.", "{ X-Test: yes-please }", "none") { OptionName = "--header" },
        new("storageState", SettingKind.Text, "FILE", "Cookies and local storage to begin with, in Playwright's format.", "auth.json", "none"),
        new("ignoreCertificateErrors", SettingKind.Flag, "", "Accept certificates that cannot be verified.", "true", "no"),
        new("recipes", SettingKind.Text, "FILE", "Recipes of the scenarios: each test that names one gets test data and a login of its own.", "autonoma/scenario-recipes.json", "none") { OptionName = "--env" },
        new("sdkUrl", SettingKind.Text, "URL", "The app's Environment Factory, which makes test data; signed with the secret in AUTONOMA_SHARED_SECRET.", "http://localhost:5080/api/autonoma", "none: no test data is made") { OtherVariable = "AUTONOMA_SDK_ENDPOINT" },
        new("variables", SettingKind.Map, "NAME=VALUE", "Variable that steps refer to as {{NAME}}.", "{ user: mira }", "none") { OptionName = "--var" },
        new("secrets", SettingKind.List, "NAME", "Variable taken from the environment variable of that name, and shown nowhere.", "[SHOP_PASSWORD]", "none") { OptionName = "--secret" },
        new("decider", SettingKind.Text, "WHO", "Who decides what a step means: the interpreter, a model, or cascade: the interpreter first, and a model for what it leaves.", "interpreter", "cascade with a model, else interpreter") { Words = ["interpreter", "model", "cascade"] },
        new("model", SettingKind.Text, "PROVIDER/MODEL", "Language model that decides what the interpreter cannot; its key is taken from the environment.", "gemini/gemini-3-flash-preview", "none: tests are interpreted without one"),
        new("fallbackModel", SettingKind.Text, "PROVIDER/MODEL", "Model that is asked when the provider of the first is out.", "openai/gpt-5-mini", "none"),
        new("models", SettingKind.Map, "TAG=MODEL", "Model for one use instead of the first, by its tag.", "{ assert-checker: openai/gpt-5-mini }", "none") { OptionName = "--model-for" },
        new("modelUrls", SettingKind.Map, "PROVIDER=URL", "Address of a provider of models.", "{ compatible: http://gpu:8000/v1 }", "the provider's own") { OptionName = "--model-url" },
        new("modelPrices", SettingKind.Map, "MODEL=INPUT/OUTPUT", "Price of a model in dollars per million tokens, in, out and perhaps cached.", "{ azure/my-deployment: 0.25/2/0.025 }", "those known for some models") { OptionName = "--model-price" },
        new("modelTimeout", SettingKind.Duration, "TIME", "How long one request to a model may take.", "30s", "60s"),
        new("modelRetries", SettingKind.Number, "N", "How often a request to a model is sent again when that may help.", "4", "4") { Most = 20 },
        new("budgets", SettingKind.Map, "SCOPE.UNIT=N", "What models may use: run, suite or day, with tokens, money or calls.", "{ run.calls: 50, day.money: 5 }", "200 calls and 2,000,000 tokens a run") { OptionName = "--budget" },
    ];

    /// <summary>Settings of <c>autonoma plan</c>, below the key <c>plan</c> of autonoma.yaml; those of them that can be said on the command line are options of that command.</summary>
    public static IReadOnlyList<Setting> OfPlan { get; } =
    [
        new("plan.appUrl", SettingKind.Text, "URL", "Address of the running app: --app-url.", "http://localhost:5080", "none"),
        new("plan.appCommand", SettingKind.Text, "COMMAND", "What starts the app: --app-command.", "dotnet run --project src/Shop", "none: it runs already"),
        new("plan.autoAdvance", SettingKind.Flag, "", "Go on although nobody has looked: --auto-advance.", "true", "no"),
        new("plan.exploreTime", SettingKind.Duration, "TIME", "Time for looking at the app in step 6.", "8m", "4m"),
        new("plan.testTime", SettingKind.Duration, "TIME", "Time for running tests in step 6.", "8m", "4m"),
    ];

    /// <summary>A setting by its key.</summary>
    public static Setting Of(string key) => All.Concat(OfPlan).First(setting => setting.Key == key);
}
