namespace Autonoma.Platform.Tenancy;

/// <summary>
/// For whom this scope works. A request enters one organization when its caller is known; a background job enters the one of its row. Nothing is seen before,
/// and nothing of another can be seen or saved after.
/// </summary>
public sealed class Tenant
{
    private Guid _organization;

    /// <summary>The organization; <see cref="Guid.Empty"/> owns nothing.</summary>
    public Guid OrganizationId => _organization;

    /// <summary>Whether rows of every organization may be saved: background work that serves all of them, never a request.</summary>
    public bool IsSystem { get; private set; }

    /// <summary>Works for one organization from here on.</summary>
    /// <exception cref="InvalidOperationException">The scope works for another one already.</exception>
    public void Enter(Guid organization)
    {
        if (organization == Guid.Empty)
            throw new ArgumentException("An organization has an id.", nameof(organization));
        if (_organization != Guid.Empty && _organization != organization)
            throw new InvalidOperationException("This scope works for another organization: take a new scope.");
        _organization = organization;
    }

    /// <summary>Works for all of them: queries say so themselves with <c>AcrossOrganizations()</c>.</summary>
    public void EnterSystem() => IsSystem = true;
}
