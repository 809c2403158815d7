namespace Autonoma.Engine.Checks.Scenes;

/// <summary>Units of one dimension brought to its base: grams, metres, bytes, seconds, litres. What is not listed measures only itself.</summary>
internal static class UnitScale
{
    /// <summary>The base unit of lengths of time.</summary>
    public const string Time = "second";

    // A month and a year have no fixed length; 30 and 365 days order them as people do.
    private static readonly Dictionary<string, (string Base, decimal Factor)> Scales = Build(
        ("g", ["mg", "milligram"], 0.001m), ("g", ["g", "gram"], 1m), ("g", ["kg", "kilo", "kilogram"], 1000m), ("g", ["t", "tonne"], 1_000_000m),
        ("lb", ["lb", "lbs"], 1m),
        ("m", ["mm", "millimetre", "millimeter"], 0.001m), ("m", ["cm", "centimetre", "centimeter"], 0.01m), ("m", ["m", "metre", "meter"], 1m), ("m", ["km", "kilometre", "kilometer"], 1000m),
        ("byte", ["byte", "b"], 1m), ("byte", ["kb", "kib", "kilobyte"], 1024m), ("byte", ["mb", "mib", "megabyte"], 1024m * 1024), ("byte", ["gb", "gib", "gigabyte"], 1024m * 1024 * 1024), ("byte", ["tb", "tib", "terabyte"], 1024m * 1024 * 1024 * 1024),
        ("l", ["ml", "millilitre", "milliliter"], 0.001m), ("l", ["cl"], 0.01m), ("l", ["l", "litre", "liter"], 1m),
        (Time, ["ms", "millisecond"], 0.001m), (Time, ["s", "sec", "second"], 1m), (Time, ["min", "minute"], 60m), (Time, ["h", "hr", "hour"], 3600m), (Time, ["d", "day", "night"], 86_400m), (Time, ["week"], 604_800m), (Time, ["month", "mo"], 2_592_000m), (Time, ["year", "yr"], 31_536_000m));

    /// <summary>The base unit and what one of <paramref name="unit"/> is of it; null when the unit is of no known dimension.</summary>
    public static (string Base, decimal Factor)? Of(string unit) => Scales.TryGetValue(unit, out var scale) || unit.Length > 2 && unit.EndsWith('s') && Scales.TryGetValue(unit[..^1], out scale) ? scale : null;

    private static Dictionary<string, (string Base, decimal Factor)> Build(params (string Base, string[] Names, decimal Factor)[] rows)
        => rows.SelectMany(r => r.Names.Select(n => (Name: n, r.Base, r.Factor))).ToDictionary(r => r.Name, r => (r.Base, r.Factor), StringComparer.Ordinal);
}
