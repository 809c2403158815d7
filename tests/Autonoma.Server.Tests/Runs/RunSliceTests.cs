using System.Net;

namespace Autonoma.Server.Tests.Runs;

public sealed class RunSliceTests(WorkingServer server) : IClassFixture<WorkingServer>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SuiteRun_OverHttp_IsSeenLive_AndLeavesVerdictStepsAndPictures()
    {
        using var owner = await server.NewOwnerAsync();
        var page = server.Page("<h1>Basket</h1><label>Voucher <input id=v></label><button onclick=\"document.querySelector('p').textContent = 'Voucher ' + document.querySelector('#v').value + ' taken'\">Redeem</button><p></p>");
        var application = await server.ApplicationAsync(owner,
            ("basket/voucher.md", $"---\ntitle: Voucher is taken\nurl: {page}\n---\n## Steps\n1. Type \"SPRING\" into the Voucher field\n2. Click \"Redeem\"\n3. Verify that the text \"Voucher SPRING taken\" is shown\n"),
            ("basket/wrong.md", $"---\ntitle: Voucher is refused\nurl: {page}\n---\n## Steps\n1. Click \"Redeem\"\n2. Verify that the text \"No such voucher\" is shown\n"));

        var (suite, runs) = await WorkingServer.StartAsync(owner, application, new { all = true });
        var events = await WorkingServer.EventsAsync(owner, runs[0]);
        await WorkingServer.EventsAsync(owner, runs[1]);

        events.Select(happened => happened["sequence"]!.GetValue<long>()).ShouldBe(Enumerable.Range(1, events.Count).Select(number => (long)number));
        events.Where(happened => happened["kind"]!.GetValue<string>() == "step").Select(happened => $"{happened["data"]!["phase"]} {happened["data"]!["number"]}").ShouldBe(["started 1", "ended 1", "started 2", "ended 2", "started 3", "ended 3"]);
        events[^1]["data"]!["status"]!.GetValue<string>().ShouldBe("passed");
        // Who lost the connection goes on where they were.
        (await WorkingServer.EventsAsync(owner, runs[0], after: 4)).Select(happened => happened.ToJsonString()).ShouldBe(events.Skip(4).Select(happened => happened.ToJsonString()));

        var passed = await owner.GetAsync($"/v1/runs/{runs[0]}");
        passed["status"]!.GetValue<string>().ShouldBe("passed");
        passed["steps"]!.AsArray().Select(step => step!["status"]!.GetValue<string>()).ShouldBe(["passed", "passed", "passed"]);
        passed["steps"]![1]!["attempts"]![0]!["command"]!.GetValue<string>().ShouldBe("click");
        var failed = await owner.GetAsync($"/v1/runs/{runs[1]}");
        (failed["status"]!.GetValue<string>(), failed["failureKind"]!.GetValue<string>()).ShouldBe(("failed", "assertion"));
        (await owner.GetAsync($"/v1/suite-runs/{suite}"))["status"]!.GetValue<string>().ShouldBe("failed");

        using var picture = await server.Anonymous.GetAsync(passed["finalPicture"]!["url"]!.GetValue<string>(), Token);
        picture.Content.Headers.ContentType!.MediaType.ShouldBe("image/jpeg");
        picture.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        (await picture.Content.ReadAsByteArrayAsync(Token))[..2].ShouldBe([0xff, 0xd8]);
        var pictureOfStep = passed["steps"]![1]!["attempts"]![0]!["after"]!.GetValue<string>();
        (await owner.SendAsync(HttpMethod.Get, $"/v1/runs/{runs[0]}/artifacts/1/{pictureOfStep}")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
