using System.Buffers.Binary;
using System.IO.Compression;

namespace Autonoma.AI.Pictures;

/// <summary>PNG in and out (w3.org/TR/png-3). Transparent pixels are laid on white; of 16 bits the upper 8 are kept. Checksums of chunks are not looked at: the compressed data has its own.</summary>
internal static class PngFile
{
    private const int Header = 0x49484452, Palette = 0x504C5445, Transparency = 0x74524E53, Data = 0x49444154, End = 0x49454E44;

    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static Bitmap Read(ReadOnlySpan<byte> bytes)
    {
        Layout? layout = null;
        byte[] palette = [], transparency = [];
        using var data = new MemoryStream();
        for (var at = Signature.Length; at + 12 <= bytes.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(bytes[at..]);
            if (length < 0 || length > bytes.Length - at - 12)
                throw new PictureFormatException("The PNG is cut off.");
            var content = bytes.Slice(at + 8, length);
            switch (BinaryPrimitives.ReadInt32BigEndian(bytes[(at + 4)..]))
            {
                case Header:
                    layout = Layout.Of(content);
                    break;
                case Palette:
                    palette = content.ToArray();
                    break;
                case Transparency:
                    transparency = content.ToArray();
                    break;
                case Data:
                    data.Write(content);
                    break;
                case End:
                    return Decode(layout ?? throw new PictureFormatException("The PNG has no header."), palette, transparency, data);
                default:
                    break;
            }

            at += 12 + length;
        }

        throw new PictureFormatException("The PNG has no end.");
    }

    public static byte[] Write(Bitmap bitmap)
    {
        var (width, height) = bitmap.Size;
        using var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
        {
            var stride = width * 3;
            var row = new byte[stride + 1];
            for (var y = 0; y < height; y++)
            {
                // Each byte less the one above it: screens are alike from row to row.
                var pixels = bitmap.Pixels.AsSpan(y * stride, stride);
                row[0] = (byte)(y == 0 ? 0 : 2);
                for (var i = 0; i < stride; i++)
                    row[i + 1] = y == 0 ? pixels[i] : (byte)(pixels[i] - bitmap.Pixels[(y - 1) * stride + i]);
                zlib.Write(row);
            }
        }

        using var file = new MemoryStream();
        file.Write(Signature);
        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], height);
        header[8] = 8;
        header[9] = 2;
        header[10..].Clear();
        Chunk(file, Header, header);
        Chunk(file, Data, compressed.ToArray());
        Chunk(file, End, []);
        return file.ToArray();
    }

    private static void Chunk(MemoryStream file, int type, ReadOnlySpan<byte> content)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        file.Write(number);
        BinaryPrimitives.WriteInt32BigEndian(number, type);
        file.Write(number);
        file.Write(content);
        var checksum = Crc(Crc(0xFFFFFFFF, number), content) ^ 0xFFFFFFFF;
        BinaryPrimitives.WriteUInt32BigEndian(number, checksum);
        file.Write(number);
    }

    private static uint Crc(uint crc, ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes)
            crc = CrcTable[(crc ^ b) & 0xFF] ^ (crc >> 8);
        return crc;
    }

    private static readonly uint[] CrcTable = [.. Enumerable.Range(0, 256).Select(n =>
    {
        var c = (uint)n;
        for (var k = 0; k < 8; k++)
            c = (c & 1) != 0 ? 0xEDB88320 ^ (c >> 1) : c >> 1;
        return c;
    })];

    private static Bitmap Decode(Layout layout, byte[] palette, byte[] transparency, MemoryStream data)
    {
        var bitmap = new Bitmap(layout.Size);
        data.Position = 0;
        using var zlib = new ZLibStream(data, CompressionMode.Decompress);
        foreach (var pass in layout.Passes)
        {
            var columns = (layout.Size.Width - pass.X + pass.StepX - 1) / pass.StepX;
            var rows = (layout.Size.Height - pass.Y + pass.StepY - 1) / pass.StepY;
            if (columns <= 0 || rows <= 0)
                continue;
            var stride = (columns * layout.BitsPerPixel + 7) / 8;
            byte[] above = new byte[stride], row = new byte[stride];
            for (var y = 0; y < rows; y++)
            {
                var filter = zlib.ReadByte();
                if (filter < 0 || zlib.ReadAtLeast(row, stride, throwOnEndOfStream: false) < stride)
                    throw new PictureFormatException("The PNG is cut off.");
                Unfilter(filter, row, above, Math.Max(1, layout.BitsPerPixel / 8));
                for (var x = 0; x < columns; x++)
                    bitmap.Set(pass.X + x * pass.StepX, pass.Y + y * pass.StepY, layout.Color(row, x, palette, transparency));
                (above, row) = (row, above);
            }
        }

        return bitmap;
    }

    private static void Unfilter(int filter, byte[] row, byte[] above, int size)
    {
        for (var i = 0; i < row.Length; i++)
        {
            var left = i >= size ? row[i - size] : 0;
            var up = above[i];
            row[i] = (byte)(row[i] + filter switch
            {
                0 => 0,
                1 => left,
                2 => up,
                3 => (left + up) / 2,
                4 => Paeth(left, up, i >= size ? above[i - size] : 0),
                _ => throw new PictureFormatException($"The PNG has a filter {filter}, which there is not."),
            });
        }
    }

    private static int Paeth(int left, int up, int corner)
    {
        var estimate = left + up - corner;
        var (byLeft, byUp, byCorner) = (Math.Abs(estimate - left), Math.Abs(estimate - up), Math.Abs(estimate - corner));
        return byLeft <= byUp && byLeft <= byCorner ? left : byUp <= byCorner ? up : corner;
    }

    /// <summary>How pixels lie in the rows.</summary>
    private sealed record Layout(PictureSize Size, int Depth, int Kind, bool Interlaced)
    {
        private static readonly (int X, int Y, int StepX, int StepY)[] Whole = [(0, 0, 1, 1)];
        private static readonly (int X, int Y, int StepX, int StepY)[] Adam7 = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

        private int Channels => Kind switch { 0 or 3 => 1, 2 => 3, 4 => 2, 6 => 4, _ => throw new PictureFormatException($"The PNG has a colour type {Kind}, which there is not.") };

        public int BitsPerPixel => Depth * Channels;

        public (int X, int Y, int StepX, int StepY)[] Passes => Interlaced ? Adam7 : Whole;

        public static Layout Of(ReadOnlySpan<byte> header)
        {
            if (header.Length != 13 || header[8] is not (1 or 2 or 4 or 8 or 16) || header[12] > 1)
                throw new PictureFormatException("The PNG's header is broken.");
            return new(new(BinaryPrimitives.ReadInt32BigEndian(header), BinaryPrimitives.ReadInt32BigEndian(header[4..])), header[8], header[9], header[12] == 1);
        }

        public (byte, byte, byte) Color(byte[] row, int x, byte[] palette, byte[] transparency)
        {
            if (Kind == 3)
            {
                var index = Sample(row, x);
                if (index * 3 + 2 >= palette.Length)
                    throw new PictureFormatException("The PNG names a colour that its palette has not.");
                return OnWhite(palette[index * 3], palette[index * 3 + 1], palette[index * 3 + 2], index < transparency.Length ? transparency[index] : 255);
            }

            var at = x * Channels;
            if (Kind is 0 or 4)
            {
                var gray = Level(row, at);
                return OnWhite(gray, gray, gray, Kind == 4 ? Level(row, at + 1) : 255);
            }

            return OnWhite(Level(row, at), Level(row, at + 1), Level(row, at + 2), Kind == 6 ? Level(row, at + 3) : 255);
        }

        private int Sample(byte[] row, int i) => Depth switch
        {
            8 => row[i],
            16 => row[i * 2],
            _ => (row[i * Depth / 8] >> (8 - Depth - i * Depth % 8)) & ((1 << Depth) - 1),
        };

        private byte Level(byte[] row, int i) => Depth >= 8 ? (byte)Sample(row, i) : (byte)(Sample(row, i) * 255 / ((1 << Depth) - 1));

        private static (byte, byte, byte) OnWhite(int red, int green, int blue, int alpha)
            => alpha == 255 ? ((byte)red, (byte)green, (byte)blue) : ((byte)((red * alpha + 255 * (255 - alpha)) / 255), (byte)((green * alpha + 255 * (255 - alpha)) / 255), (byte)((blue * alpha + 255 * (255 - alpha)) / 255));
    }
}
