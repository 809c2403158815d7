using Autonoma.Planner.Validation.Rules;
using Autonoma.Scenarios.Recipes;

namespace Autonoma.Planner.Gates;

/// <summary>Rules about when a file may be written and which may be believed; no file breaks them by what it says alone.</summary>
internal static class GateRules
{
    public static readonly RuleGroup Group = new("Gates", "");

    public static readonly Rule Order = Error("GT001", "A file of a step is written once the step before is done and acknowledged.");

    public static readonly Rule Unsealed = Error("GT002", "Sentinels and acknowledgements are written by the pipeline: one that was touched into being, or that a program wrote, is not believed.");

    public static readonly Rule Foreign = Error("GT003", "A seal was made for this plan, with this key: one that was copied from another project, or made by hand, is not believed.");

    public static readonly Rule Stale = Error("GT004", "What a sentinel attests has not changed since.");

    public static readonly Rule SnapshotMissing = Error("GT005", "Once step 2 is acknowledged, the snapshot of the audit (`.entity-audit-step2.md`) is there.");

    public static readonly Rule SnapshotEdited = Error("GT006", "The snapshot of the audit is never written again.");

    public static readonly Rule CreationFile = Error("GT007", "`creation_file` of an independently created model stays what the snapshot says; where the code was lifted to is said by `extracted_to`.");

    public static readonly Rule FlipCap = Error("GT008", "At most `AUTONOMA_AUDIT_FLIP_CAP` (5) models of the snapshot may be found not to be independently created after all.");

    public static readonly Rule Removed = Warning("GT009", "A model of the snapshot is still in the audit; one that was removed is named, and does not count as flipped.");

    public static readonly Rule TestsLocked = Error("GT010", "Tests, their folders' briefs and the index are written once the lifecycle of the scenarios is proven.");

    public static readonly Rule NotProven = Error("GT011", "`.endpoint-validated` is written once `.scenario-validation.json` says that the preflight passed and every scenario was made and removed.");

    public static readonly Rule ProofByHand = Error("GT012", "`.scenario-validation.json` is written by whoever made and removed the scenarios: `autonoma plan`, or `autonoma env validate`. A proof that was written by hand proves nothing.");

    public static readonly Rule Link = Error("GT013", "A file of a plan is a file, not a link to one that can be exchanged elsewhere.");

    public static readonly Rule Reserved = Error("GT014", "The pipeline's own state (`.seals/`, `.refused/`, `.step-N-started`, `.step-N-completed`, `.pipeline-complete`, `.reported.json`) is written by the pipeline only.");

    public static readonly Rule Missing = Error("GT015", "A step is done when every file that it owes is there.");

    public static readonly Rule Undeclared = Error("GT016", "A step writes the files of its own, and no others.");

    public static readonly Rule NoHandler = Error("GT017", "The handler that `.endpoint-implemented` names is a file of the repository.");

    public static Problem Problem(Rule rule, string file, string message, string? fix = null) => new(rule.Code, rule.Severity, "", message, fix) { File = file };

    private static Rule Error(string code, string demand) => Group.Error(code, demand);

    private static Rule Warning(string code, string demand) => Group.Warning(code, demand);
}
