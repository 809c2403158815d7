using System.Text.RegularExpressions;
using Autonoma.Engine.Language;

namespace Autonoma.Engine.Grounding.Wording;

/// <summary>What an element must be so that another wording may mean it.</summary>
internal enum VariantNeed
{
    /// <summary>Nothing more than its words.</summary>
    None,
    /// <summary>It holds a day of the calendar, or asks for one.</summary>
    Dated,
    /// <summary>It makes something larger or smaller to the eye.</summary>
    Zooms,
    /// <summary>It opens a choice of whose things are shown.</summary>
    Switcher,
    /// <summary>It can be switched or ticked.</summary>
    Switches,
    /// <summary>It opens and closes what it heads, or says so with a sign.</summary>
    Folds,
    /// <summary>It leads back, or says so with an arrow.</summary>
    LeadsBack,
    /// <summary>It is a picture without words.</summary>
    Picture,
    /// <summary>It can be written in.</summary>
    Field,
    /// <summary>It can be used as it is now.</summary>
    Usable,
    /// <summary>It is a cell of a table.</summary>
    Cell,
    /// <summary>It is written or can be written in, and not a mere picture.</summary>
    Written,
    /// <summary>It says that number and nothing more.</summary>
    Number,
    /// <summary>It asks something.</summary>
    Question,
    /// <summary>It has a frame of that colour.</summary>
    Framed,
    /// <summary>It has a ground of that colour.</summary>
    Grounded,
    /// <summary>It is written in that colour.</summary>
    Lettered,
    /// <summary>It is a field of per cent.</summary>
    Percent,
    /// <summary>It is one of a list of places to go to, and no deed.</summary>
    Place,
}

/// <summary>A description in other words.</summary>
/// <param name="Text">The other words.</param>
/// <param name="Need">What the element must be.</param>
/// <param name="Colour">Of what colour, where that is needed.</param>
internal readonly record struct DescriptionVariant(string Text, VariantNeed Need = VariantNeed.None, string Colour = "");

/// <summary>The same description in other words, the nearest to what was written first: brackets taken apart, set phrases shortened, a verb in front left to what the element does.</summary>
internal static partial class DescriptionVariants
{
    // What a label may leave out: "Phone" is asked for as "phone number", "E-mail" as "email address".
    private static readonly (string Phrase, string Short)[] SetPhrases =
    [
        ("phone number", "phone"), ("telephone number", "telephone"), ("mobile number", "mobile"), ("fax number", "fax"), ("e-mail address", "email"), ("email address", "email"),
        ("mail address", "email"), ("web address", "website"), ("zip code", "zip"), ("postal code", "postcode"), ("post code", "postcode"), ("number of ", ""), ("sign-in", "sign in"), ("log-in", "log in"),
    ];

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>"The winch-log.txt attachment", "the attached file winch-log.txt": the name of the file alone; null where none is named.</summary>
    public static string? NamedFile(string description) => File().Match(description) is { Success: true } file ? file.Groups["name"].Value : null;

    /// <summary>Other wordings, without the description itself.</summary>
    public static IReadOnlyList<DescriptionVariant> Of(string description)
    {
        var others = new List<DescriptionVariant>();
        // "the link with Anna Holm's confirmation number": the confirmation number of Anna Holm.
        if (Possessive().Match(description) is { Success: true } owned)
            others.Add(new($"{owned.Groups["before"].Value}{owned.Groups["what"].Value} of {owned.Groups["owner"].Value}".Trim()));
        var quotes = Quotes.Find(description);
        // "the letter from Bank of Ireland": a name with a small word in it is one name.
        if (quotes.Count == 0 && NameWithOf().Match(description) is { Success: true } name)
            others.Add(new($"{description[..name.Index]}\"{name.Value}\"{description[(name.Index + name.Length)..]}"));
        void Add(string text, VariantNeed need = VariantNeed.None) => others.Add(new(text, need));
        var open = description.IndexOf('(', StringComparison.Ordinal);
        var close = open < 0 ? -1 : description.IndexOf(')', open);
        if (open > 0 && close > open && quotes.All(q => open < q.Start || open > q.End))
        {
            // "help icon (question mark)", "actions menu (three dots) of INV-20": the brackets say the same again in other words.
            var (before, inside, after) = (description[..open].TrimEnd(), description[(open + 1)..close].Trim(), description[(close + 1)..]);
            Add($"{before} {inside}{after}");
            Add($"{before}{after}");
            Add($"{inside}{after}");
        }

        foreach (var (phrase, shorter) in SetPhrases)
        {
            var at = description.IndexOf(phrase, StringComparison.OrdinalIgnoreCase);
            if (at < 0 || quotes.Any(q => at >= q.Start && at < q.End) || at > 0 && char.IsLetterOrDigit(description[at - 1]) || phrase[^1] != ' ' && at + phrase.Length < description.Length && char.IsLetterOrDigit(description[at + phrase.Length]))
                continue;
            Add(description[..at] + shorter + description[(at + phrase.Length)..], phrase.EndsWith("number", StringComparison.Ordinal) ? VariantNeed.Written : VariantNeed.None);
        }

        // "The remove icon" may be a bin or a cross; "4-star" is the fourth star.
        foreach (var sign in new[] { "trash icon", "cross icon" })
        {
            if (description.Contains("remove icon", StringComparison.OrdinalIgnoreCase) && quotes.Count == 0)
                Add(description.Replace("remove icon", sign, StringComparison.OrdinalIgnoreCase));
        }

        if (Dismissal().Match(description) is { Success: true } closed)
            Add("cross icon in the " + closed.Groups["what"].Value);
        if (quotes.Count == 0 && Stars().IsMatch(description))
            Add(Stars().Replace(description, match => match.Groups["n"].Value switch { "1" => "first star", "2" => "second star", "3" => "third star", "4" => "fourth star", "5" => "fifth star", var n => n + "th star" }));
        if (quotes.Count == 0 && PageSearch().IsMatch(description))
            Add(PageSearch().Replace(description, ""));
        AddVerbs(description, Add);
        if (quotes.Count == 0)
            AddSigns(description, Add);
        if (quotes.Count == 0)
            AddSteps(description, Add);
        if (quotes.Count == 0)
            AddNumbers(description, Add);
        if (quotes.Count == 0)
            AddLooks(description, others);
        // "user icon, top right": the place after a comma.
        if (PlaceAfterComma().Match(description) is { Success: true } place)
            Add($"{place.Groups["what"].Value} at the {place.Groups["place"].Value}");
        return others;
    }

    // "the button with the red frame", "the only orange button", "question about refunds", "in the menu that has just opened".
    private static void AddLooks(string description, List<DescriptionVariant> others)
    {
        if (Frame().Match(description) is { Success: true } frame)
            others.Add(new(description[..frame.Index] + description[(frame.Index + frame.Length)..], VariantNeed.Framed, frame.Groups["colour"].Value));
        if (Ground().Match(description) is { Success: true } ground)
            others.Add(new(description[..ground.Index] + description[(ground.Index + ground.Length)..], VariantNeed.Grounded, ground.Groups["colour"].Value));
        if (OnlyOne().Match(description) is { Success: true } only)
            others.Add(new(only.Groups["what"].Value));
        if (Asked().Match(description) is { Success: true } question)
            others.Add(new(question.Groups["what"].Value, VariantNeed.Question));
        if (JustOpened().Match(description) is { Success: true } opened)
            others.Add(new(description[..opened.Index] + opened.Groups["what"].Value));
    }

    /// <summary>"The button with red text": it is written in red, and need not be next to something red.</summary>
    public static DescriptionVariant? Lettering(string description) => Letters().Match(description) is { Success: true } letters && ColorWords.Canonical(letters.Groups["colour"].Value) is not null
        ? new(description[..letters.Index] + description[(letters.Index + letters.Length)..], VariantNeed.Lettered, letters.Groups["colour"].Value)
        : null;

    /// <summary>"The owner's phone number": what is written, not the receiver that calls.</summary>
    public static bool AsksForANumber(string description) => WrittenNumber().IsMatch(description);

    /// <summary>"Heading of the Due column" as what it is: the head of that column; null for anything else.</summary>
    public static string? HeadOfColumn(string description) => ColumnHead().Match(description) is { Success: true } head ? head.Groups["what"].Value + " column header" : null;

    /// <summary>The head of the column that a list is to be sorted by, or null: "sort by price", "the header that orders the rows by number of items".</summary>
    public static string? SortedBy(string description) => new[] { SortBy(), SortsBy(), SortSignOf(), SortSign() }.Select(form => form.Match(description)).FirstOrDefault(match => match.Success) is { } sort
        ? sort.Groups["table"] is { Success: true, Value: var table } ? $"{sort.Groups["what"].Value} column header of the {table}" : sort.Groups["what"].Value + " column header"
        : null;

    /// <summary>What a list is to be sorted by, or null.</summary>
    public static string? SortKey(string description) => new[] { SortBy(), SortsBy() }.Select(form => form.Match(description)).FirstOrDefault(match => match.Success)?.Groups["what"].Value;

    // A verb in front says what the element does: then it must be one that does it.
    private static void AddVerbs(string description, Action<string, VariantNeed> add)
    {
        if (Switching().Match(description) is { Success: true } switched)
            add(switched.Groups["what"].Value, VariantNeed.Switches);
        if (Folding().Match(description) is { Success: true } folded)
            add(folded.Groups["what"].Value, VariantNeed.Folds);
        if (FoldingSign().Match(description) is { Success: true } sign)
            add($"{sign.Groups["sign"].Value} of {sign.Groups["what"].Value}", VariantNeed.None);
        if (Returning().Match(description) is { Success: true } back)
            add(back.Groups["what"].Value, VariantNeed.LeadsBack);
        if (AbleTo().Match(description) is { Success: true } able)
            add(able.Groups["what"].Value, able.Groups["folds"].Success ? VariantNeed.Folds : able.Groups["ticks"].Success ? VariantNeed.Switches : VariantNeed.Field);
        // "the field for the quantity of Rope": the quantity field of Rope.
        if (FieldFor().Match(description) is { Success: true } field)
            add($"{field.Groups["what"].Value} field{field.Groups["rest"].Value}", VariantNeed.Field);
        // "select box of lot 7": the box that the lot is selected with, where no list is to be chosen from.
        if (SelectBox().Match(description) is { Success: true } box)
            add($"{description[..box.Index]}checkbox{description[(box.Index + box.Length)..]}", VariantNeed.Switches);
        if (MakingIcon().Match(description) is { Success: true } made)
            add(made.Groups["what"].Value, VariantNeed.Picture);
        // "describe what happened": the field that asks for it.
        if (Telling().Match(description) is { Success: true } telling)
            add(telling.Groups["what"].Value, VariantNeed.Field);
        // "new task field": the placeholder says "Add a task".
        if (NewField().Match(description) is { Success: true } fresh)
            add("add " + fresh.Groups["what"].Value, VariantNeed.Field);
    }

    // What people see in a control and pages do not write: a day, a pair of arrows, somebody's initials.
    private static void AddSigns(string description, Action<string, VariantNeed> add)
    {
        // "departure date": the field is called "Depart" and shows a day.
        if (DateOf().Match(description) is { Success: true } day)
            add(description[..day.Index] + day.Groups["what"].Value + description[(day.Index + day.Length)..], VariantNeed.Dated);
        // "workspace switcher": the button with the two arrows that shows which one it is.
        if (Switcher().Match(description) is { Success: true } switcher)
            add("button" + switcher.Groups["rest"].Value, VariantNeed.Switcher);
        if (Initials().Match(description) is { Success: true } initials)
            add(initials.Groups["who"].Value, VariantNeed.Usable);
        if (ArrowButton().Match(description) is { Success: true } arrow)
            add($"{description[..arrow.Index]}{(arrow.Groups["drop"].Success ? "down arrow" : "arrow")}{description[(arrow.Index + arrow.Length)..]}", VariantNeed.Picture);
    }

    private static void AddSteps(string description, Action<string, VariantNeed> add)
    {
        // "the week after" is the next week, wherever one is now.
        if (Stepping().Match(description) is { Success: true } step)
            add($"{description[..step.Index]}{(step.Groups["way"].Value.ToLowerInvariant() is "after" or "following" or "coming" ? "next" : "previous")} {step.Groups["unit"].Value}", VariantNeed.None);
        // "remove Ida Roe from the guests": the cross on what is called so.
        if (Removing().Match(description) is { Success: true } removed)
        {
            foreach (var sign in new[] { "cross", "trash icon" })
            {
                if (removed.Groups["where"].Success)
                    add($"{sign} of {removed.Groups["what"].Value} in {removed.Groups["where"].Value}", VariantNeed.Picture);
                else
                    add($"{sign} of {removed.Groups["what"].Value}", VariantNeed.Picture);
            }
        }

        // "a free slot at 10:20": what can be chosen is free.
        if (FreeSlot().Match(description) is { Success: true } free)
            add(free.Groups["time"].Success ? "slot " + free.Groups["time"].Value : free.Groups["what"].Value, VariantNeed.Usable);
        // "Stock quantity of item T-7": the column is called "Stock".
        if (ColumnValue().Match(description) is { Success: true } value)
            add($"{value.Groups["column"].Value} {value.Groups["rest"].Value}", VariantNeed.Cell);
        if (OwnersValue().Match(description) is { Success: true } owned)
            add($"{owned.Groups["column"].Value} of {owned.Groups["owner"].Value}", VariantNeed.Cell);
    }

    private static void AddNumbers(string description, Action<string, VariantNeed> add)
    {
        // "number 15 on the map": what says 15.
        if (Numbered().Match(description) is { Success: true } numbered)
            add(numbered.Groups["n"].Value + numbered.Groups["rest"].Value, VariantNeed.Number);
        // "entry at 16:00": the choice that says 16:00 under what is called so.
        if (AtTime().Match(description) is { Success: true } timed)
            add($"{timed.Groups["time"].Value} in {timed.Groups["what"].Value}", VariantNeed.Usable);
        if (NthPage().Match(description) is { Success: true } page && NumberWords.TryOrdinal(page.Groups["n"].Value, out var number) && number > 0)
            add(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"page {number}"), VariantNeed.None);
        // "the 12th of June": the day under its month.
        if (DayOfMonth().Match(description) is { Success: true } day)
            add($"{description[..day.Index]}{day.Groups["month"].Value} {day.Groups["day"].Value}{description[(day.Index + day.Length)..]}", VariantNeed.None);
    }

    [GeneratedRegex(@"(?<!^)\b\p{Lu}[\p{L}\d.'&-]*(?: \p{Lu}[\p{L}\d.'&-]*)* (?:of|and|&|for|de|von|van|the|in)(?: \p{Lu}[\p{L}\d.'&-]*)+", RegexOptions.CultureInvariant)]
    private static partial Regex NameWithOf();

    [GeneratedRegex(@"^\s*(close|dismiss|hide)\s+(the\s+)?(?<what>([\p{L}-]+\s+){0,5}(dialog|dialogue|modal|popup|pop-up|panel|drawer|pane|sidebar|snackbar|toast|notification|banner|message|popover|tooltip|window|warning|alert|notice|error|hint|tip|info|bar))\s*$", Options)]
    private static partial Regex Dismissal();

    [GeneratedRegex(@"\b(?<n>[1-9])[- ]stars?(\s+rating)?\b", Options)]
    private static partial Regex Stars();

    [GeneratedRegex(@"^\s*(sort|order)\s+((the\s+)?(list|table|rows|results|entries|items|grid|\p{L}+s)\s+)?by\s+(the\s+)?(number\s+of\s+)?(?<what>[^,]{1,60}?)(\s+(column|header|column\s+header))?\s*$", Options)]
    private static partial Regex SortBy();

    [GeneratedRegex(@"^\s*(the\s+)?((column\s+)?(header|heading|head)|button|link|arrow|icon|control)\s+(that|which|to|for)\s+(sorts?|sorting|orders?|ordering)\s+((the\s+)?(list|table|rows|results|entries|items|grid|\p{L}+s)\s+)?by\s+(the\s+)?(?<what>[^,]{1,60}?)\s*$", Options)]
    private static partial Regex SortsBy();

    [GeneratedRegex(@"^\s*(the\s+)?sort(ing)?\s+(button|arrow|icon|link|control|header|sign)\s+(for|of|on|by|in)\s+(the\s+)?(?<what>[^,]{1,40}?)(\s+(column|header|column\s+header))?\s*$", Options)]
    private static partial Regex SortSignOf();

    [GeneratedRegex(@"^\s*(the\s+)?(?<what>[^,]{1,40}?)\s+sort(ing)?\s+(button|arrow|link|control)(\s+(in|on|at)\s+(the\s+)?(header|head|heading|top|header\s+row)(\s+of\s+(the\s+)?(?<table>[^,]{1,40}?\s+(table|grid|list)))?)?\s*$", Options)]
    private static partial Regex SortSign();

    [GeneratedRegex(@"^\s*((turn|switch)\s+(on|off)|enable|disable|activate|deactivate|toggle|tick|untick|check|uncheck)\s+(the\s+)?(?<what>\S.*)$", Options)]
    private static partial Regex Switching();

    [GeneratedRegex(@"^\s*(expand|collapse|unfold|fold|open|close|fold\s+out|fold\s+in)\s+(the\s+)?(?!(icon|button|cross|sign|symbol|link|mark|x)\b)(?<what>\S.*)$", Options)]
    private static partial Regex Folding();

    [GeneratedRegex(@"^\s*(the\s+)?(?<sign>arrow|triangle|chevron|caret|plus|plus\s+sign|icon)\s+(that\s+(unfolds|expands|opens|collapses|closes)|to\s+(unfold|expand|open|collapse|close|fold))\s+(the\s+)?(?<what>\S.*)$", Options)]
    private static partial Regex FoldingSign();

    [GeneratedRegex(@"\b(?<what>(?!(due|start|end|the|a|an|this|that|of|from|to|first|second|last|third|valid|current)\b)\p{L}{3,}(\s+(on|by|at))?)\s+date\b(?!\s+(picker|range|field))", Options)]
    private static partial Regex DateOf();

    [GeneratedRegex(@"^\s*(the\s+)?(workspace|organi[sz]ation|team|account|tenant|project|company|store|site|space|profile|brand|board)\s+(switcher|selector|chooser|picker)(\s+(button|menu|dropdown))?(?<rest>\s+(next\s+to|beside|in|at|on|below|under|above)\s.*)?\s*$", Options)]
    private static partial Regex Switcher();

    [GeneratedRegex(@"^\s*(the\s+)?initials\s+(?<who>\p{L}{1,3}(\s.*)?)$", Options)]
    private static partial Regex Initials();

    [GeneratedRegex(@"\b((?<drop>drop-?down)\s+(arrow|caret|chevron)|arrow\s+button)\b", Options)]
    private static partial Regex ArrowButton();

    [GeneratedRegex(@"^\s*(the\s+)?(?<what>\S.*?)\s*,?\s+(that|which)\s+(can|could|may)\s+be\s+((?<folds>unfolded|folded(\s+(out|up|in))?|expanded|collapsed|opened|closed)|(?<ticks>ticked|unticked|checked|unchecked|toggled|switched(\s+(on|off))?|turned\s+(on|off))|edited|filled(\s+in)?|typed\s+in(to)?|written\s+in)\s*$", Options)]
    private static partial Regex AbleTo();

    [GeneratedRegex(@"^\s*(the\s+)?(little\s+|small\s+|text\s+|input\s+|entry\s+)?(field|box|input)\s+for\s+(the\s+|an?\s+)?(?<what>\p{L}+(\s+\p{L}+)?)(?<rest>\s+(of|for|in|on)\s\S.*)$", Options)]
    private static partial Regex FieldFor();

    [GeneratedRegex(@"\b(select|selection|selecting|row\s+selection)[ -](box|square)\b", Options)]
    private static partial Regex SelectBox();

    [GeneratedRegex(@"^\s*(go\s+|return\s+)?(back\s+)?to\s+(the\s+)?(?<what>\S.*?)(\s+link)?\s*$", Options)]
    private static partial Regex Returning();

    [GeneratedRegex(@"^\s*(the\s+)?(insert|add|attach|toggle|make|apply|format|set)\s+(an?\s+|as\s+)?(?<what>[\p{L}-]+(\s+[\p{L}-]+)?\s+(icon|button)\b.*)$", Options)]
    private static partial Regex MakingIcon();

    [GeneratedRegex(@"^\s*(the\s+)?new\s+(?<what>([\p{L}-]+\s+){1,3}(field|box|input|text\s+box|text\s+field|input\s+field|text\s+area)\b.*)$", Options)]
    private static partial Regex NewField();

    [GeneratedRegex(@"^\s*(the\s+)?(?<n>\p{L}+|\d+(st|nd|rd|th))\s+page(\s+of\s+(the\s+)?[\p{L} ]+|\s+in\s+the\s+pag\p{L}+)?\s*$", Options)]
    private static partial Regex NthPage();

    [GeneratedRegex(@"\b(the\s+)?(?<day>[1-9]|[12][0-9]|3[01])(st|nd|rd|th)(\s+of)?\s+(?<month>January|February|March|April|May|June|July|August|September|October|November|December)\b", Options)]
    private static partial Regex DayOfMonth();

    [GeneratedRegex(@"\b(global|main|site|site-wide|sitewide|page|quick|central|general)\s+(?=search\s+(box|field|bar|input)\b)", Options)]
    private static partial Regex PageSearch();

    [GeneratedRegex(@"\b(the\s+)?((?<unit>day|week|month|year|page)\s+(?<way>after|before)|(?<way>following|coming|preceding|prior)\s+(?<unit>day|week|month|year|page))(\s+(it|that|this|this\s+one|that\s+one))?\s*$", Options)]
    private static partial Regex Stepping();

    [GeneratedRegex(@"^\s*(remove|take\s+out|take\s+off|drop)\s+(the\s+)?(?<what>\S.{0,60}?)(\s+(from|out\s+of)\s+(?<where>\S.*))?$", Options)]
    private static partial Regex Removing();

    [GeneratedRegex(@"^\s*(the\s+|a\s+)?((free|available|open|bookable)\s+)?(?<what>(time\s+)?slot(\s+(at|for|from|of)\s+(?<time>\d\S*)|\b.*))$", Options)]
    private static partial Regex FreeSlot();

    [GeneratedRegex(@"^\s*(the\s+)?(?<column>\S.{1,40}?)\s+(quantity|amount|value|figure|number|count|total|score|mark|grade|rating)\s+(?<rest>(of|for|in)\s+\S.*)$", Options)]
    private static partial Regex ColumnValue();

    [GeneratedRegex(@"^\s*(the\s+)?((attached\s+|uploaded\s+)?(attachment|file|document)\s+(named\s+|called\s+)?[""“']?(?<name>[\p{L}\d_()-][\p{L}\d_().-]*\.[a-z]\w{1,4})[""”']?|[""“']?(?<name>[\p{L}\d_()-][\p{L}\d_().-]*\.[a-z]\w{1,4})[""”']?\s+(attachment|file|document))\s*$", Options)]
    private static partial Regex File();

    [GeneratedRegex(@"^\s*(the\s+)?(?!.*\b(with|in|of|for|on|at|that|which|to|from)\b)(?<owner>\S.{1,40}?)['’]s\s+(?<column>\S.{1,40}?)\s+(quantity|amount|value|figure|number|count|total|score|mark|grade|rating)\s*$", Options)]
    private static partial Regex OwnersValue();

    [GeneratedRegex(@"\s+(with|in|that\s+has|which\s+has|has|having)\s+(an?\s+|the\s+|its\s+)?(?<colour>\p{L}+)\s+(frame|border|outline|edge|edging|rim|contour)(\s+around\s+it)?\b", Options)]
    private static partial Regex Frame();

    [GeneratedRegex(@"\s+((with|that\s+has|which\s+has|having)\s+(an?\s+|the\s+|its\s+)?(?<colour>\p{L}+)\s+(text|lettering|letters|writing|font|script)|(written|lettered)\s+in\s+(?<colour>\p{L}+))\s*$", Options)]
    private static partial Regex Letters();

    [GeneratedRegex(@"\s+(with|on|that\s+has|which\s+has|having)\s+(an?\s+|the\s+|its\s+)?(?<colour>\p{L}+)\s+(ground|background|fill|backdrop)\b", Options)]
    private static partial Regex Ground();

    [GeneratedRegex(@"^\s*(the\s+)?(one\s+and\s+only|only|single|sole)\s+(?<what>\S.*)$", Options)]
    private static partial Regex OnlyOne();

    [GeneratedRegex(@"^\s*(the\s+)?(faq\s+)?question\s+(about|on|regarding|concerning|whether|why|how|what|when|where|which\s+asks|that\s+asks)\s+(?<what>\S.*)$", Options)]
    private static partial Regex Asked();

    [GeneratedRegex(@"(?<what>\b(menu|list|dialog|panel|popup|pop-up|box|dropdown))\s+(that|which)\s+(has\s+|have\s+|is\s+|was\s+)?(just\s+|now\s+)?(opened|opens|open|appeared|appears|popped\s+up|pops\s+up|dropped\s+down|drops\s+down|unfolded|came\s+up|come\s+up|been\s+opened)(\s+(just\s+)?now)?\s*$", Options)]
    private static partial Regex JustOpened();

    [GeneratedRegex(@"^\s*(the\s+)?(heading|header|head|caption|title)\s+(of|over|above|on|at\s+the\s+top\s+of)\s+(the\s+)?(?<what>\S.{0,40}?)\s+column\s*$", Options)]
    private static partial Regex ColumnHead();

    [GeneratedRegex(@"^\s*(describe|explain|state|say|note|write|tell\s+(us|them)|report)\s+(?<what>(what|why|how|who|when|where|which)\b.*)$", Options)]
    private static partial Regex Telling();

    [GeneratedRegex(@"\b(phone|telephone|mobile|fax)\s+number\b", Options)]
    private static partial Regex WrittenNumber();

    [GeneratedRegex(@"^\s*(the\s+)?(number|no\.?|nr\.?)\s+(?<n>\d{1,6})(?<rest>\s.*)?$", Options)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^\s*(the\s+)?(?<what>\p{L}[\p{L} -]{1,40}?)\s+(at|for|from)\s+(?<time>\d{1,2}[:.]\d\d(\s?[ap]\.?m\.?)?|\d{1,2}\s?[ap]\.?m\.?)(\s+o'clock)?\s*$", Options)]
    private static partial Regex AtTime();

    [GeneratedRegex(@"^(?<what>[^,]+),\s*(at\s+the\s+)?(?<place>(top|bottom|upper|lower)[- ](left|right)|top|bottom)(\s+corner)?\s*$", Options)]
    private static partial Regex PlaceAfterComma();

    // An owner by name, and what of it in plain words to the end.
    [GeneratedRegex(@"^(?<before>(?:the\s)?(?:\p{Ll}+\s)*?)(?:the\s)?(?<owner>[\p{Lu}\d][\w.-]*(?:\s[\p{Lu}\d][\w.-]*){0,3})['’]s\s(?<what>\p{Ll}[\p{Ll}-]*(?:\s\p{Ll}[\p{Ll}-]*){0,2})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Possessive();
}
