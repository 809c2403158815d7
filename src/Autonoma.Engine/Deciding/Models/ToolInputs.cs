using System.ComponentModel;

namespace Autonoma.Engine.Deciding.Models;

// What a model says to a tool. It names elements by reference; what is stored is a description that a person could have written.

internal sealed record ClickInput(
    [property: Description("Reference of the element, such as e12.")] string Target,
    [property: Description("Why this is what the step asks for, in one sentence.")] string Reason,
    [property: Description("left, right or middle.")] string Button = "left",
    [property: Description("2 for a double click.")] int Count = 1);

internal sealed record TypeInput(
    [property: Description("Reference of the field.")] string Target,
    [property: Description("The text. A variable is written {{name}}; a secret only ever so.")] string Text,
    [property: Description("Why, in one sentence.")] string Reason,
    [property: Description("false adds to what the field holds.")] bool Overwrite = true);

internal sealed record SelectInput(
    [property: Description("Reference of the dropdown, list or group.")] string Target,
    [property: Description("The entry, as shown.")] string Option,
    [property: Description("Why, in one sentence.")] string Reason);

internal sealed record CheckInput(
    [property: Description("Reference of the checkbox, radio button or switch.")] string Target,
    [property: Description("true to check, false to uncheck.")] bool On,
    [property: Description("Why, in one sentence.")] string Reason);

internal sealed record TargetInput(
    [property: Description("Reference of the element.")] string Target,
    [property: Description("Why, in one sentence.")] string Reason);

internal sealed record DragInput(
    [property: Description("Reference of what is dragged.")] string Start,
    [property: Description("Reference of where it is dropped.")] string End,
    [property: Description("Why, in one sentence.")] string Reason,
    [property: Description("onto, before or after.")] string Position = "onto");

internal sealed record ScrollInput(
    [property: Description("up, down, left, right, top or bottom.")] string Direction,
    [property: Description("Why, in one sentence.")] string Reason,
    [property: Description("Reference of what is scrolled; leave it out for the page.")] string? Target = null);

internal sealed record PressInput(
    [property: Description("Key or chord: Enter, Escape, Control+S, ArrowDown.")] string Key,
    [property: Description("Why, in one sentence.")] string Reason,
    [property: Description("Reference of what gets the focus first; leave it out for what has it.")] string? Target = null);

internal sealed record NavigateInput(
    [property: Description("Address: full, or relative to the page. The last resort: go by links and buttons where there are any.")] string Url,
    [property: Description("Why, in one sentence.")] string Reason);

internal sealed record ReasonInput([property: Description("Why, in one sentence.")] string Reason);

internal sealed record HistoryInput(
    [property: Description("true for forward, false for back.")] bool Forward,
    [property: Description("Why, in one sentence.")] string Reason);

internal sealed record UploadInput(
    [property: Description("Reference of the file field or of the button that opens the chooser.")] string Target,
    [property: Description("Files, by the names the step gives.")] IReadOnlyList<string> Files,
    [property: Description("Why, in one sentence.")] string Reason);

internal sealed record ReadInput(
    [property: Description("Reference of the element whose text is read.")] string Target,
    [property: Description("Name of the variable that takes it.")] string Variable,
    [property: Description("Why, in one sentence.")] string Reason);

internal sealed record VariableInput(
    [property: Description("Name of the variable.")] string Variable,
    [property: Description("Why, in one sentence.")] string Reason);

internal sealed record TabInput(
    [property: Description("switch or close.")] string Action,
    [property: Description("Title or address of the tab; leave it out for the newest other one.")] string? Which,
    [property: Description("Why, in one sentence.")] string Reason);

internal sealed record DialogInput(
    [property: Description("true to accept the next native dialog, false to dismiss it.")] bool Accept,
    [property: Description("Why, in one sentence.")] string Reason,
    [property: Description("Answer to a prompt.")] string? Text = null);

internal sealed record AssertInput(
    [property: Description("The claim of the step, in plain words that name what is on the screen. It must mean what the step means: nothing less, nothing else.")] string Claim,
    [property: Description("Why, in one sentence.")] string Reason);

internal sealed record WaitInput(
    [property: Description("1 to 10.")] int Seconds,
    [property: Description("What is waited for.")] string Reason);

internal sealed record QuestionInput(
    [property: Description("The question.")] string Text,
    [property: Description("Answers to choose from; empty for a free one.")] IReadOnlyList<string> Options);

internal sealed record AskInput([property: Description("One to five questions.")] IReadOnlyList<QuestionInput> Questions);

internal sealed record FinishInput(
    [property: Description("true when the step has been carried out and what it claims was asserted; false when it cannot be.")] bool Success,
    [property: Description("What shows it, or what stands in the way.")] string Reasoning);
