using System.Text;

namespace Autonoma.EnvironmentFactory.Protocol;

/// <summary>The cosmetic table name of a model in <c>discover</c>.</summary>
public static class TableNames
{
    /// <summary>The name in lower case, with <c>_</c> before a capital that does not follow another one: <c>OrgMember</c> gives <c>org_member</c>, <c>APIKey</c> gives <c>apikey</c>.</summary>
    public static string Of(string model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var name = new StringBuilder(model.Length + 4);
        for (var i = 0; i < model.Length; i++)
        {
            if (i > 0 && char.IsAsciiLetterUpper(model[i]) && !char.IsAsciiLetterUpper(model[i - 1]))
                name.Append('_');
            name.Append(char.ToLowerInvariant(model[i]));
        }

        return name.ToString();
    }
}
