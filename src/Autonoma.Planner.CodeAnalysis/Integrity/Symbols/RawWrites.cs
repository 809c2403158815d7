using System.Text.RegularExpressions;
using Autonoma.Planner.CodeAnalysis.Models;
using Autonoma.Planner.CodeAnalysis.Projects;
using Autonoma.Planner.Gates;
using Autonoma.Planner.Validation.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Autonoma.Planner.CodeAnalysis.Integrity.Symbols;

/// <summary>Something in a factory that writes a row itself, or that cannot be followed.</summary>
/// <param name="Rule">What it breaks.</param>
/// <param name="What">It, in words.</param>
/// <param name="Node">Where.</param>
/// <param name="Written">Class of the row; null when it is not known.</param>
internal sealed record RawWrite(Rule Rule, string What, SyntaxNode Node, ITypeSymbol? Written);

/// <summary>Recognizes raw writes by what they are called on, whatever names the code gives it.</summary>
internal sealed partial class RawWrites(LoadedCode code, ModelCatalogue catalogue)
{
    private static readonly HashSet<string> Adding = new(StringComparer.Ordinal) { "Add", "AddAsync", "AddRange", "AddRangeAsync", "Attach", "AttachRange", "Update", "UpdateRange", "AddOrUpdate", "TrackGraph", "InsertOnSubmit", "InsertAllOnSubmit", "AddObject" };
    private static readonly HashSet<string> Sessions = new(StringComparer.Ordinal) { "Save", "SaveAsync", "SaveOrUpdate", "SaveOrUpdateAsync", "Persist", "PersistAsync", "Merge", "MergeAsync", "Insert", "InsertAsync", "Store", "StoreAsync", "Upsert", "UpsertAsync", "StoreObjects", "BulkInsert", "BulkInsertAsync" };

    public IEnumerable<RawWrite> In(IEnumerable<SyntaxNode> nodes)
    {
        foreach (var node in nodes)
        {
            var found = node switch
            {
                InvocationExpressionSyntax call => OfCall(call),
                BaseObjectCreationExpressionSyntax made => OfObject(made),
                AssignmentExpressionSyntax assignment => OfAssignment(assignment),
                _ => null,
            };
            if (found is not null)
                yield return found;
            if (node is ExpressionSyntax expression && node.Parent is not ExpressionSyntax { RawKind: (int)Microsoft.CodeAnalysis.CSharp.SyntaxKind.ParenthesizedExpression } && IsDynamic(expression))
                yield return new(ImplementationRules.NotFollowed, $"'{Short(node)}' is bound when it runs ('dynamic')", node, null);
        }
    }

    private RawWrite? OfCall(InvocationExpressionSyntax call)
    {
        var info = code.Model(call).GetSymbolInfo(call);
        if ((info.Symbol ?? info.CandidateSymbols.FirstOrDefault()) is not IMethodSymbol target)
            return Unbound(call);
        target = target.ReducedFrom ?? target;
        var owner = target.ContainingType;
        var receiver = (call.Expression as MemberAccessExpressionSyntax)?.Expression is { } on ? code.Model(call).GetTypeInfo(on).Type as INamedTypeSymbol ?? owner : owner;
        var first = target.IsExtensionMethod || (target.IsStatic && target.Parameters.Length > 0) ? target.Parameters[0].Type : null;
        if (code.Place(target.OriginalDefinition) is not null)
            return null;
        var name = target.Name;
        if (Reflects(owner, name))
            return new(ImplementationRules.NotFollowed, $"'{Short(call)}' calls what is only known when it runs", call, null);
        if (IsEntityStore(receiver) || IsEntityStore(owner) || (first is INamedTypeSymbol store && IsEntityStore(store)))
        {
            if (Adding.Contains(name) || name.StartsWith("Bulk", StringComparison.Ordinal) || name.StartsWith("Upsert", StringComparison.Ordinal) || name.StartsWith("ExecuteInsert", StringComparison.Ordinal))
                return new(ImplementationRules.RawEntity, $"'{Short(call)}' writes a row itself", call, Row(call, receiver));
            if (name.StartsWith("ExecuteSql", StringComparison.Ordinal) || (name.StartsWith("FromSql", StringComparison.Ordinal) || name.StartsWith("SqlQuery", StringComparison.Ordinal)) && MayInsert(call))
                return new(ImplementationRules.RawSql, $"'{Short(call)}' carries out SQL", call, null);
        }

        if (owner.Name is "SqlMapper" && ((name.StartsWith("Execute", StringComparison.Ordinal) && !name.StartsWith("ExecuteScalar", StringComparison.Ordinal) && !name.StartsWith("ExecuteReader", StringComparison.Ordinal)) || MayInsert(call)))
            return new(ImplementationRules.RawSql, $"'{Short(call)}' carries out SQL", call, null);
        if (owner.Name is "SqlMapperExtensions" or "SimpleCRUD" or "DataConnectionExtensions" or "DataExtensions" or "DommelMapper" or "DbConnectionExtensions" && (name.Contains("Insert", StringComparison.Ordinal) || name.Contains("Merge", StringComparison.Ordinal)))
            return new(ImplementationRules.RawSql, $"'{Short(call)}' inserts a row itself", call, null);
        if (IsCommand(receiver) && ((name.StartsWith("ExecuteNonQuery", StringComparison.Ordinal)) || (name.StartsWith("Execute", StringComparison.Ordinal) && BodyInserts(call))))
            return new(ImplementationRules.RawSql, $"'{Short(call)}' carries out SQL", call, null);
        if (owner.Name is "SqlBulkCopy" || name is "BeginBinaryImport" or "BeginBinaryImportAsync" or "BeginTextImport" or "BeginTextImportAsync" or "WriteToServer" or "WriteToServerAsync")
            return new(ImplementationRules.RawSql, $"'{Short(call)}' copies rows into the database", call, null);
        if (Is(receiver, "IMongoCollection") && (name.StartsWith("Insert", StringComparison.Ordinal) || name.StartsWith("BulkWrite", StringComparison.Ordinal) || name.StartsWith("Replace", StringComparison.Ordinal) || name.StartsWith("FindOneAndReplace", StringComparison.Ordinal) || (name.Contains("Update", StringComparison.Ordinal) && call.ToString().Contains("Upsert", StringComparison.OrdinalIgnoreCase))))
            return new(ImplementationRules.RawDocument, $"'{Short(call)}' writes a document itself", call, null);
        if ((Is(receiver, "ISession") || Is(receiver, "IStatelessSession") || Is(receiver, "IDocumentSession") || Is(receiver, "IAsyncDocumentSession") || Is(receiver, "IDocumentOperations") || Is(receiver, "IDataContext")) && Sessions.Contains(name))
            return new(receiver?.Name.Contains("Document", StringComparison.Ordinal) == true ? ImplementationRules.RawDocument : ImplementationRules.RawEntity, $"'{Short(call)}' writes a row itself", call, Row(call, receiver));
        return null;
    }

    // A library that is not known is not bound: its name and what it is given must do.
    private RawWrite? Unbound(InvocationExpressionSyntax call)
    {
        if (call.Expression is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } member)
            return null;
        var type = code.Model(call).GetTypeInfo(member.Expression).Type;
        if (type is INamedTypeSymbol named && type is not IErrorTypeSymbol && !IsEntityStore(named) && !IsCommand(named) && code.Place(named) is not null)
            return null;
        if (name.StartsWith("BulkInsert", StringComparison.Ordinal) || (type is INamedTypeSymbol store && IsEntityStore(store) && Adding.Contains(name)) || (type is IErrorTypeSymbol && (Adding.Contains(name) || Sessions.Contains(name)) && call.ArgumentList.Arguments.Any(a => catalogue.AllOf(code.Model(a.Expression).GetTypeInfo(a.Expression).Type).Count > 0)))
            return new(ImplementationRules.RawEntity, $"'{Short(call)}' writes a row itself", call, null);
        return MayInsert(call) && call.ArgumentList.Arguments.Any(a => Text(a.Expression) is { } text && Inserting().IsMatch(text)) ? new(ImplementationRules.RawSql, $"'{Short(call)}' carries out SQL", call, null) : null;
    }

    private RawWrite? OfObject(BaseObjectCreationExpressionSyntax made)
        => code.Model(made).GetTypeInfo(made).Type is { } type && type.Name is "SqlBulkCopy" or "ProcessStartInfo" or "DynamicMethod" && code.Place(type) is null
            ? new(type.Name == "SqlBulkCopy" ? ImplementationRules.RawSql : ImplementationRules.NotFollowed, $"'{Short(made)}' goes round the app", made, null) : null;

    // db.Entry(row).State = EntityState.Added
    private RawWrite? OfAssignment(AssignmentExpressionSyntax assignment)
        => assignment.Left is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "State", Expression: var entry } && code.Model(entry).GetTypeInfo(entry).Type?.Name == "EntityEntry" && !assignment.Right.ToString().EndsWith("Detached", StringComparison.Ordinal) && !assignment.Right.ToString().EndsWith("Unchanged", StringComparison.Ordinal) && !assignment.Right.ToString().EndsWith("Deleted", StringComparison.Ordinal)
            ? new(ImplementationRules.RawEntity, $"'{Short(assignment)}' writes a row itself", assignment, (code.Model(entry).GetTypeInfo(entry).Type as INamedTypeSymbol)?.TypeArguments.FirstOrDefault()) : null;

    private ITypeSymbol? Row(InvocationExpressionSyntax call, INamedTypeSymbol? receiver)
        => call.ArgumentList.Arguments.Select(a => code.Model(a.Expression).GetTypeInfo(a.Expression).Type).OfType<ITypeSymbol>().Select(t => TypeNames.Element(t) ?? t).FirstOrDefault(t => catalogue.AllOf(t).Count > 0) ?? receiver?.TypeArguments.FirstOrDefault();

    private bool IsEntityStore(INamedTypeSymbol? type)
        => type is not null && (type.Name is "DbSet" or "IDbSet" or "ObjectSet" or "ChangeTracker" or "EntityEntry" or "DatabaseFacade" or "LocalView" or "ITable" || EntityModels.IsContext(type) || type.Name.EndsWith("DbContext", StringComparison.Ordinal)
            || TypeNames.WithBases(type).Any(b => b.Name is "DbSet" or "LocalView" or "ChangeTracker"));

    private static bool IsCommand(INamedTypeSymbol? type) => type is not null && (type.Name is "DbCommand" or "IDbCommand" or "DbBatch" || type.AllInterfaces.Any(i => i.Name is "IDbCommand") || TypeNames.WithBases(type).Any(b => b.Name is "DbCommand" or "DbBatch"));

    private static bool Is(INamedTypeSymbol? type, string name) => type is not null && (type.Name == name || type.AllInterfaces.Any(i => i.Name == name));

    private static bool Reflects(INamedTypeSymbol owner, string name) => owner.ToDisplayString() switch
    {
        "System.Activator" => true,
        "System.Type" => name.StartsWith("Get", StringComparison.Ordinal) && name is "GetMethod" or "GetMethods" or "GetConstructor" or "GetConstructors" or "GetProperty" or "GetField" or "GetMember" || name == "InvokeMember",
        "System.Reflection.MethodBase" or "System.Reflection.MethodInfo" or "System.Reflection.ConstructorInfo" => name is "Invoke" or "CreateDelegate" or "MakeGenericMethod",
        "System.Reflection.PropertyInfo" or "System.Reflection.FieldInfo" => name is "SetValue" or "GetValue",
        "System.Delegate" => name is "DynamicInvoke" or "CreateDelegate",
        "System.Reflection.Assembly" => name.StartsWith("Load", StringComparison.Ordinal) || name is "CreateInstance",
        "System.Diagnostics.Process" => name is "Start",
        var full => full.StartsWith("System.Linq.Expressions.Expression", StringComparison.Ordinal) && name is "Compile" or "Call" || full.StartsWith("System.Reflection.Emit.", StringComparison.Ordinal) || full.StartsWith("Microsoft.CodeAnalysis.CSharp.Scripting", StringComparison.Ordinal)
            || (full == "System.Reflection.RuntimeReflectionExtensions"),
    };

    private bool IsDynamic(ExpressionSyntax expression) => expression is InvocationExpressionSyntax or MemberAccessExpressionSyntax or ElementAccessExpressionSyntax && Receiver(expression) is { } on && code.Model(on).GetTypeInfo(on).Type is IDynamicTypeSymbol
        || expression is InvocationExpressionSyntax call && call.ArgumentList.Arguments.Any(a => code.Model(a.Expression).GetTypeInfo(a.Expression).Type is IDynamicTypeSymbol);

    private static ExpressionSyntax? Receiver(ExpressionSyntax expression) => expression switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } => member.Expression,
        InvocationExpressionSyntax call => call.Expression,
        MemberAccessExpressionSyntax member => member.Expression,
        ElementAccessExpressionSyntax element => element.Expression,
        _ => null,
    };

    // A text that says INSERT, or one that nobody can read here.
    private bool MayInsert(InvocationExpressionSyntax call)
    {
        var sql = call.ArgumentList.Arguments.Select(a => a.Expression).FirstOrDefault(e => code.Model(e).GetTypeInfo(e).Type is { } type && (type.SpecialType == SpecialType.System_String || type.Name is "FormattableString" or "CommandDefinition") || e is InterpolatedStringExpressionSyntax);
        return sql is null || Text(sql) is not { } text || Inserting().IsMatch(text);
    }

    private bool BodyInserts(SyntaxNode node)
    {
        var body = node.Ancestors().FirstOrDefault(a => a is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or CompilationUnitSyntax) ?? node;
        var texts = body.DescendantNodes().OfType<ExpressionSyntax>().Where(e => e is LiteralExpressionSyntax or InterpolatedStringExpressionSyntax or BinaryExpressionSyntax).Select(Text).OfType<string>().ToList();
        return texts.Any(t => Inserting().IsMatch(t)) || !texts.Any(t => t.TrimStart().StartsWith("select", StringComparison.OrdinalIgnoreCase) || t.TrimStart().StartsWith("with", StringComparison.OrdinalIgnoreCase));
    }

    private string? Text(ExpressionSyntax expression) => SqlInserts.Text(code, expression);

    internal static string Short(SyntaxNode node) => Regex.Replace(node.ToString(), @"\s+", " ", RegexOptions.None, TimeSpan.FromSeconds(1)) is { Length: > 70 } text ? text[..67] + "..." : Regex.Replace(node.ToString(), @"\s+", " ", RegexOptions.None, TimeSpan.FromSeconds(1));

    [GeneratedRegex(@"\b(?:insert|merge|upsert|replace\s+into|copy|exec|execute|call)\b", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Inserting();
}
