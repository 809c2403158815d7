using Autonoma.Planner.CodeAnalysis.Models;
using Autonoma.Planner.CodeAnalysis.Projects;
using Microsoft.CodeAnalysis;

namespace Autonoma.Planner.CodeAnalysis.Creation;

/// <summary>Which of the models that a function creates it is about.</summary>
internal static class Subject
{
    private static readonly HashSet<string> Verbs = new(StringComparer.Ordinal)
    {
        "create", "add", "register", "place", "open", "book", "schedule", "issue", "invite", "submit", "start", "new", "insert", "save", "store", "post", "log", "record", "enroll", "enrol", "signup", "hire", "admit", "publish", "write", "raise", "file", "request", "append", "subscribe", "track",
    };

    private static readonly HashSet<string> Secondary = new(StringComparer.Ordinal)
    {
        "import", "copy", "clone", "duplicate", "renew", "sync", "migrate", "restore", "merge", "bulk", "batch", "convert", "reschedule", "upload", "all", "many", "update", "edit", "delete", "cancel", "close", "approve", "refund", "external", "webhook",
    };

    public static KnownModel Of(CodeUnit unit, string function, IReadOnlyDictionary<KnownModel, Created> models, ModelCatalogue catalogue, LoadedCode code)
    {
        var candidates = models.Where(m => !m.Value.IsReaction && m.Key.Kind != Results.ModelKind.Owned).Select(m => m.Key).ToList();
        if (candidates.Count == 0)
            candidates = [.. models.Keys];
        if (candidates.Count == 1)
            return candidates[0];
        foreach (var words in Texts(unit, function))
        {
            var named = candidates.Select(m => (Model: m, Match: Match(words, m))).Where(m => m.Match > 0).ToList();
            if (named.Count > 0)
            {
                // Of OrderLine and Order the name with more words is meant; of two in one name the first.
                return named.OrderByDescending(m => m.Match).ThenBy(m => Position(words, m.Model)).ThenBy(m => m.Model.Name, StringComparer.Ordinal).First().Model;
            }
        }

        var returned = (unit.Symbol as IMethodSymbol)?.ReturnType;
        if (TypeNames.Inner(returned).Select(catalogue.Of).OfType<KnownModel>().FirstOrDefault(candidates.Contains) is { } byType)
            return byType;
        var heads = candidates.Where(m => !candidates.Any(o => o != m && IsChild(m, o, catalogue) && !IsChild(o, m, catalogue))).ToList();
        return (heads.Count > 0 ? heads : candidates).OrderBy(m => models[m].Depth).ThenBy(m => code.Place(models[m].Node).File, StringComparer.Ordinal).ThenBy(m => models[m].Node.SpanStart).ThenBy(m => m.Name, StringComparer.Ordinal).First();
    }

    /// <summary>How well a function's name says that it creates the model.</summary>
    public static int Score(string function, CodeUnit unit, KnownModel model)
    {
        var texts = Texts(unit, function).ToList();
        var method = texts[0];
        return (Match(method, model) > 0 ? 2 : 0) + (texts.Skip(1).Any(t => Match(t, model) > 0) ? 2 : 0) + (texts.Take(2).Any(t => t.Any(Verbs.Contains)) ? 1 : 0) - (texts.Take(2).Any(t => t.Any(Secondary.Contains)) ? 2 : 0);
    }

    // From the most telling to the least: the function, the route, the class, the folder.
    private static IEnumerable<IReadOnlyList<string>> Texts(CodeUnit unit, string function)
    {
        var name = function.Split(' ')[0];
        var dot = name.LastIndexOf('.');
        var method = dot < 0 ? name : name[(dot + 1)..];
        if (unit.Route is { } route && unit.Role is UnitRole.Inline or UnitRole.Route)
            yield return Names.Words(route);
        // Handle, Execute and the like say nothing; what a handler is about stands in its class and its request.
        yield return unit.Role is UnitRole.Handler or UnitRole.Reaction ? [.. Names.Words(dot < 0 ? "" : name[..dot]), .. Names.Words((unit.Symbol as IMethodSymbol)?.Parameters.FirstOrDefault()?.Type.Name ?? "")] : Names.Words(method);
        yield return Names.Words(dot < 0 ? "" : name[..dot]);
        yield return Names.Words(Path.GetFileName(Path.GetDirectoryName(unit.Node.SyntaxTree.FilePath)) ?? "");
    }

    private static int Match(IReadOnlyList<string> words, KnownModel model)
    {
        var name = Names.Words(model.Name);
        if (Names.Contains(words, name))
            return name.Count;
        return model.Table is { } table && Names.Contains(words, Names.Words(Names.ClassOf(table))) ? Names.Words(table).Count : 0;
    }

    private static int Position(IReadOnlyList<string> words, KnownModel model)
    {
        var first = Names.Words(model.Name)[0];
        for (var i = 0; i < words.Count; i++)
        {
            if (Names.Singular(words[i]) == Names.Singular(first))
                return i;
        }

        return int.MaxValue;
    }

    private static bool IsChild(KnownModel child, KnownModel parent, ModelCatalogue catalogue) => catalogue.Relations.Any(r => r.Child == child.Name && r.Parent == parent.Name && r.Kind != "many-to-many");
}
