using System.Diagnostics;
using System.Security.Cryptography;
using Autonoma.EndToEnd.Tests.SampleShop;
using Autonoma.TestKit;

namespace Autonoma.EndToEnd.Tests.ShopEnvironments;

/// <summary>The shop on a database of its own, and the tool that makes environments in it.</summary>
internal sealed class StoredShop : IAsyncDisposable
{
    private ShopProcess _shop;
    private readonly Dictionary<string, string> _variables;

    private StoredShop(ShopProcess shop, string database, Dictionary<string, string> variables) => (_shop, Database, _variables) = (shop, database, variables);

    public string Database { get; }

    /// <summary>A folder for what a test writes; removed at the end.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("autonoma-e2e-").FullName;

    public string BaseUrl => _shop.BaseUrl;

    public string Endpoint => BaseUrl + "/api/autonoma";

    public string Journal => Directory.CreateDirectory(Path.Combine(Folder, "journal")).FullName;

    public string Report => Path.Combine(Folder, "report");

    /// <summary>Recipes, scenarios and tests that name one.</summary>
    public static string Environment => Path.Combine(RepositoryPaths.Root, "samples", "Shop", "environment");

    public static string Recipes => Path.Combine(Environment, "scenario-recipes.json");

    public static async Task<StoredShop> StartAsync(PostgresFixture postgres, CancellationToken cancellationToken)
    {
        var database = postgres.NewDatabase();
        var variables = new Dictionary<string, string>
        {
            ["AUTONOMA_SHARED_SECRET"] = RandomNumberGenerator.GetHexString(64),
            ["AUTONOMA_SIGNING_SECRET"] = RandomNumberGenerator.GetHexString(64),
        };
        var shop = await ShopProcess.StartAsync(["--database", database], variables, cancellationToken);
        return new StoredShop(shop, database, variables);
    }

    /// <summary>Ends the shop as a crash would, and starts it again on its database, at another address.</summary>
    public async Task RestartAsync(CancellationToken cancellationToken)
    {
        await _shop.DisposeAsync();
        _shop = await ShopProcess.StartAsync(["--database", Database], _variables, cancellationToken);
    }

    /// <summary>Runs the tool to its end, with recipes and endpoint.</summary>
    public async Task<(int ExitCode, string Output, string Errors)> RunAsync(IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        using var process = Start(arguments);
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        try
        {
            await process.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
        return (process.ExitCode, await output, await errors);
    }

    /// <summary>Starts the tool. Its secrets and its journal are those of this shop.</summary>
    public Process Start(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(RepositoryPaths.Executable("autonoma"), arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Folder };
        foreach (var (name, value) in _variables) start.Environment[name] = value;
        start.Environment["AUTONOMA_JOURNAL"] = Journal;
        return Process.Start(start)!;
    }

    public async ValueTask DisposeAsync()
    {
        await _shop.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
