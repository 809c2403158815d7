using Autonoma.Engine.Driving;
using Autonoma.Engine.Web;
using Autonoma.Planner.Exploring;
using Autonoma.Planner.Exploring.Writing;
using Autonoma.TestKit;
using Microsoft.AspNetCore.Http;

namespace Autonoma.Planner.Tests.Exploring;

public sealed class ExplorerTests(BrowserFixture fixture) : IClassFixture<BrowserFixture>
{
    private const string Menu = """<nav><a href="/gardens">Gardens</a> <a href="/tools">Tools</a> <a href="/logout">Sign out</a> <a href="https://elsewhere.test/">Elsewhere</a></nav>""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pages_AreFoundWithTheirRoutes_AndWhatEndsTheSessionIsNotOpened()
    {
        Serve();
        // Others use the site before: with data of their own they may sign out.
        var before = fixture.Site.Requests.Count(request => request == "GET /logout");
        var found = await ExploreAsync(isolated: false);

        found.Pages.Select(page => page.Route).Distinct().ShouldBe(["/", "/gardens", "/tools", "/gardens/{id}"], ignoreOrder: true);
        found.Pages.Count(page => page.Route == "/gardens/{id}").ShouldBe(2, "two samples of a route are enough");
        found.Navigation.Select(link => link.Text).ShouldBe(["Gardens", "Tools", "Sign out"], ignoreOrder: true);
        found.LeftOut.ShouldContain(reason => reason.StartsWith("/logout", StringComparison.Ordinal));
        fixture.Site.Requests.Count(request => request == "GET /logout").ShouldBe(before);
    }

    [Fact]
    public async Task WithoutIsolation_NothingIsSent_WhateverThePageDoesWhenItIsPressed()
    {
        Serve();
        var before = fixture.Site.Requests.Count(request => request.StartsWith("POST", StringComparison.Ordinal));
        var found = await ExploreAsync(isolated: false);

        fixture.Site.Requests.Count(request => request.StartsWith("POST", StringComparison.Ordinal)).ShouldBe(before);
        var gardens = found.Pages.First(page => page.Route == "/gardens");
        gardens.Controls.First(control => control.Name == "Delete all").Outcome.ShouldBe(ControlOutcome.NotTried);
        gardens.Controls.First(control => control.Name == "Water all").Outcome.ShouldNotBe(ControlOutcome.NotTried, "its name is harmless; that it sends something is the browser's business");
        gardens.Forms.Where(form => !form.IsFilter).ShouldAllBe(form => form.Trials.Count == 0);
        found.LeftOut.ShouldContain(reason => reason.Contains("was not sent", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Form_InADialog_IsSentInEveryWay_AndTheMessagesReallySeenAreKept()
    {
        Serve();
        var found = await ExploreAsync(isolated: true);

        var form = found.Pages.First(page => page.Route == "/gardens").Forms.First(form => form.IsDialog);
        form.Opening.ShouldBe(["Click the \"New garden\" button"]);
        form.Fields.Select(field => (field.Label, field.Kind, field.IsRequired)).ShouldBe([("Name", FieldKind.Text, true), ("Size in m²", FieldKind.Number, false), ("Climate", FieldKind.Choice, false)]);
        form.Cancel.ShouldBe("the \"Cancel\" button");
        var empty = form.Trials.First(trial => trial.Kind == TrialKind.Empty && trial.Field == "Name");
        empty.Accepted.ShouldBeFalse();
        empty.Messages.ShouldContain(message => message.Text == "A garden needs a name" && message.Field == "Name");
        form.Trials.First(trial => trial.Kind == TrialKind.OutOfRange).Messages.ShouldContain(message => message.Text == "A size is above zero");
        var valid = form.Trials.Single(trial => trial.Kind == TrialKind.Valid);
        valid.Accepted.ShouldBeTrue();
        valid.FormStays.ShouldBeFalse();
        valid.Messages.ShouldContain(message => message.Text == "Garden added" && message.IsTransient);
        valid.Steps[^1].ShouldBe("Click the \"Plant\" button");
    }

    [Fact]
    public async Task Table_IsSearchedFilteredAndSorted()
    {
        Serve();
        var found = await ExploreAsync(isolated: false);

        var table = found.Pages.First(page => page.Route == "/tools").Tables.Single();
        table.Columns.ShouldBe(["Tool", "Price"]);
        table.Rows.ShouldBe(4);
        var nothing = table.Filters.First(filter => filter.Rows == 0);
        nothing.Empty.ShouldBe("No tool has such a name.");
        table.Filters.First(filter => filter.Rows > 0 && filter.Field == "Search tools").Shown.ShouldBe(["Wheelbarrow"]);
        table.Sorts.Select(sort => (sort.Column, sort.Order)).ShouldBe([("Tool", "ascending")]);
    }

    [Fact]
    public async Task Dialog_ThatAsksFirst_IsDeclined_AndConfirmedOnlyWhereDataIsThrownAway()
    {
        Serve();
        var before = fixture.Site.Requests.Count(request => request == "POST /reset");
        var careful = await ExploreAsync(isolated: false);
        fixture.Site.Requests.Count(request => request == "POST /reset").ShouldBe(before);
        var tools = careful.Pages.First(page => page.Route == "/tools");
        tools.Controls.First(control => control.Name == "Reset stock").Outcome.ShouldBe(ControlOutcome.NotTried);

        var found = await ExploreAsync(isolated: true);

        tools = found.Pages.First(page => page.Route == "/tools");
        var reset = tools.Controls.First(control => control.Name == "Reset stock");
        (reset.Outcome, reset.Shows.Single()).ShouldBe((ControlOutcome.Question, "Really?"));
        var declined = tools.Experiments.Single(experiment => experiment is { Kind: ExperimentKind.Declined, Subject: "Reset stock" });
        declined.Stages[0].Steps.ShouldBe(["Click the \"Reset stock\" button and cancel the dialog"]);
        declined.Stages[0].Claims.ShouldContain("the dialog asks \"Really?\"");
        declined.Stages[0].Claims.ShouldContain("the table has 4 rows");
        fixture.Site.Requests.Count(request => request == "POST /reset").ShouldBeGreaterThan(before);
    }

    [Fact]
    public async Task ExplorationFile_IsReadBackAsItWasWritten_AndTextOfPagesBreaksNothing()
    {
        Serve();
        var found = await ExploreAsync(isolated: false);

        Exploration.Read(found.Write()).Write().ShouldBe(found.Write());
        var hostile = found with { Pages = [.. found.Pages.Select(page => page with { Heading = "A\n## Page: /fake <script>&\"" })] };
        InventoryText.Write(hostile).Split('\n').ShouldNotContain(line => line.StartsWith("## Page: /fake", StringComparison.Ordinal));
        System.Xml.Linq.XDocument.Parse(SiteMap.Draw(hostile)).Root!.Name.LocalName.ShouldBe("svg");
    }

    [Fact]
    public async Task Budget_OfPages_IsKept_AndWhatWasLeftOutIsSaid()
    {
        Serve();
        var found = await ExploreAsync(isolated: false, pages: 2);

        found.Pages.Count.ShouldBe(2);
        found.LeftOut.ShouldContain(reason => reason.Contains("2 pages were", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Start_ThatDoesNotAnswer_IsAnError()
        => await Should.ThrowAsync<NavigationFailedException>(() => new Explorer(OpenAsync, new ExploreOptions { Start = new("http://127.0.0.1:9/") }, TimeProvider.System).RunAsync(Token));

    private async Task<ExploreSession> OpenAsync(CancellationToken cancellationToken) => new(await fixture.Browser.OpenAsync(new WebSessionOptions(), cancellationToken));

    private Task<Exploration> ExploreAsync(bool isolated, int pages = 20) => new Explorer(
        async token =>
        {
            var driver = await fixture.Browser.OpenAsync(new WebSessionOptions(), token);
            if (!isolated)
                await driver.ReadOnlyFromNowAsync();
            return new ExploreSession(driver);
        },
        new ExploreOptions { Start = fixture.Site.At("/"), MaxPages = pages, IsIsolated = isolated },
        TimeProvider.System).RunAsync(Token);

    private void Serve()
    {
        Page("/", "<h1>Welcome</h1><p>Everything that grows.</p>");
        Page("/gardens", """
            <h1>Gardens</h1>
            <button onclick="d.showModal()">New garden</button> <button onclick="fetch('/water', {method:'POST'})">Water all</button> <button onclick="fetch('/all', {method:'POST'})">Delete all</button>
            <ul><li><a href="/gardens/north">North</a></li><li><a href="/gardens/south">South</a></li><li><a href="/gardens/west">West</a></li></ul>
            <div role="status" id="toast"></div>
            <dialog id="d" aria-label="New garden"><form method="dialog" onsubmit="event.preventDefault(); plant()">
              <div><label>Name <input id="n" required aria-describedby="ne" formnovalidate></label><p id="ne"></p></div>
              <div><label>Size in m² <input id="s" type="number" value="10" aria-describedby="se"></label><p id="se"></p></div>
              <div><label>Climate <select id="c"><option>Dry<option>Wet</select></label></div>
              <button formnovalidate>Plant</button> <button type="button" onclick="d.close()">Cancel</button></form></dialog>
            <script>
              const d = document.getElementById('d'), n = document.getElementById('n'), s = document.getElementById('s'), ne = document.getElementById('ne'), se = document.getElementById('se'), toast = document.getElementById('toast');
              function plant() {
                ne.textContent = n.value.trim() ? '' : 'A garden needs a name';
                se.textContent = s.value > 0 ? '' : 'A size is above zero';
                if (ne.textContent || se.textContent) return;
                d.close(); toast.textContent = 'Garden added';
              }
            </script>
            """);
        foreach (var name in (string[])["north", "south", "west"])
            Page($"/gardens/{name}", $"<h1>{name} garden</h1>");
        Page("/tools", """
            <h1>Tools</h1><label>Search tools <input type="search" oninput="show()"></label> <button onclick="if (confirm('Really?')) fetch('/reset', {method:'POST'})">Reset stock</button>
            <table><thead><tr><th><button onclick="sorted = true; show()">Tool</button></th><th>Price</th></tr></thead><tbody></tbody></table><p id="none"></p>
            <script>
              let sorted = false;
              function show() {
                const wanted = document.querySelector('input').value.toLowerCase();
                let rows = [['Spade', 20], ['Rake', 12], ['Hose', 30], ['Wheelbarrow', 90]].filter(r => r[0].toLowerCase().includes(wanted));
                if (sorted) rows.sort((a, b) => a[0].localeCompare(b[0]));
                document.querySelector('tbody').innerHTML = rows.map(r => `<tr><td>${r[0]}</td><td>€${r[1]}.00</td></tr>`).join('');
                none.textContent = rows.length ? '' : 'No tool has such a name.';
              }
              const none = document.getElementById('none'); show();
            </script>
            """);
        Page("/logout", "<h1>Bye</h1>");
        foreach (var path in (string[])["/water", "/all", "/reset"])
            fixture.Site.Add(path, context => context.Response.WriteAsync("done"));
    }

    private void Page(string path, string body) => fixture.Site.Add(path, $"<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Garden</title></head><body>{Menu}<main>{body}</main></body></html>");
}
