using System.CommandLine;
using System.Text;
using System.Text.Json.Nodes;
using Autonoma.Cli.Environments;
using Autonoma.Engine.Driving;
using Autonoma.EnvironmentFactory.Protocol;
using Autonoma.Scenarios.Client;

namespace Autonoma.Cli.Commands.Env;

/// <summary><c>autonoma env sign</c>: the signature of a request body.</summary>
internal static class EnvSign
{
    public static Command Create(ToolEnvironment environment)
    {
        var command = new Command("sign", "Print the x-signature of a request body: HMAC-SHA256 of its bytes with the shared secret.");
        var file = new Argument<string?>("file") { Description = "File with the body, byte for byte; '-' for standard input.", Arity = ArgumentArity.ZeroOrOne };
        var text = new Option<string>("--body") { Description = "The body itself.", HelpName = "TEXT" };
        command.Arguments.Add(file);
        command.Options.Add(text);
        var call = new EnvCall(environment, command);
        call.CanPrint("the signed request");
        call.Does(async (parsed, settings, _, cancellationToken) =>
        {
            var path = parsed.GetValue(file);
            var given = parsed.GetValue(text);
            if (path is null == given is null)
                throw new UserInputException("Give the body either as a file ('-' for standard input) or with --body TEXT.");
            byte[] body;
            if (given is not null)
                body = Encoding.UTF8.GetBytes(given);
            else if (path == "-")
            {
                using var buffer = new MemoryStream();
                using var input = Console.OpenStandardInput();
                await input.CopyToAsync(buffer, cancellationToken);
                body = buffer.ToArray();
            }
            else
                body = await File.ReadAllBytesAsync(environment.FullPath(path!), cancellationToken);

            if (await call.PrintsAsync(parsed, settings, () => body))
                return ExitCodes.Passed;

            var signature = RequestSignature.Sign(body, EndpointSettings.SharedSecret(environment));
            if (call.IsTable(parsed))
                await environment.Out.WriteLineAsync(signature);
            else
                await call.JsonAsync(new JsonObject { ["header"] = RequestSignature.HeaderName, ["signature"] = signature, ["bytes"] = body.Length });
            return ExitCodes.Passed;
        });
        return command;
    }
}
