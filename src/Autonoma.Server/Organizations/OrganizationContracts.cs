using Autonoma.Platform.Organizations;

namespace Autonoma.Server.Organizations;

internal sealed record OrganizationRequest(string? Name);

internal sealed record OrganizationDetails(Guid Id, string Name, string Slug, DateTimeOffset CreatedAt, int Version);

internal sealed record MemberItem(Guid Id, Guid UserId, string Email, string Name, Role Role, bool TwoFactor, DateTimeOffset CreatedAt);

internal sealed record MemberRequest(Role? Role);

internal sealed record ResetLink(string Url, DateTimeOffset ExpiresAt);

internal sealed record InvitationRequest(string? Email, Role? Role);

internal sealed record InvitationItem(Guid Id, string Email, Role Role, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, DateTimeOffset? AcceptedAt);

/// <param name="Invitation">The invitation.</param>
/// <param name="Token">Shown once.</param>
/// <param name="Url">The link to send.</param>
/// <param name="Mailed">Whether it was sent to them by mail: where a mail server was named.</param>
internal sealed record InvitationMade(InvitationItem Invitation, string Token, string Url, bool Mailed);

internal sealed record InvitationPreview(string Organization, string Email, Role Role, DateTimeOffset ExpiresAt);

/// <param name="Name">As people call it.</param>
/// <param name="Scopes">read, run, edit, secrets, admin.</param>
/// <param name="Role">At most; the maker's own when left out.</param>
/// <param name="ExpiresAt">Null for never.</param>
internal sealed record ApiKeyRequest(string? Name, IReadOnlyList<string>? Scopes, Role? Role, DateTimeOffset? ExpiresAt);

internal sealed record ApiKeyItem(Guid Id, string Name, string Prefix, IReadOnlyList<string> Scopes, Role Role, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt, DateTimeOffset? LastUsedAt, Guid? CreatedById);

/// <param name="ApiKey">The key's row.</param>
/// <param name="Key">The key: shown once.</param>
internal sealed record ApiKeyMade(ApiKeyItem ApiKey, string Key);

internal sealed record AuditItem(Guid Id, DateTimeOffset At, string Actor, Guid? UserId, Guid? ApiKeyId, string Action, string Subject, Guid? SubjectId, System.Text.Json.JsonElement? Details, string? Address);
