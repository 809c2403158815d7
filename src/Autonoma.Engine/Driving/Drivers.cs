using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Driving;

/// <summary>
/// Everything that can be done to one application on one device. Not thread-safe: the loop issues one call at a time.
/// Disposal releases the browser context or device, also after a failed call. A part the platform lacks is null.
/// </summary>
/// <remarks>Every call throws <see cref="DriverLostException"/> when the application or its device went away: the session cannot be reused.</remarks>
public interface IAppDriver : IAsyncDisposable
{
    /// <summary>Looking.</summary>
    IScreenDriver Screen { get; }
    /// <summary>What is done to one element rather than to a point.</summary>
    IElementDriver Elements { get; }
    /// <summary>Pointer or finger.</summary>
    IMouseDriver Mouse { get; }
    /// <summary>Keys.</summary>
    IKeyboardDriver Keyboard { get; }
    /// <summary>The application as a whole.</summary>
    IApplicationDriver Application { get; }
    /// <summary>Addresses; null where there are none.</summary>
    INavigationDriver? Navigation { get; }
    /// <summary>Tabs and windows; null where there are none.</summary>
    ITabsDriver? Tabs { get; }
    /// <summary>Native dialogs; null where they are part of the screen.</summary>
    IDialogsDriver? Dialogs { get; }
    /// <summary>File choosers and downloads; null where there are none.</summary>
    IFilesDriver? Files { get; }
    /// <summary>The clipboard; null where it cannot be reached.</summary>
    IClipboardDriver? Clipboard { get; }
    /// <summary>Live pictures; null where there are none.</summary>
    IFrameStream? Frames { get; }
}

/// <summary>Looks at the screen.</summary>
public interface IScreenDriver
{
    /// <summary>What is on the screen now. Costs a few milliseconds; does not wait for anything.</summary>
    Task<Observation> ObserveAsync(ObserveOptions options, CancellationToken cancellationToken);

    /// <summary>A picture of the viewport, password fields masked. Costs tens of milliseconds.</summary>
    Task<Screenshot> CaptureAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Waits until the page is at rest: no request of its own in flight, no change of the DOM for a moment, finite animations ended.
    /// Returns at once when it already is; gives up silently at the cap.
    /// </summary>
    Task<SettleResult> SettleAsync(TimeSpan cap, CancellationToken cancellationToken);

    /// <summary>
    /// As <see cref="SettleAsync"/>, and what was on the screen at the very moment when the page was found at rest. Null where that cannot be told in one go
    /// (the cap was reached, several documents): then look.
    /// </summary>
    async Task<(SettleResult Result, Observation? Screen)> SettleAndLookAsync(TimeSpan cap, CancellationToken cancellationToken)
        => (await SettleAsync(cap, cancellationToken).ConfigureAwait(false), null);

    /// <summary>Starts a new record of changes, dialogs, downloads and new tabs: called before each step.</summary>
    Task MarkAsync(CancellationToken cancellationToken);

    /// <summary>
    /// The same right before the next call to the driver, whatever that is: for who touches the app through the driver alone, and is about to. Where it can be done along
    /// with that call it costs nothing.
    /// </summary>
    Task MarkBeforeNextAsync(CancellationToken cancellationToken) => MarkAsync(cancellationToken);
}

/// <summary>How to look.</summary>
/// <param name="IncludeHidden">Also report elements that are not displayed, with <see cref="UiNode.IsVisible"/> false: to explain what was not found.</param>
public sealed record ObserveOptions(bool IncludeHidden = false)
{
    /// <summary>Visible elements only.</summary>
    public static ObserveOptions Default { get; } = new();
}

/// <summary>How settling ended.</summary>
/// <param name="Settled">False when the cap was reached first.</param>
/// <param name="Waited">Time spent.</param>
/// <param name="Reason">What was still going on at the cap (<c>requests</c>, <c>dom</c>, <c>animations</c>, <c>navigation</c>), or empty.</param>
public sealed record SettleResult(bool Settled, TimeSpan Waited, string Reason);

/// <summary>A picture.</summary>
/// <param name="Bytes">Encoded bytes.</param>
/// <param name="MediaType"><c>image/jpeg</c> or <c>image/png</c>.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
public sealed record Screenshot(ReadOnlyMemory<byte> Bytes, string MediaType, int Width, int Height);

/// <summary>What is done to an element itself.</summary>
public interface IElementDriver
{
    /// <summary>
    /// Brings an element (or the given point of it) into view, also within scroll containers and from under sticky headers, waits until it
    /// stands still, and hit-tests the point that a click would go to.
    /// </summary>
    /// <param name="node">The element.</param>
    /// <param name="offset">Point relative to the element's top left corner; null for the best hittable point of it.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<ReachResult> ReachAsync(NodeRef node, UiPoint? offset, CancellationToken cancellationToken);

    /// <summary>
    /// Clicks an element (or the given point of it), and nothing else. Its place is read right before the press; a press that would land on something else because the layout moved in
    /// between is kept from it, and tried again where the element is then, a few times.
    /// </summary>
    /// <returns><see cref="ReachStatus.Reachable"/> when the element got the click; else why it did not. Nothing else got it.</returns>
    Task<ReachResult> ClickAsync(NodeRef node, UiPoint? offset, MouseButton button, int count, KeyModifiers modifiers, CancellationToken cancellationToken);

    /// <summary>Current state of one element (value, checked ...), or null when it is gone.</summary>
    Task<UiNode?> ReadAsync(NodeRef node, CancellationToken cancellationToken);

    /// <summary>
    /// Whether a field holds exactly this text, compared inside the page so that a password never leaves it.
    /// Formatting that the page applied while typing (spaces, dashes, case) is told apart in <see cref="FieldMatch"/>.
    /// </summary>
    Task<FieldMatch> CompareValueAsync(NodeRef node, string text, CancellationToken cancellationToken);

    /// <summary>Gives it the keyboard focus.</summary>
    Task FocusAsync(NodeRef node, CancellationToken cancellationToken);

    /// <summary>Selects the text in a focused field or editable region, so that typing replaces it.</summary>
    Task SelectTextAsync(NodeRef node, CancellationToken cancellationToken);

    /// <summary>Chooses an entry of a native select by its index among <see cref="UiNode.Options"/>, firing what a user's choice fires.</summary>
    /// <param name="node">The select.</param>
    /// <param name="index">0-based.</param>
    /// <param name="keepOthers">Keeps what is chosen already in a multiple select.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task SelectOptionAsync(NodeRef node, int index, bool keepOthers, CancellationToken cancellationToken);

    /// <summary>
    /// Sets the value of a field that has no keyboard form of its own (date, time, colour, range input), firing input and change.
    /// </summary>
    Task SetValueAsync(NodeRef node, string value, CancellationToken cancellationToken);

    /// <summary>Scrolls an element's own content (null: the page) by a distance in CSS pixels; true when it moved.</summary>
    Task<bool> ScrollAsync(NodeRef? node, double deltaX, double deltaY, CancellationToken cancellationToken);
}

/// <summary>Whether what a field holds is what was typed.</summary>
public enum FieldMatch
{
    /// <summary>The field is gone.</summary>
    Gone,
    /// <summary>Exactly the text.</summary>
    Exact,
    /// <summary>The same letters and digits, formatted by the page.</summary>
    Formatted,
    /// <summary>It is empty although text was typed.</summary>
    Empty,
    /// <summary>Something else.</summary>
    Different,
}

/// <summary>Whether an element can be clicked.</summary>
public enum ReachStatus
{
    /// <summary>The point belongs to the element.</summary>
    Reachable,
    /// <summary>Something else lies on top of every point tried.</summary>
    Covered,
    /// <summary>It is laid out with no size, or cannot be brought into view.</summary>
    OutOfView,
    /// <summary>It keeps moving.</summary>
    Moving,
    /// <summary>It is no longer in the document.</summary>
    Gone,
}

/// <summary>Outcome of bringing an element into reach.</summary>
/// <param name="Status">Whether it can be clicked.</param>
/// <param name="Point">Where.</param>
/// <param name="Bounds">Where the element is now.</param>
/// <param name="CoveredBy">What lies on top, in words, when covered; what lay there when a press was made again.</param>
public sealed record ReachResult(ReachStatus Status, UiPoint Point, UiRect Bounds, string? CoveredBy)
{
    /// <summary>Presses that were kept from the page because something else had taken the element's place; default 0.</summary>
    public int Missed { get; init; }
}

/// <summary>Button of a mouse.</summary>
public enum MouseButton
{
    /// <summary>Primary.</summary>
    Left,
    /// <summary>Context menu.</summary>
    Right,
    /// <summary>Wheel button.</summary>
    Middle,
}

/// <summary>Keys held during a click.</summary>
[Flags]
public enum KeyModifiers
{
    /// <summary>None.</summary>
    None = 0,
    /// <summary>Alt or Option.</summary>
    Alt = 1,
    /// <summary>Control.</summary>
    Control = 2,
    /// <summary>Command or Windows.</summary>
    Meta = 4,
    /// <summary>Shift.</summary>
    Shift = 8,
}

/// <summary>The pointer. Points are CSS pixels of the viewport; events are trusted.</summary>
public interface IMouseDriver
{
    /// <summary>Moves there, presses and releases <paramref name="count"/> times.</summary>
    Task ClickAsync(UiPoint point, MouseButton button, int count, KeyModifiers modifiers, CancellationToken cancellationToken);

    /// <summary>Moves there; the path crosses what lies between, as a hand would.</summary>
    Task MoveAsync(UiPoint point, CancellationToken cancellationToken);

    /// <summary>Presses at the start, moves in steps to the end, releases there. Serves pointer-based and HTML5 drag and drop alike.</summary>
    Task DragAsync(UiPoint start, UiPoint end, CancellationToken cancellationToken);

    /// <summary>Turns the wheel over a point.</summary>
    Task WheelAsync(UiPoint point, double deltaX, double deltaY, CancellationToken cancellationToken);
}

/// <summary>The keyboard.</summary>
public interface IKeyboardDriver
{
    /// <summary>Types text into what has the focus, one key after the other where a key exists, as fast as the page takes them.</summary>
    Task TypeAsync(string text, CancellationToken cancellationToken);

    /// <summary>The same at the pace of a hand: for a field that loses keys when they come faster than it keeps up with.</summary>
    Task TypeSlowlyAsync(string text, CancellationToken cancellationToken);

    /// <summary>Presses a key or chord by Playwright's names: <c>Enter</c>, <c>Control+A</c>, <c>ArrowDown</c>, <c>?</c>.</summary>
    Task PressAsync(string chord, CancellationToken cancellationToken);
}

/// <summary>The application under test.</summary>
public interface IApplicationDriver
{
    /// <summary>Name and version of what runs it (<c>Chromium 156.0</c>).</summary>
    string Platform { get; }

    /// <summary>Console messages and failed requests since the start, oldest first, bounded.</summary>
    IReadOnlyList<AppLogEntry> Log { get; }

    /// <summary>Null while it is alive; else why it is gone (<c>the browser was closed</c>, <c>the page crashed</c>).</summary>
    string? Loss { get; }
}

/// <summary>A line of the console or network log.</summary>
/// <param name="At">When.</param>
/// <param name="Source"><c>console</c>, <c>page-error</c>, <c>network</c> or <c>blocked</c>.</param>
/// <param name="Level"><c>info</c>, <c>warning</c> or <c>error</c>.</param>
/// <param name="Text">What was said; of a request: method, URL without credentials, status, milliseconds.</param>
public sealed record AppLogEntry(DateTimeOffset At, string Source, string Level, string Text);

/// <summary>Addresses.</summary>
public interface INavigationDriver
{
    /// <summary>Address of the active tab.</summary>
    string CurrentUrl { get; }

    /// <summary>Goes to an absolute URL and waits until the document is loaded.</summary>
    /// <exception cref="NavigationFailedException">It could not be loaded, or the host is not allowed.</exception>
    Task GoToAsync(Uri url, CancellationToken cancellationToken);

    /// <summary>Loads the page again.</summary>
    Task ReloadAsync(CancellationToken cancellationToken);

    /// <summary>Goes back; false when there is nothing to go back to.</summary>
    Task<bool> GoBackAsync(CancellationToken cancellationToken);

    /// <summary>Goes forward; false when there is nothing to go forward to.</summary>
    Task<bool> GoForwardAsync(CancellationToken cancellationToken);
}

/// <summary>Tabs and windows.</summary>
public interface ITabsDriver
{
    /// <summary>Open tabs in the order they were opened.</summary>
    IReadOnlyList<TabInfo> List();

    /// <summary>Makes the tab at the index of <see cref="List"/> the active one.</summary>
    Task SwitchToAsync(int index, CancellationToken cancellationToken);

    /// <summary>Closes the tab at the index; the one it was opened from becomes active.</summary>
    Task CloseAsync(int index, CancellationToken cancellationToken);

    /// <summary>Waits until a tab exists that opened since the last mark, or opened earlier and was never active; its index, or -1 when none came within the time.</summary>
    Task<int> WaitForNewAsync(TimeSpan timeout, CancellationToken cancellationToken);
}

/// <summary>How a native dialog is answered.</summary>
/// <param name="Accept">OK or Cancel.</param>
/// <param name="Text">Text entered into a prompt; null leaves its default.</param>
public sealed record DialogAnswer(bool Accept, string? Text = null)
{
    /// <summary>OK.</summary>
    public static DialogAnswer Ok { get; } = new(true);
}

/// <summary>Native dialogs. They block the page, so the answer is laid down before the action that opens one; without one they are accepted.</summary>
public interface IDialogsDriver
{
    /// <summary>How a dialog is answered that no answer was laid down for. The default is <see cref="DialogAnswer.Ok"/>; a page that asks before it is left is always left.</summary>
    DialogAnswer Otherwise { get; set; }

    /// <summary>Lays down the answers of the next dialogs, first in first out.</summary>
    void Prepare(IReadOnlyList<DialogAnswer> answers);

    /// <summary>Prepared answers that no dialog has asked for yet.</summary>
    int PreparedLeft { get; }

    /// <summary>Forgets prepared answers.</summary>
    void Clear();

    /// <summary>Dialogs since the last mark.</summary>
    IReadOnlyList<DialogInfo> Seen { get; }
}

/// <summary>Files going in and out.</summary>
public interface IFilesDriver
{
    /// <summary>Gives files to a file input, or, for anything else, clicks it and answers the file chooser that opens.</summary>
    /// <exception cref="CommandFailedException">No chooser opened.</exception>
    Task UploadAsync(NodeRef node, IReadOnlyList<string> paths, CancellationToken cancellationToken);

    /// <summary>Files downloaded so far: suggested name and where they are kept.</summary>
    IReadOnlyList<DownloadInfo> Downloads { get; }
}

/// <summary>A downloaded file.</summary>
/// <param name="SuggestedName">Name the site gave.</param>
/// <param name="Path">Where it is kept until the run's artifacts are written.</param>
public sealed record DownloadInfo(string SuggestedName, string Path);

/// <summary>The clipboard.</summary>
public interface IClipboardDriver
{
    /// <summary>Its text; empty when it holds none.</summary>
    Task<string> ReadTextAsync(CancellationToken cancellationToken);
}

/// <summary>The live frame stream. Frames come when the picture changes; reading never slows the run.</summary>
public interface IFrameStream
{
    /// <summary>Starts it; idempotent.</summary>
    Task StartAsync(CancellationToken cancellationToken);

    /// <summary>The newest frame, or null before the first. Password fields are masked.</summary>
    Frame? Latest { get; }

    /// <summary>Raised for each frame on a background thread; handlers must return quickly.</summary>
    event Action<Frame>? FrameArrived;

    /// <summary>Asks for the picture as it is now, which then arrives like any other frame. May run beside other calls of the driver.</summary>
    Task RefreshAsync(CancellationToken cancellationToken);

    /// <summary>Stops it; idempotent.</summary>
    Task StopAsync();
}

/// <summary>A JPEG picture of the viewport at a moment.</summary>
/// <param name="Bytes">JPEG.</param>
/// <param name="At">When it was painted.</param>
public sealed record Frame(ReadOnlyMemory<byte> Bytes, DateTimeOffset At);
