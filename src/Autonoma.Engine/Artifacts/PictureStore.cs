using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Autonoma.Engine.Artifacts;

/// <summary>A picture of a report: its address relative to the report (or a data URI when it is tiny) and its size in pixels.</summary>
public sealed record StoredPicture(string Src, int Width, int Height);

/// <summary>
/// Names each picture of a report once, by its content. Most steps change nothing on the screen, so "after step 3" and "before step 4" are
/// one picture, and so are the first screens of many tests. The files stay where the runs left them; pictures below a size are put into the
/// data itself: a file would cost more than it holds.
/// </summary>
/// <param name="folder">Folder of the report, in which the pictures lie.</param>
/// <param name="inlineBelow">Bytes below which a picture becomes a data URI.</param>
public sealed class PictureStore(string folder, int inlineBelow = 2048)
{
    private readonly ConcurrentDictionary<string, StoredPicture> _known = new(StringComparer.Ordinal);

    /// <summary>Adds a picture file; null when it is not there or is no picture.</summary>
    public StoredPicture? Add(string path)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }

        return SizeOf(bytes) is { } size ? Add(path, bytes, size.Width, size.Height) : null;
    }

    /// <summary>Width and height of a JPEG or PNG; null when the bytes are neither.</summary>
    public static (int Width, int Height)? SizeOf(ReadOnlySpan<byte> bytes)
    {
        if (IsPng(bytes))
            return (BinaryPrimitives.ReadInt32BigEndian(bytes[16..]), BinaryPrimitives.ReadInt32BigEndian(bytes[20..]));
        if (bytes.Length < 4 || bytes[0] != 0xFF || bytes[1] != 0xD8)
            return null;

        // JPEG: segments FF marker length(2) ...; the frame header (C0 to CF but C4, C8, CC) holds precision(1) height(2) width(2).
        var at = 2;
        while (at + 9 < bytes.Length && bytes[at] == 0xFF)
        {
            var marker = bytes[at + 1];
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
                return (BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 5)..]));
            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
        }

        return null;
    }

    private static bool IsPng(ReadOnlySpan<byte> bytes) => bytes.Length > 24 && bytes[0] == 0x89 && bytes[1] == (byte)'P' && bytes[2] == (byte)'N' && bytes[3] == (byte)'G';

    private StoredPicture Add(string path, byte[] bytes, int width, int height)
    {
        if (bytes.Length < inlineBelow)
            return new($"data:image/{(IsPng(bytes) ? "png" : "jpeg")};base64,{Convert.ToBase64String(bytes)}", width, height);
        return _known.GetOrAdd(Convert.ToHexStringLower(SHA256.HashData(bytes)), _ =>
            new(string.Join('/', Path.GetRelativePath(folder, path).Replace('\\', '/').Split('/').Select(Uri.EscapeDataString)), width, height));
    }
}
