using Microsoft.Extensions.DependencyInjection;

namespace Autonoma.EnvironmentFactory.Handling;

/// <summary>
/// The services of one request. After a failure the old ones may hold half-done work, such as a database context that tracks a record
/// it could not save: they are thrown away and new ones made.
/// </summary>
internal sealed class RequestScope(IServiceProvider root) : IAsyncDisposable
{
    private AsyncServiceScope _scope = root.CreateAsyncScope();

    public IServiceProvider Services => _scope.ServiceProvider;

    public async ValueTask RenewAsync()
    {
        var old = _scope;
        _scope = root.CreateAsyncScope();
        await old.DisposeAsync().ConfigureAwait(false);
    }

    public ValueTask DisposeAsync() => _scope.DisposeAsync();
}
