namespace Autonoma.AI.Pictures;

/// <summary>Reads the coefficients of one scan: baseline (ITU T.81, F.2) or a part of a progressive picture (G.2).</summary>
internal sealed class JpegScan(bool progressive, int from, int to, int high, int low)
{
    private int _endOfBand;

    internal static ReadOnlySpan<byte> ZigZag =>
    [
        0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14, 21, 28,
        35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63,
    ];

    /// <summary>Reads it, and answers where it ended.</summary>
    public int Read(ReadOnlySpan<byte> bytes, int at, IReadOnlyList<JpegComponent> components, int unitsWide, int unitsHigh, int restart)
    {
        var bits = new JpegBits(bytes, at);
        var single = components.Count == 1 ? components[0] : null;
        var (wide, high_) = single is null ? (unitsWide, unitsHigh) : (single.OwnWide, single.OwnHigh);
        var left = restart;
        for (var y = 0; y < high_; y++)
        {
            for (var x = 0; x < wide; x++)
            {
                if (restart > 0 && left-- == 0)
                {
                    bits.Restart();
                    left = restart - 1;
                    _endOfBand = 0;
                    foreach (var component in components)
                        component.Previous = 0;
                }

                if (single is not null)
                    Block(ref bits, single, single.Block(x, y));
                else
                    Unit(ref bits, components, x, y);
            }
        }

        return bits.At;
    }

    private void Unit(ref JpegBits bits, IReadOnlyList<JpegComponent> components, int x, int y)
    {
        foreach (var component in components)
        {
            for (var v = 0; v < component.Vertical; v++)
            {
                for (var h = 0; h < component.Horizontal; h++)
                    Block(ref bits, component, component.Block(x * component.Horizontal + h, y * component.Vertical + v));
            }
        }
    }

    private void Block(ref JpegBits bits, JpegComponent component, Span<short> block)
    {
        if (!progressive)
            Baseline(ref bits, component, block);
        else if (from == 0)
            FirstCoefficient(ref bits, component, block);
        else if (high == 0)
            BandFirst(ref bits, component, block);
        else
            BandRefine(ref bits, component, block);
    }

    private static void Baseline(ref JpegBits bits, JpegComponent component, Span<short> block)
    {
        component.Previous += bits.Number(Size(component.Dc!.Read(ref bits)));
        block[0] = (short)component.Previous;
        for (var k = 1; k < 64;)
        {
            var code = component.Ac!.Read(ref bits);
            var (run, size) = (code >> 4, code & 15);
            if (size == 0)
            {
                if (run < 15)
                    break;
                k += 16;
                continue;
            }

            k += run;
            if (k > 63)
                throw new PictureFormatException("The JPEG has more coefficients than a block holds.");
            block[ZigZag[k++]] = (short)bits.Number(size);
        }
    }

    private void FirstCoefficient(ref JpegBits bits, JpegComponent component, Span<short> block)
    {
        if (high != 0)
        {
            block[0] |= (short)(bits.Bit() << low);
            return;
        }

        component.Previous += bits.Number(Size(component.Dc!.Read(ref bits)));
        block[0] = (short)(component.Previous << low);
    }

    private void BandFirst(ref JpegBits bits, JpegComponent component, Span<short> block)
    {
        if (_endOfBand > 0)
        {
            _endOfBand--;
            return;
        }

        for (var k = from; k <= to;)
        {
            var code = component.Ac!.Read(ref bits);
            var (run, size) = (code >> 4, code & 15);
            if (size == 0)
            {
                if (run < 15)
                {
                    _endOfBand = (1 << run) - 1 + bits.Bits(run);
                    return;
                }

                k += 16;
                continue;
            }

            k += run;
            if (k > 63)
                throw new PictureFormatException("The JPEG has more coefficients than a block holds.");
            block[ZigZag[k++]] = (short)(bits.Number(size) << low);
        }
    }

    private void BandRefine(ref JpegBits bits, JpegComponent component, Span<short> block)
    {
        var k = from;
        if (_endOfBand == 0)
        {
            for (; k <= to; k++)
            {
                var code = component.Ac!.Read(ref bits);
                var (run, size) = (code >> 4, code & 15);
                var value = 0;
                if (size == 0)
                {
                    if (run < 15)
                    {
                        _endOfBand = (1 << run) + bits.Bits(run);
                        break;
                    }
                }
                else
                    value = bits.Bit() == 1 ? 1 << low : -1 << low;

                for (; k <= to; k++)
                {
                    ref var coefficient = ref block[ZigZag[k]];
                    if (coefficient != 0)
                        Refine(ref bits, ref coefficient);
                    else if (run-- == 0)
                    {
                        if (value != 0)
                            coefficient = (short)value;
                        break;
                    }
                }
            }
        }

        if (_endOfBand == 0)
            return;
        for (; k <= to; k++)
        {
            ref var coefficient = ref block[ZigZag[k]];
            if (coefficient != 0)
                Refine(ref bits, ref coefficient);
        }

        _endOfBand--;
    }

    private void Refine(ref JpegBits bits, ref short coefficient)
    {
        if (bits.Bit() == 1 && (coefficient & (1 << low)) == 0)
            coefficient += (short)(coefficient > 0 ? 1 << low : -1 << low);
    }

    private static int Size(byte code) => code <= 15 ? code : throw new PictureFormatException("The JPEG has a number of more bits than there are.");
}
