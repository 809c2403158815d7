using Autonoma.Planner.Artifacts;

namespace Autonoma.Planner.Designing.Scoping;

/// <summary>Which model every scenario begins at, what belongs to it, and whether a scenario of its own keeps test runs apart.</summary>
public sealed record ScopingAnalysis
{
    private const double EnoughToIsolate = 0.6;

    /// <summary>The model that scenarios begin at; null when none can be told.</summary>
    public string? Root { get; init; }

    /// <summary>The field by which others name it; null with <see cref="Root"/>.</summary>
    public string? RootField { get; init; }

    /// <summary>The model whose records sign in; null when none can be told.</summary>
    public string? User { get; init; }

    /// <summary>How each model belongs to the root.</summary>
    public required IReadOnlyDictionary<string, ModelReach> Reach { get; init; }

    /// <summary>Whether two runs, each with a root of its own, cannot see each other's records.</summary>
    public bool IsIsolated { get; init; }

    /// <summary>What it was decided by, in sentences.</summary>
    public required IReadOnlyList<string> Reasons { get; init; }

    /// <summary>Analyses a schema.</summary>
    /// <param name="schema">What is stored.</param>
    /// <param name="audit">Who creates it: models that nobody can create are no roots.</param>
    public static ScopingAnalysis Of(DataSchema schema, EntityAudit audit)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(audit);
        var whole = schema.Models.Where(model => !model.IsPart).ToList();
        var user = UserModel.Find(schema);
        var candidates = schema.Scopes.Where(scope => schema.Find(scope.Model) is { IsPart: false } && audit.Find(scope.Model)?.IndependentlyCreated == true)
            .Select(scope => (Scope: scope, Reach: ReachOf(schema, scope.Model)))
            .OrderByDescending(candidate => Score(candidate.Scope, candidate.Reach, user)).ThenBy(candidate => candidate.Scope.Model, StringComparer.Ordinal).ToList();
        if (candidates.Count == 0)
        {
            return new()
            {
                User = user?.Name, Reach = whole.ToDictionary(model => model.Name, _ => ModelReach.Global, StringComparer.Ordinal),
                Reasons = ["No model was found that others belong to: everything is shared by all test runs."],
            };
        }

        var (root, reach) = candidates[0];
        var required = reach.Values.Count(value => value is ModelReach.Required or ModelReach.Root);
        var share = (double)required / whole.Count;
        var userIsInside = user is null || reach.GetValueOrDefault(user.Name, ModelReach.Global) is ModelReach.Required or ModelReach.Root;
        var reasons = new List<string> { $"{required} of {whole.Count} models belong to {root.Model} by required links (`{root.Field}`, directly or through others)." };
        if (user is null)
            reasons.Add("No model was found whose records sign in; the endpoint's auth callback decides who does.");
        else
            reasons.Add(userIsInside ? $"{user.Name}, whose records sign in, belongs to it too." : $"{user.Name}, whose records sign in, does not belong to it: people of one {root.Model} are people of all.");
        if (reach.Where(pair => pair.Value == ModelReach.Global).Select(pair => pair.Key).Order(StringComparer.Ordinal).ToList() is { Count: > 0 } global)
            reasons.Add($"Shared by all: {string.Join(", ", global)}.");
        return new() { Root = root.Model, RootField = root.Field, User = user?.Name, Reach = reach, IsIsolated = share >= EnoughToIsolate && userIsInside, Reasons = reasons };
    }

    private static double Score(ScopeHint scope, Dictionary<string, ModelReach> reach, StoredModel? user)
    {
        var score = (double)reach.Values.Count(value => value == ModelReach.Required) + (0.25 * reach.Values.Count(value => value == ModelReach.Optional));
        if (scope.HasScopeName)
            score += reach.Count * 0.5;
        // Who signs in belongs to a tenant, and is none.
        if (user is not null && reach.GetValueOrDefault(user.Name, ModelReach.Global) == ModelReach.Required)
            score += reach.Count * 0.5;
        return scope.Model == user?.Name ? score - reach.Count : score;
    }

    private static Dictionary<string, ModelReach> ReachOf(DataSchema schema, string root)
    {
        var reach = schema.Models.Where(model => !model.IsPart).ToDictionary(model => model.Name, _ => ModelReach.Global, StringComparer.Ordinal);
        reach[root] = ModelReach.Root;
        Spread(ModelReach.Required, link => link.IsRequired);
        Spread(ModelReach.Optional, _ => true);
        return reach;

        void Spread(ModelReach kind, Func<ModelLink, bool> counts)
        {
            for (var grew = true; grew;)
            {
                grew = false;
                foreach (var link in schema.Links.Where(link => counts(link) && reach.GetValueOrDefault(link.Child, ModelReach.Root) == ModelReach.Global && reach.GetValueOrDefault(link.Parent, ModelReach.Global) != ModelReach.Global))
                {
                    reach[link.Child] = kind;
                    grew = true;
                }
            }
        }
    }
}
