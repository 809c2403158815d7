namespace Autonoma.AI.Pictures;

/// <summary>Pixels of a picture, three bytes each (red, green, blue), row by row from the top.</summary>
public sealed class Bitmap
{
    /// <summary>No picture of a screen is larger; what says it is, is refused before memory is taken for it.</summary>
    public const long MostPixels = 100_000_000;

    /// <summary>A black picture.</summary>
    /// <exception cref="PictureFormatException">A side is not positive, or there are too many pixels.</exception>
    public Bitmap(PictureSize size)
    {
        if (size.Width <= 0 || size.Height <= 0 || (long)size.Width * size.Height > MostPixels)
            throw new PictureFormatException($"A picture of {size.Width}x{size.Height} cannot be read.");
        Size = size;
        Pixels = new byte[size.Width * size.Height * 3];
    }

    /// <summary>Width and height.</summary>
    public PictureSize Size { get; }

    internal byte[] Pixels { get; }

    /// <summary>Reads a PNG or a JPEG.</summary>
    /// <exception cref="PictureFormatException">It is neither, or broken, or of a kind that is not read.</exception>
    public static Bitmap Read(Picture picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        var bytes = picture.Bytes.Span;
        try
        {
            if (bytes.Length > 3 && bytes[0] == 0xFF && bytes[1] == 0xD8)
                return JpegReader.Read(bytes);
            if (bytes.StartsWith(PngFile.Signature))
                return PngFile.Read(bytes);
        }
        catch (Exception e) when (e is IndexOutOfRangeException or ArgumentException or InvalidDataException or OverflowException)
        {
            throw new PictureFormatException($"The picture is broken: {e.Message}");
        }

        throw new PictureFormatException("The picture is neither a PNG nor a JPEG.");
    }

    /// <summary>As a PNG.</summary>
    public Picture ToPng() => new(PngFile.Write(this), "image/png", Size);

    /// <summary>The colour of a pixel.</summary>
    public (byte Red, byte Green, byte Blue) At(int x, int y)
    {
        var at = (y * Size.Width + x) * 3;
        return (Pixels[at], Pixels[at + 1], Pixels[at + 2]);
    }

    /// <summary>Colours a pixel; one outside is nothing.</summary>
    public void Set(int x, int y, (byte Red, byte Green, byte Blue) color)
    {
        if ((uint)x >= (uint)Size.Width || (uint)y >= (uint)Size.Height)
            return;
        var at = (y * Size.Width + x) * 3;
        (Pixels[at], Pixels[at + 1], Pixels[at + 2]) = color;
    }

    /// <summary>Fills a rectangle, as far as it lies inside.</summary>
    public void Fill(PictureBox box, (byte Red, byte Green, byte Blue) color)
    {
        for (var y = Math.Max(0, box.Y); y < Math.Min(Size.Height, box.Bottom); y++)
        {
            for (var x = Math.Max(0, box.X); x < Math.Min(Size.Width, box.Right); x++)
                Set(x, y, color);
        }
    }

    /// <summary>
    /// Scaled: each new pixel is the mean of the area it stands for when the picture gets smaller, and the nearest one when it gets larger.
    /// </summary>
    public Bitmap Scale(PictureSize size)
    {
        if (size == Size)
            return this;
        var result = new Bitmap(size);
        for (var y = 0; y < size.Height; y++)
        {
            var (top, bottom) = Span(y, size.Height, Size.Height);
            for (var x = 0; x < size.Width; x++)
            {
                var (left, right) = Span(x, size.Width, Size.Width);
                long red = 0, green = 0, blue = 0;
                for (var fromY = top; fromY < bottom; fromY++)
                {
                    var at = (fromY * Size.Width + left) * 3;
                    for (var fromX = left; fromX < right; fromX++, at += 3)
                    {
                        red += Pixels[at];
                        green += Pixels[at + 1];
                        blue += Pixels[at + 2];
                    }
                }

                var count = (long)(bottom - top) * (right - left);
                result.Set(x, y, ((byte)((red + count / 2) / count), (byte)((green + count / 2) / count), (byte)((blue + count / 2) / count)));
            }
        }

        return result;
    }

    private static (int From, int To) Span(int i, int count, int of)
    {
        var from = (int)((long)i * of / count);
        return (from, Math.Max(from + 1, (int)((long)(i + 1) * of / count)));
    }
}
