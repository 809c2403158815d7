namespace Shop.Languages;

/// <summary>Translations of the storefront.</summary>
internal static class Words
{
    public static readonly IReadOnlyDictionary<string, string> German = new Dictionary<string, string>
    {
        ["Catalogue"] = "Sortiment", ["Cart"] = "Warenkorb", ["Search the shop"] = "Im Shop suchen", ["Language"] = "Sprache",
        ["All products"] = "Alle Produkte", ["Everything for kitchen, desk and tent"] = "Alles für Küche, Schreibtisch und Zelt",
        ["Add to cart"] = "In den Warenkorb", ["Sold out"] = "Ausverkauft", ["In stock"] = "Auf Lager", ["On sale"] = "Im Angebot",
        ["In stock only"] = "Nur verfügbare", ["Sort by"] = "Sortieren nach", ["Recommended"] = "Empfohlen", ["Price, low to high"] = "Preis aufsteigend",
        ["Price, high to low"] = "Preis absteigend", ["Name"] = "Name", ["Filters"] = "Filter", ["products"] = "Produkte", ["product"] = "Produkt",
        ["Show more"] = "Mehr anzeigen", ["Your cart"] = "Ihr Warenkorb", ["Your cart is empty"] = "Ihr Warenkorb ist leer",
        ["Product"] = "Produkt", ["Price"] = "Preis", ["Quantity"] = "Menge", ["Amount"] = "Betrag", ["Subtotal"] = "Zwischensumme",
        ["Discount"] = "Rabatt", ["Shipping"] = "Versand", ["Total"] = "Gesamtsumme", ["including VAT of"] = "darin enthalten MwSt.",
        ["Go to checkout"] = "Zur Kasse", ["Continue shopping"] = "Weiter einkaufen", ["Discount code"] = "Gutscheincode", ["Apply"] = "Einlösen",
        ["Empty cart"] = "Warenkorb leeren", ["free"] = "kostenlos", ["Any price"] = "Alle Preise", ["Under €20"] = "Unter 20 €",
        ["€20 to €50"] = "20 € bis 50 €", ["Over €50"] = "Über 50 €", ["No products match your search"] = "Keine Produkte gefunden",
        ["Arrives by"] = "Lieferung bis", ["Description"] = "Beschreibung", ["Delivery"] = "Lieferung", ["Reviews"] = "Bewertungen",
        ["Colour"] = "Farbe", ["Help"] = "Hilfe", ["Shipping and returns"] = "Versand und Rückgabe", ["Privacy"] = "Datenschutz",
    };
}
