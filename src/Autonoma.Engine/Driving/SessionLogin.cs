namespace Autonoma.Engine.Driving;

/// <summary>What a session of an app begins with, so that the test need not sign in.</summary>
public sealed record SessionLogin
{
    /// <summary>Nothing.</summary>
    public static SessionLogin None { get; } = new();

    /// <summary>Cookies.</summary>
    public IReadOnlyList<LoginCookie> Cookies { get; init; } = [];

    /// <summary>Headers for the app's own origin, and for no other.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();
}

/// <summary>A cookie that a session begins with.</summary>
/// <param name="Name">Name.</param>
/// <param name="Value">Value; shown nowhere.</param>
public sealed record LoginCookie(string Name, string Value)
{
    /// <summary>Host it is sent to; null for that of the app.</summary>
    public string? Domain { get; init; }

    /// <summary>Path it is sent to.</summary>
    public string Path { get; init; } = "/";

    /// <summary>Over HTTPS only.</summary>
    public bool Secure { get; init; }

    /// <summary>Not readable by scripts.</summary>
    public bool HttpOnly { get; init; }

    /// <summary><c>strict</c>, <c>lax</c> or <c>none</c>; null for the browser's default.</summary>
    public string? SameSite { get; init; }

    /// <summary>When it ends; null for the end of the session.</summary>
    public DateTimeOffset? Expires { get; init; }
}
