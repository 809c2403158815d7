using Autonoma.Engine.Checks;
using Autonoma.Engine.Grounding;
using Autonoma.Engine.Instructions;

namespace Autonoma.Cli.Running;

/// <summary>The parts of the interpreter: stateless, one of each for the whole tool.</summary>
internal static class Interpreter
{
#if INTERPRETER
    public static IStepReader Reader { get; } = new StepReader();

    public static IGrounder Grounder { get; } = new Grounder();

    public static IClaimChecker Checker { get; } = new ClaimChecker(Grounder);
#else
    public static IStepReader Reader => throw new Engine.Driving.UserInputException("This build has no interpreter.");

    public static IGrounder Grounder => throw new Engine.Driving.UserInputException("This build has no interpreter.");

    public static IClaimChecker Checker => throw new Engine.Driving.UserInputException("This build has no interpreter.");
#endif
}
