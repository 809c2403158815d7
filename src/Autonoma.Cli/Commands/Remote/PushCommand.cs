using System.CommandLine;
using System.Text.Json.Nodes;
using Autonoma.Cli.Remote;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Suites;

namespace Autonoma.Cli.Commands.Remote;

/// <summary><c>autonoma push</c>: brings the tests of a folder to a server.</summary>
internal static class PushCommand
{
    public static Command Create(ToolEnvironment environment)
    {
        var command = new Command("push", "Bring the tests of a folder to a server.");
        var folder = new Argument<string>("folder") { Description = "The suite. Default: the current folder.", DefaultValueFactory = _ => "." };
        var app = RemoteOptions.App();
        var branch = RemoteOptions.Branch();
        var removes = new Option<bool>("--remove-others") { Description = "Remove what the server has on the branch and the folder has not." };
        var commit = new Option<string>("--commit") { Description = "Commit that the tests are of.", HelpName = "SHA" };
        command.Arguments.Add(folder);
        foreach (var option in (Option[])[app, branch, removes, commit])
            command.Options.Add(option);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var suite = SuiteFolder.Read(environment.FullPath(parsed.GetValue(folder)!));
            if (suite.Files.Count == 0)
                throw new UserInputException($"There are no tests in '{parsed.GetValue(folder)}'.");
            using var client = new ServerClient(ServerAccess.Read(environment), environment.Time);
            var application = await client.ApplicationAsync(parsed.GetValue(app), cancellationToken);
            var answer = await client.PostAsync(
                $"/v1/applications/{application["id"]}/imports",
                new JsonObject
                {
                    ["files"] = new JsonArray([.. suite.Files.Select(file => new JsonObject { ["path"] = Path.GetRelativePath(suite.Folder, file.Path).Replace('\\', '/'), ["content"] = File.ReadAllText(file.Path) })]),
                    ["branch"] = parsed.GetValue(branch),
                    ["removeOthers"] = parsed.GetValue(removes),
                    ["commit"] = parsed.GetValue(commit),
                },
                cancellationToken);
            var rejected = answer["rejected"]?.AsArray() ?? [];
            foreach (var file in rejected)
                await environment.Error.WriteLineAsync($"{file!["path"]}: {file["reason"]}");
            await environment.Out.WriteLineAsync($"{application["name"]}: {answer["added"]} added, {answer["changed"]} changed, {answer["removed"] ?? 0} removed, {answer["unchanged"]} unchanged{(rejected.Count > 0 ? $", {rejected.Count} rejected" : "")}.");
            return rejected.Count > 0 ? ExitCodes.Failed : ExitCodes.Passed;
        });
        return command;
    }
}

/// <summary>Options that the commands for a server share.</summary>
internal static class RemoteOptions
{
    public static Option<string> App() => new("--app") { Description = "The application: its name or slug. Not needed when there is only one.", HelpName = "NAME" };

    public static Option<string> Branch() => new("--branch") { Description = "The branch. Default: the main one.", HelpName = "NAME" };
}
