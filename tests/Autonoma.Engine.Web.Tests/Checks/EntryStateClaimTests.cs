using Autonoma.Engine.Checks;
using Autonoma.TestKit;

namespace Autonoma.Engine.Web.Tests.Checks;

/// <summary>How an entry stands is told by a text of its own; what stands under a label in it is the value of that label, and what could not have been the claimed value refutes nothing.</summary>
public sealed class EntryStateClaimTests(BrowserFixture fixture) : ClaimTest(fixture)
{
    private const string Boats = """
        <style>.b{display:grid;grid-template-columns:90px 150px;border:1px solid #ccc}.b h2,.b .acts{grid-column:1/3}.lb{color:#777}</style>
        <h1>Boats</h1><div>
        <div class="c"><b>Tern</b><div>Skipper: Ida Moe</div><div>Cook: none</div><div>Back 4 May · <span>Under repair</span></div></div>
        <div class="c"><b>Gull</b><div>Skipper: Ole Bo</div><div>Cook: Ida Moe</div><div>Back 9 May · <span>Afloat</span></div></div>
        <div class="c"><b>Auk</b><div>Skipper: Ida Moe</div><div>Cook: none</div><div>Retired 2 June · <span>Sold</span></div></div></div>
        <div><div class="f" style="display:flex;gap:9px"><span>chart.pdf</span><span>2 MB</span><span>Checked</span><button aria-label="Drop chart.pdf">✕</button></div>
        <div class="f" style="display:flex;gap:9px"><span>tides.csv</span><span>1 MB</span><span>Waiting…</span><button aria-label="Drop tides.csv">✕</button></div>
        <div class="f" style="display:flex;gap:9px"><span>crew.txt</span><span>3 KB</span><ol class="st"><li>Sent</li><li>Read</li><li>Signed</li></ol><button aria-label="Drop crew.txt">✕</button></div></div>
        <div class="b"><h2>Skua <span class="badge">At anchor</span></h2><span class="lb">Berth</span><span>B 12</span><span class="lb">Pilot</span><span>–</span><span class="lb">Draught</span><span>2.1 m</span><div class="acts"><button>Call</button></div></div>
        <div class="b"><h2>Puffin <span class="badge">At sea</span></h2><span class="lb">Berth</span><span>C 3</span><span class="lb">Pilot</span><span>Bea Lie</span><span class="lb">Draught</span><span>1.7 m</span><div class="acts"><button>Call</button></div></div>
        """;

    private const string Club = """
        <style>.kv{display:grid;grid-template-columns:120px 200px}.k{font-weight:bold}</style><h1>Rowing club</h1>
        <div class="kv"><div class="k">Coach</div><div>Per Holm</div><div class="k">Deputy</div><div>—</div><div class="k">Doctor</div><div>Ana Paz</div><div class="k">Founded</div><div></div></div>
        <h2>Races</h2><p>No races yet.</p><h2>Open claims</h2><p>None</p><h2>Guests</h2><ul><li>Mo</li><li>Li</li></ul>
        <p>Rita is not on the board.</p><p>Sven was removed from the crew.</p>
        <div class="feed"><div><p>Mo uploaded 3 pictures to Regatta</p></div><div><p>Li paid bill 77 (€ 40) in cash</p></div></div>
        <div role="tablist"><button role="tab" aria-selected="true">Crew</button><button role="tab" aria-selected="false">Boat times</button></div>
        <p>Oars: 6 pairs (30 %)</p>
        """;

    [Theory]
    [InlineData(Boats, "Tern is under repair")]
    [InlineData(Boats, "Gull is afloat")]
    [InlineData(Boats, "Auk is retired")]
    [InlineData(Boats, "chart.pdf has been checked")]
    [InlineData(Boats, "tides.csv is waiting")]
    [InlineData(Boats, "The Skua is at anchor")]
    [InlineData(Boats, "Skua has no pilot")]
    [InlineData(Boats, "The pilot of Puffin is Bea Lie")]
    [InlineData(Boats, "The draught of the Skua is 2.1 m")]
    [InlineData(Club, "The coach is Per Holm")]
    [InlineData(Club, "The doctor is Ana Paz")]
    [InlineData(Club, "There are no races")]
    [InlineData(Club, "There are no open claims")]
    [InlineData(Club, "Rita is not on the board")]
    [InlineData(Club, "Mo uploaded three pictures")]
    [InlineData(Club, "Bill 77 was paid by Li")]
    public Task True_IsHeld(string body, string claim) => JudgeAsync(body, claim, isHeld: true);

    [Theory]
    [InlineData(Boats, "Tern is afloat")]
    [InlineData(Boats, "Tern is none")]
    [InlineData(Boats, "Gull is retired")]
    [InlineData(Boats, "tides.csv has been checked")]
    [InlineData(Boats, "crew.txt is signed")]
    [InlineData(Boats, "The Puffin is at anchor")]
    [InlineData(Boats, "Puffin has no pilot")]
    [InlineData(Boats, "The pilot of Skua is Bea Lie")]
    [InlineData(Boats, "The berth of the Puffin is B 12")]
    [InlineData(Club, "The deputy is Ana Paz")]
    [InlineData(Club, "The deputy is Per Holm")]
    [InlineData(Club, "There are no guests")]
    [InlineData(Club, "There are no claims")]
    [InlineData(Club, "Rita is on the board")]
    [InlineData(Club, "Li uploaded three pictures")]
    [InlineData(Club, "Bill 77 was paid by Mo")]
    [InlineData(Club, "The boat times table is visible")]
    [InlineData(Club, "The list of boat times is displayed")]
    public Task False_IsNotHeld(string body, string claim) => JudgeAsync(body, claim, isHeld: false);

    // Neither what somebody was removed from nor a longer text says that it is not so.
    [Theory]
    [InlineData("Sven is not in the crew")]
    [InlineData("There are 6 pairs of oars")]
    public async Task True_IsNotRefuted(string claim)
    {
        var result = await ResultAsync(Club, claim);
        result.Verdict.ShouldNotBe(CheckVerdict.Failed, result.Explanation);
    }
}
