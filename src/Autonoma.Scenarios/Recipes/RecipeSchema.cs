namespace Autonoma.Scenarios.Recipes;

/// <summary>The JSON Schema of recipe files, for editors and other tools.</summary>
public static class RecipeSchema
{
    /// <summary>The schema as text.</summary>
    public static string Text { get; } = Load();

    private static string Load()
    {
        using var stream = typeof(RecipeSchema).Assembly.GetManifestResourceStream("scenario-recipes.schema.json")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
