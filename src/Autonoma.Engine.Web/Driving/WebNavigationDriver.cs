using System.Text.RegularExpressions;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Web.Boundary;
using Microsoft.Playwright;

namespace Autonoma.Engine.Web.Driving;

/// <summary>Addresses of the active tab.</summary>
internal sealed partial class WebNavigationDriver(WebSession session, HostRules? rules) : INavigationDriver
{
    /// <inheritdoc/>
    public string CurrentUrl => session.Page.Url;

    /// <inheritdoc/>
    public Task GoToAsync(Uri url, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(url);
        if (rules is not null && !rules.Allows(url.ToString()))
            throw new NavigationFailedException($"{Messages.Safe(url.ToString())} is outside the allowed hosts. Add {url.Authority} to them if the test may go there.");
        return LoadAsync(url.ToString(), page => page.GotoAsync(url.ToString(), new() { WaitUntil = WaitUntilState.DOMContentLoaded, Timeout = Timeout }), cancellationToken);
    }

    /// <inheritdoc/>
    public Task ReloadAsync(CancellationToken cancellationToken) => LoadAsync(session.Page.Url, page => page.ReloadAsync(new() { WaitUntil = WaitUntilState.DOMContentLoaded, Timeout = Timeout }), cancellationToken);

    /// <inheritdoc/>
    public Task<bool> GoBackAsync(CancellationToken cancellationToken) => MoveAsync("canGoBack", page => page.GoBackAsync(new() { WaitUntil = WaitUntilState.DOMContentLoaded, Timeout = Timeout }), cancellationToken);

    /// <inheritdoc/>
    public Task<bool> GoForwardAsync(CancellationToken cancellationToken) => MoveAsync("canGoForward", page => page.GoForwardAsync(new() { WaitUntil = WaitUntilState.DOMContentLoaded, Timeout = Timeout }), cancellationToken);

    private float Timeout => (float)session.Options.NavigationTimeout.TotalMilliseconds;

    private async Task<bool> MoveAsync(string able, Func<IPage, Task<IResponse?>> move, CancellationToken cancellationToken)
    {
        var page = session.Page;
        var before = page.Url;
        // There a step to nowhere is never answered.
        if (session.IsDrivenByBidi && !await session.CallAsync(() => page.EvaluateAsync<bool>("able => !window.navigation || navigation[able]", able), cancellationToken).ConfigureAwait(false))
            return false;
        var moved = false;
        void Noticed(object? sender, IFrame frame) => moved |= frame == page.MainFrame;
        page.FrameNavigated += Noticed;
        try
        {
            // A step within one document (hash, pushState) answers with no response, as "nothing to go to" does.
            var response = await LoadAsync(before, move, cancellationToken).ConfigureAwait(false);
            return response is not null || moved || page.Url != before;
        }
        finally
        {
            page.FrameNavigated -= Noticed;
        }
    }

    private Task<IResponse?> LoadAsync(string url, Func<IPage, Task<IResponse?>> load, CancellationToken cancellationToken) => session.CallAsync(
        async () =>
        {
            try
            {
                var response = await load(session.Page).ConfigureAwait(false);
                if (response is { Status: 403 or 502 } && response.Headers.TryGetValue(BoundaryProxy.BlockedHeader.ToLowerInvariant(), out var reason))
                    throw new NavigationFailedException($"{Messages.Safe(response.Url)} could not be loaded: {reason}.{(response.Status == 403 ? " Add its host to the allowed hosts if the test may go there." : "")}");
                return response;
            }
            catch (TimeoutException e)
            {
                throw new NavigationFailedException($"{Messages.Safe(url)} did not load within {session.Options.NavigationTimeout.TotalSeconds:0.#} s.", e);
            }
            catch (PlaywrightException e) when (!Messages.SaysGone(e))
            {
                if (e.Message.Contains("is interrupted by another navigation", StringComparison.Ordinal))
                    return null; // the page went somewhere else at once: where it ended is what counts
                if (e.Message.Contains("Download is starting", StringComparison.Ordinal))
                    return null;
                if (e.Message.Contains("net::ERR_ABORTED", StringComparison.Ordinal) && session.Page.Url != "about:blank")
                    return null; // answered with no content: the page stays
                throw new NavigationFailedException($"{Messages.Safe(url)} could not be loaded: {Cause(e.Message)}", e);
            }
        },
        cancellationToken);

    private static string Cause(string message)
    {
        var code = NetError().Match(message);
        return code.Success ? code.Value switch
        {
            "net::ERR_CONNECTION_REFUSED" or "NS_ERROR_CONNECTION_REFUSED" => "nothing answers at this address (connection refused). Is the app running?",
            "net::ERR_NAME_NOT_RESOLVED" or "NS_ERROR_UNKNOWN_HOST" => "the host name is not known.",
            "net::ERR_CONNECTION_RESET" or "net::ERR_CONNECTION_CLOSED" or "net::ERR_EMPTY_RESPONSE" or "net::ERR_SOCKET_NOT_CONNECTED" or "NS_ERROR_NET_RESET" or "NS_ERROR_NET_EMPTY_RESPONSE" or "NS_ERROR_NET_INTERRUPT" => "the server closed the connection without an answer.",
            "net::ERR_CONNECTION_TIMED_OUT" or "net::ERR_TIMED_OUT" or "NS_ERROR_NET_TIMEOUT" => "the server did not answer in time.",
            "net::ERR_INTERNET_DISCONNECTED" or "net::ERR_ADDRESS_UNREACHABLE" or "NS_ERROR_OFFLINE" => "there is no way to this address.",
            "net::ERR_TOO_MANY_REDIRECTS" or "NS_ERROR_REDIRECT_LOOP" => "it redirects without end.",
            "net::ERR_TUNNEL_CONNECTION_FAILED" or "NS_ERROR_PROXY_FORBIDDEN" or "NS_ERROR_PROXY_CONNECTION_REFUSED" or "NS_ERROR_PROXY_BAD_GATEWAY" => "it is outside the allowed hosts, or nothing answers there.",
            "net::ERR_FILE_NOT_FOUND" or "NS_ERROR_FILE_NOT_FOUND" => "there is no such file.",
            "net::ERR_UNSAFE_PORT" or "deniedPortAccess" => "browsers refuse this port.",
            var other when other.StartsWith("net::ERR_CERT", StringComparison.Ordinal) => $"its certificate is not trusted ({other[5..]}).",
            "NS_ERROR_GENERATE_FAILURE" => "no secure connection could be made, or its certificate is not trusted.",
            var other when other.StartsWith("net::ERR_SSL", StringComparison.Ordinal) => $"no secure connection could be made ({other[5..]}).",
            var other => other,
        }
        : Messages.FirstLine(new InvalidOperationException(message));
    }

    [GeneratedRegex(@"net::ERR_\w+|NS_ERROR_(?!MODULE)\w+|deniedPortAccess")]
    private static partial Regex NetError();
}
