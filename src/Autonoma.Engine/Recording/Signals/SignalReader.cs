using System.Text.RegularExpressions;
using Autonoma.Engine.Grounding;
using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;
using Autonoma.Engine.Recording.Format;

namespace Autonoma.Engine.Recording.Signals;

/// <summary>Reads the signals of an element from a screen.</summary>
internal static partial class SignalReader
{
    private const int MostOnPath = 6;

    /// <summary>The signals of an element, with texts as they stand on the screen.</summary>
    public static RecordedTarget Read(UiNode node, Observation screen, string means = "", GroundingPurpose purpose = GroundingPurpose.Look)
    {
        var name = SignalText.Of(node.Name);
        // What a field holds is its value, and what a list offers is content: neither says which one it is.
        var text = node.IsEditable || node.Role is "combobox" or "listbox" ? null : SignalText.Of(node.IsText ? node.OwnText : node.InnerText);
        var label = node.Labels.Count == 0 ? null : SignalText.Of(string.Join(' ', node.Labels.Select(reference => screen.Tree.Find(reference)?.InnerText).OfType<string>()));
        var section = Sections.Of(node);
        var icon = Icons.Of(node);
        return new()
        {
            Means = means,
            For = purpose,
            Role = node.Role,
            Name = name,
            Label = label == name ? null : label,
            Text = text == name ? null : text,
            Section = section.Count == 0 ? null : section,
            Heading = Heading(node, screen),
            Entry = EntryText.Of(node, screen),
            Attributes = Attributes(node),
            Frame = Frames.Of(node),
            InCustomElement = Frames.InCustomElement(node),
            Path = PathTo(node),
            Near = Near(node, screen),
            Box = [Round(node.Bounds.X + screen.Scroll.X), Round(node.Bounds.Y + screen.Scroll.Y), Round(node.Bounds.Width), Round(node.Bounds.Height)],
            Icon = icon,
            IconOnly = icon is not null && Icons.IsAllThatShows(node) ? true : null,
        };
    }

    /// <summary>Which signals name no other element on the screen.</summary>
    public static IReadOnlyList<string>? Alone(UiNode node, Observation screen)
    {
        int testId = 0, role = 0, label = 0, id = 0, text = 0;
        var own = TextFold.Fold(node.InnerText);
        var name = TextFold.Fold(node.Name);
        foreach (var other in screen.Tree.Nodes)
        {
            if (!other.IsVisible || other.IsText)
                continue;
            if (node.TestId.Length > 0 && other.TestId == node.TestId)
                testId++;
            if (node.ElementId.Length > 0 && other.ElementId == node.ElementId)
                id++;
            if (name.Length > 0 && other.Name.Length > 0 && TextFold.Fold(other.Name) == name)
            {
                // To other tools a summary is no button.
                if (other.Role == node.Role && node.Tag != "summary")
                    role++;
                if (other.NameSource == node.NameSource && other.Labels.Count > 0)
                    label++;
            }

            if (own.Length is > 0 and <= SignalText.Longest && other.InnerText.Length <= SignalText.Longest * 2 && TextFold.Fold(other.InnerText) == own && !other.Children.Any(child => !child.IsText && TextFold.Fold(child.InnerText) == own))
                text++;
        }

        var alone = new List<string>();
        foreach (var (signal, count) in new[] { ("testId", testId), ("role", role), ("label", node.Labels.Count > 0 ? label : 0), ("id", IsGenerated(node.ElementId) ? 0 : id), ("text", text) })
        {
            if (count == 1)
                alone.Add(signal);
        }

        return alone.Count == 0 ? null : alone;
    }

    /// <summary>Which of the visible elements of its document with its role and name it is, from 0; without a name, which of those with its role.</summary>
    public static int Nth(UiNode node, Observation screen)
    {
        var name = TextFold.Fold(node.Name);
        return screen.Tree.Nodes.Take(node.Index).Count(other => other.IsVisible && !other.IsText && other.Ref.Frame == node.Ref.Frame && other.Role == node.Role && (name.Length == 0 || TextFold.Fold(other.Name) == name));
    }

    private static RecordedAttributes? Attributes(UiNode node)
    {
        var attributes = new RecordedAttributes
        {
            TestId = Attribute(node.TestId),
            Id = IsGenerated(node.ElementId) ? null : Attribute(node.ElementId),
            Name = IsGenerated(node.NameAttribute) ? null : Attribute(node.NameAttribute),
            Type = Attribute(node.InputType),
            Placeholder = SignalText.Of(node.Placeholder),
            Href = SignalText.PathOf(node.Href),
            Alt = SignalText.Of(node.Alt),
            Title = SignalText.Of(node.Title),
        };
        return attributes == new RecordedAttributes() ? null : attributes;
    }

    private static string? Attribute(string value) => value.Length is 0 or > SignalText.Longest ? null : value;

    // ":r3:", "ember123", "mui-48213", "field_9f86d081884c": made at run time, another one tomorrow.
    internal static bool IsGenerated(string value) => value.Length > 0 && Generated().IsMatch(value);

    private static string? Heading(UiNode node, Observation screen)
    {
        for (var i = node.Index - 1; i > 0; i--)
        {
            var before = screen.Tree.Nodes[i];
            if (before.Role == "heading" && before.IsVisible && !before.IsSelfOrAncestorOf(node))
                return SignalText.Of(before.InnerText);
        }

        return null;
    }

    private static string? PathTo(UiNode node)
    {
        var roles = node.Ancestors().Select(above => above.Role).Where(role => role is not ("generic" or "none" or "presentation" or "text" or "paragraph" or "group" or "region" or "document" or "rowgroup" or "application" or "iframe"))
            .Take(MostOnPath).Reverse().ToList();
        return roles.Count == 0 ? null : string.Join('/', roles);
    }

    private static IReadOnlyList<string>? Near(UiNode node, Observation screen)
    {
        var nodes = screen.Tree.Nodes;
        var end = node.Index + 1;
        while (end < nodes.Count && node.IsSelfOrAncestorOf(nodes[end]))
            end++;
        string? Text(int i) => nodes[i] is { IsText: true, IsVisible: true } run ? SignalText.Cut(run.OwnText) : null;
        var near = new List<string>();
        for (var i = node.Index - 1; i > 0; i--)
        {
            if (Text(i) is { } before)
            {
                near.Add(before);
                break;
            }
        }

        for (var i = end; i < nodes.Count; i++)
        {
            if (Text(i) is { } after)
            {
                near.Add(after);
                break;
            }
        }

        return near.Count == 0 ? null : near;
    }

    private static int Round(double value) => (int)Math.Clamp(Math.Round(value, MidpointRounding.AwayFromZero), -1_000_000, 1_000_000);

    [GeneratedRegex(@"^:|:$|^(?:ember|ext-gen|gwt-uid-|yui_|mui-|radix-|headlessui-|react-aria|rc_|cdk-|mat-(?:input|select|option)-)|[0-9]{4,}|(?=[0-9a-f]*[0-9])(?=[0-9a-f]*[a-f])[0-9a-f]{8,}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Generated();
}
