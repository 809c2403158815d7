namespace Autonoma.Scenarios.Journal;

/// <summary>
/// Where it stands, before an endpoint is asked, that it is asked: whatever happens to this process afterwards, what it made can be found and torn
/// down. Each member returns once the record is durable. Safe for concurrent use.
/// </summary>
public interface IInstanceJournal
{
    /// <summary>Records that an instance is about to be asked for, or asked for once more. When this returns, no crash can hide it.</summary>
    void Sending(string runId, string scenario, Uri endpoint, string protocol, string? instance = null);

    /// <summary>Records that nothing is left of one request for it.</summary>
    void Undone(string runId, string instance);

    /// <summary>Records that it stands, with what tears it down.</summary>
    void Answered(string runId, string token);

    /// <summary>Records that it is to outlive this process.</summary>
    void Kept(string runId);

    /// <summary>Records that the endpoint did not make it.</summary>
    void Refused(string runId, string problem);

    /// <summary>Records that it was torn down.</summary>
    void Removed(string runId);

    /// <summary>Records that tearing it down did not work.</summary>
    void Stayed(string runId, string problem);
}
