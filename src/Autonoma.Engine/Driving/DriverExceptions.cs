namespace Autonoma.Engine.Driving;

/// <summary>The application or its device went away: the browser was killed, the page crashed, the phone disconnected. The session cannot be reused.</summary>
public sealed class DriverLostException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>An address could not be loaded. The message names the address and the cause.</summary>
public sealed class NavigationFailedException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>A command could not do what it was asked. The message is shown to users: what was expected, what was found, what to do next.</summary>
public sealed class CommandFailedException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>A mistake the user can fix. The tool prints the message alone and exits 2.</summary>
/// <remarks>The message reaches users: no secrets.</remarks>
public sealed class UserInputException(string message, Exception? inner = null) : Exception(message, inner);
