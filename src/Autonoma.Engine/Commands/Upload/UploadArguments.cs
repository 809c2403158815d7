namespace Autonoma.Engine.Commands;

/// <summary>Gives files to a file field or to whatever opens the file chooser.</summary>
/// <param name="Target">Description of the field or button; null for the only one.</param>
/// <param name="Files">Paths, relative to the test file.</param>
public sealed record UploadArguments(string? Target, IReadOnlyList<string> Files) : CommandArguments
{
    /// <inheritdoc/>
    public override string Command => "upload";
}
