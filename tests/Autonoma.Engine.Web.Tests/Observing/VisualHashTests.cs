using System.Text.RegularExpressions;
using Autonoma.TestKit;

namespace Autonoma.Engine.Web.Tests.Observing;

/// <summary>What an element draws besides text: the same whatever it looks like, another one when another thing is drawn.</summary>
public sealed partial class VisualHashTests(BrowserFixture fixture)
{
    private const string Trash = "<path d='M3 6h18'/><path d='M19 6v14c0 1-1 2-2 2H7c-1 0-2-1-2-2V6'/><path d='M8 6V4c0-1 1-2 2-2h4c1 0 2 1 2 2v2'/>";
    private const string Archive = "<rect width='20' height='5' x='2' y='3' rx='1'/><path d='M4 8v11a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2V8'/><path d='M10 12h4'/>";
    private const string Svg = "<svg width='16' height='16' viewBox='0 0 24 24' fill='none' stroke='currentColor'>";
    private const string Boxed = "style='display:inline-block;width:16px;height:16px'";
    private const string Dots = "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAYAAADED76LAAAAKElEQVQoU2NkYGD4z4AHMIIU4FMAVoRPAVgBPgVwBYR8QYYCnIoGAQBb4QwJ3r1fUQAAAABJRU5ErkJggg==";

    public static TheoryData<string, string, string> Same => new()
    {
        { "colours, size and classes", Svg + Trash + "</svg>", "<svg class='big red' width='32' height='32' viewBox='0 0 24 24' fill='none' stroke='#c00' stroke-width='3' style='color:gold'>" + Trash + "</svg>" },
        { "a dark theme and another font", Svg + Trash + "</svg>", "<style>* { font: 30px serif !important; color: #fff !important; background: #111 !important; fill: #eee !important }</style>" + Svg + Trash + "</svg>" },
        { "a sprite of the same page", Svg + Trash + "</svg>", "<svg style='display:none'><symbol id='trash' viewBox='0 0 24 24'>" + Trash + "</symbol></svg><svg class='i' width='40' height='40'><use href='#trash'/></svg>" },
        { "a group around the shapes", Svg + Trash + "</svg>", Svg + "<defs><clipPath id='c'><rect width='24' height='24'/></clipPath></defs><g clip-path='url(#c)' fill='red'>" + Trash + "</g></svg>" },
        { "the outline written otherwise", Svg + "<path d='M3 6h18M8 6V4c0-1 1-2 2-2'/></svg>", Svg + "<path d='m3,6 18.0,0 M8 6 L8,4 C 8 3 9 2 10 2.000'/></svg>" },
        { "arcs without blanks", Svg + "<path d='M4 8v11a2 2 0 0 0 2 2h12'/></svg>", Svg + "<path d='M4 8v11a2 2 0 002 2h12'/></svg>" },
        { "an inlined file of the style", Svg + Trash + "</svg>", $"<style>.t {{ display:inline-block; width:16px; height:16px; mask: url(\"data:image/svg+xml,{Uri.EscapeDataString("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' stroke='red'>" + Trash + "</svg>")}\") }}</style><i class='t'></i>" },
        { "another address of the file", "<img alt='' src='/icons/trash.png' " + Boxed + ">", "<img alt='' src='https://cdn.test/v2/trash@2x.png?cache=4711' " + Boxed + ">" },
        { "another build of the file", "<img alt='' src='/a/trash-3f9a1c7e.svg' " + Boxed + ">", "<img alt='' src='/a/trash-90be11d2.svg' " + Boxed + ">" },
        { "the file for a dark theme", "<img alt='' src='/a/trash-24px.svg' " + Boxed + ">", "<img alt='' src='/a/trash-dark.svg' " + Boxed + ">" },
        { "a glyph in another size and font", "<i>&#xf1f8;</i>", "<i style='font:40px serif;color:red'>&#xf1f8;</i>" },
        { "a glyph that the style writes", "<i>&#xf1f8;</i>", "<style>.fa-x::before { content: '\\f1f8' }</style><i class='fa-x'></i>" },
        { "a ligature in another size", "<i style='letter-spacing:-.45em'>delete</i>", "<i style='font-size:30px;letter-spacing:-.45em;color:red'>delete</i>" },
        { "a sheet twice as large", Sheet("-32px -16px", "auto 100px", 16), Sheet("-64px -32px", "auto 200px", 32) },
    };

    public static TheoryData<string, string, string> Different => new()
    {
        { "another shape with the same classes", Svg.Replace("<svg", "<svg class='icon'") + Trash + "</svg>", Svg.Replace("<svg", "<svg class='icon'") + Archive + "</svg>" },
        { "another symbol of the page", Sprite("trash"), Sprite("archive") },
        { "another symbol of another file", "<svg width='16' height='16'><use href='/s.svg#trash'/></svg>", "<svg width='16' height='16'><use href='/s.svg#archive'/></svg>" },
        { "turned around", Svg + "<path d='M9 18l6-6-6-6'/></svg>", Svg + "<path transform='rotate(180)' d='M9 18l6-6-6-6'/></svg>" },
        { "another file", "<img alt='' src='/icons/trash.png' " + Boxed + ">", "<img alt='' src='/icons/archive.png' " + Boxed + ">" },
        { "another inlined file", "<img alt='' src='data:image/png;base64," + Dots + "' " + Boxed + ">", "<img alt='' src='data:image/png;base64," + Dots.Replace("KElEQVQ", "KElEQVR") + "' " + Boxed + ">" },
        { "another glyph", "<i>&#xf1f8;</i>", "<i>&#xf187;</i>" },
        { "another glyph that the style writes", "<style>.x::before { content: '\\f1f8' }</style><i class='x'></i>", "<style>.x::before { content: '\\f187' }</style><i class='x'></i>" },
        { "another ligature", "<i style='letter-spacing:-.45em'>delete</i>", "<i style='letter-spacing:-.45em'>archive</i>" },
        { "another place in the sheet", Sheet("-32px -16px", "auto", 16), Sheet("-48px -16px", "auto", 16) },
        { "another image before the content", Before("trash"), Before("archive") },
        { "another image as content", Content(Trash), Content(Archive) },
    };

    public static TheoryData<string, string> Nothing => new()
    {
        { "text", "Delete" },
        { "an emoji", "🗑" },
        { "a sign that the style writes", "<style>.x::before { content: '×' }</style><i class='x'></i>" },
        { "a drawing", "<svg width='300' height='200'>" + Trash + "</svg>" },
        { "a diagram of many parts", Svg + string.Concat(Enumerable.Range(0, 70).Select(i => $"<circle cx='{i}' cy='4' r='1'/>")) + "</svg>" },
        { "a file named by a key", "<img alt='' src='/u/5f0c6f9b1f2a4711.png' " + Boxed + ">" },
        { "a photo", "<img alt='' src='/u/mira.jpg' " + Boxed + ">" },
        { "an image made at run time", "<img alt='' src='blob:https://x.test/trash' " + Boxed + ">" },
        { "what holds the place of an image", "<img alt='' src='data:image/gif;base64,R0lGODlhAQABAAAAACw=' " + Boxed + ">" },
        { "a face behind it", "<i class='face' style='display:inline-block;width:16px;height:16px;background-image:url(/u/mira.png)'></i>" },
        { "a gradient", "<style>.g { display:inline-block; width:16px; height:16px; background: linear-gradient(red, blue) }</style><i class='g'></i>" },
        { "an icon that is hidden", "<svg style='display:none'>" + Trash + "</svg>" },
    };

    [Theory]
    [MemberData(nameof(Same))]
    public async Task Hash_OfWhatIsDrawnAlike_IsTheSame(string what, string one, string other)
    {
        var hash = await HashAsync(one);

        hash.ShouldMatch("^[0-9a-f]{16}$", what);
        (await HashAsync(other)).ShouldBe(hash, what);
    }

    [Theory]
    [MemberData(nameof(Different))]
    public async Task Hash_OfWhatIsDrawnOtherwise_IsAnother(string what, string one, string other)
    {
        var hashes = new[] { await HashAsync(one), await HashAsync(other) };

        hashes.ShouldAllBe(hash => Hash().IsMatch(hash), what);
        hashes[1].ShouldNotBe(hashes[0], what);
    }

    [Theory]
    [MemberData(nameof(Nothing))]
    public async Task Hash_OfWhatIsNoIcon_IsNone(string what, string inside) => (await HashAsync(inside)).ShouldBe("", what);

    [Fact]
    public async Task Hash_OfAnOutlineThatTheScriptExchanged_IsTheNewOne()
    {
        await using var driver = await fixture.OpenAsync($"<button id=t>{Svg}{Trash}</svg></button>");
        var before = await driver.Screen.ObserveAsync(new(false), TestContext.Current.CancellationToken);
        await driver.Page.EvaluateAsync("() => document.querySelector('path').setAttribute('d', 'M10 12h4')");
        var after = await driver.Screen.ObserveAsync(new(false), TestContext.Current.CancellationToken);

        Drawn(after.Tree.Node("t")).ShouldNotBe(Drawn(before.Tree.Node("t")));
    }

    [Theory]
    [InlineData("<path d='M0 0 L'/>")]
    [InlineData("<path d='nonsense'/><path/><circle/><use href='#'/><use/><image/>")]
    [InlineData("<path d='M 1 1\n L 2 2\n a 1 1 0 5 2 2'/>")]
    [InlineData("<g id='g'><use href='#g'/><path d='M1 1h4'/></g>")]
    public async Task Look_AtAMalformedIcon_GoesOn(string shapes)
        => (await Looking.AtAsync(fixture, $"<button id=t>{Svg}{shapes}</svg></button><p id=after>after</p>")).Node("after").InnerText.ShouldBe("after");

    private static string Sprite(string name) => $"<svg style='display:none'><symbol id='trash'>{Trash}</symbol><symbol id='archive'>{Archive}</symbol></svg><svg class='icon' width='16' height='16'><use href='#{name}'/></svg>";

    private static string Sheet(string place, string size, int side) => $"<style>.s {{ display:inline-block; width:{side}px; height:{side}px; background: url(/icons/sheet.png) {place} / {size} no-repeat }}</style><i class='s'></i>";

    private static string Content(string shapes) => $"<style>.x::before {{ content: url(\"data:image/svg+xml,{Uri.EscapeDataString("<svg xmlns='http://www.w3.org/2000/svg' width='16' height='16'>" + shapes + "</svg>")}\") }}</style><i class='x'></i>";

    private static string Before(string name) => $"<style>.p::before {{ content:''; display:block; width:16px; height:16px; background: url(/icons/{name}.svg) }}</style><i class='p'></i>";

    private async Task<string> HashAsync(string inside) => Drawn((await Looking.AtAsync(fixture, $"<button id=t class=b>{inside}</button>")).Node("t"));

    private static string Drawn(Engine.Observing.UiNode node) => string.Join(',', node.Descendants().Prepend(node).Select(part => part.VisualHash).Where(hash => hash.Length > 0));

    [GeneratedRegex("^[0-9a-f]{16}$")]
    private static partial Regex Hash();
}
