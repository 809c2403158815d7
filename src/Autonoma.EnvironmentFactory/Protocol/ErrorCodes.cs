namespace Autonoma.EnvironmentFactory.Protocol;

/// <summary>The codes of a failure answer. They are a contract, unlike the message beside them.</summary>
public static class ErrorCodes
{
    /// <summary>401: the signature is missing, malformed or does not match the body.</summary>
    public const string InvalidSignature = "INVALID_SIGNATURE";

    /// <summary>400: not JSON, something required is missing, or a record of the payload is not valid.</summary>
    public const string InvalidBody = "INVALID_BODY";

    /// <summary>400: the action is none of discover, up and down.</summary>
    public const string UnknownAction = "UNKNOWN_ACTION";

    /// <summary>400: the payload holds a <c>{{token}}</c> that nobody resolves.</summary>
    public const string UnresolvedToken = "UNRESOLVED_TOKEN";

    /// <summary>403: the refs token is malformed, tampered with, expired, or was signed by somebody else.</summary>
    public const string InvalidRefsToken = "INVALID_REFS_TOKEN";

    /// <summary>403: as <see cref="InvalidRefsToken"/>, for the teardown token of protocol 2.0.</summary>
    public const string InvalidTeardownToken = "INVALID_TEARDOWN_TOKEN";

    /// <summary>404: the app runs in production and the endpoint was not allowed there.</summary>
    public const string ProductionBlocked = "PRODUCTION_BLOCKED";

    /// <summary>500: the shared and the signing secret are equal.</summary>
    public const string SameSecrets = "SAME_SECRETS";

    /// <summary>500: a factory returned a record without an <c>id</c>.</summary>
    public const string FactoryMissingPrimaryKey = "FACTORY_MISSING_PK";

    /// <summary>400: protocol 2.0 was asked for a scenario that is not defined.</summary>
    public const string UnknownEnvironment = "UNKNOWN_ENVIRONMENT";

    /// <summary>404: a <c>down</c> named an instance of which nobody here can know whether it exists.</summary>
    public const string UnknownInstance = "UNKNOWN_INSTANCE";

    /// <summary>500: anything else, with the message of what went wrong.</summary>
    public const string InternalError = "INTERNAL_ERROR";

    /// <summary>The HTTP status that belongs to a code; 500 for one that is not known.</summary>
    public static int StatusOf(string code) => code switch
    {
        InvalidSignature => 401,
        InvalidBody or UnknownAction or UnresolvedToken or UnknownEnvironment => 400,
        InvalidRefsToken or InvalidTeardownToken => 403,
        ProductionBlocked or UnknownInstance => 404,
        _ => 500,
    };
}
