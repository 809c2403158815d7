namespace Autonoma.AI.Pictures;

/// <summary>One of the colours of a JPEG: its blocks of 8x8 coefficients.</summary>
internal sealed class JpegComponent(int id, int horizontal, int vertical, int table)
{
    public int Id { get; } = id;
    public int Horizontal { get; } = horizontal;
    public int Vertical { get; } = vertical;
    public int Table { get; } = table;

    /// <summary>Blocks in a row and in a column, filled up to whole units.</summary>
    public int BlocksWide { get; private set; }
    public int BlocksHigh { get; private set; }

    /// <summary>Blocks that hold something of the picture: a scan of one colour has only these.</summary>
    public int OwnWide { get; private set; }
    public int OwnHigh { get; private set; }

    public short[] Coefficients { get; private set; } = [];
    public HuffmanTable? Dc { get; set; }
    public HuffmanTable? Ac { get; set; }
    public int Previous { get; set; }

    public void Allocate(PictureSize size, int mostHorizontal, int mostVertical)
    {
        BlocksWide = Ceiling(size.Width, 8 * mostHorizontal) * Horizontal;
        BlocksHigh = Ceiling(size.Height, 8 * mostVertical) * Vertical;
        OwnWide = Ceiling(Ceiling(size.Width * Horizontal, mostHorizontal), 8);
        OwnHigh = Ceiling(Ceiling(size.Height * Vertical, mostVertical), 8);
        Coefficients = new short[BlocksWide * BlocksHigh * 64];
    }

    public Span<short> Block(int x, int y) => Coefficients.AsSpan((y * BlocksWide + x) * 64, 64);

    private static int Ceiling(int value, int by) => (value + by - 1) / by;
}
