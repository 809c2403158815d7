using System.Diagnostics;
using System.Text;
using Autonoma.EnvironmentFactory.Protocol;

namespace Autonoma.EnvironmentFactory.Speed;

/// <summary>One client for both servers, each a process of its own.</summary>
internal sealed class OverHttp : IDisposable
{
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromMinutes(5) };
    private readonly Process _process;

    private OverHttp(Process process, Uri url)
    {
        _process = process;
        Url = url;
    }

    /// <summary>Our endpoint.</summary>
    public Uri Url { get; }

    public static async Task<OverHttp> StartAsync()
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false };
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet")
            start.ArgumentList.Add(typeof(OverHttp).Assembly.Location);
        start.ArgumentList.Add("--serve");
        var process = Process.Start(start)!;
        var address = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("Our server ended at once.");
        return new(process, new Uri($"{address}/api/autonoma"));
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
        _http.Dispose();
    }

    public async Task<Times> LifecycleAsync(Uri url, string body, int times)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        double up = 0, down = 0;
        for (var i = 0; i < times; i++)
        {
            var start = Stopwatch.GetTimestamp();
            var answer = await SendAsync(url, bytes);
            up += Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            var ending = Encoding.UTF8.GetBytes(Bodies.Down(InProcess.TokenOf(answer)));
            start = Stopwatch.GetTimestamp();
            await SendAsync(url, ending);
            down += Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        return new("up", up, "down", down);
    }

    private async Task<byte[]> SendAsync(Uri url, byte[] body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.Add(RequestSignature.HeaderName, RequestSignature.Sign(body, OurApp.SharedSecret));
        using var response = await _http.SendAsync(request);
        var answer = await response.Content.ReadAsByteArrayAsync();
        return response.IsSuccessStatusCode ? answer : throw new InvalidOperationException(Encoding.UTF8.GetString(answer));
    }
}
