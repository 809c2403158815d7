namespace Autonoma.Engine.Recording.Export;

/// <summary>Texts in XPath 1.0, which knows no escapes.</summary>
internal static class XPath
{
    public static string Literal(string text) => !text.Contains('\'', StringComparison.Ordinal) ? $"'{text}'"
        : !text.Contains('"', StringComparison.Ordinal) ? $"\"{text}\""
        : "concat('" + text.Replace("'", "',\"'\",'", StringComparison.Ordinal) + "')";
}
