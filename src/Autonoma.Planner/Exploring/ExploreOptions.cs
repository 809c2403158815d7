namespace Autonoma.Planner.Exploring;

/// <summary>How far an exploration goes.</summary>
public sealed record ExploreOptions
{
    /// <summary>Where it starts; it never leaves this origin.</summary>
    public required Uri Start { get; init; }

    /// <summary>Pages that are looked at. The default is 60.</summary>
    public int MaxPages { get; init; } = 60;

    /// <summary>Time for all of it. The default is 5 minutes.</summary>
    public TimeSpan MaxTime { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Pages of one route (<c>/orders/{id}</c>) that are looked at. The default is 2.</summary>
    public int SamplesPerRoute { get; init; } = 2;

    /// <summary>Controls of one page that are tried. The default is 15.</summary>
    public int MaxTriesPerPage { get; init; } = 15;

    /// <summary>Whether the data belongs to an environment that is thrown away. Without it nothing is sent and nothing with a dangerous name is pressed.</summary>
    public bool IsIsolated { get; init; }

    /// <summary>Further addresses to look at, which nothing may lead to: routes that are known from the code.</summary>
    public IReadOnlyList<Uri> Known { get; init; } = [];

    /// <summary>Sessions at the same time, from 1. More than 1 only when each has data of its own, or sends nothing. The default is 1.</summary>
    public int Workers { get; init; } = 1;

    /// <summary>Opens a session in which nobody is signed in; null when every session is one, or when none can be had.</summary>
    public Func<CancellationToken, Task<ExploreSession>>? SignedOut { get; init; }

    /// <summary>Sentences that sign in, from the page where that is done; empty when they are not known.</summary>
    public IReadOnlyList<string> SignIn { get; init; } = [];

    /// <summary>Where <see cref="SignIn"/> begins; null for the start.</summary>
    public Uri? SignInAt { get; init; }

    /// <summary>Places that are reached by doing something (a cart with something in it, the next page of a checkout) and looked at. The default is 12.</summary>
    public int MaxPlaces { get; init; } = 12;

    /// <summary>How long a page may stay busy after an action. The default is 6 seconds.</summary>
    public TimeSpan SettleCap { get; init; } = TimeSpan.FromSeconds(6);

    /// <summary>Folder for pictures of pages; null for none.</summary>
    public string? PictureFolder { get; init; }
}
