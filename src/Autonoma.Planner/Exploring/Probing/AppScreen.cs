using Autonoma.Engine.Checks;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Grounding;
using Autonoma.Engine.Instructions;
using Autonoma.Engine.Observing;
using Autonoma.Engine.Running;
using Autonoma.Planner.Exploring.Experimenting;
using Autonoma.Planner.Exploring.Reading;
using Autonoma.Planner.Exploring.Working;

namespace Autonoma.Planner.Exploring.Probing;

/// <summary>
/// The application as an explorer handles it: only by sentences that a test could hold, so that whatever was found can be said again.
/// </summary>
internal sealed class AppScreen : IAsyncDisposable
{
    // A page is looked at again after so long until it looks the same twice, and shows what it showed before; at most so often.
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(120);
    private const int MostLooks = 4;
    private const int MostLooksForAll = 20;

    private readonly SessionsAhead _sessions;
    private readonly ExploreOptions _options;
    private readonly TimeProvider _time;
    private readonly ClaimChecker _checker;
    private readonly Dictionary<string, long> _untouched = new(StringComparer.Ordinal);
    private readonly HashSet<string> _restless = new(StringComparer.Ordinal);
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private ExploreSession? _session;
    private LiveSession? _live;
    private Uri? _at;
    private string? _standing;

    public AppScreen(SessionsAhead sessions, ExploreOptions options, TimeProvider time)
    {
        _sessions = sessions;
        _options = options;
        _time = time;
        _checker = new(Grounder);
        Claims = new(_checker, time);
    }

    public IAppDriver Driver => _session?.Driver ?? throw new InvalidOperationException("No session is open.");

    /// <summary>Values of this session that differ from run to run, by name.</summary>
    public IReadOnlyDictionary<string, string> Variables => _session?.Variables ?? new Dictionary<string, string>();

    public Grounder Grounder { get; } = new();

    /// <summary>Writes claims about what was seen.</summary>
    public ClaimWriter Claims { get; }

    /// <summary>Whether the session's data may have been changed: the next look begins in a new one.</summary>
    public bool IsSoiled { get; set; }

    /// <summary>Whether the last look found other data than the session began with, which nobody had called soiled.</summary>
    public bool FoundChanged { get; private set; }

    /// <summary>Opens the session; a session that is open already is closed first.</summary>
    public async Task RenewAsync(CancellationToken cancellationToken)
    {
        await DisposeAsync().ConfigureAwait(false);
        _session = await OpenAsync(cancellationToken).ConfigureAwait(false);
        if (Driver.Navigation is null)
            throw new InvalidOperationException("Exploring needs addresses, which this platform has not.");
        Driver.Dialogs?.Otherwise = new(false); // "Really delete?" is answered with Cancel
        // What is not there at once is not there: an explorer that waited for each thing that might come would not get far.
        var patience = TimeSpan.FromSeconds(2);
        _live = new(Driver, new RunOptions { StepTimeout = patience, AssertionTimeout = patience, SettleCap = _options.SettleCap }, new StepReader(), Grounder, _checker, _time);
        IsSoiled = false;
        _standing = null;
        _seen.Clear();
    }

    // A browser that ends while a session is opened in it is started again once.
    private async Task<ExploreSession> OpenAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _sessions.TakeAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (DriverLostException)
        {
            return await _sessions.TakeAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_session is { } session)
        {
            _session = null;
            await _sessions.CloseAsync(session).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Stands where experiments begin, on data that nothing was done to: the page must look as it did when it was first seen in its session, otherwise a new
    /// session is opened. Null when it cannot be reached.
    /// </summary>
    public async Task<Observation?> StandAsync(Standpoint place, IReadOnlyList<string> opening, CancellationToken cancellationToken)
    {
        var key = $"{place.Start} {string.Join('|', place.Steps)}";
        var isFresh = false;
        FoundChanged = false;
        while (true)
        {
            if (_session is null || IsSoiled)
            {
                await RenewAsync(cancellationToken).ConfigureAwait(false);
                isFresh = true;
            }

            // What leads there is done once in a session; after that its address is enough.
            var screen = place.Steps.Count > 0 && _standing == key && _at is { } at ? await GoAsync(at, cancellationToken).ConfigureAwait(false) : await ReachAsync(place, cancellationToken).ConfigureAwait(false);
            if (screen is null)
                return null;
            _standing = key;
            _at = Uri.TryCreate(screen.Url, UriKind.Absolute, out var url) ? url : null;
            if (_seen.Add(key))
            {
                if (_untouched.GetValueOrDefault(key) != screen.Fingerprint)
                {
                    // Another session's data may have other names: what this one shows first is what it shows untouched.
                    _untouched[key] = (screen = await RestAsync(screen, place.IsWhole, cancellationToken).ConfigureAwait(false)).Fingerprint;
                    if (FoundChanged && !_restless.Contains(key))
                        continue; // Was it changed, or does it look otherwise each time? A second look tells.
                }
            }
            else if (!_restless.Contains(key) && screen.Fingerprint != _untouched[key] && (screen = await AgainAsync(cancellationToken).ConfigureAwait(false)).Fingerprint != _untouched[key])
            {
                // A page that never looks the same twice, not even where nothing was done between, cannot tell.
                if (FoundChanged)
                    _restless.Add(key);
                else
                    FoundChanged = IsSoiled = true;
                if (IsSoiled)
                    continue;
            }

            if (await DoAsync(opening, cancellationToken).ConfigureAwait(false))
                return opening.Count == 0 ? screen : await LookAsync(cancellationToken).ConfigureAwait(false);
            // What was tried before may have taken away what is pressed now.
            if (isFresh)
                return null;
            IsSoiled = true;
        }
    }

    /// <summary>Carries out sentences; false when one could not be.</summary>
    public async Task<bool> DoAsync(IEnumerable<string> sentences, CancellationToken cancellationToken)
    {
        foreach (var sentence in sentences)
        {
            if (!await ActAsync(sentence, cancellationToken).ConfigureAwait(false))
                return false;
        }

        return true;
    }

    /// <summary>A sentence as a test holds it: what differs from run to run is called by its name.</summary>
    public string Lasting(string sentence)
    {
        foreach (var (name, value) in Variables.Where(pair => pair.Value.Length > 3).OrderByDescending(pair => pair.Value.Length))
            sentence = sentence.Replace(value, $"{{{{{name}}}}}", StringComparison.Ordinal);
        return sentence;
    }

    private async Task<Observation?> ReachAsync(Standpoint place, CancellationToken cancellationToken)
    {
        if (await GoAsync(place.Start, cancellationToken).ConfigureAwait(false) is not { } screen)
            return null;
        if (place.Steps.Count == 0)
            return screen;
        return await DoAsync(place.Steps, cancellationToken).ConfigureAwait(false) ? await LookAsync(cancellationToken).ConfigureAwait(false) : null;
    }

    /// <summary>Opens an address and waits until it is at rest; null when it could not be opened.</summary>
    public async Task<Observation?> GoAsync(Uri address, CancellationToken cancellationToken)
    {
        try
        {
            await Driver.Navigation!.GoToAsync(address, cancellationToken).ConfigureAwait(false);
        }
        catch (NavigationFailedException)
        {
            ThrowIfLost();
            return null;
        }

        return await LookAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What is there once it looks the same twice: a script that has not begun yet keeps no request open that one could wait for.</summary>
    /// <param name="screen">The first look.</param>
    /// <param name="isWhole">Whether all is there that is known to be; null when nothing is known.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Observation> RestAsync(Observation screen, Func<Observation, bool>? isWhole, CancellationToken cancellationToken)
    {
        for (var look = 1; look < MostLooksForAll; look++)
        {
            var next = await AgainAsync(cancellationToken).ConfigureAwait(false);
            var isSame = next.Fingerprint == screen.Fingerprint;
            screen = next;
            if ((isSame || look >= MostLooks) && isWhole?.Invoke(screen) != false)
                break;
        }

        return screen;
    }

    private async Task<Observation> AgainAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(BetweenLooks, _time, cancellationToken).ConfigureAwait(false);
        return await LookAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What is there once it is at rest.</summary>
    public async Task<Observation> LookAsync(CancellationToken cancellationToken)
    {
        await Driver.Screen.SettleAsync(_options.SettleCap, cancellationToken).ConfigureAwait(false);
        return await Driver.Screen.ObserveAsync(ObserveOptions.Default, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Carries out a sentence; a question of the browser is answered with Cancel.</summary>
    /// <exception cref="DriverLostException">The tab or the browser was lost: that is no fault of the sentence.</exception>
    public async Task<bool> ActAsync(string sentence, CancellationToken cancellationToken)
    {
        if ((await _live!.ActAsync(sentence, cancellationToken).ConfigureAwait(false)).Status == StepStatus.Passed)
            return true;
        ThrowIfLost();
        return false;
    }

    private void ThrowIfLost()
    {
        if (Driver.Application.Loss is { } loss)
            throw new DriverLostException(loss);
    }

    /// <summary>
    /// The texts that came between two looks, toasts that are gone again among them. A text is a field's when the field names it as its
    /// description, or when it is the nearest text that came after the field within the same block.
    /// </summary>
    public static IReadOnlyList<SeenMessage> Messages(Observation before, Observation after)
    {
        var known = ScreenParts.Texts(before);
        var messages = new List<SeenMessage>();
        foreach (var node in after.Tree.Nodes.Where(ScreenParts.IsWhole))
        {
            if (known.GetValueOrDefault(node.InnerText) > 0)
            {
                known[node.InnerText]--;
                continue;
            }

            if (node.Ancestors().Any(above => above.Role is "option" or "menu" || above.Tag == "select"))
                continue;
            var floats = node.Role is "alert" or "status" || node.Ancestors().Any(above => above.Role is "alert" or "status" || above.Live.Length > 0);
            messages.Add(new(node.InnerText, FieldOf(node, after), floats, node.Role == "alert" || node.Ancestors().Any(above => above.Role == "alert" || above.Live == "assertive")));
        }

        // What came and went between the two looks.
        foreach (var change in after.Changes.Where(change => change.Kind == UiChangeKind.Appeared && change.Layer > 0 && change.Text.Length is > 1 and <= 200))
        {
            if (messages.All(message => !message.Text.Contains(change.Text, StringComparison.Ordinal) && !change.Text.Contains(message.Text, StringComparison.Ordinal)) && after.Tree.Find(change.Ref) is null)
                messages.Add(new(change.Text, null, true, change.Role == "alert"));
        }

        return [.. messages.DistinctBy(message => (message.Text, message.Field))];
    }

    private static string? FieldOf(UiNode text, Observation screen)
    {
        var described = screen.Tree.Nodes.FirstOrDefault(node => FormReader.IsField(node) && node.Description.Length > 0 && node.Description.Contains(text.InnerText, StringComparison.Ordinal));
        if (described is not null)
            return Naming.Label(described);
        // The smallest block that holds the text and a field holds one field only: then it is about that field.
        foreach (var block in text.Ancestors().Take(4))
        {
            var fields = block.Descendants().Where(FormReader.IsField).Take(2).ToList();
            if (fields.Count == 1)
                return Naming.Label(fields[0]);
            if (fields.Count > 1)
                return text.IsVisible && block.Descendants().Where(node => FormReader.IsField(node) && node.Index < text.Index).LastOrDefault() is { } before && ReferenceEquals(before.Parent, text.Parent) ? Naming.Label(before) : null;
        }

        return null;
    }
}
