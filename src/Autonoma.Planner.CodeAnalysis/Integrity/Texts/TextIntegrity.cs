using System.Text.RegularExpressions;
using Autonoma.Planner.Artifacts;
using Autonoma.Planner.Gates;
using Autonoma.Planner.Validation.Rules;
using Autonoma.Scenarios.Recipes;

namespace Autonoma.Planner.CodeAnalysis.Integrity.Texts;

/// <summary>Judges factories of other languages by their text: the handler, what it imports, and the functions that a factory calls on the way.</summary>
internal sealed partial class TextIntegrity(string root, EntityAudit audit, string handler)
{
    private const int Deepest = 6;

    private readonly ImportGraph _graph = new(root);
    private readonly List<Problem> _problems = [];
    private readonly string _folder = Path.GetDirectoryName(handler)!;

    public IReadOnlyList<Problem> Check()
    {
        var reached = _graph.From(handler);
        var factories = reached.SelectMany(Factories).ToList();
        foreach (var model in audit.Models.Where(m => m.IndependentlyCreated).OrderBy(m => m.Name, StringComparer.Ordinal))
        {
            var own = factories.Where(f => f.Model == model.Name).ToList();
            if (own.Count == 0)
                Add(ImplementationRules.NoFactory, handler, 0, $"{model.Name} has no factory in the handler or in what it imports.", $"Register one that calls {model.CreationFunction} ({model.CreationFile}).");
            if (model.CreationFunction == model.Name)
                continue;
            foreach (var factory in own)
                Judge(model, factory);
        }

        Mounted();
        Servers();
        return [.. _problems.DistinctBy(p => (p.Code, p.File, p.Line, p.Message))];
    }

    private void Judge(AuditedModel model, Made factory)
    {
        var target = (model.ExtractedTo?.Contains('#', StringComparison.Ordinal) == true ? model.ExtractedTo.Split('#')[1] : model.CreationFunction) ?? "";
        var parts = target.Split(['.', '#', ':'], StringSplitOptions.RemoveEmptyEntries);
        var name = parts.Length > 0 ? parts[^1].TrimEnd('(', ')') : "";
        var file = (model.ExtractedTo?.Split('#')[0] ?? model.CreationFile ?? "").Replace('\\', '/');
        var audited = _graph.Files.FirstOrDefault(f => Path.GetRelativePath(root, f).Replace('\\', '/').EndsWith(file, StringComparison.Ordinal));
        if (audited is null)
        {
            Add(ImplementationRules.AuditedGone, Path.Combine(root, file), 0, $"{model.Name}: there is no file '{file}'.", "Put it back, or do step 2 again.");
            return;
        }

        var isReached = false;
        var open = new Queue<(string File, string Code, int At, int Depth)>([(factory.File, factory.Body, factory.At, 0)]);
        var seen = new HashSet<(string, int)>();
        while (open.TryDequeue(out var part))
        {
            foreach (Match raw in Raw().Matches(part.Code))
                Add(raw.Groups["sql"].Success ? ImplementationRules.RawSql : ImplementationRules.RawEntity, part.File, PlainSource.Line(_graph.Text(part.File), part.At + raw.Index), $"{model.Name}: '{raw.Value.Trim()}' writes a row itself.", $"Let {target} write it.");
            foreach (Match sql in Insert().Matches(_graph.Text(part.File).Substring(part.At, Math.Min(part.Code.Length, _graph.Text(part.File).Length - part.At))))
                Add(ImplementationRules.RawSql, part.File, PlainSource.Line(_graph.Text(part.File), part.At + sql.Index), $"{model.Name}: SQL inserts a row.", $"Let {target} write it.");
            var leads = _graph.From(part.File);
            if (name.Length > 0 && leads.Contains(audited) && Regex.IsMatch(part.Code, $@"(?<![\w$]){Regex.Escape(name)}\s*[(<]", RegexOptions.None, TimeSpan.FromSeconds(2)))
                isReached = true;
            if (part.Depth >= Deepest)
                continue;
            foreach (Match call in Call().Matches(part.Code))
            {
                foreach (var (where, code, at) in new[] { part.File }.Concat(_graph.Imports(part.File)).Where(f => f != audited).SelectMany(f => Functions(f, call.Groups["name"].Value)))
                {
                    if (seen.Add((where, at)))
                        open.Enqueue((where, code, at, part.Depth + 1));
                }
            }
        }

        if (!isReached)
            Add(ImplementationRules.NotReached, factory.File, PlainSource.Line(_graph.Text(factory.File), factory.At), $"{model.Name}: the factory does not call {target} of '{file}'.", $"Import it and call it in 'create'.");
    }

    // User: defineFactory({ create ... }), "User": define_factory(...), without what removes records.
    private IEnumerable<Made> Factories(string file)
    {
        var code = PlainSource.Code(_graph.Text(file), file.EndsWith(".py", StringComparison.Ordinal), keepTexts: true);
        foreach (Match match in Factory().Matches(code))
        {
            var open = code.IndexOf('(', match.Index + match.Length - 1);
            var plain = PlainSource.Code(_graph.Text(file), file.EndsWith(".py", StringComparison.Ordinal));
            var end = PlainSource.Close(plain, open);
            var body = plain[open..(end + 1)];
            foreach (Match teardown in Teardown().Matches(body))
            {
                var from = body.IndexOfAny(['{', '('], teardown.Index + teardown.Length - 1);
                var to = from < 0 ? teardown.Index + teardown.Length - 1 : PlainSource.Close(body, from);
                if (to + 1 < body.Length && body[from] == '(' && body.IndexOf('{', to) is var brace and >= 0 && body[(to + 1)..brace].All(c => char.IsWhiteSpace(c) || c is '=' or '>' or ':' || char.IsLetter(c) || c is '<' or '|'))
                    to = PlainSource.Close(body, brace);
                body = string.Concat(body.AsSpan(0, teardown.Index), new string(' ', to + 1 - teardown.Index), body.AsSpan(to + 1));
            }

            yield return new(match.Groups["model"].Value, file, open, body);
        }
    }

    private IEnumerable<(string File, string Code, int At)> Functions(string file, string name)
    {
        var isPython = file.EndsWith(".py", StringComparison.Ordinal);
        var code = PlainSource.Code(_graph.Text(file), isPython);
        foreach (Match match in Regex.Matches(code, isPython ? $@"^[ \t]*(?:async[ \t]+)?def[ \t]+{Regex.Escape(name)}[ \t]*\(" : $@"(?:function\s*\*?\s+{Regex.Escape(name)}\s*[(<]|(?:const|let|var)\s+{Regex.Escape(name)}\b[^=\n]*=|^\s*(?:public |private |protected |static |async )*{Regex.Escape(name)}\s*\([^;{{]*\)[^;{{\n]*\{{)", RegexOptions.Multiline, TimeSpan.FromSeconds(2)))
        {
            if (isPython)
            {
                var indent = match.Value.TakeWhile(char.IsWhiteSpace).Count(c => c != '\n');
                var end = code.IndexOf('\n', match.Index + match.Length);
                while (end >= 0 && end + 1 < code.Length)
                {
                    var next = code.IndexOf('\n', end + 1) is var n and >= 0 ? n : code.Length;
                    var line = code[(end + 1)..next];
                    if (line.Trim().Length > 0 && line.TakeWhile(char.IsWhiteSpace).Count() <= indent && !line.TrimStart().StartsWith(')'))
                        break;
                    end = next;
                }

                yield return (file, code[match.Index..(end < 0 ? code.Length : Math.Min(end, code.Length))], match.Index);
            }
            else
            {
                var brace = code.IndexOf('{', match.Index + match.Length - 1);
                var line = code.IndexOf(';', match.Index);
                var stop = brace >= 0 && (line < 0 || brace < line) ? PlainSource.Close(code, brace) + 1 : line < 0 ? code.Length : line;
                yield return (file, code[match.Index..Math.Min(stop, code.Length)], match.Index);
            }
        }
    }

    // Somebody outside the folder leads to the handler; a router beside it may stand between.
    private void Mounted()
    {
        var outside = _graph.Files.Where(f => !f.StartsWith(_folder + Path.DirectorySeparatorChar, StringComparison.Ordinal) && f != handler);
        var isAlone = !outside.Any(f => HasImports(f));
        if (!isAlone && HasImports(handler) && !outside.Any(f => _graph.From(f).Contains(handler)) && !Routed().IsMatch(Path.GetRelativePath(root, handler).Replace('\\', '/')))
            Add(ImplementationRules.NotMapped, handler, 0, "Nothing of the app imports the handler.", "Mount it where the app's routes are registered.");
    }

    private void Servers()
    {
        foreach (var file in _graph.Files.Where(f => Path.GetDirectoryName(f) == _folder))
        {
            var code = PlainSource.Code(_graph.Text(file), file.EndsWith(".py", StringComparison.Ordinal));
            if (_graph.Files.Any(f => Path.GetDirectoryName(f) != _folder && _graph.From(file).Contains(f) && f != handler && Server().IsMatch(_graph.Text(f))))
                continue;
            foreach (Match match in Server().Matches(code))
                Add(ImplementationRules.OwnServer, file, PlainSource.Line(code, match.Index), $"'{match.Value.Trim()}' starts a server of its own.", "Mount the handler in the app's own server.");
        }
    }

    private static bool HasImports(string file) => Path.GetExtension(file) is ".ts" or ".tsx" or ".mts" or ".js" or ".jsx" or ".mjs" or ".cjs" or ".py";

    private void Add(Rule rule, string file, int line, string message, string fix) => _problems.Add(ImplementationRules.Problem(rule, file, line, message, fix));

    private sealed record Made(string Model, string File, int At, string Body);

    [GeneratedRegex("""['"]?(?<model>[A-Z]\w*)['"]?\s*[:=]\s*(?:await\s+)?(?:defineFactory|define_factory)\s*(?:<[^>(]*>)?\s*\(""", RegexOptions.None, 2000)]
    private static partial Regex Factory();

    [GeneratedRegex(@"\b(?:async\s+)?teardown\s*[:(=]", RegexOptions.None, 2000)]
    private static partial Regex Teardown();

    [GeneratedRegex(@"(?<![\w$.])(?:this\.|self\.)?(?<name>[A-Za-z_$][\w$]*)\s*(?:<[^>()]*>)?\(", RegexOptions.None, 2000)]
    private static partial Regex Call();

    [GeneratedRegex(@"\b(?:prisma|db|tx|trx|ctx\.executor|executor|knex|drizzle|orm|em|entityManager|manager)\b(?:\.\w+)?\.(?:create|createMany|createManyAndReturn|insert|insertMany|upsert|persist|save|bulkCreate)\s*\(|\b\w+\.objects\.(?:create|bulk_create|get_or_create|update_or_create)\s*\(|\bsession\.(?:add|add_all|merge|bulk_save_objects|bulk_insert_mappings)\s*\(|\b(?:Repo|repo)\.insert\w*!?\s*\(|\b\w*[rR]epository\.(?:save|insert|upsert)\s*\(|(?<sql>\$(?:executeRaw|queryRaw)(?:Unsafe)?\b)|\b(?:collection|coll)\w*(?:\([^)]*\))?\.(?:insertOne|insertMany|bulkWrite|insert_one|insert_many)\s*\(|\.(?:insertOne|insertMany|insert_one|insert_many)\s*\(", RegexOptions.None, 2000)]
    private static partial Regex Raw();

    [GeneratedRegex(@"\binsert\s+into\s+[\w""'`\[.]", RegexOptions.IgnoreCase, 2000)]
    private static partial Regex Insert();

    [GeneratedRegex(@"\bserve\s*\(\s*\{|\bapp\.listen\s*\(|\bcreateServer\s*\([^)]*\)\s*\.listen|\bhttp\.createServer\s*\(|\buvicorn\.run\s*\(|\bapp\.run\s*\(|\bDeno\.serve\s*\(|\bBun\.serve\s*\(", RegexOptions.None, 2000)]
    private static partial Regex Server();

    // A framework that finds routes by their files imports none of them.
    [GeneratedRegex(@"(?:^|/)(?:app|pages|src/app|src/pages)/(?:.*/)?(?:api/.*|route)\.[jt]sx?$|(?:^|/)(?:server/(?:api|routes)|routes)/.*\.[jt]s$|\+server\.[jt]s$", RegexOptions.None, 1000)]
    private static partial Regex Routed();
}
