using Autonoma.AI.Tools;

namespace Autonoma.AI.Generation;

/// <summary>How an object is asked for.</summary>
public sealed record ObjectGeneratorOptions
{
    /// <summary>How often the model is asked again when its answer is not of the form. Default: 5.</summary>
    public int Retries { get; init; } = 5;

    /// <summary>Wait before it is asked again the first time. Default: 100 ms.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Each later wait is so many times the one before. Default: 2.</summary>
    public double Backoff { get; init; } = 2;

    /// <summary>Answers with calls of tools that are carried out. Default: 5.</summary>
    public int MaxToolSteps { get; init; } = ToolLoop.DefaultSteps;

    /// <summary>Longest answer in tokens; null for that of the registry.</summary>
    public int? MaxOutputTokens { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
