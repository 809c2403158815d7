namespace Autonoma.Planner.Pipeline.State;

/// <summary>A moment within a durable change, at which a process may die.</summary>
public enum DurableMoment
{
    /// <summary>The new content is on the disk, under another name.</summary>
    Staged,
    /// <summary>The file is the new one, or gone.</summary>
    Done,
}

/// <summary>Changes files so that a process that dies at any moment leaves the old content or the new one, never half of it.</summary>
public class DurableFiles
{
    /// <summary>What the name of a file that is not in its place yet ends in.</summary>
    public const string PartSuffix = ".part";

    /// <summary>Whether a write waits for the disk, which matters when the machine dies and not when the process does. Tests of many processes do without.</summary>
    internal bool IsFlushed { get; init; } = true;

    /// <summary>Writes a file; its folder is made. A link in its place is replaced, not followed.</summary>
    /// <param name="path">Full path.</param>
    /// <param name="content">All of it.</param>
    public void Write(string path, ReadOnlySpan<byte> content)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var part = path + PartSuffix;
        using (var file = new FileStream(part, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            file.Write(content);
            file.Flush(flushToDisk: IsFlushed);
        }

        At(DurableMoment.Staged, path);
        File.Move(part, path, overwrite: true);
        At(DurableMoment.Done, path);
    }

    /// <summary>Removes a file; one that is not there stays so.</summary>
    public void Delete(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (!File.Exists(path))
            return;
        File.Delete(path);
        At(DurableMoment.Done, path);
    }

    /// <summary>Moves a file, over another one if need be.</summary>
    public void Move(string from, string to)
    {
        ArgumentException.ThrowIfNullOrEmpty(from);
        ArgumentException.ThrowIfNullOrEmpty(to);
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        File.Move(from, to, overwrite: true);
        At(DurableMoment.Done, to);
    }

    /// <summary>Removes what a process that died left half way.</summary>
    /// <param name="folder">Where, with the folders in it.</param>
    public static void Sweep(string folder)
    {
        if (!Directory.Exists(folder))
            return;
        foreach (var part in Directory.EnumerateFiles(folder, "*" + PartSuffix, new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint }))
            File.Delete(part);
    }

    /// <summary>Is told of every moment at which a process may die; does nothing here.</summary>
    /// <param name="moment">Which.</param>
    /// <param name="path">The file.</param>
    protected virtual void At(DurableMoment moment, string path)
    {
    }
}
