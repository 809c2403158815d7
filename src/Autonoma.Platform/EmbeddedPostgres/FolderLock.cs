namespace Autonoma.Platform.EmbeddedPostgres;

/// <summary>One server for one data folder. The system lets go of it when the process ends, however it ends.</summary>
public sealed class FolderLock : IDisposable
{
    private readonly FileStream _file;

    private FolderLock(FileStream file) => _file = file;

    /// <summary>Takes it.</summary>
    /// <param name="folder">Is made when it is not there.</param>
    /// <exception cref="PostgresException">Another server has it.</exception>
    public static FolderLock Take(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, "server.lock");
        try
        {
            var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            file.SetLength(0);
            file.Write(System.Text.Encoding.ASCII.GetBytes($"{Environment.ProcessId}\n"));
            file.Flush();
            return new(file);
        }
        catch (IOException)
        {
            throw new PostgresException($"Another server uses the data folder {folder}. Stop it, or choose another folder with --data.");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
