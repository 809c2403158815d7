using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Checks.Scenes;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>What somebody typed before: a field still has it.</summary>
internal sealed partial class Judge
{
    /// <summary>Whether a field that is shown holds just this text.</summary>
    public bool IsTyped(ClaimToken text) => _scene.Nodes.Any(n => Scene.IsField(n) && !n.IsPassword && _scene.IsShown(n) && ValueText.Equal(text.Raw, n.Value ?? "", strict: true));
}
