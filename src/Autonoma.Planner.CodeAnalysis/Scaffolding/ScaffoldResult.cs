using Autonoma.Planner.Artifacts;
using Autonoma.Planner.CodeAnalysis.Scaffolding.Designs;
using Autonoma.Planner.CodeAnalysis.Scaffolding.SigningIn;

namespace Autonoma.Planner.CodeAnalysis.Scaffolding;

/// <summary>What is decided about one model.</summary>
/// <param name="Model">The model.</param>
/// <param name="Kind">How its records are made.</param>
/// <param name="Function">The function of the app; null where there is none.</param>
/// <param name="Place">Where that is written.</param>
/// <param name="Way">How it is called, in words.</param>
/// <param name="Services">What the factory needs of the app.</param>
/// <param name="Teardown">How a record goes, in words.</param>
/// <param name="Notes">What a person should know.</param>
public sealed record ModelDecision(string Model, FactoryKind Kind, string? Function, string? Place, string Way, IReadOnlyList<string> Services, string Teardown, IReadOnlyList<string> Notes);

/// <summary>An Environment Factory for an app: everything that would be written, and why. Nothing is written yet.</summary>
public sealed record ScaffoldResult
{
    /// <summary>Folder of the code.</summary>
    public required string Root { get; init; }

    /// <summary>File of the handler, relative to the root.</summary>
    public required string Handler { get; init; }

    /// <summary>Files to write; empty when the app has everything already.</summary>
    public required IReadOnlyList<FileChange> Changes { get; init; }

    /// <summary>Files that somebody has changed since they were written, and that are left as they are; relative to the root.</summary>
    public required IReadOnlyList<string> Kept { get; init; }

    /// <summary>Every audited model, by name.</summary>
    public required IReadOnlyList<ModelDecision> Models { get; init; }

    /// <summary>How tests sign in.</summary>
    public required SignInKind SignIn { get; init; }

    /// <summary>The same in words.</summary>
    public required string SignInWords { get; init; }

    /// <summary>Field that ties records to their tenant; null for none.</summary>
    public string? ScopeField { get; init; }

    /// <summary>What was lifted out: <c>Coupon: Pages/Coupons.cshtml.cs#CouponsModel.CreateCoupon</c>.</summary>
    public IReadOnlyList<string> Extractions { get; init; } = [];

    /// <summary>The audit, with where code was lifted to.</summary>
    public required EntityAudit Audit { get; init; }

    /// <summary>Text of <c>.factory-plan.md</c>.</summary>
    public required string Plan { get; init; }

    /// <summary>What would not compile, one line each. Nothing may be written as long as there is any.</summary>
    public required IReadOnlyList<string> Errors { get; init; }

    /// <summary>Writes the files: all of them, or none where one cannot be written.</summary>
    /// <exception cref="InvalidOperationException">Something would not compile.</exception>
    public void Apply()
    {
        if (Errors.Count > 0)
            throw new InvalidOperationException("Nothing is written: the result would not compile.");
        var done = new List<FileChange>();
        try
        {
            foreach (var change in Changes)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(change.Path)!);
                done.Add(change);
                File.WriteAllText(change.Path, change.After);
            }
        }
        catch
        {
            Revert(done);
            throw;
        }
    }

    /// <summary>Puts back what was there before.</summary>
    public void Revert() => Revert(Changes);

    private static void Revert(IEnumerable<FileChange> changes)
    {
        foreach (var change in changes)
        {
            if (change.Before is not null)
                File.WriteAllText(change.Path, change.Before);
            else
                File.Delete(change.Path);
        }
    }
}

/// <summary>There is nothing to scaffold into. The message says what is missing.</summary>
/// <param name="message">For people.</param>
public sealed class ScaffoldException(string message) : Exception(message);
