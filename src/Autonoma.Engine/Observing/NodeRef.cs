namespace Autonoma.Engine.Observing;

/// <summary>Names one element of one document for as long as that document lives.</summary>
/// <param name="Frame">Number of the document: 0 for the top one, then child frames in the order they were first seen.</param>
/// <param name="Element">Number of the element within its document, given out by the page-side observer and kept across observations.</param>
public readonly record struct NodeRef(int Frame, int Element)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Frame}:{Element}";
}
