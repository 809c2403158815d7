using Autonoma.Engine.Driving;

namespace Autonoma.Engine.Running;

/// <summary>Recognises the pages that a browser shows of its own when the app cannot be reached.</summary>
internal static class ErrorPages
{
    private static readonly string[] Prefixes = ["chrome-error://", "about:neterror", "about:certerror"];

    /// <summary>Why the app is not there, or null.</summary>
    public static string? WhyUnreachable(IAppDriver driver)
    {
        if (driver.Navigation is not { } navigation || !Prefixes.Any(prefix => navigation.CurrentUrl.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)))
            return null;
        var cause = FailedRequests(driver, 0).LastOrDefault();
        return $"The app could not be reached: the browser shows its own error page.{(cause is null ? "" : $" Last failed request: {cause}.")} Is the app still running?";
    }

    /// <summary>Requests that found nobody to answer, since a position of the log.</summary>
    public static IEnumerable<string> FailedRequests(IAppDriver driver, int since)
        => driver.Application.Log.Skip(since)
            .Where(entry => entry.Source == "network" && entry.Level == "error"
                && (entry.Text.Contains("ERR_CONNECTION", StringComparison.Ordinal) || entry.Text.Contains("ERR_EMPTY_RESPONSE", StringComparison.Ordinal)
                    || entry.Text.Contains("ERR_NAME_NOT_RESOLVED", StringComparison.Ordinal) || entry.Text.Contains("ECONNREFUSED", StringComparison.Ordinal)
                    || entry.Text.Contains("NS_ERROR_CONNECTION", StringComparison.Ordinal)))
            .Select(entry => entry.Text);
}
