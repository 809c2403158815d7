using System.Net;
using System.Net.Http.Headers;
using Autonoma.Cli.Output;

namespace Autonoma.Cli.Tests;

public sealed class ReportServerTests : ToolFixture
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0L, 3L, "0123", "bytes 0-3/10")]
    [InlineData(6L, null, "6789", "bytes 6-9/10")]
    [InlineData(null, 2L, "89", "bytes 8-9/10")]
    [InlineData(8L, 100L, "89", "bytes 8-9/10")]
    public async Task Get_PartOfAVideo_AnswersThatPart(long? from, long? to, string expected, string range)
    {
        using var answer = await AskAsync(new RangeHeaderValue(from, to));
        answer.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        (await answer.Content.ReadAsStringAsync(Token)).ShouldBe(expected);
        answer.Content.Headers.ContentRange!.ToString().ShouldBe(range);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("video/webm");
    }

    [Fact]
    public async Task Get_PartBeyondTheEnd_IsRefused()
    {
        using var answer = await AskAsync(new RangeHeaderValue(10, 20));
        answer.StatusCode.ShouldBe(HttpStatusCode.RequestedRangeNotSatisfiable);
    }

    [Fact]
    public async Task Get_Whole_SaysThatPartsCanBeHad()
    {
        using var answer = await AskAsync(null);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.AcceptRanges.ShouldBe(["bytes"]);
        (await answer.Content.ReadAsStringAsync(Token)).ShouldBe("0123456789");
    }

    private async Task<HttpResponseMessage> AskAsync(RangeHeaderValue? range)
    {
        Write("report/video.webm", "0123456789");
        await using var server = ReportServer.Start(Path.Combine(Folder, "report"), 0);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var serving = server.RunAsync(stop.Token);
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, server.Url + "video.webm");
        request.Headers.Range = range;
        var answer = await client.SendAsync(request, Token);
        await stop.CancelAsync();
        await serving;
        return answer;
    }
}
