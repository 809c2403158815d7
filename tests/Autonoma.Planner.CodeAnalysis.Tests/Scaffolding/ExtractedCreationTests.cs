using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using Autonoma.Planner.CodeAnalysis.Scaffolding;
using Autonoma.TestKit;
using Npgsql;

namespace Autonoma.Planner.CodeAnalysis.Tests.Scaffolding;

/// <summary>Creation that stands inside a route is lifted out, and the app does what it did: built, started and called before and after, on a database of its own each time.</summary>
public sealed class ExtractedCreationTests(PostgresFixture postgres) : TempCode, IClassFixture<PostgresFixture>
{
    private static readonly (string Path, object Body)[] Calls =
    [
        ("/berths", new { name = "  North Quay ", length = 12.5m }),
        ("/berths", new { name = "", length = 3m }),
        ("/berths", new { name = "north quay", length = 9m }),
        ("/berths", new { name = "East", length = 7.333m }),
        ("/boats", new { berthId = 1, name = " Petrel ", registration = "pz 118", length = 9.2m }),
        ("/boats", new { berthId = 9, name = "Nobody", registration = "x 1", length = 1m }),
        ("/boats", new { berthId = 2, name = "Too Long", registration = "pz 119", length = 30m }),
        ("/boats", new { berthId = 2, name = "Tern", registration = "pz 120", length = 7m }),
    ];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Endpoint_BeforeAndAfterItsCreationIsLiftedOut_AnswersAndStoresTheSame()
    {
        var app = Path.Combine(Folder, "Marina");
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Codebases.Assets, "marina"), "*", SearchOption.AllDirectories))
            Write(Path.Combine("Marina", Path.GetRelativePath(Path.Combine(Codebases.Assets, "marina"), file)), await File.ReadAllTextAsync(file, Stop));
        var before = await UseAsync(app);

        var result = await EnvironmentFactoryScaffold.DesignAsync(app, new() { SdkSource = Path.Combine(Codebases.Repository, "src") }, Stop);
        result.Apply();

        result.Extractions.Select(line => line.Split(':')[0]).ShouldBe(["Berth", "Boat"], ignoreOrder: true);
        foreach (var (file, call) in ((string, string)[])[("Berths/BerthRoutes.cs", "CreateBerthAsync("), ("Controllers/BoatsController.cs", "CreateBoatAsync(")])
        {
            var text = await File.ReadAllTextAsync(Path.Combine(app, file), Stop);
            text.Split(call).Length.ShouldBe(3, $"the route calls what stands beside it:\n{text}");
        }

        var after = await UseAsync(app);
        after.ShouldBe(before);
        before.ShouldContain("201 /berths/north-quay");
        before.ShouldContain("x-boat: PZ 118");
        before.ShouldContain("409");
        before.ShouldContain("Petrel (PZ 118) lies in North Quay");
    }

    // Every answer whole, then every row.
    private async Task<string> UseAsync(string app)
    {
        await RunAsync("build", app, "-c", "Release", "-v", "q", "-nologo", "-nodeReuse:false");
        var database = postgres.NewDatabase();
        var url = $"http://127.0.0.1:{FreePort()}";
        var start = new ProcessStartInfo("dotnet", [Path.Combine(app, "bin", "Release", "net10.0", "Marina.dll"), "--urls", url, "--database", database]) { RedirectStandardOutput = true, WorkingDirectory = app };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["AUTONOMA_SHARED_SECRET"] = "shared-secret-of-this-test-0123456789abcdef";
        start.Environment["AUTONOMA_SIGNING_SECRET"] = "signing-secret-of-this-test-0123456789abcd";
        using var process = Process.Start(start)!;
        try
        {
            await ListeningAsync(process);
            using var http = new HttpClient { BaseAddress = new(url) };
            var told = new StringBuilder();
            foreach (var (path, body) in Calls)
            {
                using var answer = await http.PostAsJsonAsync(path, body, Stop);
                told.Append(CultureInfo.InvariantCulture, $"{(int)answer.StatusCode} {answer.Headers.Location} {(answer.Headers.TryGetValues("x-boat", out var boat) ? $"x-boat: {boat.Single()}" : "")} {answer.Content.Headers.ContentType} {await answer.Content.ReadAsStringAsync(Stop)}\n");
            }

            await using var rows = NpgsqlDataSource.Create(database);
            foreach (var table in (string[])["Berths", "Boats", "Log"])
            {
                await using var command = rows.CreateCommand($"SELECT row_to_json(t)::text FROM \"{table}\" t ORDER BY \"Id\"");
                await using var reader = await command.ExecuteReaderAsync(Stop);
                while (await reader.ReadAsync(Stop))
                    told.Append(CultureInfo.InvariantCulture, $"{table}: {reader.GetString(0)}\n");
            }

            // A problem tells the trace of its request, which is never the same.
            return System.Text.RegularExpressions.Regex.Replace(told.ToString(), "\"traceId\":\"[^\"]*\"", "", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    private static async Task ListeningAsync(Process app)
    {
        var said = new StringBuilder();
        while (await app.StandardOutput.ReadLineAsync(Stop) is { } line)
        {
            said.AppendLine(line);
            if (!line.Contains("Application started", StringComparison.Ordinal))
                continue;
            _ = app.StandardOutput.ReadToEndAsync(CancellationToken.None);
            return;
        }

        throw new InvalidOperationException($"The app did not start:\n{said}");
    }

    private static async Task RunAsync(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
        var said = await process.StandardOutput.ReadToEndAsync(Stop);
        await process.WaitForExitAsync(Stop);
        process.ExitCode.ShouldBe(0, said);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
