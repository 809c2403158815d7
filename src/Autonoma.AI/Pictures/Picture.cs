using Microsoft.Extensions.AI;

namespace Autonoma.AI.Pictures;

/// <summary>A picture that a model is shown, usually of a screen.</summary>
/// <param name="Bytes">The file.</param>
/// <param name="MediaType"><c>image/png</c> or <c>image/jpeg</c>.</param>
/// <param name="Size">Pixels of the file.</param>
public sealed record Picture(ReadOnlyMemory<byte> Bytes, string MediaType, PictureSize Size)
{
    /// <summary>A picture by its bytes alone.</summary>
    /// <exception cref="PictureFormatException">They are neither a PNG nor a JPEG.</exception>
    public static Picture Of(ReadOnlyMemory<byte> bytes)
    {
        var size = PictureSize.Of(bytes.Span) ?? throw new PictureFormatException("The bytes are neither a PNG nor a JPEG.");
        return new(bytes, bytes.Span[0] == 0xFF ? "image/jpeg" : "image/png", size);
    }

    /// <summary>As part of a message.</summary>
    public DataContent ToContent() => new(Bytes, MediaType);

    /// <summary>What it is, not what is on it.</summary>
    public override string ToString() => $"{MediaType} {Size.Width}x{Size.Height}, {Bytes.Length} bytes";
}

/// <summary>A picture cannot be read.</summary>
/// <param name="message">Why.</param>
public sealed class PictureFormatException(string message) : FormatException(message);
