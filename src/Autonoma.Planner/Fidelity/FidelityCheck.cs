using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Autonoma.Planner.Folders;
using Autonoma.Planner.Gates;
using Autonoma.Planner.Pipeline.State;
using Autonoma.Scenarios.Recipes;

namespace Autonoma.Planner.Fidelity;

/// <summary>
/// Whether each factory makes its records as the app does, by four criteria: as far as reading the code decides them, and for the rest by a judge for each model, where models
/// may be asked. What was judged, skipped and failed is written down, model by model.
/// </summary>
/// <param name="reader">Reads the code of factories.</param>
/// <param name="judge">Judges; null when no model may be asked.</param>
/// <param name="disk">Writes.</param>
public sealed class FidelityCheck(IFactoryReader reader, FidelityJudge? judge, DurableFiles? disk = null)
{
    /// <summary>The file within the plan that says what was judged.</summary>
    public const string FileName = ".fidelity.json";

    private static readonly JsonSerializerOptions Format = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly DurableFiles _disk = disk ?? new();

    /// <summary>Judges every factory and writes down what came of it.</summary>
    /// <param name="folder">The plan.</param>
    /// <param name="handler">Full path of the handler.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Errors for what fails, warnings for what could not be told.</returns>
    public async Task<IReadOnlyList<Problem>> RunAsync(PlanFolder folder, string handler, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentException.ThrowIfNullOrEmpty(handler);
        var evidence = reader.Read(folder, handler);
        IReadOnlyList<ModelFidelity> models = judge is null ? [.. evidence.Select(one => ModelFidelity.Of(one, JudgeState.Skipped, one.NotJudged ?? "no model is configured, or none may be asked"))]
            : await judge.JudgeAsync(evidence, cancellationToken).ConfigureAwait(false);
        _disk.Write(Path.Combine(folder.Root, FileName), Encoding.UTF8.GetBytes(Write(models)));
        return [.. models.SelectMany(model => Problems(model, handler))];
    }

    private static IEnumerable<Problem> Problems(ModelFidelity model, string handler)
    {
        foreach (var finding in model.Findings.Where(finding => finding.Status == FidelityStatus.Fail))
            yield return GateRules.Problem(GateRules.NotFaithful, handler, $"{model.Model}: {Name(finding.Criterion)}: {finding.Reason}", model.FixHint.Length > 0 ? model.FixHint : null);
        if (model.Verdict == FidelityStatus.Error)
            yield return GateRules.Problem(GateRules.FidelityUnknown, handler, $"{model.Model}: {string.Join(" ", model.Findings.Where(finding => finding.Status == FidelityStatus.Error).Select(finding => $"{Name(finding.Criterion)}: {finding.Reason}"))}{(model.Judge == JudgeState.Judged ? "" : $" No judge decided it: {model.Reason}.")}");
    }

    private static string Write(IReadOnlyList<ModelFidelity> models)
    {
        var node = new JsonObject
        {
            ["models"] = new JsonArray([.. models.Select(model =>
            {
                var judge = new JsonObject { ["state"] = Word(model.Judge) };
                if (model.Reason.Length > 0)
                    judge["reason"] = model.Reason;
                if (model.ByJudge.Count > 0)
                    judge["criteria"] = Criteria(model.ByJudge);
                if (model.FixHint.Length > 0)
                    judge["fixHint"] = model.FixHint;
                return (JsonNode)new JsonObject { ["model"] = model.Model, ["verdict"] = model.Findings.Count == 0 ? null : Word(model.Verdict), ["symbols"] = Criteria(model.BySymbols), ["judge"] = judge };
            })]),
        };
        return node.ToJsonString(Format) + "\n";
    }

    private static JsonArray Criteria(IEnumerable<FidelityFinding> findings)
        => new([.. findings.Select(finding => (JsonNode)new JsonObject { ["id"] = (int)finding.Criterion, ["status"] = Word(finding.Status), ["reason"] = finding.Reason })]);

    private static string Word<T>(T value) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static string Name(FidelityCriterion criterion) => criterion switch
    {
        FidelityCriterion.CreationPath => "creation path",
        FidelityCriterion.SideEffects => "side effects",
        FidelityCriterion.CreationFile => "creation file",
        FidelityCriterion.Helpers => "helpers",
        _ => throw new InvalidOperationException($"No name for {criterion}."),
    };
}
