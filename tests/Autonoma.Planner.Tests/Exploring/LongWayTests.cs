using System.Collections.Concurrent;
using Autonoma.Engine.Web;
using Autonoma.Planner.Exploring;
using Autonoma.TestKit;
using Microsoft.AspNetCore.Http;

namespace Autonoma.Planner.Tests.Exploring;

/// <summary>Pages that only something that is sent leads to.</summary>
public sealed class LongWayTests(BrowserFixture fixture) : IClassFixture<BrowserFixture>
{
    [Fact]
    public async Task Way_OfSeveralForms_IsFollowedToItsEnd_BeforeItsDetailsAreTried()
    {
        Page("/hire", "Hire a boat", "/hire-skipper", "Boat");
        Page("/hire-skipper", "Who steers?", "/hire-harbour", "Skipper");
        Page("/hire-harbour", "From where?", "/hire-done", "Harbour");
        Page("/hire-done", "See you soon", null, "");
        var said = new ConcurrentQueue<string>();

        var found = await new Explorer(
            async token => new(await fixture.Browser.OpenAsync(new WebSessionOptions(), token)),
            new ExploreOptions { Start = fixture.Site.At("/hire"), MaxPages = 20, IsIsolated = true },
            TimeProvider.System) { Progress = said.Enqueue }.RunAsync(TestContext.Current.CancellationToken);

        var lines = said.ToList();
        var end = lines.FindIndex(line => line.StartsWith("looking at /hire-done", StringComparison.Ordinal));
        end.ShouldBeGreaterThan(0, string.Join('\n', lines));
        lines.FindIndex(line => line.StartsWith("trying /hire-skipper", StringComparison.Ordinal)).ShouldBeGreaterThan(end);
        var last = found.Pages.Single(page => page.Route == "/hire-done");
        last.Approach.Count.ShouldBe(6);
        last.Experiments.ShouldContain(experiment => experiment.Kind == ExperimentKind.Page);
        found.Pages.Single(page => page.Route == "/hire-skipper").Forms.Single().Trials.Count.ShouldBeGreaterThan(1, "the details were tried afterwards");
    }

    private void Page(string path, string heading, string? next, string field) => fixture.Site.Add(path, async context =>
    {
        context.Response.ContentType = "text/html";
        var form = next is null ? "<p>Your number is A-17</p>" : $"""<form method="post" action="{next}"><label>{field} <input name="{field}" required></label><button>Continue</button></form>""";
        await context.Response.WriteAsync($"<!doctype html><title>{heading}</title><main><h1>{heading}</h1>{form}</main>");
    });
}
