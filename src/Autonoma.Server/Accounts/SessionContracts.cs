using Autonoma.Platform.Access;
using Autonoma.Platform.Organizations;

namespace Autonoma.Server.Accounts;

internal sealed record UserAnswer(Guid Id, string Email, string Name, bool HasPassword, bool TwoFactor);

internal sealed record OrganizationAnswer(Guid Id, string Name, string Slug, Role Role);

internal sealed record SetupAnswer(bool NeedsOwner, bool SignUpOpen, IReadOnlyList<string> OAuth);

/// <param name="Local">Whether only this machine reaches the server.</param>
/// <param name="Mail">Whether it sends mail.</param>
/// <param name="SampleUrl">Where the sample shop runs, when the server was started with it.</param>
internal sealed record FeaturesAnswer(bool Local, bool Mail, string? SampleUrl);

/// <param name="User">Null when nobody is signed in, and for a key.</param>
/// <param name="Organization">The one that is looked at.</param>
/// <param name="Organizations">All of the person's.</param>
/// <param name="Permissions">What they may there.</param>
/// <param name="Csrf">To be sent as X-CSRF-Token with what changes something.</param>
/// <param name="Setup">How one can get in.</param>
/// <param name="Features">What this server has.</param>
internal sealed record SessionAnswer(UserAnswer? User, OrganizationAnswer? Organization, IReadOnlyList<OrganizationAnswer> Organizations, IReadOnlyList<Permission> Permissions, string? Csrf, SetupAnswer Setup, FeaturesAnswer Features);

internal sealed record SignInRequest(string? Email, string? Password, string? Code);

internal sealed record ClaimRequest(string? Token);

internal sealed record SwitchRequest(Guid Id);

/// <param name="Email">Address.</param>
/// <param name="Password">At least 12 characters.</param>
/// <param name="Name">As people call them.</param>
/// <param name="Token">Of an invitation, or of the link that a first start prints.</param>
/// <param name="Organization">Name of the organization to make; for those who come without an invitation.</param>
internal sealed record SignUpRequest(string? Email, string? Password, string? Name, string? Token, string? Organization);

internal sealed record PasswordRequest(string? Current, string? Password);

internal sealed record PasswordResetAsk(string? Email);

internal sealed record PasswordResetRequest(string? Email, string? Token, string? Password);

internal sealed record AccountRequest(string? Name);

internal sealed record TotpSetup(string Secret, string Uri);

internal sealed record TotpRequest(string? Code);

internal sealed record TotpCodes(IReadOnlyList<string> RecoveryCodes);

internal sealed record SessionItem(Guid Id, DateTimeOffset CreatedAt, DateTimeOffset LastSeenAt, string? Address, string? UserAgent, bool IsCurrent);
