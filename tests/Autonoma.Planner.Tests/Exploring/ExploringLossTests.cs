using System.Collections.Concurrent;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Web;
using Autonoma.Planner.Exploring;
using Autonoma.TestKit;

namespace Autonoma.Planner.Tests.Exploring;

/// <summary>Tabs and browsers that really end while an application is explored.</summary>
public sealed class ExploringLossTests(BrowserFixture fixture) : IClassFixture<BrowserFixture>
{
    private readonly ConcurrentQueue<string> _said = new();
    private Func<Task> _onCount = () => Task.CompletedTask;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tab_ThatCrashes_IsReplaced_AndNothingIsMissing()
    {
        Serve();
        var open = new ConcurrentQueue<WebAppDriver>();
        var whole = await ExploreAsync(async token => new(await fixture.Browser.OpenAsync(new(), token)));

        _onCount = First(() => CrashAsync(open.Last()));
        var found = await ExploreAsync(async token =>
        {
            var driver = await fixture.Browser.OpenAsync(new(), token);
            open.Enqueue(driver);
            return new(driver);
        });

        ShouldBeLike(found, whole);
    }

    [Fact]
    public async Task Browser_ThatIsKilled_IsStartedAgain_AndNothingIsMissing()
    {
        Serve();
        await using var shared = new SharedBrowser(() => new BrowserOptions());
        WebAppDriver? open = null;
        async Task<ExploreSession> Open(CancellationToken token) => new(open = await (await shared.GetAsync(token)).OpenAsync(new(), token));
        var whole = await ExploreAsync(Open);

        _onCount = First(async () =>
        {
            var own = await BrowserProcesses.OfAsync(open!.Page.Context.Browser!);
            BrowserProcesses.Kill(own[0]);
            await Waiting.UntilAsync(() => !own.Any(BrowserProcesses.IsAlive), Token);
        });
        var found = await ExploreAsync(Open);

        ShouldBeLike(found, whole);
    }

    [Fact]
    public async Task Tabs_ThatAllCrash_EndIt_WithAMessage_AndWhatWasSeenIsKept()
    {
        Serve();
        var opened = 0;
        var found = await ExploreAsync(
            async token =>
            {
                var driver = await fixture.Browser.OpenAsync(new(), token);
                if (++opened > 1)
                    await CrashAsync(driver);
                return new(driver);
            });

        found.Pages.Count.ShouldBe(6);
        found.LeftOut.ShouldContain(reason => reason.Contains("exploring was given up: the browser or its tab was lost 5 times", StringComparison.Ordinal));
        _said.Count(line => line.Contains("was lost", StringComparison.Ordinal) && line.Contains("goes on there", StringComparison.Ordinal)).ShouldBe(1);
        _said.Count(line => line.StartsWith("Exploring is given up", StringComparison.Ordinal)).ShouldBe(1);
        opened.ShouldBeLessThan(20);
    }

    [Fact]
    public async Task FirstTab_ThatCrashesAlways_SaysThatItWasLost_AndNotThatTheAppIsNotThere()
    {
        Serve();
        var lost = await Should.ThrowAsync<DriverLostException>(() => ExploreAsync(
            async token =>
            {
                var driver = await fixture.Browser.OpenAsync(new(), token);
                await CrashAsync(driver);
                return new(driver);
            }));

        lost.Message.ShouldContain("took its tab along twice");
    }

    // While the page waits for an answer to what was pressed on it.
    private static Func<Task> First(Func<Task> act)
    {
        var visits = 0;
        return () => Interlocked.Increment(ref visits) == 1 ? act() : Task.CompletedTask;
    }

    private void ShouldBeLike(Exploration found, Exploration whole)
    {
        _said.Count(line => line.Contains("was lost", StringComparison.Ordinal)).ShouldBe(1, string.Join('\n', _said));
        found.LeftOut.ShouldBe(whole.LeftOut);
        found.Pages.Select(page => page.Route).ShouldBe(whole.Pages.Select(page => page.Route));
        foreach (var (now, then) in found.Pages.Zip(whole.Pages))
        {
            now.Experiments.Select(experiment => (experiment.Kind, experiment.Subject, experiment.Detail)).Distinct().ShouldBe(then.Experiments.Select(experiment => (experiment.Kind, experiment.Subject, experiment.Detail)).Distinct());
            now.Forms.SelectMany(form => form.Trials).Select(trial => (trial.Kind, trial.Accepted)).ShouldBe(then.Forms.SelectMany(form => form.Trials).Select(trial => (trial.Kind, trial.Accepted)));
        }
    }

    private Task<Exploration> ExploreAsync(Func<CancellationToken, Task<ExploreSession>> open) => new Explorer(open, new ExploreOptions { Start = fixture.Site.At("/boats"), MaxPages = 20, IsIsolated = true }, TimeProvider.System)
    {
        Progress = _said.Enqueue,
    }.RunAsync(Token);

    private static async Task CrashAsync(WebAppDriver driver)
    {
        var protocol = await driver.Page.Context.NewCDPSessionAsync(driver.Page);
        _ = protocol.SendAsync("Page.crash").ContinueWith(_ => { }, TaskScheduler.Default);
        await Waiting.UntilAsync(() => driver.Application.Loss is not null, Token);
    }

    private void Serve()
    {
        const string Menu = """<nav><a href="/boats">Boats</a> <a href="/crews">Crews</a> <a href="/tides">Tides</a> <a href="/berths">Berths</a> <a href="/about">About</a> <a href="/fees">Fees</a></nav>""";
        Page("/boats", """
            <h1>Boats</h1><button onclick="fetch('/count').then(() => note.textContent = '3 boats are out')">Count</button><p id="note" role="status"></p>
            <form onsubmit="event.preventDefault(); note.textContent = boat.value ? 'Boat added' : 'A boat needs a name'"><label>Boat name <input id="boat"></label><button>Add boat</button></form>
            """);
        foreach (var name in (string[])["Crews", "Tides", "Berths", "About", "Fees"])
            Page("/" + name.ToLowerInvariant(), $"<h1>{name}</h1><p>All about {name.ToLowerInvariant()}.</p>");

        fixture.Site.Add("/count", _ => _onCount());

        void Page(string path, string body) => fixture.Site.Add(path, async context =>
        {
            context.Response.ContentType = "text/html";
            await Microsoft.AspNetCore.Http.HttpResponseWritingExtensions.WriteAsync(context.Response, $"<!doctype html><title>{path}</title>{Menu}<main>{body}</main>");
        });
    }
}
