using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Autonoma.EnvironmentFactory.EntityFrameworkCore.Entities;

/// <summary>What a property is called in JSON: as it says itself, else by the naming policy of the app.</summary>
internal static class EntityNames
{
    public static string Of(IReadOnlyPropertyBase property, JsonSerializerOptions json)
        => property.PropertyInfo?.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? json.PropertyNamingPolicy?.ConvertName(property.Name) ?? property.Name;
}
