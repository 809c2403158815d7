using System.Diagnostics;
using Autonoma.Speed;

namespace Autonoma.Planning;

/// <summary>The tool as a process of its own, with secrets, journal and state of this run.</summary>
internal sealed class Tool(string folder, IReadOnlyDictionary<string, string> variables)
{
    public async Task<(int Code, string Output)> RunAsync(IEnumerable<string> arguments, TextWriter? echo, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(Repository.Built("Autonoma.Cli", OperatingSystem.IsWindows() ? "autonoma.exe" : "autonoma"), arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        using var process = Process.Start(start) ?? throw new InvalidOperationException("The tool did not start.");
        var said = new System.Text.StringBuilder();
        var reading = Task.WhenAll(ReadAsync(process.StandardOutput), ReadAsync(process.StandardError));
        try
        {
            await process.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        await reading;
        return (process.ExitCode, said.ToString());

        async Task ReadAsync(StreamReader reader)
        {
            while (await reader.ReadLineAsync(CancellationToken.None) is { } line)
            {
                lock (said)
                {
                    said.AppendLine(line);
                    echo?.WriteLine(line);
                }
            }
        }
    }
}
