namespace Autonoma.Planner.Reporting;

/// <summary>The platform that a plan is reported to.</summary>
/// <param name="Url">Its base address.</param>
/// <param name="ApiKey">Sent as a bearer token; never shown.</param>
/// <param name="ApplicationId">The application's id there.</param>
public sealed record PlatformAddress(Uri Url, string ApiKey, string ApplicationId)
{
    /// <summary>Environment variables that say it.</summary>
    public const string UrlVariable = "AUTONOMA_API_URL", KeyVariable = "AUTONOMA_API_KEY", ProjectVariable = "AUTONOMA_PROJECT_ID";

    /// <summary>The platform of the environment; null when it names none.</summary>
    /// <param name="variable">Environment variables.</param>
    /// <exception cref="ArgumentException">It names one half, or by no address.</exception>
    public static PlatformAddress? From(Func<string, string?> variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        string[] names = [UrlVariable, KeyVariable, ProjectVariable];
        var missing = names.Where(name => variable(name) is not { Length: > 0 }).ToList();
        if (missing.Contains(UrlVariable))
            return null;
        if (missing.Count > 0)
            throw new ArgumentException($"{UrlVariable} names a platform to report to, and {string.Join(" and ", missing)} {(missing.Count == 1 ? "is" : "are")} not set.", nameof(variable));
        return Uri.TryCreate(variable(UrlVariable), UriKind.Absolute, out var url) && url.Scheme is ("http" or "https") ? new(url, variable(KeyVariable)!, variable(ProjectVariable)!)
            : throw new ArgumentException($"{UrlVariable} must be an http or https address, and it is '{variable(UrlVariable)}'.", nameof(variable));
    }

    /// <inheritdoc/>
    public override string ToString() => Url.ToString();
}
