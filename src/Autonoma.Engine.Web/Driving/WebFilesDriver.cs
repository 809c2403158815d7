using Autonoma.Engine.Driving;
using Autonoma.Engine.Observing;
using Microsoft.Playwright;

namespace Autonoma.Engine.Web.Driving;

/// <summary>File choosers and downloads of the session.</summary>
internal sealed class WebFilesDriver : IFilesDriver, IDisposable
{
    private static readonly TimeSpan ChooserTimeout = TimeSpan.FromSeconds(3);

    private readonly WebSession _session;
    private readonly Lock _gate = new();
    private readonly List<DownloadInfo> _downloads = [];
    private readonly List<string> _sinceMark = [];
    private readonly List<Task> _saving = [];
    private string? _folder;

    public WebFilesDriver(WebSession session)
    {
        _session = session;
        foreach (var tab in session.Tabs)
            Listen(tab);
        session.TabOpened += Listen;
    }

    /// <summary>Set once all drivers exist: a chooser opens by a click on the element.</summary>
    public Func<NodeRef, CancellationToken, Task>? Click { get; set; }

    /// <inheritdoc/>
    public IReadOnlyList<DownloadInfo> Downloads
    {
        get { lock (_gate) return [.. _downloads]; }
    }

    /// <summary>Suggested names of what was downloaded since the last mark.</summary>
    public IReadOnlyList<string> SinceMark
    {
        get { lock (_gate) return _sinceMark.Count == 0 ? [] : [.. _sinceMark]; }
    }

    /// <summary>Starts a new record.</summary>
    public void Mark()
    {
        lock (_gate)
            _sinceMark.Clear();
    }

    /// <inheritdoc/>
    public Task UploadAsync(NodeRef node, IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(paths);
        foreach (var path in paths)
        {
            if (!File.Exists(path))
                throw new CommandFailedException($"There is no file '{path}' to upload.");
        }

        return _session.CallAsync(() => UploadNowAsync(node, paths, cancellationToken), cancellationToken);
    }

    /// <summary>Waits for what is still being saved.</summary>
    public async Task FinishAsync(TimeSpan timeout)
    {
        Task[] saving;
        lock (_gate)
            saving = [.. _saving];
        try
        {
            await Task.WhenAll(saving).WaitAsync(timeout).ConfigureAwait(false);
        }
        catch (Exception e) when (e is TimeoutException or PlaywrightException)
        {
            // What did not arrive was not downloaded.
        }
    }

    public void Dispose()
    {
        if (_folder is not null && Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }

    private async Task UploadNowAsync(NodeRef node, IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        var frame = _session.Active.Frames.Find(node.Frame) ?? throw new CommandFailedException("The frame with the element is gone.");
        var handle = await frame.EvaluateHandleAsync($"window.__autonoma.uploadTarget({node.Element})").ConfigureAwait(false);
        if (handle is IElementHandle input)
        {
            try
            {
                await input.SetInputFilesAsync(paths).ConfigureAwait(false);
            }
            catch (PlaywrightException e) when (e.Message.Contains("multiple file", StringComparison.OrdinalIgnoreCase))
            {
                throw new CommandFailedException($"The field takes one file, not {paths.Count}.", e);
            }

            return;
        }

        var click = Click ?? throw new InvalidOperationException("The files driver was not joined to the others.");
        try
        {
            var chooser = await _session.Page.RunAndWaitForFileChooserAsync(
                () => click(node, cancellationToken), new() { Timeout = (float)ChooserTimeout.TotalMilliseconds }).ConfigureAwait(false);
            if (paths.Count > 1 && !chooser.IsMultiple)
                throw new CommandFailedException($"The file chooser takes one file, not {paths.Count}.");
            await chooser.SetFilesAsync(paths).ConfigureAwait(false);
        }
        catch (TimeoutException e)
        {
            throw new CommandFailedException("No file chooser opened when the element was clicked.", e);
        }
    }

    private void Listen(WebTab tab) => tab.Page.Download += (_, download) =>
    {
        lock (_gate)
        {
            _sinceMark.Add(download.SuggestedFilename);
            _saving.Add(SaveAsync(download));
        }
    };

    private async Task SaveAsync(IDownload download)
    {
        string path;
        lock (_gate)
        {
            _folder ??= Directory.CreateTempSubdirectory("autonoma-downloads-").FullName;
            path = Path.Combine(_folder, $"{_saving.Count + 1}-{Path.GetFileName(download.SuggestedFilename)}");
        }

        try
        {
            await download.SaveAsAsync(path).ConfigureAwait(false);
        }
        catch (PlaywrightException)
        {
            return; // cancelled, or its tab went away
        }

        lock (_gate)
            _downloads.Add(new(download.SuggestedFilename, path));
    }
}
