namespace Autonoma.EnvironmentFactory;

/// <summary>Creates and removes the records of one model. Resolved from the services of each request; register it with <c>AddFactory</c>.</summary>
/// <typeparam name="TInput">What the caller sends. Its properties, nullability and data annotations are the schema.</typeparam>
/// <typeparam name="TRecord">What is remembered of a record: an object with an <c>Id</c>, or just the id. It must survive a trip through JSON.</typeparam>
public abstract class Factory<TInput, TRecord>
    where TInput : notnull
    where TRecord : notnull
{
    /// <summary>Creates a record by the app's own code. References to other records are ids by now.</summary>
    public abstract Task<TRecord> CreateAsync(TInput input, FactoryContext context, CancellationToken cancellationToken);

    /// <summary>
    /// Removes a record. Not overridden, the records of the model are left alone. It may be called again for a record that is gone already,
    /// which is no failure.
    /// </summary>
    public virtual Task TeardownAsync(TRecord record, FactoryContext context, CancellationToken cancellationToken) => Task.CompletedTask;
}
