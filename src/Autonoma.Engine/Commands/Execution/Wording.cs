using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Commands.Execution;

/// <summary>Elements and times in words for messages.</summary>
internal static class Wording
{
    private const int LongestText = 60;

    /// <summary><c>button "Save"</c>, <c>textbox "E-mail"</c>, <c>element "Total 42.00"</c>.</summary>
    public static string Of(UiNode node)
    {
        var kind = node.IsText ? "text" : node.Role == "generic" ? "element" : node.Role;
        var words = new[] { node.Name, node.IsText ? node.OwnText : node.InnerText, node.Placeholder, node.Title, node.ElementId.Length > 0 ? "#" + node.ElementId : "" }
            .FirstOrDefault(text => text.Length > 0);
        return words is null ? $"{kind} <{node.Tag}>" : $"{kind} \"{Short(words)}\"";
    }

    public static string Short(string text) => text.Length <= LongestText ? text : string.Concat(text.AsSpan(0, LongestText - 1), "…");

    /// <summary><c>350 ms</c>, <c>5 s</c>, <c>2 min</c>.</summary>
    public static string Of(TimeSpan time) => time.TotalSeconds < 1
        ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0} ms")
        : time.TotalMinutes < 2
            ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.#} s")
            : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{time.TotalMinutes:0.#} min");
}
