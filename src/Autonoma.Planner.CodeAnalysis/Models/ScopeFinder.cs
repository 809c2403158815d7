using Autonoma.Planner.CodeAnalysis.Projects;
using Autonoma.Planner.CodeAnalysis.Results;

namespace Autonoma.Planner.CodeAnalysis.Models;

/// <summary>Which model everything belongs to.</summary>
internal static class ScopeFinder
{
    private static readonly string[] Scopes = ["tenant", "organization", "organisation", "account", "company", "workspace", "team", "practice", "agency", "shop", "store", "school", "clinic", "customer", "client"];

    public static List<ScopeCandidate> Find(IReadOnlyList<DataModel> models, IReadOnlyList<ModelRelation> relations)
    {
        var found = new List<ScopeCandidate>();
        foreach (var model in models)
        {
            var links = relations.Where(r => r.Parent == model.Name && r.Child != model.Name && r.Kind != "many-to-many" && r.Field is not null).ToList();
            if (links.Count == 0)
                continue;
            var field = links.GroupBy(r => r.Field!).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).First().Key;
            found.Add(new ScopeCandidate(model.Name, Names.Camel(field), links.Where(l => l.Field == field).Select(l => l.Child).Distinct().Count(), Reached(model.Name, relations)));
        }

        // A key that many models have although no model stands behind it, as with tenants that another system keeps.
        foreach (var field in models.SelectMany(m => m.Fields.Select(f => (m.Name, f))).Where(x => x.f.Name.EndsWith("Id", StringComparison.Ordinal) && IsScopeWord(x.f.Name[..^2])).GroupBy(x => x.f.Name).Where(g => g.Count() > 1))
        {
            if (!relations.Any(r => r.Field == field.Key))
                found.Add(new ScopeCandidate(field.Key[..^2], Names.Camel(field.Key), field.Count(), field.Count()));
        }

        return [.. found.OrderByDescending(s => s.Reached + s.Direct + (IsScopeWord(s.Model) ? models.Count / 2 : 0)).ThenBy(s => s.Model, StringComparer.Ordinal).Take(5)];
    }

    private static bool IsScopeWord(string name) => Names.Words(name).Any(w => Scopes.Contains(w));

    private static int Reached(string root, IReadOnlyList<ModelRelation> relations)
    {
        var reached = new HashSet<string> { root };
        var open = new Queue<string>([root]);
        while (open.TryDequeue(out var next))
        {
            foreach (var child in relations.Where(r => r.Parent == next && r.Kind != "many-to-many").Select(r => r.Child))
            {
                if (reached.Add(child))
                    open.Enqueue(child);
            }
        }

        return reached.Count - 1;
    }
}
