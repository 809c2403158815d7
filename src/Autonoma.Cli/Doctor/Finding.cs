namespace Autonoma.Cli.Doctor;

/// <summary>How a check ended.</summary>
internal enum FindingKind
{
    /// <summary>As it should be.</summary>
    Good,
    /// <summary>Something will be missing, but tests run.</summary>
    Missing,
    /// <summary>Tests cannot run.</summary>
    Bad,
}

/// <summary>What a check found.</summary>
/// <param name="Check">What was checked.</param>
/// <param name="Kind">How it ended.</param>
/// <param name="Found">What is there.</param>
/// <param name="Fix">What to do; null when nothing has to be done.</param>
internal sealed record Finding(string Check, FindingKind Kind, string Found, string? Fix = null);
