using System.Globalization;
using Autonoma.Engine.Language;
using Autonoma.Planner.Artifacts;
using Autonoma.Planner.Documents;
using R = Autonoma.Planner.Validation.Rules.EntityAuditRules;

namespace Autonoma.Planner.Validation.Reading;

/// <summary>Reads audits of both forms: the newer with <c>independently_created</c> and <c>created_by</c>, the older with <c>has_creation_code</c>.</summary>
internal static class EntityAuditReader
{
    private const int ShortestWhy = 24;

    public static EntityAudit? Read(SourceText source, Report report, out Repair? repair)
    {
        repair = null;
        if (FrontMatter.Read(source, report) is not { Root: { } root } front)
            return null;
        var fields = new Fields(root, "", report);
        var modelCount = fields.Whole("model_count", R.ModelCount, 1);
        var factoryCount = fields.Whole("factory_count", R.FactoryCount, 0);
        var entries = fields.Groups("models", R.Models, R.Entry, least: 1);
        fields.NoOthers(R.Keys);
        if (entries is null)
            return null;
        var listed = ((ListNode)root.Find("models")!.Value).Items.Count;
        if (modelCount is { } said && said != listed)
            report.Add(R.Counted, root.Find("model_count")!.Value, "model_count", $"says {said}, and 'models' has {listed} {(listed == 1 ? "entry" : "entries")}.");
        var models = entries.Select(entry => (Entry: entry, Model: Model(entry, report))).ToList();
        new OwnerCheck(models, report).Run();
        if (models.Any(pair => pair.Model is null) || models.Count != listed)
            return null;
        var audit = new EntityAudit { Models = [.. models.Select(pair => pair.Model!)], Body = front.Body.Trim('\n') };
        if (factoryCount is { } factories && factories != audit.FactoryCount)
            repair = FactoryCount(source, root.Find("factory_count")!.Value, audit, factories, report.File);
        return audit;
    }

    private static AuditedModel? Model(Fields entry, Report report)
    {
        var before = report.Count;
        var name = entry.Text("name", R.Name);
        var older = !entry.Has("independently_created") && entry.Has("has_creation_code");
        var independent = entry.Truth(older ? "has_creation_code" : "independently_created", R.Independent);
        var needed = independent == true;
        var file = entry.Text("creation_file", R.CreationFile, optional: !needed);
        var function = entry.Text("creation_function", R.CreationFunction, optional: !needed);
        var effects = entry.Texts("side_effects", R.SideEffects, optional: true);
        var extraction = entry.Truth("needs_extraction", R.NeedsExtraction, optional: true);
        var extractedTo = entry.Text("extracted_to", R.ExtractedTo, optional: true);
        var reason = entry.Text("reason", R.Reason, optional: !older);
        var owners = entry.Groups("created_by", R.CreatedBy, R.OwnerEntry, optional: older)?.Select(owner => Owner(owner, report)).ToList();
        // A missing reason is only worth a warning.
        if (name is null || independent is null || (needed && (file is null || function is null)) || report.Problems.Skip(before).Any(problem => problem.Path.StartsWith(entry.PathOf("created_by"), StringComparison.Ordinal)))
            return null;
        return new()
        {
            Name = name,
            IndependentlyCreated = independent.Value,
            CreationFile = file,
            CreationFunction = function,
            SideEffects = [.. effects?.Select(effect => effect.Text) ?? []],
            NeedsExtraction = extraction ?? false,
            ExtractedTo = extractedTo,
            Reason = reason,
            CreatedBy = [.. owners?.OfType<CreatedBy>() ?? []],
        };
    }

    private static CreatedBy? Owner(Fields entry, Report report)
    {
        var owner = entry.Text("owner", R.Owner);
        var via = entry.Text("via", R.Via);
        var why = entry.Text("why", R.Why);
        entry.NoOthers(R.OwnerEntry);
        if (why is { Length: < ShortestWhy })
            report.Add(R.VagueWhy, entry.Map.Find("why")!.Value, entry.PathOf("why"), $"'{DocumentNode.Short(why)}' does not say what for.", "Example: Every new shop needs a first shelf, created in the same transaction, so that products have a place.");
        return owner is null || via is null || why is null ? null : new(owner, via, why);
    }

    // The number alone is replaced: whatever else stands in the file stays as it was written.
    private static Repair FactoryCount(SourceText source, DocumentNode at, EntityAudit audit, int said, string file)
    {
        var right = audit.FactoryCount.ToString(CultureInfo.InvariantCulture);
        var lines = (string[])source.Lines.Clone();
        var written = ((ScalarNode)at).Text;
        var line = lines[at.Line - 1];
        lines[at.Line - 1] = string.Concat(line.AsSpan(0, at.Column - 1), right, line.AsSpan(at.Column - 1 + written.Length));
        return new(R.FactoriesCounted.Code, file, at.Line, at.Column, $"'factory_count' said {said}, and {right} of {audit.Models.Count} models are independently created: put right.", string.Join('\n', lines));
    }

    /// <summary>Owners are models of the audit, and every model is created by somebody in the end.</summary>
    private sealed class OwnerCheck(List<(Fields Entry, AuditedModel? Model)> models, Report report)
    {
        private readonly Dictionary<string, Fields> _names = new(StringComparer.Ordinal);

        public void Run()
        {
            foreach (var (entry, _) in models)
            {
                if (NameOf(entry) is { } name && !_names.TryAdd(name, entry))
                    report.Add(R.Repeated, entry.Map.Find("name")!.Value, entry.PathOf("name"), $"The model '{DocumentNode.Short(name)}' is already in line {_names[name].Map.Line}.", "Put both entries together.");
            }

            foreach (var (entry, _) in models)
                Owners(entry);
            if (models.All(pair => pair.Model is not null))
                Reachable();
        }

        private static string? NameOf(Fields entry) => entry.Map.Find("name")?.Value is ScalarNode { Kind: ScalarKind.Text } name && name.Text.Trim().Length > 0 ? name.Text.Trim() : null;

        private static bool? Independent(Fields entry)
            => (entry.Map.Find("independently_created") ?? entry.Map.Find("has_creation_code"))?.Value is ScalarNode { Kind: ScalarKind.Truth } truth ? truth.Text.Equals("true", StringComparison.OrdinalIgnoreCase) : null;

        private void Owners(Fields entry)
        {
            if (entry.Map.Find("created_by")?.Value is not ListNode list)
                return;
            var name = NameOf(entry);
            if (list.Items.Count == 0 && Independent(entry) == false && entry.Map.Find("independently_created") is not null)
                report.Add(R.Orphan, list, entry.PathOf("created_by"), $"{name ?? "The model"} is not independently created and has no owner, so nobody creates it.", "Find the function that creates it and name its model as the owner, or mark it independently created.");
            for (var i = 0; i < list.Items.Count; i++)
            {
                if ((list.Items[i] as MapNode)?.Find("owner")?.Value is not ScalarNode { Kind: ScalarKind.Text } owner || owner.Text.Trim().Length == 0)
                    continue;
                var path = $"{entry.PathOf("created_by")}[{i}].owner";
                var text = owner.Text.Trim();
                if (text == name)
                    report.Add(R.SelfOwner, owner, path, $"{DocumentNode.Short(text)} owns itself.", "Name the model whose creation makes it, or mark it independently created.");
                else if (!_names.ContainsKey(text))
                    report.Add(R.KnownOwner, owner, path, $"No model of this audit is called '{DocumentNode.Short(text)}'.", Spelling.Nearest(text, _names.Keys) is { } near ? $"Did you mean '{near}'?" : "Check the name, or add the model.");
            }
        }

        private void Reachable()
        {
            var all = models.Select(pair => pair.Model!).ToList();
            var reached = all.Where(model => model.IndependentlyCreated).Select(model => model.Name).ToHashSet(StringComparer.Ordinal);
            while (all.Where(model => !reached.Contains(model.Name) && model.CreatedBy.Any(owner => reached.Contains(owner.Owner))).Select(model => model.Name).ToList() is { Count: > 0 } more)
                reached.UnionWith(more);
            foreach (var (entry, model) in models)
            {
                // What has unknown owners or none was reported for that.
                if (!reached.Contains(model!.Name) && model.CreatedBy.Count > 0 && model.CreatedBy.All(owner => owner.Owner != model.Name && _names.ContainsKey(owner.Owner)))
                    report.Add(R.Unreachable, entry.Map, entry.Path, $"{DocumentNode.Short(model.Name)} is created by {DocumentNode.Short(string.Join(", ", model.CreatedBy.Select(owner => owner.Owner)))} only, and none of those is created by anybody.", "Find the model that begins the chain and mark it independently created.");
            }
        }
    }
}
