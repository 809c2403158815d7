using System.Globalization;
using System.Text.Json;
using Autonoma.EnvironmentFactory.Protocol;
using Autonoma.Scenarios.Recipes;

namespace Autonoma.Scenarios.Client;

/// <summary>
/// Reads answers of any SDK: fields that are not known are passed over; one that is known must be what the protocol says, and optional means
/// absent, so a null is refused.
/// </summary>
internal sealed class AnswerReader(string action)
{
    private readonly List<string> _problems = [];

    /// <summary>Whatever says 2 is protocol 2.0; anything else, also nothing, is 1.0.</summary>
    public static string ProtocolOf(JsonElement answer)
    {
        if (!answer.TryGetProperty("version", out var version))
            return ProtocolVersions.V1;
        var text = version.ValueKind == JsonValueKind.String ? version.GetString()!.Trim() : version.ValueKind == JsonValueKind.Number ? version.GetRawText() : "";
        var digits = new string([.. text.TakeWhile((c, i) => char.IsAsciiDigit(c) || c == '.' || (i == 0 && c is '+' or '-'))]);
        var number = digits.Split('.') is [var whole, var part, ..] ? $"{whole}.{part}" : digits;
        return double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && Math.Truncate(value) is 2 ? ProtocolVersions.V2 : ProtocolVersions.V1;
    }

    public Discovery Discovery(JsonElement answer)
    {
        var protocol = ProtocolOf(answer);
        SchemaFacts? schema = null;
        var scenarios = new List<DiscoveredScenario>();
        if (protocol == ProtocolVersions.V2)
        {
            foreach (var (scenario, path) in Items(answer, "", "scenarios", isRequired: true))
                scenarios.Add(new(Text(scenario, path, "name", isRequired: true) ?? "", Text(scenario, path, "description") ?? ""));
        }
        else if (Object(answer, "", "schema", isRequired: true) is { } declared)
        {
            schema = Schema(declared, "schema") with { Nested = Nested(answer) };
        }

        // Of another kind, it is some other SDK's own field.
        var memory = answer.TryGetProperty("instanceMemory", out var named) && named.ValueKind == JsonValueKind.String ? named.GetString() : null;
        ThrowIfWrong();
        return new(protocol, schema, scenarios, answer) { InstanceMemory = InstanceId.IsMemory(memory) ? memory : null };
    }

    /// <summary>A schema on its own, as it stands in discover.json.</summary>
    public SchemaFacts Schema(JsonElement schema, string at)
    {
        var models = new List<DiscoveredModel>();
        foreach (var (model, path) in Items(schema, at, "models", isRequired: true))
        {
            var fields = Items(model, path, "fields", isRequired: true).Select(field => new DiscoveredField(
                Text(field.Item, field.Path, "name", isRequired: true) ?? "", Text(field.Item, field.Path, "type", isRequired: true) ?? "",
                Flag(field.Item, field.Path, "isRequired"), Flag(field.Item, field.Path, "isId"), Flag(field.Item, field.Path, "hasDefault"))).ToList();
            models.Add(new(Text(model, path, "name", isRequired: true) ?? "", Text(model, path, "tableName"), fields));
        }

        _ = Items(schema, at, "edges").Count();
        var relations = Items(schema, at, "relations").Select(relation => new DiscoveredRelation(
            Text(relation.Item, relation.Path, "parentModel", isRequired: true) ?? "", Text(relation.Item, relation.Path, "childModel", isRequired: true) ?? "",
            Text(relation.Item, relation.Path, "parentField", isRequired: true) ?? "", Text(relation.Item, relation.Path, "childField") ?? "")).ToList();
        var scope = Text(schema, at, "scopeField") ?? "";
        ThrowIfWrong();
        return new(models, relations, scope);
    }

    /// <summary>What our own SDK says of nested records, by model; what another one may mean by the word is passed over.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<DiscoveredNesting>>? Nested(JsonElement answer)
    {
        if (!answer.TryGetProperty("nested", out var models) || models.ValueKind != JsonValueKind.Object)
            return null;
        try
        {
            return models.Deserialize<Dictionary<string, IReadOnlyList<DiscoveredNesting>>>(JsonSerializerOptions.Web) is { } nested && nested.Values.All(list => list?.All(item => item is { Name: not null, Model: not null }) == true) ? nested : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public Instance Instance(JsonElement answer, string runId, bool asVersion2)
    {
        var auth = Object(answer, "", "auth") is { } given ? Auth(given) : null;
        var refs = Object(answer, "", "refs");
        var token = Text(answer, "", asVersion2 ? "teardownToken" : "refsToken");
        if (string.IsNullOrEmpty(token) && _problems.Count == 0)
            _problems.Add($"{(asVersion2 ? "teardownToken" : "refsToken")} is missing: what was created cannot be removed by this protocol");
        TimeSpan? expires = Number(answer, "", "expiresInSeconds") is { } seconds ? TimeSpan.FromSeconds(Math.Clamp(seconds, 0, TimeSpan.MaxValue.TotalSeconds / 2)) : null;
        ThrowIfWrong(token);
        return new(asVersion2 ? ProtocolVersions.V2 : ProtocolVersions.V1, runId, token!, auth, refs, expires, answer);
    }

    public void Down(JsonElement answer)
    {
        if (answer.TryGetProperty("ok", out var ok) && ok.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
            _problems.Add($"ok must be true or false, and here it is {Described(ok)}");
        else if (ok.ValueKind == JsonValueKind.False)
            _problems.Add("ok is false: not everything was removed");
        ThrowIfWrong();
    }

    private Credentials Auth(JsonElement auth)
    {
        var cookies = auth.TryGetProperty("cookies", out _) ? Items(auth, "auth", "cookies").Select(cookie => Cookie(cookie.Item, cookie.Path)).ToList() : null;
        return new() { Cookies = cookies, Headers = Map(auth, "auth", "headers"), Values = Map(auth, "auth", "credentials") };
    }

    private CredentialCookie Cookie(JsonElement cookie, string path) => new(Text(cookie, path, "name", isRequired: true) ?? "", Text(cookie, path, "value", isRequired: true) ?? "")
    {
        Url = Text(cookie, path, "url"),
        Domain = Text(cookie, path, "domain"),
        Path = Text(cookie, path, "path"),
        HttpOnly = Flag(cookie, path, "httpOnly"),
        Secure = Flag(cookie, path, "secure"),
        SameSite = SameSite(Text(cookie, path, "sameSite"), path),
        MaxAge = Number(cookie, path, "maxAge"),
        Expires = Number(cookie, path, "expires"),
    };

    private string? SameSite(string? text, string path)
    {
        var word = text?.ToLowerInvariant();
        if (word is not (null or "strict" or "lax" or "none"))
            _problems.Add($"{path}.sameSite must be strict, lax or none, and here it is \"{text}\"");
        return word;
    }

    private Dictionary<string, string>? Map(JsonElement parent, string at, string key)
    {
        if (Object(parent, at, key) is not { } map)
            return null;
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var property in map.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.String)
                texts[property.Name] = property.Value.GetString()!;
            else
                _problems.Add($"{JsonPlaces.Member($"{at}.{key}", property.Name)} must be text, and here it is {Described(property.Value)}");
        }

        return texts;
    }

    private IEnumerable<(JsonElement Item, string Path)> Items(JsonElement parent, string at, string key, bool isRequired = false)
    {
        var path = JsonPlaces.Member(at, key);
        if (Find(parent, path, key, isRequired, JsonValueKind.Array, "a list") is not { } list)
            yield break;
        var i = 0;
        foreach (var item in list.EnumerateArray())
        {
            if (item.ValueKind == JsonValueKind.Object)
                yield return (item, $"{path}[{i}]");
            else
                _problems.Add($"{path}[{i}] must be an object, and here it is {Described(item)}");
            i++;
        }
    }

    private JsonElement? Object(JsonElement parent, string at, string key, bool isRequired = false) => Find(parent, JsonPlaces.Member(at, key), key, isRequired, JsonValueKind.Object, "an object");

    private string? Text(JsonElement parent, string at, string key, bool isRequired = false) => Find(parent, JsonPlaces.Member(at, key), key, isRequired, JsonValueKind.String, "text")?.GetString();

    private double? Number(JsonElement parent, string at, string key) => Find(parent, JsonPlaces.Member(at, key), key, false, JsonValueKind.Number, "a number")?.GetDouble();

    private bool Flag(JsonElement parent, string at, string key)
    {
        if (!parent.TryGetProperty(key, out var value))
            return false;
        if (value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
            _problems.Add($"{JsonPlaces.Member(at, key)} must be true or false, and here it is {Described(value)}");
        return value.ValueKind == JsonValueKind.True;
    }

    private JsonElement? Find(JsonElement parent, string path, string key, bool isRequired, JsonValueKind kind, string expected)
    {
        if (!parent.TryGetProperty(key, out var value))
        {
            if (isRequired)
                _problems.Add($"{path} is missing");
            return null;
        }

        if (value.ValueKind == kind)
            return value;
        _problems.Add($"{path} must be {expected}{(isRequired ? "" : " or absent")}, and here it is {Described(value)}");
        return null;
    }

    private void ThrowIfWrong(string? token = null)
    {
        if (_problems.Count > 0)
            throw new EnvironmentException(EnvironmentFailure.BadResponse, action, $"The answer to '{action}' is not what the protocol says: {string.Join("; ", _problems)}.") { Token = token };
    }

    private static string Described(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "text",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => value.GetRawText(),
    };
}
