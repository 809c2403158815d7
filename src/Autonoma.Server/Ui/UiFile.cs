using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.StaticFiles;

namespace Autonoma.Server.Ui;

/// <summary>A file of the UI as it is sent.</summary>
/// <param name="Content">As it is.</param>
/// <param name="Compressed">With gzip; null where that gains nothing.</param>
/// <param name="Type">Its content type.</param>
/// <param name="Tag">Its entity tag, quoted.</param>
/// <param name="IsImmutable">Whether its name changes with its content.</param>
internal sealed record UiFile(byte[] Content, byte[]? Compressed, string Type, string Tag, bool IsImmutable)
{
    private static readonly FileExtensionContentTypeProvider Types = new();

    /// <summary>All files by their path below the root (<c>/assets/index.js</c>). About a megabyte: read once, and no request reaches the disk.</summary>
    public static IReadOnlyDictionary<string, UiFile> ReadAll(string folder)
    {
        var files = new Dictionary<string, UiFile>(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var name = "/" + Path.GetRelativePath(folder, path).Replace('\\', '/');
            files[name] = Read(path, name);
        }

        return files;
    }

    private static UiFile Read(string path, string name)
    {
        var content = File.ReadAllBytes(path);
        var type = Types.TryGetContentType(name, out var known) ? known : "application/octet-stream";
        var isText = type.StartsWith("text/", StringComparison.Ordinal) || type.EndsWith("javascript", StringComparison.Ordinal) || type.EndsWith("json", StringComparison.Ordinal) || type.EndsWith("xml", StringComparison.Ordinal);
        var compressed = isText && content.Length > 512 ? Compress(content) : null;
        return new(content, compressed, isText ? type + "; charset=utf-8" : type, $"\"{Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 12))}\"", name.StartsWith("/assets/", StringComparison.Ordinal));
    }

    private static byte[] Compress(byte[] content)
    {
        using var result = new MemoryStream();
        using (var gzip = new GZipStream(result, CompressionLevel.SmallestSize))
            gzip.Write(content);
        return result.ToArray();
    }
}
