using Autonoma.Platform.Executing;

namespace Autonoma.Platform.Work;

/// <summary>Reads what is needed to carry out a run.</summary>
public interface IRunAssignments
{
    /// <summary>Reads it; null when what the test said is not there any more.</summary>
    Task<RunAssignment?> LoadAsync(RunClaim claim, CancellationToken cancellationToken);
}
