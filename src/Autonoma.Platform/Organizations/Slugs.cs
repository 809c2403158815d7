using System.Globalization;
using System.Text;

namespace Autonoma.Platform.Organizations;

/// <summary>Names as they stand in addresses.</summary>
public static class Slugs
{
    private const int Longest = 60;

    /// <summary><c>Größe &amp; Maß</c> is <c>grosse-mass</c>; a name without letters is <c>x</c>.</summary>
    public static string Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var result = new StringBuilder();
        foreach (var letter in name.Replace("ß", "ss", StringComparison.Ordinal).Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark)
                continue;
            if (char.IsAsciiLetterOrDigit(letter))
                result.Append(char.ToLowerInvariant(letter));
            else if (result.Length > 0 && result[^1] != '-')
                result.Append('-');
            if (result.Length >= Longest)
                break;
        }

        var slug = result.ToString().Trim('-');
        return slug.Length > 0 ? slug : "x";
    }
}
