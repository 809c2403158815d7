using Autonoma.Engine.Driving;
using Autonoma.Engine.Grounding;
using Autonoma.TestKit;

namespace Autonoma.Engine.Web.Tests.Grounding;

/// <summary>What only the surroundings tell, icons that are drawn and not named, lists that lie elsewhere in the document; each with twins of which nothing may be chosen.</summary>
public sealed class SecondLookTests(BrowserFixture fixture)
{
    private const string Banner = """
        <div class="topnav"><a href="#r" id="r">Rooms</a> <a href="#g" id="g">Gardens</a></div><main><p>Our rooms are quiet.</p><button id="b">Book</button></main>
        <div style="position:fixed;bottom:0;left:0;right:0;background:#333;color:#fff"><span>Cookies help us count visits.</span><button id="all">Allow</button><button id="min">Just the needed</button></div>
        """;

    private const string Keypad = """<h3>Enter the code</h3><div style="display:grid;grid-template-columns:repeat(3,60px)"><div tabindex="0" style="cursor:pointer" id="k4">4</div><div tabindex="0" style="cursor:pointer" id="k5">5</div><div tabindex="0" style="cursor:pointer" id="k6">6</div></div>""";


    private const string Foot = """<section><h2>Address</h2><label>Street <input></label><div style="height:500px"></div><button id="s">Save</button></section>""";

    private const string Drawn = """
        <button id="m"><svg width="20" height="20" viewBox="0 0 24 24" fill="none" stroke="black"><path d="M3 12h18M3 6h18M3 18h18"/></svg></button>
        <button id="d"><svg width="20" height="20" viewBox="0 0 24 24"><path d="M6 19c0 1.1.9 2 2 2h8c1.1 0 2-.9 2-2V7H6v12z"/></svg></button>
        <button id="e"><svg width="20" height="20" viewBox="0 0 24 24"><circle cx="5" cy="12" r="1"/><circle cx="12" cy="12" r="1"/><circle cx="19" cy="12" r="1"/></svg></button>
        <button id="u"><svg width="20" height="20" viewBox="0 0 24 24"><path d="M1 2h3v5H1z"/></svg></button>
        """;

    private const string Tips = """<div role="button" tabindex="0" data-tooltip="Freeze columns" id="f" style="width:20px;height:20px;background:#777"></div><div role="button" tabindex="0" data-bs-original-title="Sort range" id="s" style="width:20px;height:20px;background:#555"></div>""";

    private const string Dropped = """
        <p>Colour <select id="c"><option>Red</option></select></p><label style="margin-right:20px"><input type="radio" name="z" id="z1"> Small</label><label><input type="radio" name="z" id="z2"> Large</label>
        <div style="position:absolute;left:300px;top:10px"><div role="combobox" aria-expanded="true" aria-label="Fabric" tabindex="0" style="width:120px;height:24px;border:1px solid #999">Linen</div></div>
        <div style="position:absolute;left:300px;top:36px;z-index:5;background:#fff" role="listbox"><div role="option" id="o1">Linen</div><div role="option" id="o2">Wool</div><div role="option" id="o3">Silk</div></div>
        """;

    private const string Sheet = """<table><tr><th></th><th>A</th><th>B</th></tr><tr><th>1</th><td>Seeds</td><td id="b1">12</td></tr><tr><th>2</th><td>Pots</td><td id="b2">12</td></tr></table>""";

    private const string Swap = """<button id="w"><i class="lucide lucide-arrow-left-right" style="display:inline-block;width:16px;height:16px"></i></button><div><button id="p"><i class="lucide lucide-chevron-left" style="display:inline-block;width:16px;height:16px"></i></button><b>May 2031</b><button id="n"><i class="lucide lucide-chevron-right" style="display:inline-block;width:16px;height:16px"></i></button></div>""";

    private const string Pill = """<p>Owner <span class="pill">Ada Holt <button title="Remove" id="x"><svg width="10" height="10"><use href="#close"></use><path d="M0 0l9 9"/></svg></button></span></p><a href="#a" id="ap">Approvals</a>""";

    private const string Ledger = """<table><tr><th>No.</th><th>Sort</th><th></th></tr><tr><td>71</td><td>Loan</td><td><a href="#1" id="a1">Open</a></td></tr><tr><td>72</td><td>Gift</td><td><a href="#2" id="a2">Open</a></td></tr><tr><td>73</td><td>Loan</td><td><a href="#3" id="a3">Open</a></td></tr><tr><td colspan="3"><a href="#p">1</a> <a href="#q">2</a></td></tr></table>""";

    [Theory]
    [InlineData(Banner, "just the needed cookies", "min")]
    [InlineData(Banner, "Allow in the cookie banner", "all")]
    [InlineData(Banner, "Gardens in the Billing section", null)]
    [InlineData(Banner, "just the optional cookies", null)]
    [InlineData(Keypad, "key 5 on the keypad", "k5")]
    [InlineData(Keypad, "digit 6", "k6")]
    [InlineData(Foot, "upper save button of the address", null)]
    [InlineData(Foot, "save button of the address", "s")]
    [InlineData(Keypad, "digit 9", null)]
    [InlineData(Drawn, "hamburger icon", "m")]
    [InlineData(Drawn, "trash can", "d")]
    [InlineData(Drawn, "three dots", "e")]
    [InlineData(Drawn, "bell icon", null)]
    [InlineData(Tips, "freeze columns", "f")]
    [InlineData(Tips, "Sort range button", "s")]
    [InlineData(Tips, "Freeze rows", null)]
    [InlineData(Dropped, "last option in the Fabric list", "o3")]
    [InlineData(Dropped, "Wool in the Fabric dropdown", "o2")]
    [InlineData(Dropped, "Cotton in the Fabric list", null)]
    [InlineData(Sheet, "cell B2", "b2")]
    [InlineData(Sheet, "cell B7", null)]
    [InlineData(Swap, "next month", "n")]
    [InlineData(Swap, "double arrow", "w")]
    [InlineData(Pill, "Delete button", null)]
    [InlineData(Pill, "Approve link", null)]
    [InlineData(Pill, "Approvals", "ap")]
    [InlineData(Ledger, "Open in the last row", "a3")]
    [InlineData(Ledger, "Open in the row with No. 79", null)]
    public async Task Ground_ByWhatStandsAround_ChoosesTheOneOrNone(string html, string description, string? expected)
    {
        var stop = TestContext.Current.CancellationToken;
        await using var driver = await fixture.OpenAsync();
        await driver.Navigation!.GoToAsync(fixture.Serve($"<!DOCTYPE html><html><head><title>Quay</title></head><body style=\"font:14px Arial\">{html}</body></html>"), stop);
        await driver.Screen.SettleAsync(TimeSpan.FromMilliseconds(300), stop);
        var result = new Grounder().Ground(description, GroundingPurpose.Click, await driver.Screen.ObserveAsync(ObserveOptions.Default, stop), GroundingContext.None);

        (result.Outcome == GroundingOutcome.Found ? result.Node!.ElementId : null).ShouldBe(expected, result.Explanation);
    }
}
