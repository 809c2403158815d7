using Autonoma.Engine.Checks;
using Autonoma.Engine.Commands;
using Autonoma.Engine.Instructions;
using Autonoma.TestKit;

namespace Autonoma.Engine.Tests.Instructions;

/// <summary>What docs/reference/steps.md shows as understood is understood, and what it shows as refused is refused.</summary>
public sealed class DocumentedStepsTests
{
    private static readonly string[] Lines = File.ReadAllLines(Repository.Folder("docs/reference/steps.md"));

    public static TheoryData<string> Examples()
    {
        var examples = new TheoryData<string>();
        var isInside = false;
        foreach (var line in Lines)
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
                isInside = !isInside;
            else if (isInside && line.Trim().Length > 0)
                examples.Add(line.Trim());
        }

        return examples;
    }

    public static TheoryData<string> Refused() => [.. Lines.SkipWhile(line => line != "| Written | Why |").Skip(2).TakeWhile(line => line.StartsWith('|')).Select(line => line.Split('|')[1].Trim())];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Read_Example_IsUnderstood(string sentence)
    {
        var reading = new StepReader().Read(sentence);

        reading.IsResolved.ShouldBeTrue(reading.Unresolved?.Message);
        reading.Commands.ShouldNotBeEmpty();
        foreach (var claim in reading.Commands.OfType<AssertArguments>())
            new ClaimChecker().WhyUnreadable(claim.Claim).ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void Read_RefusedExample_IsNotActedOn(string sentence)
    {
        var reading = new StepReader().Read(sentence);

        (reading.IsResolved && reading.Commands.All(command => command is not AssertArguments assert || new ClaimChecker().WhyUnreadable(assert.Claim) is null)).ShouldBeFalse();
    }
}
