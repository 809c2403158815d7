using System.Diagnostics;
using System.Globalization;
using Autonoma.TestKit;

namespace Autonoma.Cli.Tests;

/// <summary>The tool is stopped from outside while a test runs: nothing of it stays behind.</summary>
public sealed class SignalTests : ToolFixture
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task Test_StoppedWhileItRuns_EndsItsBrowserAndKeepsTheReport(string signal)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Signals are sent and processes are looked for in the way of Linux.");
        using var tool = await StartAsync();
        var own = await BrowserOfAsync(tool.Id);

        await SendAsync(signal, tool.Id);
        await tool.WaitForExitAsync(Token).WaitAsync(TimeSpan.FromSeconds(30), Token);

        tool.ExitCode.ShouldBe(ExitCodes.Stopped);
        await GoneAsync(own);
        File.Exists(Path.Combine(Folder, "out", "index.html")).ShouldBeTrue();
        var report = await File.ReadAllTextAsync(Path.Combine(Folder, "out", "report.json"), Token);
        report.ShouldContain("\"cancelled\"");
        report.ShouldContain("\"quick.md\"");
        File.Exists(Path.Combine(Folder, "out", "tests", "endless", "result.json")).ShouldBeTrue();
    }

    [Fact]
    public async Task Test_KilledWhileItRuns_LeavesNoBrowserAndTheReportSoFar()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Signals are sent and processes are looked for in the way of Linux.");
        using var tool = await StartAsync();
        var own = await BrowserOfAsync(tool.Id);

        await SendAsync("KILL", tool.Id);
        await tool.WaitForExitAsync(Token).WaitAsync(TimeSpan.FromSeconds(30), Token);

        await GoneAsync(own);
        (await File.ReadAllTextAsync(Path.Combine(Folder, "out", "data", "index.js"), Token)).ShouldContain("quick.md");
    }

    /// <summary>Starts a suite whose second test waits for what never comes, and waits until it does so.</summary>
    private async Task<Process> StartAsync()
    {
        Write("e2e/page.html", "<!doctype html><title>Orders</title><h1>Orders</h1>");
        Write("e2e/quick.md", "---\nurl: page.html\npriority: Critical\n---\n1. Verify that \"Orders\" is displayed\n");
        Write("e2e/endless.md", "---\nurl: page.html\n---\n1. Verify that \"Never shown\" is displayed\n");
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "autonoma")) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])["test", "e2e", "--assertion-timeout", "90s", "--workers", "2", "--reporter", "list,json,html", "--output", "out"])
            start.ArgumentList.Add(argument);
        var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        // The quick test has passed; the other one runs in the same browser and cannot end.
        while (await process.StandardOutput.ReadLineAsync(Token) is { } line)
        {
            if (line.Contains("passed", StringComparison.Ordinal))
                break;
        }

        process.HasExited.ShouldBeFalse();
        _ = process.StandardOutput.ReadToEndAsync(Token); // a pipe that nobody empties would stop it
        return process;
    }

    private static async Task SendAsync(string signal, int process)
    {
        using var kill = Process.Start("kill", ["-" + signal, process.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(Token);
    }

    /// <summary>Everything that the tool started, and what that started.</summary>
    private static async Task<List<int>> BrowserOfAsync(int tool)
    {
        List<int> own = [];
        await Waiting.UntilAsync(
            () =>
            {
                var parents = Directory.EnumerateDirectories("/proc").Select(folder => int.TryParse(Path.GetFileName(folder), out var id) ? id : 0).Where(id => id > 0).Select(id => (Id: id, Stat: Stat(id))).Where(process => process.Stat is not null).ToDictionary(process => process.Id, process => process.Stat!.Value.Parent);
                own = [.. parents.Keys.Where(id => Above(id).Contains(tool))];
                return own.Count > 2;

                IEnumerable<int> Above(int id)
                {
                    while (parents.TryGetValue(id, out var parent) && parent > 1)
                        yield return id = parent;
                }
            },
            Token);
        return own;
    }

    // A zombie waits for its parent to ask how it ended; it holds nothing any more.
    private static Task GoneAsync(List<int> processes) => Waiting.UntilAsync(() => !processes.Any(id => Stat(id) is { State: not 'Z' }), Token);

    private static (char State, int Parent)? Stat(int id)
    {
        try
        {
            var fields = File.ReadAllText($"/proc/{id.ToString(CultureInfo.InvariantCulture)}/stat").Split(") ")[^1].Split(' ');
            return (fields[0][0], int.Parse(fields[1], CultureInfo.InvariantCulture));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
