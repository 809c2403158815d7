using Autonoma.Planner.Artifacts;
using Autonoma.Scenarios.Recipes;

namespace Autonoma.Planner.Gates;

/// <summary>Holds an audit against its snapshot: what was approved at step 2 is what factories are judged by.</summary>
public static class AuditHistory
{
    /// <summary>Flips that are allowed when nobody says otherwise.</summary>
    public const int DefaultFlipCap = 5;

    /// <summary>Environment variable that says otherwise.</summary>
    public const string FlipCapVariable = "AUTONOMA_AUDIT_FLIP_CAP";

    private const int MostNamed = 40;

    /// <summary>What is wrong with an audit in the light of its snapshot.</summary>
    /// <param name="snapshot">As it was acknowledged.</param>
    /// <param name="current">As it is to be.</param>
    /// <param name="file">File of the current one, for the problems.</param>
    /// <param name="flipCap">How many models may cease to be independently created.</param>
    public static IReadOnlyList<Problem> Compare(EntityAudit snapshot, EntityAudit current, string file, int flipCap)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(current);
        var problems = new List<Problem>();
        var independent = snapshot.Models.Where(model => model.IndependentlyCreated).ToList();
        var moved = independent.Where(model => IsMoved(model, current.Find(model.Name))).ToList();
        foreach (var model in moved.Take(MostNamed))
            problems.Add(GateRules.Problem(GateRules.CreationFile, file, $"{model.Name}: 'creation_file' was '{model.CreationFile}' when step 2 was acknowledged, and is now '{current.Find(model.Name)!.CreationFile}'.", $"Write '{model.CreationFile}' again, and 'extracted_to: {current.Find(model.Name)!.CreationFile}' beside it if that is where the code was lifted to.") with { Path = $"models.{model.Name}.creation_file" });
        if (moved.Count > MostNamed)
            problems.Add(GateRules.Problem(GateRules.CreationFile, file, $"The same goes for {moved.Count - MostNamed} more models."));

        var flipped = independent.Where(model => current.Find(model.Name) is { IndependentlyCreated: false }).Select(model => model.Name).ToList();
        if (flipped.Count > flipCap)
            problems.Add(GateRules.Problem(GateRules.FlipCap, file, $"{flipped.Count} models were independently created when step 2 was acknowledged and are not any more; {flipCap} may be: {Named(flipped)}.", $"Restore those that can be created on their own after all; if the audit was wrong about so many, a person raises {FlipCapVariable}, or does step 2 again: 'autonoma plan --from entity-audit'."));

        var removed = independent.Where(model => current.Find(model.Name) is null).Select(model => model.Name).ToList();
        if (removed.Count > 0)
            problems.Add(GateRules.Problem(GateRules.Removed, file, $"{removed.Count} independently created {(removed.Count == 1 ? "model" : "models")} of the snapshot {(removed.Count == 1 ? "is" : "are")} not in the audit any more: {Named(removed)}.", "Say so at the review."));
        return problems;
    }

    // An audit that says nothing about one of the two is the business of the audit's own rules.
    private static bool IsMoved(AuditedModel before, AuditedModel? now)
        => now is { IndependentlyCreated: true } && before.CreationFile?.Trim() is { Length: > 0 } was && now.CreationFile?.Trim() is { Length: > 0 } @is && was != @is;

    private static string Named(List<string> names) => string.Join(", ", names.Take(MostNamed)) + (names.Count > MostNamed ? $" and {names.Count - MostNamed} more" : "");
}
