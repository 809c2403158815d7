using Autonoma.Engine.Commands;
using Autonoma.Engine.Commands.Execution;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Memory;

namespace Autonoma.Engine.Running;

/// <summary>Which answers native dialogs will get: they block the page, so the answer comes before the action that opens one.</summary>
internal static class DialogPlan
{
    /// <summary>The answers that follow an action, up to the next action.</summary>
    public static List<DialogAnswer> After(IEnumerable<CommandArguments> upcoming, RunMemory memory)
    {
        var answers = new List<DialogAnswer>();
        foreach (var command in upcoming)
        {
            if (command is DialogArguments dialog)
            {
                // An answer with a variable that is only read later cannot be laid down now; the dialog command itself will say so.
                if (dialog.Text is { } text && Templates.Names(text).Except(memory.Names).Any())
                    break;
                answers.Add(new(dialog.Accept, dialog.Text is null ? null : memory.Resolve(dialog.Text)));
            }
            else if (CommandCatalog.For(command).Acts)
            {
                break;
            }
        }

        return answers;
    }
}
