using System.Diagnostics;
using System.Globalization;
using Autonoma.Load;
using Autonoma.Platform.EmbeddedPostgres;
using Microsoft.Extensions.Logging.Abstractions;

var options = LoadOptions.Parse(args);
var data = Directory.CreateTempSubdirectory("autonoma-load-").FullName;
// As root, PostgreSQL runs as somebody else, who has to get to its files in there.
if (!OperatingSystem.IsWindows())
    File.SetUnixFileMode(data, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
try
{
    await using var postgres = await EmbeddedServer.StartAsync(data, Environment.GetEnvironmentVariable, NullLogger.Instance, CancellationToken.None);
    await using var site = await LoadSite.StartAsync();
    await using var server = await LoadServer.StartAsync(data, postgres.ConnectionString);
    Say($"{Environment.ProcessorCount} processors, load {LoadOf()} before the start");
    var world = await LoadWorld.CreateAsync(server, site.Url);
    var isKept = true;
    if (options.Parts.Contains("live", StringComparison.Ordinal))
        isKept = await LivePart.RunAsync(options, server, world);
    if (options.Parts.Contains("http", StringComparison.Ordinal))
    {
        var watch = Stopwatch.StartNew();
        await using var database = new LoadDatabase(postgres.ConnectionString);
        Say($"stored: {await database.FillAsync(options, world)}; in {watch.Elapsed.TotalSeconds:0} s");
        isKept &= await HttpPart.RunAsync(options, server, database, world);
    }

    Say($"load {LoadOf()} at the end");
    return isKept ? 0 : 1;
}
finally
{
    Directory.Delete(data, recursive: true);
}

static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));

// What else the machine does belongs beside every figure.
static string LoadOf() => File.Exists("/proc/loadavg") ? string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ').Take(3)) : "not known";
