namespace Autonoma.Cli.Tests;

/// <summary>Runs the tool in a folder of its own, with an environment of its own. The folder goes with the test, whatever else the test has to end.</summary>
public abstract class ToolFixture : IAsyncDisposable
{
    protected string Folder { get; } = Directory.CreateTempSubdirectory("autonoma-cli").FullName;

    protected Dictionary<string, string> Variables { get; } = new(StringComparer.Ordinal);

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Ends what the test has started, before its folder goes.</summary>
    protected virtual ValueTask EndAsync() => ValueTask.CompletedTask;

    protected string Write(string path, string text)
    {
        var full = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
        return full;
    }

    /// <summary>Exit code, standard output, standard error.</summary>
    protected async Task<(int Code, string Out, string Error)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await Tool.RunAsync(arguments, Environment(output, error), TestContext.Current.CancellationToken);
        return (code, output.ToString().ReplaceLineEndings("\n"), error.ToString().ReplaceLineEndings("\n"));
    }

    protected ToolEnvironment Environment(TextWriter output, TextWriter error)
        => new() { Out = output, Error = error, Folder = Folder, Variable = name => Variables.GetValueOrDefault(name) };
}
