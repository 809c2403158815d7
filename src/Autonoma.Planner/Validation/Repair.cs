namespace Autonoma.Planner.Validation;

/// <summary>A mistake that can only be meant in one way, put right.</summary>
/// <param name="Code">The rule that was broken.</param>
/// <param name="File">The file.</param>
/// <param name="Line">1-based line.</param>
/// <param name="Column">1-based column.</param>
/// <param name="Message">What was changed.</param>
/// <param name="Text">The whole text of the file, put right.</param>
public sealed record Repair(string Code, string File, int Line, int Column, string Message, string Text);
