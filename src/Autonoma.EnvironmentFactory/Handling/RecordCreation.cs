using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Autonoma.EnvironmentFactory.Factories;
using Autonoma.EnvironmentFactory.Payloads;
using Autonoma.EnvironmentFactory.Protocol;

namespace Autonoma.EnvironmentFactory.Handling;

/// <summary>Creates the records of a payload. Everything that can be known to be wrong is reported before the first one exists.</summary>
internal sealed class RecordCreation(FactoryRegistry registry, EnvironmentFactoryOptions options, RequestScope scope, FactoryLog log)
{
    public CreatedRecords Refs { get; } = new();

    /// <summary>Reads and validates a tree. Nothing is created.</summary>
    /// <exception cref="EnvironmentFactoryException">The tree is not valid.</exception>
    public PlannedCreation Plan(JsonElement create, string testRunId)
    {
        var payload = PayloadReader.Read(create, registry, options);
        if (payload.Unknown.Count > 0)
            log.UnknownFields(string.Join(", ", payload.Unknown.Take(20)));
        var order = CreationOrder.Of(payload);
        var writer = new RecordWriter(payload, testRunId);
        RecordValidation.ThrowIfInvalid(order, writer);
        return new(payload, order, writer);
    }

    /// <summary>Creates what was planned. On failure the records that exist are in <see cref="Refs"/>.</summary>
    /// <exception cref="EnvironmentFactoryException">A record could not be created.</exception>
    public async Task CreateAsync(PlannedCreation plan, string testRunId, CancellationToken cancellationToken)
    {
        var context = new FactoryContext(Refs, testRunId, scope.Services, cancellationToken);
        for (var i = 0; i < plan.Order.Count;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var batch = Batch(plan.Order, i);
            if (batch.Count > 1)
            {
                context = await CreateTogetherAsync(batch, plan, context).ConfigureAwait(false);
                i += batch.Count;
            }
            else
            {
                await CreateOneAsync(plan.Order[i], plan, context).ConfigureAwait(false);
                i++;
            }
        }
    }

    private static List<PayloadRecord> Batch(IReadOnlyList<PayloadRecord> order, int start)
    {
        var batch = new List<PayloadRecord> { order[start] };
        var size = order[start].Model.Factory.BatchSize;
        while (batch.Count < size && start + batch.Count < order.Count && order[start + batch.Count] is var next
            && next.Model == order[start].Model && next.DependsOn.TrueForAll(dependency => dependency.Created is not null))
        {
            batch.Add(next);
        }

        return batch;
    }

    private async Task<FactoryContext> CreateTogetherAsync(List<PayloadRecord> batch, PlannedCreation plan, FactoryContext context)
    {
        var inputs = batch.ConvertAll(record => RecordValidation.InputOf(record, plan.Writer));
        try
        {
            var created = await batch[0].Model.Factory.CreateManyAsync(inputs, context).ConfigureAwait(false);
            for (var i = 0; i < batch.Count; i++)
                Keep(batch[i], created[i]);
            return context;
        }
        catch (Exception exception) when (exception is not EnvironmentFactoryException && !context.CancellationToken.IsCancellationRequested)
        {
            // All or none: so none exists, and each on its own shows which one it was.
            log.BatchFailed(exception, batch[0].Model.Name, batch.Count);
            await scope.RenewAsync().ConfigureAwait(false);
            context = new(Refs, context.TestRunId, scope.Services, context.CancellationToken);
            foreach (var record in batch)
                await CreateOneAsync(record, plan, context).ConfigureAwait(false);
            return context;
        }
    }

    private async Task CreateOneAsync(PayloadRecord record, PlannedCreation plan, FactoryContext context)
    {
        var input = RecordValidation.InputOf(record, plan.Writer);
        record.Input = null;
        object? created;
        try
        {
            created = await record.Model.Factory.CreateAsync(input, context).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.CancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (EnvironmentFactoryException exception)
        {
            throw new EnvironmentFactoryException(exception.Code, $"{record}: {exception.Message}", exception);
        }
        catch (ValidationException exception)
        {
            var field = exception.ValidationResult.MemberNames.FirstOrDefault() ?? "";
            throw new EnvironmentFactoryException(ErrorCodes.InvalidBody, RecordValidation.Describe(record, new(field, exception.Message)), exception);
        }
        catch (Exception exception)
        {
            throw new EnvironmentFactoryException(ErrorCodes.InternalError, $"{record} could not be created: {Reason(exception)}", exception);
        }

        Keep(record, created);
    }

    // Layers above a database say that it refused, and leave why to the innermost exception: its first line, since what follows may hold values.
    private static string Reason(Exception exception)
    {
        if (exception.InnerException is null || !exception.Message.Contains("inner exception", StringComparison.OrdinalIgnoreCase))
            return exception.Message;
        var inner = exception.GetBaseException().Message.AsSpan().Trim();
        return inner.IndexOfAny('\r', '\n') is > 0 and var end ? inner[..end].ToString() : inner.ToString();
    }

    private void Keep(PayloadRecord record, object? created)
    {
        var json = created is null
            ? throw MissingKey(record, "nothing")
            : RecordJson.Of(record.Model.Factory, created, registry.Json.Records) ?? throw MissingKey(record, created.GetType().Name);
        record.Created = new(record.Model.Name, json, registry.Json.Records);
        Refs.Add(record.Created);
    }

    private static EnvironmentFactoryException MissingKey(PayloadRecord record, string what)
        => new(ErrorCodes.FactoryMissingPrimaryKey, $"{record}: the factory of {record.Model.Name} returned {what}, which has no id. Return the record with its Id, or the id itself; what it created is not known and stays.");
}
