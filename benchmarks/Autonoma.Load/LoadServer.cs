using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Autonoma.Load;

/// <summary>The real server in a process of its own, with its worker.</summary>
internal sealed class LoadServer : IAsyncDisposable
{
    private static readonly string[] Scopes = ["admin"];

    private readonly Process _process;

    private LoadServer(Process process, Uri url, HttpClient http, string key) => (_process, Url, Http, Key) = (process, url, http, key);

    public Uri Url { get; }

    /// <summary>Asks with a key that may everything.</summary>
    public HttpClient Http { get; }

    public string Key { get; }

    /// <summary>Processor time that the server has used.</summary>
    public TimeSpan Used
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public static async Task<LoadServer> StartAsync(string data, string database)
    {
        var server = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "Autonoma.Server", new DirectoryInfo(AppContext.BaseDirectory).Name, "autonoma-server.dll"));
        var info = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[server, "--roles", "all", "--slots", "1", "--urls", "http://127.0.0.1:0", "--data", data, "--database-url", database])
            info.ArgumentList.Add(argument);
        var process = Process.Start(info)!;
        process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is { Length: > 0 } text && (text.StartsWith("fail", StringComparison.Ordinal) || text.StartsWith("warn", StringComparison.Ordinal)))
                Console.WriteLine($"  server: {text}");
        };
        var printed = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
        process.OutputDataReceived += (_, line) => printed.TrySetResult(line.Data);
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        var link = new Uri((await printed.Task ?? throw new InvalidOperationException("The server did not start."))["Autonoma: ".Length..]);
        var url = new Uri(link.GetLeftPart(UriPartial.Authority));
        var key = await KeyAsync(url, link.Query["?token=".Length..]);
        var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 256 }) { BaseAddress = url };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return new(process, url, http, key);
    }

    public async Task<JsonNode> GetAsync(string path) => JsonNode.Parse(await Http.GetStringAsync(path))!;

    public async Task<JsonNode> PostAsync(string path, object body)
    {
        using var answer = await Http.PostAsJsonAsync(path, body);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode ? JsonNode.Parse(text)! : throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"POST {path}: {(int)answer.StatusCode} {text}"));
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    // As the owner who opens the printed link.
    private static async Task<string> KeyAsync(Uri url, string token)
    {
        using var http = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = url };
        using var claimed = await http.PostAsJsonAsync("/v1/session/claim", new { token });
        claimed.EnsureSuccessStatusCode();
        http.DefaultRequestHeaders.Add("X-CSRF-Token", JsonNode.Parse(await claimed.Content.ReadAsStringAsync())!["csrf"]!.GetValue<string>());
        using var made = await http.PostAsJsonAsync("/v1/api-keys", new { name = "load", scopes = Scopes });
        made.EnsureSuccessStatusCode();
        return JsonNode.Parse(await made.Content.ReadAsStringAsync())!["key"]!.GetValue<string>();
    }
}
