using Autonoma.Planner.Exploring.Experimenting;

namespace Autonoma.Planner.Exploring.Working;

/// <summary>Places that are reached by doing something: a bounded number, each once. Safe for concurrent use.</summary>
/// <param name="pages">What is reached by an address alone.</param>
/// <param name="most">How many there may be.</param>
/// <param name="deepest">How many places one may be led through.</param>
internal sealed class FurtherPlaces(IReadOnlyList<ExploredPage> pages, int most, int deepest)
{
    /// <summary>How often a route is looked at that was reached from the same page: a cart with one thing in it, and one with a coupon.</summary>
    private const int Samples = 3;

    private readonly Lock _gate = new();
    private readonly HashSet<string> _known = pages.Where(page => page.RedirectsTo is null).Select(PageTrial.Signature).ToHashSet(StringComparer.Ordinal);
    private readonly Dictionary<(string Route, string? From), int> _looked = [];
    private readonly List<ExploredPage> _places = [];

    /// <summary>A place by the number that it was given.</summary>
    public ExploredPage this[int index]
    {
        get
        {
            lock (_gate)
                return _places[index];
        }
        set
        {
            lock (_gate)
                _places[index] = value;
        }
    }

    /// <summary>What was found, in an order that does not depend on who was faster.</summary>
    public IReadOnlyList<ExploredPage> Found
    {
        get
        {
            lock (_gate)
                return [.. _places.OrderBy(page => page.Address, StringComparer.Ordinal).ThenBy(page => page.Approach.Count)];
        }
    }

    /// <summary>Those of some places that are worth a look, the nearest first.</summary>
    public IReadOnlyList<Standpoint> Worth(IReadOnlyList<Standpoint> onward)
    {
        var worth = new List<Standpoint>();
        lock (_gate)
        {
            foreach (var place in onward.OrderBy(place => place.Steps.Count).DistinctBy(place => (place.Route, place.Through is [var first, ..] ? first : null)))
            {
                var key = (place.Route, place.Through is [var from, ..] ? from : null);
                if (place.Through.Count > deepest || _places.Count >= most || _looked.GetValueOrDefault(key) >= Samples)
                    continue;
                _looked[key] = _looked.GetValueOrDefault(key) + 1;
                worth.Add(place);
            }
        }

        return worth;
    }

    /// <summary>Remembers a place; its number, or null when it is like one that is known, or there are enough.</summary>
    public int? Add(ExploredPage page)
    {
        lock (_gate)
        {
            if (_places.Count >= most || !_known.Add(PageTrial.Signature(page)))
                return null;
            _places.Add(page);
            return _places.Count - 1;
        }
    }

    /// <summary>Adds what was found out in detail to what the first look has found.</summary>
    public void Fill(int index, ExploredPage details)
    {
        lock (_gate)
            _places[index] = details with { Experiments = [.. details.Experiments.Concat(_places[index].Experiments).DistinctBy(found => (found.Kind, found.Subject, found.Detail, string.Join('|', found.Approach)))] };
    }
}
