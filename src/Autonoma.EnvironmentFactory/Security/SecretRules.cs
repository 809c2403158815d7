namespace Autonoma.EnvironmentFactory.Security;

/// <summary>What holds for secrets.</summary>
internal static class SecretRules
{
    public const string SharedSetting = "AUTONOMA_SHARED_SECRET";
    public const string SigningSetting = "AUTONOMA_SIGNING_SECRET";
    public const string PreviousSharedSetting = "AUTONOMA_PREVIOUS_SHARED_SECRETS";
    public const string PreviousSigningSetting = "AUTONOMA_PREVIOUS_SIGNING_SECRETS";

    private const int ShortestGood = 32;

    public static IReadOnlyList<string> Shared(EnvironmentFactoryOptions options) => All(options.SharedSecret, options.PreviousSharedSecrets);

    public static IReadOnlyList<string> Signing(EnvironmentFactoryOptions options) => All(options.SigningSecret, options.PreviousSigningSecrets);

    /// <summary>True if a secret, current or previous, serves both purposes: whoever may call could then also forge tokens.</summary>
    public static bool AreShared(EnvironmentFactoryOptions options) => Shared(options).Intersect(Signing(options), StringComparer.Ordinal).Any();

    /// <summary>The setting without which nothing works; null if both are there.</summary>
    public static string? Missing(EnvironmentFactoryOptions options)
        => string.IsNullOrEmpty(options.SharedSecret) ? SharedSetting : string.IsNullOrEmpty(options.SigningSecret) ? SigningSetting : null;

    public static IEnumerable<string> Short(EnvironmentFactoryOptions options)
    {
        if (options.SharedSecret is { Length: > 0 and < ShortestGood })
            yield return SharedSetting;
        if (options.SigningSecret is { Length: > 0 and < ShortestGood })
            yield return SigningSetting;
    }

    private static List<string> All(string? current, IEnumerable<string> previous)
        => [.. new[] { current }.Concat(previous).OfType<string>().Where(secret => secret.Length > 0).Distinct(StringComparer.Ordinal)];
}
