using Autonoma.Engine.Web.Driving;
using Microsoft.Playwright;

namespace Autonoma.Engine.Web.Boundary;

/// <summary>Keeps a session within the allowed hosts and puts the app's headers on the app's requests only.</summary>
internal static class NetworkBoundary
{
    /// <summary>Installs what the options ask for. Without allowed hosts and headers nothing is intercepted, because every interception costs a round trip.</summary>
    public static async Task GuardAsync(IBrowserContext context, HostRules? rules, WebSessionOptions options, AppLog log)
    {
        if (rules is null && options.Headers.Count == 0)
            return;
        await context.RouteAsync("**/*", route => OnRequestAsync(route, rules, options, log)).ConfigureAwait(false);
        if (rules is not null)
            await context.RouteWebSocketAsync("**/*", socket => OnWebSocket(socket, rules, log)).ConfigureAwait(false);
    }

    private static async Task OnRequestAsync(IRoute route, HostRules? rules, WebSessionOptions options, AppLog log)
    {
        var request = route.Request;
        try
        {
            if (rules is not null && !rules.Allows(request.Url))
            {
                log.Add("blocked", "warning", $"{request.Method} {Messages.Safe(request.Url)} is outside the allowed hosts");
                await route.AbortAsync("blockedbyclient").ConfigureAwait(false);
                return;
            }

            if (options.Headers.Count > 0 && IsApp(request.Url, options.AppUrl))
            {
                var headers = new Dictionary<string, string>(request.Headers, StringComparer.OrdinalIgnoreCase);
                foreach (var (name, value) in options.Headers)
                    headers[name] = value;
                await route.ContinueAsync(new() { Headers = headers }).ConfigureAwait(false);
                return;
            }

            await route.ContinueAsync().ConfigureAwait(false);
        }
        catch (PlaywrightException)
        {
            // The page left before its request was let through.
        }
    }

    private static void OnWebSocket(IWebSocketRoute socket, HostRules rules, AppLog log)
    {
        if (rules.Allows(socket.Url))
        {
            socket.ConnectToServer();
            return;
        }

        log.Add("blocked", "warning", $"WebSocket {Messages.Safe(socket.Url)} is outside the allowed hosts");
        _ = socket.CloseAsync(new() { Code = 1008, Reason = "outside the allowed hosts" });
    }

    private static bool IsApp(string url, Uri? app) => app is not null && Uri.TryCreate(url, UriKind.Absolute, out var uri)
        && Uri.Compare(uri, app, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0;
}
