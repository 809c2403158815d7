namespace Autonoma.Planner.CodeAnalysis.Results;

/// <summary>What kind of code creates: the earlier, the better it can be called by a test's factory.</summary>
public enum CreationLayer
{
    /// <summary>A class of the application's own logic.</summary>
    Service,

    /// <summary>A handler of a command or request.</summary>
    Handler,

    /// <summary>A class that only stores.</summary>
    Repository,

    /// <summary>A named function of a route: a controller's action, a page's handler, an endpoint's method.</summary>
    Route,

    /// <summary>A lambda of a route.</summary>
    Inline,

    /// <summary>A background job or something that listens.</summary>
    Job,
}

/// <summary>A function that creates a model on its own.</summary>
/// <param name="File">Relative to the analysed folder.</param>
/// <param name="Line">Where the function begins.</param>
/// <param name="Function"><c>Class.Method</c>; for a lambda the method that maps it and the route: <c>NotesApi.Map (POST /api/notes)</c>.</param>
/// <param name="Layer">What kind of code it is.</param>
/// <param name="NeedsExtraction">Whether the logic lies where a factory cannot call it.</param>
public sealed record CreationPath(string File, int Line, string Function, CreationLayer Layer, bool NeedsExtraction);

/// <summary>A model that is created in the flow of another.</summary>
/// <param name="Owner">The model whose creation it is.</param>
/// <param name="Via">The function.</param>
/// <param name="Why">A sentence with file and line.</param>
/// <param name="Source">Where the row is made.</param>
public sealed record OwnerLink(string Owner, string Via, string Why, SourcePlace Source);

/// <summary>Something that a creation does beside storing its row.</summary>
/// <param name="Kind"><c>hash</c>, <c>slug</c>, <c>token</c>, <c>sibling</c>, <c>mail</c>, <c>sms</c>, <c>http</c>, <c>queue</c>, <c>event</c>, <c>file</c> or <c>cache</c>.</param>
/// <param name="Text">What happens, for the audit.</param>
/// <param name="Source">Where.</param>
public sealed record SideEffect(string Kind, string Text, SourcePlace Source);

/// <summary>Who creates a model, and what comes with it.</summary>
/// <param name="Model">The model.</param>
/// <param name="Creator">The function to call; null when the model comes only with others, or nobody makes it.</param>
/// <param name="Others">Other functions that create it on its own.</param>
/// <param name="CreatedBy">The models whose creation makes it.</param>
/// <param name="SideEffects">What the creator does beside.</param>
public sealed record ModelCreation(
    string Model, CreationPath? Creator, IReadOnlyList<CreationPath> Others, IReadOnlyList<OwnerLink> CreatedBy, IReadOnlyList<SideEffect> SideEffects)
{
    /// <summary>Whether code creates it on its own.</summary>
    public bool IsIndependent => Creator is not null;
}
