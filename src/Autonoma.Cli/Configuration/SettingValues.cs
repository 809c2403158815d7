using System.Globalization;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;
using Autonoma.Engine.Suites.FrontMatter;

namespace Autonoma.Cli.Configuration;

/// <summary>All settings of one invocation, the nearest source first. Every value is checked when it is asked for; the message names where it was written.</summary>
/// <param name="layers">Sources, the one that wins first.</param>
public sealed class SettingValues(params IReadOnlyList<IReadOnlyDictionary<string, SettingValue>> layers)
{
    /// <summary>Reads every setting, so that every mistake is known at once.</summary>
    /// <exception cref="UserInputException">One or more values do not fit.</exception>
    public void CheckAll()
    {
        var problems = new List<string>();
        foreach (var setting in Setting.All.Concat(Setting.OfPlan))
        {
            try
            {
                _ = setting.Kind switch
                {
                    SettingKind.Flag => Flag(setting.Key),
                    SettingKind.Number => Number(setting.Key),
                    SettingKind.Duration => Duration(setting.Key),
                    SettingKind.Size => Size(setting.Key),
                    SettingKind.Map => Map(setting.Key).Count,
                    SettingKind.Text or SettingKind.List => (object)List(setting.Key).Count,
                    _ => throw new InvalidOperationException($"A setting of kind {setting.Kind} has no check."),
                };
            }
            catch (UserInputException e)
            {
                problems.Add(e.Message);
            }
        }

        if (problems.Count > 0)
            throw new UserInputException(string.Join('\n', problems));
    }

    /// <summary>Whether it was written anywhere.</summary>
    public bool Has(string key) => Find(key) is not null;

    /// <summary>Text; null when not given.</summary>
    public string? Text(string key) => List(key) is [.., var last] ? last : null;

    /// <summary>Yes or no; false when not given.</summary>
    public bool Flag(string key)
    {
        if (Find(key) is not { } value)
            return false;
        return value.Texts[^1].ToLowerInvariant() switch
        {
            "true" or "yes" or "on" or "1" => true,
            "false" or "no" or "off" or "0" => false,
            var other => throw Wrong(key, value, "true or false", other),
        };
    }

    /// <summary>A whole number; null when not given.</summary>
    public int? Number(string key)
    {
        if (Find(key) is not { } value)
            return null;
        var setting = Setting.Of(key);
        return int.TryParse(value.Texts[^1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= setting.Least && number <= setting.Most
            ? number
            : throw Wrong(key, value, setting.Most == int.MaxValue ? $"a whole number from {setting.Least}" : $"a whole number from {setting.Least} to {setting.Most}", value.Texts[^1]);
    }

    /// <summary>A duration; null when not given.</summary>
    public TimeSpan? Duration(string key)
        => Find(key) is not { } value ? null
            : Engine.Suites.FrontMatter.Duration.TryParse(value.Texts[^1], out var duration) ? duration
            : throw Wrong(key, value, "a duration such as 30s, 2m or 1m30s", value.Texts[^1]);

    /// <summary>Size of a window; null when not given.</summary>
    public UiSize? Size(string key)
        => Find(key) is not { } value ? null
            : ViewportSize.TryParse(value.Texts[^1], out var size) ? size
            : throw Wrong(key, value, $"WIDTHxHEIGHT with sides from {ViewportSize.Smallest} to {ViewportSize.Largest}", value.Texts[^1]);

    /// <summary>Several texts; empty when not given.</summary>
    public IReadOnlyList<string> List(string key)
    {
        if (Find(key) is not { } value)
            return [];
        var words = Setting.Of(key).Words;
        foreach (var text in value.Texts.Where(text => words.Count > 0 && !words.Contains(text, StringComparer.OrdinalIgnoreCase)))
            throw Wrong(key, value, $"one of {string.Join(", ", words)}", text, words);
        return words.Count > 0 ? [.. value.Texts.Select(text => text.ToLowerInvariant())] : value.Texts;
    }

    /// <summary>Names with values, from all sources: the nearer one wins for a name.</summary>
    public IReadOnlyDictionary<string, string> Map(string key)
    {
        var map = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var layer in layers)
        {
            if (!layer.TryGetValue(key, out var value))
                continue;
            var own = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var text in value.Texts)
            {
                // A header as people write it has a colon, and its name can hold neither sign.
                var isHeader = key == "headers";
                var end = isHeader ? text.AsSpan().IndexOfAny('=', ':') : text.IndexOf('=', StringComparison.Ordinal);
                if (end <= 0)
                    throw Wrong(key, value, isHeader ? "NAME: VALUE or NAME=VALUE" : "NAME=VALUE", isHeader ? "text without either sign" : text);
                own[text[..end].Trim()] = isHeader ? text[(end + 1)..].Trim() : text[(end + 1)..];
            }

            foreach (var (name, text) in own)
                map.TryAdd(name, text);
        }

        return map;
    }

    private SettingValue? Find(string key)
    {
        foreach (var layer in layers)
        {
            if (layer.TryGetValue(key, out var value))
                return value;
        }

        return null;
    }

    private static UserInputException Wrong(string key, SettingValue value, string expected, string found, IReadOnlyList<string>? words = null)
    {
        var near = words is null ? null : Spelling.Nearest(found, words);
        var name = value.Origin.Contains(SettingSources.FileName, StringComparison.Ordinal) ? $"'{key}' " : "";
        return new($"{value.Origin}: {name}must be {expected}, and here it is '{found}'.{(near is null ? "" : $" Did you mean '{near}'?")}");
    }
}
