using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using Autonoma.EnvironmentFactory.Protocol;
using Autonoma.TestKit;

namespace Autonoma.EnvironmentFactory.AspNetCore.Tests;

/// <summary>
/// The packages as an app of .NET 8 gets them: their net8.0 assemblies, whose code differs in places. The runtime is the newest one that is
/// there (roll-forward); that of .NET 8 itself is not needed, and what only it does is not shown here.
/// </summary>
public sealed class Net8Tests : IAsyncDisposable
{
    private const string SharedSecret = "shared-secret-of-the-tests-0123456789";
    private const string Listening = "Now listening on: ";

    private readonly HttpClient _http = new();
    private Process? _app;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        if (_app is { HasExited: false })
        {
            _app.Kill(entireProcessTree: true);
            await _app.WaitForExitAsync(CancellationToken.None);
        }

        _app?.Dispose();
    }

    [Fact]
    public async Task Lifecycle_OfTheNet8Assemblies_Works()
    {
        var url = await StartAsync();
        (await _http.GetStringAsync(new Uri(url + "/built-for"), Stop)).ShouldBe(".NETCoreApp,Version=v8.0, .NETCoreApp,Version=v8.0");

        var (_, discovered) = await SendAsync(url, """{"action":"discover"}""");
        var instance = InstanceId.New((string)discovered["instanceMemory"]!, TimeProvider.System.GetUtcNow());
        var (wrong, fault) = await SendAsync(url, """{"action":"up","create":{"Team":[{"name":"Nord","members":[{"email":"no address"}]}]}}""");
        wrong.ShouldBe(400, fault.ToJsonString());
        var (made, up) = await SendAsync(url, """{"action":"up","testRunId":"r","create":{"Team":[{"_alias":"t","name":"Nord {{testRunId}}","members":[{"email":"a@b.test"}]}],"Member":[{"email":"c@d.test","teamId":{"_ref":"t"}}]}}""");
        made.ShouldBe(200, up.ToJsonString());
        (await SendAsync(url, $$$"""{"action":"up","instanceId":"{{{instance}}}","create":{"Team":[{"name":"Süd"}]}}""")).Status.ShouldBe(200);
        (await _http.GetStringAsync(new Uri(url + "/rows"), Stop)).ShouldBe("4");

        (await SendAsync(url, $$"""{"action":"down","refsToken":"{{up["refsToken"]}}x"}""")).Status.ShouldBe(403);
        (await SendAsync(url, $$"""{"action":"down","refsToken":"{{up["refsToken"]}}"}""")).Status.ShouldBe(200);
        (await SendAsync(url, $$"""{"action":"down","instanceId":"{{instance}}"}""")).Status.ShouldBe(200);

        (await _http.GetStringAsync(new Uri(url + "/rows"), Stop)).ShouldBe("0");
    }

    private async Task<string> StartAsync()
    {
        // artifacts/bin/TESTS/CONFIGURATION: the app lies beside.
        var own = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var dll = Path.Combine(Repository.Folder("artifacts/bin"), "Autonoma.EnvironmentFactory.Net8App", own.Name, "Autonoma.EnvironmentFactory.Net8App.dll");
        var start = new ProcessStartInfo("dotnet", [dll, "--urls", "http://127.0.0.1:0"]) { RedirectStandardOutput = true };
        start.Environment["DOTNET_ROLL_FORWARD"] = "Major";
        start.Environment["AUTONOMA_SHARED_SECRET"] = SharedSecret;
        start.Environment["AUTONOMA_SIGNING_SECRET"] = "signing-secret-of-the-tests-987654321";
        _app = Process.Start(start)!;
        var address = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        _app.OutputDataReceived += (_, line) =>
        {
            if (line.Data is null)
                address.TrySetException(new InvalidOperationException("The app ended before it listened."));
            else if (line.Data.IndexOf(Listening, StringComparison.Ordinal) is var at and >= 0)
                address.TrySetResult(line.Data[(at + Listening.Length)..].Trim());
        };
        _app.BeginOutputReadLine();
        return await address.Task.WaitAsync(Stop);
    }

    private async Task<(int Status, JsonObject Answer)> SendAsync(string url, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url + "/api/autonoma") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add(RequestSignature.HeaderName, RequestSignature.Sign(body, SharedSecret));
        using var response = await _http.SendAsync(request, Stop);
        return ((int)response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync(Stop))!.AsObject());
    }
}
