namespace Autonoma.Cli.Configuration;

/// <summary>A value of a setting as written, and where.</summary>
/// <param name="Texts">One text; several for lists and maps (<c>NAME=VALUE</c>).</param>
/// <param name="Origin">Where it was written, for messages: <c>autonoma.yaml:3:10</c>, <c>AUTONOMA_WORKERS</c>, <c>--workers</c>.</param>
public sealed record SettingValue(IReadOnlyList<string> Texts, string Origin);
