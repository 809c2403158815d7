using Autonoma.Engine.Language;

namespace Autonoma.Engine.Grounding.Wording;

/// <summary>How alike two words are: spelling, inflection, everyday synonyms. Words with digits match exactly or not at all.</summary>
internal static class WordForms
{
    private static readonly string[] Suffixes =
        ["ications", "ication", "ations", "ation", "ments", "ment", "ings", "ing", "ions", "ion", "ers", "er", "ors", "or", "ed", "es", "al", "als", "ly", "able", "ure", "ures", "ance", "ence", "ive", "ies", "ied", "ity", "ness", "ing", "s", "e", "y", "d", "r"];

    private static readonly Dictionary<string, string> Irregular = new(StringComparer.Ordinal)
    {
        ["people"] = "person", ["children"] = "child", ["men"] = "man", ["women"] = "woman", ["mice"] = "mouse", ["bought"] = "buy", ["sent"] = "send", ["paid"] = "pay",
        ["chosen"] = "choose", ["shown"] = "show", ["hidden"] = "hide", ["written"] = "write", ["lost"] = "lose", ["sold"] = "sell", ["left"] = "left", ["news"] = "news",
        ["undoing"] = "undo", ["going"] = "go", ["undoes"] = "undo", ["redoes"] = "redo", ["does"] = "do", ["taken"] = "take", ["made"] = "make", ["kept"] = "keep",
        ["shelves"] = "shelf", ["halves"] = "half", ["knives"] = "knif", ["wolves"] = "wolf", ["loaves"] = "loaf", ["calves"] = "calf", ["scarves"] = "scarf", ["thieves"] = "thief",
    };

    // Words of one group stand for each other in labels. Deliberately short: a button that was renamed is not the button that was asked for.
    private static readonly Dictionary<string, int> Groups = BuildGroups(
        "search|find|lookup", "refresh|reload", "photo|picture|image|pic", "phone|telephone|tel|mobile", "postcode|zip|postal|zipcode", "surname|lastname",
        "trash|bin|delete", "trash|bin|recycle", "basket|cart|bag|trolley", "quantity|qty|amount", "login|signin|logon", "logout|signout|logoff", "signup|register",
        "monday|mon|mo", "tuesday|tue|tues", "wednesday|wed", "thursday|thu|thur|thurs", "friday|fri", "saturday|sat", "sunday|sun",
        "january|jan", "february|feb", "march|mar", "april|apr", "june|jun", "july|jul", "august|aug", "september|sep|sept", "october|oct", "november|nov", "december|dec",
        "number|no|nr|num", "telephone|phone", "picture|avatar", "preferences|settings", "info|information", "favourite|favorite|star", "amount|sum", "password|passcode",
        "notification|notify|alert", "dismiss|close", "documentation|docs", "application|app", "statistics|stats", "reports|report", "administrator|admin", "maximum|max",
        "minimum|min", "approximately|approx", "department|dept", "street|str", "avenue|ave", "company|organisation|organization", "sender|from", "recipient|to", "colour|color",
        "grey|gray", "text|sms", "reset|clear", "vat|tax", "purchase|buy", "advert|ad", "favourites|starred", "photo|profile", "euro|eur", "dollar|usd", "percent|percentage",
        "destination|to", "origin|from", "captions|subtitles|cc", "first|1", "second|2", "third|3", "fourth|4");

    private static readonly Dictionary<string, List<int>> GroupsOf = ToGroups();

    // Only a misspelt word of everyday interfaces is taken for a slip; a misspelt name may be another person.
    private static readonly string[] Vocabulary =
        ("submit cancel continue password username email address search settings profile account button checkout payment delivery shipping quantity product products customer customers "
        + "order orders invoice invoices delete remove update upload download export import filter filters register registration confirm confirmation message messages notification "
        + "notifications description category categories subscribe newsletter preferences dashboard contact contacts calendar appointment appointments schedule available availability "
        + "total subtotal discount coupon voucher receipt currency language country region street number postcode department employee employees manager report reports summary "
        + "details information overview history security permission permissions members billing subscription warehouse inventory supplier suppliers project projects comment comments "
        + "attachment attachments document documents priority status title subject recipient recipients reference balance transfer transaction transactions statement approve approval "
        + "reject rejected archive archived restore duplicate preview publish published unpublish accept decline close reopen assign unassign complete completed pending "
        + "overdue created modified refresh reload previous next submit select selection dropdown checkbox remember forgot forgotten reset change edit create save continue finish "
        + "library playlist artist recipe ingredients instructions rating reviews favourite favorite reservation booking departure arrival passenger passengers traveller luggage "
        + "insurance vehicle driver licence license location destination property bedroom bathroom apartment teacher student students lesson homework attendance grade grades "
        + "pipeline deployment deployments environment environments repository branch commit workflow release production staging artifact artifacts logs rerun").Split(' ');

    /// <summary>Words of everyday interfaces, and those that have synonyms here.</summary>
    public static IEnumerable<string> Everyday => Vocabulary.Concat(Groups.Keys.Select(key => key[(key.IndexOf(':', StringComparison.Ordinal) + 1)..]));

    private static readonly HashSet<string> VocabularySet = new(Vocabulary, StringComparer.Ordinal);

    /// <summary>A word without the marks that spelling variants differ by: e-mail and email, colour and color, Straße and Strasse.</summary>
    public static string Canonical(string word)
    {
        var plain = word.All(char.IsAscii) ? word : TextFold.Plain(word);
        if (plain.Length > 1 && plain[0] == '#')
            plain = plain[1..];
        if (plain.Any(char.IsDigit))
            return plain;
        plain = plain.Replace("-", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal);
        if (plain.Length < 5)
            return plain;
        // Bills are several of a bill, which is too short to be bent.
        if (plain.Length == 5 && plain.EndsWith("lls", StringComparison.Ordinal))
            return plain;
        if (plain.EndsWith("ogue", StringComparison.Ordinal))
            plain = plain[..^2];
        if (plain.EndsWith("tre", StringComparison.Ordinal))
            plain = plain[..^2] + "er";
        return plain.Replace("our", "or", StringComparison.Ordinal).Replace("isa", "iza", StringComparison.Ordinal).Replace("ise", "ize", StringComparison.Ordinal)
            .Replace("isi", "izi", StringComparison.Ordinal).Replace("yse", "yze", StringComparison.Ordinal).Replace("ll", "l", StringComparison.Ordinal)
            .Replace("ence", "ense", StringComparison.Ordinal);
    }

    /// <summary>Root of a regularly inflected word.</summary>
    public static string Stem(string canonical)
    {
        if (Irregular.TryGetValue(canonical, out var known))
            return known;
        var word = canonical;
        if (word.Length < 4 || word.Any(char.IsDigit))
            return word;
        if (word.EndsWith("ies", StringComparison.Ordinal) && word.Length > 4)
            word = word[..^3] + "y";
        else if (word.EndsWith("sses", StringComparison.Ordinal) || word.EndsWith("xes", StringComparison.Ordinal) || word.EndsWith("ches", StringComparison.Ordinal) || word.EndsWith("shes", StringComparison.Ordinal))
            word = word[..^2];
        else if (word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) && !word.EndsWith("us", StringComparison.Ordinal) && !word.EndsWith("is", StringComparison.Ordinal))
            word = word[..^1];
        if (word.Length > 5 && word.EndsWith("ing", StringComparison.Ordinal))
            word = Undouble(word[..^3]);
        else if (word.Length > 4 && word.EndsWith("ed", StringComparison.Ordinal))
            word = Undouble(word[..^2]);
        if (word.Length > 3 && word.EndsWith('e'))
            word = word[..^1];
        if (word.Length > 3 && word.EndsWith('y'))
            word = word[..^1] + "i";
        return word;
    }

    /// <summary>0 (different) to 1 (the same) for a word of a description against a word of the page.</summary>
    public static double Quality(string described, string onPage)
    {
        if (described == onPage)
            return 1;
        var left = Canonical(described);
        var right = Canonical(onPage);
        if (left == right)
            return left.Any(char.IsDigit) ? 1 : 0.97;
        if (left.Any(char.IsDigit) || right.Any(char.IsDigit))
            return SameNumber(left, right) ? 0.95 : Related(left, right) ? 0.84 : 0;
        if (German(described) == German(onPage))
            return 0.96;
        if (left.Length < 2 || right.Length < 2)
            return 0;
        if (Stem(left) == Stem(right))
            return 0.92;
        if (Related(left, right))
            return 0.84;
        if (Derived(left, right))
            return 0.76;
        return VocabularySet.Contains(onPage) && !VocabularySet.Contains(described) && described.Length >= 4 && described[0] == onPage[0] && Math.Abs(described.Length - onPage.Length) <= 1 && Spelling.IsTypoOf(described, onPage) ? 0.86 : 0;
    }

    /// <summary>What an abbreviation on a page stands for, or null.</summary>
    public static string? Expansion(string word) => word switch
    {
        "sso" => "single sign-on",
        "faq" or "faqs" => "frequently asked questions",
        "toc" => "table of contents",
        "2fa" => "two-factor authentication",
        "mfa" => "multi-factor authentication",
        "dob" => "date of birth",
        "eta" => "estimated arrival",
        "cv" => "curriculum vitae",
        "ssn" => "social security number",
        "cvc" or "cvv" => "security code",
        "po" => "purchase order",
        "hr" => "human resources",
        "faves" or "favs" => "favourites",
        _ => null,
    };

    /// <summary>Keys under which a page's words are filed so that <see cref="Quality"/> need only be asked for likely ones.</summary>
    public static IEnumerable<string> Keys(string word)
    {
        var canonical = Canonical(word);
        yield return canonical.Length >= 3 && !canonical.Any(char.IsDigit) ? canonical[..3] : canonical;
        if (GroupsOf.TryGetValue(canonical, out var groups))
        {
            foreach (var group in groups)
                yield return "=" + group.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        if (word.Any(c => c is 'ä' or 'ö' or 'ü'))
            yield return German(word)[..Math.Min(3, German(word).Length)];
        if (canonical.Length >= 4 && VocabularySet.Contains(word))
            yield return "~" + canonical[^1];
    }

    /// <summary>Whether two words stand for each other: Tuesday and Tue.</summary>
    public static bool AreRelated(string left, string right) => Related(Canonical(left), Canonical(right));

    private static bool Related(string left, string right) =>
        GroupsOf.TryGetValue(left, out var a) && GroupsOf.TryGetValue(right, out var b) && a.Any(b.Contains);

    private static bool Derived(string left, string right)
    {
        var common = 0;
        while (common < left.Length && common < right.Length && left[common] == right[common])
            common++;
        // "Approve" is done; "Approvals" are a list of things.
        if (IsPlural(left) && right[common..] is "" or "e" && left.Length - common > 2 || IsPlural(right) && left[common..] is "" or "e" && right.Length - common > 2)
            return false;
        return common >= 4 && common * 2 >= Math.Max(left.Length, right.Length) && IsSuffix(left[common..]) && IsSuffix(right[common..]);
    }

    private static bool IsPlural(string word) => word[^1] == 's' && !word.EndsWith("ss", StringComparison.Ordinal) && !word.EndsWith("us", StringComparison.Ordinal) && !word.EndsWith("is", StringComparison.Ordinal);

    private static bool IsSuffix(string rest) => rest.Length == 0 || Array.IndexOf(Suffixes, rest) >= 0 || rest is "ication" or "ification" or "y" or "ies" or "i" or "ion";

    // 1,250.00 and 1250.00 and 1250: the same number written differently.
    private static bool SameNumber(string left, string right) =>
        left.All(c => char.IsDigit(c) || c is '.' or ',') && right.All(c => char.IsDigit(c) || c is '.' or ',') && left.Length > 2 && right.Length > 2
        && Number(left) == Number(right);

    private static string Number(string text)
    {
        var digits = text.Replace(",", "", StringComparison.Ordinal);
        return digits.EndsWith(".00", StringComparison.Ordinal) ? digits[..^3] : digits;
    }

    private static string German(string word) => word.Replace("ä", "ae", StringComparison.Ordinal).Replace("ö", "oe", StringComparison.Ordinal)
        .Replace("ü", "ue", StringComparison.Ordinal).Replace("ß", "ss", StringComparison.Ordinal);

    private static string Undouble(string word) => word.Length > 3 && word[^1] == word[^2] && word[^1] is not ('s' or 'l' or 'z') ? word[..^1] : word;

    private static Dictionary<string, int> BuildGroups(params string[] groups)
    {
        var map = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < groups.Length; i++)
        {
            foreach (var word in groups[i].Split('|'))
                map[i + ":" + word] = i;
        }

        return map;
    }

    private static Dictionary<string, List<int>> ToGroups()
    {
        var map = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        foreach (var (key, group) in Groups)
        {
            var word = Canonical(key[(key.IndexOf(':', StringComparison.Ordinal) + 1)..]);
            if (!map.TryGetValue(word, out var list))
                map[word] = list = [];
            list.Add(group);
        }

        return map;
    }
}
