namespace Autonoma.Platform.Artifacts;

/// <summary>Keeps the bytes of artifacts. Keys are made by <see cref="ArtifactKeys"/>, never by a caller from outside. Safe for concurrent use.</summary>
public interface IArtifactStore
{
    /// <summary>Keeps a file under a key; what was there is replaced, whole or not at all.</summary>
    Task PutAsync(string key, string path, string contentType, CancellationToken cancellationToken);

    /// <summary>Opens what is kept under a key; null when nothing is. The caller disposes it.</summary>
    Task<Stream?> OpenAsync(string key, CancellationToken cancellationToken);

    /// <summary>Removes everything that a run left; nothing there is no failure.</summary>
    Task DeleteRunAsync(Guid organization, Guid run, CancellationToken cancellationToken);
}
