using Autonoma.Platform.Work;
using Autonoma.TestKit;

namespace Autonoma.Platform.Tests.Work;

public sealed class DeviceLocksTests(PostgresFixture postgres)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Take_ByManyAtOnce_GivesEachDeviceToOne()
    {
        await using var database = await PlatformDatabase.CopyAsync(postgres, Token);
        var locks = new DeviceLocks(database, QueueBench.Options);

        var held = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => locks.TakeAsync(["phone-1", "phone-2", "phone-3"], Guid.CreateVersion7(), Guid.CreateVersion7(), Token)));

        held.OfType<HeldDevice>().Select(device => device.Device).Order().ShouldBe(["phone-1", "phone-2", "phone-3"]);
    }

    [Fact]
    public async Task Take_AfterTheLease_RaisesTheFence_AndTheFirstHolderHasLostIt()
    {
        await using var database = await PlatformDatabase.CopyAsync(postgres, Token);
        var locks = new DeviceLocks(database, QueueBench.Options);
        var first = (await locks.TakeAsync(["tablet"], Guid.CreateVersion7(), Guid.CreateVersion7(), Token))!;
        (await locks.KeepAsync(first, Token)).ShouldBeTrue();
        await PlatformDatabase.ExecuteAsync(database, "UPDATE device_locks SET lease_until = now() - interval '1 second'", Token);

        var second = (await locks.TakeAsync(["tablet"], Guid.CreateVersion7(), Guid.CreateVersion7(), Token))!;

        second.Fence.ShouldBeGreaterThan(first.Fence);
        (await locks.KeepAsync(first, Token)).ShouldBeFalse();
        (await locks.ReleaseAsync(first, Token)).ShouldBeFalse();
        (await locks.ReleaseAsync(second, Token)).ShouldBeTrue();
        (await locks.TakeAsync(["tablet"], Guid.CreateVersion7(), Guid.CreateVersion7(), Token))!.Fence.ShouldBeGreaterThan(second.Fence);
    }
}
