using Autonoma.Engine.Driving;

namespace Autonoma.Engine.Running.Suite;

/// <summary>Why a test has no verdict on the app: something broke that is not the app's.</summary>
/// <param name="Reason">How its run ended.</param>
/// <param name="Failure">Whose fault it is.</param>
/// <param name="Words">For people.</param>
public sealed record TestFault(FinishReason Reason, FailureKind Failure, string Words)
{
    /// <summary>Whether the tool has a bug: nothing that its user, the browser or the environment could have done explains it.</summary>
    public bool IsOfTheTool { get; private init; }

    /// <summary>What an exception says that ended a try outside of its steps.</summary>
    /// <param name="exception">Anything but a lack of memory.</param>
    /// <param name="cancellationToken">What the try was stopped by, if it was.</param>
    public static TestFault Of(Exception exception, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return exception switch
        {
            OperationCanceledException when cancellationToken.IsCancellationRequested => new(FinishReason.Cancelled, FailureKind.Cancelled, "Stopped before it began."),
            TestEnvironmentException => new(FinishReason.Error, FailureKind.Environment, $"The environment of this test could not be made, so nothing was tested. {exception.Message}"),
            UserInputException => new(FinishReason.Error, FailureKind.Engine, exception.Message),
            DriverLostException => new(FinishReason.Error, FailureKind.Engine, $"The browser went away: {exception.Message}"),
            _ => new(FinishReason.Error, FailureKind.Engine, $"The tool itself failed: {exception.GetType().Name}: {exception.Message}") { IsOfTheTool = true },
        };
    }
}
