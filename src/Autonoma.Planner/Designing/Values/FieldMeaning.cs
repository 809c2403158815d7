namespace Autonoma.Planner.Designing.Values;

/// <summary>What a field is about, as its name and type tell.</summary>
internal enum FieldMeaning
{
    Unknown, Flag, Word, Money, MoneyOff, Percent, Quantity, Stock, Rating, Year, Age, Rank, Counter, Bytes, Latitude, Longitude, Whole, Fraction,
    Past, Future, Birth, Opening, Closing, Duration, TimeOfDay, Guid,
    Email, Phone, FirstName, LastName, FullName, UserName, Password, Slug, Code, Url, Picture, Company, City, Country, CountryCode, Region, Street, Postcode,
    Title, Sentence, Paragraph, Colour, FileName, ContentType, Currency, Iban, Secret, Language, TimeZone, Unit, JobTitle, Category, Digits, Texts, Blob, Structure,
}

/// <summary>Tells what a field is about.</summary>
internal static class MeaningOf
{
    private static readonly string[] PersonModels = ["user", "person", "customer", "patient", "employee", "member", "staff", "contact", "student", "teacher", "author", "practitioner", "receptionist", "guest", "tenant", "driver", "doctor", "nurse", "subscriber", "participant", "attendee", "candidate", "applicant", "lead", "profile", "account", "agent", "owner", "recipient", "player", "volunteer"];
    private static readonly string[] CompanyModels = ["company", "organization", "organisation", "client", "supplier", "vendor", "business", "agency", "brand", "manufacturer", "partner", "firm", "employer", "publisher", "shop", "store", "workspace", "team", "practice", "clinic", "school", "tenant"];

    public static FieldMeaning Field(StoredModel model, StoredField field)
    {
        var type = field.Type.TrimEnd('?');
        if (type.EndsWith("[]", StringComparison.Ordinal))
            return type is "string[]" ? FieldMeaning.Texts : type is "byte[]" ? FieldMeaning.Blob : FieldMeaning.Structure;
        if (field.Words.Count > 0)
            return FieldMeaning.Word;
        var words = NameWords.Of(field.Name);
        return type.ToLowerInvariant() switch
        {
            "bool" or "boolean" => FieldMeaning.Flag,
            "guid" or "uuid" => FieldMeaning.Guid,
            "bytes" => FieldMeaning.Blob,
            "json" or "object" or "map" => FieldMeaning.Structure,
            "datetime" or "datetimeoffset" or "date" or "timestamp" or "instant" or "localdate" => Date(words),
            "time" => FieldMeaning.TimeOfDay,
            "timespan" or "duration" => FieldMeaning.Duration,
            "int" or "long" or "short" or "byte" or "integer" or "bigint" or "uint" or "ulong" => Number(words, isWhole: true),
            "decimal" or "double" or "float" or "number" or "numeric" or "real" => Number(words, isWhole: false),
            "unknown" => Untyped(model, field, words),
            _ => Text(model, field, words),
        };
    }

    // A column of which only the name is known.
    private static FieldMeaning Untyped(StoredModel model, StoredField field, IReadOnlyList<string> words)
    {
        var text = Text(model, field, words);
        if (text is not FieldMeaning.Sentence)
            return text;
        var number = Number(words, isWhole: false);
        return number is FieldMeaning.Fraction ? text : number;
    }

    private static FieldMeaning Date(IReadOnlyList<string> words)
    {
        if (Any(words, "birth", "birthday", "birthdate", "dob", "born"))
            return FieldMeaning.Birth;
        if (Any(words, "from", "start", "begin", "valid_from") && !Any(words, "started") && words.Count <= 3)
            return FieldMeaning.Opening;
        if (Any(words, "until", "to", "end", "ends", "expires", "expiry", "expiration", "valid"))
            return FieldMeaning.Closing;
        return Any(words, "due", "deadline", "starts", "scheduled", "planned", "next", "appointment", "departure", "arrival", "publish", "renewal", "trial") ? FieldMeaning.Future : FieldMeaning.Past;
    }

    private static FieldMeaning Number(IReadOnlyList<string> words, bool isWhole)
    {
        if (Any(words, "discount", "refunded", "rebate", "reduction", "tip"))
            return FieldMeaning.MoneyOff;
        if (Any(words, "percent", "percentage", "pct", "vat", "share"))
            return FieldMeaning.Percent;
        if (Any(words, "price", "amount", "total", "cost", "fee", "budget", "salary", "balance", "subtotal", "revenue", "deposit", "rent", "wage", "cents", "money", "shipping") || (Any(words, "rate") && !isWhole))
            return FieldMeaning.Money;
        if (Any(words, "stock", "inventory", "available", "capacity", "seats"))
            return FieldMeaning.Stock;
        if (Any(words, "quantity", "qty", "packs", "pieces", "units", "count", "guests", "nights", "number_of"))
            return FieldMeaning.Quantity;
        if (Any(words, "rating", "stars", "score"))
            return FieldMeaning.Rating;
        if (Any(words, "year"))
            return FieldMeaning.Year;
        if (Any(words, "age"))
            return FieldMeaning.Age;
        if (Any(words, "position", "rank", "order", "sort", "index", "sequence", "priority", "level"))
            return FieldMeaning.Rank;
        if (Any(words, "latitude", "lat"))
            return FieldMeaning.Latitude;
        if (Any(words, "longitude", "lng", "lon"))
            return FieldMeaning.Longitude;
        if (Any(words, "size", "length", "bytes"))
            return FieldMeaning.Bytes;
        if (isWhole && Any(words, "number", "no", "id"))
            return FieldMeaning.Counter;
        return isWhole ? FieldMeaning.Whole : FieldMeaning.Fraction;
    }

    private static FieldMeaning Text(StoredModel model, StoredField field, IReadOnlyList<string> words)
    {
        switch (field.Limits.Format)
        {
            case "email":
                return FieldMeaning.Email;
            case "url":
                return FieldMeaning.Url;
            case "phone":
                return FieldMeaning.Phone;
            default:
                break;
        }

        var last = words.Count > 0 ? words[^1] : "";
        if (Any(words, "email") || NameWords.Plain(field.Type).Contains("email", StringComparison.Ordinal))
            return FieldMeaning.Email;
        if (Any(words, "password", "passwd", "pwd", "passphrase"))
            return Any(words, "hash", "salt") ? FieldMeaning.Secret : FieldMeaning.Password;
        if (Any(words, "hash", "salt", "token", "secret", "stamp", "signature", "checksum", "nonce", "fingerprint") || (last is "key" && words.Count > 1) || (words.Count == 1 && last is "key"))
            return FieldMeaning.Secret;
        if (Any(words, "phone", "telephone", "mobile", "fax", "tel"))
            return FieldMeaning.Phone;
        if (Any(words, "slug", "handle", "subdomain", "permalink"))
            return FieldMeaning.Slug;
        if (words is [.., "file", "name"] or ["filename"])
            return FieldMeaning.FileName;
        if (words is [.., "content", "type"] or [.., "mime", "type"] or ["mime"])
            return FieldMeaning.ContentType;
        if (words is [.., "user", "name"] or ["username"] or ["login"] or ["nickname"])
            return FieldMeaning.UserName;
        if (words is [.., "first", "name"] or [.., "given", "name"] or ["firstname"] or ["forename"])
            return FieldMeaning.FirstName;
        if (words is [.., "last", "name"] or [.., "family", "name"] or ["lastname"] or ["surname"])
            return FieldMeaning.LastName;
        if (words is [.., "full", "name"] or [.., "display", "name"] or [.., "contact", "name"] or ["founder", "name"] || (last is "name" && words.Any(word => PersonModels.Contains(word, StringComparer.Ordinal))) || (words.Count == 1 && PersonModels.Contains(last, StringComparer.Ordinal)) || last is "author" or "recipient" or "signatory" || words is [.., "received", "by"])
            return FieldMeaning.FullName;
        if (words is [.., "company"] or [.., "organization"] or [.., "organisation"] or [.., "employer"] || (last is "name" && words.Any(word => CompanyModels.Contains(word, StringComparer.Ordinal))))
            return FieldMeaning.Company;
        if (Any(words, "country"))
            return Any(words, "code", "iso") || field.Limits.MaxLength is 2 ? FieldMeaning.CountryCode : FieldMeaning.Country;
        if (Any(words, "city", "town"))
            return FieldMeaning.City;
        if (Any(words, "postcode", "zip", "zipcode", "postal"))
            return FieldMeaning.Postcode;
        if (Any(words, "street", "line1") || last is "address")
            return FieldMeaning.Street;
        if (Any(words, "state", "region", "province", "county") && !Any(words, "status"))
            return FieldMeaning.Region;
        if (Any(words, "currency"))
            return FieldMeaning.Currency;
        if (Any(words, "iban"))
            return FieldMeaning.Iban;
        if (Any(words, "colour", "color"))
            return FieldMeaning.Colour;
        if (Any(words, "language", "locale", "culture"))
            return FieldMeaning.Language;
        if (Any(words, "timezone") || words is [.., "time", "zone"])
            return FieldMeaning.TimeZone;
        if (Any(words, "avatar", "photo", "picture", "logo") || (Any(words, "image", "thumbnail") && words.Count == 1))
            return FieldMeaning.Picture;
        if (Any(words, "url", "uri", "website", "link", "homepage", "href"))
            return FieldMeaning.Url;
        if (Any(words, "unit"))
            return FieldMeaning.Unit;
        if (words is ["position"] or [.., "job", "title"] or ["occupation"] or ["profession"])
            return FieldMeaning.JobTitle;
        if (last is "category" or "department" or "industry" or "genre" or "topic" or "specialty" or "speciality")
            return FieldMeaning.Category;
        if (words is [.., "last", "four"] or ["cvc"] or ["cvv"])
            return FieldMeaning.Digits;
        if (last is "code" or "sku" or "number" or "reference" or "no" or "ean" or "isbn" or "prefix" or "identifier" or "vin" or "licence" or "license" or "ref")
            return FieldMeaning.Code;
        if (Any(words, "description", "notes", "note", "body", "bio", "about", "content", "message", "comment", "letter", "remarks", "summary"))
            return field.Limits.MaxLength is < 120 ? FieldMeaning.Sentence : FieldMeaning.Paragraph;
        if (last is "name" or "title" or "subject" or "label" or "headline" or "caption" or "heading")
            return last is "name" && words.Count == 1 ? NameFor(model) : FieldMeaning.Title;
        return FieldMeaning.Sentence;
    }

    private static FieldMeaning NameFor(StoredModel model)
    {
        var words = NameWords.Of(model.Name);
        if (words.Any(word => PersonModels.Contains(word, StringComparer.Ordinal)) && !words.Any(word => word is "tenant"))
            return FieldMeaning.FullName;
        return words.Any(word => CompanyModels.Contains(word, StringComparer.Ordinal)) && words[^1] is not ("settings" or "setting") ? FieldMeaning.Company : FieldMeaning.Title;
    }

    private static bool Any(IReadOnlyList<string> words, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (words.Contains(name, StringComparer.Ordinal))
                return true;
        }

        return false;
    }
}
