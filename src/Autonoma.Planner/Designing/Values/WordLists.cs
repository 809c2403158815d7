namespace Autonoma.Planner.Designing.Values;

/// <summary>What values are made of. Lists that are combined have lengths without a common divisor: every pair comes once before one comes twice.</summary>
internal static class WordLists
{
    public static string FullName(int n) => $"{First(n)} {Last(n)}";

    public static string First(int n) => FirstNames[n % FirstNames.Length];

    public static string Last(int n) => LastNames[n % LastNames.Length];

    public static Place PlaceOf(int n) => Places[n % Places.Length];

    /// <summary>A name for a thing of a kind, without a number while there are enough words.</summary>
    public static string Title(string model, int n)
    {
        var words = NameWords.Of(model);
        if (Is("category", "department", "collection", "section", "group", "tag", "label", "topic"))
            return n < Areas.Length ? Areas[n] : $"{Areas[n % Areas.Length]} {Things[n / Areas.Length % Things.Length]}";
        if (Is("project", "task", "ticket", "issue", "todo", "milestone", "activity", "job", "campaign", "proposal", "request", "story", "event", "course", "lesson", "log"))
            return Pair(Verbs, Matters, n);
        if (Is("product", "article", "item", "good", "goods", "offer", "merchandise", "sku"))
            return Pair(Materials, Objects, n);
        var noun = words.Count > 0 && words[^1] is "entry" or "item" or "node" or "record" or "state" && words.Count > 1 ? string.Join(' ', words.Take(words.Count - 1)) : string.Join(' ', words);
        return n < Manners.Length ? $"{Manners[n]} {noun}" : $"{Manners[n % Manners.Length]} {noun} {(n / Manners.Length) + 1}";

        bool Is(params ReadOnlySpan<string> names)
        {
            foreach (var name in names)
            {
                if (words.Contains(name, StringComparer.Ordinal))
                    return true;
            }

            return false;
        }
    }

    public static string Company(int n) => Pair(Houses, Trades, n);

    public static string Area(int n) => Areas[n % Areas.Length];

    public static string Sentence(int n) => $"{Openings[n % Openings.Length]} {Endings[n % Endings.Length]}.";

    public static string Paragraph(int n) => $"{Sentence(n)} {Sentence(n + 5)}";

    public static string Pick(string[] list, int n) => list[n % list.Length];

    public static string[] Colours { get; } = ["#2F6F4E", "#B4532A", "#2B4C7E", "#8C6D1F", "#6B3E75", "#3A3A3A", "#A3243B"];

    public static string[] ColourNames { get; } = ["Green", "Grey", "Red", "Blue", "Natural", "Black", "White"];

    public static string[] JobTitles { get; } = ["Account manager", "Warehouse lead", "Accountant", "Designer", "Support engineer", "Editor", "Planner"];

    public static string[] Languages { get; } = ["en", "de", "fr", "da", "pt"];

    public static string[] Units { get; } = ["piece", "kg", "box", "hour", "litre"];

    public static decimal[] Prices { get; } = [24.90m, 12.50m, 64.00m, 8.75m, 119.00m, 39.95m, 5.20m, 89.90m, 149.00m, 32.40m, 17.95m];

    private static string Pair(string[] left, string[] right, int n)
    {
        var pair = $"{left[n % left.Length]} {right[n % right.Length]}";
        var round = n / (left.Length * right.Length);
        return round == 0 ? pair : $"{pair} {round + 1}";
    }

    private static readonly string[] FirstNames = ["Maren", "Piet", "Ada", "Ruben", "Ines", "Tomas", "Lena", "Oskar", "Freya", "Milan", "Clara", "Jonas", "Nadia", "Viktor", "Elsa", "Hugo", "Alma", "Felix", "Greta", "Noel", "Paula", "Anton", "Iris", "Emil"];
    private static readonly string[] LastNames = ["Holt", "Larsen", "Brandt", "Costa", "Weber", "Novak", "Lindqvist", "Moreau", "Keller", "Santos", "Byrne", "Vogel", "Marsh", "Petrov", "Ricci", "Olsen", "Fischer", "Dubois", "Hansen", "Walsh", "Romano", "Bakker", "Svensson"];
    private static readonly string[] Materials = ["Walnut", "Linen", "Brass", "Copper", "Ceramic", "Wool", "Oak", "Steel", "Cotton", "Leather", "Marble", "Bamboo"];
    private static readonly string[] Objects = ["desk lamp", "serving board", "teapot", "blanket", "bookend", "wall clock", "notebook", "mug", "backpack", "candle holder", "tray"];
    private static readonly string[] Houses = ["Juniper", "Harbour", "Alder", "Meridian", "Cobalt", "Larkfield", "Summit", "Willow", "Granite", "Beacon", "Orchard", "Northgate"];
    private static readonly string[] Trades = ["Works", "Studio", "Partners", "Logistics", "Foods", "Textiles", "Systems", "Energy", "Media", "Trading", "Health"];
    private static readonly string[] Areas = ["Kitchen", "Garden", "Office", "Travel", "Lighting", "Storage", "Bedroom", "Outdoor", "Bathroom", "Stationery", "Nursery", "Hallway"];
    private static readonly string[] Things = ["basics", "classics", "accessories", "furniture", "tools", "gifts", "sets", "textiles", "care", "decoration", "essentials"];
    private static readonly string[] Verbs = ["Launch", "Review", "Plan", "Update", "Prepare", "Migrate", "Redesign", "Check", "Document", "Schedule", "Approve", "Translate"];
    private static readonly string[] Matters = ["homepage", "spring campaign", "price list", "customer survey", "onboarding guide", "annual report", "mobile app", "newsletter", "contract template", "training day", "stock count"];
    private static readonly string[] Manners = ["Northern", "Silver", "Amber", "Quiet", "Bright", "Coastal", "Autumn", "Central", "Golden", "Early", "Open", "Blue"];
    private static readonly string[] Openings = ["Agreed on the phone", "Checked by the team", "Asked for a second look", "Waiting for an answer", "Sent by courier", "Noted at the front desk", "Confirmed in writing", "Moved to next week", "Needs a signature", "Prepared in advance", "Discussed at the meeting", "Ready to be picked up"];
    private static readonly string[] Endings = ["before noon", "on Tuesday morning", "with two colleagues", "after the inspection", "at the usual place", "without further changes", "as in the last quarter", "for the regular visit", "in the small room", "by the end of the month", "with a short remark"];

    private static readonly Place[] Places =
    [
        new("Aarhus", "Denmark", "DK", "8000", "Havnegade", "Midtjylland", "Europe/Copenhagen"), new("Faro", "Portugal", "PT", "8000-250", "Rua do Sol", "Algarve", "Europe/Lisbon"),
        new("Bremen", "Germany", "DE", "28195", "Am Wall", "Bremen", "Europe/Berlin"), new("Ghent", "Belgium", "BE", "9000", "Veldstraat", "East Flanders", "Europe/Brussels"),
        new("Bristol", "United Kingdom", "GB", "BS1 5TR", "Queen Square", "Bristol", "Europe/London"), new("Lyon", "France", "FR", "69002", "Rue Victor Hugo", "Rhone", "Europe/Paris"),
        new("Turku", "Finland", "FI", "20100", "Linnankatu", "Southwest Finland", "Europe/Helsinki"), new("Graz", "Austria", "AT", "8010", "Herrengasse", "Styria", "Europe/Vienna"),
        new("Cork", "Ireland", "IE", "T12 X70A", "Patrick Street", "Cork", "Europe/Dublin"), new("Bergen", "Norway", "NO", "5003", "Strandgaten", "Vestland", "Europe/Oslo"),
        new("Utrecht", "Netherlands", "NL", "3511 LX", "Oudegracht", "Utrecht", "Europe/Amsterdam"),
    ];
}

/// <summary>A place whose parts belong together.</summary>
internal sealed record Place(string City, string Country, string CountryCode, string Postcode, string Street, string Region, string TimeZone);
