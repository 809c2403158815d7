using Autonoma.Planner.CodeAnalysis.Scaffolding.Inputs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Autonoma.Planner.CodeAnalysis.Scaffolding.Hosting;

/// <summary>Puts two lines into the app's own start: services before the app is built, the route before it runs. Nothing else of the file changes.</summary>
internal sealed class ProgramEdit(AppCode app, string home)
{
    private const string Adding = "AddTestEnvironments";
    private const string Mapping = "MapTestEnvironments";

    /// <summary>The changes; empty when the app has them already; null when its start was not understood.</summary>
    public IReadOnlyDictionary<SyntaxTree, string>? Edit()
    {
        var trees = app.Code.Compilations[app.Web].SyntaxTrees.Where(app.Code.Knows).ToList();
        if (trees.Any(t => Calls(t, Mapping).Any()))
            return new Dictionary<SyntaxTree, string>();
        foreach (var tree in trees)
        {
            if (Minimal(tree) is { } edited)
                return new Dictionary<SyntaxTree, string> { [tree] = edited };
        }

        foreach (var tree in trees)
        {
            if (Startup(tree) is { } edited)
                return new Dictionary<SyntaxTree, string> { [tree] = edited };
        }

        return null;
    }

    // var app = builder.Build(); ... app.Run();
    private string? Minimal(SyntaxTree tree)
    {
        var root = tree.GetRoot();
        foreach (var built in root.DescendantNodes().OfType<LocalDeclarationStatementSyntax>())
        {
            if (built.Declaration.Variables is not [{ Initializer.Value: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Build", Expression: var builder } } } variable]
                || !IsBuilder(builder))
                continue;
            var name = variable.Identifier.ValueText;
            var scope = built.Ancestors().First(a => a is BlockSyntax or CompilationUnitSyntax);
            var running = Calls(tree, "Run", "RunAsync", "Start", "StartAsync").Where(c => c.SpanStart > built.SpanStart && c.Expression is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: var on } } && on == name && scope.Span.Contains(c.Span))
                .Select(c => c.Ancestors().OfType<StatementSyntax>().FirstOrDefault()).FirstOrDefault(s => s is not null);
            if (running is null)
                continue;
            return Inserted(tree, root, [(built, $"{builder}.Services.{Adding}();", true), (running, $"{name}.{Mapping}();", true)]);
        }

        return null;
    }

    private bool IsBuilder(ExpressionSyntax builder)
        => app.Code.Model(builder).GetTypeInfo(builder).Type?.Name == "WebApplicationBuilder"
            || (app.Code.Model(builder).GetSymbolInfo(builder).Symbol as ILocalSymbol)?.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax made } } && made.ToString().Contains("WebApplication.Create", StringComparison.Ordinal);

    private string? Startup(SyntaxTree tree)
    {
        var root = tree.GetRoot();
        foreach (var type in root.DescendantNodes().OfType<ClassDeclarationSyntax>())
        {
            var methods = type.Members.OfType<MethodDeclarationSyntax>().ToList();
            if (methods.Find(m => m.Identifier.ValueText == "ConfigureServices" && m.Body is not null) is not { } services || methods.Find(m => m.Identifier.ValueText == "Configure" && m.Body is not null) is not { } configure)
                continue;
            var collection = services.ParameterList.Parameters.FirstOrDefault(p => p.Type?.ToString().EndsWith("IServiceCollection", StringComparison.Ordinal) == true)?.Identifier.ValueText;
            var application = configure.ParameterList.Parameters.FirstOrDefault(p => p.Type?.ToString().EndsWith("IApplicationBuilder", StringComparison.Ordinal) == true)?.Identifier.ValueText;
            if (collection is null || application is null || services.Body!.Statements.Count == 0)
                continue;
            var last = services.Body.Statements[^1];
            var endpoints = configure.DescendantNodes().OfType<InvocationExpressionSyntax>().FirstOrDefault(c => c.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "UseEndpoints" } && c.ArgumentList.Arguments is [{ Expression: LambdaExpressionSyntax { Block: { Statements.Count: > 0 } } }]);
            if (endpoints?.ArgumentList.Arguments[0].Expression is LambdaExpressionSyntax { Block: { } block } lambda)
            {
                var route = lambda is SimpleLambdaExpressionSyntax simple ? simple.Parameter.Identifier.ValueText : ((ParenthesizedLambdaExpressionSyntax)lambda).ParameterList.Parameters[0].Identifier.ValueText;
                return Inserted(tree, root, [(last, $"{collection}.{Adding}();", last is ReturnStatementSyntax), (block.Statements[^1], $"{route}.{Mapping}();", false)]);
            }

            if (configure.Body!.Statements.Count > 0)
                return Inserted(tree, root, [(last, $"{collection}.{Adding}();", last is ReturnStatementSyntax), (configure.Body.Statements[^1], $"{application}.UseEndpoints(endpoints => endpoints.{Mapping}());", false)]);
        }

        return null;
    }

    private string Inserted(SyntaxTree tree, SyntaxNode root, IReadOnlyList<(StatementSyntax At, string Line, bool IsBefore)> lines)
    {
        var text = tree.GetText();
        var end = text.ToString().Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var changes = new List<TextChange>();
        foreach (var (at, line, isBefore) in lines)
        {
            var own = text.Lines.GetLineFromPosition(at.SpanStart);
            var indent = text.ToString(TextSpan.FromBounds(own.Start, own.Start + own.ToString().TakeWhile(char.IsWhiteSpace).Count()));
            var place = isBefore ? own.Start : text.Lines.GetLineFromPosition(at.Span.End).EndIncludingLineBreak;
            changes.Add(new(new(place, 0), $"{indent}{line}{end}"));
        }

        if (root is CompilationUnitSyntax unit && unit.Usings.All(u => u.Name?.ToString() != home))
        {
            var before = unit.Usings.LastOrDefault(u => u.Alias is null && u.StaticKeyword.ValueText.Length == 0 && u.GlobalKeyword.ValueText.Length == 0 && string.CompareOrdinal(u.Name?.ToString(), home) < 0);
            var place = before is not null ? text.Lines.GetLineFromPosition(before.Span.End).EndIncludingLineBreak : unit.Usings.FirstOrDefault()?.SpanStart ?? 0;
            changes.Insert(0, new(new(place, 0), $"using {home};{end}{(unit.Usings.Count == 0 ? end : "")}"));
        }

        return text.WithChanges(changes.OrderBy(c => c.Span.Start)).ToString();
    }

    private static IEnumerable<InvocationExpressionSyntax> Calls(SyntaxTree tree, params string[] names)
        => tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>().Where(c => c.Expression is MemberAccessExpressionSyntax member && names.Contains(member.Name.Identifier.ValueText));
}
