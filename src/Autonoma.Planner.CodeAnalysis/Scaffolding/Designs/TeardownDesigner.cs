using Autonoma.Planner.CodeAnalysis.Creation;
using Autonoma.Planner.CodeAnalysis.Models;
using Autonoma.Planner.CodeAnalysis.Projects;
using Autonoma.Planner.CodeAnalysis.Results;
using Autonoma.Planner.CodeAnalysis.Scaffolding.Inputs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Autonoma.Planner.CodeAnalysis.Scaffolding.Designs;

/// <summary>How a record goes: with the one it belongs to, by a function of the app that deletes it, else by its key.</summary>
internal sealed class TeardownDesigner(AppCode app)
{
    private readonly Dictionary<(string Child, string Parent), string> _behaviours = Behaviours(app);
    private readonly bool _isSetForAll = app.Code.Trees.SelectMany(t => t.GetRoot().DescendantNodes().OfType<AssignmentExpressionSyntax>()).Any(a => a.Left is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "DeleteBehavior" });

    public void Design(FactoryDesign design)
    {
        if (Cascading(design.Model) is { } parent)
        {
            design.TeardownWay = $"the database removes it with its {parent}";
            return;
        }

        if (Deleting(design))
            return;
        if (design.Model.Store == "ef" && design.Context is { } context && design.Model.Type is { } type && app.IsVisible(type) && design.Key.Count == design.Model.Key.Count)
        {
            design.Types.Usings.UnionWith(["Microsoft.EntityFrameworkCore", "System.Linq"]);
            var database = design.Need(design.Types.Bare(context), "database");
            var condition = string.Join(" && ", design.Model.Key.Select((key, i) => $"EF.Property<{design.Key[i].Type}>(row, \"{key}\").Equals(record.{design.Key[i].Name})"));
            design.Teardown.Add($"var rows = await {database}.Set<{design.Types.Bare(type)}>().IgnoreQueryFilters().Where(row => {condition}).ToListAsync(cancellationToken);");
            design.Teardown.Add($"{database}.RemoveRange(rows);");
            design.Teardown.Add($"await {database}.SaveChangesAsync(cancellationToken);");
            design.TeardownWay = "the row with the returned key is deleted";
            return;
        }

        design.TeardownWay = "none: nothing in the app deletes one, and it goes with nothing";
        design.Notes.Add($"{design.Model.Name} is left where it is after a test: say in TeardownAsync how one goes.");
    }

    // A key that must be there is deleted with what it refers to, unless the code says otherwise.
    private string? Cascading(KnownModel model)
        => _isSetForAll || model.Store != "ef" ? null : app.Relations.Where(r => r.Child == model.Name && r.Parent != model.Name && app.Catalogue.Models.Any(m => m.Name == r.Parent && m.Store == "ef"))
            .Where(r => _behaviours.TryGetValue((r.Child, r.Parent), out var behaviour) ? behaviour == "Cascade" && (r.IsRequired || IsAlwaysSet(model, r)) : r is { IsRequired: true, Kind: not "by-id" and not "many-to-many" })
            .Select(r => r.Parent).FirstOrDefault();

    // A key that may be empty belongs to its parent for sure only when nothing else could hold the row.
    private bool IsAlwaysSet(KnownModel model, ModelRelation relation)
        => app.Relations.Where(r => r.Child == model.Name && r.Field is not null).All(r => _behaviours.GetValueOrDefault((r.Child, r.Parent)) == "Cascade" && (r.Parent == relation.Parent || r.Parent == model.Name));

    private bool Deleting(FactoryDesign design)
    {
        var model = design.Model;
        if (model.Key.Count != 1 || design.Key is not [var key])
            return false;
        var found = app.Analyzed.Units.Where(u => u is { Role: UnitRole.Service or UnitRole.Repository, IsAccessible: true, Symbol: IMethodSymbol { MethodKind: MethodKind.Ordinary } })
            .Select(u => (Unit: u, Method: (IMethodSymbol)u.Symbol!)).Where(u => app.IsVisible(u.Method) && app.IsVisible(u.Method.ContainingType) && Deletes(u.Unit, model))
            .Select(u => (u.Unit, u.Method, Arguments: Arguments(u.Method, model, design, key.Type))).Where(u => u.Arguments is not null)
            .OrderBy(u => u.Method.IsGenericMethod).ThenByDescending(u => design.Function?.StartsWith(u.Method.ContainingType.Name + ".", StringComparison.Ordinal)).ThenBy(u => u.Unit.Function, StringComparer.Ordinal).ToList();
        if (found.Count == 0)
            return false;
        var (unit, method, arguments) = found[0];
        var type = method.ContainingType;
        if (!method.IsStatic && !app.Services.Has(type))
            return false;
        var on = method.IsStatic ? design.Types.Bare(type) : design.Need(design.Types.Bare(type), Names.Camel(type.Name));
        var generic = method.IsGenericMethod ? $"<{design.Types.Bare(model.Type!)}>" : "";
        var isTask = method.ReturnType.Name is "Task" or "ValueTask";
        design.Teardown.Add($"{(isTask ? "await " : "")}{on}.{method.Name}{generic}({arguments});");
        design.TeardownWay = $"{unit.Function} of the app";
        return true;
    }

    private string? Arguments(IMethodSymbol method, KnownModel model, FactoryDesign design, string keyType)
    {
        var first = method.Parameters.FirstOrDefault();
        if (first is null || design.Types.Of(TypeNames.NotNull(first.Type)) != keyType || !IsAboutKey(first.Name, model))
            return null;
        if (method.Parameters.Skip(1).Any(p => !p.HasExplicitDefaultValue && p.Type.Name != "CancellationToken"))
            return null;
        var token = method.Parameters.Skip(1).FirstOrDefault(p => p.Type.Name == "CancellationToken");
        return token is null ? "record.Id" : $"record.Id, {token.Name}: cancellationToken";
    }

    private static bool IsAboutKey(string parameter, KnownModel model)
    {
        var words = Names.Words(parameter);
        return words is ["id"] or ["key"] || Names.Words(model.Name + "Id").SequenceEqual(words) || Names.Words(model.Name + "Key").SequenceEqual(words) || Names.Words(model.Key[0]).SequenceEqual(words);
    }

    // context.Remove(row), set.Where(..).ExecuteDelete(), of exactly this model.
    private bool Deletes(CodeUnit unit, KnownModel model)
    {
        foreach (var call in unit.Bodies.SelectMany(b => b.DescendantNodesAndSelf()).OfType<InvocationExpressionSyntax>())
        {
            if (call.Expression is not MemberAccessExpressionSyntax member)
                continue;
            var semantic = app.Code.Model(call);
            switch (member.Name.Identifier.ValueText)
            {
                case "ExecuteDelete" or "ExecuteDeleteAsync":
                    if (semantic.GetTypeInfo(member.Expression).Type is { } query && Is(TypeNames.Element(query), model, unit))
                        return true;
                    break;
                case "Remove" or "RemoveRange" when semantic.GetTypeInfo(member.Expression).Type is INamedTypeSymbol on && (on.Name == "DbSet" || EntityModels.IsContext(on) || on.Name.EndsWith("DbContext", StringComparison.Ordinal)):
                case "DeleteAsync" when semantic.GetTypeInfo(member.Expression).Type?.Name == "UserManager":
                    if (call.ArgumentList.Arguments is [var argument, ..] && semantic.GetTypeInfo(argument.Expression).Type is { } row && Is(TypeNames.Element(row) ?? row, model, unit))
                        return true;
                    break;
                default:
                    break;
            }
        }

        return false;
    }

    private bool Is(ITypeSymbol? type, KnownModel model, CodeUnit unit)
        => type is ITypeParameterSymbol parameter ? parameter.DeclaringMethod is { TypeParameters.Length: 1 } && unit.Symbol is IMethodSymbol { IsGenericMethod: true } && model.Type is not null && Fits(parameter, model) : app.Catalogue.Of(type) == model;

    private static bool Fits(ITypeParameterSymbol parameter, KnownModel model) => parameter.ConstraintTypes.All(c => model.Type!.AllInterfaces.Contains(c, SymbolEqualityComparer.Default) || TypeNames.WithBases(model.Type!).Contains(c, SymbolEqualityComparer.Default));

    // .OnDelete(DeleteBehavior.X), on the builder of which two models.
    private static Dictionary<(string, string), string> Behaviours(AppCode app)
    {
        var found = new Dictionary<(string, string), string>();
        foreach (var call in app.Code.Trees.SelectMany(t => t.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>()))
        {
            if (call.Expression is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: "OnDelete" } member || call.ArgumentList.Arguments is not [{ Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var behaviour } }])
                continue;
            var models = (app.Code.Model(call).GetTypeInfo(member.Expression).Type as INamedTypeSymbol)?.TypeArguments.Select(app.Catalogue.Of).OfType<KnownModel>().ToList() ?? [];
            foreach (var (child, parent) in models.Count == 2 ? [(models[1], models[0]), (models[0], models[1])] : models.SelectMany(m => app.Catalogue.Models.Select(o => (m, o))))
                found[(child.Name, parent.Name)] = behaviour;
        }

        return found;
    }
}
