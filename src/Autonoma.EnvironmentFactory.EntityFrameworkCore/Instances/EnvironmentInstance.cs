namespace Autonoma.EnvironmentFactory.EntityFrameworkCore.Instances;

/// <summary>A row for each environment that stands: see <see cref="EnvironmentInstanceExtensions"/>.</summary>
public sealed class EnvironmentInstance
{
    private EnvironmentInstance()
    {
    }

    internal EnvironmentInstance(string id, DateTimeOffset forgetAt)
    {
        Id = id;
        ForgetAt = forgetAt;
    }

    /// <summary>Its name.</summary>
    public string Id { get; private set; } = "";

    /// <summary>What removes it; null while it is being made. It holds whatever the factories returned.</summary>
    public string? Token { get; private set; }

    /// <summary>From then on the token is refused, and the row may go.</summary>
    public DateTimeOffset ForgetAt { get; private set; }
}
