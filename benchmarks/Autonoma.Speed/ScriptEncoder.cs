using System.Text.Json;

namespace Autonoma.Speed;

/// <summary>
/// Playwright records videos with an encoder of its own that it downloads. Where that is missing, the installed ffmpeg is put in its place, so that
/// both sides are encoded by the same program.
/// </summary>
public static class ScriptEncoder
{
    private const string BrowsersPath = "PLAYWRIGHT_BROWSERS_PATH";

    /// <summary>To be called before Playwright starts.</summary>
    public static void Provide()
    {
        if (Environment.GetEnvironmentVariable(BrowsersPath) is { Length: > 0 } || !OperatingSystem.IsLinux())
            return;
        using var browsers = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, ".playwright", "package", "browsers.json")));
        var revision = browsers.RootElement.GetProperty("browsers").EnumerateArray().First(entry => entry.GetProperty("name").GetString() == "ffmpeg").GetProperty("revision").GetString();
        var cache = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache", "ms-playwright");
        var installed = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "ffmpeg")).FirstOrDefault(File.Exists);
        if (installed is null || File.Exists(Path.Combine(cache, $"ffmpeg-{revision}", "ffmpeg-linux")))
            return;
        var place = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "autonoma-speed-browsers"));
        var own = Path.Combine(place.CreateSubdirectory($"ffmpeg-{revision}").FullName, "ffmpeg-linux");
        if (!File.Exists(own))
            File.CreateSymbolicLink(own, installed);
        Environment.SetEnvironmentVariable(BrowsersPath, place.FullName);
    }
}
