using System.Text.Json;
using System.Text.RegularExpressions;
using Autonoma.Planner.CodeAnalysis.Projects;

namespace Autonoma.Planner.CodeAnalysis.Integrity.Texts;

/// <summary>Which file imports which: relative imports, paths of tsconfig, packages of Python.</summary>
internal sealed partial class ImportGraph
{
    private static readonly string[] Endings = [".ts", ".tsx", ".mts", ".js", ".jsx", ".mjs", ".cjs", ".py", ".rb", ".php", ".go", ".java", ".kt", ".ex", ".exs", ".rs"];
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<string>> _imports = new(StringComparer.Ordinal);
    private readonly List<(string Prefix, string Target)> _paths = [];
    private readonly SourceFolder _folder;

    public ImportGraph(string root)
    {
        _folder = new SourceFolder(root);
        Files = [.. _folder.Files(Endings).Where(f => !IsTest(f))];
        foreach (var config in _folder.Files(".json").Where(f => Path.GetFileName(f).StartsWith("tsconfig", StringComparison.Ordinal) || Path.GetFileName(f) == "jsconfig.json"))
            Paths(config);
    }

    public IReadOnlyList<string> Files { get; }

    public string Text(string file) => _texts.TryGetValue(file, out var text) ? text : _texts[file] = File.Exists(file) ? File.ReadAllText(file) : "";

    /// <summary>Files that a file imports and that are there.</summary>
    public IReadOnlyList<string> Imports(string file)
    {
        if (_imports.TryGetValue(file, out var known))
            return known;
        var text = PlainSource.Code(Text(file), file.EndsWith(".py", StringComparison.Ordinal), keepTexts: true);
        var found = file.EndsWith(".py", StringComparison.Ordinal)
            ? Python().Matches(text).SelectMany(m => PythonFiles(file, m.Groups["from"].Success ? m.Groups["from"].Value : m.Groups["module"].Value, m.Groups["names"].Value))
            : Script().Matches(text).SelectMany(m => ScriptFiles(file, m.Groups["path"].Value));
        return _imports[file] = [.. found.Distinct(StringComparer.Ordinal).Where(f => f != file)];
    }

    /// <summary>A file and everything it leads to.</summary>
    public IReadOnlyList<string> From(string file)
    {
        var found = new List<string> { file };
        for (var i = 0; i < found.Count && found.Count < 2000; i++)
            found.AddRange(Imports(found[i]).Where(f => !found.Contains(f)));
        return found;
    }

    private IEnumerable<string> ScriptFiles(string from, string path)
    {
        var bases = path.StartsWith('.') ? [Path.GetFullPath(path, Path.GetDirectoryName(from)!)] : _paths.Where(p => path == p.Prefix || path.StartsWith(p.Prefix, StringComparison.Ordinal)).Select(p => Path.GetFullPath(p.Target + path[p.Prefix.Length..])).ToList();
        foreach (var at in bases)
        {
            var bare = at.EndsWith(".js", StringComparison.Ordinal) ? at[..^3] : at;
            foreach (var candidate in new[] { at, bare + ".ts", bare + ".tsx", bare + ".mts", bare + ".js", bare + ".jsx", bare + ".mjs", Path.Combine(bare, "index.ts"), Path.Combine(bare, "index.tsx"), Path.Combine(bare, "index.js") }.Where(File.Exists).Take(1))
                yield return candidate;
        }
    }

    private IEnumerable<string> PythonFiles(string from, string module, string names)
    {
        var dots = module.TakeWhile(c => c == '.').Count();
        var parts = module.Trim('.').Split('.', StringSplitOptions.RemoveEmptyEntries);
        var roots = new List<string>();
        var at = Path.GetDirectoryName(from)!;
        for (var i = 1; i < dots; i++)
            at = Path.GetDirectoryName(at) ?? at;
        if (dots > 0)
            roots.Add(at);
        else
        {
            for (var up = at; up is not null && up.Length >= _folder.Root.Length; up = Path.GetDirectoryName(up))
                roots.Add(up);
            roots.Add(Path.Combine(_folder.Root, "src"));
        }

        foreach (var root in roots)
        {
            var path = Path.Combine([root, .. parts]);
            var found = new[] { path + ".py", Path.Combine(path, "__init__.py") }.Concat(names.Split([',', ' ', '(', ')', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(n => Path.Combine(path, n + ".py"))).Where(File.Exists).ToList();
            if (found.Count == 0)
                continue;
            foreach (var file in found)
                yield return file;
            yield break;
        }
    }

    private void Paths(string config)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllText(config), new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            if (!json.RootElement.TryGetProperty("compilerOptions", out var options))
                return;
            var root = Path.GetFullPath(options.TryGetProperty("baseUrl", out var url) ? url.GetString() ?? "." : ".", Path.GetDirectoryName(config)!);
            foreach (var path in options.TryGetProperty("paths", out var paths) ? paths.EnumerateObject().ToList() : [])
            {
                foreach (var target in path.Value.EnumerateArray().Select(t => t.GetString()).OfType<string>())
                    _paths.Add((path.Name.TrimEnd('*'), Path.Combine(root, target.TrimEnd('*'))));
            }
        }
        catch (JsonException)
        {
            // A broken configuration names no paths.
        }
    }

    private static bool IsTest(string file) => Path.GetFileName(file) is var name && (name.Contains(".test.", StringComparison.Ordinal) || name.Contains(".spec.", StringComparison.Ordinal) || name.StartsWith("test_", StringComparison.Ordinal) || name.EndsWith("_test.py", StringComparison.Ordinal));

    [GeneratedRegex("""(?:from|import|require\s*\(|import\s*\()\s*['"](?<path>[^'"\n]+)['"]""", RegexOptions.None, 2000)]
    private static partial Regex Script();

    [GeneratedRegex(@"^[ \t]*(?:from[ \t]+(?<from>[.\w]+)[ \t]+import[ \t]+(?<names>\([^)]*\)|[^\n]+)|import[ \t]+(?<module>[.\w]+))", RegexOptions.Multiline, 2000)]
    private static partial Regex Python();
}
