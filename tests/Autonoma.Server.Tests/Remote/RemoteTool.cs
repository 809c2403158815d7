using Autonoma.Cli;

namespace Autonoma.Server.Tests.Remote;

/// <summary>The tool as somebody uses it with a server: a folder, a home and variables of its own.</summary>
internal sealed class RemoteTool : IDisposable
{
    private readonly string _home = Directory.CreateTempSubdirectory("autonoma-remote-").FullName;

    public RemoteTool(Uri server, string? key)
    {
        Variables["HOME"] = _home;
        Variables["XDG_CONFIG_HOME"] = Path.Combine(_home, "config");
        Variables["AUTONOMA_SERVER"] = server.GetLeftPart(UriPartial.Authority);
        if (key is not null)
            Variables["AUTONOMA_API_KEY"] = key;
        Directory.CreateDirectory(Folder);
    }

    public Dictionary<string, string> Variables { get; } = new(StringComparer.Ordinal);

    public string Folder => Path.Combine(_home, "suite");

    /// <summary>Another place of the same user: what another machine is like.</summary>
    public string Home => _home;

    public string Write(string path, string text)
    {
        var full = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
        return full;
    }

    /// <summary>Exit code, standard output, standard error.</summary>
    public Task<(int Code, string Out, string Error)> RunAsync(params string[] arguments) => RunAsync(null, new StringWriter(), TestContext.Current.CancellationToken, arguments);

    /// <summary>The same with somebody who types, a place that hears each line as it comes, and a Ctrl+C.</summary>
    public async Task<(int Code, string Out, string Error)> RunAsync(TextReader? typed, TextWriter output, CancellationToken cancellationToken, params string[] arguments)
    {
        using var error = new StringWriter();
        var code = await Tool.RunAsync(arguments, new() { Out = output, Error = error, Input = typed, Folder = Folder, Variable = name => Variables.GetValueOrDefault(name) }, cancellationToken);
        return (code, output.ToString()!, error.ToString());
    }

    public void Dispose() => Directory.Delete(_home, recursive: true);
}
