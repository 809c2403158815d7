using System.Collections.Concurrent;
using Autonoma.Planner.Exploring;
using Autonoma.TestKit;
using Microsoft.AspNetCore.Http;

namespace Autonoma.Planner.Tests.Exploring;

/// <summary>What is tried first when there may not be time for all, and what is made ready while something else is tried.</summary>
public sealed class ExploringOrderTests(BrowserFixture fixture) : IClassFixture<BrowserFixture>
{
    private readonly ConcurrentQueue<string> _said = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pages_AreTriedFromTheStart_AndThenTheSmallestFirst()
    {
        Page("/boats", """<nav><a href="/boats/sail">Sail</a> <a href="/boats/row">Row</a> <a href="/boats/swim">Swim</a></nav><h1>Boats</h1><form method="post"><label>Mail <input></label><label>Name <input></label><label>Town <input></label><button>Send</button></form>""");
        Page("/boats/sail", "<h1>Sail</h1><table><tr><th>Boat</th></tr><tr><td>Gull</td></tr></table><form method=\"post\"><label>Harbour <input></label><button>Send</button></form>");
        Page("/boats/row", "<h1>Row</h1><form method=\"post\"><label>Harbour <input></label><button>Send</button></form>");
        Page("/boats/swim", "<h1>Swim</h1>");

        await ExploreAsync("/boats", new ClockThatJumps());

        _said.Where(line => line.StartsWith("trying", StringComparison.Ordinal)).ShouldBe(["trying /boats", "trying /boats/swim", "trying /boats/row", "trying /boats/sail"]);
    }

    [Fact]
    public async Task Form_IsSentAsAsked_BeforeItsFieldsAreFilledInWrongly_SoThatItIsWhenTheTimeIsUp()
    {
        var time = new ClockThatJumps();
        var sent = 0;
        fixture.Site.Add("/mooring", async context =>
        {
            // After two answers there is no time for a third.
            if (context.Request.Method == "POST" && ++sent == 2)
                time.Jump(TimeSpan.FromHours(1));
            var name = context.Request.HasFormContentType ? context.Request.Form["name"].ToString() : null;
            context.Response.ContentType = "text/html";
            await context.Response.WriteAsync(name is { Length: > 0 } ? "<!doctype html><title>Mooring</title><main><h1>Kept for you</h1></main>" : $"""
                <!doctype html><title>Mooring</title><main><h1>Mooring</h1><form method="post"><p><label>Name <input name="name"></label>{(name is null ? "" : " A name is needed")}</p>
                <p><label>Boat <input name="boat"></label></p><p><label>Length <input name="length" type="number"></label></p><button formnovalidate>Send</button></form></main>
                """);
        });

        var form = (await ExploreAsync("/mooring", time)).Pages[0].Forms.ShouldHaveSingleItem();

        form.Trials.Select(trial => (trial.Kind, trial.Accepted)).ShouldBe([(TrialKind.AllEmpty, false), (TrialKind.Valid, true)]);
    }

    [Fact]
    public async Task Sessions_AreOpenedAheadForEachWorker_AndAllAreClosed()
    {
        var (opened, closed) = (0, 0);
        var ahead = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        // The first page is not there before two sessions wait beside the one that asks for it.
        fixture.Site.Add("/pier", async context =>
        {
            await ahead.Task.WaitAsync(context.RequestAborted);
            context.Response.ContentType = "text/html";
            await context.Response.WriteAsync("<!doctype html><title>Pier</title><main><h1>Pier</h1></main>");
        });

        var found = await new Explorer(
            async token =>
            {
                var driver = await fixture.Browser.OpenAsync(new(), token);
                if (Interlocked.Increment(ref opened) == 3)
                    ahead.SetResult();
                return new(driver, () =>
                {
                    Interlocked.Increment(ref closed);
                    return Task.CompletedTask;
                });
            },
            new ExploreOptions { Start = fixture.Site.At("/pier"), IsIsolated = true, Workers = 2 },
            TimeProvider.System).RunAsync(Token);

        found.Pages.ShouldHaveSingleItem().Heading.ShouldBe("Pier");
        closed.ShouldBe(opened);
    }

    [Fact]
    public async Task Sessions_ThatShareTheirData_AreOpenedOneAfterTheOther()
    {
        var (open, most) = (0, 0);
        Page("/quay", "<h1>Quay</h1><form method=\"post\"><label>Boat <input></label><button>Send</button></form>");

        await new Explorer(
            async token =>
            {
                most = Math.Max(most, Interlocked.Increment(ref open));
                return new(await fixture.Browser.OpenAsync(new(), token), () =>
                {
                    Interlocked.Decrement(ref open);
                    return Task.CompletedTask;
                });
            },
            new ExploreOptions { Start = fixture.Site.At("/quay"), IsIsolated = true },
            TimeProvider.System).RunAsync(Token);

        (open, most).ShouldBe((0, 1));
    }

    private Task<Exploration> ExploreAsync(string path, TimeProvider time) => new Explorer(
        async token => new(await fixture.Browser.OpenAsync(new(), token)),
        new ExploreOptions { Start = fixture.Site.At(path), MaxPages = 8, IsIsolated = true },
        time) { Progress = _said.Enqueue }.RunAsync(Token);

    private void Page(string path, string body) => fixture.Site.Add(path, $"<!doctype html><html lang=\"en\"><head><title>Boats</title></head><body><main>{body}</main></body></html>");

    private sealed class ClockThatJumps : TimeProvider
    {
        private long _ahead;

        public override long GetTimestamp() => base.GetTimestamp() + Interlocked.Read(ref _ahead);

        public void Jump(TimeSpan by) => Interlocked.Add(ref _ahead, (long)(by.TotalSeconds * TimestampFrequency));
    }
}
