using Autonoma.Planner.Designing.Values;

namespace Autonoma.Planner.Designing;

/// <summary>Which fields of a model a scenario gives values to. What the application itself makes is left to it.</summary>
internal static class FieldChoice
{
    /// <summary>The fields, in the order of the model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="links">Its links: their fields are references, and not chosen here.</param>
    /// <param name="isMinimal">Only what a record cannot be without.</param>
    public static IEnumerable<StoredField> Of(StoredModel model, IReadOnlyList<ModelLink> links, bool isMinimal)
        => model.Fields.Where(field => !links.Any(link => link.Field.Equals(field.Name, StringComparison.OrdinalIgnoreCase)) && IsChosen(model, field, isMinimal));

    private static bool IsChosen(StoredModel model, StoredField field, bool isMinimal)
    {
        var words = NameWords.Of(field.Name);
        if (field.IsId)
            return field.Type is "string" && !field.HasDefault && words is not ["id"] && !words.Contains("id", StringComparer.Ordinal);
        if (ValueInventor.IsOfTheSystem(model, field) || !ValueInventor.Knows(model, field) || IsOfTheSystem(words))
            return false;
        // A key that leads to a model that is not known cannot be made up.
        if (words.Count > 1 && words[^1] is "id" or "key" or "guid" or "uuid")
            return false;
        if (field.Name.Contains('.', StringComparison.Ordinal) && HasBlobBeside(model, field))
            return false;
        var meaning = MeaningOf.Field(model, field);
        if (meaning is FieldMeaning.Slug && model.MakesSlug)
            return false;
        var isText = field.Type.TrimEnd('?') is "string" or "text" or "unknown";
        if (field.IsRequired && !field.HasDefault)
            return !isMinimal || meaning is not FieldMeaning.Flag;
        if (isMinimal)
            return isText && meaning is FieldMeaning.Email or FieldMeaning.UserName or FieldMeaning.FullName or FieldMeaning.Company or FieldMeaning.Title or FieldMeaning.Password;
        return meaning is FieldMeaning.Word || (isText && meaning is not (FieldMeaning.Sentence or FieldMeaning.Unknown or FieldMeaning.Url or FieldMeaning.Picture or FieldMeaning.Code or FieldMeaning.Iban));
    }

    // Set by the code or the framework whenever it happens.
    private static bool IsOfTheSystem(IReadOnlyList<string> words)
        => words.Any(word => word is "created" or "updated" or "modified" or "deleted" or "normalized" or "concurrency" or "lockout" or "failed" or "version" or "stamp" or "revision" or "rowversion" or "factor") || words is ["email", "confirmed"] or ["phone", "number", "confirmed"];

    private static bool HasBlobBeside(StoredModel model, StoredField field)
    {
        var part = field.Name[..(field.Name.LastIndexOf('.') + 1)];
        return model.Fields.Any(other => other.Name.StartsWith(part, StringComparison.Ordinal) && other.Type is "bytes" or "byte[]");
    }
}
