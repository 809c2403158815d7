using System.Net;
using System.Text.RegularExpressions;

namespace Autonoma.EnvironmentFactory.AspNetCore.SigningIn;

/// <summary>The form of a login page, as a browser would send it: every field it has, with a name and a password filled in.</summary>
/// <param name="Action">Where it is sent; null for the page's own address.</param>
/// <param name="LoginField">The field that takes who signs in.</param>
/// <param name="PasswordField">The field that takes the password.</param>
/// <param name="Fields">What the page has filled in already, hidden fields above all.</param>
internal sealed partial record LoginForm(string? Action, string LoginField, string PasswordField, IReadOnlyList<KeyValuePair<string, string>> Fields)
{
    private static readonly string[] Texts = ["text", "email", "tel", ""];

    /// <summary>The first form with a password and a field before it; null when the page has none.</summary>
    public static LoginForm? Find(string html)
    {
        foreach (var form in Forms().Matches(html).Cast<Match>())
        {
            var inputs = Inputs().Matches(form.Value).Select(input => input.Value).ToList();
            if (inputs.Find(input => Type(input) == "password" && Attribute(input, "name") is not null) is not { } password)
                continue;
            var texts = inputs.Where(input => Texts.Contains(Type(input)) && Attribute(input, "name") is not null).ToList();
            if ((texts.Find(IsLogin) ?? texts.FirstOrDefault()) is not { } login)
                continue;
            var kept = inputs.Where(input => input != login && input != password && Attribute(input, "name") is not null && (Type(input) is "hidden" || Texts.Contains(Type(input)) || (Type(input) is "checkbox" or "radio" && Flag(input, "checked"))))
                .Select(input => new KeyValuePair<string, string>(Attribute(input, "name")!, Attribute(input, "value") ?? (Type(input) is "checkbox" ? "on" : "")));
            return new(Attribute(form.Value[..(form.Value.IndexOf('>', StringComparison.Ordinal) + 1)], "action"), Attribute(login, "name")!, Attribute(password, "name")!, [.. kept]);
        }

        return null;
    }

    /// <summary>All fields, filled in.</summary>
    public IEnumerable<KeyValuePair<string, string>> With(string login, string password) => [.. Fields, new(LoginField, login), new(PasswordField, password)];

    private static bool IsLogin(string input) => LoginWords().IsMatch($"{Attribute(input, "name")} {Attribute(input, "id")} {Attribute(input, "autocomplete")} {Type(input)}");

    private static string Type(string tag) => Attribute(tag, "type")?.ToLowerInvariant() ?? "";

    private static bool Flag(string tag, string name) => Regex.IsMatch(tag, $@"\s{name}(?=[\s=>/])", RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1));

    private static string? Attribute(string tag, string name)
    {
        var found = Regex.Match(tag, $@"\s{name}\s*=\s*(?:""(?<v>[^""]*)""|'(?<v>[^']*)'|(?<v>[^\s>]+))", RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1));
        return found.Success ? WebUtility.HtmlDecode(found.Groups["v"].Value) : null;
    }

    [GeneratedRegex(@"<form\b[\s\S]*?</form\s*>", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Forms();

    [GeneratedRegex(@"<input\b(?:[^>""']|""[^""]*""|'[^']*')*>", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Inputs();

    [GeneratedRegex(@"user|mail|login|account|name", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex LoginWords();
}
