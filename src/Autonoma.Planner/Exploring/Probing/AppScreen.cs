using Autonoma.Engine.Checks;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Grounding;
using Autonoma.Engine.Instructions;
using Autonoma.Engine.Observing;
using Autonoma.Engine.Running;
using Autonoma.Planner.Exploring.Reading;

namespace Autonoma.Planner.Exploring.Probing;

/// <summary>
/// The application as an explorer handles it: only by sentences that a test could hold, so that whatever was found can be said again.
/// </summary>
internal sealed class AppScreen
{
    private readonly ExploreOptions _options;
    private readonly LiveSession _live;

    public AppScreen(IAppDriver driver, ExploreOptions options, TimeProvider time)
    {
        if (driver.Navigation is null)
            throw new ArgumentException("Exploring needs addresses, which this platform has not.", nameof(driver));
        Driver = driver;
        driver.Dialogs?.Otherwise = new(false); // "Really delete?" is answered with Cancel
        _options = options;
        // What is not there at once is not there: an explorer that waited for each thing that might come would not get far.
        var patience = TimeSpan.FromSeconds(2);
        _live = new(driver, new RunOptions { StepTimeout = patience, AssertionTimeout = patience, SettleCap = options.SettleCap }, new StepReader(), Grounder, new ClaimChecker(Grounder), time);
    }

    public IAppDriver Driver { get; }

    public Grounder Grounder { get; } = new();

    /// <summary>Opens an address and waits until it is at rest; null when it could not be opened.</summary>
    public async Task<Observation?> GoAsync(Uri address, CancellationToken cancellationToken)
    {
        try
        {
            await Driver.Navigation!.GoToAsync(address, cancellationToken).ConfigureAwait(false);
        }
        catch (NavigationFailedException)
        {
            return null;
        }

        return await LookAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What is there once it is at rest.</summary>
    public async Task<Observation> LookAsync(CancellationToken cancellationToken)
    {
        await Driver.Screen.SettleAsync(_options.SettleCap, cancellationToken).ConfigureAwait(false);
        return await Driver.Screen.ObserveAsync(ObserveOptions.Default, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Carries out a sentence; a question of the browser is answered with Cancel.</summary>
    public async Task<bool> ActAsync(string sentence, CancellationToken cancellationToken)
        => (await _live.ActAsync(sentence, cancellationToken).ConfigureAwait(false)).Status == StepStatus.Passed;

    /// <summary>Opens a page anew and carries out sentences on it; false when one could not be.</summary>
    public async Task<bool> StandAtAsync(Uri address, IReadOnlyList<string> sentences, CancellationToken cancellationToken)
    {
        if (await GoAsync(address, cancellationToken).ConfigureAwait(false) is null)
            return false;
        foreach (var sentence in sentences)
        {
            if (!await ActAsync(sentence, cancellationToken).ConfigureAwait(false))
                return false;
        }

        return true;
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
