using System.Collections;
using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Autonoma.EnvironmentFactory.Schema;

/// <summary>
/// Checks data annotations, also those on the parameters of a positional record and on nested objects, and names fields as they stand in
/// JSON: both are beyond the validator of the framework.
/// </summary>
public sealed class InputAnnotations(JsonSerializerOptions json)
{
    private readonly ConcurrentDictionary<Type, Plan> _plans = new();

    /// <summary>Adds what is wrong with an object to the faults.</summary>
    public void Check(object value, ICollection<FieldFault> faults)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(faults);
        Check(value, "", faults, depth: 0);
    }

    private void Check(object value, string path, ICollection<FieldFault> faults, int depth)
    {
        // Deeper than any JSON we read: an object that holds itself.
        if (depth > 64)
            return;
        var plan = _plans.GetOrAdd(value.GetType(), PlanFor);
        if (plan.IsEmpty)
            return;
        foreach (var member in plan.Members)
        {
            var inner = member.Get(value);
            var name = path.Length == 0 ? member.Name : $"{path}.{member.Name}";
            foreach (var attribute in member.Attributes)
            {
                var context = new ValidationContext(value) { MemberName = member.ClrName, DisplayName = member.Name };
                if (attribute.GetValidationResult(inner, context) is { } result)
                    faults.Add(new(name, result.ErrorMessage ?? "is not valid"));
            }

            if (inner is not null && member.IsNested)
                CheckNested(inner, name, faults, depth);
        }

        CheckWhole(value, path, plan, faults);
    }

    private void CheckNested(object inner, string name, ICollection<FieldFault> faults, int depth)
    {
        if (inner is IDictionary or JsonElement or System.Text.Json.Nodes.JsonNode)
            return;
        if (inner is not IEnumerable items)
        {
            Check(inner, name, faults, depth + 1);
            return;
        }

        var index = 0;
        foreach (var item in items)
        {
            if (item is not null)
                Check(item, $"{name}[{index}]", faults, depth + 1);
            index++;
        }
    }

    private static void CheckWhole(object value, string path, Plan plan, ICollection<FieldFault> faults)
    {
        foreach (var attribute in plan.Attributes)
        {
            if (attribute.GetValidationResult(value, new ValidationContext(value)) is { } result)
                faults.Add(new(path, result.ErrorMessage ?? "is not valid"));
        }

        if (value is not IValidatableObject validatable)
            return;
        foreach (var result in validatable.Validate(new ValidationContext(value)))
        {
            var member = result.MemberNames.FirstOrDefault();
            var name = plan.Members.FirstOrDefault(candidate => candidate.ClrName == member)?.Name ?? member ?? "";
            faults.Add(new(path.Length == 0 ? name : name.Length == 0 ? path : $"{path}.{name}", result.ErrorMessage ?? "is not valid"));
        }
    }

    private Plan PlanFor(Type type)
    {
        if (!json.TryGetTypeInfo(type, out var info) || info.Kind != JsonTypeInfoKind.Object)
            return new([], [], false);
        var members = new List<Member>();
        foreach (var property in info.Properties)
        {
            if (property.Get is not { } get)
                continue;
            var attributes = (property.AttributeProvider?.GetCustomAttributes(typeof(ValidationAttribute), inherit: true) ?? [])
                .Concat(InputSchema.ParameterOf(info, property)?.GetCustomAttributes(typeof(ValidationAttribute), inherit: true) ?? [])
                .Cast<ValidationAttribute>().ToArray();
            var isNested = FieldTypeOf.Type(property.PropertyType, json) == Protocol.FieldTypes.Json && property.PropertyType != typeof(object);
            if (attributes.Length > 0 || isNested)
                members.Add(new(property.Name, (property.AttributeProvider as System.Reflection.MemberInfo)?.Name ?? property.Name, get, attributes, isNested));
        }

        return new(members, [.. type.GetCustomAttributes(typeof(ValidationAttribute), inherit: true).Cast<ValidationAttribute>()], typeof(IValidatableObject).IsAssignableFrom(type));
    }

    private sealed record Member(string Name, string ClrName, Func<object, object?> Get, ValidationAttribute[] Attributes, bool IsNested);

    private sealed record Plan(IReadOnlyList<Member> Members, IReadOnlyList<ValidationAttribute> Attributes, bool ValidatesItself)
    {
        public bool IsEmpty => Members.Count == 0 && Attributes.Count == 0 && !ValidatesItself;
    }
}
