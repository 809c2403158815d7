using Autonoma.TestKit;

namespace Autonoma.Engine.Web.Tests.Checks;

/// <summary>What a page tells in a way of its own: stars, "not assigned", whose page it is, a word beside a name, a section that says something.</summary>
public sealed class TellingClaimTests(BrowserFixture fixture) : ClaimTest(fixture)
{
    private const string Workshop = """
        <style>.kv{display:grid;grid-template-columns:140px 200px}.gone{color:#fff;background:#c1121f}.fine{color:#fff;background:#2d6a4f}s{opacity:.7}</style>
        <h1>Tilda Moor</h1><div class="kv"><div class="k">Head mechanic</div><div>Ivo Brenner</div><div class="k">Deputy</div><div>Kim Sol</div><div class="k">Phone</div><div>555 0138</div></div>
        <h2>Lifts</h2><table><thead><tr><th>Lift</th><th>Load</th><th>Mechanic</th><th>State</th><th></th></tr></thead><tbody>
        <tr><td>North</td><td>3 t</td><td>Ivo Brenner</td><td><span class="fine">Ready</span></td><td><button>Lower</button></td></tr>
        <tr><td>South</td><td>5 t</td><td>Not assigned</td><td><span class="gone">Broken</span></td><td><button disabled>Lower</button></td></tr>
        <tr><td>West</td><td>3 t</td><td>Kim Sol</td><td><span class="fine">Ready</span></td><td><button>Lower</button></td></tr></tbody></table>
        <h2>Tools</h2><ul class="tools"><li class="tool"><h3>Torque wrench</h3><span>★★★★☆</span> (12 votes)</li><li class="tool"><h3>Jack</h3><span>★★★☆☆</span> (7 votes)</li><li class="tool"><h3>Grinder</h3><span>★★★★★</span> (3 votes)</li></ul>
        <h2>Keys</h2><div class="keys"><div class="key"><div>Master key •• 11</div><div>Active</div></div><div class="key"><div>Spare key •• 12</div><div>Blocked</div></div><div class="key"><div>Gate key •• 13</div><div>Inactive</div></div></div>
        <h2>Packages</h2><div class="packs"><div class="pack"><h3>Basic</h3><ul><li>Oil change</li><li><s>Car wash</s></li></ul></div><div class="pack"><h3>Full</h3><ul><li>Oil change</li><li>Car wash</li></ul></div></div>
        <section aria-label="House rules"><p>Repairs above 900 euros need the approval of the owner.</p></section>
        """;

    [Theory]
    [InlineData("Ivo Brenner is the head mechanic of Tilda Moor")]
    [InlineData("Nobody is assigned to South")]
    [InlineData("Grinder has five stars")]
    [InlineData("Torque wrench has four stars")]
    [InlineData("Grinder has five stars and 3 votes")]
    [InlineData("The master key is active")]
    [InlineData("South is the only one that is broken")]
    [InlineData("Only one Lower button is disabled, the one of South")]
    [InlineData("Car wash is struck through in the Basic package")]
    [InlineData("The Broken badge is red or pink")]
    [InlineData("The House rules section says that repairs above 900 euros need the approval of the owner")]
    public Task True_IsHeld(string claim) => JudgeAsync(Workshop, claim, isHeld: true);

    [Theory]
    [InlineData("Kim Sol is the head mechanic of Tilda Moor")]
    [InlineData("Ivo Brenner is the deputy of Tilda Moor")]
    [InlineData("Ivo Brenner is the head mechanic of Kim Sol")]
    [InlineData("Nobody is assigned to North")]
    [InlineData("Somebody is assigned to South")]
    [InlineData("Grinder has four stars")]
    [InlineData("Torque wrench has five stars")]
    [InlineData("Grinder has five stars and 7 votes")]
    [InlineData("Grinder has four stars and 3 votes")]
    [InlineData("The spare key is active")]
    [InlineData("The gate key is active")]
    [InlineData("The master key is inactive")]
    [InlineData("The master key is blocked")]
    [InlineData("West is the only one that is ready")]
    [InlineData("North is the only one that is broken")]
    [InlineData("Only one Lower button is disabled, the one of North")]
    [InlineData("Only one Lower button is enabled, the one of North")]
    [InlineData("Car wash is struck through in the Full package")]
    [InlineData("Car wash is not struck through in the Basic package")]
    [InlineData("The Broken badge is green or blue")]
    [InlineData("The House rules section says that repairs above 990 euros need the approval of the owner")]
    [InlineData("The House rules section says that repairs above 900 euros need no approval of the owner")]
    [InlineData("The Tools section says that repairs above 900 euros need the approval of the owner")]
    public Task False_IsNotHeld(string claim) => JudgeAsync(Workshop, claim, isHeld: false);

    // Stars that are all of one shape may be painted: how many are filled is not told by their number.
    private const string Painted = """<h1>Inns</h1><ul class="inns"><li class="inn"><h3>Old Mill</h3><span class="s">★★★★★</span></li><li class="inn"><h3>Red Barn</h3><span class="s">★★★★★</span></li></ul>""";

    [Theory]
    [InlineData("Old Mill has five stars")]
    [InlineData("Red Barn has three stars")]
    public Task PaintedStars_AreNotCounted(string claim) => JudgeAsync(Painted, claim, isHeld: false);

    private const string Wave = """
        <style>.done{color:#2d6a4f}.act{font-weight:700}</style><h1>Brew 41</h1><div class="stepper"><div class="step done"><i>✓</i><span>Mashed</span></div><div class="step done"><i>✓</i><span>Boiled</span></div><div class="step act" aria-current="step"><i>3</i><span>Fermenting</span></div><div class="step"><i>4</i><span>Bottling</span></div></div>
        """;

    [Theory]
    [InlineData("Mashed and Boiled are ticked off as done", true)]
    [InlineData("Boiled is marked as done", true)]
    [InlineData("Mashed and Bottling are ticked off as done", false)]
    [InlineData("Bottling is marked as done", false)]
    [InlineData("Boiled is not ticked off as done", false)]
    public Task AStepThatIsTickedOff_IsDone(string claim, bool isHeld) => JudgeAsync(Wave, claim, isHeld);

    private const string Sender = """
        <h1>Post</h1><p>Sender<br>post@mill.example <span style="color:#2d6a4f">✔ confirmed</span></p><p>Copy<br>desk@mill.example <span>not confirmed</span></p><p>Other<br>yard@mill.example <span>✗ confirmed</span></p><p role="status">Draft kept: Rye 12</p><p>Draft lost: Rye 13</p>
        """;

    [Theory]
    [InlineData("The sender post@mill.example is confirmed", true)]
    [InlineData("The status line says 'Draft kept: Rye 12'", true)]
    [InlineData("The copy desk@mill.example is confirmed", false)]
    [InlineData("The other yard@mill.example is confirmed", false)]
    [InlineData("The sender post@mill.example is not confirmed", false)]
    [InlineData("The sender host@mill.example is confirmed", false)]
    [InlineData("The status line says 'Draft lost: Rye 13'", false)]
    [InlineData("The status line says 'Draft kept: Rye 13'", false)]
    public Task WhatStandsBehindAName_IsSaidOfIt(string claim, bool isHeld) => JudgeAsync(Sender, claim, isHeld);
}
