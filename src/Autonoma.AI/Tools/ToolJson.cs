using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Autonoma.AI.Tools;

/// <summary>How arguments and results of tools are written: on one line, since every blank is paid for.</summary>
public static class ToolJson
{
    /// <summary>Those of the abstractions, without indentation.</summary>
    public static JsonSerializerOptions Options { get; } = Make();

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions(AIJsonUtilities.DefaultOptions) { WriteIndented = false };
        options.MakeReadOnly();
        return options;
    }
}
