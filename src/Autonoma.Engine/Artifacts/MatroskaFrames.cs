using System.Buffers.Binary;

namespace Autonoma.Engine.Artifacts;

/// <summary>
/// Writes JPEG pictures with their times as a Matroska stream (codec V_MJPEG): the simplest container that a pipe to ffmpeg keeps irregular
/// times in. A bare stream of pictures would have to repeat each one 25 times a second.
/// </summary>
/// <remarks>
/// Elements are an id, a length of eight bytes, and the content; the segment and the clusters have no length (0x01FFFFFFFFFFFFFF), as live
/// streams have. One cluster holds one picture.
/// </remarks>
internal sealed class MatroskaFrames(Stream output, int width, int height)
{
    private static readonly byte[] UnknownLength = [0x01, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF];

    private bool _begun;

    /// <summary>Adds a picture at a time after the start; times must grow.</summary>
    public async Task WriteAsync(TimeSpan at, ReadOnlyMemory<byte> jpeg)
    {
        if (!_begun)
        {
            _begun = true;
            await output.WriteAsync(Header()).ConfigureAwait(false);
        }

        // SimpleBlock: track 1, time relative to its cluster 0 (two bytes), flags: a key frame.
        byte[] block = [0x81, 0, 0, 0x80];
        byte[] cluster =
        [
            0x1F, 0x43, 0xB6, 0x75, .. Length(0xE7, 8) /* timestamp */ , .. BigEndian((ulong)Math.Max(0, at.TotalMilliseconds)),
            0xA3, .. LengthOf(block.Length + jpeg.Length), .. block,
        ];
        // The cluster's own length comes after its id, before its content.
        await output.WriteAsync(cluster.AsMemory(0, 4)).ConfigureAwait(false);
        await output.WriteAsync(LengthOf(cluster.Length - 4 + jpeg.Length)).ConfigureAwait(false);
        await output.WriteAsync(cluster.AsMemory(4)).ConfigureAwait(false);
        await output.WriteAsync(jpeg).ConfigureAwait(false);
        await output.FlushAsync().ConfigureAwait(false);
    }

    private byte[] Header()
    {
        byte[] documentType = Element([0x42, 0x82], "matroska"u8);
        byte[] video = Element([0xE0], [.. Element([0xB0], BigEndian((ulong)width)), .. Element([0xBA], BigEndian((ulong)height))]);
        byte[] track = Element([0xAE],
        [
            .. Element([0xD7], [1]),                     // number
            .. Element([0x73, 0xC5], [1]),               // uid
            .. Element([0x83], [1]),                     // type: video
            .. Element([0x86], "V_MJPEG"u8),             // codec
            .. video,
        ]);
        return
        [
            .. Element([0x1A, 0x45, 0xDF, 0xA3], [.. documentType, .. Element([0x42, 0x87], [4]), .. Element([0x42, 0x85], [2])]),
            0x18, 0x53, 0x80, 0x67, .. UnknownLength,
            .. Element([0x15, 0x49, 0xA9, 0x66], Element([0x2A, 0xD7, 0xB1], BigEndian(1_000_000))), // one tick is a millisecond
            .. Element([0x16, 0x54, 0xAE, 0x6B], track),
        ];
    }

    private static byte[] Element(ReadOnlySpan<byte> id, ReadOnlySpan<byte> content) => [.. id, .. LengthOf(content.Length), .. content];

    private static byte[] Length(byte id, int length) => [id, .. LengthOf(length)];

    private static byte[] LengthOf(int length)
    {
        var bytes = BigEndian((ulong)length);
        bytes[0] = 0x01;
        return bytes;
    }

    private static byte[] BigEndian(ulong value)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, value);
        return bytes;
    }
}
