using Autonoma.TestKit.Apps;

namespace Autonoma.Cli.Tests;

/// <summary>A small application over real HTTP, and the suite that was generated for it once, for all tests of a class.</summary>
public sealed class GeneratedReadingList : ToolFixture, IAsyncLifetime
{
    /// <summary>The application, as healthy as it was when the suite was generated, unless a test breaks it.</summary>
    public ReadingList App { get; private set; } = null!;

    /// <summary>How generating ended.</summary>
    public (int Code, string Out, string Error) Generated { get; private set; }

    /// <summary>Folder of the suite.</summary>
    public string Suite => Path.Combine(Folder, "qa-tests");

    public async ValueTask InitializeAsync()
    {
        App = await ReadingList.StartAsync();
        Generated = await RunAsync("generate", App.Site.Url.ToString(), "--data-per-session", "--offline", "--minutes", "2");
    }

    protected override ValueTask EndAsync() => App.Site.DisposeAsync();

    /// <summary>Files of tests whose name holds some words; all of them without.</summary>
    public string[] Tests(string words = "") => Directory.Exists(Suite) ? [.. Directory.GetFiles(Suite, "0*.md", SearchOption.AllDirectories).Where(file => Path.GetFileName(file).Contains(words, StringComparison.Ordinal)).Order(StringComparer.Ordinal)] : [];

    /// <summary>Runs tests as <c>autonoma test</c> does.</summary>
    public Task<(int Code, string Out, string Error)> TestAsync(params string[] paths) => RunAsync(["test", .. paths, "--base-url", App.Site.Url.ToString(), "--offline", "--no-record", "--max-failures", "1", "--reporter", "line", "--workers", "2"]);

    /// <summary>Lints the suite.</summary>
    public Task<(int Code, string Out, string Error)> LintAsync() => RunAsync("lint", "qa-tests", "--base-url", App.Site.Url.ToString());
}
