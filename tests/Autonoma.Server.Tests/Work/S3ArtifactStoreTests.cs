using System.Text;
using Amazon.S3;
using Autonoma.Platform.Artifacts;
using Autonoma.Server.Configuration;
using Autonoma.Server.Work;

namespace Autonoma.Server.Tests.Work;

public sealed class S3ArtifactStoreTests : IAsyncLifetime
{
    private readonly string _file = Path.GetTempFileName();
    private S3Server _server = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _server = await S3Server.StartAsync();

    public async ValueTask DisposeAsync()
    {
        File.Delete(_file);
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task File_IsKept_Opened_AndReplaced()
    {
        using var store = Store();
        var key = ArtifactKeys.Of(Guid.NewGuid(), Guid.NewGuid(), 1, "screenshots/step-1-before.jpeg");
        await PutAsync(store, key, "first");

        (await ReadAsync(store, key)).ShouldBe("first");
        _server.Objects[key].ContentType.ShouldBe("image/jpeg");
        await PutAsync(store, key, "second");
        (await ReadAsync(store, key)).ShouldBe("second");
        (await store.OpenAsync(key + "x", Token)).ShouldBeNull();
    }

    [Fact]
    public async Task FilesOfARun_AreRemoved_AllPages_AndThoseOfOthersStay()
    {
        using var store = Store();
        var (organization, run, other) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        for (var attempt = 1; attempt <= 5; attempt++)
            await PutAsync(store, ArtifactKeys.Of(organization, run, attempt, "video.webm"), "x");
        await PutAsync(store, ArtifactKeys.Of(organization, other, 1, "video.webm"), "x");
        _server.Objects[$"{ArtifactKeys.FolderOf(organization, run)}0/1/video.webm"] = ([], "");

        await store.DeleteRunAsync(organization, run, Token);

        _server.Objects.Keys.Order(StringComparer.Ordinal).ShouldBe(new[] { ArtifactKeys.Of(organization, other, 1, "video.webm"), $"{ArtifactKeys.FolderOf(organization, run)}0/1/video.webm" }.Order(StringComparer.Ordinal));
        await store.DeleteRunAsync(organization, run, Token);
    }

    [Fact]
    public async Task WrongSecret_IsAnError_AndNoMissingFile()
    {
        using var store = Store(secret: "another");

        await Should.ThrowAsync<AmazonS3Exception>(() => store.OpenAsync("a", Token));
        _server.Requests.Count.ShouldBe(1, "a wrong signature is not tried again");
    }

    private S3ArtifactStore Store(string secret = S3Server.SecretKey) => new(new S3Settings(S3Server.Bucket, new Uri(_server.Url), S3Server.Region, S3Server.AccessKey, secret));

    private async Task PutAsync(S3ArtifactStore store, string key, string content)
    {
        await File.WriteAllTextAsync(_file, content, Token);
        await store.PutAsync(key, _file, ArtifactKeys.ContentTypeOf(key), Token);
    }

    private static async Task<string> ReadAsync(S3ArtifactStore store, string key)
    {
        await using var stream = (await store.OpenAsync(key, Token))!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync(Token);
    }
}
