using Autonoma.Planner.Exploring;
using Autonoma.TestKit;

namespace Autonoma.Planner.Tests.Exploring;

/// <summary>Everything is tried on data that nothing was done to, also when nobody could know that something had been done.</summary>
public sealed class UntouchedDataTests(BrowserFixture fixture) : IClassFixture<BrowserFixture>
{
    [Fact]
    public async Task Input_ThatBreaksItsPage_CostsNothingOfWhatIsTriedAfterIt_ThoughEachSessionHasANameOfItsOwn()
    {
        Serve("/crew");
        var page = (await ExploreAsync("/crew")).Pages.Single();

        var form = page.Forms.Single(form => form.IsDialog);
        form.Trials.Where(trial => trial.Kind is TrialKind.Valid).ShouldAllBe(trial => trial.Accepted);
        form.Trials.Count(trial => trial.Kind is TrialKind.Valid).ShouldBe(1, string.Join('\n', form.Trials.Select(trial => $"{trial.Kind} {trial.Field} {trial.Accepted}")));
        var left = page.Experiments.Single(experiment => experiment.Kind == ExperimentKind.Abandoned);
        left.Stages.SelectMany(stage => stage.Claims).ShouldContain("the \"Harbour\" field contains \"Kiel\"");
        page.Experiments.Single(experiment => experiment.Kind == ExperimentKind.FilterAndEdit).Stages[0].Claims.ShouldContain("\"Amber Falls\" is displayed");
    }

    [Fact]
    public async Task Input_ThatIsStoredWithoutAWord_WasNotRefused_AndIsTold()
    {
        Serve("/crew");
        var found = await ExploreAsync("/crew");
        var page = found.Pages.Single();

        page.Experiments.Where(experiment => experiment.Kind == ExperimentKind.Refused).Select(experiment => experiment.Detail).ShouldBe(["nothing is filled in", "Harbour is empty", "Harbour holds blanks only"], ignoreOrder: true);
        found.LeftOut.ShouldContain(reason => reason.StartsWith("/crew: the form \"Edit\" said nothing and stayed when Name is empty", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Search_ThatLeavesOneCard_HasFoundIt_ThoughOneCardAloneIsNoList()
    {
        Serve("/crew");
        var page = (await ExploreAsync("/crew")).Pages.Single();

        var search = page.Experiments.Single(experiment => experiment is { Kind: ExperimentKind.Search, Detail: "Freya" });
        search.Stages[0].Claims.ShouldContain("\"Freya Santos\" is displayed");
        search.Stages[0].Claims.ShouldContain("\"Ines Novak\" is not displayed");
        page.Experiments.Where(experiment => experiment.Kind == ExperimentKind.SearchMiss).Select(experiment => experiment.Detail).ShouldBe(["zzqxv"]);
    }

    [Fact]
    public async Task Page_ThatNeverLooksTheSameTwice_IsTriedAllTheSame_InFewSessions()
    {
        var sessions = 0;
        Serve("/watch", "document.getElementById('watch').textContent = 'Visitor ' + (localStorage.visits = 1 + +(localStorage.visits ?? 0));");
        var page = (await ExploreAsync("/watch", () => sessions++)).Pages.Single();

        page.Forms.Single(form => form.IsDialog).Trials.Count(trial => trial is { Kind: TrialKind.Valid, Accepted: true }).ShouldBe(1);
        sessions.ShouldBeLessThan(20);
    }

    private Task<Exploration> ExploreAsync(string path, Action? opened = null) => new Explorer(
        async token =>
        {
            opened?.Invoke();
            return new(await fixture.Browser.OpenAsync(new(), token));
        },
        new ExploreOptions { Start = fixture.Site.At(path), MaxPages = 1, IsIsolated = true },
        TimeProvider.System).RunAsync(TestContext.Current.CancellationToken);

    // Data of its own for each session: a ship with a name that no other has, and a crew. Somebody without a name cannot be drawn, nor anybody after that.
    private void Serve(string path, string script = "") => fixture.Site.Add(path, $$"""
        <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Crew</title></head><body>
        <header><p id="ship"></p></header><main><h1>Crew</h1><p id="watch"></p><input placeholder="Search the crew" id="who"><div id="crew"></div>
        <dialog id="d" aria-label="Edit"><form method="dialog"><p><label>Name <input id="name"></label></p><p><label>Harbour <input id="harbour"></label></p><p id="error"></p>
          <button type="button" id="save">Save</button> <button type="button" id="leave">Cancel</button></form></dialog></main>
        <script>
          const at = id => document.getElementById(id);
          localStorage.ship ??= 'MS ' + Math.random().toString(36).slice(2, 8);
          localStorage.crew ??= JSON.stringify([['Ines Novak', 'Kiel'], ['Tomas Lind', 'Kotka'], ['Lena Moreau', 'Brest'], ['Freya Santos', 'Vigo']]);
          at('ship').textContent = localStorage.ship;
          let edited = 0;
          function draw() {
            const crew = JSON.parse(localStorage.crew), wanted = at('who').value.toLowerCase();
            at('crew').replaceChildren();
            if (crew.some(who => !who[0].trim())) throw new Error('nobody has no name');
            at('crew').innerHTML = crew.map((who, i) => [who, i]).filter(([who]) => who.join(' ').toLowerCase().includes(wanted))
              .map(([who, i]) => `<div class="card"><p>${who[0]}</p><p>${who[1]}</p><button onclick="edit(${i})">Edit</button></div>`).join('');
          }
          function edit(i) { edited = i; [at('name').value, at('harbour').value] = JSON.parse(localStorage.crew)[i]; at('error').textContent = ''; at('d').showModal(); }
          at('save').onclick = () => {
            at('error').textContent = at('harbour').value.trim() ? '' : 'A harbour is needed';
            if (at('error').textContent) return;
            const crew = JSON.parse(localStorage.crew);
            crew[edited] = [at('name').value, at('harbour').value];
            localStorage.crew = JSON.stringify(crew);
            draw();
            at('d').close();
          };
          at('leave').onclick = () => at('d').close();
          at('who').oninput = draw;
          {{script}}
          draw();
        </script></body></html>
        """);
}
