namespace Autonoma.Engine.Web.Browsers;

/// <summary>Command line of Chromium: quiet, the same every time, and no call to anybody but the app under test.</summary>
internal static class ChromiumArguments
{
    private static readonly string[] Quiet =
    [
        "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run", "--no-default-browser-check", "--disable-default-apps",
        "--disable-domain-reliability", "--disable-client-side-phishing-detection", "--disable-breakpad", "--no-pings", "--dns-prefetch-disable", "--disable-search-engine-choice-screen",
        "--metrics-recording-only", "--force-webrtc-ip-handling-policy=disable_non_proxied_udp", "--disable-field-trial-config", "--force-color-profile=srgb", "--disable-dev-shm-usage",
    ];

    /// <summary>The arguments for these options.</summary>
    public static IReadOnlyList<string> For(BrowserOptions options)
    {
        var arguments = new List<string>(Quiet);
        // Root has no user namespace to build the sandbox in: containers run as root more often than not.
        if (OperatingSystem.IsLinux() && Environment.UserName == "root")
            arguments.Add("--no-sandbox");
        if (options.AllowedHosts is { } hosts)
            arguments.Add(Boundary.HostRules.ResolverRules(hosts)); // a second layer, for what is not a session's own
        arguments.AddRange(options.Arguments);
        return arguments;
    }
}
