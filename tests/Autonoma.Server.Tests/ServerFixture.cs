using Autonoma.Platform.Accounts;
using Autonoma.Platform.Data;
using Autonoma.Platform.Organizations;
using Autonoma.Server.Hosting;
using Autonoma.TestKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

[assembly: AssemblyFixture(typeof(PostgresFixture))]

namespace Autonoma.Server.Tests;

/// <summary>The real server on a free port, on a database of its own: a copy of one that was migrated once. One for each class that asks for it.</summary>
public class ServerFixture(PostgresFixture postgres) : IAsyncLifetime
{
    private static readonly SemaphoreSlim OneAtATime = new(1);
    private static string? _template;

    private readonly string _data = Directory.CreateTempSubdirectory("autonoma-server-").FullName;

    /// <summary>Further settings of the server.</summary>
    protected virtual IReadOnlyList<string> Settings => ["--roles", "api", "--private-addresses", "allowed"];

    /// <summary>What a class needs otherwise than it is.</summary>
    protected virtual void Configure(WebApplicationBuilder builder)
    {
    }

    /// <summary>The server.</summary>
    internal PlatformServer Server { get; private set; } = null!;

    /// <summary>Without a cookie and without a key.</summary>
    public HttpClient Anonymous { get; private set; } = null!;

    /// <summary>Its folder; a second server on the same database needs the keys in it.</summary>
    public string Data => _data;

    /// <summary>Its database.</summary>
    public string Database { get; private set; } = "";

    /// <inheritdoc/>
    public virtual async ValueTask InitializeAsync()
    {
        Database = await CopyAsync();
        Server = await PlatformServer.StartAsync(["--data", _data, "--urls", "http://127.0.0.1:0", "--database-url", Database, .. Settings], TestContext.Current.CancellationToken,
            // Passwords are meant to be slow to check; a hundred accounts in a row are not.
            builder =>
            {
                builder.Services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 1000);
                Configure(builder);
            });
        Anonymous = new HttpClient { BaseAddress = Server.Url };
    }

    /// <summary>A browser of its own that nobody is signed in with.</summary>
    internal Browser NewBrowser() => new(Server.Url);

    /// <summary>An organization with a browser that its owner is signed in with.</summary>
    internal async Task<Browser> NewOwnerAsync(string organization = "Acme")
    {
        var browser = NewBrowser();
        using (var scope = Server.App.Services.CreateScope())
        {
            var accounts = scope.ServiceProvider.GetRequiredService<AccountStore>();
            browser.Email = $"{Guid.NewGuid():N}@example.com";
            await accounts.FoundAsync(await accounts.CreateAsync(browser.Email, "Olga Owner", Browser.Password), organization, TestContext.Current.CancellationToken);
        }

        await browser.SignInAsync();
        return browser;
    }

    /// <summary>A browser that a member of an owner's organization is signed in with.</summary>
    internal async Task<Browser> NewMemberAsync(Browser owner, Role role)
    {
        var browser = NewBrowser();
        browser.Email = $"{Guid.NewGuid():N}@example.com";
        var invitation = await owner.PostAsync("/v1/invitations", new { email = browser.Email, role = role.ToString().ToLowerInvariant() });
        await browser.PostAsync("/v1/users", new { email = browser.Email, password = Browser.Password, name = role.ToString(), token = invitation["token"]!.GetValue<string>() });
        await browser.RefreshAsync();
        return browser;
    }

    /// <inheritdoc/>
    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Anonymous?.Dispose();
        if (Server is not null)
            await Server.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }

    private async Task<string> CopyAsync()
    {
        var copy = new NpgsqlConnectionStringBuilder(postgres.NewDatabase());
        await OneAtATime.WaitAsync();
        try
        {
            await using var server = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(copy.ConnectionString) { Database = "postgres", Pooling = false });
            if (_template is null)
            {
                var template = new NpgsqlConnectionStringBuilder(postgres.NewDatabase()) { Pooling = false };
                await ExecuteAsync(server, $"CREATE DATABASE {template.Database}");
                await using var migrated = NpgsqlDataSource.Create(template);
                await Migrator.MigrateAsync(migrated, CancellationToken.None);
                _template = template.Database;
            }

            await ExecuteAsync(server, $"CREATE DATABASE {copy.Database} TEMPLATE {_template}");
        }
        finally
        {
            OneAtATime.Release();
        }

        return copy.ConnectionString;
    }

    private static async Task ExecuteAsync(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
