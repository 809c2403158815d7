using System.CommandLine;
using Autonoma.Cli.Remote;
using Autonoma.Engine.Artifacts;
using Autonoma.Engine.Driving;

namespace Autonoma.Cli.Commands.Remote;

/// <summary><c>autonoma pull</c>: brings the tests of a server into a folder.</summary>
internal static class PullCommand
{
    public static Command Create(ToolEnvironment environment)
    {
        var command = new Command("pull", "Bring the tests of a server into a folder.");
        var folder = new Argument<string>("folder") { Description = "Where to. Default: the current folder.", DefaultValueFactory = _ => "." };
        var app = RemoteOptions.App();
        var branch = RemoteOptions.Branch();
        var force = new Option<bool>("--force") { Description = "Write over files that are different." };
        command.Arguments.Add(folder);
        foreach (var option in (Option[])[app, branch, force])
            command.Options.Add(option);
        command.SetAction((parsed, cancellationToken) => RunAsync(environment, environment.FullPath(parsed.GetValue(folder)!), parsed.GetValue(app), parsed.GetValue(branch), parsed.GetValue(force), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ToolEnvironment environment, string folder, string? app, string? branch, bool force, CancellationToken cancellationToken)
    {
        using var client = new ServerClient(ServerAccess.Read(environment), environment.Time);
        var application = await client.ApplicationAsync(app, cancellationToken);
        var query = branch is null ? "" : $"?branch={Uri.EscapeDataString(branch)}";
        // Before the tests: what is changed while they are read is seen as changed by the next push.
        var bases = new SuiteBases(environment, client, folder, application, branch);
        var head = await bases.HeadAsync(cancellationToken);
        var files = new List<(string Path, string Content)>();
        await foreach (var item in client.ListAsync($"/v1/applications/{application["id"]}/tests{query}", int.MaxValue, cancellationToken))
        {
            var test = await client.GetAsync($"/v1/tests/{item["id"]}{query}", cancellationToken);
            files.Add((Inside(folder, test["path"]!.GetValue<string>()), test["content"]!.GetValue<string>()));
        }

        var different = files.Where(file => File.Exists(file.Path) && File.ReadAllText(file.Path) != file.Content).ToList();
        if (different.Count > 0 && !force)
            throw new UserInputException($"Nothing was written: {different.Count} {(different.Count == 1 ? "file is" : "files are")} different here ({string.Join(", ", different.Take(5).Select(file => Path.GetRelativePath(folder, file.Path)))}). --force writes over them.");
        var written = 0;
        foreach (var (path, content) in files.Where(file => !File.Exists(file.Path) || File.ReadAllText(file.Path) != file.Content))
        {
            AtomicFile.Write(path, content);
            written++;
        }

        bases.Keep(head);
        await environment.Out.WriteLineAsync($"{application["name"]}: {written} written, {files.Count - written} unchanged.");
        return ExitCodes.Passed;
    }

    // What a server says is not trusted with the rest of the disk.
    private static string Inside(string folder, string path)
    {
        var full = Path.GetFullPath(Path.Combine(folder, path));
        return full.StartsWith(Path.GetFullPath(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal) ? full : throw new UserInputException($"The server names a test '{path}', which lies outside of the folder. Nothing was written.");
    }
}
