using System.Text.Json;
using Autonoma.EnvironmentFactory.Schema;

namespace Autonoma.EnvironmentFactory.Factories;

/// <summary>A model whose fields are the properties of an input type.</summary>
internal abstract class TypedModelFactory : ModelFactory
{
    private readonly InputReader _reader;
    private readonly InputSchema _schema;

    protected TypedModelFactory(string model, Type input, FactoryJson json)
        : base(model)
    {
        InputType = input;
        _schema = InputSchema.Of(input, json.Inputs);
        _reader = new(input, _schema, json.Inputs, json.Annotations);
    }

    public Type InputType { get; }

    public override IReadOnlyList<ModelField> Fields => _schema.Fields;

    public override bool TakesAnything => _schema.IsOpen;

    public override object? Read(ReadOnlySpan<byte> record, ICollection<FieldFault> faults) => _reader.Read(record, faults);
}
