using Autonoma.Engine.Grounding;
using Autonoma.Engine.Observing;
using Autonoma.Engine.Recording.Format;

namespace Autonoma.Engine.Recording.Capture;

/// <summary>What one command looked for, found and did.</summary>
internal sealed class CommandCapture
{
    private readonly List<Sought> _sought = [];
    private readonly Dictionary<string, string> _templates = new(StringComparer.Ordinal);

    /// <summary>The elements, in the order of the first look.</summary>
    public IReadOnlyList<Sought> Targets => _sought;

    /// <summary>The screen right before the app was touched; null while it was not.</summary>
    public Observation? Before { get; private set; }

    /// <summary>The first screen on which everything was there.</summary>
    public Observation? Ready { get; private set; }

    /// <summary>What proved a claim.</summary>
    public IReadOnlyList<RecordedJudgement>? Judged { get; set; }

    /// <summary>What the action did.</summary>
    public RecordedEffect? Effect { get; set; }

    /// <summary>The words that came of a template.</summary>
    public void Worded(string template, string words) => _templates[words] = template;

    public string TemplateOf(string words) => _templates.GetValueOrDefault(words, words);

    /// <summary>An element was found; the last look counts.</summary>
    public void Found(string words, GroundingPurpose purpose, UiNode node, Observation screen, bool byWords)
    {
        // Once the app was touched, what is looked for is part of the action.
        if (Before is null)
            Ready = screen;
        var known = _sought.FindIndex(sought => sought.Words == words && sought.Purpose == purpose);
        var found = new Sought(words, purpose, node, screen, byWords);
        if (known < 0)
            _sought.Add(found);
        else
            _sought[known] = found;
    }

    /// <summary>A claim held on a screen.</summary>
    public void Held(Observation? screen) => Ready = screen;

    public void Acting(Observation before) => Before ??= before;

    internal sealed record Sought(string Words, GroundingPurpose Purpose, UiNode Node, Observation Screen, bool ByWords);
}
