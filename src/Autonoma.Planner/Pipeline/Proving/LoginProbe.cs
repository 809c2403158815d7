using System.Text.RegularExpressions;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Observing;
using Autonoma.Planner.Artifacts;
using Autonoma.Planner.Exploring;
using Autonoma.Planner.Exploring.Probing;
using Autonoma.Planner.Exploring.Working;
using Autonoma.Planner.Exploring.Reading;
using Autonoma.Planner.Folders;
using Autonoma.Planner.Validation;
using Autonoma.Scenarios.Instances;

namespace Autonoma.Planner.Pipeline.Proving;

/// <summary>
/// Signs in in a real browser, first with cookies and headers, then by the login form, and compares what a page shows then with what it shows to a stranger. A page
/// that sends strangers to the login is the best proof; a way to sign out that only one of the two sees is the next. Where neither is there, it says that it cannot tell.
/// </summary>
/// <param name="open">Opens a session of the app at an address, with a login.</param>
/// <param name="app">Where the app answers; null for the host of its Environment Factory.</param>
/// <param name="time">The clock.</param>
public sealed partial class LoginProbe(Func<Uri, SessionLogin, CancellationToken, Task<IAppDriver>> open, Uri? app, TimeProvider time) : ILoginProbe
{
    private const int MostRoutes = 12;

    /// <inheritdoc/>
    public async Task<LoginProbeResult> ProbeAsync(PlanFolder folder, Uri endpoint, ScenarioInstance instance, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(instance);
        var start = app ?? new Uri(endpoint.GetLeftPart(UriPartial.Authority));
        var login = ScenarioLogin.Of(instance.Auth, time);
        var mode = login.Cookies.Count > 0 ? "cookies" : login.Headers.Count > 0 ? "token" : "form";
        try
        {
            var stranger = await LookAsStrangerAsync(folder, start, cancellationToken).ConfigureAwait(false);
            if (stranger is null)
                return new(instance.Scenario, mode, "open_failed", $"{start} does not open in a browser. Does the app run there? --app-url says where it is.");
            if (mode != "form")
            {
                var seen = await WithSessionAsync(folder, start, login, instance, mode, stranger, cancellationToken).ConfigureAwait(false);
                if (seen.IsOk || seen.IsSkipped || Credentials(instance) is null)
                    return seen;
            }

            return Credentials(instance) is { } typed ? await WithFormAsync(folder, start, typed, instance, stranger, cancellationToken).ConfigureAwait(false)
                : new(instance.Scenario, mode, null, "There is nothing to sign in with: neither cookies nor headers nor a password.") { IsSkipped = true };
        }
        catch (Exception e) when (e is NavigationFailedException or CommandFailedException or DriverLostException or UserInputException)
        {
            return new(instance.Scenario, mode, "open_failed", e.Message);
        }
    }

    // The session belongs to whoever opened it.
    private async Task<AppScreen> ScreenAsync(IAppDriver driver, Uri start, CancellationToken cancellationToken)
    {
        var screen = new AppScreen(new SessionsAhead(_ => Task.FromResult(new ExploreSession(driver)), 0), new() { Start = start }, time);
        await screen.RenewAsync(cancellationToken).ConfigureAwait(false);
        return screen;
    }

    private async Task<Stranger?> LookAsStrangerAsync(PlanFolder folder, Uri start, CancellationToken cancellationToken)
    {
        var driver = await open(start, SessionLogin.None, cancellationToken).ConfigureAwait(false);
        await using (driver.ConfigureAwait(false))
        {
            var screen = await ScreenAsync(driver, start, cancellationToken).ConfigureAwait(false);
            if (await screen.GoAsync(start, cancellationToken).ConfigureAwait(false) is not { } first)
                return null;
            var signOut = SignOut(first) is not null;
            if (IsLogin(first))
                return new(start, new Uri(first.Url), signOut, Texts(first));
            foreach (var route in Routes(folder))
            {
                var address = new Uri(start, route);
                if (await screen.GoAsync(address, cancellationToken).ConfigureAwait(false) is { } seen && IsLogin(seen) && !IsLoginAddress(address) && Uri.TryCreate(seen.Url, UriKind.Absolute, out var at))
                    return new(address, at, signOut, Texts(first));
            }

            return new(null, SignIn(first) is { } link && Uri.TryCreate(link.Href, UriKind.Absolute, out var there) ? there : null, signOut, Texts(first));
        }
    }

    private async Task<LoginProbeResult> WithSessionAsync(PlanFolder folder, Uri start, SessionLogin login, ScenarioInstance instance, string mode, Stranger stranger, CancellationToken cancellationToken)
    {
        var driver = await open(start, login, cancellationToken).ConfigureAwait(false);
        await using (driver.ConfigureAwait(false))
        {
            var screen = await ScreenAsync(driver, start, cancellationToken).ConfigureAwait(false);
            var seen = await screen.GoAsync(stranger.Protected ?? start, cancellationToken).ConfigureAwait(false);
            return await JudgeAsync(folder, driver, seen, stranger, instance, mode, login, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<LoginProbeResult> WithFormAsync(PlanFolder folder, Uri start, (string Login, string Password) typed, ScenarioInstance instance, Stranger stranger, CancellationToken cancellationToken)
    {
        if (stranger.Login is not { } page)
            return new(instance.Scenario, "form", null, "No login page was found: no page sends strangers to one, and none is linked to from the first.") { IsSkipped = true };
        var driver = await open(start, SessionLogin.None, cancellationToken).ConfigureAwait(false);
        await using (driver.ConfigureAwait(false))
        {
            var screen = await ScreenAsync(driver, start, cancellationToken).ConfigureAwait(false);
            if (await screen.GoAsync(page, cancellationToken).ConfigureAwait(false) is not { } shown)
                return Failed("open_failed", $"{page} does not open.");
            var form = FormReader.Read(shown, new(screen.Grounder, shown)).FirstOrDefault(known => known.Fields.Any(field => field.Kind == FieldKind.Password));
            var password = form?.Fields.FirstOrDefault(field => field.Kind == FieldKind.Password);
            var name = form?.Fields.FirstOrDefault(field => field.Kind is FieldKind.Email or FieldKind.Text);
            if (form?.Submit is null || name is null || password is null)
                return await PicturedAsync(folder, driver, Failed("unknown_ui", $"{page} has no form with a name, a password and a button that could be told apart."), cancellationToken).ConfigureAwait(false);
            foreach (var (field, value) in ((ExploredField, string)[])[(name, typed.Login), (password, typed.Password)])
            {
                if (!await screen.ActAsync($"Type \"{value}\" into {field.Phrase}", cancellationToken).ConfigureAwait(false))
                    return await PicturedAsync(folder, driver, Failed("fill_failed", $"'{field.Label}' of {page} could not be filled in."), cancellationToken).ConfigureAwait(false);
            }

            if (!await screen.ActAsync($"Click {form.Submit}", cancellationToken).ConfigureAwait(false))
                return await PicturedAsync(folder, driver, Failed("submit_failed", $"The button of the form at {page} could not be clicked."), cancellationToken).ConfigureAwait(false);
            var after = await screen.LookAsync(cancellationToken).ConfigureAwait(false);
            if (IsLogin(after))
                return await PicturedAsync(folder, driver, Failed("bad_credentials", $"{page} still asks for a password after the form was sent."), cancellationToken).ConfigureAwait(false);
            var seen = stranger.Protected is { } address ? await screen.GoAsync(address, cancellationToken).ConfigureAwait(false) : after;
            return await JudgeAsync(folder, driver, seen, stranger, instance, "form", null, cancellationToken).ConfigureAwait(false);
        }

        LoginProbeResult Failed(string category, string detail) => new(instance.Scenario, "form", category, detail);
    }

    private async Task<LoginProbeResult> JudgeAsync(PlanFolder folder, IAppDriver driver, Observation? seen, Stranger stranger, ScenarioInstance instance, string mode, SessionLogin? login, CancellationToken cancellationToken)
    {
        LoginProbeResult result;
        if (seen is null)
            result = new(instance.Scenario, mode, "open_failed", $"{stranger.Protected} does not open for whoever is signed in.");
        else if (IsLogin(seen))
        {
            var elsewhere = login?.Cookies.FirstOrDefault(cookie => cookie.Domain is { } domain && Uri.TryCreate(seen.Url, UriKind.Absolute, out var url) && !url.Host.EndsWith(domain.TrimStart('.'), StringComparison.OrdinalIgnoreCase));
            result = elsewhere is not null ? new(instance.Scenario, mode, "cookie_not_sent", $"The cookie '{elsewhere.Name}' is for {elsewhere.Domain}, and the app is at {seen.Url}.")
                : new(instance.Scenario, mode, "redirected_to_login", $"{stranger.Protected ?? new Uri(seen.Url)} leads to the login page, as it does for strangers.");
        }
        else if (stranger.Protected is { } address)
            result = new(instance.Scenario, mode, null, $"{address.AbsolutePath} opens; strangers are sent to the login.");
        else if (SignOut(seen) is { } signOut && !stranger.HasSignOut)
            result = new(instance.Scenario, mode, null, $"'{Naming.Label(signOut)}' is there, which strangers do not see.");
        else if (Texts(seen).Except(stranger.Texts, StringComparer.Ordinal).FirstOrDefault(text => Who(instance).Any(who => text.Contains(who, StringComparison.OrdinalIgnoreCase))) is { } own)
            result = new(instance.Scenario, mode, null, $"The page says '{own}', which strangers do not see.");
        else if (SignIn(seen) is not null && SignOut(seen) is null)
            result = new(instance.Scenario, mode, "marker_missing", "The page still offers to sign in, and nothing shows that somebody is.");
        else
            return new(instance.Scenario, mode, null, "Nothing in the app shows whether somebody is signed in: no page sends strangers to a login, and none offers to sign out.") { IsSkipped = true, FinalUrl = seen.Url };
        return await PicturedAsync(folder, driver, result with { FinalUrl = seen?.Url }, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<LoginProbeResult> PicturedAsync(PlanFolder folder, IAppDriver driver, LoginProbeResult result, CancellationToken cancellationToken)
    {
        var picture = await driver.Screen.CaptureAsync(cancellationToken).ConfigureAwait(false);
        Directory.CreateDirectory(folder.LoginProbe);
        var path = Path.Combine(folder.LoginProbe, $"{PlanFolder.Slug(result.Scenario)}.{(picture.MediaType.Contains("jpeg", StringComparison.Ordinal) ? "jpg" : "png")}");
        await File.WriteAllBytesAsync(path, picture.Bytes, cancellationToken).ConfigureAwait(false);
        return result with { Screenshot = Path.GetRelativePath(folder.Repository, path).Replace('\\', '/') };
    }

    // The pages of the knowledge base, those first that usually belong to somebody.
    private static IEnumerable<string> Routes(PlanFolder folder)
    {
        var known = File.Exists(folder.Features) && ArtifactReader.Features(File.ReadAllText(folder.Features)).Value is { } features
            ? features.Features.Where(feature => feature.Type is not FeatureType.Api && feature.Path.StartsWith('/') && !feature.Path.Contains('{', StringComparison.Ordinal) && !feature.Path.Contains(':', StringComparison.Ordinal) && !feature.Path.Contains('[', StringComparison.Ordinal) && !Caution.EndsSession("", feature.Path)).Select(feature => feature.Path) : [];
        return known.Concat(["/dashboard", "/account", "/admin", "/settings", "/profile"]).Distinct(StringComparer.OrdinalIgnoreCase).OrderBy(path => Private().IsMatch(path) ? 0 : 1).Take(MostRoutes);
    }

    private static bool IsLogin(Observation screen) => screen.Tree.Nodes.Any(node => node is { IsPassword: true, IsVisible: true }) && (IsLoginAddress(new Uri(screen.Url)) || screen.Tree.Nodes.Count(node => node.IsVisible && FormReader.IsField(node)) <= 5);

    private static bool IsLoginAddress(Uri address) => LoginPath().IsMatch(address.AbsolutePath);

    private static UiNode? SignOut(Observation screen) => screen.Tree.Nodes.FirstOrDefault(node => node.Role is "link" or "button" or "menuitem" && Caution.EndsSession(Naming.Label(node), node.Href));

    private static UiNode? SignIn(Observation screen) => screen.Tree.Nodes.FirstOrDefault(node => node.IsVisible && node.Role is "link" or "button" && SigningIn().IsMatch(Naming.Label(node)));

    private static HashSet<string> Texts(Observation screen) => [.. screen.Tree.Nodes.Where(ScreenParts.IsWhole).Select(node => node.InnerText)];

    private static IEnumerable<string> Who(ScenarioInstance instance)
        => (instance.Auth.Values ?? new Dictionary<string, string>()).Where(pair => pair.Key.Contains("mail", StringComparison.OrdinalIgnoreCase) || pair.Key.Contains("name", StringComparison.OrdinalIgnoreCase) || pair.Key.Equals("user", StringComparison.OrdinalIgnoreCase)).Select(pair => pair.Value).Where(value => value.Length > 2);

    private static (string Login, string Password)? Credentials(ScenarioInstance instance)
    {
        var values = instance.Auth.Values;
        var password = values?.FirstOrDefault(pair => pair.Key.Contains("pass", StringComparison.OrdinalIgnoreCase)).Value;
        var login = values?.OrderBy(pair => pair.Key.Contains("mail", StringComparison.OrdinalIgnoreCase) ? 0 : 1).FirstOrDefault(pair => !pair.Key.Contains("pass", StringComparison.OrdinalIgnoreCase)).Value;
        return password is { Length: > 0 } && login is { Length: > 0 } ? (login, password) : null;
    }

    [GeneratedRegex(@"admin|account|dashboard|profile|settings|orders|my\b|office|manage", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Private();

    [GeneratedRegex(@"/(?:log[-_]?in|sign[-_]?in|auth|session/new)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LoginPath();

    [GeneratedRegex(@"^\s*(?:sign|log)[\s-]?in\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SigningIn();

    /// <param name="Protected">A page that sends strangers to the login; null when none was found.</param>
    /// <param name="Login">The login page; null when none was found.</param>
    /// <param name="HasSignOut">Whether strangers, too, are offered to sign out.</param>
    /// <param name="Texts">What the first page says to strangers.</param>
    private sealed record Stranger(Uri? Protected, Uri? Login, bool HasSignOut, HashSet<string> Texts);
}
