using System.Text.RegularExpressions;
using Autonoma.Engine.Recording;
using Autonoma.Engine.Recording.Format;
using Autonoma.Engine.Running;
using Autonoma.TestKit;

namespace Autonoma.Engine.Web.Tests.Recording;

/// <summary>What is drawn is one signal among several: another icon stops where nothing else can be seen, another look of the same never does.</summary>
public sealed partial class IconChangeTests(BrowserFixture fixture) : RecordingTest(fixture)
{
    private const string Trash = "<path d=\"M3 6h18\"/><path d=\"M19 6v14c0 1-1 2-2 2H7c-1 0-2-1-2-2V6\"/><path d=\"M8 6V4c0-1 1-2 2-2h4c1 0 2 1 2 2v2\"/>";
    private const string Archive = "<rect width=\"20\" height=\"5\" x=\"2\" y=\"3\" rx=\"1\"/><path d=\"M4 8v11a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2V8\"/><path d=\"M10 12h4\"/>";
    private const string Drawn = "<svg class=\"icon icon-trash\" width=\"16\" height=\"16\" viewBox=\"0 0 24 24\" fill=\"none\" stroke=\"currentColor\" aria-hidden=\"true\">" + Trash + "</svg>";
    private const string Button = "<button class=\"r\" aria-label=\"Delete\" onclick=\"drop(this)\">" + Drawn + "</button>";

    private const string Html = """
        <!doctype html><html lang="en"><head><title>People</title></head><body><main><h1>People</h1><table>
        <tr><td>Alice</td><td>Lyon</td><td>@B</td></tr>
        <tr><td>Bob</td><td>Porto</td><td>@B</td></tr>
        <tr><td>Carol</td><td>Graz</td><td>@B</td></tr>
        </table><p id="out" role="status"></p></main>
        <script>function drop(b) { const name = b.closest('tr').cells[0].textContent; b.closest('tr').remove(); out.textContent = name + ' was deleted'; }</script></body></html>
        """;

    private const string Named = "Click \"Delete\" in the row of Bob";
    private const string ByIcon = "Click the trash icon in the row of Bob";
    private const string Deleted = "Verify that \"Bob was deleted\" is displayed";

    public static TheoryData<string, string> OtherLooks => new()
    {
        { "as it was", Page(Button) },
        { "other colours, another size, a dark theme", Page(Button, "button { width: 48px; height: 48px; color: #f33; border-radius: 24px } svg { width: 40px; height: 40px; stroke-width: 3 } body { background: #111; color: #eee }") },
        { "another font", Page(Button, "* { font: 21px/2 serif !important }") },
        { "other classes", Page(Button.Replace("class=\"icon icon-trash\"", "class=\"x7 y9\"").Replace("class=\"r\"", "class=\"btn btn-sm\"")) },
        { "a wrapper around the icon", Page(Button.Replace("<svg", "<span class=\"w\"><svg").Replace("</svg>", "</svg></span>")) },
        { "a symbol of a sprite", Page(Button.Replace(Trash, "<use href=\"#trash\"/>")).Replace("<main>", $"<svg style=\"display:none\"><symbol id=\"trash\">{Trash}</symbol></svg><main>") },
        { "the name written beside another icon", Page(Button.Replace(Trash, Archive).Replace("</button>", " Delete</button>")) },
        { "the name written in place of the icon", Page(Button.Replace(Drawn, "Delete")) },
        { "the image is not there", Page(Button.Replace(Drawn, "<i style=\"display:inline-block;width:16px;height:16px\"></i>")) },
    };

    public static TheoryData<string, string, string> OtherIcons => new()
    {
        { "named for assistive tools only", Named, Button },
        { "named by a tooltip", Named, Button.Replace("aria-label", "title") },
        { "named for nobody but its programmer", ByIcon, Button.Replace(" aria-label=\"Delete\"", "") },
        { "with an id", Named, Button.Replace("<button", "<button data-testid=\"row-action\"") },
    };

    [Theory]
    [MemberData(nameof(OtherLooks))]
    public async Task Replay_WhereTheIconLooksOtherwise_Passes(string change, string html)
    {
        var test = Test(Named, Deleted);
        var run = await ReplayAsync(await RecordAsync(Page(Button), test), html, test, Patient);

        run.Success.ShouldBeTrue($"{change}: {run.Reasoning}");
    }

    [Theory]
    [MemberData(nameof(OtherIcons))]
    public async Task Replay_WhereOnlyTheIconIsAnother_Stops(string which, string step, string button)
    {
        var test = Test(step, Deleted);
        var run = await ReplayAsync(await RecordAsync(Page(button), test), Page(button.Replace(Trash, Archive)), test);

        run.Failure.ShouldBe(FailureKind.Drift, $"{which}: {run.Reasoning}");
        run.Reasoning.ShouldContain("icon (another one)");
        run.Reasoning.ShouldContain("Nothing was touched.");
    }

    [Fact]
    public async Task Replay_WhereTheIconBesideWordsIsAnother_Passes()
    {
        var button = Button.Replace("</button>", " Delete</button>");
        var test = Test(Named, Deleted);
        var recording = await RecordAsync(Page(button), test);
        recording.Steps[0].Commands[0].Targets!.ShouldHaveSingleItem().Icon.ShouldNotBeNull();

        (await ReplayAsync(recording, Page(button.Replace(Trash, Archive)), test, Patient)).Success.ShouldBeTrue();
    }

    [Fact]
    public async Task Heal_OfANamedButtonWithAnotherIcon_IsProposedForAPersonToLookAt()
    {
        var test = Test(Named, Deleted);
        var (run, session) = await RunAsync(Page(Button.Replace(Trash, Archive)), test, RecordingMode.Heal, await RecordAsync(Page(Button), test));

        run.Success.ShouldBeFalse();
        session.Heals.ShouldHaveSingleItem().Moved.ShouldBe(["icon (another one)"]);
    }

    [Fact]
    public async Task Heal_OfWhatOnlyItsIconIdentifies_StaysRed()
    {
        var button = Button.Replace(" aria-label=\"Delete\"", "");
        var test = Test(ByIcon, Deleted);
        var recording = await RecordAsync(Page(button), test);

        foreach (var now in new[] { button.Replace(Trash, Archive), button.Replace(Trash, "") })
        {
            var (run, session) = await RunAsync(Page(now), test, RecordingMode.Heal, recording, healsPass: true);

            run.Success.ShouldBeFalse(run.Reasoning);
            session.Heals.ShouldBeEmpty();
            session.Outcome.ShouldBeNull();
        }
    }

    [Fact]
    public async Task Replay_OfAControlWhoseIconFollowsItsState_Passes()
    {
        var button = Button.Replace("aria-label=\"Delete\"", "aria-label=\"Delete\" aria-pressed=\"false\"");
        var test = Test(Named, Deleted);
        var recording = await RecordAsync(Page(button), test);

        recording.Steps[0].Commands[0].Targets!.ShouldHaveSingleItem().Icon.ShouldBeNull();
        (await ReplayAsync(recording, Page(button.Replace(Trash, Archive)), test, Patient)).Success.ShouldBeTrue();
    }

    [Fact]
    public async Task Recording_WithoutIcons_ReadsReplaysAndStaysAsItIs()
    {
        var test = Test(Named, Deleted);
        var text = RecordingFile.Write(await RecordAsync(Page(Button), test));
        text.ShouldContain("\"icon\": \"");
        text.ShouldContain("\"iconOnly\": true");
        var before = IconLine().Replace(text, "");
        before.ShouldNotContain("icon\"");
        var recording = RecordingFile.Read(before, "before.recording.json");

        RecordingFile.Write(recording).ShouldBe(before);
        (await ReplayAsync(recording, Page(Button), test, Patient)).Success.ShouldBeTrue();
        (await ReplayAsync(recording, Page(Button.Replace(Trash, Archive)), test, Patient)).Success.ShouldBeTrue("nothing was known of the icon");
    }

    [Fact]
    public async Task Recording_OfText_HasNoIcon()
    {
        var test = Test(Named, Deleted);
        var recording = await RecordAsync(Page(Button.Replace(Drawn, "🗑")), test);

        recording.Steps[0].Commands[0].Targets!.ShouldHaveSingleItem().Icon.ShouldBeNull();
    }

    [Fact]
    public async Task Recording_MadeTwice_HasTheSameBytes()
    {
        var test = Test(Named, Deleted);

        RecordingFile.Write(await RecordAsync(Page(Button), test, Patient)).ShouldBe(RecordingFile.Write(await RecordAsync(Page(Button), test)));
    }

    [Fact]
    public async Task Image_NamedByAValue_IsNoSignal()
    {
        const string Face = "<button class=\"r\" aria-label=\"Delete\" onclick=\"drop(this)\"><img alt=\"\" src=\"/faces/tr0ub4dor-mira.png\" width=\"24\" height=\"24\"></button>";
        var test = Test("Click \"Delete\" in the row of {{who}}", Deleted);
        RunOptions With(RunOptions options) => Patient(options) with { Variables = new Dictionary<string, string> { ["who"] = "Bob", ["face"] = "Tr0ub4dor Mira" }, Secrets = ["face"] };

        var recording = await RecordAsync(Page(Face), test, With);

        recording.Steps[0].Commands[0].Targets!.ShouldHaveSingleItem().Icon.ShouldBeNull();
        (await ReplayAsync(recording, Page(Face.Replace("tr0ub4dor-mira", "tom")), test, With)).Success.ShouldBeTrue();
    }

    private static string Page(string button, string style = "") => Html.Replace("@B", button).Replace("</head>", $"<style>{style}</style></head>");

    [GeneratedRegex(",\n *\"icon(?:Only)?\": [^\n,]*")]
    private static partial Regex IconLine();
}
