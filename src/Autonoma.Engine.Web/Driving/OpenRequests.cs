using Microsoft.Playwright;

namespace Autonoma.Engine.Web.Driving;

/// <summary>
/// What a page has on its way, as the browser sees it. The page itself cannot see all of it (<c>import()</c> leaves no trace before it is done, a picture only its end), and what it will do when it is there
/// is as much under way as a request of its own.
/// </summary>
internal sealed class OpenRequests
{
    private readonly Lock _gate = new();
    private readonly HashSet<IRequest> _open = [];
    private int _scripts;
    private TaskCompletionSource? _noScripts;

    public OpenRequests(IPage page)
    {
        page.Request += (_, request) => Begin(request);
        page.RequestFinished += (_, request) => End(request);
        page.RequestFailed += (_, request) => End(request);
    }

    /// <summary>Ends when no script is on its way; null when that is so now.</summary>
    public Task? ScriptsLoaded
    {
        get
        {
            lock (_gate)
                return _scripts == 0 ? null : (_noScripts ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }
    }

    /// <summary>Whether nothing at all is on its way: a picture can set off as much as a script when it is there.</summary>
    public bool IsEmpty
    {
        get
        {
            lock (_gate)
                return _open.Count == 0;
        }
    }

    private static bool IsScript(IRequest request) => request.ResourceType == "script";

    private void Begin(IRequest request)
    {
        // Nobody on the page learns of the answer to a beacon, and some browsers never report its end.
        if (request.ResourceType == "ping")
            return;
        lock (_gate)
        {
            if (_open.Add(request) && IsScript(request))
                _scripts++;
        }
    }

    private void End(IRequest request)
    {
        lock (_gate)
        {
            if (!_open.Remove(request) || !IsScript(request) || --_scripts > 0)
                return;
            _noScripts?.SetResult();
            _noScripts = null;
        }
    }
}
