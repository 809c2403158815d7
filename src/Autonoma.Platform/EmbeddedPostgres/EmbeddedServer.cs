using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Autonoma.Platform.EmbeddedPostgres;

/// <summary>
/// A PostgreSQL of our own in the data folder: started and stopped with the server, reached through a socket in that folder (or on the loopback interface where
/// there are none), with a password nobody has to know. What a killed server left running is stopped first; when it dies itself it is started again.
/// </summary>
public sealed class EmbeddedServer : IAsyncDisposable
{
    private const string User = "autonoma", Database = "autonoma";

    // A socket's address has room for little more than this.
    private const int LongestSocketFolder = 85;

    private readonly ILogger _log;
    private readonly string _folder;
    private readonly PostgresBinaries _binaries;
    private readonly CancellationTokenSource _stopping = new();
    private readonly int? _port;
    private readonly string _password;
    private Task _watching = Task.CompletedTask;
    private int _ended;

    private EmbeddedServer(string folder, PostgresBinaries binaries, string password, ILogger log)
    {
        (_folder, _binaries, _password, _log) = (folder, binaries, password, log);
        _port = UsesSocket ? null : FreePort();
    }

    /// <summary>Where it is.</summary>
    public string ConnectionString => new NpgsqlConnectionStringBuilder
    {
        Host = UsesSocket ? SocketFolder : "127.0.0.1",
        Port = _port ?? 5432,
        Username = User,
        Password = _password,
        Database = Database,
        // Nobody looks at the other end of a socket in a folder of one's own.
        SslMode = SslMode.Disable,
        MaxPoolSize = 80,
    }.ConnectionString;

    /// <summary>The folder with the cluster, its log and its socket.</summary>
    public string Folder => _folder;

    private string Cluster => Path.Combine(_folder, "cluster");

    private string Log => Path.Combine(_folder, "postgres.log");

    private string SocketFolder => Path.Combine(_folder, "run");

    private bool UsesSocket => !OperatingSystem.IsWindows() && SocketFolder.Length <= LongestSocketFolder;

    /// <summary>Makes the cluster when there is none, and starts it.</summary>
    /// <param name="data">The server's data folder, whose lock the caller holds.</param>
    /// <param name="variable">Environment variables.</param>
    /// <param name="log">Is told what happens.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="PostgresException">It is not installed, or could not be started.</exception>
    public static async Task<EmbeddedServer> StartAsync(string data, Func<string, string?> variable, ILogger log, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(data);
        var folder = await HomeAsync(Path.GetFullPath(data), log, cancellationToken).ConfigureAwait(false);
        var binaries = await ChooseAsync(folder, variable, cancellationToken).ConfigureAwait(false);
        var password = await PasswordAsync(folder, cancellationToken).ConfigureAwait(false);
        var server = new EmbeddedServer(folder, binaries, password, log);
        await server.StopLeftoverAsync(cancellationToken).ConfigureAwait(false);
        await server.PrepareAsync(cancellationToken).ConfigureAwait(false);
        await server.LaunchAsync(cancellationToken).ConfigureAwait(false);
        await server.EnsureDatabaseAsync(cancellationToken).ConfigureAwait(false);
        server._watching = server.WatchAsync();
        return server;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (await AbandonAsync().ConfigureAwait(false))
            await StopLeftoverAsync(CancellationToken.None).ConfigureAwait(false);
    }

    /// <summary>Looks after it no longer, and leaves it running, as a server does that is killed.</summary>
    /// <returns>Whether it was looked after until now.</returns>
    internal async Task<bool> AbandonAsync()
    {
        if (Interlocked.Exchange(ref _ended, 1) == 1)
            return false;
        await _stopping.CancelAsync().ConfigureAwait(false);
        await _watching.ConfigureAwait(false);
        _stopping.Dispose();
        return true;
    }

    // As root the cluster belongs to somebody else, who must be able to get there: a home folder of root's lets nobody in.
    private static async Task<string> HomeAsync(string data, ILogger log, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(data, "postgres");
        Directory.CreateDirectory(folder);
        if (PostgresProcess.Servant is not { } servant)
            return folder;
        var (code, _) = await PostgresProcess.TryAsync("test", ["-x", data], servant, cancellationToken).ConfigureAwait(false);
        if (code != 0)
        {
            Directory.Delete(folder, recursive: false);
            var name = Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(data)))[..12];
            folder = Path.Combine("/var/lib/autonoma", name);
            if (log.IsEnabled(LogLevel.Information))
                log.LogInformation("The user {Servant}, who runs PostgreSQL, may not enter {Data}: the database is kept in {Folder}.", servant, data, folder);
            Directory.CreateDirectory(folder);
        }

        await PostgresProcess.RunAsync("chown", [servant, folder], null, cancellationToken).ConfigureAwait(false);
        return folder;
    }

    private static async Task<PostgresBinaries> ChooseAsync(string folder, Func<string, string?> variable, CancellationToken cancellationToken)
    {
        var found = PostgresBinaries.Find(variable).ToList();
        if (found.Count == 0)
            throw new PostgresException($"PostgreSQL is not installed. Run ./build.sh setup, install the package 'postgresql', name the folder with initdb in {PostgresBinaries.Variable}, or give the address of a server with --database-url.");
        var file = Path.Combine(folder, "cluster", "PG_VERSION");
        if (!File.Exists(file))
            return found[0];
        var needed = int.Parse(await File.ReadAllTextAsync(file, cancellationToken).ConfigureAwait(false), CultureInfo.InvariantCulture);
        foreach (var binaries in found)
        {
            if (await binaries.MajorAsync(cancellationToken).ConfigureAwait(false) == needed)
                return binaries;
        }

        throw new PostgresException($"The database in {folder} was made by PostgreSQL {needed}, and only others are installed. Install PostgreSQL {needed}, or move the data with pg_upgrade.");
    }

    private static async Task<string> PasswordAsync(string folder, CancellationToken cancellationToken)
    {
        var file = Path.Combine(folder, "password");
        if (File.Exists(file))
            return (await File.ReadAllTextAsync(file, cancellationToken).ConfigureAwait(false)).Trim();
        var password = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using (var stream = new FileStream(file, options))
            await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes(password), cancellationToken).ConfigureAwait(false);
        return password;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task PrepareAsync(CancellationToken cancellationToken)
    {
        var servant = PostgresProcess.Servant;
        if (!File.Exists(Path.Combine(Cluster, "PG_VERSION")))
        {
            // Half a cluster is what an interrupted start leaves.
            if (Directory.Exists(Cluster))
                Directory.Delete(Cluster, recursive: true);
            var password = Path.Combine(_folder, "password");
            if (servant is not null)
                await PostgresProcess.RunAsync("chown", [servant, password], null, cancellationToken).ConfigureAwait(false);
            await PostgresProcess.RunAsync(_binaries.Program("initdb"), ["-D", Cluster, "-U", User, "-A", "scram-sha-256", $"--pwfile={password}", "-E", "UTF8", "--no-locale", "--no-instructions"], servant, cancellationToken).ConfigureAwait(false);
        }

        Directory.CreateDirectory(SocketFolder);
        if (servant is not null)
            await PostgresProcess.RunAsync("chown", [servant, SocketFolder], null, cancellationToken).ConfigureAwait(false);
        var address = UsesSocket ? $"listen_addresses = ''\nunix_socket_directories = '{SocketFolder.Replace("'", "''", StringComparison.Ordinal)}'\nport = 5432" : $"listen_addresses = '127.0.0.1'\nunix_socket_directories = ''\nport = {_port}";
        await File.WriteAllTextAsync(Path.Combine(Cluster, "postgresql.conf"), $"""
            # Written anew at every start.
            {address}
            max_connections = 200
            shared_buffers = 128MB
            # Compiling a query that takes milliseconds takes longer than the query.
            jit = off
            timezone = 'UTC'
            log_timezone = 'UTC'
            lc_messages = 'C'
            default_text_search_config = 'pg_catalog.simple'

            """, cancellationToken).ConfigureAwait(false);
    }

    private async Task LaunchAsync(CancellationToken cancellationToken)
    {
        var (code, said) = await PostgresProcess.TryAsync(_binaries.Program("pg_ctl"), ["start", "-D", Cluster, "-l", Log, "-w", "-t", "60", "-s"], PostgresProcess.Servant, cancellationToken).ConfigureAwait(false);
        if (code != 0)
            throw new PostgresException($"PostgreSQL did not start: {said.Trim()} {LastLines()}");
    }

    private string LastLines()
    {
        try
        {
            return string.Join('\n', File.ReadLines(Log).TakeLast(10));
        }
        catch (IOException)
        {
            return "";
        }
    }

    private async Task EnsureDatabaseAsync(CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(ConnectionString) { Database = "postgres", Pooling = false });
        await using var look = source.CreateCommand($"SELECT 1 FROM pg_database WHERE datname = '{Database}'");
        if (await look.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) is not null)
            return;
        await using var make = source.CreateCommand($"CREATE DATABASE {Database}");
        await make.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    // What a server that was killed left running still holds its transactions and locks: it is ended, not taken over.
    private async Task StopLeftoverAsync(CancellationToken cancellationToken)
    {
        var file = Path.Combine(Cluster, "postmaster.pid");
        if (!File.Exists(file))
            return;
        if (RunningPid() is null)
        {
            // The number belongs to nobody, or by now to somebody else whom PostgreSQL would wait for.
            File.Delete(file);
            return;
        }

        await PostgresProcess.TryAsync(_binaries.Program("pg_ctl"), ["stop", "-D", Cluster, "-m", "fast", "-w", "-t", "60", "-s"], PostgresProcess.Servant, cancellationToken).ConfigureAwait(false);
    }

    private int? RunningPid()
    {
        try
        {
            var first = File.ReadLines(Path.Combine(Cluster, "postmaster.pid")).FirstOrDefault();
            if (!int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var pid))
                return null;
            if (OperatingSystem.IsLinux())
                return File.Exists($"/proc/{pid}/cmdline") && File.ReadAllText($"/proc/{pid}/cmdline").Contains(Cluster, StringComparison.Ordinal) ? pid : null;
            using var process = Process.GetProcessById(pid);
            return process.ProcessName.Contains("postgres", StringComparison.OrdinalIgnoreCase) ? pid : null;
        }
        catch (Exception e) when (e is IOException or ArgumentException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private async Task WatchAsync()
    {
        try
        {
            while (!_stopping.IsCancellationRequested)
            {
                if (RunningPid() is { } pid)
                {
                    using var process = Process.GetProcessById(pid);
                    await process.WaitForExitAsync(_stopping.Token).ConfigureAwait(false);
                }

                _log.LogError("PostgreSQL has ended by itself; it is started again. Its log: {Log}", Log);
                await RestartAsync().ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            // The server stops.
        }
    }

    private async Task RestartAsync()
    {
        for (var pause = 1; ; pause = Math.Min(pause * 2, 30))
        {
            try
            {
                await StopLeftoverAsync(_stopping.Token).ConfigureAwait(false);
                await LaunchAsync(_stopping.Token).ConfigureAwait(false);
                return;
            }
            catch (Exception e) when (e is PostgresException or IOException)
            {
                // The memory of the one that died is let go of when its last child has ended.
                _log.LogError("{Message}", e.Message);
                await Task.Delay(TimeSpan.FromSeconds(pause), _stopping.Token).ConfigureAwait(false);
            }
        }
    }
}
