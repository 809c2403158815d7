namespace Autonoma.EnvironmentFactory.Protocol;

/// <summary>The versions of the wire protocol, as they stand in <c>version</c> of every successful answer.</summary>
public static class ProtocolVersions
{
    /// <summary>The caller sends the records to create.</summary>
    public const string V1 = "1.0";

    /// <summary>The caller names a scenario that the app defines.</summary>
    public const string V2 = "2.0";
}
