namespace Autonoma.AI.Pictures;

/// <summary>A rectangle in pixels of a picture.</summary>
/// <param name="X">Left side.</param>
/// <param name="Y">Upper side.</param>
/// <param name="Width">From left to right.</param>
/// <param name="Height">From top to bottom.</param>
public readonly record struct PictureBox(int X, int Y, int Width, int Height)
{
    /// <summary>The first column to the right of it.</summary>
    public int Right => X + Width;

    /// <summary>The first row below it.</summary>
    public int Bottom => Y + Height;

    /// <summary>Its middle.</summary>
    public PicturePoint Center => new(X + Width / 2, Y + Height / 2);
}

/// <summary>A pixel of a picture.</summary>
/// <param name="X">From the left.</param>
/// <param name="Y">From the top.</param>
public readonly record struct PicturePoint(int X, int Y);
