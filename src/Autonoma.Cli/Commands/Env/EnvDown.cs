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
        command.Arguments.Add(runs);
        command.Options.Add(token);
        var call = new EnvCall(environment, command);
        call.CanPrint("the request for --token");
        call.Does(async (parsed, settings, http, cancellationToken) =>
        {
            var named = parsed.GetValue(runs) ?? [];
            if (parsed.GetValue(token) is { } given)
            {
                if (await call.PrintsAsync(parsed, settings, () => RequestBodies.Down(given, null, asVersion2: false)))
                    return ExitCodes.Passed;

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
            return await call.SweepAsync(parsed, call.Sweep(settings, http, named, includeKept: true), "; --token removes what was made elsewhere", cancellationToken);
        });
        return command;
    }
}
