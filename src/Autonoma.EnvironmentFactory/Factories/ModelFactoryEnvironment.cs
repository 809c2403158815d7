using System.Text.Json;
using Autonoma.EnvironmentFactory.Schema;

namespace Autonoma.EnvironmentFactory.Factories;

/// <summary>What a factory that reads its fields from elsewhere needs.</summary>
/// <param name="Json">How inputs are read and fields are named.</param>
/// <param name="Annotations">Checks data annotations.</param>
public sealed record ModelFactoryEnvironment(JsonSerializerOptions Json, InputAnnotations Annotations);
