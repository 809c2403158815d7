using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using Autonoma.Engine.Driving;
using Autonoma.Planner.CodeAnalysis;
using Autonoma.Planner.CodeAnalysis.Results;

namespace Autonoma.Cli.Commands;

/// <summary><c>autonoma analyze</c>: what a codebase stores, who creates it, what it shows. Nothing is built or run.</summary>
internal sealed class AnalyzeCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    private readonly ToolEnvironment _environment;
    private readonly Argument<string?> _folder = new("folder") { Description = "The folder that holds the whole application. Default: the current folder.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<bool> _json = new("--json") { Description = "The whole report as JSON." };

    private AnalyzeCommand(ToolEnvironment environment, Command command)
    {
        _environment = environment;
        command.Arguments.Add(_folder);
        command.Options.Add(_json);
        command.SetAction(RunAsync);
    }

    public static Command Create(ToolEnvironment environment)
    {
        var command = new Command("analyze", "Read a codebase: models, who creates them, owners, side effects, pages, and what could not be decided. Nothing is built or run.");
        _ = new AnalyzeCommand(environment, command);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var folder = parsed.GetValue(_folder) is { } given ? _environment.FullPath(given) : _environment.Folder;
        if (!Directory.Exists(folder))
            throw new UserInputException($"There is no folder {folder}.");
        var report = await CodebaseAnalysis.AnalyzeAsync(folder, cancellationToken: cancellationToken);
        if (parsed.GetValue(_json))
            await _environment.Out.WriteLineAsync(JsonSerializer.Serialize(report, Json));
        else
            await TextAsync(report);
        return ExitCodes.Passed;
    }

    private async Task TextAsync(CodebaseReport report)
    {
        var to = _environment.Out;
        await to.WriteLineAsync(report.Name);
        foreach (var backend in report.Backends)
            await to.WriteLineAsync($"  {backend.Language} ({backend.Manifest.File}): {backend.Sdk}");
        await to.WriteLineAsync($"\nModels: {report.Models.Count}");
        foreach (var (model, creation) in report.Models.Zip(report.Creations))
        {
            await to.WriteLineAsync($"  {model.Name}{(model.Table is { } table && table != model.Name ? $" ({table})" : "")}, {model.Fields.Count} fields, {model.Source}");
            if (creation.Creator is { } creator)
                await to.WriteLineAsync($"    created by {creator.Function}, {creator.File}:{creator.Line}{(creator.NeedsExtraction ? ", inline: needs extraction" : "")}");
            foreach (var other in creation.Others)
                await to.WriteLineAsync($"    also by {other.Function}, {other.File}:{other.Line}");
            foreach (var owner in creation.CreatedBy)
                await to.WriteLineAsync($"    comes with {owner.Owner}, via {owner.Via}, {owner.Source}");
            foreach (var effect in creation.SideEffects)
                await to.WriteLineAsync($"    {effect.Text}, {effect.Source}");
        }

        if (report.Scopes.Count > 0)
            await to.WriteLineAsync($"\nScope: {report.Scopes[0].Field} ({report.Scopes[0].Model}, {report.Scopes[0].Reached} models belong to it)");
        await to.WriteLineAsync($"\nPages: {report.Pages.Count(page => page.Kind == "page")}, endpoints: {report.Pages.Count(page => page.Kind == "api")}");
        foreach (var page in report.Pages)
            await to.WriteLineAsync($"  {page.Route} {string.Join('/', page.Methods)}{(page.Kind == "api" ? " (api)" : "")}{(page.Handlers.Count > 0 ? $" {string.Join(", ", page.Handlers)}" : "")}, {page.Source}");
        if (report.Undecided.Count > 0)
            await to.WriteLineAsync("\nNot decided");
        foreach (var open in report.Undecided)
            await to.WriteLineAsync($"  {open.About}: {open.Reason}{(open.Source is { } source ? $" ({source})" : "")}");
    }
}
