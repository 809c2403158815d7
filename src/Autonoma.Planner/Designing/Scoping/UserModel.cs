using Autonoma.Planner.Designing.Values;

namespace Autonoma.Planner.Designing.Scoping;

/// <summary>Whose records sign in.</summary>
internal static class UserModel
{
    private static readonly string[] Names = ["user", "account", "member", "employee", "staff", "login", "person", "operator", "agent", "practitioner", "teacher", "admin", "administrator"];

    /// <summary>The model that looks most like it: one with a password, else one that is called so and has an address to sign in with.</summary>
    public static StoredModel? Find(DataSchema schema) => schema.Models.Where(model => !model.IsPart && !model.IsJoin)
        .Select(model => (Model: model, Score: Score(model))).Where(scored => scored.Score >= 3)
        .OrderByDescending(scored => scored.Score).ThenBy(scored => scored.Model.Name, StringComparer.Ordinal).Select(scored => scored.Model).FirstOrDefault();

    private static int Score(StoredModel model)
    {
        var words = NameWords.Of(model.Name);
        var score = 0;
        if (words.Count > 0 && Names.Contains(words[^1], StringComparer.Ordinal))
            score += words[^1] is "user" ? 3 : 2;
        else if (words.Any(word => Names.Contains(word, StringComparer.Ordinal)))
            score++;
        foreach (var field in model.Fields.Select(field => NameWords.Of(field.Name)))
        {
            if (field.Any(word => word is "password" or "passwd" or "pwd"))
                score += 4;
            else if (field is ["email"] or ["email", "address"] or ["user", "name"] or ["username"] or ["login"])
                score++;
        }

        // What is only a link to a user, a log of it or a key of it is none.
        if (words.Any(word => word is "log" or "entry" or "token" or "session" or "key" or "role" or "claim" or "setting" or "preference" or "invitation" or "invite" or "comment"))
            score -= 3;
        return score;
    }
}
