using Autonoma.Cli.Configuration;
using Autonoma.Engine.Driving;
using Autonoma.EnvironmentFactory.Protocol;
using Autonoma.Scenarios.Client;
using Autonoma.Scenarios.Journal;
using Autonoma.Scenarios.Recipes;

namespace Autonoma.Cli.Environments;

/// <summary>From settings and the environment to what calls an Environment Factory.</summary>
internal static class EndpointSettings
{
    public const string SharedSecretVariable = "AUTONOMA_SHARED_SECRET";
    public const string SigningSecretVariable = "AUTONOMA_SIGNING_SECRET";

    /// <summary>Where step 4 of a plan mounts the endpoint, unless somebody says otherwise.</summary>
    public const string UsualRoute = "/api/autonoma";
    public const string JournalVariable = "AUTONOMA_JOURNAL";

    /// <summary>The endpoint's address; null when none was given.</summary>
    /// <exception cref="UserInputException">It is no http address.</exception>
    public static Uri? Url(SettingValues values)
    {
        if (values.Text("sdkUrl") is not { Length: > 0 } text)
            return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.Host.Length > 0)
            return url;
        if (text.StartsWith("localhost", StringComparison.OrdinalIgnoreCase) || text.StartsWith("127.", StringComparison.Ordinal))
            throw new UserInputException($"The address of the Environment Factory, '{text}', has no scheme. Did you mean 'http://{text}'?");
        throw new UserInputException($"The address of the Environment Factory must begin with http:// or https://, and here it is '{text}'. Example: http://localhost:5080/api/autonoma");
    }

    /// <summary>The secret that requests are signed with.</summary>
    /// <exception cref="UserInputException">It is not set, or equal to the other one.</exception>
    public static string SharedSecret(ToolEnvironment environment)
    {
        var secret = environment.Variable(SharedSecretVariable) is { Length: > 0 } value ? value
            : throw new UserInputException($"Requests are signed with the app's shared secret, and {SharedSecretVariable} is not set. Set it to what the app has; 'autonoma env secrets' makes new ones.");
        return secret != environment.Variable(SigningSecretVariable) ? secret
            : throw new UserInputException($"{SharedSecretVariable} and {SigningSecretVariable} must be different, and they are equal. 'autonoma env secrets' makes new ones.");
    }

    /// <summary>A client for an address, which says on standard error what it waits for.</summary>
    public static EnvironmentClient Client(ToolEnvironment environment, SettingValues values, Uri url, HttpClient http)
        => new(new EnvironmentEndpoint(url, SharedSecret(environment)) { SigningSecret = environment.Variable(SigningSecretVariable) is { Length: > 0 } secret ? secret : null, Headers = Headers(environment, values, url) }, http, environment.Time)
        {
            Waiting = (why, wait) => environment.Error.WriteLine($"{why} Trying again in {wait.TotalSeconds:0} s."),
        };

    /// <summary>The headers for an address: those of the settings, unless they are meant for an endpoint elsewhere (a sweep comes to all that are in the journal).</summary>
    /// <exception cref="UserInputException">They are no headers, or would spoil what is signed.</exception>
    private static IReadOnlyDictionary<string, string> Headers(ToolEnvironment environment, SettingValues values, Uri url)
    {
        var headers = HeaderSettings.Read(environment, values);
        foreach (var name in headers.Keys.Where(Own.Contains))
            throw new UserInputException($"--header: requests to the Environment Factory have '{name}' already, and it cannot be another one.");
        return Url(values) is { } meant && meant.GetLeftPart(UriPartial.Authority) != url.GetLeftPart(UriPartial.Authority) ? new Dictionary<string, string>() : headers;
    }

    private static readonly HashSet<string> Own = new(StringComparer.OrdinalIgnoreCase)
    {
        "Host", "Content-Type", "Content-Length", "Transfer-Encoding", "Connection", RequestSignature.HeaderName, RequestSignature.TimestampHeaderName, RequestSignature.NonceHeaderName, RequestSignature.FreshSignatureHeaderName,
    };

    /// <summary>Sends requests as the settings say.</summary>
    public static HttpClient Http(SettingValues values) => EnvironmentClient.CreateHttp(values.Flag("ignoreCertificateErrors"));

    /// <summary>Folder of the journals.</summary>
    public static string JournalFolder(ToolEnvironment environment)
        => environment.Variable(JournalVariable) is { Length: > 0 } folder ? environment.FullPath(folder) : InstanceJournal.DefaultFolder(environment.Variable);

    /// <summary>The recipes that were named; null when none were.</summary>
    /// <exception cref="UserInputException">The file cannot be used; every problem is in the message.</exception>
    public static RecipeFile? Recipes(ToolEnvironment environment, SettingValues values) => values.Text("recipes") is { Length: > 0 } path ? Read(environment, path) : null;

    /// <summary>Reads recipes, and says on standard error what is odd.</summary>
    /// <exception cref="UserInputException">The file cannot be used; every problem is in the message.</exception>
    public static RecipeFile Read(ToolEnvironment environment, string path)
    {
        var full = environment.FullPath(path);
        try
        {
            var file = RecipeReader.Read(full);
            foreach (var warning in file.Warnings)
                environment.Error.WriteLine(warning with { File = ToolSettings.Shown(environment, full) });
            return file;
        }
        catch (RecipeFileException e)
        {
            throw new UserInputException(string.Join('\n', e.Problems.Select(problem => problem with { File = problem.File.Length > 0 ? ToolSettings.Shown(environment, full) : "" })));
        }
    }
}
