using Autonoma.Engine.Checks;
using Autonoma.Engine.Grounding;
using Autonoma.Engine.Instructions;

namespace Autonoma.Cli.Running;

/// <summary>The parts of the interpreter: stateless, one of each for the whole tool.</summary>
internal static class Interpreter
{
    public static IStepReader Reader => throw new NotImplementedException();

    public static IGrounder Grounder => throw new NotImplementedException();

    public static IClaimChecker Checker => throw new NotImplementedException();
}
