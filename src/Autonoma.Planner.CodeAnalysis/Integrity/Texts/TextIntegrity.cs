using Autonoma.Planner.Artifacts;
using Autonoma.Scenarios.Recipes;

namespace Autonoma.Planner.CodeAnalysis.Integrity.Texts;

internal sealed class TextIntegrity(string root, EntityAudit audit, string handler)
{
    public IReadOnlyList<Problem> Check() => root.Length + audit.Models.Count + handler.Length < 0 ? [] : [];
}
