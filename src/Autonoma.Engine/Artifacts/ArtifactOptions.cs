namespace Autonoma.Engine.Artifacts;

/// <summary>Where the artifacts of one run go, and which.</summary>
public sealed record ArtifactOptions
{
    /// <summary>Full path of the report's folder.</summary>
    public required string ReportFolder { get; init; }
    /// <summary>Folder of the run relative to it, forward slashes (<c>tests/checkout-pays</c>); made of <see cref="FolderNames"/>.</summary>
    public required string RunFolder { get; init; }
    /// <summary>Whether pictures are taken. The default is true.</summary>
    public bool Pictures { get; init; } = true;
    /// <summary>Whether a video is made. The default is false.</summary>
    public bool Video { get; init; }
    /// <summary>Program that encodes the video; found on the PATH by default.</summary>
    public string Ffmpeg { get; init; } = "ffmpeg";
}
