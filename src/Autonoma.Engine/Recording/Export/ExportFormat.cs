namespace Autonoma.Engine.Recording.Export;

/// <summary>What a test is written as.</summary>
public enum ExportFormat
{
    /// <summary>C# over Microsoft.Playwright.</summary>
    PlaywrightCSharp,
    /// <summary>TypeScript over @playwright/test.</summary>
    PlaywrightTs,
    /// <summary>C# over Selenium.WebDriver.</summary>
    SeleniumCSharp,
}

/// <summary>A test as code.</summary>
/// <param name="Code">The whole file, LF.</param>
/// <param name="FileName">Name that suits it.</param>
public sealed record ExportedTest(string Code, string FileName);
