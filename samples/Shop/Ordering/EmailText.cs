namespace Shop.Ordering;

/// <summary>What passes for an email address.</summary>
internal static class EmailText
{
    public static bool IsValid(string text)
    {
        var at = text.IndexOf('@');
        return at > 0 && at == text.LastIndexOf('@') && text.LastIndexOf('.') > at + 1 && !text.EndsWith('.') && !text.Contains(' ');
    }
}
