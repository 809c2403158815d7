using Autonoma.Engine.Recording;
using Autonoma.Engine.Recording.Format;
using Autonoma.Engine.Running;
using Autonoma.Engine.Web.Tests.Deciding;
using Autonoma.TestKit;
using Autonoma.TestKit.Models;

namespace Autonoma.Engine.Web.Tests.Recording;

/// <summary>An element that no words mean, which a model chose by its reference: recorded by its signals, replayed without the model.</summary>
public sealed class PinnedReplayTests(BrowserFixture fixture) : ModelTest(fixture)
{
    private const string Left = "<div class=q onclick=\"out.textContent='left one'\"></div>";
    private const string Right = "<div class=q onclick=\"out.textContent='right one'\"></div>";
    private const string Icon = "<div class=i onclick=\"out.textContent='the bell rang'\"></div>";
    private const string Style = "<style>.q { width:30px; height:30px; background:#c33; cursor:pointer } .i { width:80px; height:20px; background:#33c; cursor:pointer } .row { display:flex; gap:9px }</style>";

    private static readonly string[] Squares = ["Do the usual thing with the squares", "Verify that \"right one\" is displayed"];
    private static readonly string[] Bell = ["Make it ring", "Verify that \"the bell rang\" is displayed"];

    [Theory]
    [InlineData("as it was", Left + Right)]
    [InlineData("in a wrapper", "<section><div>" + Left + Right + "</div></section>")]
    [InlineData("renamed classes", "<div class=\"q zz-1\" onclick=\"out.textContent='left one'\"></div><div class=\"zz-2 q\" onclick=\"out.textContent='right one'\"></div>")]
    public async Task Replay_OfOneAmongAlike_TakesTheSameOne(string change, string squares)
    {
        var run = await ReplayAsync(Page(squares), Squares, await RecordAsync(Page(Left + Right), Squares, " div"));

        run.Success.ShouldBeTrue($"{change}: {run.Reasoning}");
        run.Decisions.ShouldBe(0);
        run.Steps[0].DecidedBy.ShouldBe("recording");
    }

    [Theory]
    [InlineData("one is gone", Left)]
    [InlineData("the other is gone", Right)]
    [InlineData("there is one more", Left + Right + Left)]
    [InlineData("they changed places", Right + Left)]
    [InlineData("none is left", "")]
    [InlineData("another size", "<div class=q style='width:200px;height:90px' onclick=\"out.textContent='left one'\"></div><div class=q style='width:200px;height:90px' onclick=\"out.textContent='left one'\"></div>")]
    public async Task Replay_OfOneAmongAlike_StopsWhenTheyAreNotWhatTheyWere(string change, string squares)
    {
        var run = await ReplayAsync(Page(squares), Squares, await RecordAsync(Page(Left + Right), Squares, " div"));

        run.Failure.ShouldBe(FailureKind.Drift, $"{change}: {run.Reasoning}");
    }

    [Fact]
    public async Task Replay_OfOneAmongAlikeWithAnotherIcon_TakesTheOneWithItsIcon()
    {
        const string Drawing = "<svg width=16 height=16 viewBox='0 0 24 24'>{0}</svg></div>";
        var (left, right) = (Left.Replace("</div>", Drawing.Replace("{0}", "<path d='M3 6h18'/>")), Right.Replace("</div>", Drawing.Replace("{0}", "<path d='M6 3v18'/>")));
        var recording = await RecordAsync(Page(left + right), Squares, " div");
        recording.Steps[0].Commands[0].Targets!.ShouldHaveSingleItem().Among.ShouldBeNull();

        foreach (var squares in new[] { left + right, right + left, right, left + left + right })
            (await ReplayAsync(Page(squares), Squares, recording)).Success.ShouldBeTrue(squares);
        foreach (var squares in new[] { left, left + left, right + right, Left + Right })
            (await ReplayAsync(Page(squares), Squares, recording)).Failure.ShouldBe(FailureKind.Drift, squares);
    }

    [Fact]
    public async Task Replay_OfTheOnlyOne_FindsItByItsSignals()
    {
        var recording = await RecordAsync(Page(Icon), Bell, " div");
        var target = recording.Steps[0].Commands[0].Targets!.ShouldHaveSingleItem();
        target.Words.ShouldBeFalse();
        target.Among.ShouldBeNull();

        (await ReplayAsync(Page(Icon), Bell, recording)).Success.ShouldBeTrue();
        (await ReplayAsync(Page(""), Bell, recording)).Failure.ShouldBe(FailureKind.Drift);
        (await ReplayAsync(Page(Icon + Icon), Bell, recording)).Failure.ShouldBe(FailureKind.Drift);
    }

    [Theory]
    [InlineData("nothing is there", "")]
    [InlineData("another thing is there", "<div class=q onclick=\"out.textContent='the bell rang'\"></div>")]
    [InlineData("a button is there", "<button onclick=\"out.textContent='the bell rang'\">Element, chosen</button>")]
    public async Task Heal_OfWhatWasNeverCalledAnything_StaysRed(string change, string now)
    {
        var recording = await RecordAsync(Page(Icon), Bell, " div");
        var model = new ScriptedChatClient { Otherwise = request => request.Text.Contains("div", StringComparison.Ordinal) && now.Contains("<div", StringComparison.Ordinal) ? On("click", " div")(request) : Finish(false, "there is nothing to ring")(request) };
        var session = new RecordingSession(RecordingMode.Heal, recording) { HealsPass = true };

        var run = await RunAsync(new(Page(now), Bell) { Recording = session, Options = Quick }, model);

        run.Success.ShouldBeFalse($"{change}: {run.Reasoning}");
        session.Outcome.ShouldBeNull();
    }

    private static RunOptions Quick => new() { StepTimeout = TimeSpan.FromSeconds(2), AssertionTimeout = TimeSpan.FromSeconds(2), AbsenceHold = TimeSpan.FromMilliseconds(100) };

    private static string Page(string squares) => $"<!doctype html><title>Squares</title>{Style}<main><h1>Board</h1><div class=row>{squares}</div><p id=out></p></main>";

    private async Task<TestRecording> RecordAsync(string html, string[] steps, string line)
    {
        var model = Model(request => ScriptedChatClient.Call("click", new { target = request.Text.Split('\n').Last(text => text.Contains(line, StringComparison.Ordinal) && text.StartsWith('e')).Split(' ')[0], reason = "that one" }), Finish());
        var session = new RecordingSession(RecordingMode.Record, null);
        var run = await RunAsync(new(html, steps) { Recording = session }, model);
        run.Success.ShouldBeTrue(run.Reasoning);
        return session.Outcome.ShouldNotBeNull();
    }

    private Task<RunResult> ReplayAsync(string html, string[] steps, TestRecording recording)
        => RunAsync(new(html, steps) { Recording = new(RecordingMode.Replay, RecordingFile.Read(RecordingFile.Write(recording), "a")), Options = Quick }, Model());
}
