using System.CommandLine;
using Autonoma.Cli.Remote;
using Autonoma.Engine.Driving;

namespace Autonoma.Cli.Commands.Remote;

/// <summary><c>autonoma login</c>: keeps a server's address and a key.</summary>
internal static class LoginCommand
{
    public static Command Create(ToolEnvironment environment)
    {
        var command = new Command("login", "Keep a server's address and an API key for push, pull, run --remote and runs.");
        var url = new Argument<string>("url") { Description = "The server: https://autonoma.example.com" };
        command.Arguments.Add(url);
        command.SetAction((parsed, cancellationToken) => RunAsync(environment, parsed.GetValue(url)!, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ToolEnvironment environment, string url, CancellationToken cancellationToken)
    {
        var address = ServerAccess.Checked(url);
        var key = environment.Variable(ServerAccess.KeyVariable) is { Length: > 0 } given ? given : await AskAsync(environment, address, cancellationToken);
        var access = new ServerAccess(address, key.Trim());
        using var client = new ServerClient(access, environment.Time);
        await client.GetAsync("/v1/applications?limit=1", cancellationToken);
        access.Keep(environment);
        await environment.Out.WriteLineAsync($"Signed in at {address}. Kept in {ServerAccess.FileOf(environment)}.");
        return ExitCodes.Passed;
    }

    private static async Task<string> AskAsync(ToolEnvironment environment, string address, CancellationToken cancellationToken)
    {
        // An option would leave the key in the history of the shell and in the list of processes.
        if (environment.In is not null)
            await environment.Error.WriteAsync($"API key of {address} (made under Settings, API keys): ");
        return (environment.In ?? environment.Input) is { } input && await input.ReadLineAsync(cancellationToken) is { Length: > 0 } line ? line
            : throw new UserInputException($"Give the key on standard input, or set {ServerAccess.KeyVariable}.");
    }
}
