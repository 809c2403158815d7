using System.Text.RegularExpressions;
using Autonoma.Platform.Executing;
using Autonoma.Platform.Work;
using Autonoma.Scenarios.Client;
using Microsoft.Extensions.Logging;
using Npgsql;
using NpgsqlTypes;

namespace Autonoma.Platform.Scenarios;

/// <summary>What a call is made for.</summary>
/// <param name="Organization">Whose application.</param>
/// <param name="Application">Which application.</param>
/// <param name="Run">The run; null outside of runs.</param>
/// <param name="TestRunId">The environment; null for <c>discover</c>.</param>
/// <param name="Scenario">The scenario; null for <c>discover</c>.</param>
public sealed record ScenarioCallOrigin(Guid Organization, Guid Application, Guid? Run, string? TestRunId, string? Scenario);

/// <summary>Writes down every request to an Environment Factory. That something cannot be written down is logged and stops nothing.</summary>
/// <param name="database">The database.</param>
/// <param name="logger">Told what could not be written down.</param>
public sealed partial class ScenarioCallLog(NpgsqlDataSource database, ILogger<ScenarioCallLog> logger)
{
    /// <summary>Characters of an error that are kept.</summary>
    public const int LongestError = 1000;

    // A secret of a length that a word of an error message could have is masked nowhere, as it would mask the message.
    private const int ShortestSecret = 6;

    /// <summary>Writes down a call.</summary>
    public async Task AddAsync(ScenarioCallOrigin origin, RunEndpoint endpoint, EnvironmentCall call)
    {
        ArgumentNullException.ThrowIfNull(origin);
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(call);
        try
        {
            var command = database.CreateCommand(
                """
                INSERT INTO scenario_calls (id, organization_id, created_at, application_id, run_id, test_run_id, scenario, action, endpoint, status, code, error, duration_ms)
                VALUES (@id, @organization, @at, @application, @run, @test_run, @scenario, @action, @endpoint, @status, @code, @error, @duration)
                """);
            await using (command.ConfigureAwait(false))
            {
                command.Parameters.AddWithValue("id", Guid.CreateVersion7());
                command.Parameters.AddWithValue("organization", origin.Organization);
                command.Parameters.AddWithValue("at", call.At);
                command.Parameters.AddWithValue("application", origin.Application);
                command.Parameters.Add(new("run", NpgsqlDbType.Uuid) { Value = (object?)origin.Run ?? DBNull.Value });
                command.Parameters.Add(Text("test_run", origin.TestRunId, 100));
                command.Parameters.Add(Text("scenario", origin.Scenario, 200));
                command.Parameters.AddWithValue("action", call.Action);
                command.Parameters.Add(Text("endpoint", endpoint.Url.GetLeftPart(UriPartial.Path), 2000));
                command.Parameters.Add(new("status", NpgsqlDbType.Integer) { Value = (object?)call.Status ?? DBNull.Value });
                command.Parameters.Add(Text("code", call.Code, 100));
                command.Parameters.Add(Text("error", call.Error is null ? null : Redact(call.Error, endpoint), LongestError));
                command.Parameters.AddWithValue("duration", (int)Math.Min(int.MaxValue, call.Duration.TotalMilliseconds));
                await command.ExecuteNonQueryAsync().ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is NpgsqlException or IOException or System.Net.Sockets.SocketException or TimeoutException or ObjectDisposedException)
        {
            NotKept(logger, call.Action, origin.Application, e.Message);
        }
    }

    /// <summary>An error without what opens anything: the secrets that the call was made with, and what looks like a token or a password of the endpoint's.</summary>
    internal static string Redact(string error, RunEndpoint endpoint)
    {
        foreach (var secret in endpoint.Headers.Values.Append(endpoint.SharedSecret).Append(endpoint.SigningSecret).OfType<string>().Where(secret => secret.Length >= ShortestSecret).OrderByDescending(secret => secret.Length))
            error = error.Replace(secret, "***", StringComparison.Ordinal);
        error = Credentials().Replace(error, "${name}***");
        return LongWord().Replace(error, "***");
    }

    private static NpgsqlParameter Text(string name, string? value, int longest)
        => new(name, NpgsqlDbType.Text) { Value = value is null ? DBNull.Value : RunVerdicts.Storable(value.Length > longest ? value[..longest] : value) };

    [GeneratedRegex("""(?<name>\b(?:password|passwd|pwd|secret|token|authorization|cookie|api[-_]?key|bearer)\b["']?\s*[:=]?\s*["']?(?:bearer\s+|basic\s+)?)[^\s"',;&}]+""", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Credentials();

    // Nothing that people write is that long without a space, a point or a slash; tokens and hashes are.
    [GeneratedRegex(@"[A-Za-z0-9_+=-]{32,}(?:\.[A-Za-z0-9_+=-]{8,})*", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LongWord();

    [LoggerMessage(Level = LogLevel.Warning, Message = "The call '{Action}' of application {Application} could not be written down: {Reason}")]
    private static partial void NotKept(ILogger logger, string action, Guid application, string reason);
}
