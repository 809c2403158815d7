using Amazon;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Autonoma.Platform.Artifacts;
using Autonoma.Server.Configuration;

namespace Autonoma.Server.Work;

/// <summary>Artifacts in a bucket of S3 or of what speaks its protocol. Nobody outside gets to it: files are served by the server, with its own links.</summary>
internal sealed class S3ArtifactStore : IArtifactStore, IDisposable
{
    private readonly AmazonS3Client _client;
    private readonly string _bucket;

    public S3ArtifactStore(S3Settings settings)
    {
        _bucket = settings.Bucket;
        var config = new AmazonS3Config { RetryMode = RequestRetryMode.Standard, MaxErrorRetry = 4, Timeout = TimeSpan.FromMinutes(2) };
        if (settings.Endpoint is { } endpoint)
        {
            // Others have the bucket in the path, not in the name of the host.
            (config.ServiceURL, config.ForcePathStyle, config.AuthenticationRegion) = (endpoint.ToString(), true, settings.Region);
        }
        else
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(settings.Region);
        _client = settings is { AccessKey: { } key, SecretKey: { } secret } ? new(new BasicAWSCredentials(key, secret), config) : new(config);
    }

    public async Task PutAsync(string key, string path, string contentType, CancellationToken cancellationToken)
        => await _client.PutObjectAsync(new() { BucketName = _bucket, Key = key, FilePath = path, ContentType = contentType, UseChunkEncoding = false }, cancellationToken);

    public async Task<Stream?> OpenAsync(string key, CancellationToken cancellationToken)
    {
        try
        {
            return (await _client.GetObjectAsync(new() { BucketName = _bucket, Key = key }, cancellationToken)).ResponseStream;
        }
        catch (AmazonS3Exception e) when (e.StatusCode == System.Net.HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    public async Task DeleteRunAsync(Guid organization, Guid run, CancellationToken cancellationToken)
    {
        // With the slash at the end: no other run's name begins with it.
        var request = new ListObjectsV2Request { BucketName = _bucket, Prefix = ArtifactKeys.FolderOf(organization, run) + "/" };
        ListObjectsV2Response page;
        do
        {
            page = await _client.ListObjectsV2Async(request, cancellationToken);
            if (page.S3Objects is { Count: > 0 } objects)
                await _client.DeleteObjectsAsync(new() { BucketName = _bucket, Objects = [.. objects.Select(one => new KeyVersion { Key = one.Key })] }, cancellationToken);
            request.ContinuationToken = page.NextContinuationToken;
        }
        while (page.IsTruncated);
    }

    public void Dispose() => _client.Dispose();
}
