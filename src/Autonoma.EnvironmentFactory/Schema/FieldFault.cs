namespace Autonoma.EnvironmentFactory.Schema;

/// <summary>Something wrong with a record.</summary>
/// <param name="Field">The field, dotted where it is nested; empty if it is the record as a whole.</param>
/// <param name="Message">What is wrong.</param>
public sealed record FieldFault(string Field, string Message)
{
    /// <summary>The outermost field.</summary>
    public string RootField => Field.Split('.', '[')[0];
}
