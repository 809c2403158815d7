using System.Globalization;
using Shop.Bugs;
using Shop.Sessions;

namespace Shop.Languages;

/// <summary>Words, money and dates in the language of the session. The back office is English only.</summary>
internal sealed class Speech(ShopState shop, BugSwitch bugs)
{
    private static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-DE");
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    public bool IsGerman => shop.Language == "de";

    /// <summary>The text in the session's language; English when there is no translation.</summary>
    public string this[string english] => IsGerman && Words.German.TryGetValue(english, out var german) ? german : english;

    /// <summary>€24.90 or 24,90 €.</summary>
    public string Money(decimal amount) =>
        !IsGerman ? Euro(amount)
        : bugs.Has(SeededBug.GermanPricesWithPoint) ? amount.ToString("N2", CultureInfo.InvariantCulture) + " €"
        : amount.ToString("N2", German) + " €";

    /// <summary>14 May 2031 or 14. Mai 2031.</summary>
    public string Date(DateOnly date) => IsGerman ? date.ToString("d. MMMM yyyy", German) : Day(date);

    /// <summary>€1,024.90, as the back office writes it.</summary>
    public static string Euro(decimal amount) => (amount < 0 ? "-€" : "€") + Math.Abs(amount).ToString("N2", CultureInfo.InvariantCulture);

    /// <summary>14 May 2031, as the back office writes it.</summary>
    public static string Day(DateOnly date) => date.ToString("d MMM yyyy", British);
}
