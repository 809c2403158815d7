using Autonoma.Engine.Commands;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Running;
using Autonoma.TestKit;

namespace Autonoma.Engine.Web.Tests.Running;

public sealed class ClickTests(BrowserFixture fixture) : CommandTest(fixture)
{
    private const string Counter = """
        <button id="b" onclick="out.textContent = 'left'" ondblclick="out.textContent = 'double'" oncontextmenu="out.textContent = 'right'; return false">Count</button>
        <p id="out">none</p>
        """;

    [Theory]
    [InlineData(MouseButton.Left, 1, "left")]
    [InlineData(MouseButton.Left, 2, "double")]
    [InlineData(MouseButton.Right, 1, "right")]
    public Task Click_OfAButton_IsSeenByThePage(MouseButton button, int count, string said)
        => PassesAsync(Counter, new ClickArguments("Count", button, count), Shown(said));

    [Fact]
    public Task Click_WithModifiers_HoldsTheKeys()
        => PassesAsync("""<button onclick="out.textContent = event.ctrlKey && event.shiftKey ? 'both held' : 'not held'">Pick</button><p id="out"></p>""",
            new ClickArguments("Pick", Modifiers: KeyModifiers.Control | KeyModifiers.Shift), Shown("both held"));

    [Fact]
    public Task Click_OfAnElementThatComesLater_WaitsForIt()
        => PassesAsync("""
            <p id="out"></p>
            <script>setTimeout(() => { const b = document.createElement('button'); b.textContent = 'Late'; b.onclick = () => out.textContent = 'done'; document.body.append(b); }, 600)</script>
            """, new ClickArguments("Late"), Shown("done"));

    [Fact]
    public Task Click_OfAButtonThatIsEnabledLater_WaitsForIt()
        => PassesAsync("""
            <button id="b" disabled onclick="out.textContent = 'done'">Go</button><p id="out"></p>
            <script>setTimeout(() => b.disabled = false, 600)</script>
            """, new ClickArguments("Go"), Shown("done"));

    [Theory]
    [InlineData("<button disabled>Pay</button>")]
    [InlineData("<div role=\"button\" tabindex=\"0\" aria-disabled=\"true\">Pay</div>")]
    [InlineData("<fieldset disabled><button>Pay</button></fieldset>")]
    public Task Click_OfADisabledElement_FailsAndSaysSo(string html)
        => FailsAsync(html, FailureKind.Action, "it is disabled", new ClickArguments("Pay"));

    [Fact]
    public Task Click_OfACoveredElement_FailsNamingTheCover()
        => FailsAsync("""
            <button style="position:absolute;left:20px;top:20px">Buy</button>
            <div id="veil" style="position:fixed;inset:0;background:#0008" aria-label="Cookie notice"></div>
            """, FailureKind.Action, "covers it", new ClickArguments("Buy"));

    [Fact]
    public Task Click_OfAnElementThatIsCoveredForAWhile_WaitsUntilItIsFree()
        => PassesAsync("""
            <button style="position:absolute;left:20px;top:20px" onclick="out.textContent = 'bought'">Buy</button><p id="out" style="margin-top:80px"></p>
            <div id="veil" style="position:fixed;inset:0;background:#0008"></div><script>setTimeout(() => veil.remove(), 600)</script>
            """, new ClickArguments("Buy"), Shown("bought"));

    [Fact]
    public Task Click_OfAHiddenElement_SaysThatItIsHidden()
        => FailsAsync("""<div style="display:none"><button>Archive</button></div>""", FailureKind.Grounding, "is in the page, but", new ClickArguments("Archive"));

    [Fact]
    public Task Click_OfNothing_NamesTheNearest()
        => FailsAsync("<button>Save draft</button>", FailureKind.Grounding, "Nearest: button \"Save draft\"", new ClickArguments("Publish"));

    [Fact]
    public Task Click_OfOneOfTwo_NamesBothWithTheirPlaces()
        => FailsAsync("""<section role="group" aria-label="Home"><button>Edit</button></section><section role="group" aria-label="Work"><button>Edit</button></section>""",
            FailureKind.Grounding, "button \"Edit\" in group \"Home\", button \"Edit\" in group \"Work\"", new ClickArguments("Edit"));

    [Fact]
    public Task Click_BelowTheFold_BringsItIntoView()
        => PassesAsync("""<div style="height:3000px"></div><button onclick="out.textContent = 'seen'">Deep</button><p id="out"></p>""", new ClickArguments("Deep"), Shown("seen"));

    [Fact]
    public Task Hover_StaysUntilTheNextStep()
        => PassesAsync("""
            <style>#tip { display: none } #h:hover + #tip { display: block }</style>
            <button id="h">Info</button><p id="tip">Delivery takes two days</p>
            """, new HoverArguments("Info"), Shown("Delivery takes two days"));
}
