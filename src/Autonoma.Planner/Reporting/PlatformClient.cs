using System.Net.Http.Headers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Autonoma.Planner.Reporting;

/// <summary>What a platform answered.</summary>
/// <param name="Status">HTTP status; 0 when there was no answer.</param>
/// <param name="Body">The body, or why there was none.</param>
public sealed record PlatformAnswer(int Status, string Body)
{
    /// <summary>Whether it took what it was sent.</summary>
    public bool IsTaken => Status is 200 or 201 or 202 or 204;
}

/// <summary>Calls a platform. Nothing is thrown: there may be nobody there, and a plan goes on without.</summary>
/// <param name="platform">Where.</param>
/// <param name="http">Sends.</param>
public sealed class PlatformClient(PlatformAddress platform, HttpClient http)
{
    private const int LongestBody = 64 * 1024;

    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>How long an event may take.</summary>
    public static readonly TimeSpan EventTime = TimeSpan.FromSeconds(2);

    /// <summary>How long an upload may take.</summary>
    public static readonly TimeSpan UploadTime = TimeSpan.FromSeconds(60);

    /// <summary>The application's id.</summary>
    public string ApplicationId => platform.ApplicationId;

    /// <summary>Sends an object.</summary>
    public Task<PlatformAnswer> PostAsync(string path, JsonObject body, TimeSpan limit, CancellationToken cancellationToken) => PostAsync(path, Encoding.UTF8.GetBytes(body.ToJsonString(Options)), limit, cancellationToken);

    /// <summary>Sends bytes as they are.</summary>
    /// <param name="path">From the base address: <c>v1/setup/setups</c>.</param>
    /// <param name="body">JSON.</param>
    /// <param name="limit">How long it may take.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<PlatformAnswer> PostAsync(string path, byte[] body, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(platform.Url.OriginalString.TrimEnd('/') + "/" + path)) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        return await SendAsync(request, limit, cancellationToken).ConfigureAwait(false);
    }

    private async Task<PlatformAnswer> SendAsync(HttpRequestMessage request, TimeSpan limit, CancellationToken cancellationToken)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", platform.ApiKey);
        request.Headers.Accept.Add(new("application/json"));
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timer.CancelAfter(limit);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseContentRead, timer.Token).ConfigureAwait(false);
            var text = await response.Content.ReadAsStringAsync(timer.Token).ConfigureAwait(false);
            return new((int)response.StatusCode, text.Length > LongestBody ? text[..LongestBody] : text);
        }
        catch (Exception e) when (e is (HttpRequestException or OperationCanceledException or IOException) && !cancellationToken.IsCancellationRequested)
        {
            return new(0, e is OperationCanceledException ? $"no answer within {limit.TotalSeconds:0} s" : e.Message);
        }
    }
}
