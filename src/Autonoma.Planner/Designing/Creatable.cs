using Autonoma.Planner.Artifacts;
using Autonoma.Planner.Designing.Scoping;
using Autonoma.Planner.Designing.Values;

namespace Autonoma.Planner.Designing;

/// <summary>Which models a scenario creates records of: those that nobody else makes along the way, parents before children.</summary>
internal sealed class Creatable
{
    private readonly DataSchema _schema;
    private readonly EntityAudit _audit;
    private readonly ScopingAnalysis _scoping;

    public Creatable(DataSchema schema, EntityAudit audit, ScopingAnalysis scoping, Func<string, bool> wanted)
    {
        (_schema, _audit, _scoping) = (schema, audit, scoping);
        var models = schema.Models.Where(model => !model.IsPart && wanted(model.Name) && audit.Find(model.Name) is not null && IsForPeople(model)).Select(model => model.Name).ToHashSet(StringComparer.Ordinal);
        for (var removed = true; removed;)
        {
            removed = false;
            foreach (var name in models.Order(StringComparer.Ordinal).ToList())
            {
                if (Reason(name, models) is not { } reason)
                    continue;
                models.Remove(name);
                (reason.ComesAlong ? ComesAlong : LeftOut)[name] = reason.Text;
                removed = true;
                break;
            }
        }

        Order = Sorted(models);
        foreach (var stuck in models.Except(Order, StringComparer.Ordinal).Order(StringComparer.Ordinal))
            LeftOut[stuck] = $"{stuck} needs a record that needs it in turn: which of the two comes first cannot be told.";
    }

    /// <summary>The models, parents first.</summary>
    public IReadOnlyList<string> Order { get; }

    /// <summary>Models whose records come with those of others, and why.</summary>
    public SortedDictionary<string, string> ComesAlong { get; } = new(StringComparer.Ordinal);

    /// <summary>Models that no record can be made of, and why.</summary>
    public SortedDictionary<string, string> LeftOut { get; } = new(StringComparer.Ordinal);

    private (bool ComesAlong, string Text)? Reason(string name, HashSet<string> models)
    {
        var audited = _audit.Find(name)!;
        foreach (var link in _schema.LinksOf(name).Where(link => link.IsRequired && link.Parent != name && !models.Contains(link.Parent)))
        {
            return (false, ComesAlong.ContainsKey(link.Parent) ? $"{name} refers to a {link.Parent} (`{link.Field}`), whose id is not known: it comes with another record."
                : $"{name} cannot be without a {link.Parent} (`{link.Field}`), and this scenario has none.");
        }

        foreach (var owner in audited.CreatedBy.Where(owner => owner.Owner != name && (models.Contains(owner.Owner) || ComesAlong.ContainsKey(owner.Owner))))
        {
            // A function that the owner's factory does not call makes nothing here.
            var isCalled = _audit.Find(owner.Owner) is { } maker && maker.CreationFunction == owner.Via;
            if (audited.IndependentlyCreated && (!isCalled || IsNeeded(name, models)))
                continue;
            return (true, $"{name} comes with {owner.Owner} ({owner.Via}): {owner.Why}");
        }

        return null;
    }

    // Others refer to records of it, so there must be some whose alias is known; and whoever signs in must be known too.
    private bool IsNeeded(string name, HashSet<string> models)
        => name == _scoping.User || name == _scoping.Root || _schema.Links.Any(link => link.IsRequired && link.Parent == name && link.Child != name && models.Contains(link.Child));

    // Keys of settings, outboxes and the like belong to the running system: a made-up row of them changes how it behaves.
    private bool IsForPeople(StoredModel model)
    {
        var words = NameWords.Of(model.Name);
        if (words.Count > 0 && words[^1] is "setting" or "settings" or "configuration" or "migration" or "migrations" or "lock" or "outbox" or "checkpoint" || (words.Contains("setting", StringComparer.Ordinal) && _scoping.Reach.GetValueOrDefault(model.Name) == ModelReach.Global))
        {
            LeftOut[model.Name] = $"{model.Name} holds how the system itself is set up, not records of people; made-up rows would change it.";
            return false;
        }

        return true;
    }

    private List<string> Sorted(HashSet<string> models)
    {
        var order = new List<string>();
        var open = models.OrderBy(name => name == _scoping.Root ? 0 : name == _scoping.User ? 1 : 2).ThenBy(name => name, StringComparer.Ordinal).ToList();
        while (open.Find(name => _schema.LinksOf(name).All(link => !link.IsRequired && !IsBefore(link) || link.Parent == name || order.Contains(link.Parent) || !models.Contains(link.Parent))) is { } next)
        {
            order.Add(next);
            open.Remove(next);
        }

        // What only optional links hold back may come in any order.
        while (open.Find(name => _schema.LinksOf(name).All(link => !link.IsRequired || link.Parent == name || order.Contains(link.Parent))) is { } next)
        {
            order.Add(next);
            open.Remove(next);
        }

        return order;

        bool IsBefore(ModelLink link) => link.Child != link.Parent;
    }
}
