using System.Buffers;
using System.Globalization;
using System.Text;
using Microsoft.Playwright;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Web.Observing;

/// <summary>Numbers the documents of one tab and calls the observer in them.</summary>
internal sealed class FrameRegistry(IPage page, PageProtocol protocol)
{
    private readonly TopDocument _top = new(page, protocol);

    // A frame that does not answer (a document still on its way, a busy loop) must not hold up the others.
    private static readonly TimeSpan ChildFrameTimeout = TimeSpan.FromSeconds(2);

    // A bigger page takes so long to describe that a wait with a limit must not do it on the way.
    private const int MostOnTheWay = 3000;

    private readonly Dictionary<IFrame, FrameEntry> _entries = [];
    private int _nextNumber = 1;
    private int _size;

    private sealed class FrameEntry(int number)
    {
        public int Number { get; } = number;

        /// <summary>Where a new document in this frame begins to number its elements.</summary>
        public int NextElement { get; set; } = 1;

        /// <summary>Number of the frame element within the parent's document; 0 until asked.</summary>
        public int Holder { get; set; }
    }

    /// <summary>The frame with that number, or null when it is gone.</summary>
    public IFrame? Find(int number)
    {
        if (number == 0)
            return page.MainFrame;
        foreach (var (frame, entry) in _entries)
        {
            if (entry.Number == number)
                return frame.IsDetached ? null : frame;
        }

        return null;
    }

    /// <summary>Everything the tab shows, as one tree in document order.</summary>
    public async Task<(UiTree Tree, FrameSnapshot Top, List<UiChange> Changes)> ObserveAsync(bool withHidden, CancellationToken cancellationToken)
    {
        var frames = page.Frames;
        var reports = new Dictionary<IFrame, Task<string>>(frames.Count);
        foreach (var frame in frames)
            reports[frame] = ReportAsync(frame, withHidden, cancellationToken);
        var top = Parse(page.MainFrame, await reports[page.MainFrame].ConfigureAwait(false), FramePlace.Top, null);
        // A document that has just been committed has no element yet: as good as not there.
        if (top.Nodes.Count == 0)
            throw new EmptyDocumentException();

        _size = top.Nodes.Count;
        var changes = new List<UiChange>(top.Changes);
        if (frames.Count == 1)
            return (UiTree.Build(top.Nodes, top.Parents), top, changes);

        var children = new Dictionary<(IFrame Parent, int Holder), IFrame>();
        foreach (var frame in frames)
        {
            if (frame.ParentFrame is not { } parent)
                continue;
            var holder = await HolderAsync(frame, cancellationToken).ConfigureAwait(false);
            if (holder > 0)
                children[(parent, holder)] = frame;
        }

        var nodes = new List<UiNode>();
        var parents = new List<int>();
        await AppendAsync(page.MainFrame, top, -1).ConfigureAwait(false);
        return (UiTree.Build(nodes, parents), top, changes);

        async Task AppendAsync(IFrame frame, FrameSnapshot snapshot, int parentOfRoot)
        {
            // Rows of frames that were put in between shift what follows.
            var places = new int[snapshot.Nodes.Count];
            for (var i = 0; i < snapshot.Nodes.Count; i++)
            {
                places[i] = nodes.Count;
                nodes.Add(snapshot.Nodes[i]);
                parents.Add(snapshot.Parents[i] < 0 ? parentOfRoot : places[snapshot.Parents[i]]);
                if (!snapshot.Frames.TryGetValue(i, out var place) || !children.TryGetValue((frame, snapshot.Nodes[i].Ref.Element), out var child))
                    continue;
                var report = await reports[child].ConfigureAwait(false);
                if (report.Length == 0)
                    continue;
                var inner = Parse(child, report, place, top.Viewport);
                changes.AddRange(inner.Changes);
                if (inner.Nodes.Count > 0)
                    await AppendAsync(child, inner, places[i]).ConfigureAwait(false);
            }
        }
    }

    /// <summary>The call that waits for rest and looks in one go; null where the tab shows more than one document, or a very big one.</summary>
    public string? SettleAndLookCall(int milliseconds)
        => page.Frames.Count == 1 && _size <= MostOnTheWay ? string.Create(CultureInfo.InvariantCulture, $"settleAndLook({milliseconds}, {Entry(page.MainFrame).NextElement})") : null;

    /// <summary>What a document without others inside reported; null when there are others by now, or nothing was in it yet.</summary>
    public (UiTree Tree, FrameSnapshot Top, List<UiChange> Changes)? ReadAlone(string report)
    {
        if (page.Frames.Count != 1)
            return null;
        var top = Parse(page.MainFrame, report, FramePlace.Top, null);
        _size = top.Nodes.Count;
        return top.Nodes.Count == 0 ? null : (UiTree.Build(top.Nodes, top.Parents), top, top.Changes);
    }

    /// <summary>One element with what is in it, hidden or not, at a fraction of the price of everything; null when it is gone.</summary>
    public async Task<UiNode?> PeekAsync(IFrame frame, int element, CancellationToken cancellationToken)
    {
        if (await PlaceAsync(frame, cancellationToken).ConfigureAwait(false) is not { } place)
            return null;
        var report = await TextAsync(frame, string.Create(CultureInfo.InvariantCulture, $"peek({Entry(frame).NextElement}, {element})"), cancellationToken).ConfigureAwait(false);
        if (report.Length == 0)
            return null;
        var snapshot = Parse(frame, report, place, null);
        return UiTree.Build(snapshot.Nodes, snapshot.Parents).Find(new(Entry(frame).Number, element));
    }

    /// <summary>Calls a method of the observer in every document; a document that cannot be asked is passed over.</summary>
    public async Task EverywhereAsync(string call, CancellationToken cancellationToken)
    {
        var calls = new List<Task>();
        foreach (var frame in page.Frames)
            calls.Add(frame == page.MainFrame ? CallAsync<bool?>(frame, call, cancellationToken) : QuietlyAsync(frame));
        await Task.WhenAll(calls).ConfigureAwait(false);

        async Task QuietlyAsync(IFrame frame)
        {
            try
            {
                await CallAsync<bool?>(frame, call, cancellationToken).WaitAsync(ChildFrameTimeout, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception e) when (e is PlaywrightException or TimeoutException)
            {
                // Gone or not ready: it holds nothing that could be marked.
            }
        }
    }

    /// <summary>Calls a method of the observer in one document, installing it first where it is missing.</summary>
    public async Task<T> CallAsync<T>(IFrame frame, string call, CancellationToken cancellationToken, object? argument = null)
    {
        if (frame == page.MainFrame && await _top.CallAsync<T>(call, argument, cancellationToken).ConfigureAwait(false) is { Asked: true } direct)
            return direct.Value!;
        // One round trip when it is there, which is always but for documents older than the driver.
        // Some of its methods answer with a promise.
        var script = $"async a => window.__autonoma ? {{ r: await window.__autonoma.{call} }} : null";
        for (var attempt = 0; ; attempt++)
        {
            var answer = await frame.EvaluateAsync<Answer<T>?>(script, argument).WaitAsync(cancellationToken).ConfigureAwait(false);
            if (answer is not null)
                return answer.R!;
            if (attempt > 0)
                throw new InvalidOperationException($"The observer could not be installed in {frame.Url}.");
            await frame.EvaluateAsync(ObserverScript.Text).WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Where the document of a frame is painted now; null when the frame is gone or not displayed.</summary>
    public async Task<FramePlace?> PlaceAsync(IFrame frame, CancellationToken cancellationToken)
    {
        if (frame.ParentFrame is not { } parent)
            return FramePlace.Top;
        var outer = await PlaceAsync(parent, cancellationToken).ConfigureAwait(false);
        var holder = await HolderAsync(frame, cancellationToken).ConfigureAwait(false);
        if (outer is not { } place || holder == 0)
            return null;
        var box = await CallAsync<double[]?>(parent, string.Create(CultureInfo.InvariantCulture, $"frameBox({holder})"), cancellationToken).ConfigureAwait(false);
        if (box is null)
            return null;
        var corner = place.Map(box[0], box[1], box[4], box[5]);
        var clip = place.Clip is { } outerClip ? corner.Intersect(outerClip) : corner;
        return new(corner.X, corner.Y, place.ScaleX * box[2], place.ScaleY * box[3], clip, 0, false, false, true);
    }

    /// <summary>Number of the frame element that holds the frame, within the parent's document; 0 when it was never asked.</summary>
    public int HolderOf(IFrame frame) => Entry(frame).Holder;

    private async Task<string> ReportAsync(IFrame frame, bool withHidden, CancellationToken cancellationToken)
    {
        var call = string.Create(CultureInfo.InvariantCulture, $"observe({Entry(frame).NextElement}, {(withHidden ? "true" : "false")})");
        if (frame == page.MainFrame)
            return await TextAsync(frame, call, cancellationToken).ConfigureAwait(false);
        try
        {
            return await TextAsync(frame, call, cancellationToken).WaitAsync(ChildFrameTimeout, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException)
        {
            return "";
        }
    }

    // The report is one long string: the cheapest thing to hand over.
    private async Task<string> TextAsync(IFrame frame, string call, CancellationToken cancellationToken)
    {
        if (frame == page.MainFrame && await _top.CallAsync<string>(call, null, cancellationToken).ConfigureAwait(false) is { Asked: true } direct)
            return direct.Value!;
        var script = $"window.__autonoma ? window.__autonoma.{call} : ''";
        var text = await frame.EvaluateAsync<string>(script).WaitAsync(cancellationToken).ConfigureAwait(false);
        if (text.Length > 0)
            return text;
        await frame.EvaluateAsync(ObserverScript.Text).WaitAsync(cancellationToken).ConfigureAwait(false);
        return await frame.EvaluateAsync<string>(script).WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    private FrameSnapshot Parse(IFrame frame, string report, FramePlace place, UiSize? viewport)
    {
        var entry = Entry(frame);
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(report.Length));
        FrameSnapshot snapshot;
        try
        {
            snapshot = SnapshotParser.Parse(bytes.AsSpan(0, Encoding.UTF8.GetBytes(report, bytes)), entry.Number, place, viewport);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }

        entry.NextElement = Math.Max(entry.NextElement, snapshot.NextElement);
        return snapshot;
    }

    private async Task<int> HolderAsync(IFrame frame, CancellationToken cancellationToken)
    {
        var entry = Entry(frame);
        if (entry.Holder > 0)
            return entry.Holder;
        try
        {
            var element = await frame.FrameElementAsync().WaitAsync(ChildFrameTimeout, cancellationToken).ConfigureAwait(false);
            entry.Holder = await element.EvaluateAsync<int>("e => e.ownerDocument.defaultView.__autonoma.idOf(e)").WaitAsync(ChildFrameTimeout, cancellationToken).ConfigureAwait(false);
            await element.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException)
        {
            return 0;
        }

        return entry.Holder;
    }

    private FrameEntry Entry(IFrame frame)
    {
        if (_entries.TryGetValue(frame, out var entry))
            return entry;
        if (_entries.Count > 100)
        {
            foreach (var gone in _entries.Keys.Where(known => known.IsDetached).ToList())
                _entries.Remove(gone);
        }

        return _entries[frame] = new(frame == page.MainFrame ? 0 : _nextNumber++);
    }

    private sealed class Answer<T>
    {
        public T? R { get; set; }
    }
}
