using Autonoma.Engine.Grounding.Screens;

namespace Autonoma.Engine.Grounding.Matching;

/// <summary>What an element is good for, when its kind is not said.</summary>
internal static class Purposes
{
    public static double Factor(GroundingPurpose purpose, ScreenNode node)
    {
        var ui = node.Node;
        var acts = node.IsControl;
        var field = node.IsField;
        var choice = Roles.IsChoice(ui);
        return purpose switch
        {
            GroundingPurpose.Type => ui.IsEditable || (field && ui.Tag is "input" or "textarea" && !choice) ? 1 : field ? 0.85 : acts ? 0.6 : 0.5,
            GroundingPurpose.Select => ui.Tag == "select" || ui.Role is "combobox" or "listbox" ? 1 : field || ui.Expanded is not null ? 0.95 : choice || ui.Role is "option" or "tab" or "radiogroup" ? 0.93 : acts ? 0.88 : 0.75,
            GroundingPurpose.Check => choice || ui.Checked is not null ? 1 : ui.Pressed is not null ? 0.95 : acts ? 0.85 : 0.75,
            GroundingPurpose.Upload => ui.InputType == "file" ? 1 : acts ? 0.93 : 0.8,
            GroundingPurpose.Drag => ui.IsDraggable ? 1 : 0.93,
            GroundingPurpose.Scroll => ui.IsScrollable ? 1 : 0.95,
            GroundingPurpose.Read or GroundingPurpose.Look or GroundingPurpose.Hover or GroundingPurpose.Drop => 1,
            GroundingPurpose.Click or GroundingPurpose.Focus => acts ? 1 : ui.Role is "heading" ? 0.84 : Roles.IsCell(node) ? 0.9 : 0.87,
            _ => 1,
        };
    }
}
