using System.IO.Compression;
using System.Text;
using Autonoma.Platform.Refusals;
using Autonoma.Platform.Tests;

namespace Autonoma.Platform.Imports;

/// <summary>A file that was sent and is not taken.</summary>
/// <param name="Path">As it was sent.</param>
/// <param name="Reason">Why, in words.</param>
public sealed record RejectedFile(string Path, string Reason);

/// <summary>
/// Files of a suite that came from outside, collected in memory and never written to a disk. What is no test is told; what is too large stops the import,
/// whatever the archive says of its own sizes.
/// </summary>
public sealed class SuiteArchive
{
    /// <summary>How many files an import may have.</summary>
    public const int MostFiles = 20_000;

    /// <summary>How many bytes all files of an import may have, unpacked.</summary>
    public const long MostBytes = 64L * 1024 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly string[] NeverTests = ["INDEX.md", "README.md", "AUTONOMA.md", "brief.md"];

    private readonly Dictionary<string, string> _files = new(StringComparer.Ordinal);
    private readonly List<RejectedFile> _rejected = [];
    private long _bytes;
    private int _seen;

    /// <summary>Texts by their paths.</summary>
    public IReadOnlyDictionary<string, string> Files => _files;

    /// <summary>What was not taken.</summary>
    public IReadOnlyList<RejectedFile> Rejected => _rejected;

    /// <summary>Takes a text.</summary>
    public void Add(string? path, string? content) => Take(path ?? "", content ?? "", Encoding.UTF8.GetByteCount(content ?? ""));

    /// <summary>Takes a file.</summary>
    public async Task AddAsync(string path, Stream content, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(path);
        CountFile();
        if (Unwanted(path) is { } reason)
        {
            Reject(path, reason);
            return;
        }

        if (await ReadAsync(content, cancellationToken).ConfigureAwait(false) is not { } bytes)
            Reject(path, TooLong);
        else
            TakeBytes(path, bytes);
    }

    /// <summary>Takes the files of a zip.</summary>
    /// <param name="zip">Its bytes, in memory: what is wrong when they are read is wrong with them. What leads out of a stream of another kind is told by each in its own way.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="RefusedException">It is none, or too large.</exception>
    public async Task AddZipAsync(MemoryStream zip, CancellationToken cancellationToken)
    {
        try
        {
            await using var archive = await ZipArchive.CreateAsync(zip, ZipArchiveMode.Read, leaveOpen: true, entryNameEncoding: null, cancellationToken).ConfigureAwait(false);
            if (archive.Entries.Count > MostFiles)
                throw TooMany();
            foreach (var entry in archive.Entries)
            {
                // A folder is an entry of its own.
                if (entry.FullName.EndsWith('/'))
                    continue;
                CountFile();
                if (Unwanted(entry.FullName) is { } reason)
                {
                    Reject(entry.FullName, reason);
                    continue;
                }

                await using var content = await entry.OpenAsync(cancellationToken).ConfigureAwait(false);
                if (await ReadAsync(content, cancellationToken).ConfigureAwait(false) is { } bytes)
                    TakeBytes(entry.FullName, bytes);
                else
                    Reject(entry.FullName, TooLong);
            }
        }
        catch (Exception e) when (e is InvalidDataException or IOException or ArgumentException or NotSupportedException or OverflowException)
        {
            throw Refused.Invalid("import.zip", "file", "This is no zip, or a damaged one.");
        }
    }

    private static string TooLong => $"A test has at most {TestReading.LongestContent / 1024} KB.";

    private void TakeBytes(string path, byte[] bytes)
    {
        try
        {
            Take(path, Strict.GetString(bytes), 0, isCounted: true);
        }
        catch (DecoderFallbackException)
        {
            Reject(path, "It is no text in UTF-8.");
        }
    }

    private void Take(string path, string content, int bytes, bool isCounted = false)
    {
        if (!isCounted)
            CountFile();
        Count(bytes);
        var normal = TestPath.Normalize(path, out var problem);
        if (normal is null)
            Reject(path, problem!);
        else if (Unwanted(normal) is { } reason)
            Reject(path, reason);
        else if (content.Length > TestReading.LongestContent)
            Reject(path, TooLong);
        else if (content.Contains('\0', StringComparison.Ordinal))
            Reject(path, "It holds a character that no text has.");
        else if (!_files.TryAdd(normal, content))
            Reject(path, "Two files have this path.");
    }

    private static string? Unwanted(string path)
    {
        if (TestPath.Normalize(path, out var problem) is not { } normal)
            return problem;
        var parts = normal.Split('/');
        if (parts.Any(part => part.StartsWith('.') || part is "node_modules" or "__MACOSX"))
            return "It lies in a folder that holds no tests.";
        return NeverTests.Contains(parts[^1], StringComparer.OrdinalIgnoreCase) ? "It is a page about the suite." : null;
    }

    // What an archive says of the size of a file is what its maker wrote there: only what comes out counts.
    private async Task<byte[]?> ReadAsync(Stream content, CancellationToken cancellationToken)
    {
        using var result = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (true)
        {
            var read = await content.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
            if (read == 0)
                return result.ToArray();
            Count(read);
            if (result.Length + read > TestReading.LongestContent)
                return null;
            result.Write(buffer, 0, read);
        }
    }

    private void CountFile()
    {
        if (++_seen > MostFiles)
            throw TooMany();
    }

    private void Count(int bytes)
    {
        _bytes += bytes;
        if (_bytes > MostBytes)
            throw new RefusedException(RefusalKind.TooLarge, "import.too_large", $"An import has at most {MostBytes / 1024 / 1024} MB, unpacked.");
    }

    // Every entry could be a rejected one: the answer stays readable.
    private void Reject(string path, string reason)
    {
        if (_rejected.Count < 1000)
            _rejected.Add(new(path.Length > 300 ? path[..300] : path, reason));
    }

    private static RefusedException TooMany() => new(RefusalKind.TooLarge, "import.too_many", $"An import has at most {MostFiles} files.");
}
