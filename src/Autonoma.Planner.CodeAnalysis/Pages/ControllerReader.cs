using System.Text.RegularExpressions;
using Autonoma.Planner.CodeAnalysis.Models;
using Autonoma.Planner.CodeAnalysis.Projects;
using Autonoma.Planner.CodeAnalysis.Results;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Autonoma.Planner.CodeAnalysis.Pages;

/// <summary>Actions of MVC controllers, by attribute and by the conventional routes that the application maps.</summary>
internal sealed partial class ControllerReader(LoadedCode code, IReadOnlyList<INamedTypeSymbol> types)
{
    public IEnumerable<AppPage> Read()
    {
        var patterns = Patterns();
        foreach (var type in types.Where(t => t is { TypeKind: TypeKind.Class, IsAbstract: false } && IsController(t)).OrderBy(t => t.ToDisplayString(), StringComparer.Ordinal))
        {
            foreach (var group in Actions(type).SelectMany(a => Routes(type, a, patterns)).GroupBy(r => r.Route).OrderBy(g => g.Key, StringComparer.Ordinal))
            {
                var first = group.OrderBy(r => r.Method == "GET" ? 0 : 1).ThenBy(r => r.Place.Line).First();
                yield return new AppPage(group.Key, group.Any(r => r.IsPage) ? "page" : "api", [.. group.Select(r => r.Method).Distinct().Order(StringComparer.Ordinal)], "mvc", PageReader.Words(Stem(type)),
                    [.. group.Where(r => r.Method != "GET").Select(r => Names.Camel(r.Action)).Distinct().Order(StringComparer.Ordinal)], first.Place);
            }
        }
    }

    private static bool IsController(INamedTypeSymbol type) => type.DeclaredAccessibility == Accessibility.Public
        && (type.Name.EndsWith("Controller", StringComparison.Ordinal) || TypeNames.WithBases(type).Skip(1).Any(b => b.Name is "ControllerBase" or "Controller")) && !EntityModels.Has(type, "NonController");

    private IEnumerable<IMethodSymbol> Actions(INamedTypeSymbol type)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var holder in TypeNames.WithBases(type).Where(t => code.Place(t.OriginalDefinition) is not null))
        {
            foreach (var method in holder.GetMembers().OfType<IMethodSymbol>().Where(m => m is { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Public, IsStatic: false } && !EntityModels.Has(m, "NonAction")))
            {
                if (seen.Add(method.Name + string.Join(',', method.Parameters.Select(p => p.Type.Name))))
                    yield return method;
            }
        }
    }

    private IEnumerable<(string Route, string Method, string Action, bool IsPage, SourcePlace Place)> Routes(INamedTypeSymbol type, IMethodSymbol action, IReadOnlyList<string> patterns)
    {
        var verbs = action.GetAttributes().Select(a => (a.AttributeClass?.Name ?? "", Template: Template(a))).Where(a => a.Item1.StartsWith("Http", StringComparison.Ordinal)).Select(a => (Method: a.Item1[4..].Replace("Attribute", "", StringComparison.Ordinal).ToUpperInvariant(), a.Template)).ToList();
        var own = action.GetAttributes().Where(a => a.AttributeClass?.Name is "RouteAttribute" or "Route").Select(Template).OfType<string>().ToList();
        var prefixes = TypeNames.WithBases(type).Select(t => t.GetAttributes().Where(a => a.AttributeClass?.Name is "RouteAttribute" or "Route").Select(Template).OfType<string>().ToList()).FirstOrDefault(l => l.Count > 0) ?? [];
        var name = EntityModels.Attribute(action, "ActionName")?.ConstructorArguments.FirstOrDefault().Value as string ?? (action.Name.EndsWith("Async", StringComparison.Ordinal) ? action.Name[..^5] : action.Name);
        var isPage = !EntityModels.Has(type, "ApiController") && TypeNames.WithBases(type).Skip(1).Any(b => b.Name == "Controller") && (ShowsView(action) || verbs.Any(v => v.Method == "POST"));
        var place = code.Place(action.OriginalDefinition) ?? code.Place(type)!;
        var methods = verbs.Count > 0 ? verbs : [(Method: "GET", Template: null)];
        foreach (var (method, template) in methods)
        {
            var templates = template is not null ? [template] : own;
            if (templates.Count > 0 || prefixes.Count > 0)
            {
                foreach (var prefix in prefixes.DefaultIfEmpty(""))
                {
                    foreach (var end in templates.DefaultIfEmpty(""))
                        yield return (Fill(end.StartsWith('/') || end.StartsWith('~') ? end : EndpointReader.Join(prefix, end), type, name), method, name, isPage, place);
                }
            }
            else if (Conventional(type, name, action, patterns) is { } route)
                yield return (route, method, name, isPage, place);
        }
    }

    private static string? Template(AttributeData attribute) => attribute.ConstructorArguments.FirstOrDefault() is { IsNull: false, Value: string text } ? text
        : attribute.ApplicationSyntaxReference?.GetSyntax() is AttributeSyntax { ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax literal }, ..] } ? literal.Token.ValueText : null;

    private static string Fill(string template, INamedTypeSymbol type, string action)
    {
        var filled = template.Replace("[controller]", Stem(type), StringComparison.OrdinalIgnoreCase).Replace("[action]", action, StringComparison.OrdinalIgnoreCase).Replace("[area]", AreaOf(type) ?? "", StringComparison.OrdinalIgnoreCase);
        return string.Join('/', PageReader.Clean(filled).Split('/').Select(p => p.StartsWith('{') ? p : p.ToLowerInvariant()));
    }

    private static string? Conventional(INamedTypeSymbol type, string action, IMethodSymbol method, IReadOnlyList<string> patterns)
    {
        var area = AreaOf(type);
        var pattern = patterns.FirstOrDefault(p => p.Contains("{area", StringComparison.Ordinal) == area is not null) ?? patterns.FirstOrDefault(p => !p.Contains("{area", StringComparison.Ordinal));
        if (pattern is null)
            return null;
        var isDefaultController = Default("controller").Match(pattern).Groups[1].Value.Equals(Stem(type), StringComparison.OrdinalIgnoreCase);
        var isDefaultAction = Default("action").Match(pattern).Groups[1].Value.Equals(action, StringComparison.OrdinalIgnoreCase);
        var parts = new List<string>();
        foreach (var part in pattern.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            var name = part.TrimStart('{').TrimEnd('}').Split('=', ':', '?')[0];
            if (!part.StartsWith('{'))
                parts.Add(part);
            else if (name == "area")
                parts.Add(area ?? "");
            else if (name == "controller")
                parts.Add(isDefaultController && isDefaultAction ? "" : Stem(type));
            else if (name == "action")
                parts.Add(isDefaultAction ? "" : action);
            else if (method.Parameters.Any(p => p.Name == name))
                parts.Add($"{{{name}}}");
        }

        return "/" + string.Join('/', parts.Where(p => p.Length > 0).Select(p => p.StartsWith('{') ? p : p.ToLowerInvariant()));
    }

    private static Regex Default(string name) => name == "controller" ? DefaultController() : DefaultAction();

    private static string? AreaOf(INamedTypeSymbol type) => TypeNames.WithBases(type).Select(t => EntityModels.Attribute(t, "Area")).FirstOrDefault(a => a is not null) is { } area ? Template(area) : null;

    private static string Stem(INamedTypeSymbol type) => type.Name.EndsWith("Controller", StringComparison.Ordinal) ? type.Name[..^"Controller".Length] : type.Name;

    private static bool ShowsView(IMethodSymbol action) => action.OriginalDefinition.DeclaringSyntaxReferences.Select(r => r.GetSyntax()).SelectMany(n => n.DescendantNodes().OfType<InvocationExpressionSyntax>())
        .Any(c => c.Expression is IdentifierNameSyntax { Identifier.ValueText: "View" });

    private List<string> Patterns()
    {
        var found = new List<string>();
        foreach (var call in code.Trees.SelectMany(t => t.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>()))
        {
            var name = (call.Expression as MemberAccessExpressionSyntax)?.Name.Identifier.ValueText;
            if (name is "MapDefaultControllerRoute" or "UseMvcWithDefaultRoute")
                found.Add("{controller=Home}/{action=Index}/{id?}");
            else if (name is "MapControllerRoute" or "MapAreaControllerRoute" or "MapRoute")
                found.AddRange(call.ArgumentList.Arguments.Select(a => SqlInserts.Text(code, a.Expression)).OfType<string>().Where(t => t.Contains('{', StringComparison.Ordinal)));
        }

        return found;
    }

    [GeneratedRegex(@"\{controller=(\w+)")]
    private static partial Regex DefaultController();

    [GeneratedRegex(@"\{action=(\w+)")]
    private static partial Regex DefaultAction();
}
