using Autonoma.Engine.Reporting;

namespace Autonoma.Engine.Running.Suite;

/// <summary>Tells all reporters, one call at a time. What one of them throws is a problem of the tool, never of a test.</summary>
internal sealed class ReporterHub(IReadOnlyList<ISuiteReporter> reporters)
{
    private readonly Lock _gate = new();
    private readonly List<string> _problems = [];

    public IReadOnlyList<string> Problems
    {
        get
        {
            lock (_gate)
                return [.. _problems];
        }
    }

    public void Tell(Action<ISuiteReporter> call)
    {
        lock (_gate)
        {
            foreach (var reporter in reporters)
            {
                try
                {
                    call(reporter);
                }
                catch (Exception e) when (e is not OutOfMemoryException)
                {
                    Note(reporter, e);
                }
            }
        }
    }

    public void AddProblem(string problem)
    {
        lock (_gate)
        {
            if (!_problems.Contains(problem))
                _problems.Add(problem);
        }
    }

    /// <summary>Lets every reporter write what it leaves; the result that is passed on grows by the problems of those before.</summary>
    public async Task<SuiteResult> FinishAsync(SuiteResult result, CancellationToken cancellationToken)
    {
        foreach (var reporter in reporters)
        {
            try
            {
                await reporter.OnFinishedAsync(result with { Problems = Problems }, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                Note(reporter, e);
            }
        }

        return result with { Problems = Problems };
    }

    private void Note(ISuiteReporter reporter, Exception e) => AddProblem($"The {reporter.GetType().Name} failed: {e.Message}");
}
