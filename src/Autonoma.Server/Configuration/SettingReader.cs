namespace Autonoma.Server.Configuration;

/// <summary>Reads settings by name: <c>--database-url</c>, or the environment variables that <see cref="Variables"/> lists. What is wrong is collected and told at once.</summary>
/// <param name="configuration">What was said.</param>
/// <param name="wrong">What is wrong already.</param>
internal sealed class SettingReader(IConfiguration configuration, IReadOnlyList<string> wrong)
{
    private readonly List<string> _wrong = [.. wrong];

    /// <summary>Environment variables of a setting: ours first, then those of the documentation.</summary>
    public static IReadOnlyDictionary<string, string[]> Variables { get; } = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["data"] = ["AUTONOMA_DATA"],
        ["urls"] = ["AUTONOMA_URLS"],
        ["api-port"] = ["API_PORT"],
        ["database-url"] = ["DATABASE_URL"],
        ["roles"] = ["AUTONOMA_ROLES"],
        ["public-url"] = ["AUTONOMA_PUBLIC_URL", "APP_URL"],
        ["allowed-origins"] = ["ALLOWED_ORIGINS"],
        ["sign-up"] = ["AUTONOMA_SIGN_UP"],
        ["private-addresses"] = ["AUTONOMA_PRIVATE_ADDRESSES"],
        ["sample-url"] = ["AUTONOMA_SAMPLE_URL"],
        ["sample-tests"] = ["AUTONOMA_SAMPLE_TESTS"],
        ["trusted-proxies"] = ["AUTONOMA_TRUSTED_PROXIES"],
        ["google-client-id"] = ["GOOGLE_CLIENT_ID"],
        ["google-client-secret"] = ["GOOGLE_CLIENT_SECRET"],
        ["github-client-id"] = ["GITHUB_CLIENT_ID"],
        ["github-client-secret"] = ["GITHUB_CLIENT_SECRET"],
        ["github-url"] = ["GITHUB_URL"],
        ["requests-per-minute"] = ["AUTONOMA_REQUESTS_PER_MINUTE"],
        ["encryption-key"] = ["SCENARIO_ENCRYPTION_KEY"],
        ["smtp-url"] = ["SMTP_URL"],
        ["mail-from"] = ["MAIL_FROM"],
        ["otlp-endpoint"] = ["OTEL_EXPORTER_OTLP_ENDPOINT"],
        ["otlp-protocol"] = ["OTEL_EXPORTER_OTLP_PROTOCOL"],
        ["otlp-headers"] = ["OTEL_EXPORTER_OTLP_HEADERS"],
        ["slots"] = ["AUTONOMA_SLOTS"],
        ["runs-per-application"] = ["AUTONOMA_RUNS_PER_APPLICATION"],
        ["drain-seconds"] = ["AUTONOMA_DRAIN_SECONDS"],
        ["artifact-days"] = ["AUTONOMA_ARTIFACT_DAYS"],
        ["artifact-gigabytes"] = ["AUTONOMA_ARTIFACT_GIGABYTES"],
        ["s3-bucket"] = ["S3_BUCKET"],
        ["s3-endpoint"] = ["S3_ENDPOINT"],
        ["s3-region"] = ["S3_REGION", "AWS_REGION"],
        ["s3-access-key"] = ["S3_ACCESS_KEY_ID", "AWS_ACCESS_KEY_ID"],
        ["s3-secret-key"] = ["S3_SECRET_ACCESS_KEY", "AWS_SECRET_ACCESS_KEY"],
    };

    /// <summary>What was said, nearest first: the command line, then the environment. Empty is as good as not said.</summary>
    public string? Text(string name)
        => Variables[name].Prepend(name).Select(key => configuration[key]).FirstOrDefault(value => !string.IsNullOrWhiteSpace(value))?.Trim();

    public T Read<T>(string name, Func<string, T> read, T otherwise)
    {
        if (Text(name) is not { } text)
            return otherwise;
        try
        {
            return read(text);
        }
        catch (FormatException e)
        {
            // The value itself may be a secret.
            _wrong.Add($"{Name(name)} {e.Message}");
            return otherwise;
        }
    }

    public void Check(string name, bool holds, string otherwise)
    {
        if (!holds)
            _wrong.Add($"{Name(name)}: {otherwise}");
    }

    public void ThrowIfWrong()
    {
        if (_wrong.Count > 0)
            throw new ArgumentException(string.Join(Environment.NewLine, _wrong));
    }

    private static string Name(string name) => $"--{name} ({string.Join(", ", Variables[name])})";
}
