namespace Autonoma.Platform.Work;

/// <summary>A run that a worker has.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Fence">The claim: what is written under a lower one is refused.</param>
/// <param name="OrganizationId">Whose it is.</param>
/// <param name="ApplicationId">Of which application.</param>
/// <param name="Attempt">Number of the attempt that begins.</param>
public sealed record RunClaim(Guid RunId, long Fence, Guid OrganizationId, Guid ApplicationId, int Attempt);

/// <summary>Something that happened in a run and is not stored yet.</summary>
/// <param name="Kind">See <see cref="Runs.RunEvent.Kind"/>.</param>
/// <param name="Json">What.</param>
/// <param name="At">When.</param>
public sealed record NewRunEvent(string Kind, string Json, DateTimeOffset At);

/// <summary>What a heartbeat answered about a run.</summary>
/// <param name="RunId">The run.</param>
/// <param name="CancelRequested">Somebody asked to stop it.</param>
public sealed record KeptClaim(Guid RunId, bool CancelRequested);
