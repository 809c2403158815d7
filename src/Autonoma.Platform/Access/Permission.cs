using Autonoma.Platform.Organizations;

namespace Autonoma.Platform.Access;

/// <summary>What an endpoint asks of its caller. Every endpoint names one.</summary>
public enum Permission
{
    /// <summary>To look at applications, tests, runs and what came of them.</summary>
    Read,

    /// <summary>To start and cancel runs, answer their questions, report deployments.</summary>
    Run,

    /// <summary>To write applications, tests, schedules, scenarios and setups.</summary>
    Edit,

    /// <summary>To write secrets, and to see their names.</summary>
    Secrets,

    /// <summary>To see members, keys, webhooks and the audit log, and to change them; to remove applications.</summary>
    Administer,

    /// <summary>To change the organization itself.</summary>
    Own,
}

/// <summary>What a key may be used for; each is one permission and what goes before it.</summary>
public static class Scopes
{
    /// <summary>Looks.</summary>
    public const string Read = "read";

    /// <summary>Starts runs: for pipelines.</summary>
    public const string Run = "run";

    /// <summary>Writes tests and scenarios: for planners.</summary>
    public const string Edit = "edit";

    /// <summary>Writes secrets.</summary>
    public const string Secrets = "secrets";

    /// <summary>Everything that its owner may.</summary>
    public const string Admin = "admin";

    /// <summary>All there are.</summary>
    public static IReadOnlyList<string> All { get; } = [Read, Run, Edit, Secrets, Admin];
}

/// <summary>The one place that says who may do what.</summary>
public static class Permissions
{
    /// <summary>Whether a role may.</summary>
    public static bool Allows(Role role, Permission permission) => permission switch
    {
        Permission.Read => true,
        Permission.Run or Permission.Edit or Permission.Secrets => role >= Role.Member,
        Permission.Administer => role >= Role.Admin,
        Permission.Own => role >= Role.Owner,
        _ => false,
    };

    /// <summary>Whether a key with these scopes may be used for it.</summary>
    public static bool Covers(IReadOnlyCollection<string> scopes, Permission permission)
    {
        ArgumentNullException.ThrowIfNull(scopes);
        if (scopes.Contains(Scopes.Admin, StringComparer.Ordinal))
            return true;
        return permission switch
        {
            // Whoever may write may look at what they write.
            Permission.Read => scopes.Any(scope => scope is Scopes.Read or Scopes.Run or Scopes.Edit),
            Permission.Run => scopes.Contains(Scopes.Run, StringComparer.Ordinal),
            Permission.Edit => scopes.Contains(Scopes.Edit, StringComparer.Ordinal),
            Permission.Secrets => scopes.Contains(Scopes.Secrets, StringComparer.Ordinal),
            Permission.Administer or Permission.Own => false,
            _ => false,
        };
    }
}
