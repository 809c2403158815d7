namespace Autonoma.AI.Registry;

/// <summary>How a model can be made to answer in JSON.</summary>
public enum StructuredOutput
{
    /// <summary>By asking it to: the schema stands in the prompt.</summary>
    Prompt,
    /// <summary>It answers with some JSON object; the schema stands in the prompt.</summary>
    JsonObject,
    /// <summary>It takes a schema and keeps to it.</summary>
    Schema,
}

/// <summary>What a model can do. What it cannot is refused before anything is sent.</summary>
public sealed record ModelCapabilities
{
    /// <summary>Looks at pictures. Default: yes.</summary>
    public bool Images { get; init; } = true;

    /// <summary>Watches videos. Default: no.</summary>
    public bool Video { get; init; }

    /// <summary>Calls tools. Default: yes.</summary>
    public bool Tools { get; init; } = true;

    /// <summary>How it answers in JSON. Default: by a schema.</summary>
    public StructuredOutput StructuredOutput { get; init; } = StructuredOutput.Schema;
}
