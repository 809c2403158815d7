using Autonoma.Engine.Observing;
using Autonoma.Engine.Recording.Format;
using Autonoma.Engine.Recording.Signals;

namespace Autonoma.Engine.Recording.Replaying;

/// <summary>What an action does to the screen: read when it is recorded, asked for when it is replayed.</summary>
internal static class Effects
{
    private const int MostAppeared = 3;
    private const int MostVanished = 2;

    /// <summary>What is different; null when nothing is.</summary>
    public static RecordedEffect? Read(Observation? before, Observation after)
    {
        if (before is null)
            return null;
        var moved = SignalText.PathOf(before.Url) != SignalText.PathOf(after.Url);
        var appeared = before.Fingerprint == after.Fingerprint ? [] : ScreenTexts.Only(after, before, MostAppeared);
        // Of a page that was left, everything is gone: that says no more than the address does.
        var vanished = moved || before.Fingerprint == after.Fingerprint ? [] : ScreenTexts.Only(before, after, MostVanished);
        var effect = new RecordedEffect
        {
            Url = moved ? SignalText.PathOf(after.Url) : null,
            Appeared = appeared.Count == 0 ? null : appeared,
            Vanished = vanished.Count == 0 ? null : vanished,
            Dialog = after.Dialogs.Count > 0 ? after.Dialogs[^1].Kind : null,
            Download = after.Downloads.Count > 0 ? true : null,
            Tab = after.Tabs.Any(tab => tab.IsNew) ? true : null,
        };
        return effect == new RecordedEffect() ? null : effect;
    }

    /// <summary>Whether anything of what was recorded has happened.</summary>
    public static bool Hold(RecordedEffect recorded, Observation? before, Observation after)
    {
        if (before is null)
            return true;
        return (recorded.Url is { } url && SignalText.Same(url, SignalText.PathOf(after.Url)))
            || (recorded.Dialog is { } dialog && after.Dialogs.Any(seen => seen.Kind == dialog))
            || (recorded.Download is true && after.Downloads.Count > 0)
            || (recorded.Tab is true && after.Tabs.Any(tab => tab.IsNew))
            || recorded.Appeared?.Any(text => ScreenTexts.ShowsNew(after, before, text)) == true
            || recorded.Vanished?.Any(text => ScreenTexts.ShowsNew(before, after, text)) == true;
    }

    /// <summary>In words for a message.</summary>
    public static string Describe(RecordedEffect? effect)
    {
        if (effect is null)
            return "nothing changed";
        var parts = new List<string>();
        if (effect.Url is { } url)
            parts.Add($"went to {url}");
        if (effect.Appeared is { } appeared)
            parts.Add($"brought {string.Join(", ", appeared.Select(text => $"\"{text}\""))}");
        if (effect.Vanished is { } vanished)
            parts.Add($"took away {string.Join(", ", vanished.Select(text => $"\"{text}\""))}");
        if (effect.Dialog is { } dialog)
            parts.Add($"opened a dialog ({dialog})");
        if (effect.Download is true)
            parts.Add("downloaded a file");
        if (effect.Tab is true)
            parts.Add("opened a tab");
        return string.Join(", ", parts);
    }
}
