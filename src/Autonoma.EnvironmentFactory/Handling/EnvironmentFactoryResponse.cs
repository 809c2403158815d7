namespace Autonoma.EnvironmentFactory.Handling;

/// <summary>The answer: always a JSON object.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">UTF-8 JSON.</param>
/// <param name="Code">The error code; null on success.</param>
public sealed record EnvironmentFactoryResponse(int Status, ReadOnlyMemory<byte> Body, string? Code = null)
{
    /// <summary>True for status 200.</summary>
    public bool IsSuccess => Status == 200;

    /// <summary>The token in the answer to <c>up</c>.</summary>
    internal string? Token { get; init; }
}
