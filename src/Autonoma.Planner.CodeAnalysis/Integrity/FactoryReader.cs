using System.Text.RegularExpressions;
using Autonoma.Planner.Artifacts;
using Autonoma.Planner.CodeAnalysis.Creation;
using Autonoma.Planner.CodeAnalysis.Integrity.Symbols;
using Autonoma.Planner.CodeAnalysis.Integrity.Texts;
using Autonoma.Planner.CodeAnalysis.Projects;
using Autonoma.Planner.Fidelity;
using Autonoma.Planner.Folders;
using Autonoma.Planner.Gates;
using Autonoma.Planner.Validation;
using Autonoma.Scenarios.Recipes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Autonoma.Planner.CodeAnalysis.Integrity;

/// <summary>
/// Reads the code of factories for the four criteria of fidelity. In C# symbols decide them, but for side effects that somebody wrote down in words of their own; in other
/// languages the text decides what is plainly wrong, and leaves the rest open.
/// </summary>
public sealed partial class FactoryReader : IFactoryReader
{
    private static readonly HashSet<string> RawCodes = [ImplementationRules.RawEntity.Code, ImplementationRules.RawSql.Code, ImplementationRules.RawDocument.Code];

    /// <inheritdoc/>
    public IReadOnlyList<FactoryEvidence> Read(PlanFolder folder, string handler)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentException.ThrowIfNullOrEmpty(handler);
        if (Audit(folder.EntityAudit) is not { } audit)
            return [];
        var snapshot = Audit(folder.EntityAuditSnapshot) ?? audit;
        var wanted = snapshot.Models.Where(model => model.IndependentlyCreated).ToList();
        if (!handler.EndsWith(".cs", StringComparison.OrdinalIgnoreCase))
        {
            var found = new TextIntegrity(folder.Repository, audit, handler).Check();
            return [.. wanted.Select(model => OfText(folder, handler, model, audit.Find(model.Name), found))];
        }

        var analyzed = AnalyzedCode.Read(new SourceFolder(folder.Repository), LoadOptions.Sdk with { Symbols = ["DEBUG"] }, CancellationToken.None);
        var integrity = new SymbolIntegrity(analyzed, audit, snapshot, handler);
        integrity.Check();
        return [.. wanted.Select(model => integrity.Judged.FirstOrDefault(judged => judged.Before.Name == model.Name) is { } judged ? OfSymbols(analyzed, judged)
            : new FactoryEvidence(model, audit.Find(model.Name)) { NotJudged = "the audit does not call it independently created any more" })];
    }

    private static FactoryEvidence OfSymbols(AnalyzedCode analyzed, JudgedModel judged) => new(judged.Before, judged.Now)
    {
        Findings = [Path(judged), Effects(analyzed, judged), File(judged.Before, judged.Now), Helpers(judged)],
        Factory = [.. judged.Factories.SelectMany(factory => factory.Types.SelectMany(type => type.DeclaringSyntaxReferences).Select(reference => reference.GetSyntax()).Prepend(factory.Call)).Select(node => Excerpt(analyzed, node)).Distinct()],
        Helpers = [.. judged.Own.Where(body => !IsFactory(judged, body)).Select(body => Excerpt(analyzed, body.AncestorsAndSelf().OfType<MemberDeclarationSyntax>().FirstOrDefault() ?? body)).Distinct()],
        Original = [.. judged.Origins.Select(origin => origin.Node).Concat(judged.Lifted.SelectMany(symbol => symbol.DeclaringSyntaxReferences).Select(reference => reference.GetSyntax())).Select(node => Excerpt(analyzed, node)).Distinct()],
    };

    private static FidelityFinding Path(JudgedModel judged)
    {
        if (judged.Problems is [var problem, ..])
            return new(FidelityCriterion.CreationPath, FidelityStatus.Fail, problem.Message);
        return new(FidelityCriterion.CreationPath, FidelityStatus.Pass, judged.Before.CreationFunction == judged.Before.Name ? "no code of the app makes one, so it is written as it is" : $"what the factory carries out leads to {judged.Now.ExtractedTo ?? judged.Before.CreationFunction}, and writes nothing else");
    }

    // The code that makes the record must still do what was written down, in the words that reading it gives: where it was lifted to, else where it was.
    private static FidelityFinding Effects(AnalyzedCode analyzed, JudgedModel judged)
    {
        var effects = judged.Before.SideEffects.Where(effect => !Skippable().IsMatch(effect)).Select(effect => Place().Replace(effect, "").Trim()).Distinct(StringComparer.Ordinal).ToList();
        if (effects.Count == 0)
            return new(FidelityCriterion.SideEffects, FidelityStatus.Pass, "the audit lists none");
        if (judged.Factories.Count == 0)
            return new(FidelityCriterion.SideEffects, FidelityStatus.Error, "there is no factory");
        var units = (judged.Lifted.Count > 0 ? judged.Lifted.Select(analyzed.Flows.Unit) : judged.Origins.Select(origin => origin.Unit)).OfType<CodeUnit>().ToList();
        var flows = units.Select(unit => analyzed.Flows.Of(unit)).ToList();
        if (judged.Model is { } model && flows.Exists(flow => flow.Models().ContainsKey(model)))
            flows.RemoveAll(flow => !flow.Models().ContainsKey(model));
        if (flows.Count == 0)
            return new(FidelityCriterion.SideEffects, FidelityStatus.Error, $"{judged.Before.CreationFunction} was not found");
        var done = flows.SelectMany(flow => flow.Effects.Keys.Select(effect => effect.Text).Concat(flow.Models().Keys.Select(other => $"also creates {CreationAudit.Article(other.Name)}"))).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var missing = effects.Where(effect => !done.Contains(effect)).ToList();
        var where = judged.Lifted.Count > 0 ? judged.Now.ExtractedTo : judged.Before.CreationFunction;
        if (missing.FirstOrDefault(IsOwnWord) is { } lost)
            return new(FidelityCriterion.SideEffects, FidelityStatus.Fail, $"the acknowledged audit says '{lost}', and {where} does not do that");
        return missing.Count == 0 ? new(FidelityCriterion.SideEffects, FidelityStatus.Pass, $"{where} does each that the audit lists")
            : new(FidelityCriterion.SideEffects, FidelityStatus.Error, $"symbols do not tell whether {where} does this: {string.Join("; ", missing)}");
    }

    private static FidelityFinding File(AuditedModel before, AuditedModel? now)
        => now is null || before.CreationFile?.Trim() == now.CreationFile?.Trim() ? new(FidelityCriterion.CreationFile, FidelityStatus.Pass, $"'{before.CreationFile}', as it was acknowledged")
            : new(FidelityCriterion.CreationFile, FidelityStatus.Fail, $"it was '{before.CreationFile}' when step 2 was acknowledged, and is now '{now.CreationFile}'");

    private static FidelityFinding Helpers(JudgedModel judged)
    {
        if (judged.Factories.Count == 0)
            return new(FidelityCriterion.Helpers, FidelityStatus.Error, "there is no factory");
        var wrong = judged.Problems.FirstOrDefault(problem => problem.Code == ImplementationRules.NotExtracted.Code || (RawCodes.Contains(problem.Code) && judged.Own.Any(body => !IsFactory(judged, body) && IsIn(problem, body))));
        return wrong is not null ? new(FidelityCriterion.Helpers, FidelityStatus.Fail, wrong.Message) : new(FidelityCriterion.Helpers, FidelityStatus.Pass, "nothing that was written for the factory writes a row");
    }

    private static FactoryEvidence OfText(PlanFolder folder, string handler, AuditedModel before, AuditedModel? now, IReadOnlyList<Problem> problems)
    {
        if (now is not { IndependentlyCreated: true })
            return new(before, now) { NotJudged = "the audit does not call it independently created any more" };
        const string Open = "text alone does not decide it";
        var wrong = problems.FirstOrDefault(problem => problem.Message.StartsWith(before.Name + ": ", StringComparison.Ordinal) || problem.Message.StartsWith(before.Name + " has ", StringComparison.Ordinal));
        var original = new[] { before.CreationFile, now.ExtractedTo?.Split('#')[0] }.OfType<string>().Select(file => System.IO.Path.GetFullPath(file, folder.Repository)).Where(file => file.StartsWith(folder.Repository, StringComparison.Ordinal) && System.IO.File.Exists(file)).Distinct(StringComparer.Ordinal);
        return new(before, now)
        {
            Findings =
            [
                wrong is null ? new(FidelityCriterion.CreationPath, FidelityStatus.Error, Open) : new(FidelityCriterion.CreationPath, FidelityStatus.Fail, wrong.Message),
                before.SideEffects.Count == 0 ? new(FidelityCriterion.SideEffects, FidelityStatus.Pass, "the audit lists none") : new(FidelityCriterion.SideEffects, FidelityStatus.Error, Open),
                File(before, now),
                wrong is not null && RawCodes.Contains(wrong.Code) && wrong.File != handler ? new(FidelityCriterion.Helpers, FidelityStatus.Fail, wrong.Message) : new(FidelityCriterion.Helpers, FidelityStatus.Error, Open),
            ],
            Factory = [Excerpt(folder, handler)],
            Original = [.. original.Select(file => Excerpt(folder, file))],
        };
    }

    private static CodeExcerpt Excerpt(PlanFolder folder, string file) => new(System.IO.Path.GetRelativePath(folder.Repository, file).Replace('\\', '/'), System.IO.File.ReadAllText(file));

    private static CodeExcerpt Excerpt(AnalyzedCode analyzed, SyntaxNode node) => new(analyzed.Folder.Relative(node.SyntaxTree.FilePath), node.ToString());

    private static bool IsFactory(JudgedModel judged, SyntaxNode body) => judged.Factories.Any(factory => factory.Roots.Any(root => root.Span.Contains(body.Span) && root.SyntaxTree == body.SyntaxTree));

    private static bool IsIn(Problem problem, SyntaxNode body)
        => body.SyntaxTree.FilePath == problem.File && body.SyntaxTree.GetLineSpan(body.Span) is var span && problem.Line > span.StartLinePosition.Line && problem.Line <= span.EndLinePosition.Line + 1;

    private static EntityAudit? Audit(string path) => System.IO.File.Exists(path) ? ArtifactReader.EntityAudit(System.IO.File.ReadAllText(path)).Value : null;

    // A sentence that reading the code gives: when the code does it no more, it would not be given.
    private static bool IsOwnWord(string effect) => OwnWord().IsMatch(effect);

    [GeneratedRegex(@"\s*\([^()\s]+:\d+\)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Place();

    [GeneratedRegex(@"\b(?:skippable|may be (?:skipped|left out|omitted))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Skippable();

    [GeneratedRegex(@"^(?:also creates an? \w+|(?:hashes a secret|makes a slug|makes a token|sends mail|sends a text message|calls another service over HTTP|puts a message on a queue|raises an event|writes a file|changes a cache) \([^()]+\))$", RegexOptions.CultureInvariant)]
    private static partial Regex OwnWord();
}
