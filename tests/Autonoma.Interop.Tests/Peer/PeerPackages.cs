using System.ComponentModel;
using System.Diagnostics;

namespace Autonoma.Interop.Tests.Peer;

/// <summary>The published packages that we must get along with, installed with npm once into the folder of what the build leaves.</summary>
public static class PeerPackages
{
    /// <summary>The version that the protocol was observed of.</summary>
    public const string Version = "0.2.5";

    // The schema library that the packages ask for; exact, so that every run meets the same peer.
    private static readonly string[] Packages = [$"@autonoma-ai/sdk@{Version}", $"@autonoma-ai/server-web@{Version}", "zod@4.6.7"];

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    /// <summary>A folder in which a script can import the packages.</summary>
    /// <exception cref="PeerUnavailableException">npm or node is not installed, or the packages cannot be had.</exception>
    public static async Task<string> InstallAsync(CancellationToken cancellationToken)
    {
        await RunAsync("node", ["--version"], Path.GetTempPath(), cancellationToken).ConfigureAwait(false);
        var parent = Path.Combine(FindRoot(), "artifacts", "interop");
        var folder = Path.Combine(parent, $"npm-{Version}");
        if (Directory.Exists(folder))
            return folder;

        // Installed beside and moved when whole: who comes at the same time, or after a run that was killed, never finds half of it.
        var fresh = Path.Combine(parent, $"installing-{Guid.NewGuid():N}");
        Directory.CreateDirectory(fresh);
        try
        {
            await File.WriteAllTextAsync(Path.Combine(fresh, "package.json"), """{"private":true,"type":"module"}""", cancellationToken).ConfigureAwait(false);
            await RunAsync(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", ["install", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel", "error", .. Packages], fresh, cancellationToken).ConfigureAwait(false);
            Directory.Move(fresh, folder);
        }
        catch (IOException) when (Directory.Exists(folder))
        {
            // Somebody else was quicker.
        }
        finally
        {
            if (Directory.Exists(fresh))
                Directory.Delete(fresh, recursive: true);
        }

        return folder;
    }

    /// <summary>Starts a script that imports the packages. Its standard input and output are the caller's.</summary>
    /// <param name="script">The script; it is copied to where the packages are.</param>
    /// <param name="cancellationToken">Gives up the installation.</param>
    /// <exception cref="PeerUnavailableException">npm or node is not installed, or the packages cannot be had.</exception>
    public static async Task<Process> StartAsync(string script, CancellationToken cancellationToken)
    {
        var folder = await InstallAsync(cancellationToken).ConfigureAwait(false);
        // A copy for each: the first of two that ends takes its own away, not that of the other.
        var copy = Path.Combine(folder, $"{Path.GetFileNameWithoutExtension(script)}-{Guid.NewGuid():N}.mjs");
        File.Copy(script, copy, overwrite: true);
        var start = new ProcessStartInfo("node", [copy]) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false, WorkingDirectory = folder };
        start.Environment.Remove("NODE_ENV");
        var process = Process.Start(start)!;
        process.EnableRaisingEvents = true;
        process.Exited += (_, _) => File.Delete(copy);
        return process;
    }

    private static async Task RunAsync(string program, string[] arguments, string folder, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = folder };
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (Win32Exception exception)
        {
            throw new PeerUnavailableException($"{program} is not installed ({exception.Message})");
        }

        using (process)
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(Longest);
            try
            {
                var output = process.StandardOutput.ReadToEndAsync(limit.Token);
                var error = await process.StandardError.ReadToEndAsync(limit.Token).ConfigureAwait(false);
                await output.ConfigureAwait(false);
                await process.WaitForExitAsync(limit.Token).ConfigureAwait(false);
                if (process.ExitCode != 0)
                    throw new PeerUnavailableException($"'{program} {string.Join(' ', arguments)}' failed: {string.Join(' ', error.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Take(4))}");
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                process.Kill(entireProcessTree: true);
                throw new PeerUnavailableException($"'{program} {string.Join(' ', arguments)}' took longer than {Longest.TotalMinutes:0} minutes");
            }
        }
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Autonoma.slnx")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds Autonoma.slnx.");
    }
}

/// <summary>The published packages cannot be had here.</summary>
public sealed class PeerUnavailableException(string message) : Exception(message);
