using System.Globalization;
using Autonoma.AI.Registry;
using Autonoma.AI.Usage;
using Autonoma.Cli.Configuration;
using Autonoma.Cli.Running;
using Autonoma.Engine.Deciding;
using Autonoma.Engine.Deciding.Models;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Grounding;
using Autonoma.Engine.Recording;

namespace Autonoma.Cli.Models;

/// <summary>Who decides in each run of one invocation: the interpreter alone, or a model for what it leaves, with what the model may use.</summary>
internal sealed class RunDeciders : IDisposable
{
    private readonly ToolEnvironment _environment;
    private readonly ToolSettings _settings;
    private readonly ModelRegistry? _registry;
    private readonly bool _modelAlone;
    private readonly IUserPrompt? _user;

    private RunDeciders(ToolEnvironment environment, ToolSettings settings, ModelRegistry? registry, bool modelAlone, IUserPrompt? user)
        => (_environment, _settings, _registry, _modelAlone, _user) = (environment, settings, registry, modelAlone, user);

    /// <summary>Reads who is to decide.</summary>
    /// <param name="environment">With the keys.</param>
    /// <param name="settings">What was set.</param>
    /// <param name="singleTest">Whether a person watches one test and can be asked.</param>
    /// <exception cref="UserInputException">A model is asked for that cannot be had.</exception>
    public static RunDeciders Create(ToolEnvironment environment, ToolSettings settings, bool singleTest)
    {
        var who = settings.Values.Text("decider");
        var replays = RecordingMode.Replay.ToString().Equals(settings.Values.Text("mode"), StringComparison.OrdinalIgnoreCase);
        if (who == "interpreter" || (who is null && settings.Values.Text("model") is null))
            return new(environment, settings, null, false, null);
        var registry = ModelAccessSettings.Registry(environment, settings.Values, replays ? "a replay never asks a model" : null);
        var why = registry.Access.IsClosed ? null
            : registry.DefaultModel is null ? "no model is configured. Name one with --model, AUTONOMA_MODEL or 'model' in autonoma.yaml"
            : registry.Models.First(model => model.Key == registry.DefaultModel).Missing;
        if (why is not null)
        {
            registry.Dispose();
            throw new UserInputException($"A model is to decide{(who is null ? "" : $" (--decider {who})")}, and it cannot be asked: {why.TrimEnd('.')}. 'autonoma models list' shows what there is.");
        }

        // Offline or in a replay there is no model to hand anything to; the interpreter says what it cannot decide.
        var user = singleTest && environment is { IsTerminal: true, In: not null } ? new TerminalPrompt(environment) : null;
        return new(environment, settings, registry.Access.IsClosed ? null : registry, who == "model", user);
    }

    /// <summary>What models were asked in all runs; null when none may be.</summary>
    public UsageCollector? Usage => _registry?.Usage;

    /// <summary>Who decides in one run, with the grounder that the run must use.</summary>
    /// <param name="test">The test and which try of it.</param>
    public (IDecider? Decider, IGrounder Grounder, ModelRun? Models) Begin(string test)
    {
        if (_registry is null)
            return (null, Interpreter.Grounder, null);
        var models = _registry.BeginRun(test);
        var pins = new PinnedTargets();
        var grounder = pins.Around(Interpreter.Grounder);
        var options = new ModelDeciderOptions { BaseUrl = _settings.BaseUrl, AllowedHosts = _settings.Values.List("allowedHosts") };
        var model = new ModelDecider(models, Interpreter.Reader, Interpreter.Checker, grounder, pins, options, _environment.Time) { User = _user, Witness = new AssertWitness(models) };
        return (_modelAlone ? model : new CascadeDecider(Interpreter.Reader, model), grounder, models);
    }

    /// <summary><c>3 calls of models, 4,120 tokens, $0.0021</c>; null when none was asked.</summary>
    public static string? Describe(UsageTotals total)
    {
        if (total.Calls == 0)
            return null;
        var cost = total.Unpriced == total.Calls ? "price not known" : string.Create(CultureInfo.InvariantCulture, $"${total.Cost:0.####}{(total.Unpriced > 0 ? $" and {total.Unpriced} without a price" : "")}");
        return string.Create(CultureInfo.InvariantCulture, $"{total.Calls} {(total.Calls == 1 ? "call" : "calls")} of models, {total.Tokens.Total:N0} tokens, {cost}");
    }

    public void Dispose() => _registry?.Dispose();
}
