using Autonoma.Planner.CodeAnalysis.Projects;
using Autonoma.Planner.CodeAnalysis.Results;

namespace Autonoma.Planner.CodeAnalysis.Schemas;

/// <summary>Models of other languages, as their schema files tell them. Who creates them needs a reading of the code, which is not done here.</summary>
internal sealed class SchemaReader(SourceFolder folder)
{
    public List<SchemaModel> Read()
    {
        var found = new List<SchemaModel>();
        found.AddRange(Each([".prisma"], _ => true, PrismaSchema.Read));
        found.AddRange(Each([".ts", ".js"], t => t.Contains("drizzle-orm", StringComparison.Ordinal), DrizzleSchema.Read));
        found.AddRange(Each([".ts"], t => t.Contains("@Entity", StringComparison.Ordinal), DecoratedEntities.TypeOrm));
        found.AddRange(Each([".java", ".kt"], t => t.Contains("@Entity", StringComparison.Ordinal), DecoratedEntities.Jpa));
        found.AddRange(Each([".py"], t => t.Contains("sqlalchemy", StringComparison.Ordinal) || t.Contains("db.Model", StringComparison.Ordinal), PythonModels.SqlAlchemy));
        found.AddRange(Each([".py"], t => t.Contains("models.Model", StringComparison.Ordinal) || t.Contains("AbstractUser", StringComparison.Ordinal), PythonModels.Django));
        found.AddRange(Each([".rb"], t => t.Contains("ActiveRecord::Schema", StringComparison.Ordinal), RailsSchema.Read));
        found.AddRange(Each([".ex"], t => t.Contains("use Ecto.Schema", StringComparison.Ordinal), EctoSchema.Read));
        return [.. found.GroupBy(m => m.Name).Select(g => g.First()).OrderBy(m => m.Name, StringComparer.Ordinal)];
    }

    private IEnumerable<SchemaModel> Each(string[] endings, Func<string, bool> concerns, Func<string, string, IEnumerable<SchemaModel>> read)
    {
        foreach (var file in folder.Files(endings).Order(StringComparer.Ordinal).Where(f => !f.Contains("migrations", StringComparison.OrdinalIgnoreCase)))
        {
            var text = File.ReadAllText(file);
            if (!concerns(text))
                continue;
            foreach (var model in read(text, folder.Relative(file)))
                yield return model;
        }
    }

    public static SourcePlace Place(string file, string text, int index) => new(file, Pages.PageReader.Line(text, index));

    /// <summary>The text between a bracket and its partner.</summary>
    public static string Inside(string text, int open)
    {
        var (opening, closing) = text[open] switch { '{' => ('{', '}'), '(' => ('(', ')'), _ => ('[', ']') };
        var depth = 0;
        for (var i = open; i < text.Length; i++)
        {
            if (text[i] == opening)
                depth++;
            else if (text[i] == closing && --depth == 0)
                return text[(open + 1)..i];
        }

        return text[(open + 1)..];
    }
}
