using Autonoma.Planner.CodeAnalysis.Models;
using Autonoma.Planner.CodeAnalysis.Projects;
using Autonoma.Planner.CodeAnalysis.Results;
using Microsoft.CodeAnalysis;

namespace Autonoma.Planner.CodeAnalysis.Creation;

/// <summary>What a function that creates models is about.</summary>
/// <param name="Models">The models it is there to create: one, or several of one kind that it chooses between.</param>
/// <param name="IsIncidental">Whether it is about something else and only leaves these rows behind: completing an appointment writes an entry.</param>
internal sealed record Subject(IReadOnlyList<KnownModel> Models, bool IsIncidental);

/// <summary>Tells what functions are about, by their names, what they return, and how the models hang together.</summary>
internal sealed class Subjects(LoadedCode code, ModelCatalogue catalogue)
{
    private static readonly HashSet<string> Verbs = new(StringComparer.Ordinal)
    {
        "create", "add", "register", "place", "open", "book", "schedule", "issue", "invite", "submit", "start", "new", "insert", "save", "store", "post", "log", "record", "enroll", "enrol", "signup", "hire", "admit", "publish", "write", "raise", "file", "request",
        "append", "subscribe", "track", "make", "draft", "begin", "launch", "capture", "send", "notify", "generate", "receive", "upload", "report", "prescribe", "assign", "join",
    };

    private static readonly HashSet<string> Secondary = new(StringComparer.Ordinal)
    {
        "import", "copy", "clone", "duplicate", "renew", "sync", "migrate", "restore", "merge", "bulk", "batch", "convert", "reschedule", "all", "many", "update", "edit", "delete", "cancel", "close", "approve", "refund", "external", "webhook", "complete", "archive",
    };

    public Subject Of(CodeUnit unit, string function, IReadOnlyDictionary<KnownModel, Created> models)
    {
        var candidates = models.Where(m => !m.Value.IsReaction && m.Key.Kind != ModelKind.Owned).Select(m => m.Key).ToList();
        if (candidates.Count == 0)
            candidates = [.. models.Keys];
        var texts = Texts(unit, function).ToList();
        foreach (var (words, isMethod) in texts)
        {
            // Of OrderLine and Order the name with more words is meant; of two in one name the first.
            var named = candidates.Select(m => (Model: m, Match: Match(words, m, isMethod))).Where(m => m.Match > 0)
                .OrderByDescending(m => m.Match).ThenBy(m => Position(words, m.Model)).ThenBy(m => m.Model.Name, StringComparer.Ordinal).Select(m => m.Model).FirstOrDefault();
            if (named is not null)
                return new Subject(WithAlternatives(named, candidates), false);
        }

        var returned = (unit.Symbol as IMethodSymbol)?.ReturnType;
        if (TypeNames.Inner(returned).Select(catalogue.Of).OfType<KnownModel>().FirstOrDefault(candidates.Contains) is { } byType)
            return new Subject(WithAlternatives(byType, candidates), false);
        var heads = candidates.Where(m => !candidates.Any(o => o != m && IsChild(m, o) && !IsChild(o, m))).ToList();
        if (heads.Count == 0)
            heads = candidates;
        heads = [.. heads.OrderBy(m => models[m].Depth).ThenBy(m => code.Place(models[m].Node).File, StringComparer.Ordinal).ThenBy(m => models[m].Node.SpanStart).ThenBy(m => m.Name, StringComparer.Ordinal)];

        // Named after a model that it does not create, and with no word of creating: what it creates is left behind.
        var isIncidental = !texts.Take(2).Any(t => t.Words.Any(Verbs.Contains)) && texts.SkipLast(1).Any(t => catalogue.Models.Any(m => !models.ContainsKey(m) && Match(t.Words, m, false) > 0));
        return new Subject(isIncidental ? heads : WithAlternatives(heads[0], candidates), isIncidental);
    }

    /// <summary>How well a function's name says that it creates the model.</summary>
    public static int Score(string function, CodeUnit unit, KnownModel model)
    {
        var texts = Texts(unit, function).ToList();
        return (Match(texts[0].Words, model, true) > 0 ? 2 : 0) + (texts.Skip(1).Any(t => Match(t.Words, model, false) > 0) ? 2 : 0)
            + (texts.Take(2).Any(t => t.Words.Any(Verbs.Contains)) ? 1 : 0) - (texts.Take(2).Any(t => t.Words.Any(Secondary.Contains)) ? 2 : 0);
    }

    /// <summary>Whether the child refers to the parent, itself or over others that are created with it.</summary>
    public bool Hangs(KnownModel child, KnownModel parent, IEnumerable<KnownModel> among)
    {
        var reached = new HashSet<KnownModel> { child };
        var open = new Queue<KnownModel>([child]);
        var others = among.ToList();
        while (open.TryDequeue(out var next))
        {
            if (next != child && next == parent)
                return true;
            foreach (var up in others.Append(parent).Where(o => IsChild(next, o) && reached.Add(o)))
                open.Enqueue(up);
        }

        return false;
    }

    // Those of one base class between which a function chooses.
    private List<KnownModel> WithAlternatives(KnownModel model, List<KnownModel> candidates)
        => [model, .. candidates.Where(c => c != model && catalogue.Abstract.Values.Any(d => d.Contains(model) && d.Contains(c)))];

    // From the most telling to the least: the route, the function, the class, the folder.
    private static IEnumerable<(IReadOnlyList<string> Words, bool IsMethod)> Texts(CodeUnit unit, string function)
    {
        var name = function.Split(' ')[0];
        var dot = name.LastIndexOf('.');
        var type = Names.Words(dot < 0 ? "" : name[..dot]);
        if (unit.Route is { } route && unit.Role is UnitRole.Inline or UnitRole.Route)
            yield return (Names.Words(route[(route.IndexOf(' ', StringComparison.Ordinal) + 1)..]), true);

        // Handle, Execute and the like say nothing; what a handler is about stands in its class and its request.
        if (unit.Role is UnitRole.Handler or UnitRole.Reaction)
            yield return ([.. type, .. Names.Words((unit.Symbol as IMethodSymbol)?.Parameters.FirstOrDefault()?.Type.Name ?? "")], true);
        else
            yield return (Method(dot < 0 ? name : name[(dot + 1)..]), true);
        yield return (type, false);
        yield return (Names.Words(Path.GetFileName(Path.GetDirectoryName(unit.Node.SyntaxTree.FilePath)) ?? ""), false);
    }

    // OnPostRefundAsync speaks of refunding, not of posting.
    private static IReadOnlyList<string> Method(string name)
    {
        var words = Names.Words(name);
        return words is ["on", "get" or "post" or "put" or "delete", ..] ? [.. words.Skip(2)] : words;
    }

    private static int Match(IReadOnlyList<string> words, KnownModel model, bool alsoByLastWord)
    {
        var name = Names.Words(model.Name);
        if (Names.Contains(words, name))
            return name.Count * 2;
        if (model.Table is { } table && Names.Contains(words, Names.Words(Names.ClassOf(table))))
            return Names.Words(table).Count * 2;
        // AddComment makes a TaskComment.
        return alsoByLastWord && name.Count > 1 && Names.Contains(words, [name[^1]]) ? 1 : 0;
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

    private bool IsChild(KnownModel child, KnownModel parent) => child != parent && catalogue.Relations.Any(r => r.Child == child.Name && r.Parent == parent.Name && r.Kind != "many-to-many");
}
