using Autonoma.Planner.CodeAnalysis.Audited;
using Autonoma.Planner.CodeAnalysis.Models;
using Autonoma.Planner.CodeAnalysis.Projects;
using Autonoma.Planner.CodeAnalysis.Scaffolding.Inputs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Autonoma.Planner.CodeAnalysis.Scaffolding.Designs;

/// <summary>Writes the call of an audited function: on which object, with which arguments, and how the new record's key comes back.</summary>
internal sealed class CallDesigner(AppCode app, FactoryDesign design)
{
    /// <summary>Fills in the design; false when the function cannot be called from the web project, with the reason among the notes.</summary>
    public bool Design(IMethodSymbol method, AuditedFunction function)
    {
        var maker = new ValueMaker(app, design);
        if (Message(method) is { } message)
            return Sent(message, method, maker);
        if (Receiver(method, function) is not { } receiver)
        {
            design.Notes.Add($"{design.Function} is not visible to {app.Web.Name}, and no contract of it is.");
            return false;
        }

        var names = FieldNames.Of(app, design.Model, method, function.Node);
        var arguments = new List<string>();
        string? given = null;
        foreach (var parameter in method.Parameters.Where(p => !p.IsParams))
        {
            var value = SymbolEqualityComparer.Default.Equals(parameter.Type.OriginalDefinition, design.Model.Type) ? maker.Object(design.Model.Type!, design.Model.Name, [], 0)
                : Flattened(parameter, method) ? maker.Object((INamedTypeSymbol)parameter.Type, Names.Capital(parameter.Name), [], 1) : maker.Parameter(parameter, names);
            if (value is null && parameter.HasExplicitDefaultValue)
                continue;
            if (value is null)
            {
                design.Notes.Add($"{design.Function} takes {parameter.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)} '{parameter.Name}', which cannot be made from plain values.");
                return false;
            }

            if (maker.MadeModel is not null)
                given ??= maker.MadeModel;
            arguments.Add(arguments.Count < parameter.Ordinal && !method.IsExtensionMethod ? $"{parameter.Name}: {value}" : value);
        }

        var on = method.IsExtensionMethod ? arguments[0] : receiver;
        var rest = method.IsExtensionMethod ? arguments.Skip(1) : arguments;
        var types = method.TypeArguments.Length > 0 ? $"<{string.Join(", ", method.TypeArguments.Select(t => t is ITypeParameterSymbol ? design.Types.Bare(design.Model.Type!) : design.Types.Of(t)))}>" : "";
        if (method.IsExtensionMethod && method.ContainingType.ContainingNamespace is { IsGlobalNamespace: false } space)
            design.Types.Usings.Add(space.ToDisplayString());
        design.Create.AddRange(maker.Before);
        design.Way = $"calls {design.Function}";
        return Finish($"{on}.{method.Name}{types}({string.Join(", ", rest)})", method.ReturnType, given, function.Unit?.Bodies ?? []);
    }

    /// <summary>The record that a factory returns.</summary>
    public static void Return(FactoryDesign design, IReadOnlyList<string> key)
    {
        var parts = design.Model.Key.Count > 1 ? [$"$\"{string.Join('|', key.Select(k => $"{{{k}}}"))}\"", .. key] : key;
        design.Create.Add($"return new({string.Join(", ", parts.Concat(design.Remembered.Select(r => r.Value)))});");
    }

    private bool Sent(INamedTypeSymbol message, IMethodSymbol handler, ValueMaker maker)
    {
        if (!app.IsVisible(message) || maker.Object(message, message.Name, [], 1) is not { } made)
        {
            design.Notes.Add($"{message.Name} cannot be made from plain values.");
            return false;
        }

        design.Create.AddRange(maker.Before);
        var contract = handler.ContainingType.AllInterfaces.First(i => i.TypeArguments.Length > 0 && SymbolEqualityComparer.Default.Equals(i.TypeArguments[0], message));
        if (contract.ContainingNamespace?.ToDisplayString() == "MediatR")
        {
            design.Types.Usings.Add("MediatR");
            var sender = design.Need("ISender", "sender");
            design.Way = $"sends {Creation.UnitFinder.Outer(message)}, which {design.Function} handles";
            return Finish($"{sender}.Send({made}, cancellationToken)", handler.ReturnType, null, []);
        }

        var handling = design.Need(design.Types.Bare(contract), "handler");
        design.Way = $"hands {Creation.UnitFinder.Outer(message)} to its handler, {design.Function}";
        var arguments = handler.Parameters.Select((p, i) => i == 0 ? made : p.Type.Name == "CancellationToken" ? "cancellationToken" : maker.Parameter(p, new Dictionary<string, string>()) ?? "default!");
        return Finish($"{handling}.{handler.Name}({string.Join(", ", arguments)})", handler.ReturnType, null, []);
    }

    // A handler is asked through its message, as everybody does.
    private INamedTypeSymbol? Message(IMethodSymbol method)
    {
        if (method.IsStatic || method.Parameters.Length == 0 || method.Parameters[0].Type is not INamedTypeSymbol message || app.Code.Place(message) is null)
            return null;
        return method.ContainingType.AllInterfaces.Any(i => i.TypeArguments.Length > 0 && SymbolEqualityComparer.Default.Equals(i.TypeArguments[0], message) && (i.Name.Contains("Handle", StringComparison.Ordinal) || i.Name.Contains("UseCase", StringComparison.Ordinal)))
            && app.Analyzed.Dispatching.Handlers(message).Contains(method.OriginalDefinition, SymbolEqualityComparer.Default) ? message : null;
    }

    private string? Receiver(IMethodSymbol method, AuditedFunction function)
    {
        var type = function.Type ?? method.ContainingType;
        if (method.IsStatic)
            return app.IsVisible(method) && app.IsVisible(type) ? design.Types.Bare(type) : null;
        var contracts = type.AllInterfaces.Where(i => app.IsVisible(i) && i.GetMembers().OfType<IMethodSymbol>().Any(m => SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(m)?.OriginalDefinition, method.OriginalDefinition))).ToList();
        if (app.Services.Has(type) && app.IsVisible(type) && app.IsVisible(method))
            return design.Need(design.Types.Bare(type), Names.Camel(Short(type.Name)));
        // The narrowest contract of the app's own comes first: IReferralRepository before IRepository<Referral>.
        if (contracts.OrderByDescending(app.Services.Has).ThenBy(i => i.IsGenericType).FirstOrDefault(i => app.Services.Has(i)) is { } registered)
            return design.Need(design.Types.Bare(registered), Names.Camel(Short(registered.Name[1..])));
        if (app.IsVisible(type) && app.IsVisible(method) && !type.IsAbstract && !type.IsGenericType && contracts.Count == 0)
        {
            design.Types.Usings.Add("Microsoft.Extensions.DependencyInjection");
            var name = Names.Camel(Short(type.Name));
            design.Create.Add($"var {name} = ActivatorUtilities.GetServiceOrCreateInstance<{design.Types.Bare(type)}>(context.Services);");
            if (IsController(type))
                Acting(name);
            return name;
        }

        var narrow = contracts.Where(c => !c.IsGenericType).Concat(type.AllInterfaces.Where(i => !i.IsGenericType && app.IsVisible(i) && i.AllInterfaces.Any(b => contracts.Contains(b, SymbolEqualityComparer.Default)))).FirstOrDefault() ?? contracts.FirstOrDefault();
        return narrow is null ? null : design.Need(design.Types.Bare(narrow), Names.Camel(Short(narrow.Name.TrimStart('I'))));
    }

    // A controller works for somebody: the test says for whom.
    private void Acting(string controller)
    {
        design.Types.Usings.UnionWith(["Microsoft.AspNetCore.Http", "Microsoft.AspNetCore.Mvc", "System.Security.Claims"]);
        design.Field(new("SignedInAs", "string?", "null", []));
        design.Create.Add("var person = new ClaimsPrincipal(new ClaimsIdentity(input.SignedInAs is { } id ? [new Claim(ClaimTypes.NameIdentifier, id), new Claim(ClaimTypes.Name, id)] : [], \"test\"));");
        design.Create.Add($"{controller}.ControllerContext = new() {{ HttpContext = new DefaultHttpContext {{ RequestServices = context.Services, User = person }} }};");
        design.Notes.Add("The function belongs to a controller: 'signedInAs' says for whom it works, where it asks.");
    }

    private bool Finish(string call, ITypeSymbol returned, string? given, IReadOnlyList<SyntaxNode> bodies)
    {
        var (isTask, value) = Awaited(returned);
        var keys = new KeyReader(app, design);
        var awaiting = isTask ? "await " : "";
        if (value is not null)
        {
            var probe = new KeyReader(app, design).From("created", value);
            if (probe is not null)
            {
                // Where the function leaves saving to its caller, this is the caller.
                design.Create.Add($"var created = {awaiting}{call};");
                Save(bodies, given, value);
                keys.Remember("created", value);
                Return(design, probe);
                return true;
            }
        }

        if (given is not null && keys.From(given, design.Model.Type) is { } own)
        {
            design.Create.Add($"{awaiting}{call};");
            Save(bodies, given, value);
            keys.Remember(given, design.Model.Type);
            Return(design, own);
            return true;
        }

        if (design.Context is { } context && design.Model.Type is { } type && app.IsVisible(type) && keys.From("created", type) is { } watched)
        {
            // It returns nothing that tells the row: the context it stores with saw it.
            var database = design.Need(design.Types.Bare(context), "database");
            design.Create.Add($"var created = await CreatedRows.OneAsync<{design.Types.Bare(type)}>({database}, async () => {(isTask ? $"await {call}" : $"{{ {call}; await Task.CompletedTask; }}")});");
            Save(bodies, given, value);
            design.Types.Usings.Add("System.Threading.Tasks");
            keys.Remember("created", type);
            Return(design, watched);
            design.Notes.Add("The function returns no key; the row is the one that its context stored meanwhile.");
            return true;
        }

        if (value is { SpecialType: not SpecialType.System_Void } && PlainTypes.IsPlain(value))
        {
            design.Key.Clear();
            design.Key.Add(("Id", design.Types.Of(value)));
            design.Create.Add($"var created = {awaiting}{call};");
            design.Create.Add("return new(created);");
            design.Notes.Add("What the function returns is not the key of the row; it stands for the record, which cannot be removed by it.");
            return true;
        }

        design.Notes.Add($"{design.Function} returns nothing that tells the new row.");
        return false;
    }

    // AddAsync of a repository, then SaveChangesAsync of whoever called it.
    private void Save(IReadOnlyList<SyntaxNode> bodies, string? given, ITypeSymbol? returned)
    {
        if (design.Model.Store != "ef" || bodies.Count == 0 || design.Context is not { } context || Saves(bodies, 0, []))
            return;
        _ = given ?? returned?.Name;
        var database = design.Need(design.Types.Bare(context), "database");
        design.Create.Add($"await {database}.SaveChangesAsync(cancellationToken);");
        design.Notes.Add("The function leaves saving to its caller, as its other callers do.");
    }

    private bool Saves(IReadOnlyList<SyntaxNode> bodies, int depth, HashSet<ISymbol> seen)
    {
        foreach (var call in bodies.SelectMany(b => b.DescendantNodesAndSelf()).OfType<InvocationExpressionSyntax>())
        {
            var name = call.Expression switch { MemberAccessExpressionSyntax m => m.Name.Identifier.ValueText, SimpleNameSyntax s => s.Identifier.ValueText, _ => "" };
            if (name.StartsWith("Save", StringComparison.Ordinal) || name.StartsWith("Commit", StringComparison.Ordinal) || name.StartsWith("Execute", StringComparison.Ordinal) || name.StartsWith("Complete", StringComparison.Ordinal) || name.StartsWith("Insert", StringComparison.Ordinal) || name.StartsWith("Flush", StringComparison.Ordinal) || name == "CreateAsync" || name.StartsWith("Query", StringComparison.Ordinal))
                return true;
            if (depth < 8 && app.Code.Model(call).GetSymbolInfo(call).Symbol is IMethodSymbol target)
            {
                foreach (var unit in app.Analyzed.Dispatching.Bodies(target).Where(b => seen.Add(b)).Select(b => app.Analyzed.Flows.Unit(b)))
                {
                    if (unit is not null && Saves(unit.Bodies, depth + 1, seen))
                        return true;
                }
            }
        }

        return false;
    }

    private static (bool IsTask, ITypeSymbol? Value) Awaited(ITypeSymbol returned)
    {
        if (returned is INamedTypeSymbol { Name: "Task" or "ValueTask" } task)
            return (true, task.TypeArguments.FirstOrDefault());
        return (false, returned.SpecialType == SpecialType.System_Void ? null : returned);
    }

    // One object of plain values is what the test says; beside others its parts would be mixed up with theirs.
    private bool Flattened(IParameterSymbol parameter, IMethodSymbol method)
        => parameter.Type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } type && app.Catalogue.Of(type) is null && TypeNames.Element(type) is null && !PlainTypes.IsPlain(type) && !app.Services.IsService(type)
            && app.Code.Place(type) is not null && app.IsVisible(type) && parameter.NullableAnnotation != NullableAnnotation.Annotated
            && PlainTypes.Properties(type, settable: false).All(p => method.Parameters.All(o => !string.Equals(o.Name, p.Name, StringComparison.OrdinalIgnoreCase)));

    private static bool IsController(INamedTypeSymbol type) => TypeNames.WithBases(type).Any(t => t.Name is "ControllerBase" or "Controller");

    private static string Short(string name) => Names.Words(name) is { Count: > 1 } words && words[^1] is "service" or "manager" or "keeping" or "repository" ? Names.Camel(name) : name;
}
