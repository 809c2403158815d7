using Autonoma.Engine.Commands;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Running;
using Autonoma.Engine.Suites;

namespace Autonoma.TestKit.Interpreting;

/// <summary>Runs commands as the steps of a test, without depending on how sentences, descriptions and claims are read.</summary>
public static class ScriptedRun
{
    /// <summary>Short waits: a test that has to see a failure should not take long.</summary>
    public static RunOptions Quick { get; } = new()
    {
        StepTimeout = TimeSpan.FromSeconds(1.5),
        AssertionTimeout = TimeSpan.FromSeconds(1),
        WaitTimeout = TimeSpan.FromSeconds(3),
        SettleCap = TimeSpan.FromSeconds(1),
    };

    /// <summary>A test whose steps are these commands, one or several in each step, and what reads it.</summary>
    public static (TestCase Test, ScriptedReader Reader) Test(params IReadOnlyList<IReadOnlyList<CommandArguments>> steps)
    {
        var reader = new ScriptedReader();
        var written = new List<TestStep>();
        foreach (var commands in steps)
        {
            var sentence = $"{written.Count + 1}. {string.Join(", then ", commands)}";
            reader.Means(sentence, commands);
            written.Add(new(written.Count + 1, sentence));
        }

        return (new TestCase { Title = "Scripted", Steps = written }, reader);
    }

    /// <summary>Runs them on the page as it is, one command in each step.</summary>
    public static Task<RunResult> RunAsync(IAppDriver driver, CancellationToken cancellationToken, params IReadOnlyList<CommandArguments> commands)
        => RunAsync(driver, Quick, cancellationToken, [.. commands.Select(command => (IReadOnlyList<CommandArguments>)[command])]);

    /// <summary>Runs them on the page as it is.</summary>
    public static Task<RunResult> RunAsync(IAppDriver driver, RunOptions options, CancellationToken cancellationToken, params IReadOnlyList<IReadOnlyList<CommandArguments>> steps)
    {
        var (test, reader) = Test(steps);
        return new TestRunner(driver, options, reader, new NameGrounder(), new TextChecker(), TimeProvider.System).RunAsync(test, cancellationToken);
    }
}
