using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using Autonoma.Cli.Configuration;
using Autonoma.Cli.Doctor;
using Autonoma.Cli.Output;

namespace Autonoma.Cli.Commands;

/// <summary><c>autonoma doctor</c>: says whether tests can run here, and what to do if not.</summary>
internal sealed class DoctorCommand
{
    private readonly ToolEnvironment _environment;
    private readonly Option<bool> _json = new("--json") { Description = "Print JSON." };
    private readonly SettingOptions _settings;

    private DoctorCommand(ToolEnvironment environment, Command command)
    {
        _environment = environment;
        command.Options.Add(_json);
        _settings = new(command, [.. Setting.All.Select(setting => setting.Key).Except(["baseUrl", "output", "browserName", "browserPath", "browserUrl", "ignoreCertificateErrors"])]);
        command.SetAction(RunAsync);
    }

    public static Command Create(ToolEnvironment environment)
    {
        var command = new Command("doctor", "Check whether tests can run here: browser, video, fonts, output folder, base URL.");
        _ = new DoctorCommand(environment, command);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var settings = ToolSettings.Read(_environment, _settings, parsed, _environment.Folder);
        var findings = await new Checks(_environment, settings).RunAsync(cancellationToken);
        if (parsed.GetValue(_json))
            await _environment.Out.WriteLineAsync(JsonSerializer.Serialize(findings, DoctorJson.Default.IReadOnlyListFinding));
        else
            await PrintAsync(findings);
        return findings.Any(finding => finding.Kind == FindingKind.Bad) ? ExitCodes.WrongInput : ExitCodes.Passed;
    }

    private async Task PrintAsync(IReadOnlyList<Finding> findings)
    {
        var paint = new Paint(_environment.HasColor);
        var width = findings.Max(finding => finding.Check.Length);
        foreach (var finding in findings)
        {
            var mark = finding.Kind switch
            {
                FindingKind.Good => paint.Good("ok     "),
                FindingKind.Missing => paint.Warn("missing"),
                FindingKind.Bad => paint.Bad("BAD    "),
                _ => throw new InvalidOperationException($"A check cannot end as {finding.Kind}."),
            };
            await _environment.Out.WriteLineAsync($"{mark}  {finding.Check.PadRight(width)}  {finding.Found}");
            if (finding.Fix is { } fix)
                await _environment.Out.WriteLineAsync($"{new string(' ', 11 + width)}{fix}");
        }
    }
}

/// <summary>The form, compiled.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(IReadOnlyList<Finding>))]
internal sealed partial class DoctorJson : JsonSerializerContext;
