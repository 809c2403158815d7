using Autonoma.Engine.Commands;
using Autonoma.Engine.Observing;
using Autonoma.Engine.Reporting;
using Autonoma.Engine.Reporting.Html;
using Autonoma.Engine.Running;
using Autonoma.Engine.Suites;
using Autonoma.Engine.Web.Browsers;
using Microsoft.Playwright;

namespace Autonoma.Engine.Web.Tests.Reporting;

/// <summary>The report as it is opened: from a file, in a browser without any network.</summary>
public sealed class HtmlReportTests : IAsyncLifetime
{
    private const string Markup = "<img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script>";

    private readonly string _folder = Directory.CreateTempSubdirectory("autonoma-html-").FullName;
    private readonly List<string> _problems = [];
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private IPage? _page;

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = BrowserDiscovery.Find(new BrowserOptions(), _playwright.Chromium.ExecutablePath), Args = ["--no-sandbox"] });
        _page = await _browser.NewPageAsync(new() { ViewportSize = new() { Width = 1280, Height = 800 } });
        _page.Console += (_, message) => { if (message.Type == "error") _problems.Add(message.Text); };
        _page.PageError += (_, error) => _problems.Add(error);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Open_FailedTest_ShowsTheFailureFirstWithExpectedAndFound()
    {
        await WriteAsync(Outcome("a", "Passes", TestStatus.Passed), Outcome("b", "Fails", TestStatus.Failed));
        await OpenAsync("");
        (await _page!.Locator("#list .row .title").AllInnerTextsAsync()).ShouldBe(["Fails", "Passes"]);
        await _page.Locator("#list .row").First.ClickAsync();
        var failure = _page.Locator("#failure");
        (await failure.InnerTextAsync()).ShouldContain("Step 2 failed");
        (await failure.Locator("dd.expected").InnerTextAsync()).ShouldBe("42");
        (await failure.Locator("dd.found").InnerTextAsync()).ShouldBe("41");
        (await failure.Locator(".considered tbody tr").CountAsync()).ShouldBe(2);
        _page.Url.ShouldContain("t=b");
        _problems.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task Open_HealedRunWithAModel_ShowsWhoDecidedWhatWasTakenAndWhatItCost(int width, ColorScheme scheme)
    {
        await _page!.SetViewportSizeAsync(width, 800);
        await _page.EmulateMediaAsync(new() { ColorScheme = scheme });
        var outcome = Outcome("a", "Healed", TestStatus.Failed);
        var run = outcome.Last! with
        {
            Steps =
            [
                outcome.Last.Steps[0] with { DecidedBy = "recording" },
                outcome.Last.Steps[1] with { Number = 2, DecidedBy = "model openai/gpt-x" },
                outcome.Last.Steps[0] with { Number = 3, DecidedBy = "interpreter" },
            ],
            Heals = [new() { Number = 2, Step = "The total", By = "model openai/gpt-x", Recorded = $"button \"Save\" {Markup}", Now = "button \"Store\"", Moved = ["name (\"Save\", now \"Store\")"] }],
            ModelUse = new(3, 1, 3900, 220, 1000, 0.0021m, 0),
        };
        await WriteAsync(outcome with { Tries = [run with { ModelUse = run.ModelUse with { Cost = null, Unpriced = 3 } }, run] }, Outcome("b", "Plain", TestStatus.Passed));
        await OpenAsync("");

        (await _page.Locator(".overview").InnerTextAsync()).ShouldContain("1 with proposed heals");
        (await _page.Locator(".overview").InnerTextAsync()).ShouldContain("6 calls (2 failed), 8,240 tokens (7,800 in, 2,000 of them cached, 440 out), $0.0021, and 3 without a price");
        (await _page.Locator("#list .row").First.InnerTextAsync()).ShouldContain("1 heal");
        await _page.Locator("#list .row").First.ClickAsync();
        var heal = _page.Locator("#heals");
        (await heal.Locator("dd.expected").InnerTextAsync()).ShouldBe($"button \"Save\" {Markup}");
        (await heal.Locator("dd.found").InnerTextAsync()).ShouldBe("button \"Store\"");
        (await heal.InnerTextAsync()).ShouldContain("autonoma heal accept cart/a.md");
        (await heal.InnerTextAsync()).ShouldContain("name (\"Save\", now \"Store\")");
        (await _page.Locator(".note.use").InnerTextAsync()).ShouldBe("Models: 3 calls (1 failed), 4,120 tokens (3,900 in, 1,000 of them cached, 220 out), $0.0021.");
        (await _page.Locator(".note.decided").First.InnerTextAsync()).ShouldBe("Decided: 1 step as recorded, 1 step by model openai/gpt-x, 1 step by the interpreter.");
        (await _page.Locator("#step-1 .tag.by").AllInnerTextsAsync()).ShouldBe(["recorded"]);
        (await _page.Locator("#step-2 .tag.by").AllInnerTextsAsync()).ShouldBe(["model openai/gpt-x", "healed"]);
        (await _page.Locator("#step-3 .tag.by").CountAsync()).ShouldBe(0);
        await _page.GetByText("expand all").ClickAsync();
        (await _page.Locator("#step-3").InnerTextAsync()).ShouldContain("Decided by the interpreter: no model was asked.");
        (await _page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth")).ShouldBeLessThanOrEqualTo(0);
        (await _page.EvaluateAsync<string[]>(LowContrast)).ShouldBeEmpty();
        (await _page.TitleAsync()).ShouldNotBe("owned");
        _problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task Open_MarkupInEveryText_IsShownAsText()
    {
        await WriteAsync(Outcome("x", Markup, TestStatus.Failed, Markup));
        await OpenAsync("");
        (await _page!.Locator("#list .row .title").InnerTextAsync()).ShouldBe(Markup);
        await _page.Locator("#list .row").ClickAsync();
        await _page.GetByText("expand all").ClickAsync();
        (await _page.Locator("#failure .found").InnerTextAsync()).ShouldBe(Markup);
        (await _page.Locator("img[src='x']").CountAsync()).ShouldBe(0);
        (await _page.TitleAsync()).ShouldNotBe("owned");
        _problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task Search_WordsOfAMessage_LeavesWhatHoldsThemAndIsInTheAddress()
    {
        await WriteAsync(Outcome("a", "Passes", TestStatus.Passed), Outcome("b", "Fails", TestStatus.Failed));
        await OpenAsync("");
        await _page!.Keyboard.PressAsync("/");
        await _page.Keyboard.TypeAsync("total reads");
        await Assertions.Expect(_page.Locator("#list .row:visible")).ToHaveCountAsync(1);
        await Assertions.Expect(_page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("q=total"));
        await _page.Keyboard.PressAsync("ArrowDown");
        await _page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(_page.Locator("#failure")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task Open_AnyWidthAndTheme_ReadsWellAndFits(int width, ColorScheme scheme)
    {
        await _page!.SetViewportSizeAsync(width, 800);
        await _page.EmulateMediaAsync(new() { ColorScheme = scheme });
        await WriteAsync(Outcome("a", "Passes", TestStatus.Passed), Outcome("b", "Fails", TestStatus.Failed));
        await OpenAsync("#?t=b");
        await _page.Locator("#failure").WaitForAsync();
        (await _page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth")).ShouldBeLessThanOrEqualTo(0);
        (await _page.EvaluateAsync<string[]>(LowContrast)).ShouldBeEmpty();
        (await _page.EvaluateAsync<string[]>("[...document.querySelectorAll('button, a, input, select')].filter(e => e.checkVisibility() && !(e.textContent.trim() || e.getAttribute('aria-label'))).map(e => e.outerHTML)")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Open_FiveHundredTests_ListsThemWithinASecond()
    {
        await WriteAsync([.. Enumerable.Range(0, 500).Select(i => Outcome($"t{i}", $"Test number {i} of the shop", i % 50 == 0 ? TestStatus.Failed : TestStatus.Passed))]);
        await OpenAsync("");
        (await _page!.Locator("#list .row").CountAsync()).ShouldBe(500);
        var painted = await _page.EvaluateAsync<double>("performance.getEntriesByName('list-painted')[0].startTime");
        TestContext.Current.SendDiagnosticMessage($"500 tests listed after {painted:0} ms; index {new FileInfo(Path.Combine(_folder, "data", "index.js")).Length / 1000} kB");
        painted.ShouldBeLessThan(5000);
    }

    // WCAG AA for the text that is seen, against the nearest opaque background.
    private const string LowContrast = """
        () => {
          const parse = c => c.match(/[\d.]+/g).map(Number);
          const lum = ([r, g, b]) => [r, g, b].map(v => v / 255).map(v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4).reduce((s, v, i) => s + v * [.2126, .7152, .0722][i], 0);
          const back = e => { for (; e; e = e.parentElement) { const c = parse(getComputedStyle(e).backgroundColor); if (c.length < 4 || c[3] === 1) return c; } return [255, 255, 255]; };
          const low = [];
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const e = walker.currentNode.parentElement;
            if (!walker.currentNode.textContent.trim() || !e.checkVisibility() || e.closest('.skip, .visually-hidden, script, option, .outline')) continue;
            const a = lum(parse(getComputedStyle(e).color)), b = lum(back(e));
            const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
            if (ratio < 4.5) low.push(`${ratio.toFixed(2)} ${e.className} ${e.textContent.slice(0, 40)}`);
          }
          return low;
        }
        """;

    private async Task OpenAsync(string hash)
    {
        await _page!.GotoAsync(new Uri(Path.Combine(_folder, "index.html")).AbsoluteUri + hash);
        await _page.Locator("#list .rows").WaitForAsync(new() { State = WaitForSelectorState.Attached });
    }

    private Task WriteAsync(params TestOutcome[] outcomes) => HtmlReporter.WriteAsync(
        new SuiteResult
        {
            Suite = new SuiteInfo { Name = "Shop", Folder = "/repo/tests", OutputFolder = _folder, Tests = [.. outcomes.Select(outcome => outcome.Test)] },
            Tests = outcomes,
            Duration = TimeSpan.FromSeconds(2),
            Platform = "Chromium 156.0",
        },
        TimeProvider.System,
        TestContext.Current.CancellationToken);

    private static TestOutcome Outcome(string id, string title, TestStatus status, string found = "41")
    {
        var test = new SuiteTest(id, new TestCase { Title = title, RelativePath = $"cart/{id}.md", Flow = id.Length % 2 == 0 ? "Cart" : "Login", Tags = ["smoke"] });
        var failed = status == TestStatus.Failed;
        var run = new RunResult
        {
            Test = title,
            File = test.Case.RelativePath,
            Reason = failed ? FinishReason.Error : FinishReason.Success,
            Failure = failed ? FailureKind.Assertion : FailureKind.None,
            Reasoning = failed ? $"Step 2 failed: {found}" : "Every step was carried out.",
            Duration = TimeSpan.FromMilliseconds(1500),
            Viewport = new UiSize(1280, 800),
            Memory = new Dictionary<string, string> { ["order"] = found },
            Steps =
            [
                new StepResult { Number = 1, Text = "Click \"Cart\"", Line = 7, Status = StepStatus.Passed, Attempts = [new Attempt { Arguments = new ClickArguments("\"Cart\""), Status = StepStatus.Passed, Outcome = "Clicked." }] },
                new StepResult
                {
                    Number = 2, Text = "The total is \"42\"", Line = 8, Status = failed ? StepStatus.Failed : StepStatus.Passed, Message = failed ? $"The total reads {found}." : "",
                    Failure = failed ? FailureKind.Assertion : FailureKind.None,
                    Attempts =
                    [
                        new Attempt
                        {
                            Arguments = new AssertArguments("The total is \"42\""), Status = failed ? StepStatus.Failed : StepStatus.Passed, Outcome = "Judged.", StartedAt = TimeSpan.FromMilliseconds(500),
                            Claims = [new JudgedClaim("the total is 42", failed ? "failed" : "held", "42", failed ? found : "42", new UiRect(10, 20, 30, 40))],
                            Considered = [new ConsideredElement("cell \"Total\"", 0.9, "named so", new UiRect(10, 20, 30, 40), true), new ConsideredElement("cell \"Subtotal\"", 0.5, "holds the word", null, false)],
                        },
                    ],
                },
            ],
        };
        return new TestOutcome(test, status, [run]);
    }
}
