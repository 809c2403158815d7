using Autonoma.AI.Detection;
using Autonoma.AI.Pictures;
using Autonoma.AI.Tests.Pictures;
using Autonoma.TestKit.Models;

namespace Autonoma.AI.Tests.Detection;

public sealed class DetectionTests
{
    private static readonly Picture Page = PictureTests.Asset("page.png"); // 640x320

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static NormalizedObjectDetector Detector(ScriptedChatClient scripted, PictureSize? device = null) => new(scripted, device, new() { Time = TestModels.Time() });

    private static string Boxes(params string[] boxes) => $$"""{"objects":[{{string.Join(',', boxes)}}]}""";

    private const string Order = """{"label":"Place order","left":540,"top":440,"right":710,"bottom":560}""";

    [Theory]
    [InlineData(null, null, 345, 140, 109, 39)]
    [InlineData(1280, null, 691, 281, 218, 77)]
    [InlineData(1280, 320, 172, 70, 55, 20)]
    public async Task Objects_AreInTheResolutionOfTheCall_OrOfTheDevice_OrOfThePicture(int? device, int? target, int x, int y, int width, int height)
    {
        using var scripted = new ScriptedChatClient(Boxes(Order));

        var found = await Detector(scripted, Size(device)).DetectObjectsAsync(Page, "the order button", Size(target), Stop);

        found.Single().Label.ShouldBe("Place order");
        found.Single().BoundingBox.ShouldBe(new PictureBox(x, y, width, height));
    }

    [Fact]
    public async Task Point_IsTheMiddleOfTheBox()
    {
        using var scripted = new ScriptedChatClient(Boxes(Order));

        (await new ObjectPointDetector(Detector(scripted)).DetectPointAsync(Page, "the order button", cancellationToken: Stop)).ShouldBe(new PicturePoint(399, 159));
    }

    [Fact]
    public async Task Point_NothingFound_IsSaid()
    {
        using var scripted = new ScriptedChatClient(Boxes());

        (await Should.ThrowAsync<DetectionException>(() => new ObjectPointDetector(Detector(scripted)).DetectPointAsync(Page, "a trash can", cancellationToken: Stop))).Message.ShouldBe("'a trash can' was not found on the screenshot.");
    }

    [Fact]
    public async Task Point_SeveralPlaces_IsNotGuessed()
    {
        using var scripted = new ScriptedChatClient(Boxes(Order, """{"label":"Save","left":50,"top":480,"right":230,"bottom":600}"""));

        (await Should.ThrowAsync<DetectionException>(() => new ObjectPointDetector(Detector(scripted)).DetectPointAsync(Page, "the button", cancellationToken: Stop))).Message.ShouldContain("found in 2 places: Place order at (399, 159), Save at");
    }

    [Fact]
    public async Task Point_TheSameThingFramedTwice_IsOne()
    {
        using var scripted = new ScriptedChatClient(Boxes(Order, """{"label":"Button","left":545,"top":445,"right":705,"bottom":555}"""));

        (await new ObjectPointDetector(Detector(scripted)).DetectPointAsync(Page, "the button", cancellationToken: Stop)).ShouldBe(new PicturePoint(399, 159));
    }

    [Theory]
    [InlineData("""{"label":"x","left":540,"top":440,"right":1710,"bottom":560}""")]
    [InlineData("""{"label":"x","left":540,"top":560,"right":710,"bottom":440}""")]
    [InlineData("""{"label":"x","left":-1,"top":440,"right":710,"bottom":560}""")]
    public async Task Objects_BoxThatIsNone_IsSentBack(string box)
    {
        using var scripted = new ScriptedChatClient(Boxes(box), Boxes(Order));

        (await Detector(scripted).DetectObjectsAsync(Page, "the order button", cancellationToken: Stop)).Count.ShouldBe(1);

        scripted.Requests[1].Messages[^1].Text.ShouldContain("The box of 'x' is none");
    }

    [Theory]
    [InlineData(0, 0, 0, 0)]
    [InlineData(1000, 1000, 639, 319)]
    [InlineData(500, 500, 320, 160)]
    public void NormalizedPoint_IsAPixelOfThePicture(double x, double y, int pixelX, int pixelY) => NormalizedScale.Point(x, y, new(640, 320)).ShouldBe(new PicturePoint(pixelX, pixelY));

    [Fact]
    public void NormalizedPoint_Outside_IsRefused() => Should.Throw<DetectionException>(() => NormalizedScale.Point(1001, 3, new(640, 320)));

    private static PictureSize? Size(int? width) => width is { } w ? new(w, w / 2) : null;
}
