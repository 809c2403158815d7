namespace Autonoma.Engine.Grounding.Screens;

/// <summary>Where a text that may name an element was found.</summary>
internal enum NameOrigin
{
    /// <summary>Accessible name.</summary>
    Accessible,
    /// <summary>Text inside.</summary>
    Text,
    /// <summary>Text beside or above that is not tied to it by markup.</summary>
    Beside,
    /// <summary>Placeholder.</summary>
    Placeholder,
    /// <summary>Tooltip.</summary>
    Title,
    /// <summary>What its icon shows.</summary>
    Icon,
    /// <summary>Description.</summary>
    Description,
    /// <summary>What it holds.</summary>
    Value,
    /// <summary>Header of its column.</summary>
    Column,
    /// <summary>First cell of its row.</summary>
    Row,
    /// <summary>Name of its group.</summary>
    Group,
    /// <summary>What its type asks for.</summary>
    Type,
    /// <summary>Its class, id, test id: words the page's author used.</summary>
    Author,
    /// <summary>Where it leads.</summary>
    Target,
    /// <summary>Its choices.</summary>
    Choices,
}

/// <summary>A text of the page, cut into words once.</summary>
internal sealed record PageText(string Folded, int[] Words);

/// <summary>A text that may name an element.</summary>
internal readonly record struct NameFact(PageText Text, NameOrigin Origin, double Weight)
{
    /// <summary>Whether people would call it the element's own name.</summary>
    public bool IsOwn => Origin is NameOrigin.Accessible or NameOrigin.Text or NameOrigin.Beside or NameOrigin.Placeholder or NameOrigin.Title or NameOrigin.Icon or NameOrigin.Column;
}
