using System.Globalization;

namespace Autonoma.Cli.Output;

/// <summary>Durations as people say them.</summary>
internal static class Durations
{
    /// <summary><c>0.4 s</c>, <c>12.3 s</c>, <c>2 min 05 s</c>.</summary>
    public static string Say(TimeSpan time) => time.TotalSeconds < 60
        ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s")
        : string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalMinutes} min {time.Seconds:00} s");
}
