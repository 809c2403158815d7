using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Autonoma.EnvironmentFactory.Schema;

/// <summary>The fields of an input type, as the JSON options of the app name them.</summary>
internal sealed class InputSchema
{
    private InputSchema(IReadOnlyList<ModelField> fields, bool isOpen)
    {
        Fields = fields;
        IsOpen = isOpen;
    }

    public IReadOnlyList<ModelField> Fields { get; }

    /// <summary>Takes whatever is sent: a dictionary, JSON, or a type with extension data.</summary>
    public bool IsOpen { get; }

    public static InputSchema Of(Type type, JsonSerializerOptions json)
    {
        if (type == typeof(JsonElement) || type == typeof(JsonDocument) || typeof(JsonNode).IsAssignableFrom(type))
            return new([], isOpen: true);
        var info = json.GetTypeInfo(type);
        return info.Kind switch
        {
            JsonTypeInfoKind.Dictionary => new([], isOpen: true),
            JsonTypeInfoKind.Object => new([.. info.Properties.Where(IsInput).Select(property => FieldOf(property, info, json))], info.Properties.Any(property => property.IsExtensionData)),
            _ => throw new InvalidOperationException($"{type.Name} cannot be the input of a factory: it is not an object in JSON."),
        };
    }

    internal static ParameterInfo? ParameterOf(JsonTypeInfo info, JsonPropertyInfo property)
    {
        var name = (property.AttributeProvider as MemberInfo)?.Name;
        if (name is null)
            return null;
        var constructors = info.Type.GetConstructors();
        var constructor = constructors.FirstOrDefault(candidate => candidate.IsDefined(typeof(System.Text.Json.Serialization.JsonConstructorAttribute)))
            ?? (info.CreateObject is null && constructors.Length > 0 ? constructors.MaxBy(candidate => candidate.GetParameters().Length) : null);
        return constructor?.GetParameters().FirstOrDefault(parameter => string.Equals(parameter.Name, name, StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsInput(JsonPropertyInfo property) => !property.IsExtensionData && (property.Set is not null || (property.Get is not null && IsConstructorOnly(property)));

    private static bool IsConstructorOnly(JsonPropertyInfo property)
        => property.AttributeProvider is PropertyInfo { CanWrite: false, DeclaringType: { } type } own
            && type.GetConstructors().Any(constructor => constructor.GetParameters().Any(parameter => string.Equals(parameter.Name, own.Name, StringComparison.OrdinalIgnoreCase)));

    private static ModelField FieldOf(JsonPropertyInfo property, JsonTypeInfo owner, JsonSerializerOptions json)
    {
        var parameter = ParameterOf(owner, property);
        var member = property.AttributeProvider as MemberInfo;
        var isAnnotated = property.AttributeProvider?.IsDefined(typeof(RequiredAttribute), inherit: true) == true || parameter?.IsDefined(typeof(RequiredAttribute), inherit: true) == true;
        var (isOptional, hasDefault) = parameter is not null
            ? (parameter.HasDefaultValue || CanBeNull(parameter), parameter.HasDefaultValue && parameter.DefaultValue is not null)
            : Unset(property, member, owner);
        var isRequired = isAnnotated || property.IsRequired || !isOptional;
        var allowsNull = !isAnnotated && (parameter is not null ? CanBeNull(parameter) : CanBeNull(member));
        return new(property.Name, FieldTypeOf.Type(property.PropertyType, json), isRequired, hasDefault && !isRequired, allowsNull, property.PropertyType);
    }

    // What a property holds when nobody sets it is what the type itself says.
    private static (bool IsOptional, bool HasDefault) Unset(JsonPropertyInfo property, MemberInfo? member, JsonTypeInfo owner)
    {
        if (property.PropertyType.IsValueType && Nullable.GetUnderlyingType(property.PropertyType) is null)
            return (true, true);
        object? value = null;
        if (property.Get is { } get && owner.Type.GetConstructor(System.Type.EmptyTypes) is not null && !owner.Type.IsAbstract)
            value = get(Activator.CreateInstance(owner.Type)!);
        return value is not null ? (true, true) : (CanBeNull(member), false);
    }

    private static bool CanBeNull(ParameterInfo parameter)
        => Nullable.GetUnderlyingType(parameter.ParameterType) is not null || (!parameter.ParameterType.IsValueType && new NullabilityInfoContext().Create(parameter).WriteState != NullabilityState.NotNull);

    // A property without a setter has no write state; what it gives back says the same.
    private static NullabilityState StateOf(PropertyInfo property)
    {
        var nullability = new NullabilityInfoContext().Create(property);
        return property.CanWrite ? nullability.WriteState : nullability.ReadState;
    }

    private static bool CanBeNull(MemberInfo? member) => member switch
    {
        PropertyInfo property => Nullable.GetUnderlyingType(property.PropertyType) is not null || (!property.PropertyType.IsValueType && StateOf(property) != NullabilityState.NotNull),
        FieldInfo field => Nullable.GetUnderlyingType(field.FieldType) is not null || (!field.FieldType.IsValueType && new NullabilityInfoContext().Create(field).WriteState != NullabilityState.NotNull),
        _ => true,
    };
}
