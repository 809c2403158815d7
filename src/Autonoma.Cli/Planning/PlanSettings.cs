using Autonoma.Cli.Environments;
using Autonoma.Engine.Driving;
using Autonoma.Planner.CodeAnalysis.Integrity;
using Autonoma.Planner.Folders;
using Autonoma.Planner.Gates;
using Autonoma.Planner.Pipeline.State;
using Autonoma.Planner.Reporting;

namespace Autonoma.Cli.Planning;

/// <summary>From the environment to what plans are kept with.</summary>
internal static class PlanSettings
{
    /// <summary>The key of seals.</summary>
    /// <exception cref="UserInputException">It is too short.</exception>
    public static SealKey Key(ToolEnvironment environment)
    {
        try
        {
            return SealKey.Open(environment.Variable);
        }
        catch (ArgumentException e)
        {
            throw new UserInputException(e.Message.Split(" (Parameter", 2)[0], e);
        }
    }

    /// <summary>What gates go by.</summary>
    /// <exception cref="UserInputException">A variable holds something else than it should.</exception>
    public static PlanGateOptions Gates(ToolEnvironment environment)
    {
        try
        {
            return PlanGateOptions.From(environment.Variable) with { Implementation = [new FactoryIntegrityCheck()] };
        }
        catch (ArgumentException e)
        {
            throw new UserInputException(e.Message.Split(" (Parameter", 2)[0], e);
        }
    }

    /// <summary>Reports to the platform that the environment names; null when it names none, or when nothing may be sent.</summary>
    /// <param name="environment">With address and key.</param>
    /// <param name="folder">The plan.</param>
    /// <param name="http">Sends.</param>
    /// <param name="offline">Whether nothing may be sent.</param>
    /// <param name="topic">Topic of the run; null for the whole plan.</param>
    /// <exception cref="UserInputException">Half of what is needed is set.</exception>
    public static PlatformReporter? Reporter(ToolEnvironment environment, PlanFolder folder, HttpClient http, bool offline, string? topic)
    {
        if (offline)
            return null;
        try
        {
            return PlatformAddress.From(environment.Variable) is { } platform ? new(new(platform, http), folder, new(), environment.Error.WriteLine) { Topic = topic } : null;
        }
        catch (ArgumentException e)
        {
            throw new UserInputException(e.Message.Split(" (Parameter", 2)[0], e);
        }
    }

    /// <summary>Seals a proof that was just written beside recipes, when they lie in a plan.</summary>
    /// <param name="environment">With the key.</param>
    /// <param name="recipes">Full path of the recipes.</param>
    public static void SealProof(ToolEnvironment environment, string recipes)
    {
        if (PlanEntry.Find(recipes) is { Artifact: ArtifactKind.Recipes } entry)
            PlanKeeper.Of(entry.Folder, Key(environment), Gates(environment)).SealProof();
    }

    /// <summary>Why no scenario can be made; null when nothing is missing but perhaps an address.</summary>
    public static string? Unready(ToolEnvironment environment)
        => environment.Variable(EndpointSettings.SharedSecretVariable) is { Length: > 0 } ? null : $"Requests to the Environment Factory are signed with the app's shared secret, and {EndpointSettings.SharedSecretVariable} is not set. Set it to what the app has, and go on: 'autonoma plan --resume'.";
}
