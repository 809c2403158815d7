using Autonoma.EnvironmentFactory.Protocol;
using Autonoma.Scenarios.Client;

namespace Autonoma.Scenarios.Journal;

/// <summary>How the removal of an instance went whose process is gone.</summary>
/// <param name="IsGone">Nothing is left of it.</param>
/// <param name="Problem">Why something may be left; null when nothing is.</param>
/// <param name="WhyLost">Why no further attempt can remove it, either; null when one can.</param>
public sealed record Removal(bool IsGone, string? Problem, string? WhyLost)
{
    /// <summary>Whether somebody has to look for it by hand.</summary>
    public bool IsLost => WhyLost is not null;
}

/// <summary>Tears down what a journal knows of one instance, from any journal.</summary>
/// <param name="clientFor">The client for an endpoint.</param>
public sealed class InstanceRemoval(Func<Uri, EnvironmentClient> clientFor)
{
    /// <summary>Takes back earlier requests for it, then tears it down. Idempotent: an endpoint that knows no such instance has nothing of it.</summary>
    /// <param name="entry">What is known.</param>
    /// <param name="undone">Told of each earlier request that nothing is left of; records it.</param>
    /// <param name="cancellationToken">Gives up; what was torn down by then stays so.</param>
    public async Task<Removal> RemoveAsync(JournalEntry entry, Action<string> undone, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(undone);
        try
        {
            foreach (var name in entry.Earlier)
            {
                await clientFor(entry.Endpoint).DownAsync(null, entry.RunId, entry.Protocol == ProtocolVersions.V2, cancellationToken, NameOf(name)).ConfigureAwait(false);
                undone(name);
            }

            if (entry.State is not (InstanceState.Removed or InstanceState.Refused))
                await TearDownAsync(entry, cancellationToken).ConfigureAwait(false);
            return new(true, null, null);
        }
        catch (EnvironmentException e)
        {
            return new(false, e.Message, IsLost(entry, e) ? WhyLost(entry, e) : null);
        }
    }

    // A removal that failed is tried again; what an endpoint cannot know, it will not know the next time either.
    private static bool IsLost(JournalEntry entry, EnvironmentException e)
        => e.Code is not null && (entry.Token is null || entry.Earlier.Count > 0) && (entry.Instance is null || e.Code is ErrorCodes.UnknownInstance or ErrorCodes.InvalidRefsToken or ErrorCodes.InvalidTeardownToken);

    private static string WhyLost(JournalEntry entry, EnvironmentException e) => entry.Instance is null
        ? $"The answer to 'up' was lost with the process, and this endpoint removes nothing without it ({e.Code})."
        : $"The answer to 'up' was lost with the process, and the app does not remember it any more ({e.Message}).";

    private static InstanceId? NameOf(string? name) => InstanceId.TryParse(name, out var id) ? id : null;

    private async Task TearDownAsync(JournalEntry entry, CancellationToken cancellationToken)
    {
        var client = clientFor(entry.Endpoint);
        var isVersion2 = entry.Protocol == ProtocolVersions.V2;
        var token = entry.Token;
        // A scenario of protocol 2.0 gets its run id from the token, and nothing that must be known besides: with the secret, it can be made again.
        if (token is null && entry.Instance is null && isVersion2 && client.Endpoint.SigningSecret is { } secret)
            token = RefsToken.Sign(new() { TestRunId = entry.RunId, Environment = entry.Scenario }, secret);
        await client.DownAsync(token, entry.RunId, isVersion2, cancellationToken, NameOf(entry.Instance)).ConfigureAwait(false);
    }
}
