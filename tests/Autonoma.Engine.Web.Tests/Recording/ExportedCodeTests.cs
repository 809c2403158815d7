using System.Diagnostics;
using System.Reflection;
using Autonoma.Engine.Instructions;
using Autonoma.Engine.Recording.Export;
using Autonoma.Engine.Suites;
using Autonoma.TestKit;
using Autonoma.TestKit.Documents;
using OpenQA.Selenium;

namespace Autonoma.Engine.Web.Tests.Recording;

/// <summary>Exported code as whoever takes it runs it: compiled, and run on the page that the test was recorded on. The whole sample suite: <c>benchmarks/Autonoma.Replay --parts export</c>.</summary>
public sealed class ExportedCodeTests(BrowserFixture fixture, WebDriverFixture webDriver) : RecordingTest(fixture), IClassFixture<WebDriverFixture>
{
    public static TheoryData<string> Names => [.. ExportedPages.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task PlaywrightCSharp_CompilesAndPasses(string name)
    {
        var (html, code) = await ExportAsync(name, ExportFormat.PlaywrightCSharp);

        await RunPlaywrightAsync(code, html);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task SeleniumCSharp_CompilesAndPasses(string name)
    {
        var (html, code) = await ExportAsync(name, ExportFormat.SeleniumCSharp);

        RunSelenium(code, html);
    }

    [Fact]
    public async Task PlaywrightTypeScript_CompilesAndPasses()
    {
        var packages = Repository.Folder("ui/node_modules");
        Assert.SkipUnless(File.Exists(Path.Combine(packages, "@playwright/test/package.json")), "the exported TypeScript is not run: @playwright/test is not installed (npm install in ui/)");
        var folder = Directory.CreateTempSubdirectory("autonoma-export-");
        try
        {
            Directory.CreateSymbolicLink(Path.Combine(folder.FullName, "node_modules"), packages);
            foreach (var name in ExportedPages.All.Keys)
            {
                var (html, code) = await ExportAsync(name, ExportFormat.PlaywrightTs);
                await File.WriteAllTextAsync(Path.Combine(folder.FullName, $"{name}.spec.ts"), code.Replace("page.goto(\"/\")", $"page.goto(\"{Fixture.Serve(html).AbsolutePath}\")", StringComparison.Ordinal), Token);
            }

            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "tsconfig.json"), """{ "compilerOptions": { "strict": true, "noEmit": true, "target": "es2022", "module": "esnext", "moduleResolution": "bundler", "skipLibCheck": true, "types": [] }, "include": ["*.spec.ts"] }""", Token);
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "playwright.config.ts"), $$"""
                import { defineConfig } from '@playwright/test';
                export default defineConfig({ testDir: '.', reporter: 'line', workers: 1, timeout: 60000, use: { baseURL: '{{Fixture.Site.At("/")}}', locale: 'en-US', viewport: { width: 1280, height: 800 }, launchOptions: { executablePath: '{{Fixture.Browser.ExecutablePath}}', args: ['--no-sandbox'] } } });
                """, Token);

            var (code1, said) = await NodeAsync(folder.FullName, "node_modules/@playwright/test/cli.js", "test");

            code1.ShouldBe(0, said);
            said.ShouldContain($"{ExportedPages.All.Count} passed");
        }
        finally
        {
            // The link first: what it leads to is not ours.
            Directory.Delete(Path.Combine(folder.FullName, "node_modules"));
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Code_OnAPageThatDoesOtherwise_Fails()
    {
        var (html, playwright) = await ExportAsync("Office", ExportFormat.PlaywrightCSharp);
        var (_, selenium) = await ExportAsync("Office", ExportFormat.SeleniumCSharp);
        var broken = html.Replace("Changes saved for", "Nothing saved for", StringComparison.Ordinal);
        broken.ShouldNotBe(html);

        (await Should.ThrowAsync<Exception>(() => RunPlaywrightAsync(playwright, broken))).Message.ShouldContain("Changes saved for");
        Should.Throw<WebDriverException>(() => RunSelenium(selenium, broken)).Message.ShouldContain("Changes saved for");
    }

    [Fact]
    public async Task Selenium_EntersFramesAndShadowRootsWhereTheyAre_AndBringsOnlyWhatItCalls()
    {
        var frames = (await ExportAsync("Frames", ExportFormat.SeleniumCSharp)).Code;
        var shadow = (await ExportAsync("Shadow", ExportFormat.SeleniumCSharp)).Code;
        var office = (await ExportAsync("Office", ExportFormat.SeleniumCSharp)).Code;

        frames.ShouldContain("Type(Find(driver, InFrame(By.CssSelector(\"iframe[title=\\\"Card details\\\"]\"), Element(\"textbox\", \"Card number\"))), \"4111\");");
        frames.ShouldContain("InFrame(By.CssSelector(\"iframe[title=\\\"Card details\\\"]\"), By.CssSelector(\"iframe[name=\\\"bank\\\"]\"), Element(\"button\", \"Confirm\"))");
        frames.ShouldContain("driver.SwitchTo().DefaultContent();\n        Click(driver, Element(\"button\", \"Pay\"));");
        frames.Split("Seen(driver, InFrame(").Length.ShouldBeGreaterThan(2, "what is said to be nowhere is looked for in each frame");
        shadow.ShouldContain("ClickInShadow(driver, InShadow(Element(\"button\", \"\"), \"Save changes\"));");
        office.ShouldNotContain("GetShadowRoot");
        office.ShouldNotContain("DefaultContent");
        office.ShouldNotContain("void Drag(");
    }

    private async Task<(string Html, string Code)> ExportAsync(string name, ExportFormat format)
    {
        Fixture.Site.Add("/takes-a-moment", context => Task.Delay(400, context.RequestAborted));
        var (html, steps) = ExportedPages.All[name];
        var test = Test(steps) with { Title = name };
        return (html, new TestExporter(new StepReader()).Export(test, await RecordAsync(html, test), format).Code);
    }

    private async Task RunPlaywrightAsync(string code, string html)
    {
        await using var driver = await Fixture.OpenAsync();
        driver.Page.SetDefaultTimeout(10_000);
        await (Task)Method(code, "RunAsync").Invoke(null, [driver.Page, Fixture.Serve(html).ToString()])!;
    }

    private void RunSelenium(string code, string html)
    {
        var driver = webDriver.Open(Fixture.Browser.ExecutablePath!);
        Assert.SkipWhen(driver is null, "the code for Selenium is not run: chromedriver is not installed (Debian: chromium-driver)");
        try
        {
            Method(code, "Run").Invoke(null, [driver, Fixture.Serve(html).ToString()]);
        }
        catch (TargetInvocationException e) when (e.InnerException is WebDriverException inner)
        {
            throw new WebDriverException($"{inner.Message}\n{code}", inner);
        }
    }

    private static MethodInfo Method(string code, string name) => CompiledCode.Load(code).GetExportedTypes().Single(type => type is { IsAbstract: true, IsSealed: true }).GetMethod(name)!;

    private static async Task<(int Code, string Said)> NodeAsync(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("node") { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(Token);
        var said = await process.StandardOutput.ReadToEndAsync(Token);
        await process.WaitForExitAsync(Token);
        return (process.ExitCode, said + await errors);
    }
}
