namespace Autonoma.Engine.Observing;

/// <summary>What is seen at one moment.</summary>
public sealed class Observation
{
    /// <summary>The elements.</summary>
    public required UiTree Tree { get; init; }

    /// <summary>Address of the active page; empty on mobile.</summary>
    public string Url { get; init; } = "";

    /// <summary>Title of the active page or activity.</summary>
    public string Title { get; init; } = "";

    /// <summary>Size of the viewport.</summary>
    public UiSize Viewport { get; init; }

    /// <summary>Scroll position of the page.</summary>
    public UiPoint Scroll { get; init; }

    /// <summary>Height and width of the whole page.</summary>
    public UiSize PageSize { get; init; }

    /// <summary>Open tabs, in the order they were opened.</summary>
    public IReadOnlyList<TabInfo> Tabs { get; init; } = [];

    /// <summary>Native dialogs since the last mark, answered or not, oldest first.</summary>
    public IReadOnlyList<DialogInfo> Dialogs { get; init; } = [];

    /// <summary>Text that came or went since the last mark (<see cref="Driving.IScreenDriver.MarkAsync"/>), oldest first.</summary>
    public IReadOnlyList<UiChange> Changes { get; init; } = [];

    /// <summary>Files downloaded since the last mark: suggested file names.</summary>
    public IReadOnlyList<string> Downloads { get; init; } = [];

    /// <summary>How long the screen had been as it is when it was looked at; zero when that is not known.</summary>
    public TimeSpan QuietFor { get; init; }

    /// <summary>
    /// Whether nothing is under way or scheduled for the next moment that could change the screen with nobody touching it (requests, timers,
    /// animations, connections that others can send on). False when that is not known.
    /// </summary>
    public bool IsInert { get; init; }

    /// <summary>When it was taken.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>A number that is equal for two observations that show the same (text, values, states, URL); used to detect loops.</summary>
    public long Fingerprint { get; init; }

    /// <summary>The same moment with its elements arranged otherwise.</summary>
    internal Observation With(UiTree tree) => new()
    {
        Tree = tree,
        Url = Url,
        Title = Title,
        Viewport = Viewport,
        Scroll = Scroll,
        PageSize = PageSize,
        Tabs = Tabs,
        Dialogs = Dialogs,
        Changes = Changes,
        Downloads = Downloads,
        QuietFor = QuietFor,
        IsInert = IsInert,
        At = At,
        Fingerprint = Fingerprint,
    };
}

/// <summary>One tab or window.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Url">Its address.</param>
/// <param name="IsActive">Whether commands go to it.</param>
/// <param name="IsNew">Whether it opened since the last mark.</param>
public sealed record TabInfo(string Title, string Url, bool IsActive, bool IsNew);

/// <summary>A native dialog of the page.</summary>
/// <param name="Kind">alert, confirm, prompt or beforeunload.</param>
/// <param name="Message">Its text.</param>
/// <param name="DefaultValue">Preset answer of a prompt.</param>
/// <param name="Answer">How it was answered; null while it is open.</param>
public sealed record DialogInfo(string Kind, string Message, string DefaultValue, Driving.DialogAnswer? Answer);

/// <summary>Whether text came or went.</summary>
public enum UiChangeKind
{
    /// <summary>It was not there and then was.</summary>
    Appeared,

    /// <summary>It was there and then was not.</summary>
    Vanished,
}

/// <summary>A piece of the screen that came or went, kept although it may be gone by now.</summary>
/// <param name="Kind">Came or went.</param>
/// <param name="Text">Its visible text, folded.</param>
/// <param name="Role">Role of the outermost element that came (<c>alert</c>, <c>status</c>, <c>dialog</c>, <c>generic</c> ...).</param>
/// <param name="Name">Its accessible name.</param>
/// <param name="ClassName">Its class names.</param>
/// <param name="Ref">Its identity.</param>
/// <param name="Layer">Whether it floated above the page (see <see cref="UiNode.Layer"/>).</param>
/// <param name="Style">How it was painted, when known.</param>
/// <param name="Milliseconds">When, in milliseconds after the mark.</param>
public sealed record UiChange(UiChangeKind Kind, string Text, string Role, string Name, string ClassName, NodeRef Ref, int Layer, UiStyle? Style, double Milliseconds);
