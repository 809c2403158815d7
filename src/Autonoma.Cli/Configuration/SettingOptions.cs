using System.CommandLine;

namespace Autonoma.Cli.Configuration;

/// <summary>The settings as options of a command.</summary>
internal sealed class SettingOptions
{
    private readonly List<(Setting Setting, Option Option)> _options = [];

    /// <summary>Adds the settings to a command, all of them but those left out.</summary>
    public SettingOptions(Command command, params IReadOnlyCollection<string> except)
    {
        foreach (var setting in Setting.All.Where(setting => !except.Contains(setting.Key)))
        {
            var meaning = setting.Default == "no" ? setting.Meaning : $"{setting.Meaning} Default: {setting.Default}.";
            Option option = setting.Kind switch
            {
                SettingKind.Flag => new Option<bool>(setting.Option) { Description = meaning },
                SettingKind.List or SettingKind.Map => new Option<string[]>(setting.Option) { Description = meaning, HelpName = setting.ValueName, Arity = ArgumentArity.OneOrMore, AllowMultipleArgumentsPerToken = false },
                SettingKind.Text or SettingKind.Number or SettingKind.Duration or SettingKind.Size => new Option<string>(setting.Option) { Description = meaning, HelpName = setting.ValueName },
                _ => throw new InvalidOperationException($"A setting of kind {setting.Kind} has no option."),
            };
            if (setting.Key == "output")
                option.Aliases.Add("-o");
            command.Options.Add(option);
            _options.Add((setting, option));
        }
    }

    /// <summary>What was written on the command line.</summary>
    public Dictionary<string, SettingValue> Read(ParseResult parsed)
    {
        var values = new Dictionary<string, SettingValue>(StringComparer.Ordinal);
        foreach (var (setting, option) in _options)
        {
            if (parsed.GetResult(option) is not { Implicit: false })
                continue;
            IReadOnlyList<string> texts = option switch
            {
                Option<bool> flag => [parsed.GetValue(flag) ? "true" : "false"],
                Option<string[]> several => [.. (parsed.GetValue(several) ?? []).SelectMany(text => setting.Kind == SettingKind.List ? SettingSources.Split(text) : [text])],
                Option<string> one => parsed.GetValue(one) is { } text ? [text] : [],
                _ => [],
            };
            if (texts.Count > 0)
                values[setting.Key] = new(texts, setting.Option);
        }

        return values;
    }
}
