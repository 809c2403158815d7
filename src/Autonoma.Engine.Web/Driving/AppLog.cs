using System.Globalization;
using System.Runtime.CompilerServices;
using Autonoma.Engine.Driving;
using Microsoft.Playwright;

namespace Autonoma.Engine.Web.Driving;

/// <summary>Console and network log of a session: bounded, without credentials and without the values of queries.</summary>
internal sealed class AppLog(TimeProvider time)
{
    private const int Most = 2000;
    private const int Longest = 1000;

    private readonly Lock _gate = new();
    private readonly Queue<AppLogEntry> _entries = new();
    private readonly ConditionalWeakTable<IRequest, object> _started = [];

    /// <summary>What happened, oldest first.</summary>
    public IReadOnlyList<AppLogEntry> Entries
    {
        get { lock (_gate) return [.. _entries]; }
    }

    /// <summary>Adds a line; the oldest goes when there are too many.</summary>
    public void Add(string source, string level, string text)
    {
        var entry = new AppLogEntry(time.GetUtcNow(), source, level, text.Length > Longest ? text[..Longest] + "..." : text);
        lock (_gate)
        {
            _entries.Enqueue(entry);
            if (_entries.Count > Most)
                _entries.Dequeue();
        }
    }

    /// <summary>Listens to a tab.</summary>
    public void Listen(IPage page)
    {
        page.Console += (_, message) => Add("console", Level(message.Type), message.Text);
        page.PageError += (_, error) => Add("page-error", "error", error);
        page.Request += (_, request) => _started.AddOrUpdate(request, time.GetTimestamp());
        page.Response += (_, response) => OnResponse(response);
        page.RequestFailed += (_, request) => OnFailed(request);
    }

    private static string Level(string type) => type switch
    {
        "error" or "assert" => "error",
        "warning" => "warning",
        _ => "info",
    };

    private void OnResponse(IResponse response)
    {
        var request = response.Request;
        var level = response.Status >= 500 ? "error" : response.Status >= 400 ? "warning" : "info";
        Add("network", level, string.Create(CultureInfo.InvariantCulture, $"{request.Method} {Messages.Safe(request.Url)} {response.Status}{Took(request)}"));
        _started.Remove(request);
    }

    private void OnFailed(IRequest request)
    {
        var reason = request.Failure ?? "failed";
        // Leaving a page ends what it still asked for, and a body that nobody reads is dropped: no failure of anybody.
        if (reason.Contains("ABORTED", StringComparison.OrdinalIgnoreCase) && !_started.TryGetValue(request, out _))
            return;
        var level = reason.Contains("ABORTED", StringComparison.OrdinalIgnoreCase) ? "info" : "error";
        Add("network", level, $"{request.Method} {Messages.Safe(request.Url)} {reason}{Took(request)}");
    }

    private string Took(IRequest request) => _started.TryGetValue(request, out var since)
        ? string.Create(CultureInfo.InvariantCulture, $" {time.GetElapsedTime((long)since).TotalMilliseconds:0} ms")
        : "";
}
