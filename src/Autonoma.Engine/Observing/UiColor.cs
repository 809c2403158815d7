namespace Autonoma.Engine.Observing;

/// <summary>A colour as painted. <paramref name="Alpha"/> runs from 0 (clear) to 1.</summary>
public readonly record struct UiColor(byte Red, byte Green, byte Blue, double Alpha = 1)
{
    /// <inheritdoc/>
    public override string ToString() => Alpha >= 1 ? $"#{Red:x2}{Green:x2}{Blue:x2}" : $"#{Red:x2}{Green:x2}{Blue:x2} {Alpha:0.##}";
}
