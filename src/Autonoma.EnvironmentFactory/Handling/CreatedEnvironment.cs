using Autonoma.EnvironmentFactory.Payloads;
using Autonoma.EnvironmentFactory.Protocol;

namespace Autonoma.EnvironmentFactory.Handling;

/// <summary>What an <c>up</c> made.</summary>
internal sealed record CreatedEnvironment(CreatedRecords Refs, Payload Payload, string ScopeValue, Credentials? Auth);
