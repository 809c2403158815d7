namespace Autonoma.Engine.Observing;

/// <summary>Where an accessible name came from.</summary>
public enum NameSource
{
    /// <summary>There is no name.</summary>
    None,
    /// <summary><c>aria-labelledby</c>.</summary>
    AriaLabelledBy,
    /// <summary><c>aria-label</c>.</summary>
    AriaLabel,
    /// <summary>An associated label: <c>for</c>, wrapping, <c>legend</c>, <c>caption</c>, <c>figcaption</c>.</summary>
    Label,
    /// <summary>The element's own content.</summary>
    Content,
    /// <summary><c>alt</c>.</summary>
    Alt,
    /// <summary><c>value</c> of an input button.</summary>
    Value,
    /// <summary>The title of an SVG inside.</summary>
    SvgTitle,
    /// <summary><c>title</c>.</summary>
    Title,
    /// <summary><c>placeholder</c> or <c>aria-placeholder</c>.</summary>
    Placeholder,
}
