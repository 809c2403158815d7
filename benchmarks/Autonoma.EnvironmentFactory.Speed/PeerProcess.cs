using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Autonoma.Interop.Tests.Peer;

namespace Autonoma.EnvironmentFactory.Speed;

/// <summary>The node process with the published packages.</summary>
internal sealed class PeerProcess : IDisposable
{
    private readonly Process _process;

    private PeerProcess(Process process, int port)
    {
        _process = process;
        Url = new Uri($"http://127.0.0.1:{port}/api/autonoma");
    }

    public Uri Url { get; }

    public static async Task<PeerProcess> StartAsync()
    {
        var process = await PeerPackages.StartAsync(Path.Combine(AppContext.BaseDirectory, "peer-speed.mjs"), CancellationToken.None);
        var port = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The peer ended at once.");
        return new(process, int.Parse(port, CultureInfo.InvariantCulture));
    }

    public Task LoadAsync(string name, string body) => AskAsync(new JsonObject { ["part"] = "load", ["name"] = name, ["body"] = body });

    /// <summary>Lets it time a part: milliseconds in total, by what was timed.</summary>
    public Task<JsonElement> TimeAsync(string part, string name, int times) => AskAsync(new JsonObject { ["part"] = part, ["name"] = name, ["times"] = times });

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }

    private async Task<JsonElement> AskAsync(JsonObject command)
    {
        await _process.StandardInput.WriteLineAsync(command.ToJsonString());
        await _process.StandardInput.FlushAsync();
        var answer = await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The peer ended.");
        return JsonElement.Parse(answer);
    }
}
