using Autonoma.Engine.Commands;
using Autonoma.Engine.Grounding;

namespace Autonoma.Engine.Deciding.Models;

/// <summary>The descriptions that a command holds, each with what its element is wanted for, and the command with one of them replaced.</summary>
internal static class Retargeting
{
    public static IEnumerable<(string Words, GroundingPurpose Purpose)> TargetsOf(CommandArguments command)
    {
        switch (command)
        {
            case ClickArguments click: yield return (click.Target, GroundingPurpose.Click); break;
            case TypeArguments { Target: { } target }: yield return (target, GroundingPurpose.Type); break;
            case SelectArguments { Target: { } target }: yield return (target, GroundingPurpose.Select); break;
            case CheckArguments check: yield return (check.Target, GroundingPurpose.Check); break;
            case HoverArguments hover: yield return (hover.Target, GroundingPurpose.Hover); break;
            case PressArguments { Target: { } target }: yield return (target, GroundingPurpose.Focus); break;
            case ScrollArguments { Target: { } target }: yield return (target, GroundingPurpose.Scroll); break;
            case UploadArguments { Target: { } target }: yield return (target, GroundingPurpose.Upload); break;
            case ReadArguments read: yield return (read.Target, GroundingPurpose.Read); break;
            case DragArguments drag:
                yield return (drag.Start, GroundingPurpose.Drag);
                yield return (drag.End, GroundingPurpose.Drop);
                break;
        }
    }

    /// <summary>The same command on another element: everything else stays as the test says.</summary>
    public static CommandArguments With(CommandArguments command, string words, string chosen) => command switch
    {
        ClickArguments click => click with { Target = chosen },
        TypeArguments type => type with { Target = chosen },
        SelectArguments select => select with { Target = chosen },
        CheckArguments check => check with { Target = chosen },
        HoverArguments hover => hover with { Target = chosen },
        PressArguments press => press with { Target = chosen },
        ScrollArguments scroll => scroll with { Target = chosen },
        UploadArguments upload => upload with { Target = chosen },
        ReadArguments read => read with { Target = chosen },
        DragArguments drag => drag.Start == words ? drag with { Start = chosen } : drag with { End = chosen },
        _ => throw new InvalidOperationException($"'{command.Command}' has no target."),
    };
}
