using Autonoma.Planner.Artifacts.Text;

namespace Autonoma.Planner.Artifacts;

/// <summary>What <c>entity-audit.md</c> says: how each model comes into being. Written by step 2.</summary>
public sealed record EntityAudit
{
    /// <summary>Every model of the database.</summary>
    public required IReadOnlyList<AuditedModel> Models { get; init; }

    /// <summary>Markdown below the front matter: roots, the table of dependents, the call-out of duals.</summary>
    public string Body { get; init; } = "";

    /// <summary>How many models the code creates on their own.</summary>
    public int FactoryCount => Models.Count(model => model.IndependentlyCreated);

    /// <summary>A model by its exact name; null when there is none.</summary>
    public AuditedModel? Find(string name) => Models.FirstOrDefault(model => model.Name == name);

    /// <summary>The text of the file; both counts are counted.</summary>
    public string Write() => new FrontMatterText().Add("model_count", Models.Count).Add("factory_count", FactoryCount).AddEach("models", Models, Entry).End(Body);

    private static void Entry(FrontMatterText text, AuditedModel model)
    {
        text.Add("name", model.Name).Add("independently_created", model.IndependentlyCreated)
            .AddIfAny("creation_file", model.CreationFile).AddIfAny("creation_function", model.CreationFunction);
        if (model.IndependentlyCreated || model.SideEffects.Count > 0)
            text.Add("side_effects", model.SideEffects);
        if (model.NeedsExtraction)
            text.Add("needs_extraction", true);
        text.AddIfAny("extracted_to", model.ExtractedTo).AddIfAny("reason", model.Reason)
            .AddEach("created_by", model.CreatedBy, (entry, owner) => entry.Add("owner", owner.Owner).Add("via", owner.Via).Add("why", owner.Why));
    }
}

/// <summary>How one model comes into being.</summary>
public sealed record AuditedModel
{
    /// <summary>Name of the model in the code.</summary>
    public required string Name { get; init; }

    /// <summary>Whether the code has a function that creates it on its own.</summary>
    public required bool IndependentlyCreated { get; init; }

    /// <summary>File of that function, relative to the repository, forward slashes; needed when it is independently created.</summary>
    public string? CreationFile { get; init; }

    /// <summary>That function: <c>OrderService.Place</c>; needed when it is independently created.</summary>
    public string? CreationFunction { get; init; }

    /// <summary>What else the function does: hashes, slugs, sibling rows, mail ...</summary>
    public IReadOnlyList<string> SideEffects { get; init; } = [];

    /// <summary>Whose creation makes it along the way.</summary>
    public IReadOnlyList<CreatedBy> CreatedBy { get; init; } = [];

    /// <summary>Whether the only way is inline in a route or a framework's hook, so that it must be lifted out first.</summary>
    public bool NeedsExtraction { get; init; }

    /// <summary>Where it was lifted to; <see cref="CreationFile"/> stays as it was audited.</summary>
    public string? ExtractedTo { get; init; }

    /// <summary>Why it was judged so.</summary>
    public string? Reason { get; init; }

    /// <summary>Which of the four states it is in.</summary>
    public CreationState State => (IndependentlyCreated, CreatedBy.Count > 0) switch
    {
        (true, false) => CreationState.Root,
        (true, true) => CreationState.Dual,
        (false, true) => CreationState.Dependent,
        (false, false) => CreationState.Unreachable,
    };
}

/// <summary>An owner whose creation makes a model along the way.</summary>
/// <param name="Owner">Name of the owner's model.</param>
/// <param name="Via">Function that does it: <c>OrderService.Place</c>.</param>
/// <param name="Why">Why it does so, in a sentence that a planner of scenarios can use.</param>
public sealed record CreatedBy(string Owner, string Via, string Why);

/// <summary>The four states of a model.</summary>
public enum CreationState
{
    /// <summary>Created on its own only.</summary>
    Root,
    /// <summary>Created on its own and by owners.</summary>
    Dual,
    /// <summary>Created by owners only.</summary>
    Dependent,
    /// <summary>Created by nobody: an owner was missed, or the model is never used. Not valid.</summary>
    Unreachable,
}
