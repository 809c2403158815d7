using Autonoma.Engine.Web.Driving;
using Microsoft.Playwright;

namespace Autonoma.Engine.Web.Boundary;

/// <summary>Lets no request out of the browser but those that read (GET, HEAD, OPTIONS; RFC 9110, 9.2.1). Messages over open WebSockets are not looked into.</summary>
internal static class ReadingOnly
{
    /// <summary>Intercepts everything: to be used where a round trip for each request does not matter.</summary>
    public static Task AddAsync(IBrowserContext context, AppLog log) => context.RouteAsync("**/*", route => OnRequestAsync(route, log));

    private static async Task OnRequestAsync(IRoute route, AppLog log)
    {
        try
        {
            if (route.Request.Method is "GET" or "HEAD" or "OPTIONS")
            {
                await route.FallbackAsync().ConfigureAwait(false);
                return;
            }

            log.Add("blocked", "warning", $"{route.Request.Method} {Messages.Safe(route.Request.Url)} would change something, and this session only reads");
            await route.AbortAsync(RequestAbortErrorCode.BlockedByClient).ConfigureAwait(false);
        }
        catch (PlaywrightException)
        {
            // The page left before its request was answered.
        }
    }
}
