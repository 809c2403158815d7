using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Commands.Targets;

/// <summary>An element that a description was found to mean.</summary>
/// <param name="Node">The element.</param>
/// <param name="Region">The part of it that is meant, relative to its top left corner; null for the whole.</param>
/// <param name="Screen">The screen it was found on.</param>
internal sealed record Target(UiNode Node, UiRect? Region, Observation Screen)
{
    /// <summary>The point of it that is meant, relative to its top left corner; null for any.</summary>
    public UiPoint? Offset => Region?.Center;
}

/// <summary>An element that can be touched now.</summary>
/// <param name="Found">The element.</param>
/// <param name="Point">Where to touch it.</param>
internal sealed record ReachedTarget(Target Found, UiPoint Point)
{
    public UiNode Node => Found.Node;

    public UiPoint? Offset => Found.Offset;

    public Observation Screen => Found.Screen;
}
