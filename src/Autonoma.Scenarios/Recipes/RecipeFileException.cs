namespace Autonoma.Scenarios.Recipes;

/// <summary>A file that cannot be used. The message holds every problem, one a line.</summary>
public sealed class RecipeFileException(IReadOnlyList<Problem> problems) : Exception(string.Join('\n', problems))
{
    /// <summary>All of them, in the order of the file.</summary>
    public IReadOnlyList<Problem> Problems { get; } = problems;
}
