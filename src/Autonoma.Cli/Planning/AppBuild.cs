using System.Diagnostics;

namespace Autonoma.Cli.Planning;

/// <summary>Builds an app as its people do.</summary>
internal static class AppBuild
{
    /// <summary>Builds the project that a file belongs to.</summary>
    /// <param name="root">Folder of the code.</param>
    /// <param name="file">A file of the project, relative to the root.</param>
    /// <param name="says">Told that it takes a while.</param>
    /// <param name="cancellationToken">Stops the build.</param>
    /// <returns>The errors; null when it built.</returns>
    public static async Task<string?> RunAsync(string root, string file, TextWriter says, CancellationToken cancellationToken)
    {
        string? project = null;
        for (var at = Path.GetDirectoryName(Path.Combine(root, file)); at is not null && project is null; at = Path.GetDirectoryName(at))
            project = Directory.Exists(at) ? Directory.EnumerateFiles(at, "*.csproj").Order(StringComparer.Ordinal).FirstOrDefault() : null;
        if (project is null)
            return $"No project was found above {file}.";
        await says.WriteLineAsync($"Building {Path.GetFileName(project)} ...");
        using var build = new Process
        {
            StartInfo = new("dotnet", ["build", project, "-v", "q", "-nologo", "-clp:ErrorsOnly;NoSummary"]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetDirectoryName(project)! },
        };
        try
        {
            build.Start();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "There is no 'dotnet' to build with.";
        }

        var output = build.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = build.StandardError.ReadToEndAsync(cancellationToken);
        try
        {
            await build.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            build.Kill(entireProcessTree: true);
            throw;
        }

        return build.ExitCode == 0 ? null : $"{await output}{await errors}".Trim();
    }
}
