using System.Text.Json.Serialization;

namespace Autonoma.EnvironmentFactory.Protocol;

/// <summary>How a test signs in: the <c>auth</c> of an <c>up</c> answer. What is not used stays null and is left out on the wire.</summary>
public sealed record Credentials
{
    /// <summary>Cookies to put into the browser.</summary>
    public IReadOnlyList<CredentialCookie>? Cookies { get; init; }

    /// <summary>Headers to send with every request, such as <c>Authorization</c>.</summary>
    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    /// <summary>What a person would type into a login form, such as <c>email</c> and <c>password</c>.</summary>
    [JsonPropertyName("credentials")]
    public IReadOnlyDictionary<string, string>? Values { get; init; }

    /// <summary>An <c>Authorization: Bearer</c> header.</summary>
    public static Credentials Bearer(string token) => Header("Authorization", $"Bearer {token}");

    /// <summary>One header.</summary>
    public static Credentials Header(string name, string value) => new() { Headers = new Dictionary<string, string> { [name] = value } };

    /// <summary>One cookie that lives as long as the browser, for the whole site, out of reach of scripts.</summary>
    public static Credentials Cookie(string name, string value) => new() { Cookies = [new(name, value) { HttpOnly = true, SameSite = "lax", Path = "/" }] };

    /// <summary>Email and password for the app's own login form. The user must have been created with that password.</summary>
    public static Credentials LoginForm(string email, string password)
        => new() { Values = new Dictionary<string, string> { ["email"] = email, ["password"] = password } };
}

/// <summary>A cookie to put into the browser.</summary>
public sealed record CredentialCookie(string Name, string Value)
{
    /// <summary>The address the cookie belongs to, if not the app's own.</summary>
    public string? Url { get; init; }

    /// <summary>The domain; null for the host of the app.</summary>
    public string? Domain { get; init; }

    /// <summary>The path; null for the whole site.</summary>
    public string? Path { get; init; }

    /// <summary>Out of reach of scripts.</summary>
    public bool? HttpOnly { get; init; }

    /// <summary>Only over HTTPS.</summary>
    public bool? Secure { get; init; }

    /// <summary><c>strict</c>, <c>lax</c> or <c>none</c>, in lower case.</summary>
    public string? SameSite { get; init; }

    /// <summary>Seconds it lives.</summary>
    public double? MaxAge { get; init; }

    /// <summary>Unix seconds at which it ends.</summary>
    public double? Expires { get; init; }
}
