namespace Autonoma.Planner.Folders;

/// <summary>Files that rules look at: those on disk, or those as they would be after something is written.</summary>
public abstract class FileSource
{
    /// <summary>The files on disk.</summary>
    public static FileSource Disk { get; } = new DiskFiles();

    /// <summary>Bytes of a file, at most <paramref name="most"/> of them; null when there is no such file.</summary>
    /// <param name="path">Full path.</param>
    /// <param name="most">Where to stop.</param>
    /// <exception cref="IOException">It is there and cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It is there and may not be read.</exception>
    public abstract byte[]? Read(string path, int most);

    /// <summary>Whether there is such a file.</summary>
    /// <param name="path">Full path.</param>
    public abstract bool Exists(string path);

    /// <summary>Every file of a folder and the folders in it, full paths, sorted; folders that begin with a dot and linked folders are left out.</summary>
    /// <param name="folder">Full path; one that is not there holds nothing.</param>
    public abstract IReadOnlyList<string> List(string folder);

    /// <summary>These files with one of them replaced or added: what is about to be written is judged before it is.</summary>
    public FileSource With(string path, byte[] content) => new OverlaidFiles(this, new Dictionary<string, byte[]>(StringComparer.Ordinal) { [path] = content });

    /// <summary>Files that are on no disk.</summary>
    /// <param name="files">By full path.</param>
    public static FileSource Of(IReadOnlyDictionary<string, byte[]> files) => new OverlaidFiles(null, files);

    private sealed class DiskFiles : FileSource
    {
        public override byte[]? Read(string path, int most)
        {
            try
            {
                using var file = File.OpenRead(path);
                var bytes = new byte[(int)Math.Min(most, file.Length)];
                var length = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
                return length == bytes.Length ? bytes : bytes[..length];
            }
            catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
            {
                return null;
            }
        }

        public override bool Exists(string path) => File.Exists(path);

        public override IReadOnlyList<string> List(string folder) => Directory.Exists(folder) ? [.. Walk(folder).Order(StringComparer.Ordinal)] : [];

        private static IEnumerable<string> Walk(string folder)
        {
            foreach (var file in Directory.EnumerateFiles(folder))
                yield return file;
            foreach (var inner in new DirectoryInfo(folder).EnumerateDirectories().Where(inner => !inner.Name.StartsWith('.') && inner.LinkTarget is null))
            {
                foreach (var file in Walk(inner.FullName))
                    yield return file;
            }
        }
    }

    private sealed class OverlaidFiles(FileSource? below, IReadOnlyDictionary<string, byte[]> files) : FileSource
    {
        public override byte[]? Read(string path, int most) => files.TryGetValue(path, out var bytes) ? bytes.Length > most ? bytes[..most] : bytes : below?.Read(path, most);

        public override bool Exists(string path) => files.ContainsKey(path) || below?.Exists(path) == true;

        public override IReadOnlyList<string> List(string folder)
        {
            var prefix = Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar;
            var own = files.Keys.Where(path => path.StartsWith(prefix, StringComparison.Ordinal) && !path[prefix.Length..].Split(Path.DirectorySeparatorChar)[..^1].Any(part => part.StartsWith('.')));
            return [.. own.Union(below?.List(folder) ?? [], StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        }
    }
}
