using Autonoma.Engine.Running;

namespace Autonoma.Engine.Commands.Execution;

/// <summary>A command did not do what it was asked, for a reason that the author of the test can read.</summary>
internal sealed class CommandFailure(FailureKind kind, string message, Exception? inner = null) : Exception(message, inner)
{
    public FailureKind Kind { get; } = kind;
}
