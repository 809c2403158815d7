using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Autonoma.EndToEnd.Tests.SampleShop;

namespace Autonoma.EndToEnd.Tests.WebUi;

/// <summary>The platform in a process of its own, with a database of its own in a folder that is removed afterwards; and its owner.</summary>
internal sealed class PlatformProcess : IAsyncDisposable
{
    public const string Email = "mara@larkspur.test", Password = "Larkspur-Harbour-31";
    private const string Said = "Autonoma: ";

    private readonly Process _process;
    private readonly string _data;
    private readonly HttpClient _owner;

    private PlatformProcess(Process process, string data, Uri claim)
    {
        (_process, _data) = (process, data);
        BaseUrl = claim.GetLeftPart(UriPartial.Authority);
        _owner = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = new Uri(BaseUrl) };
    }

    /// <summary>Where it listens.</summary>
    public string BaseUrl { get; }

    /// <summary>Starts it, and makes its owner with the word of the link that it prints.</summary>
    public static async Task<PlatformProcess> StartAsync(CancellationToken cancellationToken)
    {
        var data = Directory.CreateTempSubdirectory("autonoma-platform-").FullName;
        var start = new ProcessStartInfo(RepositoryPaths.Executable("autonoma-server")) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { "--data", data, "--urls", "http://127.0.0.1:0", "--slots", "2" })
            start.ArgumentList.Add(argument);
        var process = Process.Start(start)!;
        var claim = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var complaints = new System.Text.StringBuilder();
        process.ErrorDataReceived += (_, line) =>
        {
            lock (complaints)
                complaints.AppendLine(line.Data);
        };
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is null)
                claim.TrySetException(new InvalidOperationException($"The server ended before it listened: {complaints}"));
            else if (line.Data.StartsWith(Said, StringComparison.Ordinal))
                claim.TrySetResult(new Uri(line.Data[Said.Length..].Trim()));
        };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            var link = await claim.Task.WaitAsync(cancellationToken);
            var platform = new PlatformProcess(process, data, link);
            var session = await platform.PostAsync("/v1/users", new { email = Email, password = Password, name = "Mara", organization = "Larkspur Supply", token = link.Query.Split('=')[1] }, cancellationToken);
            platform._owner.DefaultRequestHeaders.Add("X-CSRF-Token", session["csrf"]!.GetValue<string>());
            return platform;
        }
        catch
        {
            await EndAsync(process, data);
            throw;
        }
    }

    /// <summary>As the owner.</summary>
    public async Task<JsonNode> PostAsync(string path, object body, CancellationToken cancellationToken)
    {
        using var answer = await _owner.PostAsJsonAsync(path, body, cancellationToken);
        var text = await answer.Content.ReadAsStringAsync(cancellationToken);
        answer.IsSuccessStatusCode.ShouldBeTrue($"{path}: {(int)answer.StatusCode} {text}");
        return JsonNode.Parse(text)!;
    }

    /// <summary>As the owner.</summary>
    public async Task<JsonNode> GetAsync(string path, CancellationToken cancellationToken)
        => JsonNode.Parse(await _owner.GetStringAsync(path, cancellationToken))!;

    /// <summary>Until a run has ended: its events end with it.</summary>
    public Task WaitForRunAsync(string run, CancellationToken cancellationToken) => _owner.GetStringAsync($"/v1/runs/{run}/events", cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _owner.Dispose();
        await EndAsync(_process, _data);
    }

    private static async Task EndAsync(Process process, string data)
    {
        if (!process.HasExited)
        {
            // Asked to end, it stops the PostgreSQL that it started; killed, it would leave it to the next start.
            using (var asked = Process.Start("/bin/sh", ["-c", string.Create(CultureInfo.InvariantCulture, $"kill -TERM {process.Id}")]))
                await asked.WaitForExitAsync();
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
            try
            {
                await process.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
            }
        }

        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(data, recursive: true);
    }
}
