using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Autonoma.Engine.Instructions;
using Autonoma.Engine.Recording.Export;
using Autonoma.Engine.Recording.Format;
using Autonoma.Engine.Suites;
using Autonoma.Speed;

namespace Autonoma.Replay;

/// <summary>Exports recorded tests, builds the code and runs it against the shop.</summary>
public static partial class ExportPart
{
    private const string Runner = """
        using System;
        using System.Linq;
        using System.Reflection;
        using System.Threading.Tasks;
        using Microsoft.Playwright;
        using OpenQA.Selenium;
        using OpenQA.Selenium.Chrome;

        var (url, browserPath, chromeDriver) = (args[0], args[1], args.Length > 2 ? args[2] : "");
        int failed = 0;
        using var playwright = await Playwright.CreateAsync();
        await using (var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = browserPath, Args = ["--no-sandbox"] }))
        {
            foreach (var method in Methods("Exported.WithPlaywright", "RunAsync"))
            {
                await using var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = 1280, Height = 800 }, Locale = "en-US" });
                var page = await context.NewPageAsync();
                page.SetDefaultTimeout(10000);
                await Try("playwright-csharp", method, () => (Task)method.Invoke(null, [page, url])!);
            }
        }

        if (chromeDriver.Length > 0)
        {
            foreach (var method in Methods("Exported.WithSelenium", "Run"))
            {
                var options = new ChromeOptions { BinaryLocation = browserPath };
                options.AddArguments("--headless", "--no-sandbox", "--window-size=1280,900", "--lang=en-US", "--disable-gpu", "--disable-dev-shm-usage");
                using var driver = new ChromeDriver(ChromeDriverService.CreateDefaultService(System.IO.Path.GetDirectoryName(chromeDriver)!, System.IO.Path.GetFileName(chromeDriver)), options);
                await Try("selenium-csharp", method, () => { method.Invoke(null, [driver, url]); return Task.CompletedTask; });
            }
        }

        return failed;

        static MethodInfo[] Methods(string space, string name)
            => [.. Assembly.GetExecutingAssembly().GetTypes().Where(type => type.Namespace == space).OrderBy(type => type.Name, StringComparer.Ordinal).Select(type => type.GetMethod(name)).OfType<MethodInfo>()];

        async Task Try(string kind, MethodInfo method, Func<Task> run)
        {
            try
            {
                await run();
                Console.WriteLine($"  {kind} {method.DeclaringType!.Name}: passed");
            }
            catch (Exception e)
            {
                failed++;
                var cause = e is TargetInvocationException { InnerException: { } inner } ? inner : e;
                Console.WriteLine($"  {kind} {method.DeclaringType!.Name}: FAILED: {cause.Message.Split('\n')[0]} {cause.StackTrace?.Split('\n').FirstOrDefault(line => line.Contains("Exported.", StringComparison.Ordinal))?.Trim()}");
            }
        }
        """;

    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <ManagePackageVersionsCentrally>false</ManagePackageVersionsCentrally>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="Microsoft.Playwright" Version="1.64.1" />
            <PackageReference Include="Selenium.WebDriver" Version="4.52.0" />
          </ItemGroup>
        </Project>
        """;

    private static readonly string[] DriverPlaces = [Environment.GetEnvironmentVariable("AUTONOMA_CHROMEDRIVER") ?? "", "/usr/bin/chromedriver", "/usr/lib/chromium/chromedriver", Path.Combine(Repository.Root, "artifacts/chromedriver/usr/bin/chromedriver")];

    private static readonly (ExportFormat Format, string Name, string Space)[] Languages =
    [
        (ExportFormat.PlaywrightCSharp, "playwright-csharp", "Exported.WithPlaywright"),
        (ExportFormat.SeleniumCSharp, "selenium-csharp", "Exported.WithSelenium"),
        (ExportFormat.PlaywrightTs, "playwright-ts", ""),
    ];

    /// <param name="runs">Makes the recordings.</param>
    /// <param name="shop">The app.</param>
    /// <param name="browser">The browser that makes them.</param>
    /// <param name="most">How many tests.</param>
    /// <param name="languages">Which of the languages are built and run.</param>
    /// <param name="recorded">Whether the recordings of the last time are taken, where there are any.</param>
    public static async Task<int> RunAsync(ReplayRun runs, Uri shop, string browser, int most, IReadOnlyList<string> languages, bool recorded)
    {
        ArgumentNullException.ThrowIfNull(runs);
        var folder = Path.Combine(Repository.Root, "artifacts", "export");
        var recordings = Path.Combine(Repository.Root, "artifacts", "export-recordings");
        Directory.CreateDirectory(recordings);
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(Path.Combine(folder, "playwright-ts"));
        // Settings of this repository are not those of whoever takes the code.
        await File.WriteAllTextAsync(Path.Combine(folder, "Directory.Build.props"), "<Project />\n");
        await File.WriteAllTextAsync(Path.Combine(folder, "Directory.Packages.props"), "<Project />\n");
        await File.WriteAllTextAsync(Path.Combine(folder, "Directory.Build.targets"), "<Project />\n");
        await File.WriteAllTextAsync(Path.Combine(folder, "Exported.csproj"), Project);
        await File.WriteAllTextAsync(Path.Combine(folder, "Program.cs"), Runner);
        var exported = Languages.ToDictionary(language => language.Name, _ => 0, StringComparer.Ordinal);
        var exporter = new TestExporter(new StepReader());
        var tests = ReplayRun.Suite.Where((_, i) => i % Math.Max(1, ReplayRun.Suite.Count / most) == 0).Take(most).ToList();
        foreach (var test in tests)
        {
            var recording = await RecordingAsync(runs, test, shop, Path.Combine(recordings, test.RelativePath.Replace('/', '_') + RecordingFile.Ending), recorded);
            foreach (var (format, name, space) in Languages.Where(language => languages.Contains(language.Name)))
            {
                try
                {
                    var code = exporter.Export(test, recording, format);
                    var path = Path.Combine(folder, name, code.FileName);
                    Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                    // Both libraries' classes have the test's name: only the namespaces tell them apart.
                    var at = space.Length == 0 ? -1 : code.Code.IndexOf("\n/// <summary>", StringComparison.Ordinal);
                    await File.WriteAllTextAsync(path, at < 0 ? code.Code : code.Code.Insert(at, $"\nnamespace {space};\n"));
                    exported[name]++;
                }
                catch (ExportRefusedException e)
                {
                    Console.WriteLine($"  {name} {test.RelativePath}: REFUSED: {string.Join(" | ", e.Steps)}");
                }
            }

            // Uploads are named as in the test, relative to where the code runs.
            foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(test.File)!).Where(file => Path.GetExtension(file) is not (".md" or ".json")))
            {
                File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
                File.Copy(file, Path.Combine(folder, "playwright-ts", Path.GetFileName(file)), overwrite: true);
            }
        }

        var failed = 0;
        if (languages.Any(name => name.EndsWith("-csharp", StringComparison.Ordinal)))
            failed += await CSharpAsync(folder, shop, browser, tests.Count, languages, exported);
        if (languages.Contains("playwright-ts"))
            failed += await TypeScriptAsync(Path.Combine(folder, "playwright-ts"), shop, browser, tests.Count, exported["playwright-ts"]);
        return failed;
    }

    private static async Task<TestRecording> RecordingAsync(ReplayRun runs, TestCase test, Uri shop, string path, bool recorded)
    {
        if (recorded && File.Exists(path))
            return RecordingFile.Read(await File.ReadAllTextAsync(path), path);
        var recording = await runs.RecordAsync(test, shop);
        await File.WriteAllTextAsync(path, RecordingFile.Write(recording));
        return recording;
    }

    private static async Task<int> CSharpAsync(string folder, Uri shop, string browser, int tests, IReadOnlyList<string> languages, Dictionary<string, int> exported)
    {
        if ((await RunAsync("dotnet", ["build", "-c", "Release", "-v", "q", "-nologo", "-clp:ErrorsOnly"], folder, print: false)).Code != 0)
        {
            Console.WriteLine("export: the exported C# does not compile");
            return 1;
        }

        Console.WriteLine("export: the exported C# compiles");
        var driver = DriverPlaces.FirstOrDefault(File.Exists);
        if (driver is null)
            Console.WriteLine("SKIPPED: the Selenium code is compiled but not run, because there is no chromedriver (Debian: chromium-driver)");
        var (failed, said) = await RunAsync("dotnet", [Path.Combine(folder, "bin", "Release", "net10.0", "Exported.dll"), shop.ToString(), FullBrowser(browser), .. driver is null ? (string[])[] : [driver]], folder, print: true);
        foreach (var (_, name, _) in Languages.Where(language => language.Space.Length > 0 && languages.Contains(language.Name)))
            Say(name, tests, exported[name], said.Split('\n').Count(line => line.StartsWith($"  {name} ", StringComparison.Ordinal) && line.EndsWith(": passed", StringComparison.Ordinal)));
        return failed;
    }

    private static void Say(string language, int tests, int exported, int passed)
        => Console.WriteLine($"export: {language}: {passed} of {tests} pass, {exported - passed} fail, {tests - exported} refused");

    // Where a full browser is installed, the code is run as its reader would.
    private static string FullBrowser(string browser) => File.Exists("/usr/bin/chromium") ? "/usr/bin/chromium" : browser;

    private static async Task<int> TypeScriptAsync(string folder, Uri shop, string browser, int tests, int exported)
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "playwright.config.ts"), $$"""
            import { defineConfig } from '@playwright/test';
            export default defineConfig({ testDir: '.', reporter: [['json', { outputFile: 'result.json' }]], workers: 1, timeout: 60000, use: { baseURL: '{{shop}}', locale: 'en-US', viewport: { width: 1280, height: 800 }, launchOptions: { executablePath: '{{FullBrowser(browser)}}', args: ['--no-sandbox'] } } });
            """);
        await File.WriteAllTextAsync(Path.Combine(folder, "package.json"), "{ \"private\": true }\n");
        try
        {
            if ((await RunAsync("npm", ["install", "--silent", "--no-audit", "--no-fund", "@playwright/test@1.65"], folder, print: false)).Code != 0)
            {
                Console.WriteLine("SKIPPED: the TypeScript code is not run, because npm does not install @playwright/test");
                return 0;
            }
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Console.WriteLine("SKIPPED: the TypeScript code is not run, because there is no npm");
            return 0;
        }

        await RunAsync("npx", ["playwright", "test"], folder, print: false);
        var result = Path.Combine(folder, "result.json");
        if (!File.Exists(result))
        {
            Console.WriteLine("export: Playwright's test runner did not start");
            return 1;
        }

        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(result));
        foreach (var (file, error) in Failures(json.RootElement))
            Console.WriteLine($"  playwright-ts {file}: FAILED: {error}");
        var stats = json.RootElement.GetProperty("stats");
        Say("playwright-ts", tests, exported, stats.GetProperty("expected").GetInt32());
        return stats.GetProperty("unexpected").GetInt32() + json.RootElement.GetProperty("errors").GetArrayLength();
    }

    private static IEnumerable<(string File, string Error)> Failures(JsonElement element)
    {
        foreach (var error in element.TryGetProperty("errors", out var errors) ? errors.EnumerateArray() : [])
            yield return ("(before any test)", Short(error));
        foreach (var spec in element.TryGetProperty("specs", out var specs) ? specs.EnumerateArray() : [])
        {
            if (!spec.GetProperty("ok").GetBoolean())
                yield return (spec.GetProperty("file").GetString()!, spec.GetProperty("tests")[0].GetProperty("results")[0].TryGetProperty("error", out var error) ? Short(error) : "no reason given");
        }

        foreach (var below in element.TryGetProperty("suites", out var suites) ? suites.EnumerateArray().SelectMany(Failures) : [])
            yield return below;
    }

    private static string Short(JsonElement error)
        => string.Join(' ', Colours().Replace(error.TryGetProperty("message", out var message) ? message.GetString() ?? "" : "", "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(4));

    [GeneratedRegex(@"\u001b\[[0-9;]*m")]
    private static partial Regex Colours();

    private static async Task<(int Code, string Said)> RunAsync(string program, IReadOnlyList<string> arguments, string folder, bool print)
    {
        var start = new ProcessStartInfo(program) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var said = new StringBuilder();
        var errors = process.StandardError.ReadToEndAsync();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
            said.Append(line).Append('\n');
        await process.WaitForExitAsync();
        if (process.ExitCode != 0 || print)
            Console.Write(said.ToString() + await errors);
        return (process.ExitCode, said.ToString());
    }
}
