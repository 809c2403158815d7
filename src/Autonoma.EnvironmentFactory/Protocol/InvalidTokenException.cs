namespace Autonoma.EnvironmentFactory.Protocol;

/// <summary>A refs or teardown token that must not be acted upon. The message says why and holds nothing of the token.</summary>
public sealed class InvalidTokenException : Exception
{
    /// <summary>Creates the exception with the reason.</summary>
    public InvalidTokenException(string reason)
        : base(reason)
    {
    }

    /// <summary>Creates the exception with the reason and what caused it.</summary>
    public InvalidTokenException(string reason, Exception inner)
        : base(reason, inner)
    {
    }
}
