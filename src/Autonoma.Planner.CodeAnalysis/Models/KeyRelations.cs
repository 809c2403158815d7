using Autonoma.Planner.CodeAnalysis.Results;

namespace Autonoma.Planner.CodeAnalysis.Models;

/// <summary>Links that are only a key: <c>PatientId</c> of the type that <c>Patient</c>'s key has.</summary>
internal static class KeyRelations
{
    public static void Read(ModelCatalogue catalogue)
    {
        var byLength = catalogue.Models.OrderByDescending(m => m.Name.Length).ThenBy(m => m.Name, StringComparer.Ordinal).ToList();
        foreach (var model in catalogue.Models)
        {
            foreach (var field in model.Fields.ToList())
            {
                var stem = field.Name.EndsWith("Id", StringComparison.Ordinal) ? field.Name[..^2] : field.Name.EndsWith("_id", StringComparison.OrdinalIgnoreCase) ? field.Name[..^3] : "";
                if (stem.Length == 0 || catalogue.Relations.Any(r => r.Child == model.Name && r.Field == field.Name))
                    continue;
                stem = stem.Replace("_", "", StringComparison.Ordinal);
                var parent = byLength.FirstOrDefault(m => m.Name.Equals(stem, StringComparison.OrdinalIgnoreCase) && m != model)
                    ?? byLength.FirstOrDefault(m => stem.Length > m.Name.Length && stem.EndsWith(m.Name, StringComparison.Ordinal))
                    ?? byLength.FirstOrDefault(m => m.Table is not null && m != model && Projects.Names.ClassOf(m.Table).Equals(stem, StringComparison.OrdinalIgnoreCase));
                var key = parent is { Key.Count: 1 } ? parent.Field(parent.Key[0])?.Type : null;
                if (parent is null || key is null || (key != field.Type && field.Type is not "unknown" && field.Type != parent.Name + "Id"))
                    continue;
                catalogue.Relations.Add(new ModelRelation(model.Name, parent.Name, field.Name, "by-id", field.IsRequired, model.Source));
            }
        }
    }
}
