using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Autonoma.Interop.Tests.Peer;

/// <summary>A node process that serves the published packages, and calls their functions.</summary>
public sealed class PeerFixture : IAsyncLifetime
{
    public const string SharedSecret = "peer-shared-secret";
    public const string SigningSecret = "peer-signing-secret";

    private readonly HttpClient _http = new();
    private Process? _process;
    private string? _unavailable;
    private Uri _url = null!;

    public async ValueTask InitializeAsync()
    {
        try
        {
            _process = await PeerPackages.StartAsync(Path.Combine(AppContext.BaseDirectory, "Peer", "peer-server.mjs"), CancellationToken.None);
        }
        catch (PeerUnavailableException exception)
        {
            _unavailable = $"NOT CHECKED whether we get along with the published packages: {exception.Message}. Install Node.js 20 with npm and let it reach its registry.";
            return;
        }

        var port = await _process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(1)) ?? throw new InvalidOperationException("The server with the published packages ended at once.");
        _url = new Uri($"http://127.0.0.1:{int.Parse(port, CultureInfo.InvariantCulture)}/");
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        if (_process is null)
            return;
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    /// <summary>An address on the server. Skips the test where there is none.</summary>
    public Uri Url(string path = "api/autonoma")
    {
        Assert.SkipWhen(_unavailable is not null, _unavailable ?? "");
        return new Uri(_url, path);
    }

    /// <summary>The rows that exist, and what happened so far.</summary>
    public async Task<(IReadOnlyList<JsonNode> Rows, IReadOnlyList<string> Events)> StateAsync()
    {
        var state = (await _http.GetFromJsonAsync<JsonObject>(Url("rows")))!;
        return ([.. state["rows"]!.AsArray().Select(row => row!)], [.. state["events"]!.AsArray().Select(line => (string)line!)]);
    }

    /// <summary>What an exported function returns.</summary>
    /// <exception cref="PeerErrorException">It throws.</exception>
    public async Task<JsonNode?> CallAsync(string function, params JsonNode?[] arguments)
    {
        using var response = await _http.PostAsJsonAsync(Url("call"), new JsonObject { ["name"] = function, ["args"] = new JsonArray(arguments) });
        response.EnsureSuccessStatusCode();
        var answer = (await response.Content.ReadFromJsonAsync<JsonObject>(new JsonSerializerOptions { MaxDepth = 256 }))!;
        return answer["error"] is { } error ? throw new PeerErrorException((string)error!) : answer["result"];
    }
}

/// <summary>A function of the published packages threw.</summary>
public sealed class PeerErrorException(string message) : Exception(message);
