using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;

namespace Autonoma.Engine.Artifacts;

/// <summary>How one value looks in the places where a run meets it.</summary>
internal static class SecretForms
{
    /// <summary>The value, and the value as encoded in URLs, forms, JSON, HTML and Base64.</summary>
    public static IEnumerable<string> Of(string value)
    {
        yield return value;
        // Typed with a line end or blanks around it, the value is shown without them.
        yield return value.Trim();

        if (!IsWellFormed(value))
            yield break;

        var percent = Uri.EscapeDataString(value);
        yield return percent;
        yield return LowerCaseEscapes(percent);
        // Browsers leave more characters alone in a query, and write blanks as plus signs in a form.
        foreach (var form in new[] { WebUtility.UrlEncode(value), percent.Replace("%20", "+", StringComparison.Ordinal), EscapeAsBrowser(value, "!'()*-._~"), EscapeAsBrowser(value, "*-._").Replace("%20", "+", StringComparison.Ordinal) })
        {
            yield return form;
            yield return LowerCaseEscapes(form);
        }

        var json = JavaScriptEncoder.Default.Encode(value);
        yield return json;
        yield return LowerCaseEscapes(json);
        yield return JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(value);
        yield return QuoteEscaped(value);
        yield return WebUtility.HtmlEncode(value);
        yield return HtmlEncoder.Default.Encode(value);

        if (value.Length >= 6)
            yield return Convert.ToBase64String(Encoding.UTF8.GetBytes(value)).TrimEnd('=');
    }

    private static bool IsWellFormed(string value)
    {
        for (var i = 0; i < value.Length; i++)
        {
            if (char.IsSurrogate(value[i]) && (!char.IsHighSurrogate(value[i]) || i + 1 >= value.Length || !char.IsLowSurrogate(value[++i])))
                return false;
        }

        return true;
    }

    // JSON.stringify escapes the quote, the backslash and control characters, nothing else.
    private static string QuoteEscaped(string value)
    {
        var escaped = new StringBuilder(value.Length + 8);
        foreach (var c in value)
        {
            _ = c switch
            {
                '"' => escaped.Append("\\\""),
                '\\' => escaped.Append("\\\\"),
                '\n' => escaped.Append("\\n"),
                '\r' => escaped.Append("\\r"),
                '\t' => escaped.Append("\\t"),
                '\b' => escaped.Append("\\b"),
                '\f' => escaped.Append("\\f"),
                < ' ' => escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => escaped.Append(c),
            };
        }

        return escaped.ToString();
    }

    private static string EscapeAsBrowser(string value, string unreserved)
    {
        var escaped = new StringBuilder(value.Length * 2);
        foreach (var b in Encoding.UTF8.GetBytes(value))
        {
            var c = (char)b;
            if (char.IsAsciiLetterOrDigit(c) || unreserved.Contains(c, StringComparison.Ordinal))
                escaped.Append(c);
            else
                escaped.Append(CultureInfo.InvariantCulture, $"%{b:X2}");
        }

        return escaped.ToString();
    }

    private static string LowerCaseEscapes(string text)
    {
        var lower = new StringBuilder(text);
        for (var i = 0; i < lower.Length; i++)
        {
            var digits = lower[i] == '%' ? 2 : lower[i] == '\\' && i + 1 < lower.Length && lower[i + 1] == 'u' ? 5 : 0;
            for (var j = 1; j <= digits && i + j < lower.Length; j++)
                lower[i + j] = char.ToLowerInvariant(lower[i + j]);
            i += digits;
        }

        return lower.ToString();
    }
}
