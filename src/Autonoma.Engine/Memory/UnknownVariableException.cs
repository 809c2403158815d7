namespace Autonoma.Engine.Memory;

/// <summary>A test refers to a variable that nothing has set. The message lists the known ones.</summary>
public sealed class UnknownVariableException(string message) : Exception(message);
