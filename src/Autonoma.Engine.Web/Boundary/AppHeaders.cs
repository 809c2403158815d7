using Microsoft.Playwright;

namespace Autonoma.Engine.Web.Boundary;

/// <summary>
/// Puts the session's headers on requests to the app's origin when that is HTTPS, which the proxy cannot look into. Plain HTTP is served by
/// <see cref="BoundaryProxy"/>.
/// </summary>
internal static class AppHeaders
{
    /// <summary>Intercepts the app's own origin only: each interception costs a round trip.</summary>
    public static async Task AddAsync(IBrowserContext context, WebSessionOptions options)
    {
        if (options.Headers.Count == 0 || options.AppUrl is not { Scheme: "https" } app)
            return;
        await context.RouteAsync($"{app.GetLeftPart(UriPartial.Authority)}/**", route => OnRequestAsync(route, options)).ConfigureAwait(false);
    }

    private static async Task OnRequestAsync(IRoute route, WebSessionOptions options)
    {
        try
        {
            var headers = new Dictionary<string, string>(route.Request.Headers, StringComparer.OrdinalIgnoreCase);
            foreach (var (name, value) in options.Headers)
                headers[name] = value;
            if (!route.Request.IsNavigationRequest)
            {
                await route.ContinueAsync(new() { Headers = headers }).ConfigureAwait(false);
                return;
            }

            // Headers given to a request also go along its redirects, wherever they lead. So redirects are handed back to the browser,
            // which asks anew and is looked at anew.
            var response = await route.FetchAsync(new() { Headers = headers, MaxRedirects = 0 }).ConfigureAwait(false);
            await route.FulfillAsync(new() { Response = response }).ConfigureAwait(false);
        }
        catch (PlaywrightException)
        {
            // The page left before its request was answered.
        }
    }
}
