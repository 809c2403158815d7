using Autonoma.Engine.Observing;

namespace Autonoma.Planner.Exploring.Experimenting;

/// <summary>Where experiments of a page begin: an address, and what is done there first.</summary>
/// <param name="Start">The address.</param>
/// <param name="Steps">Sentences that lead on from it; empty for the page itself.</param>
/// <param name="Route">Route of the page where it ends.</param>
internal sealed record Standpoint(Uri Start, IReadOnlyList<string> Steps, string Route)
{
    /// <summary>Routes that it passes through.</summary>
    public IReadOnlyList<string> Through { get; init; } = [];

    /// <summary>Whether a screen shows all that was there when the place was seen before; a page that fetches its records shows them late. Null when it was not.</summary>
    public Func<Observation, bool>? IsWhole { get; init; }

    /// <summary>A place further on.</summary>
    public Standpoint Then(IEnumerable<string> steps, string route) => this with { Steps = [.. Steps, .. steps], Route = route, Through = [.. Through, Route], IsWhole = null };
}
