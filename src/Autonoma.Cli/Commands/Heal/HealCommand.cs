using System.CommandLine;
using Autonoma.Cli.Configuration;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Recording.Healing;

namespace Autonoma.Cli.Commands.Heal;

/// <summary><c>autonoma heal</c>: what runs in the mode <c>heal</c> propose, to be looked at, accepted or rejected.</summary>
internal static class HealCommand
{
    public static Command Create(ToolEnvironment environment)
    {
        var command = new Command("heal", "List, show, accept or reject the recordings that --mode heal proposes.");
        command.Subcommands.Add(Make(environment, "list", "List the proposals under a folder.", List));
        command.Subcommands.Add(Make(environment, "show", "Show what was recorded and what is there now.", Show));
        command.Subcommands.Add(Make(environment, "accept", "Make proposals the recordings.", Accept));
        command.Subcommands.Add(Make(environment, "reject", "Remove proposals.", Reject));
        return command;
    }

    private static Command Make(ToolEnvironment environment, string name, string meaning, Func<ToolEnvironment, IReadOnlyList<string>, int> run)
    {
        var command = new Command(name, meaning);
        var paths = new Argument<string[]>("path") { Description = "Tests or folders. Default: the current folder.", Arity = ArgumentArity.ZeroOrMore };
        command.Arguments.Add(paths);
        command.SetAction(parsed =>
        {
            var given = parsed.GetValue(paths) is { Length: > 0 } named ? named : name is "list" or "show" ? ["."] : throw new UserInputException($"Say which: 'autonoma heal {name} TEST', or a folder for all in it.");
            return run(environment, [.. given.SelectMany(path => Tests(environment, path)).Distinct(StringComparer.Ordinal)]);
        });
        return command;
    }

    private static IReadOnlyList<string> Tests(ToolEnvironment environment, string path)
    {
        var full = environment.FullPath(path);
        if (full.EndsWith(HealFolder.Ending, StringComparison.Ordinal))
            return [full[..^HealFolder.Ending.Length] + ".md"];
        if (Directory.Exists(full))
            return HealFolder.Find(full);
        return File.Exists(full) ? HealFolder.Read(full) is null ? throw new UserInputException($"There is no proposal for {path}.") : [full] : throw new UserInputException($"There is no test and no folder '{path}'.{ToolSettings.NearestPath(environment, full)}");
    }

    private static int List(ToolEnvironment environment, IReadOnlyList<string> tests)
    {
        foreach (var test in tests)
        {
            var heals = HealFolder.Read(test)?.Heals ?? [];
            environment.Out.WriteLine($"{ToolSettings.Shown(environment, test)}  {heals.Count} {(heals.Count == 1 ? "heal" : "heals")}: {string.Join(", ", heals.Select(heal => $"step {heal.Number}"))}");
        }

        if (tests.Count == 0)
            environment.Out.WriteLine("Nothing is proposed.");
        return ExitCodes.Passed;
    }

    private static int Show(ToolEnvironment environment, IReadOnlyList<string> tests)
    {
        foreach (var test in tests)
        {
            var folder = HealFolder.PathOf(test);
            environment.Out.WriteLine(ToolSettings.Shown(environment, test));
            foreach (var heal in HealFolder.Read(test)?.Heals ?? [])
            {
                environment.Out.WriteLine($"  step {heal.Number}{(heal.Line > 0 ? $" (line {heal.Line})" : "")}: {heal.Step.ReplaceLineEndings(" ")}");
                environment.Out.WriteLine($"    - {heal.Recorded}");
                environment.Out.WriteLine($"    + {heal.Now}");
                environment.Out.WriteLine($"    moved: {string.Join(", ", heal.Moved)}");
                environment.Out.WriteLine($"    decided by {heal.By}");
                if (heal.Before is not null || heal.After is not null)
                    environment.Out.WriteLine($"    pictures: {string.Join(", ", new[] { heal.Before, heal.After }.OfType<string>().Select(name => ToolSettings.Shown(environment, Path.Combine(folder, name))))}");
            }
        }

        if (tests.Count == 0)
            environment.Out.WriteLine("Nothing is proposed.");
        return ExitCodes.Passed;
    }

    private static int Accept(ToolEnvironment environment, IReadOnlyList<string> tests)
    {
        foreach (var test in tests)
        {
            HealFolder.Accept(test);
            environment.Out.WriteLine($"Accepted: {ToolSettings.Shown(environment, test)}");
        }

        if (tests.Count == 0)
            environment.Out.WriteLine("Nothing is proposed.");
        return ExitCodes.Passed;
    }

    private static int Reject(ToolEnvironment environment, IReadOnlyList<string> tests)
    {
        foreach (var test in tests)
        {
            HealFolder.Remove(test);
            environment.Out.WriteLine($"Rejected: {ToolSettings.Shown(environment, test)}");
        }

        if (tests.Count == 0)
            environment.Out.WriteLine("Nothing is proposed.");
        return ExitCodes.Passed;
    }
}
