namespace Autonoma.Planning;

/// <summary>What is printed: a name, and what was measured.</summary>
internal static class Report
{
    public static void Line(string name, string figure) => Console.WriteLine($"{name,-20}{figure}");

    /// <summary>How busy the machine was in the last minute, where it can be told: figures of time mean nothing without it.</summary>
    public static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";

    public static string Short(string text) => text.ReplaceLineEndings(" ") is var line && line.Length > 160 ? line[..157] + "..." : line;
}
