namespace Autonoma.Planner.CodeAnalysis.Results;

/// <summary>Something a browser can open, or a client can call.</summary>
/// <param name="Route">The path, parameters in braces: <c>/orders/{id}</c>.</param>
/// <param name="Kind"><c>page</c> or <c>api</c>.</param>
/// <param name="Methods">HTTP methods, in capitals, sorted.</param>
/// <param name="Framework">Who declares it: <c>razor-pages</c>, <c>mvc</c>, <c>blazor</c>, <c>minimal-api</c>, <c>next</c>, <c>react-router</c> and so on.</param>
/// <param name="Area">The feature it belongs to, in words.</param>
/// <param name="Handlers">Named actions of the page, such as <c>create</c> and <c>delete</c>.</param>
/// <param name="Source">Where it is declared.</param>
public sealed record AppPage(string Route, string Kind, IReadOnlyList<string> Methods, string Framework, string Area, IReadOnlyList<string> Handlers, SourcePlace Source);

/// <summary>A backend as its manifest tells it.</summary>
/// <param name="Language">Its language.</param>
/// <param name="Frameworks">What it is built with, as far as the manifest names it.</param>
/// <param name="Sdk">The Environment Factory SDK of the language, and the way to mount it.</param>
/// <param name="Manifest">The file.</param>
public sealed record DetectedBackend(string Language, IReadOnlyList<string> Frameworks, string Sdk, SourcePlace Manifest);

/// <summary>Something the analysis could not decide, with the reason and what to do.</summary>
/// <param name="About">A model, a file or the whole.</param>
/// <param name="Reason">What is not known and why.</param>
/// <param name="Source">Where to look; null where no place is known.</param>
public sealed record Undecided(string About, string Reason, SourcePlace? Source = null);
