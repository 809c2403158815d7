using System.Globalization;
using System.Text;

namespace Autonoma.Planner.Artifacts;

/// <summary>What <c>.sdk-endpoint</c> says: where the Environment Factory answers.</summary>
/// <param name="Url">Absolute, http or https.</param>
public sealed record SdkEndpoint(Uri Url)
{
    /// <summary>The text of the file.</summary>
    public string Write() => Url.OriginalString + "\n";
}

/// <summary>What <c>.endpoint-implemented</c> says: that the handler is there. Written by step 4.</summary>
public sealed record EndpointImplemented
{
    /// <summary>File of the handler, relative to the repository.</summary>
    public required string Handler { get; init; }

    /// <summary>Packages that were added.</summary>
    public IReadOnlyList<string> Packages { get; init; } = [];

    /// <summary>Models with a factory.</summary>
    public IReadOnlyList<string> Factories { get; init; } = [];

    /// <summary>What was lifted out: <c>User: auth.ts -> auth/create-user.ts</c>.</summary>
    public IReadOnlyList<string> Extractions { get; init; } = [];

    /// <summary>Field that ties records to their tenant.</summary>
    public string? ScopeField { get; init; }

    /// <summary>How a test signs in, in words.</summary>
    public string? AuthCallback { get; init; }

    /// <summary>Whatever else there is to say.</summary>
    public string Notes { get; init; } = "";

    /// <summary>The text of the file.</summary>
    public string Write()
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"handler: {Handler}\n");
        Add(text, "packages", string.Join(", ", Packages));
        Add(text, "factories", string.Join(", ", Factories));
        Add(text, "extractions", string.Join("; ", Extractions));
        Add(text, "scope_field", ScopeField);
        Add(text, "auth", AuthCallback);
        var notes = Notes.ReplaceLineEndings("\n").Trim('\n');
        if (notes.Length > 0)
            text.Append('\n').Append(notes).Append('\n');
        return text.ToString();
    }

    private static void Add(StringBuilder text, string key, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            text.Append(CultureInfo.InvariantCulture, $"{key}: {value}\n");
    }
}

/// <summary>What <c>.endpoint-validated</c> says: that every scenario was proven. Written by step 5; opens the way to tests.</summary>
/// <param name="Report">Counts, results and edits, in words.</param>
public sealed record EndpointValidated(string Report)
{
    /// <summary>The text of the file.</summary>
    public string Write() => Report.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
}
