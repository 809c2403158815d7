using Autonoma.EnvironmentFactory.Instances;
using Autonoma.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Autonoma.EnvironmentFactory.EntityFrameworkCore.Tests;

public sealed class EntityInstanceStoreTests(PostgresFixture postgres) : IAsyncLifetime
{
    private readonly DateTimeOffset _tomorrow = TimeProvider.System.GetUtcNow().AddDays(1);
    private string _database = "";
    private ServiceProvider _services = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = postgres.NewDatabase();
        _services = Start(_database);
        await using var scope = _services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<InstanceDb>().Database.EnsureCreatedAsync(Stop);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    [Fact]
    public async Task Instance_KeptByOneServer_IsFoundByAnother_AndForgottenByBoth()
    {
        var store = _services.GetRequiredService<IInstanceStore>();
        (await store.TryBeginAsync("a", _tomorrow, Stop)).ShouldBeTrue();
        (await store.TryBeginAsync("a", _tomorrow, Stop)).ShouldBeFalse();
        (await store.FindAsync("a", Stop)).ShouldBe(new StoredInstance(null));
        var token = new string('t', 1_000_000);
        await store.KeepAsync("a", token, Stop);

        await using var another = Start(_database);
        var other = another.GetRequiredService<IInstanceStore>();
        other.Memory.ShouldBe(store.Memory);
        (await other.FindAsync("a", Stop)).ShouldBe(new StoredInstance(token));
        await other.ForgetAsync("a", Stop);
        await other.ForgetAsync("a", Stop);

        (await store.FindAsync("a", Stop)).ShouldBeNull();
    }

    [Fact]
    public async Task Instance_WhoseTimeIsOver_GoesWithTheNextOne()
    {
        var store = _services.GetRequiredService<IInstanceStore>();
        await store.TryBeginAsync("old", TimeProvider.System.GetUtcNow().AddSeconds(-1), Stop);

        await store.TryBeginAsync("new", _tomorrow, Stop);

        (await store.FindAsync("old", Stop)).ShouldBeNull();
        (await store.FindAsync("new", Stop)).ShouldNotBeNull();
        await Should.ThrowAsync<InvalidOperationException>(async () => await store.KeepAsync("old", "t", Stop));
    }

    [Fact]
    public async Task Begin_ManyTimesAtOnce_SucceedsOnce()
    {
        var store = _services.GetRequiredService<IInstanceStore>();

        var begun = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            try
            {
                return await store.TryBeginAsync("same", _tomorrow, Stop);
            }
            catch (DbUpdateException)
            {
                return false; // the key decides
            }
        }));

        begun.Count(first => first).ShouldBe(1);
    }

    private static ServiceProvider Start(string database)
    {
        var services = new ServiceCollection();
        services.AddDbContext<InstanceDb>(options => options.UseNpgsql(database));
        services.AddEnvironmentFactory(factory => factory.KeepInstancesIn<InstanceDb>());
        return services.BuildServiceProvider();
    }

    private sealed class InstanceDb(DbContextOptions<InstanceDb> options) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.HasEnvironmentInstances();
    }
}
