using Autonoma.EnvironmentFactory.Protocol;

namespace Autonoma.EnvironmentFactory;

/// <summary>A failure that the caller is told about with a code. Factories may throw it; the message reaches the caller, so nothing secret belongs in it.</summary>
public sealed class EnvironmentFactoryException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="code">One of <see cref="ErrorCodes"/>.</param>
    /// <param name="message">What is wrong, for the caller.</param>
    /// <param name="inner">What caused it, for the log.</param>
    public EnvironmentFactoryException(string code, string message, Exception? inner = null)
        : base(message, inner)
        => Code = code;

    /// <summary>One of <see cref="ErrorCodes"/>; it decides the status.</summary>
    public string Code { get; }

    internal int? Status { get; init; }

    internal static EnvironmentFactoryException InvalidBody(string message) => new(ErrorCodes.InvalidBody, message);
}
