using System.CommandLine;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Autonoma.AI.Budgets;
using Autonoma.AI.Generation;
using Autonoma.AI.Providers.Configuration;
using Autonoma.AI.Registry;
using Autonoma.AI.Resilience;
using Autonoma.AI.Usage;
using Autonoma.Cli.Configuration;
using Autonoma.Cli.Models;
using Autonoma.Engine.Driving;

namespace Autonoma.Cli.Commands.Models;

/// <summary><c>autonoma models test</c>: one small request, and what came of it.</summary>
internal sealed class ModelsTest
{
    private readonly ToolEnvironment _environment;
    private readonly Argument<string?> _model = new("model") { Description = "The model, PROVIDER/MODEL. Default: the configured one.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<bool> _json = new("--json") { Description = "Print JSON." };
    private readonly SettingOptions _settings;

    private ModelsTest(ToolEnvironment environment, Command command)
    {
        _environment = environment;
        command.Arguments.Add(_model);
        command.Options.Add(_json);
        _settings = new(command, [.. Setting.All.Select(setting => setting.Key).Except(ModelsList.Settings)]);
        command.SetAction(RunAsync);
    }

    public static Command Create(ToolEnvironment environment)
    {
        var command = new Command("test", "Send one small request to a model, and say how long it took, how many tokens and what it cost.");
        _ = new ModelsTest(environment, command);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var settings = ToolSettings.Read(_environment, _settings, parsed, _environment.Folder);
        var given = parsed.GetValue(_model);
        ModelRegistryOptions options;
        try
        {
            options = ModelAccessSettings.Configuration(_environment, settings.Values).Options(given is null ? [] : [given]);
        }
        catch (ModelConfigurationException e)
        {
            throw new UserInputException(e.Message, e);
        }

        // No retries and no fallback: what is wrong shall be seen.
        var wanted = given is null ? options.DefaultModel : ModelConfiguration.KeyOf(given);
        using var day = options.DayBudget;
        using var registry = new ModelRegistry(options with { Retry = new RetryOptions { Retries = 0 }, Models = [.. options.Models.Select(model => model with { Fallback = null })] });
        var started = Stopwatch.GetTimestamp();
        try
        {
            var model = wanted is null ? registry.GetModelFor(ModelTags.Test, ReasoningLevel.None) : registry.GetModel(wanted, ModelTags.Test, ReasoningLevel.None);
            var generator = new ObjectGenerator<Reply>(model, "You are asked whether you can be reached.", new() { Retries = 0, MaxOutputTokens = 500 });
            var reply = await generator.GenerateAsync(new("Answer with the sum of 17 and 25, and the word ready."), cancellationToken);
            var description = Microsoft.Extensions.AI.ChatClientExtensions.GetService<ModelDescription>(model)!;
            await SayAsync(parsed, description, registry.Usage.Total, Stopwatch.GetElapsedTime(started), reply.Sum == 42 ? null : $"It answered, but 17 and 25 is {reply.Sum} to it: it may be too small a model.");
            return ExitCodes.Passed;
        }
        catch (Exception e) when (e is UnknownModelException or ModelsClosedException or BudgetExceededException)
        {
            throw new UserInputException(e.Message, e);
        }
        catch (ObjectGenerationFailedException e)
        {
            if (parsed.GetValue(_json))
                await _environment.Out.WriteLineAsync(new JsonObject { ["model"] = wanted, ["answered"] = false, ["error"] = e.InnerException is AI.Failures.ModelException ? e.InnerException.Message : e.Message }.ToJsonString());
            await _environment.Error.WriteLineAsync(e.InnerException is AI.Failures.ModelException failure ? failure.Message : e.Message);
            return ExitCodes.Failed;
        }
    }

    private async Task SayAsync(ParseResult parsed, ModelDescription model, UsageTotals usage, TimeSpan took, string? doubt)
    {
        if (parsed.GetValue(_json))
        {
            await _environment.Out.WriteLineAsync(new JsonObject
            {
                ["model"] = model.Key,
                ["answered"] = true,
                ["milliseconds"] = (long)took.TotalMilliseconds,
                ["inputTokens"] = usage.Tokens.Input,
                ["outputTokens"] = usage.Tokens.Output,
                ["cost"] = model.Price is null ? null : usage.Cost,
                ["doubt"] = doubt,
            }.ToJsonString());
            return;
        }

        var cost = model.Price is null ? "price not known" : string.Create(CultureInfo.InvariantCulture, $"${usage.Cost:0.######}");
        await _environment.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{model.Key} answered in {took.TotalMilliseconds:0} ms: {usage.Tokens.Input} tokens in, {usage.Tokens.Output} out, {cost}."));
        if (doubt is not null)
            await _environment.Error.WriteLineAsync(doubt);
    }

    /// <summary>What a model is asked for.</summary>
    /// <param name="Sum">A number it must work out.</param>
    /// <param name="Word">A word it was told.</param>
    internal sealed record Reply([property: Description("The sum.")] int Sum, [property: Description("The word ready.")] string Word);
}
