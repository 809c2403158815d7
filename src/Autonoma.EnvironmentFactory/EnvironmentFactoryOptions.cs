using System.Text.Json;
using Autonoma.EnvironmentFactory.Protocol;

namespace Autonoma.EnvironmentFactory;

/// <summary>Settings of the endpoint. Read for each request, so that secrets can be rotated without a restart.</summary>
public sealed class EnvironmentFactoryOptions
{
    /// <summary>The field that ties records to their tenant, such as <c>organizationId</c>. It is filled in where a record does not set it.</summary>
    public string? ScopeField { get; set; }

    /// <summary>The model that <see cref="ScopeField"/> refers to. By default the field without its <c>Id</c>: <c>organizationId</c> is <c>Organization</c>.</summary>
    public string? ScopeModel { get; set; }

    /// <summary>The secret that you and the caller know. By default the configuration value <c>AUTONOMA_SHARED_SECRET</c>.</summary>
    public string? SharedSecret { get; set; }

    /// <summary>Shared secrets that are still accepted while callers move to a new one. By default <c>AUTONOMA_PREVIOUS_SHARED_SECRETS</c>, separated by commas.</summary>
    public IList<string> PreviousSharedSecrets { get; } = [];

    /// <summary>The secret that only this app knows. By default the configuration value <c>AUTONOMA_SIGNING_SECRET</c>.</summary>
    public string? SigningSecret { get; set; }

    /// <summary>Signing secrets whose tokens are still accepted. By default <c>AUTONOMA_PREVIOUS_SIGNING_SECRETS</c>, separated by commas.</summary>
    public IList<string> PreviousSigningSecrets { get; } = [];

    /// <summary>Answers in production as well. The default is false: there every request gets a 404.</summary>
    public bool AllowProduction { get; set; }

    /// <summary>How long a token may be used. The default is 24 hours.</summary>
    public TimeSpan TokenLifetime { get; set; } = TimeSpan.FromHours(24);

    /// <summary>Accepts tokens that never expire, as SDKs for other languages issue them. The default is false.</summary>
    public bool AcceptTokensWithoutExpiry { get; set; }

    /// <summary>Refuses requests that carry no timestamp, nonce and signature over both. The default is false: they are checked where they are sent.</summary>
    public bool RequireFreshRequests { get; set; }

    /// <summary>How far a timestamp may be from now. The default is 5 minutes.</summary>
    public TimeSpan FreshnessWindow { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>The longest body that is read, in bytes. The default is 16 MiB.</summary>
    public int MaxBodyBytes { get; set; } = 16 * 1024 * 1024;

    /// <summary>The most records one <c>up</c> may create, nested ones included. The default is 50,000.</summary>
    public int MaxRecords { get; set; } = 50_000;

    /// <summary>Fields that no factory takes are an error instead of a warning in the log. Nested lists and objects always are. The default is false.</summary>
    public bool RejectUnknownFields { get; set; }

    /// <summary>The protocol to speak: <see cref="ProtocolVersions.V1"/> (the default) or <see cref="ProtocolVersions.V2"/>.</summary>
    public string ProtocolVersion { get; set; } = ProtocolVersions.V1;

    /// <summary>How long a 2.0 environment is meant to be used; told to the caller. The default is one hour.</summary>
    public TimeSpan EnvironmentLifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How inputs and records are written. By default the JSON options of the app, or web defaults.</summary>
    public JsonSerializerOptions? JsonOptions { get; set; }

    /// <summary>What answers report as <c>sdk.server</c>. By default the web adapter says.</summary>
    public string? Server { get; set; }
}
