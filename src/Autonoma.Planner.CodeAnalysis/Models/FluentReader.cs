using Autonoma.Planner.CodeAnalysis.Projects;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Autonoma.Planner.CodeAnalysis.Models;

/// <summary>Reads the configuration that code gives to EF Core's builders, wherever it stands: contexts, configuration classes, helpers.</summary>
internal sealed class FluentReader(LoadedCode code)
{
    private static readonly HashSet<string> Calls = new(StringComparer.Ordinal)
    {
        "ToTable", "ToView", "ToSqlQuery", "HasNoKey", "HasKey", "HasIndex", "IsUnique", "Property", "Ignore", "OwnsOne", "OwnsMany", "ComplexProperty", "HasOne", "HasMany", "HasValue", "UsingEntity", "Entity",
        "IsRequired", "HasMaxLength", "HasDefaultValue", "HasDefaultValueSql", "HasComputedColumnSql", "HasConversion", "ValueGeneratedOnAdd", "UseIdentityColumn", "UseIdentityAlwaysColumn", "ToJson", "Owned", "HasAlternateKey",
    };

    private readonly Dictionary<ITypeSymbol, EntityFacts> _facts = new(SymbolEqualityComparer.Default);

    /// <summary>What is said, by entity.</summary>
    public IReadOnlyDictionary<ITypeSymbol, EntityFacts> Read()
    {
        foreach (var tree in code.Trees)
        {
            foreach (var call in tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>())
            {
                if (call.Expression is MemberAccessExpressionSyntax member && Calls.Contains(member.Name.Identifier.ValueText))
                    Read(call, member);
            }
        }

        foreach (var type in Types())
        {
            if (type.AllInterfaces.FirstOrDefault(i => i.Name == "IEntityTypeConfiguration" && i.TypeArguments.Length == 1) is { } configuration)
                For(configuration.TypeArguments[0]).IsEntity = true;
        }

        Substitute();
        return _facts;
    }

    /// <summary>All types of the application, by file and place.</summary>
    public IEnumerable<INamedTypeSymbol> Types() => code.Trees.SelectMany(t => t.GetRoot().DescendantNodes().OfType<BaseTypeDeclarationSyntax>())
        .Select(d => code.Model(d).GetDeclaredSymbol(d)).OfType<INamedTypeSymbol>().Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default);

    private EntityFacts For(ITypeSymbol type) => _facts.TryGetValue(type, out var found) ? found : _facts[type] = new EntityFacts();

    private void Read(InvocationExpressionSyntax call, MemberAccessExpressionSyntax member)
    {
        var name = member.Name.Identifier.ValueText;
        var model = code.Model(call);
        if (name is "Entity" or "Owned" && code.Model(call).GetTypeInfo(member.Expression).Type?.Name == "ModelBuilder")
        {
            var type = TypeArgument(call, member);
            if (type is not null && name == "Entity")
                For(type).IsEntity = true;
            else if (type is INamedTypeSymbol owned)
                OwnedTypes.Add(owned);
            return;
        }

        if (Builder(member.Expression) is not { } builder)
            return;
        var (entity, owner) = builder;
        var facts = For(entity);
        var arguments = call.ArgumentList.Arguments;
        switch (name)
        {
            case "ToTable":
                if (arguments.Count > 0 && Text(arguments[0].Expression) is { } table)
                {
                    if (owner is not null && OwnedOf(owner, entity) is { } part)
                        part.Table = table;
                    else
                        facts.Table = table;
                }

                facts.Place ??= code.Place(call);
                break;
            case "ToJson" when owner is not null && OwnedOf(owner, entity) is { } json:
                json.IsJson = true;
                break;
            case "ToView" or "ToSqlQuery" or "HasNoKey":
                facts.IsKeyless = true;
                break;
            case "HasKey" when owner is null && facts.Key.Count == 0:
                facts.Key.AddRange(Properties(arguments));
                break;
            case "HasAlternateKey":
                facts.Unique.Add(Properties(arguments));
                break;
            case "IsUnique" when arguments is not [{ Expression: LiteralExpressionSyntax { RawKind: (int)SyntaxKind.FalseLiteralExpression } }]:
                if (Below(call, "HasIndex") is { } index)
                    facts.Unique.Add(Properties(index.ArgumentList.Arguments));
                break;
            case "Property" when owner is null && Properties(arguments) is [var property, ..]:
                var column = facts.Column(property);
                column.IsMapped = true;
                column.Type ??= (model.GetTypeInfo(call).Type as INamedTypeSymbol)?.TypeArguments.FirstOrDefault();
                break;
            case "Ignore":
                facts.Ignored.UnionWith(Properties(arguments));
                break;
            case "ComplexProperty":
                foreach (var p in Properties(arguments.Take(1)))
                    facts.Ignored.Add(p);
                break;
            case "OwnsOne" or "OwnsMany" when Properties(arguments.Take(1)) is [var navigation]:
                var type = (model.GetSymbolInfo(call).Symbol as IMethodSymbol)?.TypeArguments.FirstOrDefault() as INamedTypeSymbol ?? Navigated(entity, navigation);
                if (!facts.Owned.TryGetValue(navigation, out var already))
                    facts.Owned[navigation] = already = new OwnedFacts();
                already.Type ??= type;
                already.IsMany |= name == "OwnsMany";
                already.Place ??= code.Place(call);
                break;
            case "HasOne" or "HasMany":
                if (RelationReader.Read(code, call, entity, name) is { } relation)
                    facts.Relations.Add(relation);
                break;
            case "HasValue" or "UsingEntity" when TypeArgument(call, member) is { } derived:
                For(derived).IsEntity = true;
                break;
            default:
                ReadColumn(call, name, facts, arguments);
                break;
        }
    }

    /// <summary>Types that are owned wherever they appear.</summary>
    public HashSet<INamedTypeSymbol> OwnedTypes { get; } = new(SymbolEqualityComparer.Default);

    private static void ReadColumn(InvocationExpressionSyntax call, string name, EntityFacts facts, SeparatedSyntaxList<ArgumentSyntax> arguments)
    {
        if (Below(call, "Property") is not { } property || FirstName(property.ArgumentList.Arguments) is not { } field)
            return;
        var column = facts.Column(field);
        switch (name)
        {
            case "IsRequired":
                column.IsRequired = arguments is not [{ Expression: LiteralExpressionSyntax { RawKind: (int)SyntaxKind.FalseLiteralExpression } }];
                break;
            case "HasMaxLength" when arguments is [{ Expression: LiteralExpressionSyntax { Token.Value: int length } }]:
                column.MaxLength = length;
                break;
            case "HasConversion":
                column.IsConverted = true;
                break;
            case "HasDefaultValue" or "HasDefaultValueSql" or "HasComputedColumnSql" or "ValueGeneratedOnAdd" or "UseIdentityColumn" or "UseIdentityAlwaysColumn":
                column.HasDefault = true;
                break;
        }
    }

    private OwnedFacts? OwnedOf(ITypeSymbol owner, ITypeSymbol part)
    {
        var facts = For(owner);
        foreach (var owned in facts.Owned.Values)
        {
            if (SymbolEqualityComparer.Default.Equals(owned.Type, part))
                return owned;
        }

        // Said inside the lambda of OwnsOne, which is read after the call around it: the property is the one of this type.
        var property = TypeNames.WithBases(owner).SelectMany(t => t.GetMembers().OfType<IPropertySymbol>())
            .FirstOrDefault(p => SymbolEqualityComparer.Default.Equals(TypeNames.Element(p.Type) ?? p.Type, part));
        return property is null ? null : facts.Owned[property.Name] = new OwnedFacts { Type = part as INamedTypeSymbol, IsMany = TypeNames.Element(property.Type) is not null };
    }

    /// <summary>The entity that a chain of builder calls is about, and its owner where it is owned.</summary>
    private (ITypeSymbol Entity, ITypeSymbol? Owner)? Builder(ExpressionSyntax expression)
    {
        for (ExpressionSyntax? at = expression; at is not null; at = at is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax inner } ? inner.Expression : null)
        {
            if (code.Model(at).GetTypeInfo(at).Type is not INamedTypeSymbol type)
                continue;
            switch (type.Name)
            {
                case "EntityTypeBuilder" when type.TypeArguments.Length == 1:
                    return (type.TypeArguments[0], null);
                case "OwnedNavigationBuilder" when type.TypeArguments.Length == 2:
                    return (type.TypeArguments[1], type.TypeArguments[0]);
                case "EntityTypeBuilder" when at is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax entity } call && TypeArgument(call, entity) is { } named:
                    return (named, null);
            }
        }

        return null;
    }

    private ITypeSymbol? TypeArgument(InvocationExpressionSyntax call, MemberAccessExpressionSyntax member)
    {
        if (member.Name is GenericNameSyntax { TypeArgumentList.Arguments: [var named, ..] })
            return code.Model(named).GetTypeInfo(named).Type;
        return call.ArgumentList.Arguments is [{ Expression: TypeOfExpressionSyntax typeOf }, ..] ? code.Model(typeOf).GetTypeInfo(typeOf.Type).Type : null;
    }

    private static INamedTypeSymbol? Navigated(ITypeSymbol entity, string property)
        => TypeNames.WithBases(entity).SelectMany(t => t.GetMembers(property)).OfType<IPropertySymbol>().Select(p => TypeNames.Element(p.Type) ?? p.Type).FirstOrDefault() as INamedTypeSymbol;

    internal static InvocationExpressionSyntax? Below(InvocationExpressionSyntax call, string name)
    {
        for (ExpressionSyntax? at = call; at is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } inner; at = member.Expression)
        {
            if (member.Name.Identifier.ValueText == name)
                return inner;
        }

        return null;
    }

    private string? Text(ExpressionSyntax expression) => code.Model(expression).GetConstantValue(expression) is { HasValue: true, Value: string text } ? text : null;

    private List<string> Properties(IEnumerable<ArgumentSyntax> arguments) => [.. arguments.SelectMany(a => PropertyNames(a.Expression).DefaultIfEmpty(Text(a.Expression))).OfType<string>()];

    private static string? FirstName(SeparatedSyntaxList<ArgumentSyntax> arguments)
        => arguments.Count == 0 ? null : PropertyNames(arguments[0].Expression).FirstOrDefault() ?? (arguments[0].Expression is LiteralExpressionSyntax { Token.Value: string text } ? text : null);

    /// <summary>The properties a lambda names: <c>o => o.Id</c>, <c>o => new { o.A, o.B }</c>.</summary>
    internal static IEnumerable<string> PropertyNames(ExpressionSyntax expression) => expression switch
    {
        SimpleLambdaExpressionSyntax { ExpressionBody: { } body } => PropertyNames(body),
        ParenthesizedLambdaExpressionSyntax { ExpressionBody: { } body } => PropertyNames(body),
        AnonymousObjectCreationExpressionSyntax made => made.Initializers.SelectMany(i => PropertyNames(i.Expression)),
        MemberAccessExpressionSyntax member => [member.Name.Identifier.ValueText],
        PostfixUnaryExpressionSyntax postfix => PropertyNames(postfix.Operand),
        CastExpressionSyntax cast => PropertyNames(cast.Expression),
        ParenthesizedExpressionSyntax parenthesized => PropertyNames(parenthesized.Expression),
        _ => [],
    };

    // What a generic helper or a generic base configuration says of its type parameter holds for every entity it is used with.
    private void Substitute()
    {
        var generic = _facts.Keys.OfType<ITypeParameterSymbol>().ToList();
        if (generic.Count == 0)
            return;
        var uses = new List<(ITypeParameterSymbol Parameter, ITypeSymbol Argument)>();
        foreach (var type in Types())
        {
            foreach (var constructed in TypeNames.WithBases(type).Skip(1).Where(t => t.IsGenericType))
                uses.AddRange(constructed.OriginalDefinition.TypeParameters.Zip(constructed.TypeArguments));
        }

        foreach (var method in generic.Select(p => p.DeclaringMethod).OfType<IMethodSymbol>().Distinct<IMethodSymbol>(SymbolEqualityComparer.Default))
        {
            foreach (var call in code.Trees.SelectMany(t => t.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>()).Where(c => c.Expression.ToString().EndsWith(method.Name, StringComparison.Ordinal) || c.Expression is GenericNameSyntax or MemberAccessExpressionSyntax { Name: GenericNameSyntax }))
            {
                if (code.Model(call).GetSymbolInfo(call).Symbol is IMethodSymbol target && SymbolEqualityComparer.Default.Equals(target.ReducedFrom?.OriginalDefinition ?? target.OriginalDefinition, method))
                    uses.AddRange(method.TypeParameters.Zip(target.TypeArguments));
            }
        }

        foreach (var parameter in generic)
        {
            var facts = _facts[parameter];
            _facts.Remove(parameter);
            foreach (var (_, argument) in uses.Where(u => SymbolEqualityComparer.Default.Equals(u.Parameter, parameter) && u.Argument is not ITypeParameterSymbol))
                For(argument).Take(facts);
        }
    }
}
