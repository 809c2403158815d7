using System.Buffers.Binary;

namespace Autonoma.AI.Pictures;

/// <summary>JPEG in (ITU T.81, JFIF): baseline and progressive, 8 bits, grey or colour with any subsampling, restarts.</summary>
internal static class JpegReader
{
    public static Bitmap Read(ReadOnlySpan<byte> bytes)
    {
        var tables = new ushort[4][];
        var dc = new HuffmanTable?[4];
        var ac = new HuffmanTable?[4];
        var components = new List<JpegComponent>();
        PictureSize size = default;
        bool progressive = false, adobeColors = true;
        int restart = 0, mostHorizontal = 1, mostVertical = 1, scans = 0;
        var at = 2;
        while (at + 4 <= bytes.Length)
        {
            if (bytes[at] != 0xFF)
            {
                at++; // what lies between segments means nothing
                continue;
            }

            var marker = bytes[at + 1];
            if (marker is 0xFF or 0 or 0x01 or (>= 0xD0 and <= 0xD7))
            {
                at += marker == 0xFF ? 1 : 2;
                continue;
            }

            if (marker == 0xD9)
                break;
            var length = BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
            if (length < 2 || at + 2 + length > bytes.Length)
                throw new PictureFormatException("The JPEG is cut off.");
            var content = bytes.Slice(at + 4, length - 2);
            at += 2 + length;
            switch (marker)
            {
                case 0xDB:
                    ReadQuantization(content, tables);
                    break;
                case 0xC4:
                    ReadHuffman(content, dc, ac);
                    break;
                case 0xC0 or 0xC1 or 0xC2:
                    if (components.Count > 0)
                        throw new PictureFormatException("The JPEG has two frames.");
                    progressive = marker == 0xC2;
                    (size, components) = ReadFrame(content);
                    mostHorizontal = components.Max(component => component.Horizontal);
                    mostVertical = components.Max(component => component.Vertical);
                    foreach (var component in components)
                        component.Allocate(size, mostHorizontal, mostVertical);
                    break;
                case >= 0xC3 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC):
                    throw new PictureFormatException($"A JPEG of the kind {marker:X2} (lossless, hierarchical or arithmetic) is not read. Save it as an ordinary JPEG or a PNG.");
                case 0xDD:
                    restart = BinaryPrimitives.ReadUInt16BigEndian(content);
                    break;
                case 0xEE when content.Length >= 12 && content.StartsWith("Adobe"u8):
                    adobeColors = content[11] != 0; // 0: red, green and blue as they are
                    break;
                case 0xDA:
                    if (++scans > 200)
                        throw new PictureFormatException("The JPEG has more scans than any needs.");
                    at = ReadScan(bytes, at, content, components, dc, ac, progressive, restart, Ceiling(size.Width, 8 * mostHorizontal), Ceiling(size.Height, 8 * mostVertical));
                    break;
                default:
                    break;
            }
        }

        if (scans == 0)
            throw new PictureFormatException("The JPEG holds no picture.");
        return JpegPixels.Of(size, components, tables, mostHorizontal, mostVertical, adobeColors);
    }

    private static int Ceiling(int value, int by) => (value + by - 1) / by;

    private static void ReadQuantization(ReadOnlySpan<byte> content, ushort[][] tables)
    {
        for (var at = 0; at < content.Length;)
        {
            var (wide, index) = (content[at] >> 4 != 0, content[at] & 15);
            at++;
            var table = new ushort[64];
            for (var i = 0; i < 64; i++, at += wide ? 2 : 1)
                table[JpegScan.ZigZag[i]] = wide ? BinaryPrimitives.ReadUInt16BigEndian(content[at..]) : content[at];
            tables[index] = table;
        }
    }

    private static void ReadHuffman(ReadOnlySpan<byte> content, HuffmanTable?[] dc, HuffmanTable?[] ac)
    {
        for (var at = 0; at + 17 <= content.Length;)
        {
            var (kind, index) = (content[at] >> 4, content[at] & 15);
            var counts = content.Slice(at + 1, 16);
            var total = 0;
            foreach (var count in counts)
                total += count;
            (kind == 0 ? dc : ac)[index] = new(counts, content.Slice(at + 17, total).ToArray());
            at += 17 + total;
        }
    }

    private static (PictureSize, List<JpegComponent>) ReadFrame(ReadOnlySpan<byte> content)
    {
        if (content[0] != 8)
            throw new PictureFormatException($"A JPEG of {content[0]} bits is not read.");
        var size = new PictureSize(BinaryPrimitives.ReadUInt16BigEndian(content[3..]), BinaryPrimitives.ReadUInt16BigEndian(content[1..]));
        if (size.Width == 0 || size.Height == 0 || (long)size.Width * size.Height > Bitmap.MostPixels)
            throw new PictureFormatException($"A JPEG of {size.Width}x{size.Height} is not read.");
        if (content[5] is not (1 or 3))
            throw new PictureFormatException($"A JPEG of {content[5]} colours is not read: only grey, and three colours.");
        var components = new List<JpegComponent>();
        for (var i = 0; i < content[5]; i++)
        {
            var part = content.Slice(6 + i * 3, 3);
            var (horizontal, vertical) = (part[1] >> 4, part[1] & 15);
            if (horizontal is < 1 or > 4 || vertical is < 1 or > 4)
                throw new PictureFormatException("The JPEG's subsampling is broken.");
            // A picture of one colour is not subsampled, whatever it says.
            components.Add(content[5] == 1 ? new(part[0], 1, 1, part[2] & 3) : new(part[0], horizontal, vertical, part[2] & 3));
        }

        return (size, components);
    }

    private static int ReadScan(ReadOnlySpan<byte> bytes, int at, ReadOnlySpan<byte> content, List<JpegComponent> components, HuffmanTable?[] dc, HuffmanTable?[] ac, bool progressive, int restart, int unitsWide, int unitsHigh)
    {
        var count = content[0];
        var own = new List<JpegComponent>();
        var (from, to, high, low) = (content[1 + count * 2], content[2 + count * 2], content[3 + count * 2] >> 4, content[3 + count * 2] & 15);
        if (from > 63 || to > 63 || low > 13)
            throw new PictureFormatException("The JPEG's scan is broken.");
        for (var i = 0; i < count; i++)
        {
            var id = content[1 + i * 2];
            var component = components.FirstOrDefault(known => known.Id == id) ?? throw new PictureFormatException("The JPEG's scan is of a colour that it has not.");
            component.Dc = dc[(content[2 + i * 2] >> 4) & 3];
            component.Ac = ac[content[2 + i * 2] & 3];
            component.Previous = 0;
            var needsDc = !progressive || (from == 0 && high == 0);
            var needsAc = !progressive || from > 0;
            if ((needsDc && component.Dc is null) || (needsAc && component.Ac is null))
                throw new PictureFormatException("The JPEG's scan names a table that it has not.");
            own.Add(component);
        }

        if (own.Count == 0)
            throw new PictureFormatException("The JPEG's scan is of no colour.");
        return new JpegScan(progressive, from, to, high, low).Read(bytes, at, own, unitsWide, unitsHigh, restart);
    }
}
