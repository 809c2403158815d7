namespace Autonoma.Cli;

/// <summary>What the tool sees of the machine; a test gives it another one.</summary>
public sealed record ToolEnvironment
{
    /// <summary>Standard output: results.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Standard error: what is wrong, and progress when the output is data.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>What a person types; null when nobody is there.</summary>
    public TextReader? In { get; init; }

    /// <summary>Standard input as it comes, also when nobody types; null when there is none.</summary>
    public TextReader? Input { get; init; }

    /// <summary>Folder that relative paths start from.</summary>
    public required string Folder { get; init; }

    /// <summary>Environment variables.</summary>
    public required Func<string, string?> Variable { get; init; }

    /// <summary>Whether a person watches: lines may be overwritten.</summary>
    public bool IsTerminal { get; init; }

    /// <summary>Whether colours are shown.</summary>
    public bool HasColor { get; init; }

    /// <summary>Columns of the terminal.</summary>
    public Func<int> Width { get; init; } = () => 120;

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The process's own console. Colours follow NO_COLOR, FORCE_COLOR and TERM.</summary>
    public static ToolEnvironment Process()
    {
        var dumb = Environment.GetEnvironmentVariable("TERM") is "dumb";
        var terminal = !Console.IsOutputRedirected && !dumb && Environment.GetEnvironmentVariable("CI") is null or "" or "false";
        return new()
        {
            Out = Console.Out,
            Error = Console.Error,
            In = Console.IsInputRedirected ? null : Console.In,
            Input = Console.In,
            Folder = Directory.GetCurrentDirectory(),
            Variable = Environment.GetEnvironmentVariable,
            IsTerminal = terminal && !Console.IsOutputRedirected,
            HasColor = Environment.GetEnvironmentVariable("NO_COLOR") is null or "" && (Environment.GetEnvironmentVariable("FORCE_COLOR") is not (null or "" or "0") || (!Console.IsOutputRedirected && !dumb)),
            Width = WidthOfConsole,
        };
    }

    private static int WidthOfConsole()
    {
        try
        {
            return Console.WindowWidth is > 20 and var width ? width : 120;
        }
        catch (IOException)
        {
            return 120;
        }
    }

    /// <summary>A path as the user gave it, made absolute.</summary>
    public string FullPath(string path) => Path.GetFullPath(path, Folder);
}
