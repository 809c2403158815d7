using System.Globalization;
using Autonoma.Planner.Artifacts;
using Autonoma.Planner.Designing;
using Autonoma.Planner.Designing.Writing;
using Autonoma.Planner.Folders;
using Autonoma.Planner.Pipeline.Proving.Mending;
using Autonoma.Planner.Validation;
using Autonoma.Scenarios.Client;
using Autonoma.Scenarios.Lifecycle;
using Autonoma.Scenarios.Preflight;
using Autonoma.Scenarios.Recipes;

namespace Autonoma.Planner.Pipeline.Proving;

/// <summary>
/// Step 5 without a model: discover, preflight, up, a look, down for each scenario, at most five times. What the endpoint does not take of a scenario is mended in the
/// scenario, in the ways that are allowed, each edit logged; what is the endpoint's own fault ends it, with a message for whoever can mend that.
/// </summary>
/// <param name="schema">What the code of a repository stores; null when it cannot be read.</param>
public sealed class LifecycleStep(Func<string, CancellationToken, Task<DataSchema?>> schema) : IPlanStep
{
    /// <summary>How often it is tried.</summary>
    public const int MostIterations = 5;

    /// <summary>The section of scenarios.md that says what was edited.</summary>
    public const string EditsSection = "Edits of step 5";

    /// <inheritdoc/>
    public int Number => 5;

    /// <inheritdoc/>
    public string Means => "the scenarios' lifecycle at the running endpoint, without a model";

    /// <inheritdoc/>
    public async Task RunAsync(PlanStepContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Request.From != Number && File.Exists(context.Folder.Recipes) && !HasTables(context))
        {
            context.Say("The recipes are there already and are proven as they are: scenarios.md has no tables to make others from.");
            return;
        }

        var stored = await schema(context.Folder.Repository, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<Fault> before = [];
        for (var iteration = 1; iteration <= MostIterations; iteration++)
        {
            context.Say(string.Create(CultureInfo.InvariantCulture, $"Iteration {iteration} of at most {MostIterations}."));
            var facts = await DiscoverAsync(context, cancellationToken).ConfigureAwait(false);
            // Read from the disk each time: what was edited is what is sent.
            var (plan, designs) = Designs(context);
            var edits = new ScenarioEdits(designs);
            var matching = new EndpointMatching(facts, stored, plan.EntityTypes);
            matching.Apply(edits);
            if (matching.Undecided.Count > 0)
                throw new StepUnavailableException($"Step 5 (Validate): the scenarios do not hold all that the endpoint demands.\n{string.Join('\n', matching.Undecided.Select(sentence => $"- {sentence}"))}");
            plan = Keep(context, plan, edits);
            var recipes = Recipes(facts, plan, edits.Scenarios);
            var (proof, placement) = await context.ProveAsync(recipes, cancellationToken).ConfigureAwait(false);
            Tell(context, proof);
            if (proof.Passed)
            {
                if (!placement.IsAccepted)
                    throw new StepUnavailableException($"Step 5 (Validate): every scenario was made and removed, and the rules refuse the recipes all the same.\n{string.Join('\n', placement.Problems)}");
                return;
            }

            var faults = FaultReader.Read(proof, edits.Scenarios);
            if (faults.Where(fault => fault.Side == FaultSide.Handler).ToList() is { Count: > 0 } ofTheHandler)
                throw Failed(context, ofTheHandler, iteration, "It is the endpoint's fault, not the scenarios', and scenarios are not bent to hide it.");
            if (iteration == MostIterations)
                throw Failed(context, faults, iteration, $"That was the last of {MostIterations} iterations.");
            if (faults.All(fault => before.Any(fault.IsSame)))
                throw Failed(context, faults, iteration, "The same came back after the scenarios were mended, so mending them again helps nobody.");
            Mend(context, plan, faults, edits.Scenarios, facts, stored, iteration);
            before = faults;
        }
    }

    private static void Mend(PlanStepContext context, ScenarioPlan plan, IReadOnlyList<Fault> faults, IReadOnlyList<ScenarioDesign> designs, SchemaFacts facts, DataSchema? stored, int iteration)
    {
        var edits = new ScenarioEdits(designs);
        var values = ScenarioDesigner.Inventor(stored ?? new([.. plan.EntityTypes.Select(name => new StoredModel(name, []))], [], []));
        var mending = new ScenarioMending(facts, stored, values);
        // One cure serves all faults of a kind in a scenario; a second look for the same would find nothing left to do.
        var kinds = faults.DistinctBy(fault => fault.Cause == FaultCause.DanglingReference ? (fault.Scenario, fault.Cause, "", "") : (fault.Scenario, fault.Cause, fault.Model ?? "", fault.Field ?? ""));
        foreach (var clash in faults.Where(fault => fault.Cause == FaultCause.NotUnique).DistinctBy(fault => (fault.Scenario, fault.Model, fault.Field)))
            context.Say($"{clash.Scenario}: {clash.Model}{(clash.Field is { } field ? $".{field}" : "")} clashes with what another run has: a fault of the scenario, whose value is the same in every run.");
        if (kinds.Where(fault => !mending.Mend(fault, edits)).ToList() is { Count: > 0 } left)
            throw Failed(context, left, iteration, "There is no way to mend the scenarios that would leave them what they are meant to be.");
        Keep(context, plan, edits);
    }

    private static async Task<SchemaFacts> DiscoverAsync(PlanStepContext context, CancellationToken cancellationToken)
    {
        Discovery discovery;
        try
        {
            discovery = await context.DiscoverAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (EnvironmentException e)
        {
            throw new StepUnavailableException($"Step 5 (Validate): the app's Environment Factory does not say what it can create. {e.Message}");
        }

        if (discovery.Schema is not { } facts)
            throw new StepUnavailableException("Step 5 (Validate): this endpoint defines its scenarios itself (protocol 2.0), so there are no records to send. 'autonoma env check' makes and removes them; the recipes of this plan need an endpoint of protocol 1.0.");
        if (ArtifactReader.EntityAudit(context.Read(ArtifactKind.EntityAudit) ?? "").Value is { } audit && audit.Models.Where(model => facts.Model(model.Name) is null).ToList() is { Count: > 0 } missing)
        {
            var faults = missing.Select(model => new Fault(FaultSide.Handler, FaultCause.MissingFactory, "", $"'discover' does not list {model.Name}, which the audit knows{(model.CreationFunction is { } function ? $" (created by {function}, {model.CreationFile})" : "")}") { Model = model.Name }).ToList();
            throw Failed(context, faults, 1, "Every model of the audit has a factory.");
        }

        var placed = context.Write(ArtifactKind.Discover, DiscoverDocument.Write(discovery));
        return placed.IsAccepted ? facts : throw new StepUnavailableException($"Step 5 (Validate): what the endpoint answers to 'discover' breaks the rules.\n{string.Join('\n', placed.Problems)}");
    }

    private static bool HasTables(PlanStepContext context)
        => ArtifactReader.Scenarios(context.Read(ArtifactKind.Scenarios) ?? "").Value is { } plan && new ScenarioBody(plan.Body) is var body && plan.Scenarios.All(scenario => body.Records(scenario.Name, []).Count > 0);

    private static (ScenarioPlan Plan, List<ScenarioDesign> Designs) Designs(PlanStepContext context)
    {
        var plan = ArtifactReader.Scenarios(context.Read(ArtifactKind.Scenarios) ?? "").Value
            ?? throw new StepUnavailableException("Step 5 (Validate): 'autonoma/scenarios.md' cannot be read. 'autonoma validate autonoma/scenarios.md' says what is wrong.");
        var body = new ScenarioBody(plan.Body);
        var problems = new List<string>();
        var designs = plan.Scenarios.Select(scenario => new ScenarioDesign(scenario.Name, scenario.Description, body.Records(scenario.Name, problems))).ToList();
        foreach (var twice in designs.SelectMany(design => design.Records.GroupBy(record => record.Alias, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => $"Scenario {design.Name}: {group.Count()} records have the alias '{group.Key}'.")))
            problems.Add(twice);
        foreach (var nothing in designs.Where(design => design.Records.Count == 0))
            problems.Add($"Scenario {nothing.Name} has no tables of records. Under '## Scenario: {nothing.Name}', a table stands below a heading with its model ('### Order'), and its first column is '{RecordTable.AliasColumn}'.");
        return problems.Count == 0 ? (plan, designs) : throw new StepUnavailableException($"Step 5 (Validate): the records of 'autonoma/scenarios.md' cannot be read.\n{string.Join('\n', problems.Select(problem => $"- {problem}"))}");
    }

    // Only what was edited is written anew; the rest of the file is as whoever wrote it left it.
    private static ScenarioPlan Keep(PlanStepContext context, ScenarioPlan plan, ScenarioEdits edits)
    {
        if (!edits.Any)
            return plan;
        var body = new ScenarioBody(plan.Body);
        foreach (var dropped in plan.Scenarios.Where(scenario => edits.Scenarios.All(kept => kept.Name != scenario.Name)))
            body.Remove(dropped.Name);
        foreach (var scenario in edits.Scenarios)
            body.Replace(scenario.Name, scenario.Records);
        body.Section(EditsSection, string.Join('\n', body.ListOf(EditsSection).Concat(edits.Log).Distinct(StringComparer.Ordinal).Select(edit => $"- {edit}")));
        foreach (var edit in edits.Log)
            context.Say($"Edited scenarios.md: {edit}");
        var names = edits.Scenarios.Select(scenario => scenario.Name).ToList();
        var edited = plan with
        {
            Scenarios = [.. plan.Scenarios.Where(scenario => names.Contains(scenario.Name, StringComparer.Ordinal)).Select(scenario => Counted(scenario, edits.Scenarios.First(design => design.Name == scenario.Name)))],
            VariableFields = [.. VariablesOf(plan, edits.Scenarios)],
            Body = body.Text,
        };
        var placed = context.Write(ArtifactKind.Scenarios, edited.Write());
        return placed.IsAccepted ? edited : throw new StepUnavailableException($"Step 5 (Validate): the edited scenarios break the rules.\n{string.Join('\n', placed.Problems)}");
    }

    private static PlannedScenario Counted(PlannedScenario scenario, ScenarioDesign design) => scenario.EntityTypeNames is null
        ? scenario with { Description = design.Description, EntityTypeCount = design.Models.Count, TotalEntities = design.Records.Count }
        : scenario with { Description = design.Description, EntityTypeNames = design.Models, TotalEntities = design.Records.Count };

    // A field that varies has a variable; one that does not any more has none.
    private static IEnumerable<VariableField> VariablesOf(ScenarioPlan plan, IReadOnlyList<ScenarioDesign> scenarios)
    {
        var varying = scenarios.SelectMany(scenario => scenario.Records.SelectMany(record => record.Fields.Where(pair => pair.Value is System.Text.Json.Nodes.JsonValue value && value.TryGetValue<string>(out var text) && text.Contains(Designing.Values.ValueInventor.RunToken, StringComparison.Ordinal))
            .Select(pair => (scenario.Name, Entity: $"{record.Model}.{pair.Key}")))).Distinct().GroupBy(use => use.Entity, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Select(use => use.Name).ToList(), StringComparer.Ordinal);
        foreach (var field in plan.VariableFields.Where(field => varying.ContainsKey(field.Entity)))
            yield return field with { Scenarios = varying[field.Entity] };
        foreach (var (entity, names) in varying.Where(pair => plan.VariableFields.All(field => field.Entity != pair.Key)))
        {
            var dot = entity.IndexOf('.', StringComparison.Ordinal);
            var token = ScenarioWriter.TokenOf(entity[..dot], entity[(dot + 1)..]);
            yield return new() { Token = token, Entity = entity, Scenarios = names, Generator = "derived from the run's id", Reason = "The application takes no two records with the same value.", TestReference = $"({{{{{token}}}}} variable)" };
        }
    }

    private static string Recipes(SchemaFacts facts, ScenarioPlan plan, IReadOnlyList<ScenarioDesign> designs)
    {
        var maker = new RecipeMaker(facts, plan.VariableFields);
        return new RecipePlan(new("autonoma/discover.json", "autonoma/scenarios.md"), ValidationReport.Mode, [.. designs.Select(maker.Make)]).Write();
    }

    private static void Tell(PlanStepContext context, ScenarioProof proof)
    {
        foreach (var check in proof.Checks)
        {
            var took = check.UpMilliseconds is { } up ? string.Create(CultureInfo.InvariantCulture, $" in {up} ms, removed in {check.DownMilliseconds ?? 0} ms") : "";
            context.Say(check.Passed ? $"{check.Scenario}: made{took}" : $"{check.Scenario}: {string.Join(" ", check.Problems)}");
            if (check.Parts.FirstOrDefault(part => part.Name == "login") is { } login)
                context.Say($"login: {login.Outcome switch { CheckOutcome.Passed => "signed in", CheckOutcome.Failed => "not signed in", _ => "could not be told" }}. {login.Message}");
        }
    }

    private static StepUnavailableException Failed(PlanStepContext context, IReadOnlyList<Fault> faults, int iteration, string why)
    {
        var report = FaultReport.Of(context.Folder, faults, iteration, why);
        return new($"Step 5 (Validate) did not prove the scenarios.\n{report}");
    }
}
