using Autonoma.Engine.Recording.Format;
using Autonoma.Engine.Recording.Signals;

namespace Autonoma.Engine.Recording.Drift;

/// <summary>How well an element agrees with a recorded one.</summary>
/// <param name="Score">0 to 1: the share of the recorded signals, by weight, that still hold.</param>
/// <param name="Moved">Those that do not.</param>
internal sealed record SignalComparison(double Score, IReadOnlyList<MovedSignal> Moved)
{
    // A signal that is gone says less than one that says something else: attributes come and go with a framework's version.
    private const double Gone = 0.5;
    private const double BoxWeight = 0.5;

    // An icon beside words decorates them: many elements have the same. One that stands alone is to the eye what a name is to the reader.
    private const double IconWeight = 1;
    private const double LoneIconWeight = 3;

    /// <summary>Compares signal by signal; what was not recorded does not count.</summary>
    public static SignalComparison Of(RecordedTarget recorded, RecordedTarget now)
    {
        var tally = new Tally();
        var fixedText = recorded.ByPosition is not true;
        tally.Add("role", 2, recorded.Role, now.Role, Signals.Roles.Fit(recorded.Role, now.Role) ? 1 : 0);
        tally.Text("name", 3, recorded.Name, now.Name);
        tally.Text("label", 1.5, recorded.Label, now.Label);
        tally.Text("text", 1.5, recorded.Text, now.Text);
        if (fixedText)
        {
            if (recorded.Entry is { } entry)
                tally.Add("entry", 2, entry, now.Entry, EntryText.Overlap(entry, now.Entry));
        }

        var (was, isNow) = (recorded.Attributes, now.Attributes);
        tally.Attribute("test id", 3, was?.TestId, isNow?.TestId);
        tally.Attribute("id", 2, was?.Id, isNow?.Id);
        tally.Attribute("name attribute", 2, was?.Name, isNow?.Name);
        tally.Attribute("type", 1, was?.Type, isNow?.Type);
        if (fixedText)
        {
            tally.Attribute("link", 2, was?.Href, isNow?.Href);
            tally.Attribute("placeholder", 1, was?.Placeholder, isNow?.Placeholder);
            tally.Attribute("alt", 1, was?.Alt, isNow?.Alt);
            tally.Attribute("title", 1, was?.Title, isNow?.Title);
            Near(tally, recorded.Near, now.Near);
        }

        tally.Text("heading", 1, recorded.Heading, now.Heading);
        tally.Text("path", 1, recorded.Path?.Replace('/', ' '), now.Path?.Replace('/', ' '));
        Section(tally, recorded.Section, now.Section);
        Box(tally, recorded.Box, now.Box);
        tally.Icon(recorded.IconOnly is true ? LoneIconWeight : IconWeight, recorded.Icon, now.Icon);
        return tally.Result();
    }

    /// <summary>Whether neither side is less than half, or more than double, of what it was.</summary>
    public static bool IsOfOneSize(IReadOnlyList<int>? recorded, IReadOnlyList<int>? now)
        => recorded is not [_, _, var width, var height] || now is not [_, _, var widthNow, var heightNow] || (Math.Min(width, widthNow) * 2 >= Math.Max(width, widthNow) && Math.Min(height, heightNow) * 2 >= Math.Max(height, heightNow));

    private static void Section(Tally tally, IReadOnlyList<string>? recorded, IReadOnlyList<string>? now)
    {
        var same = Sections.KindOf(recorded) == Sections.KindOf(now);
        var named = recorded is null ? 1 : (double)recorded.Count(part => now?.Any(other => SignalText.Same(part, other)) == true) / recorded.Count;
        tally.Add("section", 1.5, Words(recorded), Words(now), !same ? 0 : 0.5 + 0.5 * named);
    }

    private static string Words(IReadOnlyList<string>? section) => section is null or { Count: 0 } ? "the page itself" : string.Join(", ", section);

    private static void Near(Tally tally, IReadOnlyList<string>? recorded, IReadOnlyList<string>? now)
    {
        if (recorded is null or { Count: 0 })
            return;
        var there = recorded.Count(text => now?.Any(other => SignalText.Similarity(text, other) > 0.7) == true);
        tally.Add("neighbours", 1, string.Join(" | ", recorded), now is null ? null : string.Join(" | ", now), (double)there / recorded.Count);
    }

    // Where it stands changes with every window; its size says a little.
    private static void Box(Tally tally, IReadOnlyList<int>? recorded, IReadOnlyList<int>? now)
    {
        if (recorded is not [_, _, var width, var height] || now is not [_, _, var widthNow, var heightNow])
            return;
        static double Ratio(int a, int b) => Math.Max(a, b) == 0 ? 1 : Math.Max(0, (double)Math.Min(a, b) / Math.Max(a, b));
        tally.Quiet(BoxWeight, (Ratio(width, widthNow) + Ratio(height, heightNow)) / 2);
    }

    private sealed class Tally
    {
        private readonly List<MovedSignal> _moved = [];
        private double _all;
        private double _agreed;

        public void Text(string signal, double weight, string? was, string? now)
        {
            if (was is null)
                return;
            Add(signal, weight, was, now, SignalText.Similarity(was, now));
        }

        public void Attribute(string signal, double weight, string? was, string? now)
        {
            if (was is null)
                return;
            if (now is null)
            {
                _all += weight * Gone;
                _moved.Add(new(signal, was, null));
                return;
            }

            Add(signal, weight, was, now, SignalText.Same(was, now) ? 1 : 0);
        }

        public void Icon(double weight, string? was, string? now)
        {
            if (was is null)
                return;
            Quiet(now is null ? weight * Gone : weight, was == now ? 1 : 0);
            if (was != now)
                _moved.Add(new("icon", null, now is null ? null : "another one"));
        }

        public void Add(string signal, double weight, string was, string? now, double agreement)
        {
            Quiet(weight, agreement);
            if (agreement < 0.99)
                _moved.Add(new(signal, was, now));
        }

        public void Quiet(double weight, double agreement)
        {
            _all += weight;
            _agreed += weight * agreement;
        }

        public SignalComparison Result() => new(_all <= 0 ? 0 : _agreed / _all, _moved);
    }
}
