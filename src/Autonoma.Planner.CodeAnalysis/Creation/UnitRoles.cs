using Autonoma.Planner.CodeAnalysis.Models;
using Autonoma.Planner.CodeAnalysis.Projects;
using Microsoft.CodeAnalysis;

namespace Autonoma.Planner.CodeAnalysis.Creation;

/// <summary>What a class or a function is for, by what it derives from, what it implements, and the names that the field agrees on.</summary>
internal static class UnitRoles
{
    private static readonly HashSet<string> Seeds = new(StringComparer.Ordinal) { "seed", "seeder", "seeding", "seeds", "demo", "sample", "samples", "fixture", "fixtures", "faker", "fake", "fakes", "mock", "mocks", "migration", "migrations", "bogus" };

    public static bool IsSeed(string name)
    {
        var words = Names.Words(name);
        return words.Any(Seeds.Contains) || Names.Contains(words, ["test", "data"]) || Names.Contains(words, ["initial", "data"]) || Names.Contains(words, ["db", "initializer"]) || Names.Contains(words, ["database", "initializer"])
            || Names.Contains(words, ["data", "initializer"]) || words is ["create", .., "samples"];
    }

    public static UnitRole OfType(INamedTypeSymbol type, ModelCatalogue catalogue)
    {
        var bases = TypeNames.WithBases(type).ToList();
        if (bases.Any(b => catalogue.Of(b) is not null || catalogue.Abstract.ContainsKey(b.OriginalDefinition) || catalogue.Values.Contains(b)))
            return UnitRole.Model;
        if (IsSeed(type.Name) || OuterNames(type).Any(IsSeed) || IsFactoryOfTests(type))
            return UnitRole.Excluded;
        if (bases.Skip(1).Any(b => b.Name is "ControllerBase" or "Controller" or "ApiController" or "PageModel" or "ComponentBase" or "Hub" or "EndpointBase" || b.Name.StartsWith("Endpoint", StringComparison.Ordinal) || b.Name.EndsWith("Controller", StringComparison.Ordinal))
            || type.Name.EndsWith("Controller", StringComparison.Ordinal) || EntityModels.Has(type, "ApiController", "QueryType", "MutationType", "ExtendObjectType"))
            return UnitRole.Route;
        if (EntityModels.IsContext(type) || TypeNames.Derives(type, "SaveChangesInterceptor", "ActionFilterAttribute", "Migration") || TypeNames.Implements(type, "ISaveChangesInterceptor", "IMiddleware", "IPipelineBehavior", "IActionFilter", "IAsyncActionFilter")
            || type.Name.EndsWith("Middleware", StringComparison.Ordinal))
            return UnitRole.Hook;
        if (IsReaction(type))
            return UnitRole.Reaction;
        if (TypeNames.Derives(type, "BackgroundService") || TypeNames.Implements(type, "IHostedService", "IJob", "IInvocable") || type.Name.EndsWith("Job", StringComparison.Ordinal) || type.Name.EndsWith("Worker", StringComparison.Ordinal))
            return UnitRole.Job;
        if (IsHandler(type))
            return UnitRole.Handler;
        return IsRepository(type) ? UnitRole.Repository : UnitRole.Service;
    }

    /// <summary>Whether a class makes records for tests, by the SDK: it calls the app, and is no part of it.</summary>
    public static bool IsFactoryOfTests(INamedTypeSymbol type) => TypeNames.WithBases(type).Skip(1).Any(b => b is { Name: "Factory", TypeArguments.Length: 2 });

    public static UnitRole OfMethod(IMethodSymbol method, UnitRole type)
    {
        if (IsSeed(method.Name))
            return UnitRole.Excluded;
        // Functions that set the application up: what they are given is what is being set up.
        if (method.IsStatic && method.Parameters.FirstOrDefault()?.Type.Name is "IServiceCollection" or "IApplicationBuilder" or "WebApplication" or "WebApplicationBuilder" or "IHost" or "ModelBuilder" or "IEndpointRouteBuilder" or "EnvironmentFactoryBuilder")
            return UnitRole.Excluded;
        // What a page's class offers to its own project is no action of the page.
        if (type == UnitRole.Route && method is { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Internal } && !method.Name.StartsWith("On", StringComparison.Ordinal))
            return UnitRole.Service;
        // db.Orders.Place(..): an extension of the store is a part of the store.
        if (method.IsExtensionMethod && method.Parameters[0].Type is { } on && (on.Name is "DbSet" or "IMongoCollection" or "IDbConnection" or "DatabaseFacade" || on.Name.EndsWith("DbContext", StringComparison.Ordinal)))
            return UnitRole.Repository;
        return type == UnitRole.Service && (method.ContainingType.Name is "Startup" or "Program") ? UnitRole.Excluded : type;
    }

    public static bool IsEvent(ITypeSymbol type) => type.AllInterfaces.Any(i => i.Name is "INotification" || i.Name.EndsWith("Event", StringComparison.Ordinal))
        || (type.TypeKind is TypeKind.Class or TypeKind.Struct && TypeNames.WithBases(type).Any(b => b.Name.EndsWith("Event", StringComparison.Ordinal) && b.Name.Length > "Event".Length) && !type.Name.EndsWith("EventHandler", StringComparison.Ordinal));

    private static bool IsReaction(INamedTypeSymbol type)
        => type.AllInterfaces.Any(i => i.Name is "INotificationHandler" or "IConsumer" or "IHandleMessages" or "ICapSubscribe" || i.Name.EndsWith("EventHandler", StringComparison.Ordinal)
            || (i.Name.StartsWith("IHandle", StringComparison.Ordinal) && i.TypeArguments.FirstOrDefault() is { } argument && IsEvent(argument)))
            || type.Name.EndsWith("EventHandler", StringComparison.Ordinal) || type.Name.EndsWith("Consumer", StringComparison.Ordinal) || type.Name.EndsWith("Subscriber", StringComparison.Ordinal);

    private static bool IsHandler(INamedTypeSymbol type)
        => type.AllInterfaces.Any(i => i.Name.EndsWith("RequestHandler", StringComparison.Ordinal) || i.Name.EndsWith("CommandHandler", StringComparison.Ordinal) || i.Name is "IHandler" or "IUseCase")
            || type.Name.EndsWith("Handler", StringComparison.Ordinal) || type.Name.EndsWith("UseCase", StringComparison.Ordinal) || type.Name.EndsWith("Interactor", StringComparison.Ordinal);

    private static bool IsRepository(INamedTypeSymbol type)
        => EndsLike(type.Name) || type.AllInterfaces.Any(i => EndsLike(i.Name)) || TypeNames.WithBases(type).Skip(1).Any(b => EndsLike(b.Name));

    private static bool EndsLike(string name) => name.EndsWith("Repository", StringComparison.Ordinal) || name.EndsWith("Repo", StringComparison.Ordinal) || name.EndsWith("Dao", StringComparison.Ordinal)
        || name.EndsWith("UnitOfWork", StringComparison.Ordinal) || name.EndsWith("DataAccess", StringComparison.Ordinal) || (name.EndsWith("Store", StringComparison.Ordinal) && name.Length > 5);

    private static IEnumerable<string> OuterNames(INamedTypeSymbol type)
    {
        for (var outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
            yield return outer.Name;
    }
}
