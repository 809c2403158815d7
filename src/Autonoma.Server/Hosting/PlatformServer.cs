using System.Text.Json;
using System.Text.Json.Serialization;
using Autonoma.Platform;
using Autonoma.Platform.Accounts;
using Autonoma.Platform.Data;
using Autonoma.Platform.EmbeddedPostgres;
using Autonoma.Platform.Sealing;
using Autonoma.Server.Access;
using Autonoma.Server.Answers;
using Autonoma.Server.Configuration;
using Autonoma.Server.Networks;
using Microsoft.Extensions.Logging.Console;
using Npgsql;

namespace Autonoma.Server.Hosting;

/// <summary>The running server: its database when that is our own, and its web application.</summary>
internal sealed class PlatformServer : IAsyncDisposable
{
    private readonly FolderLock? _lock;
    private readonly EmbeddedServer? _database;

    private PlatformServer(WebApplication app, FolderLock? folder, EmbeddedServer? database) => (App, _lock, _database) = (app, folder, database);

    public WebApplication App { get; }

    /// <summary>Where it listens.</summary>
    public Uri Url => new(App.Urls.First());

    /// <summary>
    /// What to open: where people reach it, or else where it listens; that it listens everywhere is no place to go to. Of a worker, where it listens and nothing more: at the address of people is a server that knows
    /// nothing of a worker's words.
    /// </summary>
    public Uri Link
    {
        get
        {
            var settings = App.Services.GetRequiredService<ServerSettings>();
            var isWorker = !settings.Roles.HasFlag(ServerRoles.Api);
            var url = settings.HasPublicUrl && !isWorker ? settings.PublicUrl : Url.Host is "0.0.0.0" or "[::]" ? new UriBuilder(Url) { Host = "localhost" }.Uri : Url;
            return isWorker ? url : new($"{url.ToString().TrimEnd('/')}{App.Services.GetRequiredService<ClaimLink>().Path}");
        }
    }

    /// <exception cref="ArgumentException">A setting is wrong; the message names it.</exception>
    public static async Task<PlatformServer> StartAsync(string[] args, CancellationToken cancellationToken, Action<WebApplicationBuilder>? configure = null)
    {
        var settings = ServerSettings.Read(args);
        foreach (var line in UnknownSettings.Passed(Environment.GetEnvironmentVariables().Keys.Cast<string>()))
            await Console.Error.WriteLineAsync(line);
        using var addresses = ListenAddresses.Take(settings.Urls);
        Directory.CreateDirectory(settings.Data);
        FolderLock? folder = null;
        EmbeddedServer? database = null;
        WebApplication? app = null;
        try
        {
            if (settings.Database is null)
            {
                folder = FolderLock.Take(settings.Data);
                using var logs = LoggerFactory.Create(logging => logging.AddSimpleConsole(console => console.SingleLine = true));
                database = await EmbeddedServer.StartAsync(settings.Data, Environment.GetEnvironmentVariable, logs.CreateLogger<EmbeddedServer>(), cancellationToken);
            }

            app = Build(args, settings, settings.Database ?? database!.ConnectionString, builder =>
            {
                builder.WebHost.UseSockets(sockets => sockets.CreateBoundListenSocket = addresses.Bind);
                configure?.Invoke(builder);
            });
            await Migrator.MigrateAsync(app.Services.GetRequiredService<NpgsqlDataSource>(), cancellationToken);
            await using (var scope = app.Services.CreateAsyncScope())
                await scope.ServiceProvider.GetRequiredService<PlainTokens>().SealAsync(cancellationToken);
            await app.StartAsync(cancellationToken);
            return new(app, folder, database);
        }
        catch
        {
            if (app is not null)
            {
                // What has begun to work in the background is stopped before what it works with is taken away.
                await app.StopAsync(CancellationToken.None);
                await app.DisposeAsync();
            }

            if (database is not null)
                await database.DisposeAsync();
            folder?.Dispose();
            throw;
        }
    }

    /// <summary>Until it is told to stop.</summary>
    public Task WaitAsync() => App.WaitForShutdownAsync();

    public async ValueTask DisposeAsync()
    {
        await App.StopAsync();
        await App.DisposeAsync();
        if (_database is not null)
            await _database.DisposeAsync();
        _lock?.Dispose();
    }

    internal static WebApplication Build(string[] args, string database, string data)
        => Build(args, ServerSettings.From(new ConfigurationBuilder().AddCommandLine(["--data", data]).Build()), database, configure: null);

    private static WebApplication Build(string[] args, ServerSettings settings, string database, Action<WebApplicationBuilder>? configure)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(settings.Urls);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        // Standard output is for what was asked for: the link of a first start, the document of the API.
        builder.Logging.AddConsole().AddConsoleFormatter<LineFormatter, ConsoleFormatterOptions>();
        builder.Services.Configure<ConsoleLoggerOptions>(console => (console.FormatterName, console.LogToStandardErrorThreshold) = (LineFormatter.FormatterName, LogLevel.Trace));
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning).AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning)
            // It warns that its keys are not encrypted; they are sealed where they are stored.
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error)
            // It writes a refusal (a run that is not there) as an error with a stack trace; what is one is written by the hub.
            .AddFilter("Microsoft.AspNetCore.SignalR.Internal.DefaultHubDispatcher", LogLevel.None);
        builder.Services.AddSingleton(settings);
        builder.Services.AddPlatform(database, () => settings.EncryptionKey is { } said ? KeyRing.From(said) : KeyRing.Of(settings.Data));
        builder.Services.AddProblemDetails();
        builder.Services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        builder.Services.AddExceptionHandler<ProblemAnswers>();
        builder.Services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
            json.SerializerOptions.AllowDuplicateProperties = false;
        });
        builder.Services.AddSingleton<AddressGuard>();
        Hardening.Add(builder, settings);
        Telemetry.TelemetryExport.Add(builder, settings);
        foreach (var feature in ServerFeatures.All)
            feature.Add(builder);
        configure?.Invoke(builder);

        var app = builder.Build();
        Hardening.UseFirst(app, settings);
        Telemetry.TelemetryExport.Use(app, settings);
        app.UseExceptionHandler();
        app.UseStatusCodePages(async status =>
        {
            var code = status.HttpContext.Response.StatusCode;
            await ProblemAnswers.WriteAsync(status.HttpContext, ProblemAnswers.Problem(code, code == 404 ? "route.not_found" : $"http.{code}", Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(code), []), status.HttpContext.RequestAborted);
        });
        app.UseRouting();
        app.UseCors();
        // The providers' answers only: who may is decided below, for people and keys alike.
        app.UseAuthentication();
        app.UseMiddleware<AccessMiddleware>();
        app.UseRateLimiter();
        app.UseMiddleware<IdempotencyMiddleware>();
        foreach (var feature in ServerFeatures.All)
            feature.Map(app);
        // Known before the start, so that the API can be described without one.
        app.UseEndpoints(_ => { });
        return app;
    }
}
