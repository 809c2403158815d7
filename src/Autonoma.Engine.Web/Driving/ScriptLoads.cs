using Microsoft.Playwright;

namespace Autonoma.Engine.Web.Driving;

/// <summary>
/// Scripts of a page that are on their way, and whether anything else is. The page itself cannot see them (<c>import()</c> leaves no trace before it is done), and what they will do when they are there
/// is as much under way as a request of its own.
/// </summary>
internal sealed class ScriptLoads
{
    private readonly Lock _gate = new();
    private readonly HashSet<IRequest> _open = [];
    private readonly HashSet<IRequest> _others = [];
    private TaskCompletionSource? _none;

    public ScriptLoads(IPage page)
    {
        page.Request += (_, request) =>
        {
            lock (_gate)
                (request.ResourceType == "script" ? _open : _others).Add(request);
        };
        page.RequestFinished += (_, request) => End(request);
        page.RequestFailed += (_, request) => End(request);
    }

    /// <summary>Ends when none is on its way; null when that is so now.</summary>
    public Task? Done
    {
        get
        {
            lock (_gate)
                return _open.Count == 0 ? null : (_none ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }
    }

    /// <summary>Whether nothing at all is on its way: a picture can set off as much as a script when it is there.</summary>
    public bool IsIdle
    {
        get
        {
            lock (_gate)
                return _open.Count == 0 && _others.Count == 0;
        }
    }

    private void End(IRequest request)
    {
        lock (_gate)
        {
            if (_others.Remove(request))
                return;
            if (!_open.Remove(request) || _open.Count > 0)
                return;
            _none?.SetResult();
            _none = null;
        }
    }
}
