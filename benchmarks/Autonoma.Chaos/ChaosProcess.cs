using System.Diagnostics;

namespace Autonoma.Chaos;

/// <summary>A process that is killed and started again.</summary>
internal sealed class ChaosProcess(string name, IReadOnlyList<string> arguments) : IDisposable
{
    private Process? _process;

    public string Name => name;

    public int Id => _process!.Id;

    public int Kills { get; private set; }

    public void Start()
    {
        var info = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments)
            info.ArgumentList.Add(argument);
        _process = Process.Start(info)!;
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is { Length: > 0 } text && (text.StartsWith("fail", StringComparison.Ordinal) || text.Contains("Unhandled", StringComparison.Ordinal)))
                Console.WriteLine($"  {name}: {text}");
        };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>As if the power were cut.</summary>
    public void Kill()
    {
        Kills++;
        if (!_process!.HasExited)
            _process.Kill(entireProcessTree: false);
        _process.WaitForExit();
        _process.Dispose();
    }

    public void Dispose()
    {
        if (_process is { HasExited: false })
            _process.Kill(entireProcessTree: true);
        _process?.Dispose();
    }
}
