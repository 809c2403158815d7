using Autonoma.Platform.Data;
using Autonoma.Platform.EmbeddedPostgres;
using Autonoma.Platform.Sealing;
using Autonoma.Platform.Secrets;
using Autonoma.Platform.Tenancy;
using Autonoma.Server.Configuration;
using Autonoma.Server.OpenApi;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Autonoma.Server.Hosting;

/// <summary>The command line: <c>autonoma-server [--data DIR] [--urls URL] ...</c>, <c>autonoma-server openapi [FILE]</c>, and <c>autonoma-server schema</c>, which prints what the model asks of the database.</summary>
internal static class ServerProgram
{
    /// <returns>0, or 2 when it could not start as it was told.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            if (args is ["--help" or "-h" or "-?" or "help", ..])
            {
                await Console.Out.WriteLineAsync(Help());
                return 0;
            }

            if (args is ["openapi"])
                return await WriteDocumentAsync(null);
            if (args is ["openapi", var file] && !file.StartsWith('-'))
                return await WriteDocumentAsync(file);
            if (args is ["schema"])
            {
                await Console.Out.WriteAsync(Platform.Data.PlatformSchema.Script());
                return 0;
            }

            if (args is ["rotate-keys", ..])
                return await RotateAsync(args[1..]);
            await using var server = await PlatformServer.StartAsync(args, CancellationToken.None);
            await Console.Out.WriteLineAsync($"Autonoma: {server.Link}");
            await server.WaitAsync();
            return 0;
        }
        catch (Exception e) when (e is ArgumentException or PostgresException or InvalidOperationException or Npgsql.NpgsqlException or IOException or UnauthorizedAccessException or System.Net.Sockets.SocketException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 2;
        }
    }

    private static string Help() => $"""
        Usage: autonoma-server [SETTING VALUE ...]     start; without settings on {ServerSettings.DefaultUrls}, with a database of its own
               autonoma-server rotate-keys [...]       seal all secrets with a new key
               autonoma-server openapi [FILE]          write the description of the API
               autonoma-server schema                  print what the model asks of the database

        Settings, each also as an environment variable (docs/reference/server.md says what they mean):
        {string.Join(Environment.NewLine, SettingReader.Variables.Select(setting => $"  --{setting.Key,-24}{string.Join(", ", setting.Value)}"))}
        """;

    // A new key first, then everything that is sealed under it: whatever is interrupted in between opens with one of the two.
    private static async Task<int> RotateAsync(string[] args)
    {
        var settings = ServerSettings.Read(args);
        if (settings.EncryptionKey is null)
            KeyRing.Rotate(settings.Data);
        await using var server = await PlatformServer.StartAsync([.. args, "--roles", "api", "--urls", "http://127.0.0.1:0"], CancellationToken.None);
        var result = await server.App.Services.GetRequiredService<Resealing>().RunAsync(CancellationToken.None);
        await Console.Out.WriteLineAsync($"{result.Resealed} {(result.Resealed == 1 ? "value is" : "values are")} sealed with the new key. Start the other servers of this database again; once all know the new key, the old one is needed no longer.");
        foreach (var place in result.Unreadable)
            await Console.Error.WriteLineAsync($"Not readable with any key: {place}");
        return result.Unreadable.Count == 0 ? 0 : 2;
    }

    private static async Task<int> WriteDocumentAsync(string? file)
    {
        // Nothing is started: describing the API takes no database.
        await using var app = PlatformServer.Build([], "Host=none", "none");
        var document = await app.Services.GetRequiredKeyedService<IOpenApiDocumentProvider>(ApiDocument.Name).GetOpenApiDocumentAsync();
        var text = await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1) + "\n";
        if (file is null)
            await Console.Out.WriteAsync(text);
        else
            await File.WriteAllTextAsync(file, text);
        return 0;
    }
}
