namespace Autonoma.Planner.CodeAnalysis.Scaffolding.SigningIn;

/// <summary>How tests sign in.</summary>
public enum SignInKind
{
    /// <summary>The app has no sign-in.</summary>
    None,

    /// <summary>ASP.NET Core Identity.</summary>
    Identity,

    /// <summary>The app's own login page, filled in as a person would.</summary>
    Form,

    /// <summary>A function of the app that issues tokens.</summary>
    Token,

    /// <summary>Tokens that the app checks and another service issues: signed with the app's own key.</summary>
    Jwt,

    /// <summary>Not decided: the callback says so.</summary>
    Open,
}

/// <summary>The auth callback before it is written.</summary>
internal sealed record SignInDesign(SignInKind Kind, string Words)
{
    /// <summary>Name of the method; null where there is nothing to sign in to.</summary>
    public string? Method => Kind == SignInKind.None ? null : "AsUserAsync";

    /// <summary>Model of those who sign in.</summary>
    public string? User { get; init; }

    /// <summary>Input fields that hold the name and the password.</summary>
    public (string Login, string Password)? Fields { get; init; }

    /// <summary>Whether names and passwords are kept while a request lasts.</summary>
    public bool Remembers => Kind == SignInKind.Form && Fields is not null;

    /// <summary>The file.</summary>
    public string? Text { get; init; }
}
