using System.CommandLine;
using System.Text.Json.Nodes;
using Autonoma.Cli.Environments;
using Autonoma.Engine.Driving;
using Autonoma.Scenarios.Client;
using Autonoma.Scenarios.Journal;

namespace Autonoma.Cli.Commands.Env;

/// <summary><c>autonoma env down</c>: removes instances that <c>env up</c> made.</summary>
internal static class EnvDown
{
    public static Command Create(ToolEnvironment environment)
    {
        var command = new Command("down", "Remove an instance that 'autonoma env up' made, by its run, or by its token.");
        var runs = new Argument<string[]>("run") { Description = "Ids of runs.", Arity = ArgumentArity.ZeroOrMore };
        var token = new Option<string>("--token") { Description = "The refsToken or teardownToken of an answer, for what was made elsewhere.", HelpName = "TOKEN" };
        var curl = new Option<bool>("--curl") { Description = "Print the request for --token as a curl command and send nothing." };
        command.Arguments.Add(runs);
        command.Options.Add(token);
        command.Options.Add(curl);
        var call = new EnvCall(environment, command);
        command.SetAction((parsed, cancellationToken) => call.RunAsync(parsed, async (settings, http) =>
        {
            var named = parsed.GetValue(runs) ?? [];
            if (parsed.GetValue(token) is { } given)
            {
                if (parsed.GetValue(curl))
                {
                    await environment.Out.WriteLineAsync(CurlCommand.For(EnvCall.Url(settings), RequestBodies.Down(given, null, asVersion2: false)));
                    return ExitCodes.Passed;
                }

                var client = call.Client(settings, http);
                await client.DownAsync(given, null, (await client.DiscoverAsync(cancellationToken)).IsVersion2, cancellationToken);
                if (call.IsTable(parsed))
                    await environment.Out.WriteLineAsync("Removed.");
                else
                    await call.JsonAsync(new JsonObject { ["removed"] = true });
                return ExitCodes.Passed;
            }

            if (named.Length == 0)
                throw new UserInputException("Which instance? Name its run, or give --token. 'autonoma env sweep --dry-run' lists what stands.");
            var folder = EndpointSettings.JournalFolder(environment);
            var sweep = new Sweep(folder, url => EndpointSettings.Client(environment, settings.Values, url, http), environment.Time) { Runs = named, IncludeKept = true };
            var swept = await sweep.RunAsync(cancellationToken);
            foreach (var missing in named.Except(swept.Select(found => found.RunId), StringComparer.Ordinal))
                throw new UserInputException($"Nothing is known of a run '{missing}' that still stands. 'autonoma env sweep --dry-run' lists what does; --token removes what was made elsewhere.");
            return await EnvSweep.ReportAsync(call, parsed, swept);
        }));
        return command;
    }
}
