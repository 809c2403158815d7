namespace Autonoma.AI.Registry;

/// <summary>What models are used for. Costs are counted by these names, and a configuration can give each a model of its own.</summary>
public static class ModelTags
{
    /// <summary>Decides the next command of a step.</summary>
    public const string Decider = "execution-agent";
    /// <summary>Judges an assertion on a screenshot.</summary>
    public const string AssertChecker = "assert-checker";
    /// <summary>Splits an assertion.</summary>
    public const string AssertionSplitter = "assertion-splitter";
    /// <summary>Judges a condition that is waited for.</summary>
    public const string ConditionChecker = "condition-checker";
    /// <summary>Chooses among elements.</summary>
    public const string VisualChooser = "visual-chooser";
    /// <summary>Finds a point.</summary>
    public const string PointDetector = "point-detector";
    /// <summary>Finds objects.</summary>
    public const string ObjectDetector = "object-detector";
    /// <summary>Reads a text.</summary>
    public const string TextExtractor = "text-extractor";
    /// <summary>Says what to wait for between steps.</summary>
    public const string WaitPlanner = "wait-planner";
    /// <summary>Does a step of a plan (<c>autonoma plan</c>).</summary>
    public const string Planner = "planner";
    /// <summary>Judges whether a factory makes records as the app does (<c>autonoma plan</c>, step 4).</summary>
    public const string FidelityJudge = "fidelity-judge";
    /// <summary>Tries a model (<c>autonoma models test</c>).</summary>
    public const string Test = "models-test";

    /// <summary>All of them, in the order of the documentation.</summary>
    public static IReadOnlyList<string> All { get; } = [Decider, AssertChecker, AssertionSplitter, ConditionChecker, VisualChooser, PointDetector, ObjectDetector, TextExtractor, WaitPlanner, Planner, FidelityJudge, Test];
}
