using Autonoma.Platform.Executing;
using Autonoma.Platform.Scenarios;

namespace Autonoma.Platform.Tests.Scenarios;

public sealed class ScenarioCallLogTests
{
    private static readonly RunEndpoint Endpoint = new(new("https://shop.example/api/autonoma"), "shared-secret-0123", "signing-secret-0123", null) { Headers = new Dictionary<string, string> { ["x-bypass"] = "let-me-in-please" } };

    [Theory]
    [InlineData("It said: shared-secret-0123 does not fit.", "It said: *** does not fit.")]
    [InlineData("Signed by signing-secret-0123; header let-me-in-please.", "Signed by ***; header ***.")]
    [InlineData("""{"error":"no","password":"hunter2hunter2"}""", """{"error":"no","password":"***"}""")]
    [InlineData("Authorization: Bearer abc.def is over", "Authorization: Bearer *** is over")]
    [InlineData("connection string Password=pa55word;Host=db", "connection string Password=***;Host=db")]
    [InlineData("token eyJhbGciOiJIUzI1NiJ9aaaaaaaaaaaaaaaa.eyJzdWIiOiIxIn0.c2lnbmF0dXJl", "token ***")]
    [InlineData("The workspace has no seats left: 3 of 3 are taken.", "The workspace has no seats left: 3 of 3 are taken.")]
    public void Error_IsKept_WithoutWhatOpensAnything(string error, string kept) => ScenarioCallLog.Redact(error, Endpoint).ShouldBe(kept);
}
