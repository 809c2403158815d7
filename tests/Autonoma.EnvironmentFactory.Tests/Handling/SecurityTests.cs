using System.Text;
using Autonoma.EnvironmentFactory.Handling;
using Autonoma.EnvironmentFactory.Protocol;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Autonoma.EnvironmentFactory.Tests.Handling;

public sealed class SecurityTests
{
    private static readonly byte[] Discover = """{"action":"discover"}"""u8.ToArray();

    [Theory]
    [InlineData("""{"action":"destroy"}""", 400, "UNKNOWN_ACTION")]
    [InlineData("""{"action":"Up"}""", 400, "UNKNOWN_ACTION")]
    [InlineData("""{"action":[1]}""", 400, "UNKNOWN_ACTION")]
    [InlineData("""{"action":""}""", 400, "INVALID_BODY")]
    [InlineData("""{"action":0}""", 400, "INVALID_BODY")]
    [InlineData("""{}""", 400, "INVALID_BODY")]
    [InlineData("[]", 400, "INVALID_BODY")]
    [InlineData("null", 400, "INVALID_BODY")]
    [InlineData("\"up\"", 400, "INVALID_BODY")]
    [InlineData("", 400, "INVALID_BODY")]
    [InlineData("{\"action\":", 400, "INVALID_BODY")]
    [InlineData("""{"action":"up","create":{"Project":[{"title":"\ud83d"}]}}""", 400, "INVALID_BODY")]
    [InlineData("""{"action":"up","create":0}""", 400, "INVALID_BODY")]
    [InlineData("""{"action":"up","testRunId":{},"create":{}}""", 400, "INVALID_BODY")]
    public async Task Request_OfAnotherShape_GetsTheCodeOfTheProtocol(string body, int status, string code)
    {
        using var factory = new TestFactory();

        await factory.FailAsync(body, status, code);
    }

    [Fact]
    public async Task Request_WithAByteOrderMark_IsSignedWithItAndReadWithoutIt()
    {
        using var factory = new TestFactory();
        byte[] body = [.. Encoding.UTF8.Preamble, .. Discover];

        (await factory.Handler.HandleAsync(EnvironmentFactoryRequest.Signed(body, TestFactory.SharedSecret), TestContext.Current.CancellationToken)).Status.ShouldBe(200);
        (await factory.Handler.HandleAsync(new(body) { Signature = RequestSignature.Sign(Discover, TestFactory.SharedSecret) }, TestContext.Current.CancellationToken)).Status.ShouldBe(401);
    }

    [Fact]
    public async Task Request_WithoutASignature_IsRefusedBeforeItIsRead()
    {
        using var factory = new TestFactory();

        var response = await factory.Handler.HandleAsync(new("no json"u8.ToArray()), TestContext.Current.CancellationToken);

        (response.Status, response.Code).ShouldBe((401, "INVALID_SIGNATURE"));
    }

    [Fact]
    public async Task Secrets_WhileTheyAreRotated_AreBothGood()
    {
        using var factory = new TestFactory(options: options => options.PreviousSharedSecrets.Add("the-old-one"));

        (await factory.SendAsync("""{"action":"discover"}""", "the-old-one")).Status.ShouldBe(200);
        (await factory.SendAsync("""{"action":"discover"}""")).Status.ShouldBe(200);
        (await factory.SendAsync("""{"action":"discover"}""", "the-oldest-one")).Status.ShouldBe(401);
    }

    [Fact]
    public async Task Secrets_OfTokens_CanBeRotatedToo()
    {
        using var before = new TestFactory(options: options => options.SigningSecret = "the-old-signing-one");
        var up = await before.UpAsync("{}");
        using var after = new TestFactory(options: options => options.PreviousSigningSecrets.Add("the-old-signing-one"));
        using var foreign = new TestFactory();

        await after.DownAsync(up);
        await foreign.FailAsync($$"""{"action":"down","refsToken":"{{up["refsToken"]}}"}""", 403, "INVALID_REFS_TOKEN");
    }

    [Fact]
    public async Task Secrets_ThatAreTheSame_StopTheAppAndEveryRequest()
    {
        using var factory = new TestFactory(options: options => options.SigningSecret = TestFactory.SharedSecret);

        (await factory.Handler.HandleAsync(new(Discover), TestContext.Current.CancellationToken)).Code.ShouldBe("SAME_SECRETS");
        await factory.FailAsync("""{"action":"discover"}""", 500, "SAME_SECRETS");
        var start = () => factory.Services.GetServices<IHostedService>().Single().StartAsync(TestContext.Current.CancellationToken);
        (await Should.ThrowAsync<InvalidOperationException>(start)).Message.ShouldContain("openssl rand -hex 32");
    }

    [Fact]
    public async Task Secrets_ThatAreMissing_AreNamed()
    {
        using var factory = new TestFactory(options: options => options.SigningSecret = "");

        (await factory.FailAsync("""{"action":"discover"}""", 500, "INTERNAL_ERROR")).ShouldBe("AUTONOMA_SIGNING_SECRET is not set.");
    }

    [Fact]
    public async Task Production_UnlessAllowed_Is404WithoutLookingAtTheRequest()
    {
        using var factory = new TestFactory(options: options => options.AllowProduction = false);

        var response = await factory.Handler.HandleAsync(new(default), TestContext.Current.CancellationToken);

        (response.Status, response.Code).ShouldBe((404, "PRODUCTION_BLOCKED"));
        factory.Handler.Unavailable()!.Status.ShouldBe(404);
    }

    [Fact]
    public async Task Body_LongerThanAllowed_IsRefused()
    {
        using var factory = new TestFactory(options: options => options.MaxBodyBytes = 30);

        (await factory.SendAsync("""{"action":"discover","more":"than fits"}""")).Status.ShouldBe(413);
        (await factory.SendAsync("""{"action":"discover"}""")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task FreshRequest_SentAgain_IsRefused()
    {
        using var factory = new TestFactory();
        var request = Fresh(factory, "nonce-0123456789abcdef");

        (await SendAsync(factory, request)).Status.ShouldBe(200);
        (await SendAsync(factory, request)).Status.ShouldBe(401);
        (await SendAsync(factory, Fresh(factory, "nonce-0123456789abcdeg"))).Status.ShouldBe(200);
    }

    [Fact]
    public async Task FreshRequest_TooOldOrChanged_IsRefused()
    {
        using var factory = new TestFactory();
        var request = Fresh(factory, "nonce-0123456789abcdef");

        (await SendAsync(factory, request with { Nonce = "nonce-0123456789abcdeX" })).Status.ShouldBe(401);
        (await SendAsync(factory, request with { Timestamp = "99999999999999999999" })).Status.ShouldBe(401);
        (await SendAsync(factory, request with { FreshSignature = null })).Status.ShouldBe(401);
        (await SendAsync(factory, request with { Nonce = null })).Status.ShouldBe(401);
        (await SendAsync(factory, Fresh(factory, "short"))).Status.ShouldBe(401);
        factory.Time.Now += TimeSpan.FromMinutes(6);
        (await SendAsync(factory, request)).Status.ShouldBe(401);
    }

    [Fact]
    public async Task FreshRequests_WhereRequired_AreTheOnlyOnes()
    {
        using var factory = new TestFactory(options: options => options.RequireFreshRequests = true);

        (await factory.SendAsync("""{"action":"discover"}""")).Status.ShouldBe(401);
        (await SendAsync(factory, Fresh(factory, "nonce-0123456789abcdef"))).Status.ShouldBe(200);
    }

    private static EnvironmentFactoryRequest Fresh(TestFactory factory, string nonce)
    {
        var timestamp = factory.Time.Now.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
        return EnvironmentFactoryRequest.Signed(Discover, TestFactory.SharedSecret) with { Timestamp = timestamp, Nonce = nonce, FreshSignature = RequestSignature.SignFresh(Discover, timestamp, nonce, TestFactory.SharedSecret) };
    }

    private static Task<EnvironmentFactoryResponse> SendAsync(TestFactory factory, EnvironmentFactoryRequest request) => factory.Handler.HandleAsync(request, TestContext.Current.CancellationToken);
}
