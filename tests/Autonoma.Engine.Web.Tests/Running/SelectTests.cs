using Autonoma.Engine.Commands;
using Autonoma.Engine.Running;
using Autonoma.TestKit;

namespace Autonoma.Engine.Web.Tests.Running;

public sealed class SelectTests(BrowserFixture fixture) : CommandTest(fixture)
{
    private const string Currencies = """
        <label>Currency <select id="s" onchange="out.textContent = 'now ' + this.value"><option value="EUR">Euro (EUR)</option><option value="USD">US dollar</option><option value="GBP" disabled>Pound</option></select></label><p id="out"></p>
        """;

    [Theory]
    [InlineData("US dollar", "now USD")]
    [InlineData("us Dollar", "now USD")]
    [InlineData("USD", "now USD")]
    public Task Select_OfANativeEntry_ChoosesIt(string option, string said) => PassesAsync(Currencies, new SelectArguments("#s", option), Shown(said));

    [Fact]
    public Task Select_OfAnEntryThatIsNotThere_NamesTheOthers()
        => FailsAsync(Currencies, FailureKind.Action, "has no entry \"Yen\". It has: \"Euro (EUR)\", \"US dollar\", \"Pound\"", new SelectArguments("#s", "Yen"));

    [Fact]
    public Task Select_OfADisabledEntry_Fails() => FailsAsync(Currencies, FailureKind.Action, "is disabled", new SelectArguments("#s", "Pound"));

    [Fact]
    public Task Select_OfOneOfTwoEntriesThatFit_Fails()
        => FailsAsync("""<select id="s"><option>Ana Ruiz</option><option>Ana Lind</option></select>""", FailureKind.Grounding, "Several entries", new SelectArguments("#s", "Ana"));

    [Fact]
    public Task Select_OfEntriesThatAreLoadedLater_WaitsForThem()
        => PassesAsync("""<select id="s"><option>Loading</option></select><script>setTimeout(() => s.innerHTML = '<option>Oslo</option><option>Bergen</option>', 500)</script>""", new SelectArguments("#s", "Bergen"), Holds("s", "Bergen"));

    [Fact]
    public Task Select_OfSeveralInAList_KeepsTheOnesBefore()
        => PassesAsync("""<select id="s" multiple size="4" onchange="out.textContent = [...this.selectedOptions].map(o => o.text).join('+')"><option>Kitchen</option><option>Garden</option><option>Outdoor</option></select><p id="out"></p>""",
            new SelectArguments("#s", "Kitchen"), new SelectArguments("#s", "Outdoor"), Shown("Kitchen+Outdoor"));

    [Fact]
    public Task Select_InADropdownMadeOfDivs_OpensItAndClicksTheEntry()
        => PassesAsync("""
            <div id="dd" style="border:1px solid;width:200px;cursor:pointer" onclick="list.hidden = !list.hidden">Choose a status</div>
            <div id="list" hidden><div onclick="pick(this)">Open</div><div onclick="pick(this)">Closed</div></div>
            <script>function pick(e) { dd.textContent = e.textContent; list.hidden = true; }</script><p>Closed on Sundays</p>
            """, new SelectArguments("#dd", "Closed"), new AssertArguments("\"Choose a status\" is not visible"));

    [Fact]
    public Task Select_InAnOpenDropdown_DoesNotCloseItFirst()
        => PassesAsync("""
            <div id="dd" style="border:1px solid;width:200px;cursor:pointer" onclick="list.hidden = !list.hidden">Choose a status</div>
            <div id="list" hidden><div onclick="pick(this)">Open</div><div onclick="pick(this)">Done</div></div>
            <script>function pick(e) { dd.textContent = 'It is ' + e.textContent; list.hidden = true; }</script>
            """, new ClickArguments("#dd"), new SelectArguments("#dd", "Done"), Shown("It is Done"));

    [Fact]
    public Task Select_WhereThePageDrawsItsRowsAnew_TakesTheEntryOfTheListInFront()
        => PassesAsync("""
            <div id="cb" role="combobox" aria-label="Skipper" aria-expanded="false" style="position:relative;width:200px;border:1px solid"><span id="said">All skippers</span></div><table style="margin-top:120px"><tbody id="rows"></tbody></table><p id="out"></p>
            <script>
              const draw = () => rows.innerHTML = '<tr><td>Tern</td><td>Ida Roe</td></tr><tr><td>Gull</td><td>Sven Aho</td></tr>';
              cb.onclick = e => {
                if (e.target.dataset.v) { out.textContent = 'chose ' + e.target.dataset.v; cb.querySelector('.select-dropdown').remove(); cb.setAttribute('aria-expanded', 'false'); }
                else { cb.insertAdjacentHTML('beforeend', '<div class="select-dropdown" style="position:absolute;top:24px;z-index:9;background:#fff"><div data-v="Ida Roe">Ida Roe</div><div data-v="Sven Aho">Sven Aho</div></div>'); cb.setAttribute('aria-expanded', 'true'); }
                draw();
              };
              draw();
            </script>
            """, new SelectArguments("#cb", "Ida Roe"), Shown("chose Ida Roe"));

    [Fact]
    public Task Select_InAnAriaCombobox_ChoosesTheOption()
        => PassesAsync("""
            <button id="cb" role="combobox" aria-expanded="false" aria-controls="lb" aria-label="Team" onclick="lb.hidden = false; this.setAttribute('aria-expanded', 'true')">None</button>
            <ul id="lb" role="listbox" hidden><li role="option">Design</li><li role="option" aria-disabled="true">Legal</li><li role="option">Sales</li></ul>
            <script>lb.onclick = e => { if (e.target.getAttribute('aria-disabled')) return; cb.textContent = e.target.textContent; lb.hidden = true; cb.setAttribute('aria-expanded', 'false'); }</script>
            """, new SelectArguments("#cb", "Sales"), Shown("Sales"));

    [Fact]
    public Task Select_InAComboboxThatIgnoresIt_Fails()
        => FailsAsync("""
            <button id="cb" role="combobox" aria-expanded="false" onclick="lb.hidden = false">Design</button>
            <ul id="lb" role="listbox" hidden onclick="this.hidden = true"><li role="option">Design</li><li role="option">Sales</li></ul>
            """, FailureKind.Action, "it shows \"Design\"", new SelectArguments("#cb", "Sales"));

    [Fact]
    public Task Select_OfWhatADropdownDoesNotOffer_NamesTheEntries()
        => FailsAsync("""
            <button id="cb" role="combobox" onclick="lb.hidden = false">None</button>
            <ul id="lb" role="listbox" hidden><li role="option">Design</li><li role="option">Sales</li></ul>
            """, FailureKind.Action, "offers no \"Legal\". It offers: \"Design\", \"Sales\"", new SelectArguments("#cb", "Legal"));

    [Fact]
    public Task Select_InAnAutocomplete_TypesAndChoosesTheSuggestion()
        => PassesAsync("""
            <input id="city" role="combobox" aria-label="City" autocomplete="off"><div id="sug"></div><p id="out"></p>
            <script>
              city.oninput = () => setTimeout(() => { sug.innerHTML = ['Bergen', 'Berlin', 'Bern'].filter(c => c.toLowerCase().startsWith(city.value.toLowerCase())).map(c => `<div role="option">${c}</div>`).join(''); }, 120);
              sug.onclick = e => { city.value = e.target.textContent; sug.innerHTML = ''; out.textContent = 'picked ' + city.value; };
            </script>
            """, new SelectArguments("#city", "Berlin"), Shown("picked Berlin"));

    [Fact]
    public Task Select_InAGroupOfRadioButtons_ChecksTheOne()
        => PassesAsync("""
            <fieldset id="g"><legend>Payment</legend><label><input type="radio" name="p" value="card" onchange="out.textContent = this.value"> Card</label><label><input type="radio" name="p" value="bank" onchange="out.textContent = this.value"> Bank transfer</label></fieldset><p id="out"></p>
            """, new SelectArguments("Payment", "Bank transfer"), Shown("bank"));

    [Fact]
    public Task Select_OfAChip_DoesNotTakeAChosenOneBack()
        => PassesAsync("""
            <div id="g" role="group"><button aria-pressed="true">S</button><button aria-pressed="false">M</button></div><p id="out">S</p>
            <script>g.onclick = e => { const on = e.target.getAttribute('aria-pressed') === 'true'; e.target.setAttribute('aria-pressed', !on); out.textContent = on ? 'taken back' : 'chose ' + e.target.textContent; }</script>
            """, new SelectArguments("#g", "S"), new AssertArguments("\"taken back\" is not visible"), new SelectArguments("#g", "M"), Shown("chose M"));

    [Fact]
    public Task Select_WithoutAControl_TakesTheEntryOfTheOpenMenu()
        => PassesAsync("""
            <button onclick="menu.hidden = false">Actions</button><ul id="menu" role="menu" hidden><li role="menuitem" onclick="out.textContent = 'archived'; menu.hidden = true">Archive</li></ul><h2>Archive</h2><p id="out"></p>
            """, new ClickArguments("Actions"), new SelectArguments(null, "Archive"), Shown("archived"));

    [Fact]
    public Task Select_OfATab_ClicksIt()
        => PassesAsync("""<div role="tablist"><button role="tab" aria-selected="true">General</button><button role="tab" aria-selected="false" onclick="out.textContent = 'billing page'">Billing</button></div><p id="out"></p>""",
            new SelectArguments(null, "Billing"), Shown("billing page"));

    [Fact]
    public Task Select_OfAnEntryInAVirtualList_ScrollsToIt()
        => PassesAsync("""
            <div id="dd" style="border:1px solid;width:200px" onclick="box.hidden = false" role="combobox">Number</div>
            <div id="box" hidden style="height:120px;overflow:auto;position:absolute"><div id="pad" style="position:relative;height:4000px;width:150px"></div></div>
            <script>
              function draw() { const first = Math.floor(box.scrollTop / 20); pad.innerHTML = ''; for (let i = first; i < first + 8; i++) { const d = document.createElement('div'); d.setAttribute('role', 'option'); d.style = `position:absolute;top:${i * 20}px;height:20px`; d.textContent = 'Item ' + i; d.onclick = () => { dd.textContent = d.textContent + ' it is'; box.hidden = true; }; pad.append(d); } }
              box.onscroll = draw; draw();
            </script>
            """, new SelectArguments("#dd", "Item 42"), Shown("Item 42 it is"));
}
