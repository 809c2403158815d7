using System.CommandLine;
using System.ComponentModel;
using System.Diagnostics;
using Autonoma.Cli.Configuration;
using Autonoma.Cli.Output;
using Autonoma.Engine.Driving;

namespace Autonoma.Cli.Commands;

/// <summary><c>autonoma show</c>: opens a report.</summary>
internal sealed class ShowCommand
{
    private readonly ToolEnvironment _environment;
    private readonly Argument<string?> _report = new("report") { Description = "Folder of the report, or its index.html. Default: autonoma-report.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<bool> _print = new("--path") { Description = "Print the path of the report and open nothing." };
    private readonly Option<bool> _serve = new("--serve") { Description = "Serve it on this machine only, until Ctrl+C." };
    private readonly Option<int> _port = new("--port") { Description = "Port to serve on. Default: a free one.", HelpName = "PORT" };
    private readonly SettingOptions _settings;

    private ShowCommand(ToolEnvironment environment, Command command)
    {
        _environment = environment;
        command.Arguments.Add(_report);
        command.Options.Add(_print);
        command.Options.Add(_serve);
        command.Options.Add(_port);
        _settings = new(command, [.. Setting.All.Select(setting => setting.Key).Except(["output"])]);
        command.SetAction(RunAsync);
    }

    public static Command Create(ToolEnvironment environment)
    {
        var command = new Command("show", "Open the HTML report of a run.");
        _ = new ShowCommand(environment, command);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var path = parsed.GetValue(_report) is { } given ? _environment.FullPath(given) : ToolSettings.Read(_environment, _settings, parsed, _environment.Folder).Output(_environment);
        var file = Directory.Exists(path) ? Path.Combine(path, "index.html") : path;
        if (!File.Exists(file))
            throw new UserInputException($"There is no report at {ToolSettings.Shown(_environment, file)}. 'autonoma test --reporter html' writes one.");
        if (parsed.GetValue(_serve))
        {
            await using var server = ReportServer.Start(Path.GetDirectoryName(file)!, parsed.GetValue(_port));
            await _environment.Out.WriteLineAsync($"Serving {ToolSettings.Shown(_environment, file)} at {server.Url}");
            await _environment.Out.WriteLineAsync("Press Ctrl+C to end.");
            await _environment.Out.FlushAsync(cancellationToken);
            await server.RunAsync(cancellationToken);
            return ExitCodes.Passed;
        }

        await _environment.Out.WriteLineAsync(file);
        if (!parsed.GetValue(_print) && _environment.IsTerminal && !TryOpen(file))
            await _environment.Error.WriteLineAsync("No browser could be opened here. Open the path above, or use --serve.");
        return ExitCodes.Passed;
    }

    private static bool TryOpen(string file)
    {
        try
        {
            using var process = OperatingSystem.IsWindows() ? Process.Start(new ProcessStartInfo(file) { UseShellExecute = true })
                : Process.Start(new ProcessStartInfo(OperatingSystem.IsMacOS() ? "open" : "xdg-open", [file]) { RedirectStandardError = true, RedirectStandardOutput = true });
            return process is not null;
        }
        catch (Exception e) when (e is Win32Exception or InvalidOperationException)
        {
            return false;
        }
    }
}
