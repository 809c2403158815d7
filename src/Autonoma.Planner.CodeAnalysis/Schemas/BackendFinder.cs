using Autonoma.Planner.CodeAnalysis.Frontend;
using Autonoma.Planner.CodeAnalysis.Projects;
using Autonoma.Planner.CodeAnalysis.Results;

namespace Autonoma.Planner.CodeAnalysis.Schemas;

/// <summary>Backends by their manifests, each with the Environment Factory SDK of its language.</summary>
internal static class BackendFinder
{
    private static readonly (string Manifest, string Language, string Sdk, string[] Frameworks)[] Others =
    [
        ("pyproject.toml", "Python", "autonoma-ai", ["django", "fastapi", "flask", "sqlalchemy"]),
        ("requirements.txt", "Python", "autonoma-ai", ["django", "fastapi", "flask", "sqlalchemy"]),
        ("go.mod", "Go", "github.com/autonoma-ai/autonoma-sdk-go", ["gin-gonic/gin", "go-chi/chi", "labstack/echo", "gofiber/fiber"]),
        ("Cargo.toml", "Rust", "autonoma", ["axum", "actix-web", "rocket", "diesel", "sqlx"]),
        ("pom.xml", "Java", "ai.autonoma:autonoma-sdk", ["spring-boot", "quarkus", "micronaut"]),
        ("build.gradle", "Java", "ai.autonoma:autonoma-sdk", ["spring-boot", "quarkus", "micronaut"]),
        ("build.gradle.kts", "Java", "ai.autonoma:autonoma-sdk", ["spring-boot", "quarkus", "micronaut"]),
        ("Gemfile", "Ruby", "autonoma", ["rails", "sinatra", "hanami"]),
        ("composer.json", "PHP", "autonoma/sdk", ["laravel/framework", "symfony/framework-bundle"]),
        ("mix.exs", "Elixir", "autonoma", ["phoenix", "ecto"]),
    ];

    private static readonly (string Package, string Sdk)[] Node =
    [
        ("next", "@autonoma-ai/sdk with @autonoma-ai/server-web"), ("hono", "@autonoma-ai/sdk with @autonoma-ai/server-hono"), ("@nestjs/core", "@autonoma-ai/sdk with @autonoma-ai/server-express"),
        ("express", "@autonoma-ai/sdk with @autonoma-ai/server-express"), ("fastify", "@autonoma-ai/sdk with @autonoma-ai/server-express"), ("koa", "@autonoma-ai/sdk with @autonoma-ai/server-node"),
    ];

    public static List<DetectedBackend> Find(SourceFolder folder, LoadedCode code)
    {
        var found = code.Projects.Where(p => p is { IsWeb: true, IsTest: false })
            .Select(p => new DetectedBackend("C#", ["aspnetcore", .. p.Packages.Where(k => k.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal) || k is "Dapper" or "MediatR" or "MongoDB.Driver")],
                "Autonoma.EnvironmentFactory.AspNetCore: AddEnvironmentFactory and MapEnvironmentFactory", new SourcePlace(folder.Relative(p.Path), 1))).ToList();
        foreach (var manifest in folder.Named("package.json").Order(StringComparer.Ordinal))
        {
            var packages = FrontendRoutes.Packages(manifest);
            var server = Node.FirstOrDefault(n => packages.Contains(n.Package));
            if (server.Package is not null)
                found.Add(new DetectedBackend("TypeScript", [.. Node.Select(n => n.Package).Where(packages.Contains)], server.Sdk, new SourcePlace(folder.Relative(manifest), 1)));
        }

        foreach (var (name, language, sdk, frameworks) in Others)
        {
            foreach (var manifest in folder.Named(name).Order(StringComparer.Ordinal))
            {
                var text = File.ReadAllText(manifest);
                found.Add(new DetectedBackend(language, [.. frameworks.Where(f => text.Contains(f, StringComparison.OrdinalIgnoreCase))], sdk, new SourcePlace(folder.Relative(manifest), 1)));
            }
        }

        return [.. found.OrderBy(b => b.Manifest.File, StringComparer.Ordinal)];
    }
}
