using System.Globalization;

namespace Autonoma.Server.Configuration;

/// <summary>How runs are carried out by this process, and where their files are kept.</summary>
internal sealed record WorkSettings
{
    /// <summary>Runs at the same time in this process; null for half the processors.</summary>
    public int? Slots { get; init; }

    /// <summary>Runs of one application at the same time, on all workers together.</summary>
    public int PerApplication { get; init; } = 10;

    /// <summary>How long a stopping worker lets its runs go on.</summary>
    public TimeSpan Drain { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long files of runs are kept; null for ever.</summary>
    public int? ArtifactDays { get; init; } = 30;

    /// <summary>How much an organization's files may take, in gigabytes; the oldest go first. Null for any.</summary>
    public int? ArtifactGigabytes { get; init; }

    /// <summary>Where files are kept instead of the data folder; null for the data folder.</summary>
    public S3Settings? S3 { get; init; }

    public static WorkSettings From(SettingReader reader)
    {
        var settings = new WorkSettings
        {
            Slots = reader.Read<int?>("slots", text => Number(text, 1, 256), null),
            PerApplication = reader.Read("runs-per-application", text => Number(text, 1, 10_000), 10),
            Drain = TimeSpan.FromSeconds(reader.Read("drain-seconds", text => Number(text, 0, 86_400), 20)),
            ArtifactDays = reader.Read<int?>("artifact-days", text => text == "forever" ? null : Number(text, 1, 36_500), 30),
            ArtifactGigabytes = reader.Read<int?>("artifact-gigabytes", text => Number(text, 1, 1_000_000), null),
        };
        if (reader.Text("s3-bucket") is not { } bucket)
            return settings;
        reader.Check("s3-access-key", reader.Text("s3-access-key") is null == reader.Text("s3-secret-key") is null, "is given with --s3-secret-key, or neither is");
        return settings with
        {
            S3 = new(bucket, reader.Read<Uri?>("s3-endpoint", text => Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url : throw new FormatException("is no http or https address"), null), reader.Text("s3-region") ?? "us-east-1", reader.Text("s3-access-key"), reader.Text("s3-secret-key")),
        };
    }

    private static int Number(string text, int least, int most)
        => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"is a whole number from {least} to {most}"));
}

/// <summary>Storage that speaks the protocol of S3.</summary>
/// <param name="Bucket">Its bucket.</param>
/// <param name="Endpoint">Its address; null for Amazon's own.</param>
/// <param name="Region">Its region.</param>
/// <param name="AccessKey">Null for the machine's own credentials.</param>
/// <param name="SecretKey">Never shown.</param>
internal sealed record S3Settings(string Bucket, Uri? Endpoint, string Region, string? AccessKey, string? SecretKey)
{
    public override string ToString() => $"s3://{Bucket}";
}
