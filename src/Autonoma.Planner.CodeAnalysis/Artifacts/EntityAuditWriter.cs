using System.Globalization;
using System.Text;
using Autonoma.Planner.Artifacts;
using Autonoma.Planner.CodeAnalysis.Results;

namespace Autonoma.Planner.CodeAnalysis.Artifacts;

/// <summary>Writes <c>entity-audit.md</c> from a report.</summary>
public static class EntityAuditWriter
{
    /// <summary>The audit: every model in one of the valid states, with roots, dependents and duals in the body.</summary>
    /// <exception cref="InvalidOperationException">The report has no models.</exception>
    public static EntityAudit Write(CodebaseReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (report.Models.Count == 0)
            throw new InvalidOperationException("No models were found, so there is nothing to audit.");
        var models = report.Models.Zip(report.Creations).Select(pair => Model(pair.First, pair.Second)).ToList();
        return new EntityAudit { Models = models, Body = Body(report) };
    }

    private static AuditedModel Model(DataModel model, ModelCreation creation)
    {
        var owners = creation.CreatedBy.Select(o => new CreatedBy(o.Owner, o.Via, o.Why)).ToList();
        if (creation.Creator is { } path)
        {
            return new AuditedModel
            {
                Name = model.Name, IndependentlyCreated = true, CreationFile = path.File, CreationFunction = path.Function, NeedsExtraction = path.NeedsExtraction,
                SideEffects = [.. creation.SideEffects.Select(e => $"{e.Text} ({e.Source})")], CreatedBy = owners,
            };
        }

        // Nobody makes it: a row can only be written as it is, and the file that declares it is the only place to name.
        return owners.Count > 0 ? new AuditedModel { Name = model.Name, IndependentlyCreated = false, CreatedBy = owners } : new AuditedModel
        {
            Name = model.Name, IndependentlyCreated = true, CreationFile = model.Source.File, CreationFunction = model.Name,
            Reason = $"No code creates {model.Name}: its rows come from a seed, another system, or nowhere. A factory writes them as they are.",
        };
    }

    private static string Body(CodebaseReport report)
    {
        var text = new StringBuilder("# Entity creation audit\n\nRead from the code; every claim names its file and line.\n\n## Roots\n");
        foreach (var creation in report.Creations.Where(c => c.IsIndependent))
        {
            var path = creation.Creator!;
            text.Append(CultureInfo.InvariantCulture, $"\n### {creation.Model}\n\n- Created by `{path.Function}` in `{path.File}:{path.Line}`.\n");
            if (path.NeedsExtraction)
                text.Append("- The logic is inline; it must be lifted into a function of its own before a factory can call it.\n");
            foreach (var effect in creation.SideEffects)
                text.Append(CultureInfo.InvariantCulture, $"- {Capital(effect.Text)} (`{effect.Source}`).\n");
            foreach (var other in creation.Others)
                text.Append(CultureInfo.InvariantCulture, $"- Also created by `{other.Function}` in `{other.File}:{other.Line}`.\n");
        }

        var dependents = report.Creations.Where(c => !c.IsIndependent && c.CreatedBy.Count > 0).ToList();
        if (dependents.Count > 0)
        {
            text.Append("\n## Dependents\n\n| Model | Owner | Via | Why |\n| --- | --- | --- | --- |\n");
            foreach (var (model, link) in dependents.SelectMany(c => c.CreatedBy.Select(l => (c.Model, l))))
                text.Append(CultureInfo.InvariantCulture, $"| {model} | {link.Owner} | `{link.Via}` | {link.Why.Replace("|", "\\|", StringComparison.Ordinal)} |\n");
        }

        var duals = report.Creations.Where(c => c.IsIndependent && c.CreatedBy.Count > 0).ToList();
        if (duals.Count > 0)
        {
            text.Append("\n## Created both ways\n\n");
            foreach (var dual in duals)
                text.Append(CultureInfo.InvariantCulture, $"> **{dual.Model}**: use `{dual.Creator!.Function}` where the {dual.Model} itself matters. It also comes with {string.Join(" and ", dual.CreatedBy.Select(o => $"{o.Owner} (`{o.Via}`)"))}; a scenario that makes the owner must not make it again.\n\n");
        }

        var nobody = report.Creations.Where(c => !c.IsIndependent && c.CreatedBy.Count == 0).Select(c => c.Model).ToList();
        if (nobody.Count > 0)
            text.Append(CultureInfo.InvariantCulture, $"\n## Created by nobody\n\n{string.Join(", ", nobody)}: no code path was found. They are marked independent so that a factory may write them as they are; check whether a path was missed.\n");
        return text.ToString().TrimEnd() + "\n";
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
