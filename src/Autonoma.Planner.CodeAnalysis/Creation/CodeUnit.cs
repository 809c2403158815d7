using Autonoma.Planner.CodeAnalysis.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Autonoma.Planner.CodeAnalysis.Creation;

/// <summary>What a piece of code is for.</summary>
internal enum UnitRole
{
    Service,
    Handler,
    Repository,
    Route,
    Inline,
    Job,

    /// <summary>Runs because something happened; nobody calls it by itself.</summary>
    Reaction,

    /// <summary>Runs within the framework: contexts, interceptors, filters, middleware.</summary>
    Hook,

    /// <summary>A model's own class.</summary>
    Model,

    /// <summary>Seeds, setup, test data: no path of the application.</summary>
    Excluded,
}

/// <summary>A function with what it does, as far as models and side effects are concerned. Lambdas belong to the function they stand in, those of routes excepted.</summary>
internal sealed class CodeUnit(ISymbol? symbol, INamedTypeSymbol? type, SyntaxNode node, UnitRole role, string function)
{
    public ISymbol? Symbol { get; } = symbol;
    public INamedTypeSymbol? Type { get; } = type;
    public SyntaxNode Node { get; } = node;
    public UnitRole Role { get; } = role;
    public string Function { get; } = function;
    public string? Route { get; init; }
    public bool IsAccessible { get; init; }
    public bool IsConstructor => Symbol is IMethodSymbol { MethodKind: MethodKind.Constructor };

    /// <summary>What is carried out: bodies, expression bodies, initializers of a constructor's class.</summary>
    public List<SyntaxNode> Bodies { get; } = [];

    public List<Stored> Stores { get; } = [];
    public List<Attached> Attaches { get; } = [];
    public List<Called> Calls { get; } = [];
    public List<Effect> Effects { get; } = [];
}

/// <summary>A model, or a type parameter that a caller fills in.</summary>
internal readonly record struct ModelRef(KnownModel? Model, ITypeParameterSymbol? Parameter)
{
    public bool Equals(ModelRef other) => ReferenceEquals(Model, other.Model) && SymbolEqualityComparer.Default.Equals(Parameter, other.Parameter);

    public override int GetHashCode() => Model?.GetHashCode() ?? SymbolEqualityComparer.Default.GetHashCode(Parameter);
}

/// <summary>A row is written.</summary>
internal sealed record Stored(ModelRef What, SyntaxNode Node);

/// <summary>A new row hangs on another: it is stored when that one is.</summary>
/// <param name="Parent">The other.</param>
/// <param name="Child">The new one.</param>
/// <param name="IsFresh">Whether the parent is new itself, and so perhaps never stored.</param>
/// <param name="Parameter">The parameter the child comes from; null when it is made here.</param>
/// <param name="Node">Where.</param>
internal sealed record Attached(KnownModel Parent, KnownModel Child, bool IsFresh, int? Parameter, SyntaxNode Node);

/// <summary>Another function is carried out.</summary>
/// <param name="Target">As bound, with its type arguments.</param>
/// <param name="Arguments">By parameter; empty where they cannot be told.</param>
/// <param name="IsReaction">Whether it happens because of an event.</param>
/// <param name="IsOnFresh">Whether it is called on a new object.</param>
/// <param name="Node">Where.</param>
internal sealed record Called(IMethodSymbol Target, IReadOnlyDictionary<int, ExpressionSyntax> Arguments, bool IsReaction, bool IsOnFresh, SyntaxNode Node);

/// <summary>Something else happens.</summary>
internal sealed record Effect(string Kind, string Text, SyntaxNode Node);
