using Autonoma.Engine.Observing;
using Autonoma.TestKit;

namespace Autonoma.Engine.Web.Tests.Observing;

public sealed class StateTests(BrowserFixture fixture)
{
    [Theory]
    [InlineData("<a id='x' href='#'>A</a>", "link")]
    [InlineData("<a id='x'>A</a>", "generic")]
    [InlineData("<input id='x' type='search'>", "searchbox")]
    [InlineData("<input id='x' type='number'>", "spinbutton")]
    [InlineData("<input id='x' type='range'>", "slider")]
    [InlineData("<input id='x' list='d'><datalist id='d'><option>One</datalist>", "combobox")]
    [InlineData("<select id='x' size='3'><option>One</select>", "listbox")]
    [InlineData("<div id='x' contenteditable>Text</div>", "textbox")]
    [InlineData("<div id='x' role='switch' aria-checked='true'>Wi-Fi</div>", "switch")]
    [InlineData("<div id='x' role='none button'>A</div>", "generic")]
    [InlineData("<table><tr><th id='x'>Name</th></tr><tr><td>1</td></tr></table>", "columnheader")]
    [InlineData("<table><tr><th id='x'>Name</th><td>1</td></tr></table>", "rowheader")]
    [InlineData("<details id='d'><summary id='x'>More</summary>Text</details>", "button")]
    [InlineData("<section id='x' aria-label='News'>A</section>", "region")]
    public async Task Role_FollowsTagAndAttribute(string html, string role) => (await Looking.AtAsync(fixture, html)).Node("x").Role.ShouldBe(role);

    [Fact]
    public async Task Disabled_IsInherited()
    {
        var tree = await Looking.AtAsync(fixture, """
            <fieldset disabled><legend><input id="inLegend"></legend><input id="inFieldset"></fieldset>
            <div aria-disabled="true"><div role="button" id="inDiv">Go</div></div><button id="free" class="disabled:opacity-50">Go</button>
            <a id="looks" class="btn disabled" href="#">Next</a>
            """);
        tree.Node("inLegend").IsDisabled.ShouldBeFalse();
        tree.Node("inFieldset").IsDisabled.ShouldBeTrue();
        tree.Node("inDiv").IsDisabled.ShouldBeTrue();
        tree.Node("free").IsDisabled.ShouldBeFalse();
        tree.Node("free").LooksDisabled.ShouldBeFalse();
        tree.Node("looks").LooksDisabled.ShouldBeTrue();
    }

    [Fact]
    public async Task ToggleStates_AreThreeValued()
    {
        var tree = await Looking.AtAsync(fixture, """
            <input id="some" type="checkbox"><script>some.indeterminate = true</script>
            <button id="pressed" aria-pressed="true">B</button><div id="tab" role="tab" aria-selected="false">T</div>
            <details id="closed"><summary id="summary">More</summary><p id="inside">Text</p></details><button id="menu" aria-expanded="true">M</button><p id="plain">x</p>
            """);
        tree.Node("some").Checked.ShouldBe(TriState.Mixed);
        tree.Node("pressed").Pressed.ShouldBe(TriState.On);
        tree.Node("tab").Selected.ShouldBe(false);
        tree.Node("closed").Expanded.ShouldBe(false);
        tree.Node("summary").Expanded.ShouldBe(false);
        tree.Has("inside").ShouldBeFalse();
        tree.Node("menu").Expanded.ShouldBe(true);
        tree.Node("plain").Expanded.ShouldBeNull();
        tree.Node("plain").Checked.ShouldBeNull();
    }

    [Fact]
    public async Task Values_AreWhatTheFieldShows()
    {
        var tree = await Looking.AtAsync(fixture, """
            <textarea id="area">Two
            lines</textarea><select id="many" multiple><option selected>Red</option><option>Green</option><option selected>Blue</option></select>
            <div id="rich" contenteditable="true" data-placeholder="Write here"></div>
            <div id="meter" role="slider" aria-valuenow="40" aria-valuemin="0" aria-valuemax="80" tabindex="0">.</div><progress id="bar" value="3" max="10"></progress>
            """);
        tree.Node("area").Value.ShouldBe("Two\nlines");
        tree.Node("many").Value.ShouldBe("Red, Blue");
        tree.Node("rich").Value.ShouldBe("");
        tree.Node("rich").Placeholder.ShouldBe("Write here");
        tree.Node("meter").Range.ShouldBe((40, 0, 80));
        tree.Node("bar").Range.ShouldBe((3, 0, 10));
    }

    [Fact]
    public async Task Options_KnowGroupAndState()
    {
        var options = (await Looking.AtAsync(fixture, "<select id='x'><option value='1'>One</option><optgroup label='More' disabled><option value='2'>Two</option></optgroup></select>")).Node("x").Options;
        options.ShouldBe([new("One", "1", true, false, null), new("Two", "2", false, true, "More")]);
    }

    [Fact]
    public async Task Interactive_IsWhatReactsToTheMouse()
    {
        var tree = await Looking.AtAsync(fixture, """
            <div id="handler" onclick="1">A</div><div id="listener">B</div><div id="plain">C</div>
            <div id="pointer" style="cursor:pointer"><span id="inner">D</span></div>
            <ul id="delegating"><li id="item">E</li><li>F</li></ul><div id="stop" tabindex="0">G</div><label id="label"><input type="checkbox">H</label>
            <div id="choices" style="cursor:pointer"><div id="choice">I</div><div>J</div></div>
            <script>listener.addEventListener('click', () => 1); delegating.addEventListener('click', () => 1); document.addEventListener('click', () => 1);</script>
            """);
        tree.Nodes.Where(node => node.IsInteractive && node.ElementId.Length > 0).Select(node => node.ElementId)
            .ShouldBe(["handler", "listener", "pointer", "stop", "label", "choices", "choice"]);
    }

    [Fact]
    public async Task Listener_Removed_NoLongerCounts()
        => (await Looking.AtAsync(fixture, "<div id='x'>A</div><script>const f = () => 1; x.addEventListener('click', f); x.removeEventListener('click', f)</script>")).Node("x").IsInteractive.ShouldBeFalse();

    [Fact]
    public async Task Style_IsAsPainted()
    {
        var tree = await Looking.AtAsync(fixture, """
            <div style="background:#ff0000"><p id="x" style="color:oklch(0 0 0);font-weight:700;text-decoration:line-through;border-left:3px solid blue">Text</p></div>
            <div style="opacity:.5"><b id="half" style="opacity:.5">Half</b></div><i id="grad" style="background:linear-gradient(90deg, rgb(0, 128, 0), blue)">G</i>
            """);
        var style = tree.Node("x").Style!;
        style.Color.ShouldBe(new UiColor(0, 0, 0));
        style.Background.Alpha.ShouldBe(0);
        style.Backdrop.ShouldBe(new UiColor(255, 0, 0));
        style.Border.ShouldBe(new UiColor(0, 0, 255));
        style.FontWeight.ShouldBe(700);
        style.LineThrough.ShouldBeTrue();
        tree.Node("half").Style!.Opacity.ShouldBe(0.25);
        tree.Node("grad").Style!.Background.ShouldBe(new UiColor(0, 128, 0));
    }

    [Fact]
    public async Task InnerText_JoinsWordsAsTheyAreRead()
    {
        var tree = await Looking.AtAsync(fixture, "<p id='x'><b>S</b>ave <i>all</i><br>changes</p><p id='y'>Total<span style='margin-left:20px'>42</span></p><p id='z'>€<b>12</b>.50</p><p id='u' style='text-transform:uppercase'>new</p>");
        tree.Node("x").InnerText.ShouldBe("Save all changes");
        tree.Node("y").InnerText.ShouldBe("Total 42");
        tree.Node("z").InnerText.ShouldBe("€12.50");
        tree.Node("u").InnerText.ShouldBe("NEW");
    }
}
