using Autonoma.AI.Pictures;
using Autonoma.TestKit;

namespace Autonoma.AI.Tests.Pictures;

/// <summary>The codec on pictures that other programs made of a real page: libvips (libjpeg-turbo, mozjpeg, libpng), ffmpeg and Chromium.</summary>
public sealed class PictureTests
{
    internal static Picture Asset(string name) => Picture.Of(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "assets", "pictures", name)));

    // Mean and largest difference of two pictures' values.
    private static (double Mean, int Largest) Difference(Bitmap left, Bitmap right)
    {
        left.Size.ShouldBe(right.Size);
        long sum = 0;
        var largest = 0;
        for (var i = 0; i < left.Pixels.Length; i++)
        {
            var difference = Math.Abs(left.Pixels[i] - right.Pixels[i]);
            sum += difference;
            largest = Math.Max(largest, difference);
        }

        return ((double)sum / left.Pixels.Length, largest);
    }

    [Theory]
    [InlineData("page-420.jpg", "page.png", 2.5)]
    [InlineData("page-progressive-420.jpg", "page.png", 2.5)]
    [InlineData("page-progressive-scans.jpg", "page.png", 2.5)]
    [InlineData("small-420.jpg", "small.png", 2.5)]
    [InlineData("small-422.jpg", "small.png", 2.5)]
    [InlineData("small-progressive-444.jpg", "small.png", 1.5)]
    [InlineData("small-gray.jpg", "small-gray.png", 1.0)]
    public void Jpeg_IsThePictureItWasMadeOf(string name, string original, double mean)
        => Difference(Bitmap.Read(Asset(name)), Bitmap.Read(Asset(original))).Mean.ShouldBeLessThan(mean);

    [Theory]
    [InlineData("small-interlaced.png", 0)]
    [InlineData("small-16-bit.png", 0)]
    public void Png_IsThePictureItWasMadeOf(string name, int largest)
        => Difference(Bitmap.Read(Asset(name)), Bitmap.Read(Asset("small.png"))).Largest.ShouldBeLessThanOrEqualTo(largest);

    [Fact]
    public void Png_OfAPalette_IsNearThePictureItWasMadeOf() => Difference(Bitmap.Read(Asset("small-16-colors.png")), Bitmap.Read(Asset("small.png"))).Mean.ShouldBeLessThan(6);

    [Fact]
    public void Png_Transparent_IsLaidOnWhite()
    {
        var opaque = Bitmap.Read(Asset("small.png"));
        var half = Bitmap.Read(Asset("small-half-transparent.png"));

        foreach (var (x, y) in new[] { (5, 5), (100, 30), (300, 160) })
            Math.Abs(half.At(x, y).Red - (opaque.At(x, y).Red + 255) / 2).ShouldBeLessThan(3);
    }

    [Fact]
    public void Png_TwoColorsInterlaced_HasTwoColors()
    {
        var bitmap = Bitmap.Read(Asset("small-2-colors-interlaced.png"));

        Enumerable.Range(0, bitmap.Size.Width * bitmap.Size.Height).Select(i => bitmap.At(i % bitmap.Size.Width, i / bitmap.Size.Width)).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public void Png_Written_IsReadBackTheSame()
    {
        var bitmap = Bitmap.Read(Asset("page.png"));

        var written = bitmap.ToPng();

        PictureSize.Of(written.Bytes.Span).ShouldBe(new PictureSize(640, 320));
        Difference(Bitmap.Read(written), bitmap).Largest.ShouldBe(0);
    }

    [Theory]
    [InlineData("page-420.jpg")]
    [InlineData("page-progressive-scans.jpg")]
    [InlineData("small-interlaced.png")]
    [InlineData("small-16-colors.png")]
    public void Broken_IsAnExceptionOfOneKind_OrAPicture_NeverACrash(string name)
    {
        var bytes = Asset(name).Bytes.ToArray();
        var random = new Random(7);
        var refused = 0;
        for (var i = 0; i < 60; i++)
        {
            var broken = i % 2 == 0 ? bytes[..random.Next(26, bytes.Length)] : (byte[])bytes.Clone();
            for (var k = 0; k < 1 + i / 10; k++)
                broken[random.Next(2, broken.Length)] = (byte)random.Next(256);
            try
            {
                Bitmap.Read(new(broken, name.EndsWith("png", StringComparison.Ordinal) ? "image/png" : "image/jpeg", default));
            }
            catch (PictureFormatException)
            {
                refused++;
            }
        }

        refused.ShouldBeGreaterThan(5);
    }

    [Theory]
    [InlineData("")]
    [InlineData("GIF89a")]
    [InlineData("<html>")]
    public void NoPicture_IsRefused(string text) => Should.Throw<PictureFormatException>(() => Picture.Of(System.Text.Encoding.ASCII.GetBytes(text)));

    [Fact]
    public void HugePicture_IsRefusedBeforeMemoryIsTaken()
    {
        var bytes = Asset("small.png").Bytes.ToArray();
        (bytes[16], bytes[20]) = (0x7F, 0x7F);

        Should.Throw<PictureFormatException>(() => Bitmap.Read(Picture.Of(bytes)));
    }

    [Fact]
    public void Scale_Down_IsTheMeanOfTheArea()
    {
        var bitmap = new Bitmap(new(4, 2));
        bitmap.Fill(new(0, 0, 1, 2), (200, 100, 0));
        bitmap.Fill(new(2, 0, 2, 2), (10, 20, 30));

        var half = bitmap.Scale(new(2, 1));

        half.At(0, 0).ShouldBe(((byte)100, (byte)50, (byte)0));
        half.At(1, 0).ShouldBe(((byte)10, (byte)20, (byte)30));
        bitmap.Scale(new(8, 4)).At(7, 3).ShouldBe(((byte)10, (byte)20, (byte)30));
    }

    [Fact]
    public void NumberedBoxes_FrameTheElements_AndLeaveThemAsTheyAre()
    {
        var page = Asset("page-420.jpg");
        var before = Bitmap.Read(page);
        PictureBox[] boxes = [new(33, 155, 118, 36), new(157, 155, 71, 36), new(346, 141, 108, 36)];

        var drawn = NumberedBoxes.Draw(page, boxes);

        drawn.Size.ShouldBe(page.Size);
        drawn.MediaType.ShouldBe("image/png");
        var after = Bitmap.Read(drawn);
        after.At(32, 160).ShouldBe(((byte)200, (byte)16, (byte)46), "the frame lies round the box");
        after.At(60, 170).ShouldBe(before.At(60, 170), "inside nothing is drawn");
        after.At(600, 300).ShouldBe(before.At(600, 300));
    }

    [Fact]
    public void NumberedBoxes_AtTheEdgesAndBeyond_AreDrawnAsFarAsTheyLieInside()
    {
        var drawn = NumberedBoxes.Draw(Asset("small.png"), [new(0, 0, 333, 167), new(-20, -20, 30, 30), new(325, 160, 50, 50), new(1000, 1000, 5, 5), new(10, 10, 0, 0), new(int.MaxValue - 10, 0, 100, 5)]);

        Bitmap.Read(drawn).Size.ShouldBe(new PictureSize(333, 167));
    }
}

/// <summary>The driver's own screenshots, in a real browser.</summary>
public sealed class ScreenshotTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [Fact]
    public async Task Screenshot_OfARealPage_IsReadAndDrawnOn()
    {
        await using var app = await browser.OpenAsync("<!doctype html><body style='margin:0;background:#fff'><div style='position:absolute;left:100px;top:60px;width:200px;height:80px;background:#0a7a3b'></div><div style='position:absolute;left:400px;top:60px;width:200px;height:80px;background:#c4202f'></div>");
        var shot = await app.Screen.CaptureAsync(TestContext.Current.CancellationToken);
        var picture = new Picture(shot.Bytes, shot.MediaType, new(shot.Width, shot.Height));

        var pixels = Bitmap.Read(picture);
        var drawn = Bitmap.Read(NumberedBoxes.Draw(picture, [new(100, 60, 200, 80), new(400, 60, 200, 80)]));

        pixels.Size.ShouldBe(picture.Size);
        Near(pixels.At(200, 100), (10, 122, 59)).ShouldBeTrue(pixels.At(200, 100).ToString());
        Near(pixels.At(500, 100), (196, 32, 47)).ShouldBeTrue(pixels.At(500, 100).ToString());
        Near(pixels.At(350, 100), (255, 255, 255)).ShouldBeTrue();
        drawn.At(99, 100).ShouldBe(((byte)200, (byte)16, (byte)46));
        drawn.At(399, 100).ShouldBe(((byte)0, (byte)84, (byte)180));
    }

    private static bool Near((byte Red, byte Green, byte Blue) color, (int Red, int Green, int Blue) wanted)
        => Math.Abs(color.Red - wanted.Red) < 6 && Math.Abs(color.Green - wanted.Green) < 6 && Math.Abs(color.Blue - wanted.Blue) < 6;
}
