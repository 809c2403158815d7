using Autonoma.Planner.CodeAnalysis.Models;
using Autonoma.Planner.CodeAnalysis.Projects;
using Autonoma.Planner.CodeAnalysis.Scaffolding.Designs;
using Microsoft.CodeAnalysis;

namespace Autonoma.Planner.CodeAnalysis.Scaffolding.Inputs;

/// <summary>An argument of a function that a value may be made of: the number that the app hands to <c>make(number)</c>.</summary>
internal sealed record Handed(string Name, ITypeSymbol Type);

/// <summary>Writes the expressions that a creation function is called with: from the input's fields, from services, from records that are there already.</summary>
/// <param name="app">The app.</param>
/// <param name="design">The factory; gets the fields and services that are needed.</param>
internal sealed class ValueMaker(AppCode app, FactoryDesign design)
{
    private const int Deepest = 4;
    private static readonly string[] Making = ["Create", "New", "Of", "Open", "Register", "Make", "Build", "From", "Start", "Issue", "Parse", "Add"];

    /// <summary>Statements that must stand before the call.</summary>
    public List<string> Before { get; } = [];

    /// <summary>The expression that made the model itself, where it was made here.</summary>
    public string? MadeModel { get; private set; }

    /// <summary>An expression for a parameter; null when none can be made.</summary>
    public string? Parameter(IParameterSymbol parameter, IReadOnlyDictionary<string, string> names)
    {
        if (parameter.Type.Name == "CancellationToken")
            return "cancellationToken";
        var name = names.GetValueOrDefault(parameter.Name) ?? Names.Capital(parameter.Name.TrimStart('_'));
        var given = parameter.HasExplicitDefaultValue ? Constants.Text(parameter.ExplicitDefaultValue, parameter.Type, design.Types.Of) : null;
        return Value(parameter.Type, name, given, [], Copied(parameter), 0);
    }

    /// <summary>An expression for a value of a type, called by a name; null when none can be made.</summary>
    public string? Value(ITypeSymbol type, string name, string? given, IReadOnlyList<Handed> handed, IReadOnlyList<string> attributes, int depth)
    {
        if (depth > Deepest)
            return null;
        var model = app.Catalogue.Of(type);
        if (model is not null && !ReferenceEquals(model, design.Model) && depth == 0)
            return Existing(model, type, name);
        if (model is null && app.Services.IsService(type))
            return design.Need(design.Types.Bare(type), Names.Camel(ServiceName(type)));
        if (PlainTypes.IsPlain(type))
            return Field(type, name, given, attributes);
        if (type is INamedTypeSymbol { TypeKind: TypeKind.Delegate, DelegateInvokeMethod: { } invoke })
            return Delegated(invoke, type, name, depth);
        if (Framework(type, name) is { } framework)
            return framework;
        if (app.IsVisible(type) && PlainTypes.IsData(type, app.IsVisible, t => app.Catalogue.Of(t) is not null) && (depth > 0 || TypeNames.Element(type) is not null))
            return Field(type, name, given ?? (IsOptional(type) ? "null" : null), attributes);
        return type is INamedTypeSymbol named && app.IsVisible(named) ? Object(named, name, handed, depth) : null;
    }

    /// <summary>Makes an object of a class by what the class offers; null when it offers nothing that can be used from outside.</summary>
    public string? Object(INamedTypeSymbol type, string name, IReadOnlyList<Handed> handed, int depth)
    {
        var isModel = SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, design.Model.Type);
        var made = ByInitializer(type, handed, depth) ?? ByFunction(type, name, handed, depth) ?? ByConstructor(type, name, handed, depth);
        if (made is null || !isModel || depth > 0)
            return made;
        // It is asked for its key afterwards.
        Before.Add($"var made = {made};");
        return MadeModel = "made";
    }

    private string? ByInitializer(INamedTypeSymbol type, IReadOnlyList<Handed> handed, int depth)
    {
        if (type.IsAbstract || !type.InstanceConstructors.Any(c => c.Parameters.IsEmpty && app.IsVisible(c)))
            return null;
        var model = app.Catalogue.Of(type);
        var properties = PlainTypes.Properties(type, alsoInternal: app.IsOwn(type)).Where(p => model is null || p.IsRequired || IsColumn(model, p)).ToList();
        if (properties.Count == 0)
            return null;
        var left = handed.ToList();
        var parts = new List<string>();
        foreach (var property in properties)
        {
            if (left.FirstOrDefault(h => Takes(property, h, properties, model)) is { } match)
            {
                left.Remove(match);
                parts.Add($"{property.Name} = {match.Name}");
                continue;
            }

            // The database numbers its rows, and what is not said begins as the class says.
            if (model is not null && model.Key is [var key] && key == property.Name && !property.IsRequired && model.Field(key) is { HasDefault: true })
                continue;
            var isPlain = PlainTypes.IsPlain(property.Type);
            var begins = Constants.Initial(app.Code, property, design.Types.Of);
            var foreign = model is not null && app.Relations.Any(r => r.Child == model.Name && r.Field == property.Name);
            var given = begins ?? (IsOptional(property.Type) || IsUnsaid(property) ? "null" : isPlain && property.Type.IsValueType && !property.IsRequired && !foreign ? "default" : null);
            var isFilled = begins is null && !property.IsRequired && HasInitializer(property) && TypeNames.Element(property.Type) is not null;
            if (isFilled || (!isPlain && !property.IsRequired && model is null && depth > 0 && given is null))
                continue;
            var value = Value(property.Type, property.Name, given, handed, Copied(property), depth + 1);
            if (value is null && property.IsRequired)
                return null;
            if (value is not null)
                parts.Add($"{property.Name} = {value}");
        }

        return parts.Count == 0 ? $"new {design.Types.Bare(type)}()" : $"new {design.Types.Bare(type)} {{ {string.Join(", ", parts)} }}";
    }

    private string? ByFunction(INamedTypeSymbol type, string name, IReadOnlyList<Handed> handed, int depth)
    {
        var functions = type.GetMembers().OfType<IMethodSymbol>().Where(m => m is { IsStatic: true, MethodKind: MethodKind.Ordinary } && app.IsVisible(m) && SymbolEqualityComparer.Default.Equals(m.ReturnType, type) && m.Parameters.Length > 0 && !m.Parameters.Any(p => SymbolEqualityComparer.Default.Equals(p.Type, type)))
            .OrderBy(m => Array.FindIndex(Making, word => m.Name.StartsWith(word, StringComparison.Ordinal)) is var at and >= 0 ? at : Making.Length).ThenByDescending(m => m.Parameters.Length);
        foreach (var function in functions)
        {
            if (Arguments(function, name, handed, depth) is { } arguments)
                return $"{design.Types.Bare(type)}.{function.Name}({arguments})";
        }

        return null;
    }

    private string? ByConstructor(INamedTypeSymbol type, string name, IReadOnlyList<Handed> handed, int depth)
    {
        foreach (var constructor in type.InstanceConstructors.Where(c => !type.IsAbstract && app.IsVisible(c) && !PlainTypes.IsCopy(c)).OrderByDescending(c => c.Parameters.Length))
        {
            if (Arguments(constructor, name, handed, depth) is { } arguments)
                return $"new {design.Types.Bare(type)}({arguments})";
        }

        return null;
    }

    private string? Arguments(IMethodSymbol function, string name, IReadOnlyList<Handed> handed, int depth)
    {
        var parts = new List<string>();
        var fields = design.Fields.ToList();
        foreach (var parameter in function.Parameters)
        {
            if (parameter.IsParams)
                break;
            if (handed.FirstOrDefault(h => SymbolEqualityComparer.Default.Equals(h.Type, parameter.Type)) is { } match)
            {
                parts.Add(match.Name);
                continue;
            }

            // A value that wraps one other is called as the whole is: Email, not EmailValue.
            var field = function.Parameters.Length == 1 && depth > 0 ? name : Names.Capital(parameter.Name);
            var given = parameter.HasExplicitDefaultValue ? Constants.Text(parameter.ExplicitDefaultValue, parameter.Type, design.Types.Of) : null;
            var isUnsaid = given is null && IsOptional(parameter.Type);
            if (parameter.Type.Name == "CancellationToken")
                parts.Add("cancellationToken");
            else if (Value(parameter.Type, field, given ?? (isUnsaid ? "null" : null), handed, Copied(parameter), depth + 1) is { } value)
                parts.Add(value);
            else
            {
                design.Fields.Clear();
                design.Fields.AddRange(fields);
                return null;
            }
        }

        return string.Join(", ", parts);
    }

    // make(number): what the app hands over goes where it belongs, the rest comes from the input.
    private string? Delegated(IMethodSymbol invoke, ITypeSymbol type, string name, int depth)
    {
        var handed = invoke.Parameters.Select((p, i) => new Handed(invoke.Parameters.Length == 1 ? "given" : $"given{i + 1}", p.Type)).ToList();
        var head = handed.Count == 1 ? handed[0].Name : $"({string.Join(", ", handed.Select(h => h.Name))})";
        if (type.NullableAnnotation == NullableAnnotation.Annotated)
            return "null";
        if (invoke.ReturnsVoid || invoke.ReturnType is not INamedTypeSymbol made || app.Catalogue.Of(made) is null && !app.IsVisible(made))
            return null;
        return Object(made, name, handed, depth + 1) is { } body ? $"{head} => {body}" : null;
    }

    // A record that is there: the input says its key, and the context finds it.
    private string? Existing(KnownModel model, ITypeSymbol type, string name)
    {
        if (model is not { Key: [var key], Type: not null } || app.ContextOf(model) is not { } context || app.KeyType(model, design.Types) is not { } keyType)
            return null;
        var field = new InputField(name.EndsWith("Id", StringComparison.Ordinal) ? name : $"{(app.NameOfReference(design.Model, model) ?? model.Name + "Id")}", keyType, null, []);
        design.Field(field);
        var database = design.Need(design.Types.Bare(context), "database");
        var local = Names.Camel(name);
        Before.Add($"var {local} = await {database}.FindAsync<{design.Types.Bare(type)}>([input.{field.Name}], cancellationToken) ?? throw new ArgumentException($\"There is no {model.Name} {{input.{field.Name}}}.\");");
        design.Types.Usings.Add("System");
        return local;
    }

    private string Field(ITypeSymbol type, string name, string? given, IReadOnlyList<string> attributes)
    {
        var text = design.Types.Of(type);
        if (given == "null" && !text.EndsWith('?'))
            text += "?";
        var column = design.Model.Fields.FirstOrDefault(f => string.Equals(f.Name, name, StringComparison.OrdinalIgnoreCase));
        var marks = attributes.ToList();
        if (type.SpecialType == SpecialType.System_String)
        {
            if (column?.MaxLength is { } longest && !marks.Any(m => m.Contains("Length", StringComparison.Ordinal)))
                marks.Add($"StringLength({longest})");
            if (name.EndsWith("Email", StringComparison.OrdinalIgnoreCase) && !marks.Any(m => m.StartsWith("Email", StringComparison.Ordinal)))
                marks.Add("EmailAddress");
            if (given is null or "\"\"" && Names.Words(name) is [.., "role"] && app.Roles is [var role, ..])
                given = Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(role, quote: true);
        }

        design.Field(new(name, text, given, marks));
        return $"input.{name}" + (given == "null" && type is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.None or NullableAnnotation.NotAnnotated } ? "!" : "");
    }

    private string? Framework(ITypeSymbol type, string name)
    {
        switch (type.ToDisplayString().TrimEnd('?'))
        {
            case "System.IO.Stream":
                design.Types.Usings.Add("System.IO");
                design.Types.Usings.Add("System.Text");
                return $"new MemoryStream(Encoding.UTF8.GetBytes({Field(app.Text, name, "\"test\"", [])}))";
            case "Microsoft.AspNetCore.Http.IFormFile":
                design.Types.Usings.UnionWith(["System.IO", "System.Text", "Microsoft.AspNetCore.Http"]);
                design.Field(new(name + "Name", "string", "\"test.txt\"", []));
                var text = Field(app.Text, name, "\"test\"", []);
                return $"new FormFile(new MemoryStream(Encoding.UTF8.GetBytes({text})), 0, Encoding.UTF8.GetByteCount({text}), \"{Names.Camel(name)}\", input.{name}Name) {{ Headers = new HeaderDictionary(), ContentType = \"text/plain\" }}";
            default:
                return null;
        }
    }

    // What is handed over is the row's number or its owner's key: the key first, then the only one it fits.
    private static bool Takes(IPropertySymbol property, Handed handed, List<IPropertySymbol> all, KnownModel? model)
    {
        if (!SymbolEqualityComparer.Default.Equals(property.Type, handed.Type))
            return false;
        var same = all.Where(p => SymbolEqualityComparer.Default.Equals(p.Type, handed.Type)).ToList();
        var best = same.FirstOrDefault(p => model is not null && model.Key.Contains(p.Name)) ?? same.FirstOrDefault(p => p.Name is "Id" or "Number" or "No" or "Code") ?? same.FirstOrDefault(p => p.Name.EndsWith("Id", StringComparison.Ordinal)) ?? same[0];
        return SymbolEqualityComparer.Default.Equals(best, property);
    }

    private bool IsColumn(KnownModel model, IPropertySymbol property)
        => model.Fields.Any(f => f.Name == property.Name) || (model.Fields.Any(f => f.Name.StartsWith(property.Name + ".", StringComparison.Ordinal)) && !app.IsVisible(property.Type) is false);

    private static bool IsOptional(ITypeSymbol type) => type.NullableAnnotation == NullableAnnotation.Annotated || type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T };

    // Where a project does not say what may be null, a text that is not marked as required may.
    private static bool IsUnsaid(IPropertySymbol property)
        => property.Type is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.None } && !property.IsRequired && !EntityModels.Has(property, "Required");

    private static bool HasInitializer(IPropertySymbol property) => property.DeclaringSyntaxReferences.Any(r => r.GetSyntax() is Microsoft.CodeAnalysis.CSharp.Syntax.PropertyDeclarationSyntax { Initializer: not null });

    // Limits that the app's own forms have hold for tests too.
    private List<string> Copied(ISymbol symbol)
    {
        var found = new List<string>();
        foreach (var attribute in symbol.GetAttributes().Where(a => a.AttributeClass?.ContainingNamespace?.ToDisplayString() == "System.ComponentModel.DataAnnotations" && a.AttributeClass.Name is "StringLengthAttribute" or "MaxLengthAttribute" or "MinLengthAttribute" or "RangeAttribute" or "EmailAddressAttribute" or "PhoneAttribute" or "RegularExpressionAttribute" or "UrlAttribute"))
        {
            if (attribute.ApplicationSyntaxReference?.GetSyntax() is Microsoft.CodeAnalysis.CSharp.Syntax.AttributeSyntax syntax && (syntax.ArgumentList?.Arguments.All(a => a.Expression is Microsoft.CodeAnalysis.CSharp.Syntax.LiteralExpressionSyntax) ?? true))
                found.Add(attribute.AttributeClass!.Name[..^9] + (syntax.ArgumentList is { } arguments ? $"({string.Join(", ", arguments.Arguments.Where(a => a.NameEquals?.Name.Identifier.ValueText is not "ErrorMessage"))})" : ""));
        }

        return found;
    }

    private static string ServiceName(ITypeSymbol type) => type.Name.Length > 2 && type.Name[0] == 'I' && char.IsUpper(type.Name[1]) ? type.Name[1..] : type.Name;
}
