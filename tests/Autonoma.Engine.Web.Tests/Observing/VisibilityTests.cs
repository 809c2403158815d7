using Autonoma.Engine.Driving;
using Autonoma.TestKit;

namespace Autonoma.Engine.Web.Tests.Observing;

public sealed class VisibilityTests(BrowserFixture fixture)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("<p id='x' style='display:none'>T</p>")]
    [InlineData("<p id='x' hidden>T</p>")]
    [InlineData("<p id='x' style='visibility:hidden'>T</p>")]
    [InlineData("<div style='height:0;overflow:hidden'><p id='x'>T</p></div>")]
    [InlineData("<div style='max-height:0;overflow:hidden;transition:max-height 1s'><div><p id='x'>T</p></div></div>")]
    [InlineData("<div style='content-visibility:hidden'><p id='x'>T</p></div>")]
    [InlineData("<div style='width:100px;overflow:hidden;white-space:nowrap'><div style='width:100px;display:inline-block'>One</div><div id='x' style='width:100px;display:inline-block'>Two</div></div>")]
    [InlineData("<details><summary>S</summary><p id='x'>T</p></details>")]
    [InlineData("<dialog id='x'>T</dialog>")]
    [InlineData("<div popover id='x'>T</div>")]
    public async Task NotDisplayed_IsLeftOut(string html)
    {
        var tree = await Looking.AtAsync(fixture, html);
        tree.Has("x").ShouldBeFalse();
        tree.Root.InnerText.ShouldNotContain("T");
    }

    [Theory]
    [InlineData("<p id='x' style='opacity:0'>T</p>")]
    [InlineData("<div style='opacity:0'><p id='x'>T</p></div>")]
    [InlineData("<p id='x' style='position:absolute;left:-9999px'>T</p>")]
    [InlineData("<p id='x' style='position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0,0,0,0)'>T</p>")]
    [InlineData("<p id='x' style='position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)'>T</p>")]
    public async Task HiddenFromSight_IsTransparentAndNotRead(string html)
    {
        var tree = await Looking.AtAsync(fixture, html + "<p>Seen</p>");
        var node = tree.Nodes.FirstOrDefault(node => node.ElementId == "x");
        (node is null || node.IsTransparent).ShouldBeTrue();
        tree.Root.InnerText.ShouldBe("Seen");
    }

    [Theory]
    [InlineData("<div style='height:100px;overflow:auto'><div style='height:500px'>S</div><p id='x'>T</p></div>")]
    [InlineData("<div style='height:300px;overflow:hidden'><div style='height:100px;overflow-y:scroll'><div style='height:500px'>S</div><p id='x'>T</p></div></div>")]
    [InlineData("<div style='height:3000px'></div><p id='x'>T</p>")]
    [InlineData("<div style='display:contents'><p id='x'>T</p></div>")]
    [InlineData("<div style='width:0;height:0'><p id='x' style='position:absolute'>T</p></div>")]
    [InlineData("<div style='visibility:hidden'><p id='x' style='visibility:visible'>T</p></div>")]
    [InlineData("<div style='height:0;overflow:hidden'><p id='x' style='position:fixed'>T</p></div>")]
    [InlineData("<details open><summary>S</summary><p id='x'>T</p></details>")]
    public async Task Displayed_IsSeen(string html)
    {
        var tree = await Looking.AtAsync(fixture, html);
        tree.Has("x").ShouldBeTrue();
        tree.Node("x").IsTransparent.ShouldBeFalse();
        tree.Root.InnerText.ShouldContain("T");
    }

    [Fact]
    public async Task ModalInFront_CoversAndFloats()
    {
        var tree = await Looking.AtAsync(fixture, """
            <button id="behind">Behind</button>
            <dialog id="d"><button id="front">Front</button></dialog><script>d.showModal()</script>
            """);
        tree.Node("d").IsModal.ShouldBeTrue();
        tree.Node("front").Layer.ShouldBeGreaterThan(tree.Node("behind").Layer);
        tree.Node("front").IsCovered.ShouldBeFalse();
        tree.Node("behind").IsCovered.ShouldBeTrue();
    }

    [Fact]
    public async Task BackdropWithoutRole_CoversWhatLiesBehind()
    {
        var tree = await Looking.AtAsync(fixture, """
            <button id="behind">Behind</button>
            <div style="position:fixed;inset:0;background:#0008;z-index:40"><div style="margin:100px;background:#fff"><button id="front">Front</button></div></div>
            """);
        tree.Node("behind").IsCovered.ShouldBeTrue();
        tree.Node("front").Layer.ShouldBeGreaterThanOrEqualTo(40);
    }

    [Fact]
    public async Task FramesAndShadowRoots_AreOneTree()
    {
        await using var other = await StaticSite.StartAsync();
        other.Add("/inner.html", "<body style='margin:0'><button id='inFrame' onclick=\"this.textContent='Clicked'\">Pay</button></body>");
        await using var driver = await fixture.OpenAsync($$"""
            <div style="height:900px">Tall</div>
            <iframe id="f" src="{{other.At("/inner.html")}}" style="border:5px solid;margin:20px;width:300px;height:100px"></iframe>
            <div id="host"><b slot="title">Slotted</b></div>
            <script>host.attachShadow({mode:'open'}).innerHTML = '<h2 id="h"><slot name="title"></slot></h2><button id="inShadow">Inside</button><input id="field" aria-label="Deep">'</script>
            """);
        await driver.Screen.SettleAsync(TimeSpan.FromSeconds(5), Token);
        var tree = (await driver.Screen.ObserveAsync(ObserveOptions.Default, Token)).Tree;
        var button = tree.Node("inFrame");
        button.Ref.Frame.ShouldBe(1);
        tree.Node("f").IsSelfOrAncestorOf(button).ShouldBeTrue();
        button.Bounds.X.ShouldBe(tree.Node("f").Bounds.X + 5, 1);
        button.IsInViewport.ShouldBeFalse();
        tree.Node("host").IsSelfOrAncestorOf(tree.Node("inShadow")).ShouldBeTrue();
        tree.Node("h").InnerText.ShouldBe("Slotted");
        tree.Node("h").Name.ShouldBe("Slotted");

        var reached = await driver.Elements.ReachAsync(button.Ref, null, Token);
        reached.Status.ShouldBe(ReachStatus.Reachable);
        await driver.Mouse.ClickAsync(reached.Point, Autonoma.Engine.Driving.MouseButton.Left, 1, KeyModifiers.None, Token);
        (await driver.Screen.ObserveAsync(ObserveOptions.Default, Token)).Tree.Node("inFrame").InnerText.ShouldBe("Clicked");
        await driver.Elements.FocusAsync(tree.Node("field").Ref, Token);
        await driver.Keyboard.TypeAsync("x", Token);
        var field = (await driver.Screen.ObserveAsync(ObserveOptions.Default, Token)).Tree.Node("field");
        field.Value.ShouldBe("x");
        field.IsFocused.ShouldBeTrue();
    }

    [Fact]
    public async Task Canvas_PaintedTextAndBoxes_CanBeReadAndReached()
    {
        var html = """
            <canvas id="c" width="400" height="200" style="width:800px;height:400px"></canvas>
            <script>
              const g = c.getContext('2d');
              const draw = word => { g.clearRect(0, 0, 400, 200); g.fillStyle = '#00ff00'; g.fillRect(20, 20, 100, 30); g.fillStyle = '#000'; g.font = '14px Arial'; g.save(); g.translate(30, 40); g.fillText(word, 0, 0); g.restore(); };
              draw('Old'); draw('Zoom in');
              c.onclick = e => { draw(`${Math.round(e.offsetX / 2)}`); };
            </script>
            """;
        await using var driver = await fixture.OpenAsync(html);
        var canvas = (await driver.Screen.ObserveAsync(ObserveOptions.Default, Token)).Tree.Node("c");
        canvas.InnerText.ShouldBe("Zoom in");
        var text = canvas.Children.Single(node => node.IsText);
        text.Bounds.X.ShouldBe(canvas.Bounds.X + 60, 4);
        var box = canvas.Children.Single(node => node.Tag == "#shape");
        box.Style!.Background.ShouldBe(new(0, 255, 0));
        box.Bounds.Width.ShouldBe(200, 1);
        var reached = await driver.Elements.ReachAsync(box.Ref, null, Token);
        reached.Status.ShouldBe(ReachStatus.Reachable);
        reached.Point.X.ShouldBe(box.Bounds.Center.X, 2);
    }
}
