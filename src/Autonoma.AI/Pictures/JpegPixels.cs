namespace Autonoma.AI.Pictures;

/// <summary>From the coefficients of a JPEG to pixels: dequantize, inverse cosine transform (ITU T.81, A.3.3), spread the subsampled colours, colours of JFIF to red, green and blue.</summary>
internal static class JpegPixels
{
    private static readonly float[] Cosines = MakeCosines();

    public static Bitmap Of(PictureSize size, List<JpegComponent> components, ushort[][] tables, int mostHorizontal, int mostVertical, bool adobeColors)
    {
        var planes = components.Select(component => Plane(component, tables[component.Table] ?? throw new PictureFormatException("The JPEG names a quantization that it has not."))).ToList();
        var bitmap = new Bitmap(size);
        var pixels = bitmap.Pixels;
        for (var y = 0; y < size.Height; y++)
        {
            for (var x = 0; x < size.Width; x++)
            {
                var to = (y * size.Width + x) * 3;
                var first = Sample(0, x, y);
                if (components.Count == 1)
                {
                    pixels[to] = pixels[to + 1] = pixels[to + 2] = first;
                    continue;
                }

                var (second, third) = (Sample(1, x, y), Sample(2, x, y));
                if (!adobeColors)
                    (pixels[to], pixels[to + 1], pixels[to + 2]) = (first, second, third);
                else
                {
                    // JFIF: full range, 128 is no colour; 16 bits behind the point
                    var (blue, red) = (second - 128, third - 128);
                    pixels[to] = Clamp((first << 16) + 91881 * red);
                    pixels[to + 1] = Clamp((first << 16) - 22554 * blue - 46802 * red);
                    pixels[to + 2] = Clamp((first << 16) + 116130 * blue);
                }
            }
        }

        return bitmap;

        byte Sample(int i, int x, int y)
        {
            var component = components[i];
            return planes[i][y * component.Vertical / mostVertical * (component.BlocksWide * 8) + x * component.Horizontal / mostHorizontal];
        }
    }

    private static byte Clamp(int value) => (byte)Math.Clamp((value + 32768) >> 16, 0, 255);

    private static byte[] Plane(JpegComponent component, ushort[] table)
    {
        var stride = component.BlocksWide * 8;
        var plane = new byte[stride * component.BlocksHigh * 8];
        Span<float> block = stackalloc float[64];
        for (var y = 0; y < component.BlocksHigh; y++)
        {
            for (var x = 0; x < component.BlocksWide; x++)
            {
                var coefficients = component.Block(x, y);
                var flat = !coefficients[1..].ContainsAnyExcept((short)0);
                if (flat)
                {
                    // Most of a screen has one colour.
                    var level = (byte)Math.Clamp(MathF.Round(coefficients[0] * table[0] / 8f) + 128, 0, 255);
                    for (var row = 0; row < 8; row++)
                        plane.AsSpan((y * 8 + row) * stride + x * 8, 8).Fill(level);
                    continue;
                }

                for (var i = 0; i < 64; i++)
                    block[i] = coefficients[i] * table[i];
                Inverse(block);
                for (var row = 0; row < 8; row++)
                {
                    for (var column = 0; column < 8; column++)
                        plane[(y * 8 + row) * stride + x * 8 + column] = (byte)Math.Clamp(MathF.Round(block[row * 8 + column]) + 128, 0, 255);
                }
            }
        }

        return plane;
    }

    // Rows, then columns.
    private static void Inverse(Span<float> block)
    {
        Span<float> half = stackalloc float[64];
        for (var row = 0; row < 8; row++)
        {
            for (var x = 0; x < 8; x++)
            {
                var sum = 0f;
                for (var u = 0; u < 8; u++)
                    sum += Cosines[x * 8 + u] * block[row * 8 + u];
                half[row * 8 + x] = sum;
            }
        }

        for (var column = 0; column < 8; column++)
        {
            for (var y = 0; y < 8; y++)
            {
                var sum = 0f;
                for (var v = 0; v < 8; v++)
                    sum += Cosines[y * 8 + v] * half[v * 8 + column];
                block[y * 8 + column] = sum;
            }
        }
    }

    private static float[] MakeCosines()
    {
        var cosines = new float[64];
        for (var x = 0; x < 8; x++)
        {
            for (var u = 0; u < 8; u++)
                cosines[x * 8 + u] = (float)((u == 0 ? Math.Sqrt(0.125) : 0.5) * Math.Cos((2 * x + 1) * u * Math.PI / 16));
        }

        return cosines;
    }
}
