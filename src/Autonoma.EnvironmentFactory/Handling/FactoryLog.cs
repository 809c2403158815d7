using Microsoft.Extensions.Logging;

namespace Autonoma.EnvironmentFactory.Handling;

/// <summary>Everything the endpoint logs. Never a secret, a signature, a token, a credential or a value of a record; ids and names only.</summary>
internal sealed partial class FactoryLog
{
    private readonly ILogger _logger;

    public FactoryLog(ILogger logger) => _logger = logger;

    [LoggerMessage(1, LogLevel.Information, "Environment up: {Records} records of {Models} models for run {TestRunId} in {Elapsed} ms.")]
    public partial void Up(int records, int models, string testRunId, double elapsed);

    [LoggerMessage(2, LogLevel.Information, "Environment down: {Records} records for {Scope} in {Elapsed} ms.")]
    public partial void Down(int records, string scope, double elapsed);

    [LoggerMessage(3, LogLevel.Warning, "Environment Factory refused a request: {Code}, {Reason}")]
    public partial void Refused(string code, string reason);

    [LoggerMessage(4, LogLevel.Error, "Environment Factory failed: {Code}.")]
    public partial void Failed(Exception exception, string code);

    [LoggerMessage(5, LogLevel.Error, "{Model} {Id} could not be removed.")]
    public partial void TeardownFailed(Exception exception, string model, string id);

    [LoggerMessage(6, LogLevel.Warning, "An up failed: {Removed} records were removed again, {Stayed} stayed.")]
    public partial void RolledBack(int removed, int stayed);

    [LoggerMessage(7, LogLevel.Warning, "The payload has fields that no factory takes: {Fields}")]
    public partial void UnknownFields(string fields);

    [LoggerMessage(8, LogLevel.Debug, "{Model} has no teardown; its record is left alone.")]
    public partial void LeftAlone(string model);

    [LoggerMessage(9, LogLevel.Debug, "{Count} records of {Model} could not be handled together; each is tried on its own.")]
    public partial void BatchFailed(Exception exception, string model, int count);

    [LoggerMessage(10, LogLevel.Warning, "The scenario {Scenario} is not defined any more, or has no down: nothing was removed.")]
    public partial void NothingToRemove(string scenario);

    [LoggerMessage(11, LogLevel.Warning, "{Setting} is not set: the Environment Factory answers every request with an error until it is.")]
    public partial void MissingSecret(string setting);

    [LoggerMessage(12, LogLevel.Warning, "{Setting} is shorter than 32 characters. 'openssl rand -hex 32' makes a good one.")]
    public partial void ShortSecret(string setting);
}
