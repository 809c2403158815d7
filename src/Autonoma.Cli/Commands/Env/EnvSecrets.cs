using System.CommandLine;
using System.Security.Cryptography;
using Autonoma.Cli.Environments;

namespace Autonoma.Cli.Commands.Env;

/// <summary><c>autonoma env secrets</c>: two new secrets for an app.</summary>
internal static class EnvSecrets
{
    public static Command Create(ToolEnvironment environment)
    {
        var command = new Command("secrets", "Print two new secrets as lines for the app's .env: the shared one signs requests, the signing one stays with the app.");
        command.SetAction(_ =>
        {
            environment.Out.WriteLine($"{EndpointSettings.SharedSecretVariable}={RandomNumberGenerator.GetHexString(64, lowercase: true)}");
            environment.Out.WriteLine($"{EndpointSettings.SigningSecretVariable}={RandomNumberGenerator.GetHexString(64, lowercase: true)}");
            return ExitCodes.Passed;
        });
        return command;
    }
}
