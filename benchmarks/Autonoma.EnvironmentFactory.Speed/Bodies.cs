using System.Text;

namespace Autonoma.EnvironmentFactory.Speed;

/// <summary>What both sides are sent, byte for byte the same.</summary>
internal static class Bodies
{
    /// <summary>An <c>up</c> of so many records: an organization and its users.</summary>
    public static string Up(int records)
    {
        var text = new StringBuilder("""{"action":"up","testRunId":"run-1","create":{"Organization":[{"_alias":"o","name":"Nordlicht"}]""");
        for (var i = 1; i < records; i++)
            text.Append(i == 1 ? ",\"User\":[" : ",").Append(User(i, """{"_ref":"o"}""", ""));
        return text.Append(records > 1 ? "]}}" : "}}").ToString();
    }

    /// <summary>What a token of so many records carries.</summary>
    public static string TokenPayload(int records)
    {
        var text = new StringBuilder("""{"refs":{"Organization":[{"id":"o1","name":"Nordlicht"}]""");
        for (var i = 1; i < records; i++)
            text.Append(i == 1 ? ",\"User\":[" : ",").Append(User(i, "\"o1\"", $"\"id\":\"u{i}\","));
        return text.Append(records > 1 ? "]" : "").Append("""},"testRunId":"o1","environment":"","aliasDependencies":{"o":[]},"aliasOwnerModel":{"o":"Organization"}}""").ToString();
    }

    public static string Down(string token) => $$"""{"action":"down","refsToken":"{{token}}"}""";

    private static string User(int i, string organization, string id)
        => $$"""{{{id}}"email":"user-{{i}}@example.com","name":"User number {{i}}","age":{{i % 80}},"active":{{(i % 2 == 0 ? "true" : "false")}},"organizationId":{{organization}}}""";
}
