using System.Diagnostics.CodeAnalysis;

namespace Autonoma.Engine.Running;

/// <summary>Tells all observers, and keeps what goes wrong with them away from the run.</summary>
internal sealed class ObserverGroup(IReadOnlyList<IRunObserver> observers, List<string> notes, TimeProvider time)
{
    // A page that hangs lets no picture be taken of it; the run must end all the same.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    public Task TellAsync(Func<IRunObserver, ValueTask> tell)
        => EachAsync(async observer => await tell(observer).ConfigureAwait(false));

    public async Task<Attempt> AfterAttemptAsync(AttemptEnded ended, CancellationToken cancellationToken)
    {
        await EachAsync(async observer => ended = ended with { Attempt = await observer.AfterAttemptAsync(ended, cancellationToken).ConfigureAwait(false) }).ConfigureAwait(false);
        return ended.Attempt;
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "a report that cannot be written must not decide whether the app works")]
    private async Task EachAsync(Func<IRunObserver, Task> tell)
    {
        foreach (var observer in observers)
        {
            try
            {
                await Deadline.RunAsync(_ => tell(observer), Limit, time, CancellationToken.None).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                // The run itself notices its own cancellation.
            }
            catch (Exception problem)
            {
                var note = $"{observer.GetType().Name}: {problem.Message}";
                if (!notes.Contains(note))
                    notes.Add(note);
            }
        }
    }
}
