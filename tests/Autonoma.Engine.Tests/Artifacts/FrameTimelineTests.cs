using Autonoma.Engine.Artifacts;
using Autonoma.Engine.Driving;
using Autonoma.TestKit;

namespace Autonoma.Engine.Tests.Artifacts;

public sealed class FrameTimelineTests
{
    private readonly DateTimeOffset _now = TimeProvider.System.GetUtcNow();

    [Fact]
    public async Task At_MomentBetweenFrames_IsTheFramePaintedBefore()
    {
        var timeline = new FrameTimeline(TimeProvider.System);
        timeline.Add(FrameAt(1, 0));
        timeline.Add(FrameAt(2, 20));
        timeline.Add(FrameAt(3, 40));
        Number(await timeline.AtAsync(_now.AddMilliseconds(10))).ShouldBe(1);
        Number(await timeline.AtAsync(_now.AddMilliseconds(30))).ShouldBe(2);
    }

    [Fact]
    public async Task At_LaterFrameComes_IsAnsweredWithTheOneBefore()
    {
        var timeline = new FrameTimeline(TimeProvider.System);
        timeline.Add(FrameAt(1, 0));
        var picture = timeline.AtAsync(_now.AddMilliseconds(30));
        timeline.Add(FrameAt(2, 25));
        timeline.Add(FrameAt(3, 50));
        Number(await picture).ShouldBe(2);
    }

    [Fact]
    public async Task At_ScreenAtRest_IsAnsweredWithTheNewest()
    {
        var timeline = new FrameTimeline(TimeProvider.System);
        timeline.Add(FrameAt(1, 0));
        Number(await timeline.AtAsync(_now.AddMilliseconds(30))).ShouldBe(1);
    }

    [Fact]
    public async Task At_StreamThatBeginsLate_IsAnsweredWithItsFirstFrame()
    {
        var time = new ManualTime(_now);
        var timeline = new FrameTimeline(time);
        var first = timeline.AtAsync(_now);
        var second = timeline.AtAsync(_now.AddMilliseconds(700));
        time.Advance(TimeSpan.FromMilliseconds(800));
        first.IsCompleted.ShouldBeFalse();
        timeline.Add(FrameAt(1, 500));
        timeline.Add(FrameAt(2, 900));
        Number(await first).ShouldBe(1);
        Number(await second).ShouldBe(1);
    }

    [Fact]
    public async Task At_FirstFrameAndThenAScreenAtRest_AnswersAllThatWait()
    {
        var timeline = new FrameTimeline(TimeProvider.System);
        var before = timeline.AtAsync(_now);
        var after = timeline.AtAsync(_now.AddMilliseconds(700));
        timeline.Add(FrameAt(1, 500));
        Number(await before).ShouldBe(1);
        Number(await after).ShouldBe(1);
    }

    [Fact]
    public async Task Close_OpenMoments_AreAnswered()
    {
        var timeline = new FrameTimeline(TimeProvider.System);
        var picture = timeline.AtAsync(_now);
        timeline.Close();
        (await picture).ShouldBeNull();
    }

    [Fact]
    public async Task Add_PageThatNeverStops_KeepsTheFrameOfTheMoment()
    {
        var timeline = new FrameTimeline(TimeProvider.System);
        for (var i = 0; i < 200; i++)
            timeline.Add(FrameAt(i, i));
        var number = Number(await timeline.AtAsync(_now.AddMilliseconds(190)));
        number.ShouldBeInRange(150, 190);
    }

    private Frame FrameAt(int number, int milliseconds) => new(new[] { (byte)number }, _now.AddMilliseconds(milliseconds));

    private static int Number(Frame? frame) => frame!.Bytes.Span[0];
}
