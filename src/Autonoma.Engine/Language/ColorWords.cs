using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Language;

/// <summary>Colour words as people use them for what they see on a screen.</summary>
public static class ColorWords
{
    private static readonly Dictionary<string, string> Aliases = new(StringComparer.Ordinal)
    {
        ["grey"] = "gray", ["violet"] = "purple", ["magenta"] = "pink", ["crimson"] = "red", ["scarlet"] = "red", ["amber"] = "orange", ["gold"] = "yellow",
        ["golden"] = "yellow", ["navy"] = "blue", ["turquoise"] = "teal", ["cyan"] = "teal", ["lime"] = "green", ["maroon"] = "red", ["indigo"] = "blue",
        ["reddish"] = "red", ["greenish"] = "green", ["bluish"] = "blue", ["yellowish"] = "yellow", ["beige"] = "beige", ["greyed"] = "gray", ["lilac"] = "purple",
    };

    private static readonly string[] Names = ["red", "green", "blue", "yellow", "orange", "purple", "pink", "brown", "black", "white", "gray", "teal", "beige"];

    /// <summary>The basic colour that a word names (<c>grey</c> gives <c>gray</c>), or null.</summary>
    public static string? Canonical(string word)
    {
        var text = TextFold.Fold(word);
        if (Aliases.TryGetValue(text, out var alias))
            return alias;
        return Array.IndexOf(Names, text) >= 0 ? text : null;
    }

    /// <summary>
    /// Whether people would call the colour by that basic name. Neighbouring names overlap (orange and red, teal and green and blue), as they do for people.
    /// </summary>
    public static bool Matches(UiColor color, string canonical)
    {
        ArgumentNullException.ThrowIfNull(canonical);
        if (color.Alpha < 0.15)
            return false;
        var (hue, saturation, lightness) = ToHsl(color);
        var chroma = (Math.Max(color.Red, Math.Max(color.Green, color.Blue)) - Math.Min(color.Red, Math.Min(color.Green, color.Blue))) / 255.0;
        // Ink with a tint is black to the eye.
        var colourful = chroma >= 0.10 && saturation >= 0.18 && lightness is > 0.06 and < 0.985 && !(lightness < 0.22 && chroma < 0.15);
        return canonical switch
        {
            "black" => lightness < 0.22 && chroma < 0.2,
            "white" => lightness > 0.93 && chroma < 0.08,
            "gray" => !colourful && lightness is >= 0.15 and <= 0.95 || (chroma < 0.14 && lightness is >= 0.25 and <= 0.9),
            "red" => colourful && (hue >= 342 || hue <= 18) && !(lightness > 0.8 && hue is > 342 and < 350),
            "orange" => colourful && hue is >= 11 and <= 46 && lightness > 0.3,
            "brown" => colourful && hue is >= 10 and <= 48 && lightness < 0.46,
            "yellow" => colourful && hue is >= 40 and <= 68 && lightness > 0.3,
            "green" => colourful && hue is >= 66 and <= 172,
            "teal" => colourful && hue is >= 160 and <= 205,
            "blue" => colourful && hue is >= 190 and <= 258,
            // What design systems call indigo is purple to most people, where it is not the full blue of a link.
            "purple" => colourful && (hue is >= 250 and <= 312 || hue is >= 238 and < 250 && saturation < 0.9 && lightness is > 0.4 and < 0.85),
            "pink" => colourful && (hue is >= 295 and <= 352 || (hue > 340 || hue < 12) && lightness > 0.72),
            "beige" => hue is >= 20 and <= 60 && lightness > 0.75 && chroma is >= 0.04 and < 0.35,
            _ => false,
        };
    }

    /// <summary>Hue 0 to 360, saturation and lightness 0 to 1.</summary>
    public static (double Hue, double Saturation, double Lightness) ToHsl(UiColor color)
    {
        var (r, g, b) = (color.Red / 255.0, color.Green / 255.0, color.Blue / 255.0);
        var max = Math.Max(r, Math.Max(g, b));
        var min = Math.Min(r, Math.Min(g, b));
        var lightness = (max + min) / 2;
        var delta = max - min;
        if (delta < 1e-9)
            return (0, 0, lightness);
        var saturation = delta / (1 - Math.Abs((2 * lightness) - 1));
        double hue;
        if (max == r)
            hue = 60 * (((g - b) / delta % 6 + 6) % 6);
        else if (max == g)
            hue = 60 * (((b - r) / delta) + 2);
        else
            hue = 60 * (((r - g) / delta) + 4);
        return (hue, saturation, lightness);
    }
}
