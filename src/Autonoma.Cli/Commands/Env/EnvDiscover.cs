using System.CommandLine;
using System.Text.Json.Nodes;
using Autonoma.Cli.Configuration;
using Autonoma.Scenarios.Client;
using Autonoma.Scenarios.Preflight;

namespace Autonoma.Cli.Commands.Env;

/// <summary><c>autonoma env discover</c>: what the endpoint can create.</summary>
internal static class EnvDiscover
{
    public static Command Create(ToolEnvironment environment)
    {
        var command = new Command("discover", "Show what the endpoint can create: models with their fields, or scenarios of its own.");
        var write = new Option<string>("--write") { Description = "Also write the schema to a file (discover.json).", HelpName = "FILE" };
        command.Options.Add(write);
        var call = new EnvCall(environment, command);
        call.CanPrint();
        call.Does(async (parsed, settings, http, cancellationToken) =>
        {
            if (await call.PrintsAsync(parsed, settings, RequestBodies.Discover))
                return ExitCodes.Passed;

            var discovery = await call.Client(settings, http).DiscoverAsync(cancellationToken);
            if (parsed.GetValue(write) is { } path)
            {
                var full = environment.FullPath(path);
                Directory.CreateDirectory(Path.GetDirectoryName(full)!);
                await File.WriteAllTextAsync(full, DiscoverDocument.Write(discovery), cancellationToken);
                await environment.Error.WriteLineAsync($"Written: {ToolSettings.Shown(environment, full)}");
            }

            if (!call.IsTable(parsed))
                await call.JsonAsync(JsonNode.Parse(discovery.Raw.GetRawText())!);
            else if (discovery.Schema is { } schema)
            {
                await call.TableAsync(["Model", "Field", "Type", "Needed"], schema.Models.SelectMany(model => model.Fields.Select((field, i) => (IReadOnlyList<string>)[i == 0 ? model.Name : "", field.Name, field.Type, field.IsId ? "id" : field.IsRequired ? "yes" : field.HasDefault ? "has a default" : ""])));
                await environment.Out.WriteLineAsync($"{schema.Models.Count} models; records belong to {(schema.ScopeModel is { } scope ? $"one {scope.Name} ({schema.ScopeField})" : $"'{schema.ScopeField}'")}; protocol {discovery.Protocol}");
            }
            else
            {
                await call.TableAsync(["Scenario", "Description"], discovery.Scenarios.Select(scenario => (IReadOnlyList<string>)[scenario.Name, scenario.Description ?? ""]));
                await environment.Out.WriteLineAsync($"{discovery.Scenarios.Count} scenarios; protocol {discovery.Protocol}");
            }

            return ExitCodes.Passed;
        });
        return command;
    }
}
