namespace Autonoma.Platform.Tenancy;

/// <summary>A row of one organization was about to be saved on behalf of another. That is a bug, never an answer.</summary>
public sealed class TenantException : Exception
{
    /// <summary>Without a reason.</summary>
    public TenantException()
    {
    }

    /// <summary>With a reason.</summary>
    public TenantException(string message)
        : base(message)
    {
    }

    /// <summary>With a reason and a cause.</summary>
    public TenantException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
