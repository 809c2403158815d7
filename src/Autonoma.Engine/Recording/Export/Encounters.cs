using Autonoma.Engine.Language;
using Autonoma.Engine.Recording.Format;

namespace Autonoma.Engine.Recording.Export;

/// <summary>What a test met on its way. That something is absent says nothing where it is looked for as what it never was.</summary>
internal sealed class Encounters
{
    private readonly HashSet<string> _named = new(StringComparer.Ordinal);
    private readonly HashSet<string> _texts = new(StringComparer.Ordinal);
    private readonly List<(string Text, string? Frame)> _framed = [];

    public Encounters(TestRecording recording)
    {
        foreach (var command in recording.Steps.SelectMany(step => step.Commands))
        {
            foreach (var target in command.Targets ?? [])
            {
                Add(target.Role, target.Section, target.Frame, target.Name, target.Text, target.Entry);
                HasShadow |= target.InCustomElement is true;
            }

            foreach (var proof in (command.Judged ?? []).SelectMany(part => part.By ?? []))
            {
                Add(proof.Role, proof.Section, proof.Frame, proof.Name, proof.Text);
                HasShadow |= proof.At?.InCustomElement is true;
            }

            _texts.UnionWith((command.After?.Appeared ?? []).Concat(command.After?.Vanished ?? []).Select(TextFold.Fold));
        }
    }

    public bool HasDialog { get; private set; }

    /// <summary>Whether something lay in a shadow tree, where plain paths do not look.</summary>
    public bool HasShadow { get; }

    /// <summary>The frames that the test met; null is the page itself.</summary>
    public IEnumerable<string?> Frames => _framed.Select(place => place.Frame).Prepend(null).Distinct();

    /// <summary>The frame that a text was met in; null when it was met on the page itself or not at all.</summary>
    public string? FrameOf(string text)
    {
        if (text.Length == 0)
            return null;
        var met = _framed.Where(place => place.Text.Contains(TextFold.Fold(text), StringComparison.Ordinal)).Select(place => place.Frame).Distinct().ToList();
        return met.Contains(null) || met.Count == 0 ? null : met[0];
    }

    public bool HasNamed(string role, string name) => _named.Contains($"{role} {TextFold.Fold(name)}");

    public bool HasText(string text) => _texts.Any(met => met.Contains(TextFold.Fold(text), StringComparison.Ordinal));

    private void Add(string role, IReadOnlyList<string>? sections, string? frame, params IEnumerable<string?> texts)
    {
        HasDialog |= role == "dialog" || sections?.Any(section => section.StartsWith("dialog", StringComparison.Ordinal)) == true;
        foreach (var text in texts.OfType<string>().Select(TextFold.Fold))
        {
            _named.Add($"{role} {text}");
            _texts.Add(text);
            _framed.Add((text, frame));
        }
    }
}
