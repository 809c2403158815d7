using System.Text.RegularExpressions;
using Autonoma.Planner.CodeAnalysis.Creation;
using Autonoma.Planner.CodeAnalysis.Models;
using Autonoma.Planner.CodeAnalysis.Projects;
using Autonoma.Planner.CodeAnalysis.Results;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Autonoma.Planner.CodeAnalysis.Pages;

/// <summary>The pages and endpoints of ASP.NET Core: Razor Pages, Blazor, MVC, minimal APIs.</summary>
internal sealed partial class PageReader(LoadedCode code, IReadOnlyList<INamedTypeSymbol> types, IReadOnlyList<Endpoint> endpoints)
{
    public IEnumerable<AppPage> Read() => RazorPages().Concat(Blazor()).Concat(new ControllerReader(code, types).Read()).Concat(Endpoints());

    /// <summary>The feature that a route belongs to: its first words that are no parameter and no prefix.</summary>
    public static string Area(string route)
    {
        var part = route.Split('/', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(p => !p.StartsWith('{') && p is not "api" and not "admin" and not "app" && !Version().IsMatch(p))
            ?? route.Split('/', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(p => !p.StartsWith('{') && p != "api");
        return part is null ? "Home" : Words(part);
    }

    public static string Words(string name)
    {
        var words = Names.Words(name);
        return words.Count == 0 ? name : string.Join(' ', words.Select((w, i) => i == 0 ? Names.Capital(w) : w));
    }

    private IEnumerable<AppPage> RazorPages()
    {
        foreach (var file in code.Folder.Files(".cshtml").Order(StringComparer.Ordinal))
        {
            var text = File.ReadAllText(file);
            var directive = PageDirective().Match(text);
            var relative = code.Folder.Relative(file);
            var pages = relative.Split('/').ToList();
            var at = pages.LastIndexOf("Pages");
            if (!directive.Success || at < 0)
                continue;
            var parts = pages.Skip(at + 1).ToList();
            parts[^1] = parts[^1][..^".cshtml".Length];
            if (parts[^1] == "Index")
                parts.RemoveAt(parts.Count - 1);
            if (at > 1 && pages[at - 2] == "Areas")
                parts.Insert(0, pages[at - 1]);
            var template = directive.Groups["route"].Value;
            var route = template.StartsWith('/') || template.StartsWith('~') ? Clean(template) : Clean(string.Join('/', parts.Select(p => p.ToLowerInvariant()).Append(template)));
            var handlers = Handlers(file + ".cs", text).ToList();
            yield return new AppPage(route, "page", [.. handlers.Select(h => h.Method).Append("GET").Distinct().Order(StringComparer.Ordinal)], "razor-pages", Area(route),
                [.. handlers.Where(h => h.Name.Length > 0 && h.Method != "GET").Select(h => h.Name).Distinct().Order(StringComparer.Ordinal)], new SourcePlace(relative, Line(text, directive.Index)));
        }
    }

    private static IEnumerable<(string Method, string Name)> Handlers(string codeBehind, string view)
        => HandlerMethod().Matches(File.Exists(codeBehind) ? File.ReadAllText(codeBehind) : view)
            .Select(m => (m.Groups["method"].Value.ToUpperInvariant(), m.Groups["name"].Value is var n && n.EndsWith("Async", StringComparison.Ordinal) ? n[..^5] : n)).Select(h => (h.Item1, Names.Camel(h.Item2)));

    private IEnumerable<AppPage> Blazor()
    {
        foreach (var file in code.Folder.Files(".razor").Order(StringComparer.Ordinal))
        {
            var text = File.ReadAllText(file);
            foreach (Match directive in PageDirective().Matches(text))
            {
                if (directive.Groups["route"].Value is { Length: > 0 } template)
                    yield return new AppPage(Clean(template), "page", ["GET"], "blazor", Area(Clean(template)), [], new SourcePlace(code.Folder.Relative(file), Line(text, directive.Index)));
            }
        }
    }

    private IEnumerable<AppPage> Endpoints() => endpoints.Select(e =>
        new AppPage(Clean(e.Route), IsHtml(e) ? "page" : "api", e.Methods, "minimal-api", Area(Clean(e.Route)), [], code.Place(e.Call)));

    private static bool IsHtml(Endpoint endpoint)
    {
        var text = endpoint.Lambda?.ToString() ?? endpoint.Handler?.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax().ToString() ?? "";
        return text.Contains("text/html", StringComparison.Ordinal) || text.Contains("RazorComponentResult", StringComparison.Ordinal) || text.Contains("Results.Extensions.Html", StringComparison.Ordinal);
    }

    /// <summary>A route as the report writes it: constraints and defaults of parameters left out.</summary>
    public static string Clean(string route)
    {
        var cleaned = Constraint().Replace(route.TrimStart('~'), "{$1$2}");
        return "/" + string.Join('/', cleaned.Split('/', StringSplitOptions.RemoveEmptyEntries));
    }

    public static int Line(string text, int index) => text.AsSpan(0, index).Count('\n') + 1;

    [GeneratedRegex(@"^\s*@page(?:[ \t]+""(?<route>[^""]*)"")?", RegexOptions.Multiline)]
    private static partial Regex PageDirective();

    [GeneratedRegex(@"\bOn(?<method>Get|Post|Put|Delete|Patch)(?<name>\w*)\s*\(")]
    private static partial Regex HandlerMethod();

    [GeneratedRegex(@"\{(\*{0,2}\w+)(?:[:=][^{}?]*(?:\{[^}]*\}[^{}?]*)*)?(\??)\}")]
    private static partial Regex Constraint();

    [GeneratedRegex(@"^v\d+(\.\d+)?$|^v\{")]
    private static partial Regex Version();
}
