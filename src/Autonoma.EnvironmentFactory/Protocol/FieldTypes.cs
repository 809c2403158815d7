namespace Autonoma.EnvironmentFactory.Protocol;

/// <summary>The types that a field has in <c>discover</c>.</summary>
public static class FieldTypes
{
    /// <summary>Text, and every enum that is written as text.</summary>
    public const string Text = "string";

    /// <summary>A whole number.</summary>
    public const string WholeNumber = "integer";

    /// <summary>Any number.</summary>
    public const string Number = "number";

    /// <summary>True or false.</summary>
    public const string Truth = "boolean";

    /// <summary>A point in time, ISO 8601.</summary>
    public const string Timestamp = "timestamp";

    /// <summary>A calendar date, <c>yyyy-MM-dd</c>.</summary>
    public const string Date = "date";

    /// <summary>A UUID.</summary>
    public const string Uuid = "uuid";

    /// <summary>A nested object or a list.</summary>
    public const string Json = "json";
}
