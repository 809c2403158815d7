using System.CommandLine;
using System.Text.Json.Nodes;
using Autonoma.Cli.Output;
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
        var force = new Option<bool>("--force") { Description = "Write over what was changed on the server since this folder was last pulled or pushed." };
        command.Arguments.Add(folder);
        foreach (var option in (Option[])[app, branch, removes, commit, force])
            command.Options.Add(option);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var suite = SuiteFolder.Read(environment.FullPath(parsed.GetValue(folder)!));
            if (suite.Files.Count == 0)
                throw new UserInputException($"There are no tests in '{parsed.GetValue(folder)}'. 'autonoma init' writes a first one.");
            var files = suite.Files.Select(file => (Path: Path.GetRelativePath(suite.Folder, file.Path).Replace('\\', '/'), Content: File.ReadAllText(file.Path))).ToList();
            using var client = new ServerClient(ServerAccess.Read(environment), environment.Time);
            var application = await client.ApplicationAsync(parsed.GetValue(app), cancellationToken);
            var bases = new SuiteBases(environment, client, suite.Folder, application, parsed.GetValue(branch));
            var body = new JsonObject
            {
                ["files"] = new JsonArray([.. files.Select(file => new JsonObject { ["path"] = file.Path, ["content"] = file.Content })]),
                ["branch"] = parsed.GetValue(branch),
                ["removeOthers"] = parsed.GetValue(removes),
                ["commit"] = parsed.GetValue(commit),
            };
            JsonNode? answer = null;
            // What was looked at must still be so when it is written; who comes in between is looked at too.
            while (answer is null)
            {
                var (changed, at) = parsed.GetValue(force) ? ([], null) : await bases.ChangedThereAsync(cancellationToken);
                Refuse(changed, files.ToDictionary(file => file.Path, file => file.Content, StringComparer.Ordinal), parsed.GetValue(removes));
                (answer, var head) = await client.PostAsync($"/v1/applications/{application["id"]}/imports", body, at, cancellationToken);
                if (answer is not null)
                    bases.Keep(head);
            }

            var rejected = answer["rejected"]?.AsArray() ?? [];
            foreach (var file in rejected)
                await environment.Error.WriteLineAsync($"{file!["path"]}: {file["reason"]}");
            await environment.Out.WriteLineAsync($"{application["name"]}: {answer["added"]} added, {answer["changed"]} changed, {answer["removed"] ?? 0} removed, {answer["unchanged"]} unchanged{(rejected.Count > 0 ? $", {rejected.Count} rejected" : "")}.");
            return rejected.Count > 0 ? ExitCodes.Failed : ExitCodes.Passed;
        });
        return command;
    }

    // What would be lost: a text that is another there than here, a test that was removed there, and, when others are removed, one that was added there.
    private static void Refuse(IReadOnlyList<JsonNode> changed, Dictionary<string, string> here, bool removesOthers)
    {
        var lost = changed.Where(item => here.TryGetValue(item["path"]!.GetValue<string>(), out var content) ? item["after"]?.GetValue<string>() != content : removesOthers && item["after"] is not null)
            .Select(item => TerminalText.Line(item["path"]!.GetValue<string>())).ToList();
        if (lost.Count > 0)
            throw new UserInputException($"Nothing was pushed: {lost.Count} {(lost.Count == 1 ? "test was" : "tests were")} changed on the server since this folder was last pulled or pushed ({string.Join(", ", lost.Take(5))}{(lost.Count > 5 ? ", ..." : "")}). 'autonoma pull --force' takes what the server has, 'autonoma push --force' writes over it.");
    }
}

/// <summary>Options that the commands for a server share.</summary>
internal static class RemoteOptions
{
    public static Option<string> App() => new("--app") { Description = "The application: its name or slug. Not needed when there is only one.", HelpName = "NAME" };

    public static Option<string> Branch() => new("--branch") { Description = "The branch. Default: the main one.", HelpName = "NAME" };
}
