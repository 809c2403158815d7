namespace Autonoma.Planner.Pipeline;

/// <summary>Is told what happens, to pass it on. Only the upload of the recipes can stop a plan; everything else is best effort and throws nothing.</summary>
public interface IPlanReporter
{
    /// <summary>A step began, perhaps in an earlier run.</summary>
    Task StartedAsync(StepDefinition step, CancellationToken cancellationToken);

    /// <summary>A step is done, perhaps since an earlier run.</summary>
    Task CompletedAsync(StepDefinition step, CancellationToken cancellationToken);

    /// <summary>Uploads the proven recipes.</summary>
    /// <param name="recipes">Text of the file.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Every reason why they were refused; empty when they were taken, or when there is nobody to upload them to.</returns>
    Task<IReadOnlyList<string>> UploadRecipesAsync(string recipes, CancellationToken cancellationToken);
}
