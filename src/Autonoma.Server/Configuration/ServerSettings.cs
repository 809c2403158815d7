using Npgsql;

namespace Autonoma.Server.Configuration;

/// <summary>What this process does.</summary>
[Flags]
internal enum ServerRoles
{
    Api = 1,
    Worker = 2,
    All = Api | Worker,
}

/// <summary>How a provider knows this server.</summary>
internal sealed record OAuthClient(string Id, string Secret);

/// <summary>What the server was started with, read once and checked as a whole.</summary>
internal sealed record ServerSettings
{
    public const string DefaultUrls = "http://127.0.0.1:5090";

    /// <summary>Folder for everything that is kept: keys, artifacts, the database when it is our own.</summary>
    public required string Data { get; init; }

    public required string Urls { get; init; }

    /// <summary>Npgsql's form; null for a database of our own.</summary>
    public string? Database { get; init; }

    public ServerRoles Roles { get; init; } = ServerRoles.All;

    /// <summary>How people reach the server; links that leave it begin with this.</summary>
    public required Uri PublicUrl { get; init; }

    /// <summary>Whether somebody said it; else it is made of where the server listens.</summary>
    public bool HasPublicUrl { get; init; }

    public IReadOnlyList<string> AllowedOrigins { get; init; } = [];

    /// <summary>Whether anybody may make an account.</summary>
    public bool SignUpOpen { get; init; }

    /// <summary>
    /// Whether addresses of applications, endpoints and webhooks may lie in this machine's own networks. One process that only its own machine reaches is somebody's own,
    /// and what they test runs beside it; where the work is spread over processes, others have a part in it.
    /// </summary>
    public bool AllowsPrivateAddresses { get; init; }

    /// <summary>A key that seals secrets, base64 of 32 bytes or any text; null for one in the data folder.</summary>
    public string? EncryptionKey { get; init; }

    /// <summary>Sign-in at Google, when both halves are said.</summary>
    public OAuthClient? Google { get; init; }

    /// <summary>Sign-in at GitHub, when both halves are said.</summary>
    public OAuthClient? GitHub { get; init; }

    /// <summary>One's own GitHub Enterprise; null for github.com.</summary>
    public Uri? GitHubUrl { get; init; }

    /// <summary>Names of the providers that one can sign in with.</summary>
    public IReadOnlyList<string> OAuth => [.. new[] { (Google, "google"), (GitHub, "github") }.Where(provider => provider.Item1 is not null).Select(provider => provider.Item2)];

    /// <summary>How many requests a minute one caller may make.</summary>
    public int RequestsPerMinute { get; init; } = 6000;

    /// <summary>How runs are carried out, and where their files are kept.</summary>
    public WorkSettings Work { get; init; } = new();

    /// <summary>What mail is sent with; null for none.</summary>
    public Mail.MailSettings? Mail { get; init; }

    /// <summary>Who is told what this process does; null for nobody.</summary>
    public Telemetry.OtlpSettings? Otlp { get; init; }

    /// <summary>Where the sample shop runs; null when it does not.</summary>
    public Uri? SampleUrl { get; init; }

    /// <summary>The folder of its tests.</summary>
    public string? SampleTests { get; init; }

    /// <summary>Proxies whose word about the caller's address is taken; empty for none.</summary>
    public IReadOnlyList<System.Net.IPNetwork> TrustedProxies { get; init; } = [];

    /// <summary>Whether only this machine can reach the server.</summary>
    public bool IsLocal => Urls.Split(';').All(url => Uri.TryCreate(url, UriKind.Absolute, out var address) && address.IsLoopback);

    /// <summary>The settings that a server is being built with.</summary>
    public static ServerSettings Of(WebApplicationBuilder builder) => (ServerSettings)builder.Services.Single(service => service.ServiceType == typeof(ServerSettings)).ImplementationInstance!;

    /// <summary>What was said on the command line and in the environment.</summary>
    /// <exception cref="ArgumentException">All that is wrong or not known, a line for each, naming the key.</exception>
    public static ServerSettings Read(string[] args)
        => From(new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(args).Build(), UnknownSettings.Of(args, Environment.GetEnvironmentVariables().Keys.Cast<string>()));

    /// <exception cref="ArgumentException">All that is wrong, a line for each, naming the key.</exception>
    public static ServerSettings From(IConfiguration configuration, IReadOnlyList<string>? wrong = null)
    {
        var reader = new SettingReader(configuration, wrong ?? []);
        var urls = reader.Text("urls") ?? (reader.Text("api-port") is { } port ? $"http://127.0.0.1:{port}" : DefaultUrls);
        foreach (var url in urls.Split(';'))
            reader.Check("urls", url.Replace("*", "any", StringComparison.Ordinal).Replace("+", "any", StringComparison.Ordinal) is var plain && Uri.TryCreate(plain, UriKind.Absolute, out var address) && address.Scheme is "http" or "https", $"'{url}' is no http or https address");
        var settings = new ServerSettings
        {
            Urls = urls,
            Data = Path.GetFullPath(reader.Text("data") ?? "autonoma-data"),
            Database = reader.Read("database-url", text => ConnectionString(text), null),
            Roles = reader.Read("roles", Role, ServerRoles.All),
            PublicUrl = reader.Read("public-url", text => Web(text), new Uri(urls.Split(';')[0].Replace("*", "localhost", StringComparison.Ordinal).Replace("+", "localhost", StringComparison.Ordinal).Replace("0.0.0.0", "localhost", StringComparison.Ordinal).Replace("[::]", "localhost", StringComparison.Ordinal))),
            HasPublicUrl = reader.Text("public-url") is not null,
            AllowedOrigins = reader.Read<IReadOnlyList<string>>("allowed-origins", text => [.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(origin => Web(origin).GetLeftPart(UriPartial.Authority))], []),
            SignUpOpen = reader.Read("sign-up", text => text switch { "open" => true, "invited" => false, _ => throw new FormatException("is 'open' or 'invited'") }, false),
            EncryptionKey = reader.Text("encryption-key"),
            SampleUrl = reader.Read<Uri?>("sample-url", Web, null),
            SampleTests = reader.Read<string?>("sample-tests", text => Directory.Exists(text) ? Path.GetFullPath(text) : throw new FormatException("is no folder"), null),
            TrustedProxies = reader.Read<IReadOnlyList<System.Net.IPNetwork>>("trusted-proxies", text => [.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Network)], []),
            Google = Client(reader, "google"),
            GitHub = Client(reader, "github"),
            GitHubUrl = reader.Read<Uri?>("github-url", text => new(Web(text).ToString().TrimEnd('/') + "/"), null),
            RequestsPerMinute = reader.Read("requests-per-minute", text => int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var count) && count > 0 ? count : throw new FormatException("is a whole number above 0"), 6000),
        };
        settings = settings with { AllowsPrivateAddresses = reader.Read("private-addresses", text => text switch { "allowed" => true, "refused" => false, _ => throw new FormatException("is 'allowed' or 'refused'") }, settings.IsLocal && settings.Roles == ServerRoles.All) };
        settings = settings with { Work = WorkSettings.From(reader), Mail = Autonoma.Server.Mail.MailSettings.Read(reader), Otlp = Autonoma.Server.Telemetry.OtlpSettings.Read(reader) };
        reader.ThrowIfWrong();
        return settings;
    }

    /// <summary>PostgreSQL's own form (<c>postgresql://user:password@host:port/database</c>) or Npgsql's.</summary>
    internal static string ConnectionString(string text)
    {
        if (!text.StartsWith("postgres://", StringComparison.Ordinal) && !text.StartsWith("postgresql://", StringComparison.Ordinal))
        {
            try
            {
                return new NpgsqlConnectionStringBuilder(text).ConnectionString;
            }
            catch (ArgumentException)
            {
                throw new FormatException("is no address of a database: postgresql://user:password@host:5432/database");
            }
        }

        var uri = Uri.TryCreate(text, UriKind.Absolute, out var parsed) && parsed.Host.Length > 0 ? parsed : throw new FormatException("is no address of a database: postgresql://user:password@host:5432/database");
        var user = uri.UserInfo.Split(':', 2);
        var builder = new NpgsqlConnectionStringBuilder { Host = uri.Host, Port = uri.Port > 0 ? uri.Port : 5432, Database = Uri.UnescapeDataString(uri.AbsolutePath.Trim('/')) };
        if (user[0].Length > 0)
            builder.Username = Uri.UnescapeDataString(user[0]);
        if (user.Length > 1)
            builder.Password = Uri.UnescapeDataString(user[1]);
        foreach (var pair in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)))
        {
            switch (pair[0])
            {
                case "sslmode" when Enum.TryParse<SslMode>((pair.ElementAtOrDefault(1) ?? "").Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var mode):
                    builder.SslMode = mode;
                    break;
                case "host" when pair.Length == 2:
                    builder.Host = Uri.UnescapeDataString(pair[1]);
                    break;
            }
        }

        return builder.ConnectionString;
    }

    private static OAuthClient? Client(SettingReader reader, string provider)
    {
        var (id, secret) = (reader.Text($"{provider}-client-id"), reader.Text($"{provider}-client-secret"));
        reader.Check($"{provider}-client-{(id is null ? "id" : "secret")}", id is null == secret is null, "is needed, because the other half is there");
        return id is null || secret is null ? null : new(id, secret);
    }

    private static ServerRoles Role(string text) => text switch
    {
        "all" => ServerRoles.All,
        "api" => ServerRoles.Api,
        "worker" => ServerRoles.Worker,
        _ => throw new FormatException("is 'all', 'api' or 'worker'"),
    };

    private static System.Net.IPNetwork Network(string text)
    {
        if (System.Net.IPNetwork.TryParse(text, out var network))
            return network;
        return System.Net.IPAddress.TryParse(text, out var address) ? new System.Net.IPNetwork(address, address.GetAddressBytes().Length * 8) : throw new FormatException("names addresses or networks: 10.0.0.0/8");
    }

    private static Uri Web(string text)
        => Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url : throw new FormatException("is no http or https address");
}
