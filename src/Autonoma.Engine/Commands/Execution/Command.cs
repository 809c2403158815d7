using Autonoma.Engine.Running;

namespace Autonoma.Engine.Commands.Execution;

/// <summary>Carries out one kind of command.</summary>
internal abstract class Command
{
    /// <summary>Type of its parameters.</summary>
    public abstract Type ArgumentsType { get; }

    /// <summary>What a model is told about it: what it does and what its parameters mean.</summary>
    public abstract string Description { get; }

    /// <summary>
    /// Whether it changes the screen: an action starts a new record of what comes and goes, which a check or a wait must leave alone.
    /// </summary>
    public virtual bool Acts => true;

    /// <summary>The longest it may take before it counts as hung: its own waiting and a margin.</summary>
    public virtual TimeSpan Limit(CommandArguments arguments, RunOptions options)
        => options.StepTimeout + options.SettleCap + TimeSpan.FromSeconds(10);

    public abstract Task<CommandOutcome> RunAsync(CommandArguments arguments, CommandContext context, CancellationToken cancellationToken);
}

/// <summary>Carries out one kind of command.</summary>
internal abstract class Command<TArguments> : Command
    where TArguments : CommandArguments
{
    public sealed override Type ArgumentsType => typeof(TArguments);

    public sealed override TimeSpan Limit(CommandArguments arguments, RunOptions options) => Limit((TArguments)arguments, options);

    public sealed override Task<CommandOutcome> RunAsync(CommandArguments arguments, CommandContext context, CancellationToken cancellationToken)
        => RunAsync((TArguments)arguments, context, cancellationToken);

    protected virtual TimeSpan Limit(TArguments arguments, RunOptions options) => base.Limit(arguments, options);

    protected abstract Task<CommandOutcome> RunAsync(TArguments arguments, CommandContext context, CancellationToken cancellationToken);
}
