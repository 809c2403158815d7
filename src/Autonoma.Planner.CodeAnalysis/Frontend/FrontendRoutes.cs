using System.Text.Json;
using System.Text.RegularExpressions;
using Autonoma.Planner.CodeAnalysis.Pages;
using Autonoma.Planner.CodeAnalysis.Projects;
using Autonoma.Planner.CodeAnalysis.Results;

namespace Autonoma.Planner.CodeAnalysis.Frontend;

/// <summary>The pages of JavaScript frontends: by the files they lie in, and by the routes they declare.</summary>
internal sealed partial class FrontendRoutes(SourceFolder folder)
{
    private static readonly string[] Code = [".tsx", ".jsx", ".ts", ".js", ".mts", ".mjs"];

    public IEnumerable<AppPage> Read()
    {
        foreach (var manifest in folder.Named("package.json").Order(StringComparer.Ordinal))
        {
            var root = Path.GetDirectoryName(manifest)!;
            var packages = Packages(manifest);
            var files = folder.Files([.. Code, ".svelte", ".vue", ".mdx"]).Where(f => f.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal) && Nearest(f) == manifest && !IsTest(f)).Order(StringComparer.Ordinal).ToList();
            foreach (var page in OfPackage(root, packages, files))
                yield return page;
        }
    }

    private IEnumerable<AppPage> OfPackage(string root, HashSet<string> packages, List<string> files)
    {
        if (packages.Contains("next"))
            return files.SelectMany(f => Next(root, f));
        if (packages.Contains("@sveltejs/kit"))
            return files.SelectMany(f => Svelte(root, f));
        if (packages.Contains("nuxt"))
            return files.SelectMany(f => Nuxt(root, f));
        var declared = new List<AppPage>();
        if (packages.Contains("@tanstack/react-router") || packages.Contains("@tanstack/react-start"))
            declared.AddRange(files.SelectMany(TanStack));
        if (packages.Contains("react-router") || packages.Contains("react-router-dom"))
            declared.AddRange(files.SelectMany(ReactRouter));
        if (packages.Contains("vue-router"))
            declared.AddRange(files.SelectMany(f => Objects(f, "vue-router", "createRouter", "VueRouter", "RouteRecordRaw", "routes")));
        if (packages.Contains("@angular/router"))
            declared.AddRange(files.SelectMany(f => Objects(f, "angular", "Routes", "provideRouter", "RouterModule")));
        return declared;
    }

    private IEnumerable<AppPage> Next(string root, string file)
    {
        var path = Inside(root, file);
        var app = AppFile().Match(path);
        if (app.Success)
        {
            if (path.Contains("/(.", StringComparison.Ordinal))
                yield break; // an intercepted route is shown at another's address
            var isApi = app.Groups["kind"].Value == "route";
            yield return Page(Routes.Clean(app.Groups["dir"].Value), isApi ? "api" : "page", "next", file, 1, isApi ? Exported(file) : ["GET"]);
            yield break;
        }

        var pages = PagesFile().Match(path);
        if (!pages.Success)
            yield break;
        var route = pages.Groups["route"].Value;
        var name = route[(route.LastIndexOf('/') + 1)..];
        if (name.StartsWith('_') || name is "404" or "500")
            yield break;
        if (name == "index")
            route = route[..^5];
        yield return Page(Routes.Clean(route), route.StartsWith("api/", StringComparison.Ordinal) ? "api" : "page", "next", file, 1);
    }

    private IEnumerable<AppPage> Svelte(string root, string file)
    {
        var match = SvelteFile().Match(Inside(root, file));
        if (match.Success)
            yield return Page(Routes.Clean(match.Groups["dir"].Value), match.Groups["kind"].Value == "page" ? "page" : "api", "sveltekit", file, 1, match.Groups["kind"].Value == "page" ? ["GET"] : Exported(file));
    }

    private IEnumerable<AppPage> Nuxt(string root, string file)
    {
        var match = NuxtFile().Match(Inside(root, file));
        if (match.Success)
            yield return Page(Routes.Clean(match.Groups["route"].Value is var r && r.EndsWith("index", StringComparison.Ordinal) ? r[..^5] : r), "page", "nuxt", file, 1);
    }

    private IEnumerable<AppPage> TanStack(string file)
    {
        var text = File.ReadAllText(file);
        foreach (Match match in FileRoute().Matches(text))
        {
            var route = match.Groups["path"].Value;
            // A layout without a path of its own, and the frame of an index.
            if (route.Split('/')[^1].StartsWith('_'))
                continue;
            yield return Page(Routes.Clean(route), match.Groups["kind"].Value.Contains("Server", StringComparison.Ordinal) ? "api" : "page", "tanstack-router", file, PageReader.Line(text, match.Index));
        }

        var parents = CodeRoute().Matches(text).Where(m => m.Groups["path"].Success).GroupBy(m => m.Groups["name"].Value).ToDictionary(g => g.Key, g => (Path: g.First().Groups["path"].Value, Parent: g.First().Groups["parent"].Value));
        foreach (Match match in CodeRoute().Matches(text).Where(m => m.Groups["path"].Success))
        {
            var route = match.Groups["path"].Value;
            var parent = match.Groups["parent"].Value;
            for (var depth = 0; depth < 8 && parents.TryGetValue(parent, out var above); depth++)
            {
                route = above.Path + "/" + route;
                parent = above.Parent;
            }

            yield return Page(Routes.Clean(route), "page", "tanstack-router", file, PageReader.Line(text, match.Index));
        }
    }

    private IEnumerable<AppPage> ReactRouter(string file)
    {
        var text = File.ReadAllText(file);
        var found = Objects(file, "react-router", "createBrowserRouter", "createHashRouter", "createMemoryRouter", "useRoutes", "RouteObject").ToList();
        if (text.Contains("<Route", StringComparison.Ordinal))
            found.AddRange(RouteElements.Of(text).Select(r => Page(r.Route, "page", "react-router", file, PageReader.Line(text, r.Index))));
        if (Path.GetFileNameWithoutExtension(file) == "routes" && text.Contains("RouteConfig", StringComparison.Ordinal))
            found.AddRange(RouteConfig.Of(text).Select(r => Page(r.Route, "page", "react-router", file, PageReader.Line(text, r.Index))));
        return found.DistinctBy(p => p.Route);
    }

    private IEnumerable<AppPage> Objects(string file, string framework, params string[] marks)
    {
        var text = File.ReadAllText(file);
        return marks.Any(m => text.Contains(m, StringComparison.Ordinal)) && text.Contains("path", StringComparison.Ordinal)
            ? RouteObjects.Of(text).Where(r => !r.Route.Contains("{*rest}", StringComparison.Ordinal)).Select(r => Page(r.Route, "page", framework, file, PageReader.Line(text, r.Index))) : [];
    }

    private AppPage Page(string route, string kind, string framework, string file, int line, IReadOnlyList<string>? methods = null)
        => new(route, kind, methods ?? ["GET"], framework, PageReader.Area(route), [], new SourcePlace(folder.Relative(file), line));

    private static string[] Exported(string file) => [.. ExportedMethod().Matches(File.ReadAllText(file)).Select(m => m.Groups[1].Value).Distinct().Order(StringComparer.Ordinal).DefaultIfEmpty("GET")];

    private static string Inside(string root, string file) => Path.GetRelativePath(root, file).Replace('\\', '/');

    private static bool IsTest(string file) => file.Contains(".test.", StringComparison.Ordinal) || file.Contains(".spec.", StringComparison.Ordinal) || file.Contains(".stories.", StringComparison.Ordinal) || file.Contains("__tests__", StringComparison.Ordinal);

    private string? Nearest(string file) => folder.Named("package.json").Where(p => file.StartsWith(Path.GetDirectoryName(p)! + Path.DirectorySeparatorChar, StringComparison.Ordinal)).OrderByDescending(p => p.Length).FirstOrDefault();

    private static readonly string[] DependencyLists = ["dependencies", "devDependencies", "peerDependencies"];

    public static HashSet<string> Packages(string manifest)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllText(manifest));
            return [.. DependencyLists.SelectMany(k => json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty(k, out var d) && d.ValueKind == JsonValueKind.Object ? d.EnumerateObject().Select(p => p.Name) : [])];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    [GeneratedRegex(@"^(?:src/)?app/(?<dir>(?:.*/)?)(?<kind>page|route)\.(?:tsx|jsx|ts|js|mdx)$")]
    private static partial Regex AppFile();

    [GeneratedRegex(@"^(?:src/)?pages/(?<route>.+)\.(?:tsx|jsx|ts|js|mdx)$")]
    private static partial Regex PagesFile();

    [GeneratedRegex(@"^src/routes/(?<dir>(?:.*/)?)\+(?<kind>page|server)(?:@\w*)?\.(?:svelte|ts|js)$")]
    private static partial Regex SvelteFile();

    [GeneratedRegex(@"^(?:src/|app/)?pages/(?<route>.+)\.vue$")]
    private static partial Regex NuxtFile();

    [GeneratedRegex(@"create(?<kind>(?:Lazy)?FileRoute|ServerFileRoute)\s*\(\s*['""`](?<path>[^'""`]*)['""`]")]
    private static partial Regex FileRoute();

    [GeneratedRegex(@"(?:const|let)\s+(?<name>\w+)\s*=\s*create(?:Root)?Route\s*\(\s*\{(?=(?:[^{}]|\{[^{}]*\})*?getParentRoute\s*:\s*\(\)\s*=>\s*(?<parent>\w+))(?=(?:[^{}]|\{[^{}]*\})*?\bpath\s*:\s*['""`](?<path>[^'""`]*)['""`])")]
    private static partial Regex CodeRoute();

    [GeneratedRegex(@"export\s+(?:const|async\s+function|function)\s+(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\b")]
    private static partial Regex ExportedMethod();
}
