using System.Globalization;
using System.Text;
using Autonoma.Planner.CodeAnalysis.Models;
using Autonoma.Planner.CodeAnalysis.Projects;
using Autonoma.Planner.CodeAnalysis.Scaffolding.Designs;
using Autonoma.Planner.CodeAnalysis.Scaffolding.Inputs;
using Autonoma.Planner.CodeAnalysis.Scaffolding.SigningIn;

namespace Autonoma.Planner.CodeAnalysis.Scaffolding.Writing;

/// <summary>Writes the class that registers every factory and maps the route.</summary>
internal static class RegistrationWriter
{
    public const string ClassName = "TestEnvironments";

    public static string Write(AppCode app, IReadOnlyList<FactoryDesign> designs, SignInDesign signIn, ScopeOfTests? scope, string route, string home)
    {
        var types = new TypeText(home);
        types.Usings.UnionWith(["System", "System.Linq", "Autonoma.EnvironmentFactory", "Autonoma.EnvironmentFactory.Handling", "Microsoft.AspNetCore.Builder", "Microsoft.AspNetCore.Routing", "Microsoft.Extensions.Configuration", "Microsoft.Extensions.DependencyInjection"]);
        var body = new StringBuilder();
        foreach (var design in designs)
        {
            var adding = design.Kind == FactoryKind.Entity ? $"AddEntityFactory<{types.Bare(design.Model.Type!)}, {types.Bare(design.Context!)}>(\"{design.Model.Name}\")" : $"AddFactory<{design.Model.Name}Factory>(\"{design.Model.Name}\")";
            body.Append(CultureInfo.InvariantCulture, $"        factory.{adding}{string.Concat(Nested(app, design, designs).Select(n => $"\n            .{(n.IsMany ? "HasMany" : "HasOne")}(\"{n.Name}\", \"{n.Model}\", \"{n.Key}\")"))};\n");
        }

        var context = designs.Select(d => d.Context).FirstOrDefault(c => c is not null && app.Services.Has(c));
        var guard = context is null ? "" : $"        // Where the app runs without its database, there is nothing to make.\n        if (services.All(service => service.ServiceType != typeof({types.Bare(context)})))\n            return services;\n";
        var scoping = scope is null ? "" : $"        factory.ScopeField = \"{scope.Field}\";\n        factory.Configure(options => options.ScopeModel = \"{scope.Model}\");\n";
        var sign = signIn.Method is { } method ? $"        factory.UseAuth(SignIn.{method});\n" : "";
        var remember = signIn.Remembers ? "        services.AddScoped<SignIns>();\n" : "";

        var text = new StringBuilder("#nullable enable\n\n");
        foreach (var used in types.Usings.Where(u => u != home).OrderBy(u => u.StartsWith("System", StringComparison.Ordinal) ? 0 : 1).ThenBy(u => u, StringComparer.Ordinal))
            text.Append(CultureInfo.InvariantCulture, $"using {used};\n");
        text.Append($$"""

            namespace {{home}};

            /// <summary>What tests may have made for themselves, by the app's own code.</summary>
            internal static class {{ClassName}}
            {
                /// <summary>Where requests arrive. They are signed with AUTONOMA_SHARED_SECRET.</summary>
                public const string Path = "{{route}}";

                public static IServiceCollection AddTestEnvironments(this IServiceCollection services)
                {
            {{guard}}{{remember}}        // In production nobody is answered, unless the configuration of this one says so.
                    services.AddOptions<EnvironmentFactoryOptions>().Configure<IConfiguration>((options, configuration) =>
                        options.AllowProduction = string.Equals(configuration["AUTONOMA_ALLOW_PRODUCTION"], "true", StringComparison.OrdinalIgnoreCase));
                    return services.AddEnvironmentFactory(Define);
                }

                public static void MapTestEnvironments(this IEndpointRouteBuilder endpoints)
                {
                    if (endpoints.ServiceProvider.GetService<EnvironmentFactoryHandler>() is not null)
                        endpoints.MapEnvironmentFactory(Path);
                }

                private static void Define(EnvironmentFactoryBuilder factory)
                {
            {{scoping}}{{body}}{{sign}}    }
            }

            """.ReplaceLineEndings("\n"));
        return text.ToString();
    }

    // Records may be nested under those they belong to, by the key that the factory takes.
    private static IEnumerable<(string Name, string Model, string Key, bool IsMany)> Nested(AppCode app, FactoryDesign parent, IReadOnlyList<FactoryDesign> designs)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var relation in app.Relations.Where(r => r.Parent == parent.Model.Name && r.Field is not null && r.Kind is not "many-to-many").OrderBy(r => r.Child, StringComparer.Ordinal).ThenBy(r => r.Field, StringComparer.Ordinal))
        {
            if (designs.FirstOrDefault(d => d.Model.Name == relation.Child) is not { } child || (child.Kind != FactoryKind.Entity && !child.HasField(relation.Field!)))
                continue;
            var navigation = parent.Model.Type is null ? null : app.Analyzed.Entities.Navigations(parent.Model.Type).Where(n => app.Catalogue.Of(n.Target) == child.Model).Select(n => n.Property.Name).FirstOrDefault(n => !taken.Contains(n));
            var isMany = relation.Kind != "one-to-one";
            var name = Names.Camel(navigation ?? (isMany ? Plural(child.Model.Name) : child.Model.Name));
            if (!taken.Add(name) && !taken.Add(name = $"{name}By{relation.Field}"))
                continue;
            var key = child.Kind == FactoryKind.Entity ? relation.Field! : child.Fields.First(f => string.Equals(f.Name, relation.Field, StringComparison.OrdinalIgnoreCase)).Name;
            yield return (name, child.Model.Name, Names.Camel(key), isMany);
        }
    }

    private static string Plural(string name) => name.EndsWith('y') && name.Length > 1 && !"aeiou".Contains(name[^2], StringComparison.Ordinal) ? name[..^1] + "ies" : name.EndsWith('s') || name.EndsWith('x') ? name + "es" : name + "s";
}

/// <summary>What every environment is the data of.</summary>
/// <param name="Model">The model.</param>
/// <param name="Field">The field by which others name it.</param>
internal sealed record ScopeOfTests(string Model, string Field);
