namespace Autonoma.Engine.Observing;

/// <summary>How an element is painted. Colours are the computed ones; <see cref="Backdrop"/> is what shows behind its text.</summary>
/// <param name="Color">Text colour.</param>
/// <param name="Background">Own background; alpha 0 when it has none. Of a gradient: its first stop.</param>
/// <param name="Backdrop">First opaque background among itself and its ancestors.</param>
/// <param name="Border">Colour of the widest visible border or outline, or null.</param>
/// <param name="Fill">Fill or stroke of an SVG icon inside, or null.</param>
/// <param name="FontWeight">100 to 900.</param>
/// <param name="FontSize">CSS pixels.</param>
/// <param name="Italic">Whether the text is slanted.</param>
/// <param name="Underline">Whether the text is underlined.</param>
/// <param name="LineThrough">Whether the text is struck through.</param>
/// <param name="Opacity">Product of the opacities of itself and its ancestors, 0 to 1.</param>
/// <param name="Cursor">Computed cursor keyword.</param>
public sealed record UiStyle(
    UiColor Color,
    UiColor Background,
    UiColor Backdrop,
    UiColor? Border,
    UiColor? Fill,
    int FontWeight,
    double FontSize,
    bool Italic,
    bool Underline,
    bool LineThrough,
    double Opacity,
    string Cursor);
