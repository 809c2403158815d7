namespace Autonoma.Engine.Recording.Drift;

/// <summary>A signal that is not what it was.</summary>
/// <param name="Signal">Its name.</param>
/// <param name="Was">As recorded; null when that says nothing to anybody who reads it.</param>
/// <param name="Now">As it is; null when it is gone.</param>
internal sealed record MovedSignal(string Signal, string? Was, string? Now)
{
    public override string ToString() => Was is null ? $"{Signal} ({Now ?? "gone"})" : $"{Signal} (\"{Was}\", {(Now is null ? "gone" : $"now \"{Now}\"")})";
}
