using Autonoma.AI.Detection;
using Autonoma.AI.Failures;
using Autonoma.AI.Pictures;
using Autonoma.AI.Providers.Connecting;
using Autonoma.AI.Providers.Gemini;
using Autonoma.AI.Registry;
using Microsoft.AspNetCore.Http;

namespace Autonoma.AI.Providers.Tests;

/// <summary>What only Gemini's native interface has. Shapes: ai.google.dev/gemini-api/docs/computer-use, /image-understanding (box_2d), ai.google.dev/api/files.</summary>
public sealed class GeminiVisionTests : WireTest
{
    private static readonly Picture Shot = Picture.Of(Convert.FromBase64String(Pixel));

    private static readonly PictureSize Screen = new(1280, 800);

    [Fact]
    public async Task ComputerUse_ClickAt_IsAPointInPixels()
    {
        Server.Answer(GeminiTests.Answer("""{"text":"I click the button."},{"functionCall":{"name":"click_at","args":{"x":500,"y":250}}}"""));
        using var registry = Registry("gemini/gemini-2.5-computer-use-preview-10-2025");

        var point = await new GeminiComputerUsePointDetector(registry.GetModelFor("point"), Screen).DetectPointAsync(Shot, "the blue Submit button", cancellationToken: Stop);

        point.ShouldBe(new PicturePoint(640, 200));
        Server.Requests.Single().Body.ShouldContain("""{"computerUse":{"environment":"ENVIRONMENT_BROWSER","excludedPredefinedFunctions":["open_web_browser","wait_5_seconds","go_back","go_forward","search","navigate","hover_at","type_text_at","key_combination","scroll_document","scroll_at","drag_and_drop"]}}""");
        Server.Requests.Single().Body.ShouldContain("""{"text":"Click: the blue Submit button"},{"inlineData":{"mimeType":"image/png",""");
    }

    [Theory]
    [InlineData("""{"text":"There is no such button."}""", "was not found on the screenshot. The model says: There is no such button.")]
    [InlineData("""{"functionCall":{"name":"click_at","args":{"x":1500,"y":250}}}""", "coordinates go from 0 to 1000")]
    [InlineData("""{"functionCall":{"name":"click_at","args":{"y":250}}}""", "without saying where")]
    [InlineData("""{"functionCall":{"name":"click_at","args":{"x":1,"y":2}}},{"functionCall":{"name":"click_at","args":{"x":900,"y":2}}}""", "found in 2 places")]
    [InlineData("""{"functionCall":{"name":"navigate","args":{"url":"https://evil.example"}}}""", "was not found")]
    public async Task ComputerUse_NoOnePoint_IsSaid(string parts, string message)
    {
        Server.Answer(GeminiTests.Answer(parts));
        using var registry = Registry("gemini/gemini-3-flash-preview");

        (await Should.ThrowAsync<DetectionException>(() => new GeminiComputerUsePointDetector(registry.GetModelFor("point"), Screen).DetectPointAsync(Shot, "the button", cancellationToken: Stop))).Message.ShouldContain(message);
    }

    [Fact]
    public void ComputerUse_ModelOfAnotherProvider_IsRefused()
    {
        using var registry = Registry("openai/gpt-5-mini");

        Should.Throw<ArgumentException>(() => new GeminiComputerUsePointDetector(registry.GetModelFor("point"))).Message.ShouldContain("openai/gpt-5-mini");
    }

    [Fact]
    public async Task ObjectDetector_ReadsBoxesInGeminisOrder()
    {
        Server.Answer(GeminiTests.Answer("""{"text":"{\"objects\":[{\"label\":\"Submit\",\"box_2d\":[100,200,300,600]}]}"}"""));
        using var registry = Registry("gemini/gemini-3-flash-preview");

        var found = await new GeminiObjectDetector(registry.GetModelFor("object"), Screen).DetectObjectsAsync(Shot, "buttons", cancellationToken: Stop);

        found.Single().ShouldBe(new DetectedObject(new(256, 80, 512, 160), "Submit"));
        Server.Requests.Single().Body.ShouldContain("\"box_2d\":{\"description\":\"[ymin, xmin, ymax, xmax], normalized to 0-1000.\",\"type\":\"array\",\"items\":{\"type\":\"number\"}}");
    }

    private ProviderConnection Connection(TimeProvider time, ModelAccess? access = null) => new("gemini", new(Server.Url + "/v1beta/"), new ApiKey(Key), "GEMINI_API_KEY") { Time = time, Access = access ?? ModelAccess.Open };

    private void AnswerUpload(string host) => Server.Answer(context =>
    {
        context.Response.Headers["X-Goog-Upload-URL"] = $"{host}/upload/v1beta/files?upload_id=u1&upload_protocol=resumable";
        return Task.CompletedTask;
    });

    [Fact]
    public async Task Video_IsUploaded_AndWaitedFor()
    {
        AnswerUpload(Server.Url);
        Server.Answer("""{"file":{"name":"files/abc","uri":"https://generativelanguage.googleapis.com/v1beta/files/abc","mimeType":"video/webm","state":"PROCESSING"}}""")
            .Answer("""{"name":"files/abc","uri":"https://generativelanguage.googleapis.com/v1beta/files/abc","mimeType":"video/webm","state":"PROCESSING"}""")
            .Answer("""{"name":"files/abc","uri":"https://generativelanguage.googleapis.com/v1beta/files/abc","mimeType":"video/webm","state":"ACTIVE"}""");
        var time = Time;
        using var uploader = new GeminiVideoUploader(Connection(time));

        await uploader.UploadAsync(new byte[] { 65, 66 }, "video/webm", TimeSpan.FromMinutes(1), Stop);

        Server.Requests.Select(request => request.Line).ShouldBe(["POST /upload/v1beta/files", "POST /upload/v1beta/files?upload_id=u1&upload_protocol=resumable", "GET /v1beta/files/abc", "GET /v1beta/files/abc"]);
        Server.Requests[0].Headers["X-Goog-Upload-Header-Content-Length"].ShouldBe("2");
        Server.Requests[0].Body.ShouldBe("""{"file":{"displayName":"run"}}""");
        Server.Requests[1].Headers["X-Goog-Upload-Command"].ShouldBe("upload, finalize");
        Server.Requests[1].Body.ShouldBe("AB");
        time.Waits.ShouldBe([TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2)]);
    }

    [Fact]
    public async Task Video_ThatCannotBeRead_IsSaid()
    {
        AnswerUpload(Server.Url);
        Server.Answer("""{"file":{"name":"files/abc","state":"FAILED"}}""");
        using var uploader = new GeminiVideoUploader(Connection(Time));

        (await Should.ThrowAsync<ModelException>(() => uploader.UploadAsync(new byte[] { 1 }, "video/webm", TimeSpan.FromMinutes(1), Stop))).Message.ShouldContain("FAILED");
    }

    [Fact]
    public async Task Video_AddressOfAnotherHost_IsNotUploadedTo()
    {
        AnswerUpload("http://evil.example");
        using var uploader = new GeminiVideoUploader(Connection(Time));

        (await Should.ThrowAsync<ModelException>(() => uploader.UploadAsync(new byte[] { 1 }, "video/webm", TimeSpan.FromMinutes(1), Stop))).Message.ShouldContain("evil.example");
    }

    [Fact]
    public void Video_ModelsClosed_MakesNoClient()
        => Should.Throw<ModelsClosedException>(() => new GeminiVideoUploader(Connection(Time, ModelAccess.Closed("--offline was given"))));
}
