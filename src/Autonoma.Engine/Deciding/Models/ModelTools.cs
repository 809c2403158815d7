using System.Text.Json;
using Autonoma.AI.Generation;
using Autonoma.AI.Tools;
using Autonoma.Engine.Commands;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Grounding;
using Autonoma.Engine.Observing;
using Microsoft.Extensions.AI;

namespace Autonoma.Engine.Deciding.Models;

/// <summary>The commands as tools of a model, and the way back from a call to a command.</summary>
internal static class ModelTools
{
    public const string Wait = "wait";
    public const string AskUser = "ask-user";
    public const string Finished = "execution-finished";

    private static readonly AITool[] Actions =
    [
        ModelTool.Declare<ClickInput>("click", "Clicks one element."),
        ModelTool.Declare<TypeInput>("type", "Types into a field, replacing what it holds."),
        ModelTool.Declare<SelectInput>("select", "Chooses an entry of a dropdown, list, combobox or group of radio buttons; opens and closes it itself."),
        ModelTool.Declare<CheckInput>("check", "Checks or unchecks a checkbox, radio button or switch."),
        ModelTool.Declare<TargetInput>("hover", "Moves the pointer onto an element."),
        ModelTool.Declare<DragInput>("drag", "Drags one element onto another."),
        ModelTool.Declare<ScrollInput>("scroll", "Scrolls by one screenful, or to the very top or bottom. Elements are brought into view by themselves: scroll only to look for something."),
        ModelTool.Declare<PressInput>("press", "Presses a key or chord."),
        ModelTool.Declare<NavigateInput>("navigate", "Opens an address."),
        ModelTool.Declare<HistoryInput>("history", "Goes back or forward."),
        ModelTool.Declare<ReasonInput>("refresh", "Loads the page again."),
        ModelTool.Declare<UploadInput>("upload", "Gives files to the page."),
        ModelTool.Declare<ReadInput>("read", "Keeps the text of an element in a variable, for later steps."),
        ModelTool.Declare<VariableInput>("save-clipboard", "Keeps the text of the clipboard in a variable."),
        ModelTool.Declare<TabInput>("tab", "Switches to a tab or closes one."),
        ModelTool.Declare<DialogInput>("dialog", "Says how the next native dialog is answered. Call it before the action that opens the dialog."),
        ModelTool.Declare<WaitInput>(Wait, "Waits, for a page that is still loading. Not recorded as a step."),
        ModelTool.Declare<FinishInput>(Finished, "Ends the step."),
    ];

    private static readonly AITool Assert = ModelTool.Declare<AssertInput>("assert", "Checks a claim of the step against the page. The claim is judged by rules, not by you.");

    private static readonly AITool Ask = ModelTool.Declare<AskInput>(AskUser, "Asks the person who runs the test, when the step cannot be carried out without an answer.");

    /// <summary>What is offered: a check only to a step that asks for one, questions only where somebody answers.</summary>
    public static IList<AITool> For(StepContract contract, bool canAsk)
        => [.. Actions, .. contract.AsksForCheck ? (AITool[])[Assert] : [], .. canAsk ? (AITool[])[Ask] : []];

    /// <summary>From a call to a command.</summary>
    /// <param name="call">The call.</param>
    /// <param name="words">From a reference and a purpose to a description, with the element.</param>
    /// <exception cref="ToolInputException">The arguments cannot be used; the message is for the model.</exception>
    public static ToolCommand Read(ToolCall call, Func<string, GroundingPurpose, (string Words, UiNode Node)> words)
    {
        switch (call.Name)
        {
            case "click":
            {
                var input = Input<ClickInput>(call);
                var (target, node) = words(input.Target, GroundingPurpose.Click);
                return new(new ClickArguments(target, Word<MouseButton>(input.Button, "button"), Math.Clamp(input.Count, 1, 3)), node, input.Reason);
            }

            case "type":
            {
                var input = Input<TypeInput>(call);
                var (target, node) = words(input.Target, GroundingPurpose.Type);
                return new(new TypeArguments(target, input.Text, input.Overwrite), node, input.Reason);
            }

            case "select":
            {
                var input = Input<SelectInput>(call);
                var (target, node) = words(input.Target, GroundingPurpose.Select);
                return new(new SelectArguments(target, input.Option), node, input.Reason);
            }

            case "check":
            {
                var input = Input<CheckInput>(call);
                var (target, node) = words(input.Target, GroundingPurpose.Check);
                return new(new CheckArguments(target, input.On), node, input.Reason);
            }

            case "hover":
            {
                var input = Input<TargetInput>(call);
                var (target, node) = words(input.Target, GroundingPurpose.Hover);
                return new(new HoverArguments(target), node, input.Reason);
            }

            case "drag":
            {
                var input = Input<DragInput>(call);
                var (start, node) = words(input.Start, GroundingPurpose.Drag);
                return new(new DragArguments(start, words(input.End, GroundingPurpose.Drop).Words, Word<DropPosition>(input.Position, "position")), node, input.Reason);
            }

            case "scroll":
            {
                var input = Input<ScrollInput>(call);
                var target = input.Target is { Length: > 0 } reference ? words(reference, GroundingPurpose.Scroll) : ((string Words, UiNode Node)?)null;
                return new(new ScrollArguments(target?.Words, Word<ScrollDirection>(input.Direction, "direction")), target?.Node, input.Reason);
            }

            case "press":
            {
                var input = Input<PressInput>(call);
                var target = input.Target is { Length: > 0 } reference ? words(reference, GroundingPurpose.Focus) : ((string Words, UiNode Node)?)null;
                return new(new PressArguments(input.Key, target?.Words), target?.Node, input.Reason);
            }

            case "navigate":
            {
                var input = Input<NavigateInput>(call);
                return new(new NavigateArguments(input.Url), null, input.Reason);
            }

            case "history":
            {
                var input = Input<HistoryInput>(call);
                return new(new HistoryArguments(input.Forward), null, input.Reason);
            }

            case "refresh":
                return new(new RefreshArguments(), null, Input<ReasonInput>(call).Reason);

            case "upload":
            {
                var input = Input<UploadInput>(call);
                var (target, node) = words(input.Target, GroundingPurpose.Upload);
                return new(new UploadArguments(target, input.Files), node, input.Reason);
            }

            case "read":
            {
                var input = Input<ReadInput>(call);
                var (target, node) = words(input.Target, GroundingPurpose.Read);
                return new(new ReadArguments(target, input.Variable), node, input.Reason);
            }

            case "save-clipboard":
            {
                var input = Input<VariableInput>(call);
                return new(new SaveClipboardArguments(input.Variable), null, input.Reason);
            }

            case "tab":
            {
                var input = Input<TabInput>(call);
                return new(new TabArguments(Word<TabAction>(input.Action, "action"), string.IsNullOrWhiteSpace(input.Which) ? null : input.Which), null, input.Reason);
            }

            case "dialog":
            {
                var input = Input<DialogInput>(call);
                return new(new DialogArguments(input.Accept, input.Text), null, input.Reason);
            }

            case "assert":
            {
                var input = Input<AssertInput>(call);
                return new(new AssertArguments(input.Claim.Trim()), null, input.Reason);
            }

            default:
                throw new ToolInputException($"There is no tool '{call.Name}'.");
        }
    }

    /// <summary>Reads the arguments of a tool.</summary>
    /// <exception cref="ToolInputException">They do not fit.</exception>
    public static T Input<T>(ToolCall call)
    {
        if (call.Problem is { } problem)
            throw new ToolInputException(problem);
        try
        {
            return call.ArgumentsAs<T>(ObjectSchema.Serializer);
        }
        catch (JsonException e)
        {
            throw new ToolInputException($"The arguments of '{call.Name}' do not fit its schema: {e.Message}");
        }
    }

    private static T Word<T>(string word, string name) where T : struct, Enum
        => Enum.TryParse<T>(word, ignoreCase: true, out var value) && Enum.IsDefined(value)
            ? value
            : throw new ToolInputException($"'{word}' is no {name}. There are: {string.Join(", ", Enum.GetNames<T>()).ToLowerInvariant()}.");
}

/// <summary>A call as a command.</summary>
/// <param name="Command">The command, with templates.</param>
/// <param name="Target">The element it acts on; null when there is none.</param>
/// <param name="Reason">The model's reason.</param>
internal sealed record ToolCommand(CommandArguments Command, UiNode? Target, string Reason);

/// <summary>A call that cannot be carried out as it is.</summary>
/// <param name="message">For the model: what is wrong and what would be right.</param>
internal sealed class ToolInputException(string message) : Exception(message);
