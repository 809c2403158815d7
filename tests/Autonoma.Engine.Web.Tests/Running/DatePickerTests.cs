using Autonoma.Engine.Commands;
using Autonoma.Engine.Running;
using Autonoma.TestKit;

namespace Autonoma.Engine.Web.Tests.Running;

public sealed class DatePickerTests(BrowserFixture fixture) : CommandTest(fixture)
{
    private static string Picker(string previous, string next, string day = "<button type=\"button\">{0}</button>", string marks = "") => $$"""
        <label>From <input id="from" readonly></label>
        <div id="cal" hidden style="position:absolute;background:#fff;border:1px solid;padding:8px">
          <div>{{previous}}<strong id="title"></strong>{{next}}</div><div id="days" style="display:grid;grid-template-columns:repeat(7,32px)"></div>
        </div>
        <script>
          let y = 2031, m = 0; const names = ['January','February','March','April','May','June','July','August','September','October','November','December'];
          const template = `{{day}}`, blocked = [{{marks}}];
          function draw() {
            title.textContent = names[m] + ' ' + y; days.innerHTML = '';
            const lead = (new Date(y, m, 1).getDay() + 6) % 7, last = new Date(y, m, 0).getDate(), length = new Date(y, m + 1, 0).getDate();
            const add = (d, other) => { days.insertAdjacentHTML('beforeend', template.replace('{0}', d)); const e = days.lastElementChild; if (other || blocked.includes(d)) e.setAttribute(e.tagName === 'BUTTON' ? 'disabled' : 'aria-disabled', 'true'); e.onclick = () => { if (e.getAttribute('aria-disabled')) return; from.value = y + '-' + String(m + 1).padStart(2, '0') + '-' + String(d).padStart(2, '0'); cal.hidden = true; }; };
            for (let i = lead; i > 0; i--) add(last - i + 1, true);
            for (let d = 1; d <= length; d++) add(d, false);
            for (let d = 1; (lead + length + d - 1) % 7; d++) add(d, true);
          }
          function turn(by) { m += by; if (m < 0) { m = 11; y--; } if (m > 11) { m = 0; y++; } draw(); }
          draw(); from.onclick = () => cal.hidden = false;
        </script>
        """;

    [Theory]
    [InlineData("<button type=\"button\" onclick=\"turn(-1)\" aria-label=\"Previous month\">‹</button>", "<button type=\"button\" onclick=\"turn(1)\" aria-label=\"Next month\">›</button>")]
    [InlineData("<span class=\"nav nav-prev\" onclick=\"turn(-1)\" style=\"cursor:pointer\">◀</span>", "<span class=\"nav nav-next\" onclick=\"turn(1)\" style=\"cursor:pointer\">▶</span>")]
    [InlineData("<button type=\"button\" onclick=\"turn(-12)\">«</button><button type=\"button\" onclick=\"turn(-1)\">‹</button>", "<button type=\"button\" onclick=\"turn(1)\">›</button><button type=\"button\" onclick=\"turn(12)\">»</button>")]
    [InlineData("<button type=\"button\" onclick=\"turn(-1)\"><svg width=\"9\" height=\"9\"><path d=\"M8 0L0 4l8 4\"/></svg></button>", "<button type=\"button\" onclick=\"turn(1)\"><svg width=\"9\" height=\"9\"><path d=\"M0 0l8 4-8 4\"/></svg></button>")]
    public Task Select_OfALaterDay_TurnsTheCalendar(string previous, string next)
        => PassesAsync(Picker(previous, next), new SelectArguments("#from", "17 March 2031"), Holds("from", "2031-03-17"));

    [Fact]
    public Task Select_OfAnEarlierDay_TurnsBack()
        => PassesAsync(Picker("<button type=\"button\" onclick=\"turn(-1)\">Prev</button>", "<button type=\"button\" onclick=\"turn(1)\">Next</button>", "<div style=\"cursor:pointer\">{0}</div>"),
            new SelectArguments("#from", "Nov 30, 2030"), Holds("from", "2030-11-30"));

    [Fact]
    public Task Type_OfADateIntoAReadOnlyField_UsesItsCalendar()
        => PassesAsync(Picker("<button type=\"button\" onclick=\"turn(-1)\">Prev</button>", "<button type=\"button\" onclick=\"turn(1)\">Next</button>"),
            new TypeArguments("#from", "2031-02-28"), Holds("from", "2031-02-28"));

    [Fact]
    public Task Select_OfADayThatCannotBeChosen_Fails()
        => FailsAsync(Picker("<button type=\"button\" onclick=\"turn(-1)\">Prev</button>", "<button type=\"button\" onclick=\"turn(1)\">Next</button>", marks: "17"),
            FailureKind.Action, "The day 17 cannot be chosen", new SelectArguments("#from", "17 March 2031"));

    [Fact]
    public Task Select_WithACalendarThatDoesNotTurn_Fails()
        => FailsAsync(Picker("<button type=\"button\">Prev</button>", "<button type=\"button\">Next</button>"),
            FailureKind.Action, "still shows January 2031", new SelectArguments("#from", "17 March 2031"));

    [Fact]
    public Task Select_OfADate_InATextField_TypesItInTheFormOfThePlaceholder()
        => PassesAsync("""<input id="d" aria-label="Birthday" placeholder="dd/mm/yyyy">""", new TypeArguments("Birthday", "March 4, 1990"), Holds("d", "04/03/1990"));
}
