using System.ComponentModel;
using System.Diagnostics;
using System.Net.Security;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Autonoma.Cli.Configuration;
using Autonoma.Cli.Running;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Suites;

namespace Autonoma.Cli.Doctor;

/// <summary>Checks whether tests can run here. Each is independent: one that fails hides no other.</summary>
internal sealed class Checks(ToolEnvironment environment, ToolSettings settings)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private bool IsRemote => settings.Values.Text("browserUrl") is { Length: > 0 };

    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken)
    {
        var checks = new[] { VersionsAsync(), SettingsAsync(), BrowserAsync(cancellationToken), FfmpegAsync(cancellationToken), FontsAsync(cancellationToken), OutputAsync(cancellationToken), BaseUrlAsync(cancellationToken) };
        return await Task.WhenAll(checks);
    }

    private static Task<Finding> VersionsAsync()
        => Task.FromResult(new Finding("versions", FindingKind.Good, $"autonoma {SuiteInvocation.Version}, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription.Trim()} {RuntimeInformation.OSArchitecture}, {Environment.ProcessorCount} processors"));

    private Task<Finding> SettingsAsync()
        => Task.FromResult(settings.File is { } file
            ? new Finding("settings", FindingKind.Good, ToolSettings.Shown(environment, file))
            : new Finding("settings", FindingKind.Good, "no autonoma.yaml: defaults, environment and options count"));

    private async Task<Finding> BrowserAsync(CancellationToken cancellationToken)
    {
        await using var sessions = new WebSessions(settings, environment);
        try
        {
            var start = environment.Time.GetTimestamp();
            await using var driver = await sessions.OpenAsync(new TestCase { Title = "doctor" }, SessionLogin.None, cancellationToken);
            return new("browser", FindingKind.Good, $"{sessions.Platform}, {(IsRemote ? "reached" : "started")} in {environment.Time.GetElapsedTime(start).TotalSeconds:0.0} s");
        }
        catch (Exception e) when (e is UserInputException or DriverLostException)
        {
            return new("browser", FindingKind.Bad, e.Message, IsRemote ? "Mend --browser-url (AUTONOMA_BROWSER_URL, browserUrl)." : OperatingSystem.IsLinux() ? "Install Chromium (apt-get install chromium) or name one with --browser-path." : "Install Chrome or Chromium, or name one with --browser-path.");
        }
    }

    private static async Task<Finding> FfmpegAsync(CancellationToken cancellationToken)
        => await OutputOfAsync("ffmpeg", ["-version"], cancellationToken) is { } text
            ? new("ffmpeg", FindingKind.Good, text.Split('\n')[0].Split(" Copyright")[0].Trim())
            : new("ffmpeg", FindingKind.Missing, "not found", "Needed for --video only. Install ffmpeg and have it on the PATH.");

    private static async Task<Finding> FontsAsync(CancellationToken cancellationToken)
    {
        if (!OperatingSystem.IsLinux())
            return new("fonts", FindingKind.Good, "those of the system");
        var count = await OutputOfAsync("fc-list", [":", "family"], cancellationToken) is { } list
            ? list.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length
            : Directory.Exists("/usr/share/fonts") ? Directory.EnumerateFiles("/usr/share/fonts", "*.?tf", SearchOption.AllDirectories).Count() : 0;
        return count > 0 ? new("fonts", FindingKind.Good, $"{count} families")
            : new("fonts", FindingKind.Missing, "none found", "Pages are measured and pictured without letters. Install some: apt-get install fonts-liberation fonts-noto-color-emoji.");
    }

    private async Task<Finding> OutputAsync(CancellationToken cancellationToken)
    {
        var output = settings.Output(environment);
        var probe = Path.Combine(output, $".write-{Environment.ProcessId}");
        var existed = Directory.Exists(output);
        try
        {
            Directory.CreateDirectory(output);
            await File.WriteAllTextAsync(probe, "", cancellationToken);
            File.Delete(probe);
            if (!existed)
                Directory.Delete(output);
            return new("output", FindingKind.Good, $"{ToolSettings.Shown(environment, output)} can be written");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new("output", FindingKind.Bad, e.Message, "Choose another folder with --output.");
        }
    }

    private async Task<Finding> BaseUrlAsync(CancellationToken cancellationToken)
    {
        if (settings.BaseUrl is not { } url)
            return new("base URL", FindingKind.Good, "none: each test names its own address");
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            return Directory.Exists(environment.FullPath(url)) ? new("base URL", FindingKind.Good, $"the folder {url}") : new("base URL", FindingKind.Bad, $"{url} is neither an address nor a folder", "Check --base-url.");
        try
        {
            using var handler = new SocketsHttpHandler { AllowAutoRedirect = false, ConnectTimeout = Patience };
            // Only reachability is asked, and only when the user said that certificates do not count.
            var ignore = settings.Values.Flag("ignoreCertificateErrors");
            handler.SslOptions.RemoteCertificateValidationCallback = (_, _, _, errors) => ignore || errors == SslPolicyErrors.None;
            using var client = new HttpClient(handler) { Timeout = Patience };
            using var response = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return new("base URL", FindingKind.Good, $"{url} answers with {(int)response.StatusCode}");
        }
        catch (Exception e) when (e is HttpRequestException or SocketException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return new("base URL", FindingKind.Bad, $"{url} does not answer: {(e is TaskCanceledException ? $"no answer within {Patience.TotalSeconds:0} s" : e.InnerException?.Message ?? e.Message)}", "Start the app, or check --base-url.");
        }
    }

    private static async Task<string?> OutputOfAsync(string program, string[] arguments, CancellationToken cancellationToken)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true });
            if (process is null)
                return null;
            var text = process.StandardOutput.ReadToEndAsync(cancellationToken);
            _ = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode == 0 ? await text : null;
        }
        catch (Exception e) when (e is Win32Exception or FileNotFoundException)
        {
            return null;
        }
    }
}
