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

    public static readonly Rule NoFactory = Error("GT018", "Every independently created model of the audit has a factory in the handler's registration.");

    public static readonly Rule NotReached = Error("GT019", "What a factory calls leads to the audited function (or to where that was lifted to), in code that is carried out, and for this model.");

    public static readonly Rule RawEntity = Error("GT020", "A factory, and what only factories use, writes no rows by the object-relational mapper: the app's own code does.");

    public static readonly Rule RawSql = Error("GT021", "A factory, and what only factories use, writes no rows by SQL.");

    public static readonly Rule RawDocument = Error("GT022", "A factory, and what only factories use, writes no documents.");

    public static readonly Rule NotFollowed = Error("GT023", "What a factory does can be followed: no reflection, no `dynamic`, no code made at run time, no other process.");

    public static readonly Rule Conditional = Error("GT024", "A factory is the same in every build: no `#if` in it.");

    public static readonly Rule NotMapped = Error("GT025", "The app's own start registers the factories and maps the handler.");

    public static readonly Rule OwnServer = Error("GT026", "The handler is part of the app: no server of its own, in its folder or beside the app.");

    public static readonly Rule AuditedGone = Error("GT027", "The audited function is in the code, in the file that the audit names.");

    public static readonly Rule NotExtracted = Error("GT028", "Code that must be lifted out has been: `extracted_to` names the function, it makes the model, and the place it was taken from calls it.");

    public static readonly Rule NotFaithful = Error("GT029", "A factory makes its record as the app does: by the app's creation path, with every side effect of the acknowledged audit, from the same file, and with no helper that writes rows.");

    public static readonly Rule FidelityUnknown = Warning("GT030", "Whether a factory is faithful is known: what reading the code leaves open, a judge decides.");

    public static Problem Problem(Rule rule, string file, string message, string? fix = null) => new(rule.Code, rule.Severity, "", message, fix) { File = file };

    private static Rule Error(string code, string demand) => Group.Error(code, demand);

    private static Rule Warning(string code, string demand) => Group.Warning(code, demand);
}
