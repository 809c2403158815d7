using System.Buffers;
using System.Text;

namespace Autonoma.Engine.Artifacts;

/// <summary>
/// Replaces known secret values in text before it is written or shown: as they are, and as they look inside a URL, JSON, HTML or a
/// Basic header. Values are added as a run learns them. Safe for concurrent use.
/// </summary>
public sealed class SecretMasker
{
    /// <summary>What stands in place of a secret.</summary>
    public const string Mask = "•••";

    // A value this short occurs inside ordinary words; it is masked only where it stands alone.
    private const int ShortestAnywhere = 4;

    private readonly Lock _gate = new();
    private readonly HashSet<string> _values = new(StringComparer.Ordinal);
    private volatile Needles _needles = Needles.None;

    /// <summary>A masker that knows the given values.</summary>
    public SecretMasker(IEnumerable<string>? values = null)
    {
        foreach (var value in values ?? [])
            Add(value);
    }

    /// <summary>Whether any secret is known.</summary>
    public bool IsEmpty => _needles.All.Length == 0;

    /// <summary>Adds a secret. Empty and blank values, and the mask itself, are no secrets.</summary>
    public void Add(string? value)
    {
        if (string.IsNullOrWhiteSpace(value) || value.All(c => c == Mask[0]))
            return;
        lock (_gate)
        {
            if (_values.Add(value))
                _needles = Needles.Of(_values);
        }
    }

    /// <summary>
    /// Adds a password that was typed. One that is an ordinary word (<c>password</c>, <c>summer</c>) is left: masking it would make
    /// every text that holds the word unreadable, and point at it.
    /// </summary>
    public void AddPassword(string? value)
    {
        if (value is { Length: >= 6 } && value.Any(c => !char.IsAsciiLetterLower(c)) && value.Any(char.IsLetter))
            Add(value);
    }

    /// <summary>The text with every known secret replaced; the same instance when there is none in it.</summary>
    public string Apply(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var needles = _needles;
        if (needles.All.Length == 0 || text.Length == 0)
            return text;

        StringBuilder? masked = null;
        var copied = 0;
        var at = 0;
        while (at < text.Length)
        {
            var next = text.AsSpan(at).IndexOfAny(needles.Search);
            if (next < 0)
                break;
            at += next;
            var end = needles.EndOfMatch(text, at);
            if (end < 0)
            {
                at++;
                continue;
            }

            // Two secrets may overlap ("abcd" and "cdef" in "abcdef"): the rest of the second is as secret as the first.
            for (var inside = at + 1; inside < end; inside++)
                end = Math.Max(end, needles.EndOfMatch(text, inside));
            masked ??= new StringBuilder(text.Length);
            masked.Append(text, copied, at - copied).Append(Mask);
            copied = at = end;
        }

        return masked is null ? text : masked.Append(text, copied, text.Length - copied).ToString();
    }

    private sealed class Needles
    {
        public static readonly Needles None = new([]);

        private readonly ILookup<char, string> _byFirst;

        private Needles(string[] all)
        {
            All = all;
            Search = SearchValues.Create(all, StringComparison.Ordinal);
            _byFirst = all.ToLookup(needle => needle[0]);
        }

        public string[] All { get; }

        public SearchValues<string> Search { get; }

        public static Needles Of(IEnumerable<string> values)
            => new([.. values.SelectMany(SecretForms.Of).Distinct(StringComparer.Ordinal).OrderByDescending(form => form.Length).ThenBy(form => form, StringComparer.Ordinal)]);

        /// <summary>Where the longest secret that begins at the index ends, or -1.</summary>
        public int EndOfMatch(string text, int start)
        {
            foreach (var needle in _byFirst[text[start]])
            {
                var end = start + needle.Length;
                if (string.CompareOrdinal(text, start, needle, 0, needle.Length) == 0
                    && (needle.Length >= ShortestAnywhere || StandsAlone(text, start, end)))
                    return end;
            }

            return -1;
        }

        private static bool StandsAlone(string text, int start, int end)
            => (start == 0 || !char.IsLetterOrDigit(text[start - 1])) && (end >= text.Length || !char.IsLetterOrDigit(text[end]));
    }
}
