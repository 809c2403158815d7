using System.Text.Json;
using System.Text.Json.Serialization;
using Autonoma.Engine.Driving;

namespace Autonoma.Cli.Remote;

/// <summary>Which server, and what lets one in.</summary>
/// <param name="Url">Its address.</param>
/// <param name="Key">An API key; never shown.</param>
internal sealed record ServerAccess(string Url, string Key)
{
    public const string UrlVariable = "AUTONOMA_SERVER", KeyVariable = "AUTONOMA_API_KEY";

    /// <summary>Where <c>autonoma login</c> keeps it: in the user's own folder for settings, readable by them alone.</summary>
    public static string FileOf(ToolEnvironment environment)
    {
        var folder = environment.Variable("XDG_CONFIG_HOME") is { Length: > 0 } named ? named
            : OperatingSystem.IsWindows() ? Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData)
            : Path.Combine(environment.Variable("HOME") is { Length: > 0 } home ? home : Path.GetTempPath(), ".config");
        return Path.Combine(folder, "autonoma", "server.json");
    }

    /// <summary>From the environment, else what was kept.</summary>
    /// <exception cref="UserInputException">Neither says.</exception>
    public static ServerAccess Read(ToolEnvironment environment)
    {
        var kept = Kept(environment);
        var url = environment.Variable(UrlVariable) is { Length: > 0 } named ? named : kept?.Url;
        var key = environment.Variable(KeyVariable) is { Length: > 0 } given ? given : kept?.Key;
        return url is not null && key is not null ? new(Checked(url), key)
            : throw new UserInputException($"It is not known which server to speak to. 'autonoma login URL' keeps its address and a key; in a pipeline set {UrlVariable} and {KeyVariable}.");
    }

    /// <summary>Keeps it.</summary>
    public void Keep(ToolEnvironment environment)
    {
        var file = FileOf(environment);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.Delete(file);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var stream = new FileStream(file, options);
        JsonSerializer.Serialize(stream, this, ServerAccessJson.Default.ServerAccess);
    }

    /// <exception cref="UserInputException">It is no address.</exception>
    public static string Checked(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") || address.Host.Length == 0)
            throw new UserInputException($"'{url}' is no address of a server. Example: https://autonoma.example.com");
        // A key that is sent in the open is everybody's.
        if (address.Scheme == "http" && !address.IsLoopback)
            throw new UserInputException($"'{url}' is not encrypted, and the key would be sent for everybody to read. Use https.");
        return address.GetLeftPart(UriPartial.Authority);
    }

    public override string ToString() => Url;

    private static ServerAccess? Kept(ToolEnvironment environment)
    {
        var file = FileOf(environment);
        try
        {
            return File.Exists(file) ? JsonSerializer.Deserialize(File.ReadAllText(file), ServerAccessJson.Default.ServerAccess) : null;
        }
        catch (JsonException)
        {
            throw new UserInputException($"{file} cannot be read. 'autonoma login URL' writes it anew.");
        }
    }
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(ServerAccess))]
internal sealed partial class ServerAccessJson : JsonSerializerContext;
