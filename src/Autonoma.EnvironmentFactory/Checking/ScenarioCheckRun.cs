using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Autonoma.EnvironmentFactory.Handling;
using Autonoma.EnvironmentFactory.Protocol;
using Microsoft.Extensions.DependencyInjection;

namespace Autonoma.EnvironmentFactory.Checking;

/// <summary>One scenario up and down again, by signed requests.</summary>
internal sealed class ScenarioCheckRun(EnvironmentFactoryHandler handler, ScenarioCheckOptions options)
{
    // Made for this process, known to nobody.
    internal static string SharedSecret { get; } = $"check-shared-{Guid.NewGuid():N}";

    public async Task<ScenarioCheckResult> RunAsync(string name, JsonObject up, string tokenName, CancellationToken cancellationToken)
    {
        var errors = new List<ScenarioCheckError>();
        var before = await CountAsync(cancellationToken).ConfigureAwait(false);
        up["action"] = "up";
        up["testRunId"] = options.TestRunId ?? $"check-{Guid.NewGuid().ToString("N")[..8]}";
        var (created, upMs) = await SendAsync(up, cancellationToken).ConfigureAwait(false);
        if (Failure(created, "up") is { } failed)
        {
            errors.Add(failed);
            errors.AddRange(Differences(before, await CountAsync(cancellationToken).ConfigureAwait(false), "up"));
            return new(name, false, "up", errors, new(upMs, 0));
        }

        var down = new JsonObject { ["action"] = "down", [tokenName] = JsonNode.Parse(created.Body.Span)![tokenName]!.GetValue<string>() };
        var (removed, downMs) = await SendAsync(down, cancellationToken).ConfigureAwait(false);
        if (Failure(removed, "down") is { } stayed)
            errors.Add(stayed);
        else
            errors.AddRange(Differences(before, await CountAsync(cancellationToken).ConfigureAwait(false), "down"));
        if (errors.Count == 0 && options.RepeatDown && Failure((await SendAsync(down, cancellationToken).ConfigureAwait(false)).Response, "down") is { } again)
            errors.Add(again with { Message = $"A second down fails: {again.Message}", Fix = "A teardown must take a record that is gone already as removed: a caller may send down again." });
        return new(name, errors.Count == 0, errors.Count == 0 ? "ok" : "down", errors, new(upMs, downMs));
    }

    private async Task<(EnvironmentFactoryResponse Response, long Milliseconds)> SendAsync(JsonObject body, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var response = await handler.HandleAsync(EnvironmentFactoryRequest.Signed(Encoding.UTF8.GetBytes(body.ToJsonString()), SharedSecret), cancellationToken).ConfigureAwait(false);
        return (response, (long)Math.Round(Stopwatch.GetElapsedTime(started).TotalMilliseconds));
    }

    private static ScenarioCheckError? Failure(EnvironmentFactoryResponse response, string phase)
    {
        if (response.IsSuccess)
            return null;
        var error = JsonSerializer.Deserialize(response.Body.Span, ProtocolJson.Context.ErrorResponse)!;
        return new(phase, $"{error.Code}: {error.Error}", FixHints.For(phase, error));
    }

    private async Task<IReadOnlyDictionary<string, long>?> CountAsync(CancellationToken cancellationToken)
    {
        if (options.Count is not { } count)
            return null;
        var scope = handler.Services.CreateAsyncScope();
        await using var disposal = scope.ConfigureAwait(false);
        return await count(scope.ServiceProvider, cancellationToken).ConfigureAwait(false);
    }

    private static IEnumerable<ScenarioCheckError> Differences(IReadOnlyDictionary<string, long>? before, IReadOnlyDictionary<string, long>? after, string phase)
    {
        if (before is null || after is null)
            yield break;
        foreach (var name in before.Keys.Union(after.Keys).Order(StringComparer.Ordinal))
        {
            var (was, now) = (before.GetValueOrDefault(name), after.GetValueOrDefault(name));
            if (now > was)
                yield return new(phase, $"{name}: {now - was} more than before", "Something created them beside the records that were returned: remove them in the teardown of the model that owns them, or let the database cascade.");
            else if (now < was)
                yield return new(phase, $"{name}: {was - now} fewer than before", "A teardown removes more than the record it is given.");
        }
    }
}
