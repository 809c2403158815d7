namespace Autonoma.AI.Pictures;

/// <summary>Draws boxes with numbers on a picture, for a model to name one of them.</summary>
public static class NumberedBoxes
{
    private const int DigitWidth = 5, DigitHeight = 7, Line = 2, Padding = 2;

    // Told apart at a glance and by eyes that see few colours; all dark enough for white digits.
    private static readonly (byte, byte, byte)[] Colors = [(200, 16, 46), (0, 84, 180), (0, 110, 60), (140, 40, 150), (150, 80, 0), (0, 105, 120), (70, 70, 70), (190, 0, 110)];
    private static readonly (byte, byte, byte) White = (255, 255, 255);

    // Five columns a row, the left one the highest bit.
    private static readonly byte[][] Digits =
    [
        [0b01110, 0b10001, 0b10011, 0b10101, 0b11001, 0b10001, 0b01110],
        [0b00100, 0b01100, 0b00100, 0b00100, 0b00100, 0b00100, 0b01110],
        [0b01110, 0b10001, 0b00001, 0b00110, 0b01000, 0b10000, 0b11111],
        [0b11110, 0b00001, 0b00001, 0b01110, 0b00001, 0b00001, 0b11110],
        [0b00010, 0b00110, 0b01010, 0b10010, 0b11111, 0b00010, 0b00010],
        [0b11111, 0b10000, 0b11110, 0b00001, 0b00001, 0b10001, 0b01110],
        [0b00110, 0b01000, 0b10000, 0b11110, 0b10001, 0b10001, 0b01110],
        [0b11111, 0b00001, 0b00010, 0b00100, 0b01000, 0b01000, 0b01000],
        [0b01110, 0b10001, 0b10001, 0b01110, 0b10001, 0b10001, 0b01110],
        [0b01110, 0b10001, 0b10001, 0b01111, 0b00001, 0b00010, 0b01100],
    ];

    /// <summary>The picture with a frame round each box and its number, from 1 in the order given, on a plate outside of it where there is room.</summary>
    /// <exception cref="PictureFormatException">The picture cannot be read.</exception>
    public static Picture Draw(Picture picture, IReadOnlyList<PictureBox> boxes)
    {
        ArgumentNullException.ThrowIfNull(boxes);
        var bitmap = Bitmap.Read(picture);
        var scale = Math.Max(2, bitmap.Size.Width / 640);
        for (var i = 0; i < boxes.Count; i++)
            Frame(bitmap, boxes[i], Colors[i % Colors.Length]);
        // Numbers last, so that no frame crosses one; a plate avoids those that are there already.
        var plates = new List<PictureBox>();
        for (var i = 0; i < boxes.Count; i++)
            plates.Add(Plate(bitmap, boxes[i], i + 1, Colors[i % Colors.Length], scale, plates));
        return bitmap.ToPng();
    }

    private static void Frame(Bitmap bitmap, PictureBox box, (byte, byte, byte) color)
    {
        bitmap.Fill(new(box.X - Line, box.Y - Line, box.Width + 2 * Line, Line), color);
        bitmap.Fill(new(box.X - Line, box.Bottom, box.Width + 2 * Line, Line), color);
        bitmap.Fill(new(box.X - Line, box.Y, Line, box.Height), color);
        bitmap.Fill(new(box.Right, box.Y, Line, box.Height), color);
    }

    private static PictureBox Plate(Bitmap bitmap, PictureBox box, int number, (byte, byte, byte) color, int scale, List<PictureBox> taken)
    {
        var text = number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var width = text.Length * (DigitWidth + 1) * scale - scale + 2 * Padding * scale;
        var height = DigitHeight * scale + 2 * Padding * scale;
        PictureBox[] places =
        [
            new(box.X - Line, box.Y - Line - height, width, height),
            new(box.Right + Line - width, box.Y - Line - height, width, height),
            new(box.X - Line, box.Bottom + Line, width, height),
            new(box.Right + Line, box.Y - Line, width, height),
            new(box.X - Line - width, box.Y - Line, width, height),
            new(box.X, box.Y, width, height),
        ];
        var inside = places.Where(place => place.X >= 0 && place.Y >= 0 && place.Right <= bitmap.Size.Width && place.Bottom <= bitmap.Size.Height).ToList();
        var plate = inside.Find(place => !taken.Exists(other => Overlap(place, other))) is { Width: > 0 } free ? free
            : inside.Count > 0 ? inside[0]
            : new(Math.Clamp(box.X, 0, Math.Max(0, bitmap.Size.Width - width)), Math.Clamp(box.Y, 0, Math.Max(0, bitmap.Size.Height - height)), width, height);
        bitmap.Fill(plate, color);
        for (var i = 0; i < text.Length; i++)
            Digit(bitmap, text[i] - '0', plate.X + (Padding + i * (DigitWidth + 1)) * scale, plate.Y + Padding * scale, scale);
        return plate;
    }

    private static bool Overlap(PictureBox left, PictureBox right) => left.X < right.Right && right.X < left.Right && left.Y < right.Bottom && right.Y < left.Bottom;

    private static void Digit(Bitmap bitmap, int digit, int left, int top, int scale)
    {
        for (var y = 0; y < DigitHeight; y++)
        {
            for (var x = 0; x < DigitWidth; x++)
            {
                if ((Digits[digit][y] >> (DigitWidth - 1 - x) & 1) == 1)
                    bitmap.Fill(new(left + x * scale, top + y * scale, scale, scale), White);
            }
        }
    }
}
