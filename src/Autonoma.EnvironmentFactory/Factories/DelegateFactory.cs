namespace Autonoma.EnvironmentFactory.Factories;

/// <summary>A model that two lambdas create and remove.</summary>
internal sealed class DelegateFactory : TypedModelFactory
{
    private readonly ServiceCall<FactoryContext> _create;
    private readonly ServiceCall<FactoryContext>? _teardown;

    public DelegateFactory(string model, Type input, Delegate create, Delegate? teardown, FactoryJson json)
        : base(model, input, json)
    {
        _create = ServiceCall<FactoryContext>.Compile(create, $"create of {model}", context => context.Services, context => context.CancellationToken);
        if (_create.Subject != input)
            throw new InvalidOperationException($"create of {model}: its first parameter must be the input, {input.Name}, and is {_create.Subject.Name}.");
        if (_create.Result is null)
            throw new InvalidOperationException($"create of {model} returns nothing: it must return the record, or at least its id.");
        if (teardown is not null)
            _teardown = ServiceCall<FactoryContext>.Compile(teardown, $"teardown of {model}", context => context.Services, context => context.CancellationToken);
    }

    public override bool HasTeardown => _teardown is not null;

    public override ValueTask<object?> CreateAsync(object input, FactoryContext context) => _create.InvokeAsync(input, context);

    public override async ValueTask TeardownAsync(CreatedRecord record, FactoryContext context)
    {
        if (_teardown is not null)
            await _teardown.InvokeAsync(record.As(_teardown.Subject)!, context).ConfigureAwait(false);
    }
}
