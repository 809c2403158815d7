using System.Diagnostics;
using System.Text;
using Autonoma.Engine.Instructions;
using Autonoma.Engine.Recording.Export;
using Autonoma.Speed;

namespace Autonoma.Replay;

/// <summary>Exports recorded tests, builds the code and runs it against the shop.</summary>
public static class ExportPart
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
                options.AddArguments("--headless=new", "--no-sandbox", "--window-size=1280,900", "--lang=en-US", "--disable-gpu", "--disable-dev-shm-usage");
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

    private static readonly string[] DriverPlaces = ["/usr/bin/chromedriver", "/usr/lib/chromium/chromedriver"];

    public static async Task<int> RunAsync(ReplayRun runs, Uri shop, string browser, int most)
    {
        ArgumentNullException.ThrowIfNull(runs);
        var folder = Path.Combine(Repository.Root, "artifacts", "export");
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(Path.Combine(folder, "ts"));
        // Settings of this repository are not those of whoever takes the code.
        await File.WriteAllTextAsync(Path.Combine(folder, "Directory.Build.props"), "<Project />\n");
        await File.WriteAllTextAsync(Path.Combine(folder, "Directory.Packages.props"), "<Project />\n");
        await File.WriteAllTextAsync(Path.Combine(folder, "Directory.Build.targets"), "<Project />\n");
        await File.WriteAllTextAsync(Path.Combine(folder, "Exported.csproj"), Project);
        await File.WriteAllTextAsync(Path.Combine(folder, "Program.cs"), Runner);
        int missing = 0, narrowed = 0, count = 0;
        var exporter = new TestExporter(new StepReader());
        foreach (var test in ReplayRun.Suite.Where((_, i) => i % Math.Max(1, ReplayRun.Suite.Count / most) == 0).Take(most))
        {
            var recording = await runs.RecordAsync(test, shop);
            count++;
            foreach (var (format, space, place) in new[] { (ExportFormat.PlaywrightCSharp, "Exported.WithPlaywright", "playwright"), (ExportFormat.SeleniumCSharp, "Exported.WithSelenium", "selenium"), (ExportFormat.PlaywrightTs, "", "ts") })
            {
                var exported = exporter.Export(test, recording, format);
                if (format == ExportFormat.PlaywrightCSharp)
                    (missing, narrowed) = (missing + exported.NotExported.Count, narrowed + exported.Narrowed.Count);
                var code = space.Length == 0 ? exported.Code : exported.Code.Replace("\n/// <summary>", $"\nnamespace {space};\n\n/// <summary>", StringComparison.Ordinal);
                var path = Path.Combine(folder, place, exported.FileName);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                // Two namespaces: the first occurrence only is the class's.
                await File.WriteAllTextAsync(path, FirstNamespaceOnly(code, space));
            }
        }

        Console.WriteLine($"export: {count} tests; {missing} claims or commands not exported, {narrowed} narrowed (marked in the code)");
        if (await RunAsync("dotnet", ["build", "-c", "Release", "-v", "q", "-nologo", "-clp:ErrorsOnly"], folder) != 0)
        {
            Console.WriteLine("export: the exported C# does not compile");
            return 1;
        }

        Console.WriteLine("export: the exported C# compiles");
        var driver = DriverPlaces.FirstOrDefault(File.Exists);
        if (driver is null)
            Console.WriteLine("SKIPPED: the Selenium code is compiled but not run, because there is no chromedriver (Debian: chromium-driver)");
        var failed = await RunAsync("dotnet", [Path.Combine(folder, "bin", "Release", "net10.0", "Exported.dll"), shop.ToString(), FullBrowser(browser), .. driver is null ? (string[])[] : [driver]], folder);
        return failed + await TypeScriptAsync(Path.Combine(folder, "ts"), shop, browser);
    }

    // The headless shell speaks no WebDriver; the full browser does.
    private static string FullBrowser(string browser) => File.Exists("/usr/bin/chromium") ? "/usr/bin/chromium" : browser;

    private static string FirstNamespaceOnly(string code, string space)
    {
        var line = $"\nnamespace {space};\n";
        var first = space.Length == 0 ? -1 : code.IndexOf(line, StringComparison.Ordinal);
        return first < 0 ? code : code[..(first + line.Length)] + code[(first + line.Length)..].Replace(line + "\n", "\n", StringComparison.Ordinal);
    }

    private static async Task<int> TypeScriptAsync(string folder, Uri shop, string browser)
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "playwright.config.ts"), $$"""
            import { defineConfig } from '@playwright/test';
            export default defineConfig({ testDir: '.', reporter: 'line', workers: 1, timeout: 60000, use: { baseURL: '{{shop}}', locale: 'en-US', viewport: { width: 1280, height: 800 }, launchOptions: { executablePath: '{{FullBrowser(browser)}}', args: ['--no-sandbox'] } } });
            """);
        await File.WriteAllTextAsync(Path.Combine(folder, "package.json"), "{ \"private\": true }\n");
        try
        {
            if (await RunAsync("npm", ["install", "--silent", "--no-audit", "--no-fund", "@playwright/test@1.65"], folder) != 0)
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

        var code = await RunAsync("npx", ["playwright", "test"], folder);
        Console.WriteLine(code == 0 ? "export: the exported TypeScript passes" : "export: the exported TypeScript FAILS");
        return code == 0 ? 0 : 1;
    }

    private static async Task<int> RunAsync(string program, IReadOnlyList<string> arguments, string folder)
    {
        var start = new ProcessStartInfo(program) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var said = new StringBuilder();
        var errors = process.StandardError.ReadToEndAsync();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
            said.AppendLine(line);
        await process.WaitForExitAsync();
        if (process.ExitCode != 0 || program == "dotnet" && arguments[0] != "build")
            Console.Write(said.ToString() + await errors);
        return process.ExitCode;
    }
}
