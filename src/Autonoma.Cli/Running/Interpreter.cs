using Autonoma.Engine.Checks;
using Autonoma.Engine.Grounding;
using Autonoma.Engine.Instructions;

namespace Autonoma.Cli.Running;

/// <summary>The parts of the interpreter: stateless, one of each for the whole tool.</summary>
internal static class Interpreter
{
    public static IStepReader Reader { get; } = new StepReader();

    public static IGrounder Grounder { get; } = new Grounder();

    public static IClaimChecker Checker { get; } = new ClaimChecker(Grounder);
}
