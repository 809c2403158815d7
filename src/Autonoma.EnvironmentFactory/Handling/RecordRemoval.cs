using Autonoma.EnvironmentFactory.Factories;

namespace Autonoma.EnvironmentFactory.Handling;

/// <summary>Removes records in the order given, whatever happens to one of them, and says what stayed.</summary>
internal sealed class RecordRemoval(FactoryRegistry registry, RequestScope scope, FactoryLog log)
{
    private FactoryContext? _context;

    /// <param name="newestFirst">What to remove, in this order.</param>
    /// <param name="refs">What the factories see as existing.</param>
    /// <param name="scenarioName">What the factories see as the run.</param>
    /// <returns>What could not be removed, and why.</returns>
    public async Task<IReadOnlyList<(CreatedRecord Record, Exception Reason)>> RemoveAsync(IReadOnlyList<CreatedRecord> newestFirst, CreatedRecords refs, string scenarioName)
    {
        var stayed = new List<(CreatedRecord, Exception)>();
        for (var i = 0; i < newestFirst.Count;)
        {
            if (!registry.TryFind(newestFirst[i].Model, out var model) || !model.Factory.HasTeardown)
            {
                log.LeftAlone(newestFirst[i].Model);
                i++;
                continue;
            }

            var batch = Batch(newestFirst, i, model.Factory.BatchSize);
            if (batch is null)
            {
                await RemoveOneAsync(model.Factory, newestFirst[i++], refs, scenarioName, stayed).ConfigureAwait(false);
                continue;
            }

            if (!await RemoveTogetherAsync(model.Factory, batch, refs, scenarioName).ConfigureAwait(false))
            {
                foreach (var record in batch)
                    await RemoveOneAsync(model.Factory, record, refs, scenarioName, stayed).ConfigureAwait(false);
            }

            i += batch.Count;
        }

        return stayed;
    }

    public static string Describe(IReadOnlyList<(CreatedRecord Record, Exception Reason)> stayed)
    {
        const int Shown = 20;
        var list = string.Join("; ", stayed.Take(Shown).Select(item => $"{item.Record}: {item.Reason.Message}"));
        return stayed.Count > Shown ? $"{list}; and {stayed.Count - Shown} more" : list;
    }

    // Null where there is nothing to put together.
    private static List<CreatedRecord>? Batch(IReadOnlyList<CreatedRecord> records, int start, int size)
    {
        if (size < 2 || start + 1 == records.Count || records[start + 1].Model != records[start].Model)
            return null;
        var batch = new List<CreatedRecord> { records[start] };
        while (batch.Count < size && start + batch.Count < records.Count && records[start + batch.Count].Model == records[start].Model)
            batch.Add(records[start + batch.Count]);
        return batch;
    }

    // Clean-up is never cancelled: a caller that went away is a reason to tidy up, not to stop.
    private FactoryContext Context(CreatedRecords refs, string scenarioName)
        => _context is { } context && context.Services == scope.Services ? context : _context = new(refs, scenarioName, scope.Services, CancellationToken.None);

    private async Task<bool> RemoveTogetherAsync(ModelFactory factory, IReadOnlyList<CreatedRecord> batch, CreatedRecords refs, string scenarioName)
    {
        try
        {
            await factory.TeardownManyAsync(batch, Context(refs, scenarioName)).ConfigureAwait(false);
            return true;
        }
        catch (Exception exception)
        {
            log.BatchFailed(exception, factory.Model, batch.Count);
            await scope.RenewAsync().ConfigureAwait(false);
            return false;
        }
    }

    private async Task RemoveOneAsync(ModelFactory factory, CreatedRecord record, CreatedRecords refs, string scenarioName, List<(CreatedRecord, Exception)> stayed)
    {
        try
        {
            await factory.TeardownAsync(record, Context(refs, scenarioName)).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            log.TeardownFailed(exception, record.Model, record.IdText);
            stayed.Add((record, exception));
            await scope.RenewAsync().ConfigureAwait(false);
        }
    }
}
