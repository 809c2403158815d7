using Autonoma.Engine.Language;
using Autonoma.Engine.Recording.Format;

namespace Autonoma.Engine.Recording.Export;

/// <summary>What a test met on its way. That something is absent says nothing where it is looked for as what it never was.</summary>
internal sealed class Encounters
{
    private readonly HashSet<string> _named = new(StringComparer.Ordinal);
    private readonly HashSet<string> _texts = new(StringComparer.Ordinal);

    public Encounters(TestRecording recording)
    {
        foreach (var command in recording.Steps.SelectMany(step => step.Commands))
        {
            foreach (var target in command.Targets ?? [])
                Add(target.Role, target.Section, target.Name, target.Text, target.Entry);
            foreach (var proof in (command.Judged ?? []).SelectMany(part => part.By ?? []))
                Add(proof.Role, proof.Section, proof.Name, proof.Text);
            _texts.UnionWith((command.After?.Appeared ?? []).Concat(command.After?.Vanished ?? []).Select(TextFold.Fold));
        }
    }

    public bool HasDialog { get; private set; }

    public bool HasNamed(string role, string name) => _named.Contains($"{role} {TextFold.Fold(name)}");

    public bool HasText(string text) => _texts.Any(met => met.Contains(TextFold.Fold(text), StringComparison.Ordinal));

    private void Add(string role, IReadOnlyList<string>? sections, params IEnumerable<string?> texts)
    {
        HasDialog |= role == "dialog" || sections?.Any(section => section.StartsWith("dialog", StringComparison.Ordinal)) == true;
        foreach (var text in texts.OfType<string>().Select(TextFold.Fold))
        {
            _named.Add($"{role} {text}");
            _texts.Add(text);
        }
    }
}
