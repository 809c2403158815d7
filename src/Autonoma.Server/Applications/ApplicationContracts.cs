using Autonoma.Platform.Applications;

namespace Autonoma.Server.Applications;

/// <param name="Name">As people call it.</param>
/// <param name="Platform">web, ios or android; cannot be changed later.</param>
/// <param name="Url">Where tests of a site start.</param>
/// <param name="Package">Package or bundle of a phone's application.</param>
/// <param name="Instructions">What whoever tests it should know, in Markdown.</param>
/// <param name="EndpointUrl">Its Environment Factory.</param>
/// <param name="Repository">As pipelines name it: an id, or owner/name.</param>
internal sealed record ApplicationRequest(string? Name, ApplicationPlatform? Platform, string? Url, string? Package, string? Instructions, string? EndpointUrl, string? Repository);

/// <summary>Only what is sent is changed; an empty text removes what can be absent.</summary>
internal sealed record ApplicationPatch(string? Name, string? Url, string? Package, string? Instructions, string? EndpointUrl, string? Repository);

internal sealed record LastSuiteRun(Guid Id, int Number, string Status, int Total, int Passed, int Failed, int Errors, DateTimeOffset? EndedAt);

/// <param name="Id">Its id.</param>
/// <param name="Name">As people call it.</param>
/// <param name="Slug">In addresses.</param>
/// <param name="Platform">web, ios or android.</param>
/// <param name="Url">Where tests start.</param>
/// <param name="Package">Of a phone's application.</param>
/// <param name="Instructions">In Markdown.</param>
/// <param name="EndpointUrl">Its Environment Factory.</param>
/// <param name="Repository">As pipelines name it: an id, or owner/name.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="UpdatedAt">When it was last changed.</param>
/// <param name="Version">Also its ETag.</param>
/// <param name="Tests">How many its main branch has.</param>
/// <param name="LastSuiteRun">The newest; null when there was none.</param>
internal sealed record ApplicationAnswer(Guid Id, string Name, string Slug, ApplicationPlatform Platform, string? Url, string? Package, string Instructions, string? EndpointUrl, string? Repository, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, int Version, int Tests, LastSuiteRun? LastSuiteRun);

/// <param name="Url">Of the Environment Factory; null when the application has none.</param>
/// <param name="HasSharedSecret">Whether requests can be signed.</param>
/// <param name="Headers">Names of headers that are sent along; values are never shown.</param>
internal sealed record EndpointAnswer(string? Url, bool HasSharedSecret, IReadOnlyList<string> Headers);

/// <param name="Url">Of the Environment Factory.</param>
/// <param name="SharedSecret">Signs requests; left as it is when not sent, removed when empty.</param>
/// <param name="SigningSecret">The endpoint's own, where it is to be known here; as above.</param>
/// <param name="Headers">Sent along; left as they are when not sent.</param>
internal sealed record EndpointRequest(string? Url, string? SharedSecret, string? SigningSecret, IReadOnlyDictionary<string, string>? Headers);

internal sealed record SecretName(string Name, DateTimeOffset UpdatedAt);

/// <param name="Values">Name to value; others are left as they are.</param>
internal sealed record SecretsRequest(IReadOnlyDictionary<string, string>? Values);

internal sealed record SecretValue(string? Value);

internal sealed record SecretItem(string? Key, string? Value);

internal sealed record SecretItems(IReadOnlyList<SecretItem>? Items);

internal sealed record SecretKeys(IReadOnlyList<string> Keys);

internal sealed record SecretKey(string Key);
