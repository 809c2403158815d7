using System.Globalization;

namespace Shop.Catalogue;

/// <summary>Amounts as people type and read them.</summary>
internal static class Amounts
{
    /// <summary>An amount of at most two decimals; null when the text is none.</summary>
    public static decimal? Parse(string? text) =>
        decimal.TryParse(text?.Trim().TrimStart('€'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var amount)
        && decimal.Round(amount, 2) == amount ? amount : null;

    public static string Products(int count) => count == 1 ? "1 product" : $"{count} products";
}
