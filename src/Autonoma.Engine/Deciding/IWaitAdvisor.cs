namespace Autonoma.Engine.Deciding;

/// <summary>Says which of the things that were observed between two steps is the one to wait for, where there were too many to tell.</summary>
public interface IWaitAdvisor
{
    /// <summary>Chooses among what was observed; null when nothing was chosen, and the recording keeps what the rules chose.</summary>
    Task<WaitAdvice?> ChooseAsync(WaitQuestion question, CancellationToken cancellationToken);
}

/// <summary>What was observed between two steps. Texts are of the page, with templates in the place of values.</summary>
/// <param name="Step">The sentence that could begin after it.</param>
/// <param name="Command">What it was carried out with (<c>click</c>).</param>
/// <param name="Appeared">Texts that came, the telling ones first.</param>
/// <param name="Vanished">Texts that went.</param>
public sealed record WaitQuestion(string Step, string Command, IReadOnlyList<string> Appeared, IReadOnlyList<string> Vanished);

/// <summary>What to wait for: numbers of the texts of the question, from 0.</summary>
/// <param name="Appears">Texts that must be there.</param>
/// <param name="Vanishes">Texts that must be gone.</param>
public sealed record WaitAdvice(IReadOnlyList<int> Appears, IReadOnlyList<int> Vanishes);
