using Autonoma.Planner.Artifacts;
using Autonoma.Planner.CodeAnalysis.Audited;
using Autonoma.Planner.CodeAnalysis.Projects;
using Autonoma.Planner.CodeAnalysis.Scaffolding.Inputs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Autonoma.Planner.CodeAnalysis.Scaffolding.Extracting;

/// <summary>What was lifted out of routes, and what could not be.</summary>
/// <param name="Texts">Files as they will be, by full path.</param>
/// <param name="Audit">The audit, with where code was lifted to.</param>
/// <param name="Lifted">One line for each.</param>
/// <param name="Notes">By model: why it was not lifted, or what stays behind.</param>
internal sealed record Extractions(IReadOnlyDictionary<string, string> Texts, EntityAudit Audit, IReadOnlyList<string> Lifted, IReadOnlyDictionary<string, IReadOnlyList<string>> Notes)
{
    /// <summary>Lifts out what the audit says has to be. Each is done by itself and kept only when everything still compiles.</summary>
    public static Extractions Of(AnalyzedCode analyzed, ProjectFile web, EntityAudit audit, CancellationToken cancellationToken)
    {
        var all = One(analyzed, web, audit, [], together: true, cancellationToken);
        // Together is faster; one that breaks the others is found one by one.
        return all ?? One(analyzed, web, audit, [], together: false, cancellationToken)!;
    }

    private static Extractions? One(AnalyzedCode analyzed, ProjectFile web, EntityAudit audit, Dictionary<string, string> texts, bool together, CancellationToken cancellationToken)
    {
        var lifted = new List<string>();
        var notes = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        var models = audit.Models.ToList();
        var current = analyzed;
        var changes = new Dictionary<SyntaxTree, List<TextChange>>();
        for (var i = 0; i < models.Count; i++)
        {
            var model = models[i];
            if (model is not { IndependentlyCreated: true, NeedsExtraction: true, ExtractedTo: null } || current.Catalogue.Models.FirstOrDefault(m => m.Name == model.Name) is not { } known)
                continue;
            cancellationToken.ThrowIfCancellationRequested();
            var app = new AppCode(current, current.Code.Projects.First(p => p.Path == web.Path));
            if (new AuditedFunctions(current).Find(model.CreationFile, model.CreationFunction, known) is not [var function, ..])
                continue;
            var lifting = new Lifting(app, function, known);
            if (lifting.Lift() is not { } done)
            {
                notes[model.Name] = [$"It could not be lifted out: {lifting.Problem}."];
                continue;
            }

            var file = done.Tree.FilePath;
            if (together)
            {
                if (!changes.TryGetValue(done.Tree, out var list))
                    changes[done.Tree] = list = [];
                if (done.Changes.Any(c => list.Any(o => o.Span.IntersectsWith(c.Span) || o.Span.Start == c.Span.Start)))
                    return null;
                list.AddRange(done.Changes);
            }
            else
            {
                // A function lifted before stands in the same file now: everything is read again.
                var next = new Dictionary<string, string>(texts, StringComparer.Ordinal) { [file] = done.Tree.GetText(cancellationToken).WithChanges(done.Changes.OrderBy(c => c.Span.Start)).ToString() };
                var read = AnalyzedCode.Read(analyzed.Folder, LoadOptions.Sdk with { Texts = next }, cancellationToken);
                if (CompileCheck.NewErrors(current.Code, read.Code) is { Count: > 0 } errors)
                {
                    notes[model.Name] = [$"It could not be lifted out: {errors[0]}"];
                    continue;
                }

                texts = next;
                current = read;
            }

            var to = $"{analyzed.Folder.Relative(file)}#{done.Function}";
            models[i] = model with { ExtractedTo = to };
            lifted.Add($"{model.Name}: {model.CreationFile}#{model.CreationFunction} -> {to}");
            if (lifting.Left.Count > 0)
                notes[model.Name] = [.. lifting.Left.Distinct()];
        }

        if (together)
        {
            texts = changes.ToDictionary(c => c.Key.FilePath, c => c.Key.GetText(cancellationToken).WithChanges(c.Value.OrderBy(x => x.Span.Start)).ToString(), StringComparer.Ordinal);
            if (texts.Count > 0 && CompileCheck.NewErrors(analyzed.Code, LoadedCode.Load(analyzed.Folder, LoadOptions.Sdk with { Texts = texts }, cancellationToken)).Count > 0)
                return null;
        }

        return new(texts, audit with { Models = models }, lifted, notes);
    }
}
