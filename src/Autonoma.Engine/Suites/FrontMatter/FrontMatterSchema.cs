namespace Autonoma.Engine.Suites.FrontMatter;

/// <summary>The JSON Schema of the front matter (draft 2020-12), as shipped.</summary>
public static class FrontMatterSchema
{
    /// <summary>The schema's text.</summary>
    public static string Text
    {
        get
        {
            using var stream = typeof(FrontMatterSchema).Assembly.GetManifestResourceStream("test-file.schema.json")
                ?? throw new InvalidOperationException("The schema is not in the assembly.");
            using var reader = new StreamReader(stream);
            return reader.ReadToEnd();
        }
    }
}
