namespace Autonoma.Cli.Tests;

/// <summary>Runs the tool in a folder of its own, with an environment of its own.</summary>
public abstract class ToolFixture : IDisposable
{
    protected string Folder { get; } = Directory.CreateTempSubdirectory("autonoma-cli").FullName;

    protected Dictionary<string, string> Variables { get; } = new(StringComparer.Ordinal);

    public void Dispose()
    {
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

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
