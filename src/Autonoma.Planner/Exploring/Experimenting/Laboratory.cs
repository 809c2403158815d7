using Autonoma.Engine.Observing;
using Autonoma.Planner.Exploring.Probing;
using Autonoma.Planner.Exploring.Reading;

namespace Autonoma.Planner.Exploring.Experimenting;

/// <summary>Tries things at one place of an application and keeps, as experiments, what can be claimed of them.</summary>
internal sealed class Laboratory(AppScreen app, Standpoint place, Func<bool> goesOn, CancellationToken cancellationToken)
{
    private const string Reload = "Refresh the page";

    private readonly List<Experiment> _found = [];

    /// <summary>The application.</summary>
    public AppScreen App => app;

    /// <summary>Where it all begins.</summary>
    public Standpoint Place => place;

    /// <summary>What was found out.</summary>
    public IReadOnlyList<Experiment> Found => _found;

    /// <summary>Places that were reached and are worth a look of their own.</summary>
    public List<Standpoint> Onward { get; } = [];

    /// <summary>What no test was made of and people should know.</summary>
    public List<string> Remarks { get; } = [];

    /// <summary>Whether there is time left.</summary>
    public bool GoesOn => goesOn();

    /// <summary>The token of the exploration.</summary>
    public CancellationToken Token => cancellationToken;

    /// <summary>Stands at the place, on untouched data; null when it cannot be reached.</summary>
    public Task<Observation?> StandAsync(params IReadOnlyList<string> opening) => app.StandAsync(place, opening, cancellationToken);

    /// <summary>Does something and writes down what came of it; null when it could not be done.</summary>
    /// <param name="before">What is there.</param>
    /// <param name="steps">What is done.</param>
    /// <param name="input">What is put into fields.</param>
    /// <param name="most">How many claims are enough.</param>
    public async Task<Result?> DoAsync(Observation before, IReadOnlyList<string> steps, IReadOnlyCollection<string>? input = null, int most = 7)
    {
        await app.Driver.Screen.MarkAsync(cancellationToken).ConfigureAwait(false);
        if (!await app.DoAsync(steps, cancellationToken).ConfigureAwait(false))
            return null;
        var after = await app.LookAsync(cancellationToken).ConfigureAwait(false);
        return new(before, after, Lasting(steps, app.Claims.Changes(before, after, input ?? [], most)));
    }

    /// <summary>Loads the page anew and answers which claims are true still; null when none is.</summary>
    /// <param name="claims">What was claimed before.</param>
    /// <param name="opening">What leads back to where they were true.</param>
    public Task<Stage?> AgainAsync(IReadOnlyList<string> claims, params IReadOnlyList<string> opening) => AgainAsync(Reload, claims, opening);

    /// <summary>Opens the page anew by its address: a reload of what a form has answered would send the form again.</summary>
    /// <param name="after">What the form has answered.</param>
    /// <param name="claims">What was claimed before.</param>
    /// <param name="opening">What leads back to where they were true.</param>
    public Task<Stage?> AnewAsync(Observation after, IReadOnlyList<string> claims, params IReadOnlyList<string> opening)
    {
        var path = PageReader.PathOf(after.Url).Split('#')[0];
        return AgainAsync(path.StartsWith('/') && !new RoutePattern().Of(new Uri(after.Url)).Contains("{id}", StringComparison.Ordinal) ? $"Open {path}" : Reload, claims, opening);
    }

    private async Task<Stage?> AgainAsync(string step, IReadOnlyList<string> claims, IReadOnlyList<string> opening)
    {
        if (!await app.DoAsync([step, .. opening], cancellationToken).ConfigureAwait(false))
            return null;
        var screen = await app.LookAsync(cancellationToken).ConfigureAwait(false);
        var still = app.Claims.Still(claims, screen);
        return still.Count == 0 ? null : Lasting([step, .. opening], still);
    }

    /// <summary>A stage as a test will hold it.</summary>
    public Stage Lasting(IEnumerable<string> steps, IEnumerable<string> claims) => new([.. steps.Select(app.Lasting)], [.. claims.Select(app.Lasting)]);

    /// <summary>Keeps an experiment, when there is something to claim.</summary>
    public void Keep(ExperimentKind kind, string subject, string detail, IReadOnlyList<string> opening, params IEnumerable<Stage?> stages)
    {
        var told = stages.OfType<Stage>().ToList();
        if (told.Sum(stage => stage.Claims.Count) > 0)
            _found.Add(new() { Kind = kind, Subject = subject, Detail = detail, Approach = [.. place.Steps.Concat(opening).Select(app.Lasting)], Stages = told, Through = place.Through });
    }

    /// <summary>Remembers where something led to when that is a place that cannot be reached otherwise.</summary>
    /// <param name="before">Before.</param>
    /// <param name="after">After.</param>
    /// <param name="steps">What led there.</param>
    public void Follow(Observation before, Observation after, IReadOnlyList<string> steps)
    {
        if (!Uri.TryCreate(after.Url, UriKind.Absolute, out var to))
            return;
        if (to.AbsolutePath != new Uri(before.Url).AbsolutePath)
        {
            Onward.Add(place.Then(steps, to.AbsolutePath));
            return;
        }

        // A link around the page that says something else now (a cart with a number) tells where what was done has gone to.
        var naming = new Naming(app.Grounder, after);
        var was = before.Tree.Nodes.Where(node => node.Href.Length > 0).GroupBy(node => node.Href).ToDictionary(group => group.Key, group => group.First().InnerText, StringComparer.Ordinal);
        foreach (var link in PageReader.Links(after, to).Where(ScreenParts.IsAround))
        {
            if (was.TryGetValue(link.Href, out var text) && text != link.InnerText && naming.Phrase(link, Engine.Grounding.GroundingPurpose.Click) is { } phrase)
                Onward.Add(place.Then([.. steps, $"Click {phrase}"], new Uri(link.Href).AbsolutePath));
        }
    }

    /// <summary>What came of something.</summary>
    /// <param name="Before">Before.</param>
    /// <param name="After">After.</param>
    /// <param name="Stage">Steps and claims.</param>
    internal sealed record Result(Observation Before, Observation After, Stage Stage)
    {
        /// <summary>Whether the page is another one now.</summary>
        public bool HasMoved => PageReader.PathOf(Before.Url) != PageReader.PathOf(After.Url);
    }
}
