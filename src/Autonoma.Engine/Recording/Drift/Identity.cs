using Autonoma.Engine.Language;
using Autonoma.Engine.Recording.Format;
using Autonoma.Engine.Recording.Signals;

namespace Autonoma.Engine.Recording.Drift;

/// <summary>What makes an element that one and no other, whatever else is alike: what it is called, or an attribute that a programmer gave it.</summary>
internal static class Identity
{
    private static readonly HashSet<string> Controls = new(StringComparer.Ordinal)
    {
        "button", "link", "textbox", "searchbox", "checkbox", "radio", "switch", "combobox", "listbox", "option", "slider", "spinbutton", "tab", "menuitem", "menuitemcheckbox", "menuitemradio",
    };

    /// <summary>Whether an attribute that identifies is still the same.</summary>
    public static bool ByAttribute(RecordedTarget recorded, RecordedTarget now)
    {
        var (was, isNow) = (recorded.Attributes, now.Attributes);
        return Same(was?.TestId, isNow?.TestId) || Same(was?.Id, isNow?.Id) || Same(was?.Name, isNow?.Name) || Same(was?.Href, isNow?.Href);
    }

    /// <summary>Whether another element carries the attributes that identify, and this one does not: labels were exchanged, or the element moved.</summary>
    public static bool Changed(RecordedTarget recorded, RecordedTarget now, RecordedTarget rival) => !ByAttribute(recorded, now) && ByAttribute(recorded, rival);

    /// <summary>
    /// Whether it is still called the same, or identified by an attribute. "Save" that is gone must not become "Save as draft" because the
    /// words still find it and it stands in the same place.
    /// </summary>
    public static bool Holds(RecordedTarget recorded, string words, RecordedTarget now)
    {
        if (recorded.ByPosition is true || ByAttribute(recorded, now))
            return true;
        var (was, isNow) = (Called(recorded), Called(now));
        if (was is null || SignalText.Same(was, isNow))
            return true;
        // A row's or card's name is all that is in it: what the words say of it must still be there.
        if (Controls.Contains(recorded.Role) || isNow is null)
            return false;
        var there = TextFold.Words(isNow).ToHashSet(StringComparer.Ordinal);
        return EntryText.NamedBy(words, was) is { Count: > 0 } named && named.All(there.Contains);
    }

    /// <summary>
    /// Whether it is drawn as another icon and shows no words that could say that it is the same nevertheless. What it is called for assistive tools does not count: that is not what a person
    /// sees, and it is what is forgotten when an icon is exchanged.
    /// </summary>
    public static bool HasAnotherIcon(RecordedTarget recorded, RecordedTarget now)
        => recorded.IconOnly is true && now.IconOnly is true && recorded.ByPosition is not true && recorded.Icon is { } was && now.Icon is { } isNow && was != isNow;

    /// <summary>Whether its icon was all that told which one it is, and is not there any more.</summary>
    public static bool LostItsIcon(RecordedTarget recorded, RecordedTarget now)
        => recorded.Icon is { } was && now.Icon != was && recorded.ByPosition is not true && !IsCalled(recorded) && !ByAttribute(recorded, now);

    /// <summary>Whether it was called anything.</summary>
    public static bool IsCalled(RecordedTarget target) => Called(target) is not null;

    private static string? Called(RecordedTarget target) => target.Name ?? target.Label ?? target.Text;

    private static bool Same(string? was, string? isNow) => was is not null && was == isNow;
}
