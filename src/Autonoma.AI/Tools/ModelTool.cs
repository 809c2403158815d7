using System.Text.Json;
using Autonoma.AI.Generation;
using Microsoft.Extensions.AI;

namespace Autonoma.AI.Tools;

/// <summary>Tools that are offered to a model and carried out by whoever reads its answer.</summary>
public static class ModelTool
{
    /// <summary>A tool with a schema.</summary>
    /// <param name="name">Letters, digits, <c>_</c> and <c>-</c>; at most 64.</param>
    /// <param name="description">What it does and when to use it.</param>
    /// <param name="schema">JSON Schema of its arguments, an object.</param>
    /// <exception cref="ArgumentException">A provider would refuse the name, or the schema is of no object.</exception>
    public static AIFunctionDeclaration Declare(string name, string description, JsonElement schema)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(description);
        if (name is not { Length: > 0 and <= 64 } || name.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('_' or '-')))
            throw new ArgumentException($"'{name}' is no name of a tool: letters, digits, _ and -, at most 64.", nameof(name));
        if (schema.ValueKind != JsonValueKind.Object || !schema.TryGetProperty("type", out var type) || type.ValueKind != JsonValueKind.String || type.GetString() != "object")
            throw new ArgumentException($"The arguments of '{name}' must be an object.", nameof(schema));
        return AIFunctionFactory.CreateDeclaration(name, description, schema);
    }

    /// <summary>A tool whose arguments are a C# type: its properties, their <c>[Description]</c>, what is required.</summary>
    /// <typeparam name="T">The arguments; read them with <see cref="ToolCall.ArgumentsAs{T}"/> and <see cref="ObjectSchema.Serializer"/>.</typeparam>
    public static AIFunctionDeclaration Declare<T>(string name, string description) => Declare(name, description, ObjectSchema.Of<T>());
}
