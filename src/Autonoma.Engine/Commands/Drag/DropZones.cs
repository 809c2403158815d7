using System.Text.RegularExpressions;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Commands;

/// <summary>Where inside a described area something can be dropped: "the Sprint 15 area" has a heading, buttons, and a box that takes the cards.</summary>
internal static partial class DropZones
{
    private const int Most = 3;
    private static readonly HashSet<string> Boxes = ["div", "ul", "ol", "section", "article", "td", "tbody", "aside", "main", "form", "fieldset"];

    /// <summary>The boxes inside the area that may take it, the likeliest first.</summary>
    public static IReadOnlyList<UiNode> Inside(UiNode area, UiNode dragged)
        => [.. area.Descendants()
            .Where(node => Boxes.Contains(node.Tag) && node.IsVisible && node.Bounds is { Width: >= 40, Height: >= 16 } && !node.IsInteractive
                && !node.IsSelfOrAncestorOf(dragged) && !dragged.IsSelfOrAncestorOf(node))
            .OrderByDescending(Likelihood).ThenBy(node => node.Index)
            .Take(Most)];

    private static int Likelihood(UiNode node)
        => (Named().IsMatch($"{node.ClassName} {node.ElementId} {node.Name} {node.TestId}") ? 4 : 0)
            + (node.Role is "list" or "listbox" or "region" or "group" ? 2 : 0)
            + (Inviting().IsMatch(node.InnerText) && node.InnerText.Length < 60 ? 2 : 0)
            + (node.Children.Count == 0 ? 1 : 0);

    [GeneratedRegex(@"drop|zone|target|bucket|slot|lane|sortable|dest", RegexOptions.IgnoreCase)]
    private static partial Regex Named();

    [GeneratedRegex(@"\bdrop\b|\bdrag\b|\bempty\b|\bno\b|\bnothing\b|\bhere\b|\bnone\b", RegexOptions.IgnoreCase)]
    private static partial Regex Inviting();
}
