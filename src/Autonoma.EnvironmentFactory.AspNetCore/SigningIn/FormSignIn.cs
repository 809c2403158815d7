using System.Net;
using Autonoma.EnvironmentFactory.AspNetCore.Serving;
using Autonoma.EnvironmentFactory.Protocol;

namespace Autonoma.EnvironmentFactory.AspNetCore.SigningIn;

/// <summary>Signs in as a person does: opens the app's own login page over the connection this request came in by, fills in its form, and keeps the cookies.</summary>
public static class FormSignInExtensions
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <summary>
    /// The cookies of the app's own login form. For apps whose sign-in is put together in the login page, so that there is nothing else to call: what
    /// the page checks and sets is what a test gets.
    /// </summary>
    /// <param name="context">The context of the auth callback.</param>
    /// <param name="path">Path of the login page, such as <c>/login</c>.</param>
    /// <param name="login">What is typed as name or email address. The user must have been created with <paramref name="password"/>.</param>
    /// <param name="password">The password.</param>
    /// <param name="cookies">Cookies that the browser has already, such as one that says which tenant it is in; they are handed over as well.</param>
    /// <exception cref="InvalidOperationException">There is no form with a password at that path, or it does not let the user in.</exception>
    public static async Task<Credentials> SignInThroughFormAsync(this AuthContext context, string path, string login, string password, IEnumerable<CredentialCookie>? cookies = null)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(login);
        ArgumentNullException.ThrowIfNull(password);
        var request = CurrentRequest.Context ?? throw new InvalidOperationException("A login form can be filled in only while a request is answered.");
        if (request.Connection.LocalPort is 0)
            throw new InvalidOperationException("The app does not listen on a port, so its login page cannot be opened. Sign in with SignInAsync instead.");
        var own = request.Connection.LocalIpAddress is { } address && !address.Equals(IPAddress.Any) && !address.Equals(IPAddress.IPv6Any) ? address : IPAddress.Loopback;
        var host = own.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 && !own.IsIPv4MappedToIPv6 ? $"[{own}]" : own.MapToIPv4().ToString();
        var page = new Uri($"{request.Request.Scheme}://{host}:{request.Connection.LocalPort}{request.Request.PathBase}/{path.TrimStart('/')}");
#pragma warning disable CA5399, CA5400 // the app asks itself: its own certificate may be one for development
        using var handler = new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false, ServerCertificateCustomValidationCallback = (_, _, _, _) => true };
#pragma warning restore CA5399, CA5400
        using var http = new HttpClient(handler) { Timeout = Longest };
        var jar = new Dictionary<string, CredentialCookie>(StringComparer.Ordinal);
        foreach (var cookie in cookies ?? [])
            jar[cookie.Name] = cookie;

        var html = await SendAsync(new(HttpMethod.Get, page)).ConfigureAwait(false);
        var form = LoginForm.Find(html.Body) ?? throw new InvalidOperationException($"{path} answered {(int)html.Status} and shows no form with a password.");
        var target = form.Action is { Length: > 0 } action ? new Uri(page, action) : page;
        using var content = new FormUrlEncodedContent(form.With(login, password));
        var before = jar.Values.ToHashSet();
        var answer = await SendAsync(new(HttpMethod.Post, new Uri(page, target.PathAndQuery)) { Content = content }).ConfigureAwait(false);
        var isBack = (int)answer.Status is >= 300 and < 400 && answer.Location is { } location && string.Equals(new Uri(page, location).AbsolutePath, page.AbsolutePath, StringComparison.OrdinalIgnoreCase);
        if ((int)answer.Status >= 400 || isBack || LoginForm.Find(answer.Body) is not null)
            throw new InvalidOperationException($"The login form of {path} did not let the user in: it answered {(int)answer.Status}{(isBack ? " and leads back to itself" : "")}.");
        if (jar.Values.All(before.Contains))
            throw new InvalidOperationException($"The login form of {path} set no cookie.");
        return new() { Cookies = [.. jar.Values], Values = new Dictionary<string, string> { ["login"] = login, ["email"] = login, ["password"] = password } };

        async Task<(HttpStatusCode Status, string Body, Uri? Location)> SendAsync(HttpRequestMessage message)
        {
            using (message)
            {
                message.Headers.Host = request.Request.Host.Value;
                if (jar.Count > 0)
                    message.Headers.Add("Cookie", string.Join("; ", jar.Values.Select(cookie => $"{cookie.Name}={cookie.Value}")));
                using var response = await http.SendAsync(message, context.CancellationToken).ConfigureAwait(false);
                if (response.Headers.TryGetValues("Set-Cookie", out var set))
                {
                    foreach (var cookie in SignInRequest.Parse(set))
                        jar[cookie.Name] = cookie;
                }

                return (response.StatusCode, await response.Content.ReadAsStringAsync(context.CancellationToken).ConfigureAwait(false), response.Headers.Location);
            }
        }
    }
}
