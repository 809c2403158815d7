using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Autonoma.Planner.CodeAnalysis.Pages;

/// <summary>A route that code maps to a lambda or a function.</summary>
/// <param name="Methods">HTTP methods.</param>
/// <param name="Route">With the prefixes of its groups.</param>
/// <param name="Lambda">The handler, where it is a lambda.</param>
/// <param name="Handler">The handler, where it is a function.</param>
/// <param name="Call">The call that maps it.</param>
internal sealed record Endpoint(IReadOnlyList<string> Methods, string Route, LambdaExpressionSyntax? Lambda, IMethodSymbol? Handler, InvocationExpressionSyntax Call);
