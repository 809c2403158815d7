using System.CommandLine;
using Autonoma.Cli.Configuration;
using Autonoma.Cli.Running;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Recording.Export;
using Autonoma.Engine.Recording.Format;
using Autonoma.Engine.Suites;

namespace Autonoma.Cli.Commands;

/// <summary><c>autonoma export</c>: writes a recorded test as ordinary code.</summary>
internal static class ExportCommand
{
    private static readonly Dictionary<string, ExportFormat> Formats = new(StringComparer.Ordinal)
    {
        ["playwright-csharp"] = ExportFormat.PlaywrightCSharp,
        ["playwright-ts"] = ExportFormat.PlaywrightTs,
        ["selenium-csharp"] = ExportFormat.SeleniumCSharp,
    };

    public static Command Create(ToolEnvironment environment)
    {
        var command = new Command("export", "Write a recorded test as ordinary code.");
        var file = new Argument<string>("test") { Description = "The test." };
        var to = new Option<string>("--to") { Description = $"What it is written as: {string.Join(", ", Formats.Keys)}.", HelpName = "FORMAT", Required = true };
        var output = new Option<string>("--output", "-o") { Description = "File or folder to write to. Default: standard output.", HelpName = "FILE" };
        command.Arguments.Add(file);
        command.Options.Add(to);
        command.Options.Add(output);
        command.SetAction(parsed => Run(environment, parsed.GetValue(file)!, parsed.GetValue(to)!, parsed.GetValue(output)));
        return command;
    }

    private static int Run(ToolEnvironment environment, string file, string to, string? output)
    {
        if (!Formats.TryGetValue(to, out var format))
            throw new UserInputException($"--to: must be one of {string.Join(", ", Formats.Keys)}, and here it is '{to}'.{(Engine.Language.Spelling.Nearest(to, Formats.Keys) is { } near ? $" Did you mean '{near}'?" : "")}");
        var path = environment.FullPath(file);
        if (Directory.Exists(path))
            throw new UserInputException($"'{file}' is a folder. Export one test at a time: 'autonoma export {Path.Combine(file, "TEST.md")} --to {to}'.");
        if (!File.Exists(path))
            throw new UserInputException($"There is no test '{file}'.{ToolSettings.NearestPath(environment, path)}");
        var test = TestFileReader.Read(path).TestCase ?? throw new UserInputException($"'{file}' cannot be read: 'autonoma lint {file}' says why.");
        var recording = RecordingFile.Load(path) ?? throw new UserInputException($"'{file}' has no recording. Run 'autonoma test {file}' once: a test that passes leaves one.");
        ExportedTest exported;
        try
        {
            exported = new TestExporter(Interpreter.Reader).Export(test, recording, format);
        }
        catch (ExportRefusedException refusal)
        {
            throw new UserInputException(refusal.Message, refusal);
        }

        if (output is null)
            environment.Out.Write(exported.Code);
        else
        {
            var target = environment.FullPath(output);
            if (Directory.Exists(target) || output.EndsWith('/'))
                target = Path.Combine(target, exported.FileName);
            try
            {
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.WriteAllText(target, exported.Code);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new UserInputException($"--output: '{output}' cannot be written to: {e.Message}", e);
            }

            environment.Out.WriteLine($"Wrote {ToolSettings.Shown(environment, target)}");
        }

        return ExitCodes.Passed;
    }
}
