using Autonoma.EnvironmentFactory.Instances;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Autonoma.EnvironmentFactory.EntityFrameworkCore.Instances;

/// <summary>Remembers instances in the app's database: for all its servers, and over restarts.</summary>
internal sealed class EntityInstanceStore<TContext>(IServiceScopeFactory scopes, TimeProvider time) : IInstanceStore
    where TContext : DbContext
{
    public string Memory => "database";

    public async ValueTask<bool> TryBeginAsync(string instanceId, DateTimeOffset forgetAt, CancellationToken cancellationToken)
    {
        var scope = scopes.CreateAsyncScope();
        await using var disposal = scope.ConfigureAwait(false);
        var database = scope.ServiceProvider.GetRequiredService<TContext>();
        var instances = database.Set<EnvironmentInstance>();
        var now = time.GetUtcNow();
        await instances.Where(instance => instance.ForgetAt < now).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        if (await instances.AnyAsync(instance => instance.Id == instanceId, cancellationToken).ConfigureAwait(false))
            return false;
        // Two at once: the key lets one of them in, and the other fails with what the database says.
        database.Add(new EnvironmentInstance(instanceId, forgetAt.ToUniversalTime()));
        await database.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        return true;
    }

    public async ValueTask KeepAsync(string instanceId, string token, CancellationToken cancellationToken)
    {
        var scope = scopes.CreateAsyncScope();
        await using var disposal = scope.ConfigureAwait(false);
        var instances = scope.ServiceProvider.GetRequiredService<TContext>().Set<EnvironmentInstance>();
        var kept = await instances.Where(instance => instance.Id == instanceId).ExecuteUpdateAsync(row => row.SetProperty(instance => instance.Token, token), cancellationToken).ConfigureAwait(false);
        if (kept == 0)
            throw new InvalidOperationException("The row of this environment is gone: it was removed by hand, or its time was over before it was made.");
    }

    public async ValueTask<StoredInstance?> FindAsync(string instanceId, CancellationToken cancellationToken)
    {
        var scope = scopes.CreateAsyncScope();
        await using var disposal = scope.ConfigureAwait(false);
        var instances = scope.ServiceProvider.GetRequiredService<TContext>().Set<EnvironmentInstance>();
        return await instances.AsNoTracking().Where(instance => instance.Id == instanceId).Select(instance => new StoredInstance(instance.Token)).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask ForgetAsync(string instanceId, CancellationToken cancellationToken)
    {
        var scope = scopes.CreateAsyncScope();
        await using var disposal = scope.ConfigureAwait(false);
        var instances = scope.ServiceProvider.GetRequiredService<TContext>().Set<EnvironmentInstance>();
        await instances.Where(instance => instance.Id == instanceId).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
    }
}
