using System.Text.Json;
using Autonoma.AI.Budgets;
using Autonoma.AI.Evaluating;
using Autonoma.AI.Failures;
using Autonoma.AI.Generation;
using Autonoma.AI.Providers.Configuration;
using Autonoma.AI.Registry;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Web;

namespace Autonoma.Accuracy.Models;

/// <summary>Scores a model on the cases of a corpus.</summary>
public static class ModelEvaluation
{
    /// <summary>All kinds of questions.</summary>
    public static IReadOnlyList<ModelKind> Kinds { get; } = [new AssertConditionKind(), new FreestyleClickKind(), new WaitForInstructionKind()];

    /// <summary>Runs one: 0 when it is done or there is no model, 2 when the input is wrong or the model cannot be asked.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, Func<string, string?> variable, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        try
        {
            var options = EvaluationOptions.Parse(arguments, variable);
            if (options.Model is null)
            {
                await error.WriteLineAsync("""
                    ==================================================================================
                    SKIPPED: no model is configured, so NOTHING WAS MEASURED and no result is written.
                    Name one with --model PROVIDER/MODEL or AUTONOMA_MODEL, and set its key.
                    ==================================================================================
                    """);
                return 0;
            }

            using var registry = new ModelRegistry(Configuration(options, variable).Options());
            var result = await EvaluateAsync(options, registry, output, cancellationToken);
            if (options.Json is { } json)
                await File.WriteAllTextAsync(json, result.ToJson(), cancellationToken);
            return 0;
        }
        catch (Exception e) when (e is UserInputException or ModelConfigurationException or UnknownModelException)
        {
            await error.WriteLineAsync(e.Message);
            return 2;
        }
    }

    private static ModelConfiguration Configuration(EvaluationOptions options, Func<string, string?> variable) => new(
        new()
        {
            Model = options.Model,
            Prices = options.Price is { } price ? new Dictionary<string, string> { [options.Model!] = price } : new(),
            Budgets = options.Budgets,
            SpendingFile = "", // no budget of a day is taken here
        },
        variable);

    private static async Task<EvaluationResult> EvaluateAsync(EvaluationOptions options, ModelRegistry registry, TextWriter output, CancellationToken cancellationToken)
    {
        var entry = registry.Models.First(model => model.Key == registry.DefaultModel);
        if (entry.Missing is { } missing)
            throw new UserInputException($"The model '{entry.Key}' cannot be asked: {missing}");
        if (!entry.Capabilities.Images)
            throw new UserInputException($"The model '{entry.Key}' reads text only, and every question here is about a picture.");
        var cases = options.Kinds.Select(kind => (Kind: kind, Entries: Entries(options, kind))).Where(kind => kind.Entries.Count > 0).ToList();
        if (cases.Count == 0)
            throw new UserInputException($"'{options.Corpus}' has no case for {string.Join(", ", options.Kinds.Select(kind => kind.Name))}{(options.Only is null ? "" : $" whose id holds '{options.Only}'")}.");

        await using var site = await LoopbackSite.StartAsync(Path.Combine(options.Corpus, "pages"));
        await using var browser = await WebBrowser.LaunchAsync(new BrowserOptions { ExecutablePath = options.BrowserPath }, cancellationToken);
        var session = new WebSessionOptions { ViewportWidth = options.Viewport.Width, ViewportHeight = options.Viewport.Height, Locale = options.Locale };
        var stage = new ModelStage(browser, session, site.BaseUrl, options.Wait);
        var kinds = new List<EvaluationKind>();
        foreach (var (kind, entries) in cases)
        {
            var asked = new List<EvaluationCase>();
            var skipped = new List<SkippedCase>();
            foreach (var one in entries)
                await AskAsync(kind, one, stage, registry, asked, skipped, cancellationToken);
            kinds.Add(new(kind.Name, asked, skipped));
            await PrintAsync(kinds[^1], output);
        }

        if (kinds.Sum(kind => kind.Total) == 0)
            throw new UserInputException($"No case could be put to '{entry.Key}', so nothing was measured. The first: {kinds[0].Skipped[0].Why}");
        return new(entry.Key, kinds);
    }

    private static List<JsonElement> Entries(EvaluationOptions options, ModelKind kind)
    {
        try
        {
            return [.. CorpusCases.Load(options.Corpus, kind.File).Where(entry => options.Only is null || Id(entry).Contains(options.Only, StringComparison.Ordinal)).Take(options.Limit ?? int.MaxValue)];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new UserInputException($"{Path.Combine(options.Corpus, kind.File)}: {e.Message}", e);
        }
    }

    private static string Id(JsonElement entry) => entry.GetProperty("id").GetString()!;

    private static async Task AskAsync(ModelKind kind, JsonElement entry, ModelStage stage, ModelRegistry registry, List<EvaluationCase> asked, List<SkippedCase> skipped, CancellationToken cancellationToken)
    {
        var id = Id(entry);
        var run = registry.BeginRun(id);
        CaseVerdict verdict;
        try
        {
            verdict = await kind.JudgeAsync(entry, stage, run.GetModelFor(kind.Name), cancellationToken);
        }
        catch (BudgetExceededException e)
        {
            throw new UserInputException($"Stopped at {kind.Name} {id}, and no result is written: {e.Message}", e);
        }
        catch (Exception e) when (FailureOf(e) is { Failure: ModelFailure.Unauthorized or ModelFailure.OutOfCredit or ModelFailure.BadRequest } failure)
        {
            // Every other case would end the same way.
            throw new UserInputException($"Stopped at {kind.Name} {id}, and no result is written: {failure.Message}", e);
        }
        catch (Exception e) when (FailureOf(e) is { IsOutage: true } failure)
        {
            skipped.Add(new(id, failure.Message));
            return;
        }
        catch (Exception e) when (e is ObjectGenerationFailedException || FailureOf(e) is { Failure: ModelFailure.BadReply or ModelFailure.Refused })
        {
            // No answer is never a right one, also where refusing would be: the model did not say that there is nothing.
            verdict = new(EvaluationMark.Refused, e.Message);
        }
        catch (Exception e) when (e is not (OutOfMemoryException or OperationCanceledException or UserInputException or UnknownModelException))
        {
            // The page or its setup, not the model.
            skipped.Add(new(id, $"{e.GetType().Name}: {e.Message}"));
            return;
        }

        var usage = run.Usage.Total;
        asked.Add(new(id, kind.Expected(entry), verdict.Mark, verdict.FalseAccepted, verdict.Got, usage.Tokens.Total, usage.Unpriced > 0 ? null : usage.Cost));
    }

    private static ModelException? FailureOf(Exception error) => error as ModelException ?? error.InnerException as ModelException;

    private static async Task PrintAsync(EvaluationKind kind, TextWriter output)
    {
        var cost = kind.Cost is { } dollars ? FormattableString.Invariant($"${dollars:0.####}") : "price not known";
        await output.WriteLineAsync(FormattableString.Invariant($"{kind.Name,-20} {100 * kind.PassRate,5:0.0} % right  {kind.Right}/{kind.Total}, refused {kind.Refused}, wrong {kind.Wrong}, false accepted {kind.FalseAccepted}, {kind.Tokens:N0} tokens, {cost}"));
        foreach (var one in kind.Cases.Where(one => one.Mark != EvaluationMark.Right))
            await output.WriteLineAsync($"  [{(one.FalseAccepted ? "FALSE ACCEPTED" : one.Mark.ToString().ToLowerInvariant())}] {one.Id}  {one.Expected}\n      {one.Got.ReplaceLineEndings(" ")}");
        foreach (var one in kind.Skipped)
            await output.WriteLineAsync($"  [NOT ASKED, counted nowhere] {one.Id}  {one.Why.ReplaceLineEndings(" ")}");
    }
}
