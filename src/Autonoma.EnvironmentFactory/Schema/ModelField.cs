using Autonoma.EnvironmentFactory.Protocol;

namespace Autonoma.EnvironmentFactory.Schema;

/// <summary>A field that a factory takes.</summary>
/// <param name="Name">Its name in JSON.</param>
/// <param name="Type">One of <see cref="FieldTypes"/>.</param>
/// <param name="IsRequired">Must be sent.</param>
/// <param name="HasDefault">Gets a value of its own when it is not sent.</param>
/// <param name="AllowsNull">May be sent as null.</param>
/// <param name="ValueType">The .NET type of its value.</param>
public sealed record ModelField(string Name, string Type, bool IsRequired, bool HasDefault, bool AllowsNull, Type ValueType);
