namespace Autonoma.Platform.Secrets;

/// <summary>Names of what the Environment Factory is called with, as its own environment variables are named.</summary>
public static class EndpointSecrets
{
    /// <summary>Signs requests.</summary>
    public const string Shared = "AUTONOMA_SHARED_SECRET";

    /// <summary>Signs what was created; the endpoint's own.</summary>
    public const string Signing = "AUTONOMA_SIGNING_SECRET";
}
