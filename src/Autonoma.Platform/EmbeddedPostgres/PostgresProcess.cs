using System.Diagnostics;

namespace Autonoma.Platform.EmbeddedPostgres;

/// <summary>Runs the programs of PostgreSQL. They refuse to be root: there they are run as somebody who is not.</summary>
internal static class PostgresProcess
{
    /// <summary>Whom they are run as; null when they may be run as who this is.</summary>
    public static string? Servant { get; } = OperatingSystem.IsLinux() && Environment.UserName == "root" ? FindServant() : null;

    /// <returns>What it said.</returns>
    /// <exception cref="PostgresException">It ended with an error.</exception>
    public static async Task<string> RunAsync(string program, IReadOnlyList<string> arguments, string? servant, CancellationToken cancellationToken)
    {
        var (code, said) = await TryAsync(program, arguments, servant, cancellationToken).ConfigureAwait(false);
        return code == 0 ? said : throw new PostgresException($"{Path.GetFileName(program)} ended with {code}: {said.Trim()}");
    }

    /// <returns>How it ended, and what it said.</returns>
    public static async Task<(int Code, string Said)> TryAsync(string program, IReadOnlyList<string> arguments, string? servant, CancellationToken cancellationToken)
    {
        // The working folder must be one that the servant may enter too.
        var info = new ProcessStartInfo(program) { RedirectStandardError = true, RedirectStandardOutput = true, RedirectStandardInput = true, WorkingDirectory = "/" };
        if (OperatingSystem.IsWindows())
            info.WorkingDirectory = Path.GetTempPath();
        if (servant is not null)
        {
            info.FileName = "setpriv";
            arguments = [$"--reuid={servant}", "--clear-groups", program, .. arguments];
        }

        foreach (var argument in arguments)
            info.ArgumentList.Add(argument);
        using var process = Process.Start(info) ?? throw new PostgresException($"{program} could not be started.");
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = await process.StandardError.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
        await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
        return (process.ExitCode, errors + await output.ConfigureAwait(false));
    }

    // The user that PostgreSQL's package makes; where the binaries come from elsewhere there is none, and any that is not root will do.
    private static string FindServant()
        => File.Exists("/etc/passwd") && File.ReadLines("/etc/passwd").Any(line => line.StartsWith("postgres:", StringComparison.Ordinal)) ? "postgres" : "nobody";
}

/// <summary>PostgreSQL could not be started; the message says why and what to do.</summary>
public sealed class PostgresException : Exception
{
    /// <summary>Without a reason.</summary>
    public PostgresException()
    {
    }

    /// <summary>With a reason.</summary>
    public PostgresException(string message)
        : base(message)
    {
    }

    /// <summary>With a reason and a cause.</summary>
    public PostgresException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
