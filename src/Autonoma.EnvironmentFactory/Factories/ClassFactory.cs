using Microsoft.Extensions.DependencyInjection;

namespace Autonoma.EnvironmentFactory.Factories;

/// <summary>A model that a <see cref="Factory{TInput, TRecord}"/> from the services of the request creates and removes.</summary>
internal sealed class ClassFactory<TFactory, TInput, TRecord>(string model, FactoryJson json) : TypedModelFactory(model, typeof(TInput), json)
    where TFactory : Factory<TInput, TRecord>
    where TInput : notnull
    where TRecord : notnull
{
    public override bool HasTeardown { get; } = typeof(TFactory).GetMethod(nameof(Factory<TInput, TRecord>.TeardownAsync), [typeof(TRecord), typeof(FactoryContext), typeof(CancellationToken)])!.DeclaringType != typeof(Factory<TInput, TRecord>);

    public override async ValueTask<object?> CreateAsync(object input, FactoryContext context)
        => await Resolve(context).CreateAsync((TInput)input, context, context.CancellationToken).ConfigureAwait(false);

    public override async ValueTask TeardownAsync(CreatedRecord record, FactoryContext context)
        => await Resolve(context).TeardownAsync(record.As<TRecord>(), context, context.CancellationToken).ConfigureAwait(false);

    private static TFactory Resolve(FactoryContext context) => context.Services.GetRequiredService<TFactory>();
}
