namespace Autonoma.Scenarios.Client;

/// <summary>One request to an Environment Factory, and what came of it. A request that is sent again is another call.</summary>
/// <param name="Action"><c>discover</c>, <c>up</c> or <c>down</c>.</param>
/// <param name="At">When it was sent, UTC.</param>
/// <param name="Duration">Until it was answered, or given up.</param>
/// <param name="Status">HTTP status; null when there was no answer.</param>
/// <param name="Code">Code of the SDK (<c>INVALID_SIGNATURE</c>); null when there was none.</param>
/// <param name="Error">Why it failed, in words; null when it did not. May repeat what the endpoint said.</param>
public sealed record EnvironmentCall(string Action, DateTimeOffset At, TimeSpan Duration, int? Status, string? Code, string? Error);
