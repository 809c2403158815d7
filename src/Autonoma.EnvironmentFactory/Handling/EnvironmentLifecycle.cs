using System.Diagnostics;
using System.Text.Json;
using Autonoma.EnvironmentFactory.Payloads;
using Autonoma.EnvironmentFactory.Protocol;

namespace Autonoma.EnvironmentFactory.Handling;

/// <summary>An environment from nothing to credentials, and back to nothing. An <c>up</c> that fails leaves nothing it can take back.</summary>
internal sealed class EnvironmentLifecycle(FactoryRequest request)
{
    /// <param name="create">The tree.</param>
    /// <param name="testRunId">The run.</param>
    /// <param name="finish">Makes the answer; when it fails, everything is taken back too.</param>
    /// <param name="cancellationToken">Ends it; what exists is removed first.</param>
    public async Task<T> UpAsync<T>(JsonElement create, string testRunId, Func<CreatedEnvironment, T> finish, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var scope = new RequestScope(request.Services);
        await using var disposal = scope.ConfigureAwait(false);
        var creation = new RecordCreation(request.Registry, request.Options, scope, request.Log);
        using var plan = creation.Plan(create, testRunId);
        foreach (var hook in request.Setup.BeforeUp)
            await hook(new(testRunId, creation.Refs, scope.Services, cancellationToken)).ConfigureAwait(false);
        try
        {
            await creation.CreateAsync(plan, testRunId, cancellationToken).ConfigureAwait(false);
            var scopeValue = ScopeValue.Of(creation.Refs, request.Options.ScopeField, testRunId);
            var auth = await SignInAsync(creation.Refs, scopeValue, testRunId, scope.Services, cancellationToken).ConfigureAwait(false);
            var result = finish(new(creation.Refs, plan.Payload, scopeValue, auth));
            // A caller that is gone never reads the token: nobody could remove what stands.
            cancellationToken.ThrowIfCancellationRequested();
            EnvironmentFactoryDiagnostics.Records.Add(creation.Refs.InOrder.Count, new KeyValuePair<string, object?>("action", "up"));
            request.Log.Up(creation.Refs.InOrder.Count, creation.Refs.Count, testRunId, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            return result;
        }
        catch (Exception exception)
        {
            var rollback = await RollBackAsync(creation.Refs, scope, testRunId).ConfigureAwait(false);
            if (exception is OperationCanceledException && cancellationToken.IsCancellationRequested)
                throw;
            var code = (exception as EnvironmentFactoryException)?.Code ?? ErrorCodes.InternalError;
            throw new EnvironmentFactoryException(code, $"{exception.Message}{rollback}", exception.InnerException ?? exception);
        }
    }

    /// <exception cref="EnvironmentFactoryException">Some records stayed; the message lists them. Another <c>down</c> tries again.</exception>
    public async Task DownAsync(CreatedRecords refs, string scenarioName)
    {
        var started = Stopwatch.GetTimestamp();
        var scope = new RequestScope(request.Services);
        await using var disposal = scope.ConfigureAwait(false);
        foreach (var hook in request.Setup.BeforeDown)
            await hook(new(scenarioName, refs, scope.Services, CancellationToken.None)).ConfigureAwait(false);
        var removal = new RecordRemoval(request.Registry, scope, request.Log);
        var stayed = await removal.RemoveAsync([.. refs.InOrder.Reverse()], refs, scenarioName).ConfigureAwait(false);
        EnvironmentFactoryDiagnostics.Records.Add(refs.InOrder.Count - stayed.Count, new KeyValuePair<string, object?>("action", "down"));
        if (stayed.Count > 0)
            throw new EnvironmentFactoryException(ErrorCodes.InternalError, $"{stayed.Count} of {refs.InOrder.Count} records could not be removed: {RecordRemoval.Describe(stayed)}. The others are gone; send the same down again to retry.", stayed[0].Reason);
        foreach (var hook in request.Setup.AfterDown)
            await hook(new(scenarioName, refs, scope.Services, CancellationToken.None)).ConfigureAwait(false);
        request.Log.Down(refs.InOrder.Count, scenarioName, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
    }

    private async Task<Credentials?> SignInAsync(CreatedRecords refs, string scopeValue, string testRunId, IServiceProvider services, CancellationToken cancellationToken)
    {
        Credentials? auth = null;
        if (request.Setup.Auth is { } callback)
        {
            var context = new AuthContext(ScopeValue.UserOf(refs), scopeValue, testRunId, refs, services, cancellationToken);
            auth = (Credentials?)await callback.InvokeAsync(context, context).ConfigureAwait(false);
        }

        foreach (var hook in request.Setup.AfterUp)
            auth = await hook(new(scopeValue, refs, services, cancellationToken), auth).ConfigureAwait(false);
        return auth;
    }

    private async Task<string> RollBackAsync(CreatedRecords refs, RequestScope scope, string testRunId)
    {
        var created = refs.InOrder.Reverse().ToList();
        if (created.Count == 0)
            return "";
        await scope.RenewAsync().ConfigureAwait(false);
        var stayed = await new RecordRemoval(request.Registry, scope, request.Log).RemoveAsync(created, refs, testRunId).ConfigureAwait(false);
        var alone = created.Where(record => request.Registry.TryFind(record.Model, out var model) && !model.Factory.HasTeardown).ToList();
        var removed = created.Count - stayed.Count - alone.Count;
        request.Log.RolledBack(removed, created.Count - removed);
        var text = $". Removed again: {removed} of the {created.Count} records created before";
        if (alone.Count > 0)
            text += $". Left alone, having no teardown: {string.Join(", ", alone.Take(20))}";
        return stayed.Count > 0 ? $"{text}. Could not be removed: {RecordRemoval.Describe(stayed)}" : text;
    }
}
