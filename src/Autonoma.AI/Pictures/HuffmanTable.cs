namespace Autonoma.AI.Pictures;

/// <summary>A code of a JPEG: lengths of codes to values (ITU T.81, annex C and F.2.2.3).</summary>
internal sealed class HuffmanTable
{
    private readonly int[] _largest = new int[18];
    private readonly int[] _offset = new int[17];
    private readonly byte[] _values;

    public HuffmanTable(ReadOnlySpan<byte> counts, byte[] values)
    {
        _values = values;
        var code = 0;
        var index = 0;
        for (var length = 1; length <= 16; length++)
        {
            _offset[length] = index - code;
            code += counts[length - 1];
            index += counts[length - 1];
            _largest[length] = counts[length - 1] == 0 ? -1 : code - 1;
            code <<= 1;
        }
    }

    public byte Read(ref JpegBits bits)
    {
        var code = 0;
        for (var length = 1; length <= 16; length++)
        {
            code = (code << 1) | bits.Bit();
            if (code <= _largest[length])
            {
                var index = code + _offset[length];
                return (uint)index < (uint)_values.Length ? _values[index] : throw new PictureFormatException("The JPEG has a code without a value.");
            }
        }

        throw new PictureFormatException("The JPEG has a code that its tables have not.");
    }
}

/// <summary>The entropy-coded bits: a zero after FF is stuffing, and a marker ends them; after the end come zeros, as decoders do it.</summary>
internal ref struct JpegBits(ReadOnlySpan<byte> bytes, int at)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _buffer;
    private int _count;
    private int _beyond;

    // A file that ends in the middle is filled up a little, not for ever.
    private const int MostBeyond = 1 << 16;

    public int At { get; private set; } = at;

    public int Bit()
    {
        if (_count == 0)
            Fill();
        _count--;
        return (_buffer >> _count) & 1;
    }

    public int Bits(int count)
    {
        var value = 0;
        for (var i = 0; i < count; i++)
            value = (value << 1) | Bit();
        return value;
    }

    /// <summary>A number of so many bits whose upper half is positive.</summary>
    public int Number(int size)
    {
        if (size == 0)
            return 0;
        var value = Bits(size);
        return value < 1 << (size - 1) ? value - (1 << size) + 1 : value;
    }

    /// <summary>Goes behind a restart marker.</summary>
    public void Restart()
    {
        _count = 0;
        while (At + 1 < _bytes.Length)
        {
            if (_bytes[At] == 0xFF && _bytes[At + 1] is >= 0xD0 and <= 0xD7)
            {
                At += 2;
                return;
            }

            if (_bytes[At] == 0xFF && _bytes[At + 1] is not (0 or 0xFF))
                return;
            At++;
        }
    }

    private void Fill()
    {
        _buffer = 0;
        _count = 8;
        if (At >= _bytes.Length || (_bytes[At] == 0xFF && (At + 1 >= _bytes.Length || _bytes[At + 1] != 0)))
        {
            if (++_beyond > MostBeyond)
                throw new PictureFormatException("The JPEG is cut off.");
            return;
        }

        _buffer = _bytes[At];
        At += _buffer == 0xFF ? 2 : 1;
    }
}
