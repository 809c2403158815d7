using System.Text;
using System.Text.Json;
using Autonoma.EnvironmentFactory.Protocol;

namespace Autonoma.EnvironmentFactory.Tests.Protocol;

// The exact bytes that the published SDK was seen to send, accept and answer.
public sealed class VectorTests
{
    private const string RefsVector = "eyJhbGciOiJIUzI1NiIsInR5cCI6IlJFRlMifQ.eyJyZWZzIjp7Ik9yZ2FuaXphdGlvbiI6W3siaWQiOiJvcmdfMSIsIm5hbWUiOiJBY21lIn1dfSwidGVzdFJ1bklkIjoicnVuLTEyMyIsImVudmlyb25tZW50IjoiIiwiYWxpYXNEZXBlbmRlbmNpZXMiOnsib3JnIjpbXX0sImFsaWFzT3duZXJNb2RlbCI6eyJvcmciOiJPcmdhbml6YXRpb24ifX0.yjWYizR-q9XYZEIXT1l5FgX5c-TyHHPYQlyjLQdFD3k";
    private const string RefsPayload = """{"refs":{"Organization":[{"id":"org_1","name":"Acme"}]},"testRunId":"run-123","environment":"","aliasDependencies":{"org":[]},"aliasOwnerModel":{"org":"Organization"}}""";
    private const string TeardownVector = "eyJhbGciOiJIUzI1NiIsInR5cCI6IlJFRlMifQ.eyJyZWZzIjp7InVzZXJJZCI6InVzZXItcHJvdG9jb2wtcnVuLTEifSwidGVzdFJ1bklkIjoicHJvdG9jb2wtcnVuLTEiLCJlbnZpcm9ubWVudCI6InN0YW5kYXJkIn0.QDuKXgOEJ9oCi2ak4joRuLc95Vi5TREWW1NkkP-2bDY";

    [Theory]
    [InlineData("""{"action":"discover"}""", "test-secret-key", "2c5588170f06ff28479566d72d45969927913c56bcba01d36c3122f2284cbba2")]
    [InlineData("""{"action":"discover"}""", "peer-shared-secret", "dcfb241a150408fa950ae865ba01f78541ee7b64b5451e949ad8edbc3923b8ab")]
    [InlineData("""{"name":"é😀"}""", "sécret", "ae91717f5913fa004f0f1261c39df3254a9c07b9cb66cc35846783c6f2d14df0")]
    public void Signature_OfAKnownBody_IsTheKnownOne(string body, string secret, string signature)
    {
        RequestSignature.Sign(body, secret).ShouldBe(signature);
        RequestSignature.Verify(Encoding.UTF8.GetBytes(body), signature, secret).ShouldBeTrue();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2C5588170F06FF28479566D72D45969927913C56BCBA01D36C3122F2284CBBA2")]
    [InlineData("sha256=2c5588170f06ff28479566d72d45969927913c56bcba01d36c3122f2284cbba2")]
    [InlineData("2c5588170f06ff28479566d72d45969927913c56bcba01d36c3122f2284cbba2, 2c5588170f06ff28479566d72d45969927913c56bcba01d36c3122f2284cbba2")]
    [InlineData("2c5588170f06ff28479566d72d45969927913c56bcba01d36c3122f2284cbba")]
    [InlineData("éc5588170f06ff28479566d72d45969927913c56bcba01d36c3122f2284cbba2")]
    public void Signature_InAnotherShape_IsRefused(string? signature)
        => RequestSignature.Verify("""{"action":"discover"}"""u8, signature, "test-secret-key").ShouldBeFalse();

    [Fact]
    public void SignedToken_OfTheKnownPayload_IsTheKnownToken()
        => SignedToken.Sign(Encoding.UTF8.GetBytes(RefsPayload), "peer-signing-secret").ShouldBe(RefsVector);

    [Fact]
    public void RefsToken_OfTheKnownPayload_IsReadWhole()
    {
        var payload = RefsToken.Read(RefsVector, "peer-signing-secret");

        payload.Refs.GetProperty("Organization")[0].GetProperty("name").GetString().ShouldBe("Acme");
        payload.TestRunId.ShouldBe("run-123");
        payload.AliasOwnerModel!["org"].ShouldBe("Organization");
        payload.ExpiresAt.ShouldBeNull();
        // Written again, the members come in the order of the protocol and nothing is added.
        RefsToken.Sign(payload, "peer-signing-secret").ShouldBe(RefsVector);
    }

    [Fact]
    public void TeardownToken_OfTheKnownPayload_IsTheKnownToken()
        => RefsToken.Sign(new() { Refs = JsonDocument.Parse("""{"userId":"user-protocol-run-1"}""").RootElement, TestRunId = "protocol-run-1", Environment = "standard" }, "protocol-signing").ShouldBe(TeardownVector);

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("a.b")]
    [InlineData("a.b.c.d")]
    public void Token_OfOtherThanThreeParts_IsMalformed(string token)
        => Should.Throw<InvalidTokenException>(() => SignedToken.Verify(token, "secret")).Message.ShouldBe("malformed token");

    [Theory]
    [InlineData(RefsVector + "=")]
    [InlineData(" " + RefsVector)]
    [InlineData(RefsVector + " ")]
    public void Token_InAnotherSpelling_IsRefused(string token)
        => Should.Throw<InvalidTokenException>(() => SignedToken.Verify(token, "peer-signing-secret")).Message.ShouldBe("signature mismatch");

    [Fact]
    public void Token_OfAPreviousSecret_IsAccepted_OfAForeignOneNot()
    {
        SignedToken.Verify(RefsVector, "new-secret", "peer-signing-secret").ShouldBe(Encoding.UTF8.GetBytes(RefsPayload));
        Should.Throw<InvalidTokenException>(() => SignedToken.Verify(RefsVector, "new-secret", "another-secret"));
    }

    [Theory]
    [InlineData("OrgMember", "org_member")]
    [InlineData("APIKey", "apikey")]
    [InlineData("UserAPIKey", "user_apikey")]
    [InlineData("HTTPServerX", "httpserver_x")]
    [InlineData("URL2Path", "url2_path")]
    [InlineData("Foo_Bar", "foo__bar")]
    public void TableName_OfAModel_IsAsObserved(string model, string table) => TableNames.Of(model).ShouldBe(table);

    [Theory]
    [InlineData("\"2.0\"", true)]
    [InlineData("2", true)]
    [InlineData("2.1", true)]
    [InlineData("\"1.0\"", false)]
    [InlineData("\"20\"", false)]
    [InlineData("null", false)]
    public void Version_AsTextOrNumber_IsUnderstood(string version, bool isVersion2)
        => JsonSerializer.Deserialize<DiscoverResponse>($$"""{"version":{{version}},"extra":[1]}""", ProtocolJson.Options)!.IsVersion2.ShouldBe(isVersion2);

    [Fact]
    public void Credentials_OnTheWire_LeaveOutWhatIsNotThere()
    {
        JsonSerializer.Serialize(Credentials.LoginForm("a@b.test", "p<w>+é"), ProtocolJson.Options).ShouldBe("""{"credentials":{"email":"a@b.test","password":"p<w>+é"}}""");
        JsonSerializer.Serialize(Credentials.Cookie("session", "x"), ProtocolJson.Options).ShouldBe("""{"cookies":[{"name":"session","value":"x","path":"/","httpOnly":true,"sameSite":"lax"}]}""");
    }

    [Fact]
    public void UniqueValues_AreFunctionsOfTheRun()
    {
        UniqueValues.Token("run-1").Length.ShouldBe(12);
        UniqueValues.Id("run-1", "order", 7).ShouldBe($"order_{UniqueValues.Token("run-1", "order", 7)}");
        UniqueValues.Slug("run-1", "  Crème & Co! ").ShouldBe($"cr-me-co-{UniqueValues.Token("run-1", "  Crème & Co! ")}");
        UniqueValues.Slug("run-1", "???").ShouldStartWith("item-");
        UniqueValues.Email("run-1").ShouldBe($"user+{UniqueValues.Token("run-1", "user", "example.com")}@example.com");
        UniqueValues.Token("run-1").ShouldNotBe(UniqueValues.Token("run-2"));
        // The parts are joined by one space and hashed as UTF-8.
        UniqueValues.Token("run", "é", 1).ShouldBe(Convert.ToHexString(System.Security.Cryptography.SHA256.HashData("run é 1"u8))[..12].ToLowerInvariant());
    }
}
