using Autonoma.Planner.Validation.Rules;
using Autonoma.Scenarios.Recipes;

namespace Autonoma.Planner.Gates;

/// <summary>Rules about the code of an Environment Factory, for checks of an implementation.</summary>
public static class ImplementationRules
{
    /// <summary>A model without a factory.</summary>
    public static Rule NoFactory => GateRules.NoFactory;

    /// <summary>A factory that does not call what was audited.</summary>
    public static Rule NotReached => GateRules.NotReached;

    /// <summary>A row written by an object-relational mapper.</summary>
    public static Rule RawEntity => GateRules.RawEntity;

    /// <summary>A row written by SQL.</summary>
    public static Rule RawSql => GateRules.RawSql;

    /// <summary>A document written.</summary>
    public static Rule RawDocument => GateRules.RawDocument;

    /// <summary>Code that cannot be followed.</summary>
    public static Rule NotFollowed => GateRules.NotFollowed;

    /// <summary>Code of some builds only.</summary>
    public static Rule Conditional => GateRules.Conditional;

    /// <summary>A handler that nobody maps.</summary>
    public static Rule NotMapped => GateRules.NotMapped;

    /// <summary>A server of its own.</summary>
    public static Rule OwnServer => GateRules.OwnServer;

    /// <summary>An audited function that is not there.</summary>
    public static Rule AuditedGone => GateRules.AuditedGone;

    /// <summary>Inline code that was not lifted out.</summary>
    public static Rule NotExtracted => GateRules.NotExtracted;

    /// <summary>A problem of a file.</summary>
    /// <param name="rule">What is broken.</param>
    /// <param name="file">Full path.</param>
    /// <param name="line">From 1; 0 for the whole file.</param>
    /// <param name="message">What was found.</param>
    /// <param name="fix">What to do.</param>
    public static Problem Problem(Rule rule, string file, int line, string message, string? fix = null)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return GateRules.Problem(rule, file, message, fix) with { Line = line };
    }
}
