namespace Autonoma.Platform.Artifacts;

/// <summary>Artifacts in a folder.</summary>
/// <param name="folder">Full path; made when it is not there.</param>
public sealed class FolderArtifactStore(string folder) : IArtifactStore
{
    private readonly string _root = Path.GetFullPath(folder) + Path.DirectorySeparatorChar;

    /// <inheritdoc/>
    public async Task PutAsync(string key, string path, string contentType, CancellationToken cancellationToken)
    {
        var target = PathOf(key);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        var temporary = $"{target}.{Guid.NewGuid():N}.part";
        try
        {
            var from = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, useAsync: true);
            await using (from.ConfigureAwait(false))
            {
                var to = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: true);
                await using (to.ConfigureAwait(false))
                    await from.CopyToAsync(to, cancellationToken).ConfigureAwait(false);
            }

            File.Move(temporary, target, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <inheritdoc/>
    public Task<Stream?> OpenAsync(string key, CancellationToken cancellationToken)
    {
        var path = PathOf(key);
        try
        {
            return Task.FromResult<Stream?>(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0, useAsync: true));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return Task.FromResult<Stream?>(null);
        }
    }

    /// <inheritdoc/>
    public Task DeleteRunAsync(Guid organization, Guid run, CancellationToken cancellationToken)
    {
        var path = PathOf(ArtifactKeys.FolderOf(organization, run));
        if (Directory.Exists(path))
            Directory.Delete(path, recursive: true);
        return Task.CompletedTask;
    }

    // Keys are ours, and still: nothing outside of the folder is ever touched.
    private string PathOf(string key)
    {
        var path = Path.GetFullPath(Path.Combine(_root, key.Replace('/', Path.DirectorySeparatorChar)));
        return path.StartsWith(_root, StringComparison.Ordinal) ? path : throw new ArgumentException("A key leads out of the folder.", nameof(key));
    }
}
