using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Autonoma.Scenarios.Client;
using Autonoma.TestKit;
using Autonoma.TestKit.Environments;
using Microsoft.AspNetCore.Http;

namespace Autonoma.Scenarios.Tests.Client;

public sealed class EnvironmentClientTests : IAsyncLifetime
{
    private readonly HttpClient _http = EnvironmentClient.CreateHttp();
    private readonly ManualTime _time = new(new(2031, 5, 6, 12, 0, 0, TimeSpan.Zero));
    private readonly List<TimeSpan> _waits = [];
    private WireEndpoint _endpoint = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _endpoint = await WireEndpoint.StartAsync();

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _endpoint.DisposeAsync();
    }

    private EnvironmentClient Client(TimeProvider? time = null, string? secret = null, Uri? url = null)
        => new(new EnvironmentEndpoint(url ?? _endpoint.Url, secret ?? _endpoint.SharedSecret), _http, time ?? TimeProvider.System) { Waiting = (_, wait) => _waits.Add(wait) };

    private static byte[] Create(string runId) => RequestBodies.Up(JsonNode.Parse("""{"Workspace":[{"_alias":"w","name":"é😀 \"x\""}],"User":[{"email":"a@example.com","workspaceId":{"_ref":"w"}}]}""")!.AsObject(), runId);

    [Fact]
    public void Bodies_AreThoseOfTheProtocol()
    {
        Encoding.UTF8.GetString(RequestBodies.Discover()).ShouldBe("""{"action":"discover"}""");
        Encoding.UTF8.GetString(RequestBodies.Up("standard", "r1")).ShouldBe("""{"action":"up","scenario":{"name":"standard"},"testRunId":"r1"}""");
        Encoding.UTF8.GetString(RequestBodies.Up(JsonNode.Parse("""{"M":[{"a":"<é>"}]}""")!.AsObject(), "r1")).ShouldBe("""{"action":"up","create":{"M":[{"a":"<é>"}]},"testRunId":"r1"}""");
        Encoding.UTF8.GetString(RequestBodies.Down("t", "r1", asVersion2: false)).ShouldBe("""{"action":"down","refsToken":"t","testRunId":"r1"}""");
        Encoding.UTF8.GetString(RequestBodies.Down("t", "r1", asVersion2: true)).ShouldBe("""{"action":"down","teardownToken":"t","testRunId":"r1"}""");
    }

    [Fact]
    public async Task Lifecycle_OfVersion1_CreatesAndRemoves()
    {
        var client = Client();

        var discovery = await client.DiscoverAsync(Stop);
        var instance = await client.UpAsync(Create("r1"), "r1", asVersion2: false, Stop);

        discovery.IsVersion2.ShouldBeFalse();
        discovery.Schema!.ScopeModel!.Name.ShouldBe("Workspace");
        _endpoint.Rows.Count.ShouldBe(2);
        instance.Auth!.Cookies!.ShouldHaveSingleItem().Value.ShouldBe("for-a@example.com");
        instance.Auth.Headers!["x-tenant"].ShouldBe("a@example.com");
        instance.Auth.Values!["password"].ShouldBe("pass-a@example.com");
        instance.Refs!.Value.GetProperty("User")[0].GetProperty("workspaceId").GetString().ShouldBe("workspace_1");

        await client.DownAsync(instance.Token, "r1", asVersion2: false, Stop);

        _endpoint.Rows.ShouldBeEmpty();
    }

    [Fact]
    public async Task Lifecycle_OfVersion2_CreatesAndRemoves()
    {
        _endpoint.IsVersion2 = true;
        var client = Client();

        (await client.DiscoverAsync(Stop)).Scenarios.Select(scenario => scenario.Name).ShouldBe(["standard", "empty"]);
        var instance = await client.UpAsync(RequestBodies.Up("standard", "r1"), "r1", asVersion2: true, Stop);

        instance.ExpiresIn.ShouldBe(TimeSpan.FromHours(1));
        _endpoint.Rows.Count.ShouldBe(2);
        await client.DownAsync(instance.Token, "r1", asVersion2: true, Stop);
        _endpoint.Rows.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("\"2.0\"", true)]
    [InlineData("2", true)]
    [InlineData("2.9", true)]
    [InlineData("\"2\"", true)]
    [InlineData("\"2.1.3-beta\"", true)]
    [InlineData("\"1.0\"", false)]
    [InlineData("\"0.2.0\"", false)]
    [InlineData("20", false)]
    [InlineData("\"v2\"", false)]
    [InlineData("null", false)]
    public async Task Discover_Version_DecidesTheProtocol(string version, bool isVersion2)
    {
        Answer("discover", 200, $$$"""{"version":{{{version}}},"schema":{"models":[],"edges":[],"relations":[],"scopeField":"x"},"scenarios":[],"later":{"a":1}}""");

        (await Client().DiscoverAsync(Stop)).IsVersion2.ShouldBe(isVersion2);
    }

    [Fact]
    public async Task WrongSecret_IsNamedAsSuch_AndNothingSecretIsSaid()
    {
        var e = await Should.ThrowAsync<EnvironmentException>(() => Client(secret: "another-secret").DiscoverAsync(Stop));

        (e.Failure, e.Status, e.Code).ShouldBe((EnvironmentFailure.Http, 401, "INVALID_SIGNATURE"));
        e.Message.ShouldContain("AUTONOMA_SHARED_SECRET");
        e.Message.ShouldNotContain("another-secret");
    }

    [Theory]
    [InlineData("""{"message":"m","error":"e","detail":"d"}""", ": m.")]
    [InlineData("""{"error":"e","detail":"d"}""", ": e.")]
    [InlineData("""{"detail":"d"}""", ": d.")]
    [InlineData("<html>  Oh\n no </html>", ": <html> Oh no </html>.")]
    [InlineData("", ": an empty body.")]
    public async Task Failure_OfAnyForm_IsSaidInItsOwnWords(string body, string words)
    {
        Answer("discover", 500, body);

        var e = await Should.ThrowAsync<EnvironmentException>(() => Client().DiscoverAsync(Stop));

        e.Message.ShouldContain($"answered 'discover' with 500{words}");
        e.Failure.ShouldBe(EnvironmentFailure.Http);
    }

    [Theory]
    [InlineData("""{"auth":null,"refsToken":"t"}""", "auth must be an object or absent, and here it is null")]
    [InlineData("""{"auth":{"cookies":null},"refsToken":"t"}""", "auth.cookies must be a list or absent, and here it is null")]
    [InlineData("""{"auth":{"cookies":[{"name":"a","value":"b","domain":null}]},"refsToken":"t"}""", "auth.cookies[0].domain must be text or absent, and here it is null")]
    [InlineData("""{"auth":{"cookies":[{"name":"a"}]},"refsToken":"t"}""", "auth.cookies[0].value is missing")]
    [InlineData("""{"auth":{"cookies":[{"name":"a","value":"b","sameSite":"any"}]},"refsToken":"t"}""", "sameSite must be strict, lax or none")]
    [InlineData("""{"auth":{"headers":{"x":1}},"refsToken":"t"}""", "auth.headers.x must be text, and here it is a number")]
    [InlineData("""{"auth":{},"refs":null,"refsToken":"t"}""", "refs must be an object or absent, and here it is null")]
    [InlineData("""{"auth":{},"refs":{},"refsToken":"t","expiresInSeconds":null}""", "expiresInSeconds must be a number or absent")]
    [InlineData("""{"auth":{},"refs":{}}""", "refsToken is missing: what was created cannot be removed")]
    [InlineData("[]", "not with a JSON object: []")]
    [InlineData("<html>sign in</html>", "Is this the address of the Environment Factory?")]
    public async Task Up_AnswerAgainstTheProtocol_IsABadResponse(string answer, string message)
    {
        Answer("up", 200, answer);

        var e = await Should.ThrowAsync<EnvironmentException>(() => Client().UpAsync(Create("r"), "r", asVersion2: false, Stop));

        e.Failure.ShouldBe(EnvironmentFailure.BadResponse);
        e.Message.ShouldContain(message);
    }

    [Fact]
    public async Task Down_NotOk_IsNotTakenForDone()
    {
        Answer("down", 200, """{"version":"1.0","ok":false}""");

        (await Should.ThrowAsync<EnvironmentException>(() => Client().DownAsync("t", "r", asVersion2: false, Stop))).Message.ShouldContain("not everything was removed");
    }

    [Fact]
    public async Task Redirect_IsNotFollowed()
    {
        _endpoint.Instead = (_, context, _) =>
        {
            context.Response.Redirect("https://elsewhere.example.com/");
            return Task.FromResult(true);
        };

        (await Should.ThrowAsync<EnvironmentException>(() => Client().DiscoverAsync(Stop))).Message.ShouldContain("it redirects to https://elsewhere.example.com/");
    }

    [Theory]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task ColdStart_IsWaitedForLongerAndLonger(int status)
    {
        var answered = 0;
        _endpoint.Instead = async (_, context, _) =>
        {
            if (++answered > 4)
                return false;
            context.Response.StatusCode = status;
            await context.Response.WriteAsync("starting");
            return true;
        };

        var discovering = Client(_time).DiscoverAsync(Stop);
        foreach (var seconds in (int[])[2, 5, 10, 15])
        {
            await Waiting.UntilAsync(() => _time.Pending.Contains(TimeSpan.FromSeconds(seconds)), Stop);
            _time.Advance(TimeSpan.FromSeconds(seconds));
        }

        (await discovering).Protocol.ShouldBe("1.0");
        _waits.Select(wait => wait.TotalSeconds).ShouldBe([2, 5, 10, 15]);
    }

    [Fact]
    public async Task ColdStart_ThatNeverEnds_IsSaidAfterFiveAttempts()
    {
        var answered = 0;
        _endpoint.Instead = (_, context, _) =>
        {
            answered++;
            context.Response.StatusCode = 503;
            return Task.FromResult(true);
        };

        var discovering = Client(_time).DiscoverAsync(Stop);
        foreach (var seconds in (int[])[2, 5, 10, 15])
        {
            await Waiting.UntilAsync(() => _time.Pending.Contains(TimeSpan.FromSeconds(seconds)), Stop);
            _time.Advance(TimeSpan.FromSeconds(seconds));
        }

        (await Should.ThrowAsync<EnvironmentException>(() => discovering)).Status.ShouldBe(503);
        answered.ShouldBe(5);
    }

    [Theory]
    [InlineData(500, "{}")]
    [InlineData(429, "{}")]
    [InlineData(401, "{}")]
    [InlineData(503, """{"error":"busy","code":"INTERNAL_ERROR"}""")]
    public async Task Failure_OfTheAppItself_IsNotAskedAgain(int status, string body)
    {
        Answer("discover", status, body);

        await Should.ThrowAsync<EnvironmentException>(() => Client(_time).DiscoverAsync(Stop));

        _waits.ShouldBeEmpty();
        _endpoint.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Refused_IsAColdStart_AndThenUnreachable()
    {
        using var taken = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        taken.Bind(new IPEndPoint(IPAddress.Loopback, 0)); // bound and not listening: nobody else gets the port, and nobody answers

        var discovering = Client(_time, url: new Uri($"http://127.0.0.1:{((IPEndPoint)taken.LocalEndPoint!).Port}/")).DiscoverAsync(Stop);
        foreach (var seconds in (int[])[2, 5, 10, 15])
        {
            await Waiting.UntilAsync(() => _time.Pending.Contains(TimeSpan.FromSeconds(seconds)), Stop);
            _time.Advance(TimeSpan.FromSeconds(seconds));
        }

        var e = await Should.ThrowAsync<EnvironmentException>(() => discovering);
        e.Failure.ShouldBe(EnvironmentFailure.Unreachable);
        e.MayHaveHappened.ShouldBeFalse();
        e.Message.ShouldContain("nothing listens there. Start the app, or check --sdk-url.");
    }

    [Fact]
    public async Task Silence_IsATimeout_AfterItsTimeAndOnce()
    {
        var silent = new TaskCompletionSource();
        _endpoint.Instead = async (_, _, _) =>
        {
            await silent.Task;
            return true;
        };

        var going = Client(_time).DownAsync("t", "r", asVersion2: false, Stop);
        await Waiting.UntilAsync(() => !_endpoint.Requests.IsEmpty, Stop);
        _time.Advance(TimeSpan.FromSeconds(59));
        going.IsCompleted.ShouldBeFalse();
        _time.Advance(TimeSpan.FromSeconds(1));

        var e = await Should.ThrowAsync<EnvironmentException>(() => going);
        silent.SetResult();
        e.Failure.ShouldBe(EnvironmentFailure.TimedOut);
        e.Message.ShouldContain("did not answer 'down' within 60 s");
        e.MayHaveHappened.ShouldBeTrue();
        _endpoint.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task ConnectionLostMidway_IsNotAskedAgain()
    {
        _endpoint.Instead = (_, context, _) =>
        {
            context.Abort();
            return Task.FromResult(true);
        };

        var e = await Should.ThrowAsync<EnvironmentException>(() => Client(_time).UpAsync(Create("r"), "r", asVersion2: false, Stop));

        e.Failure.ShouldBe(EnvironmentFailure.Unreachable);
        e.MayHaveHappened.ShouldBeTrue();
        _waits.ShouldBeEmpty();
    }

    [Fact]
    public void Curl_HasTheBodyAndNoSecret()
    {
        var curl = CurlCommand.For(new Uri("http://localhost:5000/api/autonoma"), Encoding.UTF8.GetBytes("""{"a":"it's"}"""));

        curl.ShouldContain("""BODY='{"a":"it'\''s"}'""");
        curl.ShouldContain("$AUTONOMA_SHARED_SECRET");
        curl.ShouldContain("curl -sS -X POST 'http://localhost:5000/api/autonoma'");
    }

    private void Answer(string action, int status, string body) => _endpoint.Instead = async (asked, context, _) =>
    {
        if (asked != action)
            return false;
        context.Response.StatusCode = status;
        await context.Response.WriteAsync(body);
        return true;
    };
}
