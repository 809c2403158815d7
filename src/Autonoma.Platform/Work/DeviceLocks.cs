using Npgsql;

namespace Autonoma.Platform.Work;

/// <summary>A device that somebody has.</summary>
/// <param name="Device">Its name.</param>
/// <param name="Fence">Goes with every command to it: what comes with a lower one is of somebody who had it before.</param>
public sealed record HeldDevice(string Device, long Fence);

/// <summary>Lends devices to workers, one worker at a time. A holder that says nothing for the time of the lease has lost it.</summary>
/// <param name="database">The database.</param>
/// <param name="options">How long a lease is.</param>
public sealed class DeviceLocks(NpgsqlDataSource database, WorkOptions options)
{
    /// <summary>Takes the first of several devices that is free; null when none is.</summary>
    public async Task<HeldDevice?> TakeAsync(IReadOnlyList<string> devices, Guid worker, Guid run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(devices);
        foreach (var device in devices)
        {
            // One statement: of two who come at once, the second sees what the first wrote.
            var command = database.CreateCommand(
                """
                INSERT INTO device_locks (device, fence, worker_id, run_id, lease_until) VALUES (@device, 1, @worker, @run, now() + @lease)
                ON CONFLICT (device) DO UPDATE SET fence = device_locks.fence + 1, worker_id = excluded.worker_id, run_id = excluded.run_id, lease_until = excluded.lease_until
                WHERE device_locks.worker_id IS NULL OR device_locks.lease_until < now()
                RETURNING fence
                """);
            await using (command.ConfigureAwait(false))
            {
                command.Parameters.AddWithValue("device", device);
                command.Parameters.AddWithValue("worker", worker);
                command.Parameters.AddWithValue("run", run);
                command.Parameters.AddWithValue("lease", options.Lease);
                if (await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) is long fence)
                    return new(device, fence);
            }
        }

        return null;
    }

    /// <summary>Says that the holder lives; false when the device is somebody else's by now.</summary>
    public Task<bool> KeepAsync(HeldDevice held, CancellationToken cancellationToken)
        => ChangeAsync(held, "UPDATE device_locks SET lease_until = now() + @lease WHERE device = @device AND fence = @fence AND worker_id IS NOT NULL AND lease_until >= now()", cancellationToken);

    /// <summary>Gives it back; false when it is somebody else's by now.</summary>
    public Task<bool> ReleaseAsync(HeldDevice held, CancellationToken cancellationToken)
        => ChangeAsync(held, "UPDATE device_locks SET worker_id = NULL, run_id = NULL, lease_until = NULL WHERE device = @device AND fence = @fence AND worker_id IS NOT NULL AND @lease IS NOT NULL", cancellationToken);

    private async Task<bool> ChangeAsync(HeldDevice held, string sql, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(held);
        var command = database.CreateCommand(sql);
        await using (command.ConfigureAwait(false))
        {
            command.Parameters.AddWithValue("device", held.Device);
            command.Parameters.AddWithValue("fence", held.Fence);
            command.Parameters.AddWithValue("lease", options.Lease);
            return await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false) == 1;
        }
    }
}
