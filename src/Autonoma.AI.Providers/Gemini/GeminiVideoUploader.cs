using System.Net.Http.Json;
using System.Text.Json;
using Autonoma.AI.Failures;
using Autonoma.AI.Generation;
using Autonoma.AI.Providers.Connecting;

namespace Autonoma.AI.Providers.Gemini;

/// <summary>
/// Uploads a video to Gemini's files, for videos too large for a request, and waits until it can be watched. Google deletes it after two days.
/// Reference: ai.google.dev/api/files (media.upload, resumable; state PROCESSING, ACTIVE, FAILED).
/// </summary>
public sealed class GeminiVideoUploader : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly ProviderConnection _connection;
    private readonly HttpClient _http;
    private readonly Uri _base;

    /// <summary>An uploader.</summary>
    /// <param name="connection">Where and with what key.</param>
    /// <exception cref="Registry.ModelsClosedException">No model may be asked.</exception>
    public GeminiVideoUploader(ProviderConnection connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        _connection = connection;
        _http = connection.CreateHttp("files");
        _base = GeminiChatClient.Base(connection);
    }

    /// <summary>Uploads a video.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="mediaType"><c>video/mp4</c> or <c>video/webm</c>.</param>
    /// <param name="limit">How long Google may take to prepare it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ModelException">It was not taken, or not prepared in time.</exception>
    public async Task<VideoInput> UploadAsync(ReadOnlyMemory<byte> bytes, string mediaType, TimeSpan limit, CancellationToken cancellationToken = default)
    {
        var address = await StartAsync(bytes.Length, mediaType, cancellationToken).ConfigureAwait(false);
        using var upload = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ReadOnlyMemoryContent(bytes) };
        upload.Headers.Add("X-Goog-Upload-Offset", "0");
        upload.Headers.Add("X-Goog-Upload-Command", "upload, finalize");
        using var response = await _http.SendAsync(upload, cancellationToken).ConfigureAwait(false);
        var file = await ReadAsync(async () => (await response.Content.ReadFromJsonAsync(GeminiJson.Default.GeminiUploadedFile, cancellationToken).ConfigureAwait(false))?.File, cancellationToken).ConfigureAwait(false);
        var started = _connection.Time.GetTimestamp();
        while (file.State == "PROCESSING")
        {
            if (_connection.Time.GetElapsedTime(started) >= limit)
                throw new ModelException(ModelFailure.TimedOut, $"Gemini did not prepare the video within {limit.TotalSeconds:0} s.");
            await Task.Delay(Pause, _connection.Time, cancellationToken).ConfigureAwait(false);
            file = await FindAsync(file.Name ?? "", cancellationToken).ConfigureAwait(false);
        }

        return file is { State: "ACTIVE", Uri: { } uri } ? VideoInput.At(new Uri(uri), file.MimeType ?? mediaType) : throw new ModelException(ModelFailure.BadRequest, $"Gemini cannot read the video ({file.State}).");
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private async Task<Uri> StartAsync(int length, string mediaType, CancellationToken cancellationToken)
    {
        // https://host/v1beta/ has its uploads at https://host/upload/v1beta/
        using var start = new HttpRequestMessage(HttpMethod.Post, new Uri(_base, $"/upload{_base.AbsolutePath}files")) { Content = JsonContent.Create(new GeminiUploadStart(new("run")), GeminiJson.Default.GeminiUploadStart) };
        GeminiChatClient.AddKey(start, _connection);
        start.Headers.Add("X-Goog-Upload-Protocol", "resumable");
        start.Headers.Add("X-Goog-Upload-Command", "start");
        start.Headers.Add("X-Goog-Upload-Header-Content-Length", length.ToString(System.Globalization.CultureInfo.InvariantCulture));
        start.Headers.Add("X-Goog-Upload-Header-Content-Type", mediaType);
        using var response = await _http.SendAsync(start, cancellationToken).ConfigureAwait(false);
        var address = response.Headers.TryGetValues("X-Goog-Upload-URL", out var values) && Uri.TryCreate(values.First(), UriKind.Absolute, out var url) ? url : throw ProviderCall.Unreadable(_connection, "files", "it names no address to upload to.");
        return address.Host == _base.Host && address.Scheme == _base.Scheme ? address : throw ProviderCall.Unreadable(_connection, "files", $"it names an address of another host, {address.Host}.");
    }

    private async Task<GeminiFileState> FindAsync(string name, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_base, name));
        GeminiChatClient.AddKey(request, _connection);
        using var response = await _http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        return await ReadAsync(() => response.Content.ReadFromJsonAsync(GeminiJson.Default.GeminiFileState, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    private Task<GeminiFileState> ReadAsync(Func<Task<GeminiFileState?>> read, CancellationToken cancellationToken)
        => ProviderCall.RunAsync(_connection, "files", async () => await read().ConfigureAwait(false) ?? throw new JsonException("there is no file in it."), cancellationToken);
}
