using System.Text.RegularExpressions;
using Autonoma.Engine.Grounding;
using Autonoma.Engine.Observing;

namespace Autonoma.Planner.Exploring.Reading;

/// <summary>Reads the forms of a screen: fields that are sent, or applied, together.</summary>
internal static partial class FormReader
{
    /// <summary>The forms, in reading order.</summary>
    /// <param name="screen">The screen.</param>
    /// <param name="naming">Finds words for elements.</param>
    /// <param name="around">Those of the header and the footer instead of the page's own.</param>
    public static IReadOnlyList<ExploredForm> Read(Observation screen, Naming naming, bool around = false)
    {
        var within = ScreenParts.Usable(screen);
        var dialog = ScreenParts.Dialog(screen);
        var fields = within.Descendants().Where(node => IsField(node) && (dialog is not null ? !around : ScreenParts.IsAround(node) == around)).ToList();
        var forms = new List<ExploredForm>();
        foreach (var group in fields.GroupBy(field => Home(field, within)).OrderBy(group => group.First().Index))
        {
            var read = group.Select(field => Field(field, naming)).OfType<ExploredField>().DistinctBy(field => field.Phrase).ToList();
            if (read.Count == 0)
                continue;
            var buttons = Buttons(group.Key, within, group.Max(field => field.Index)).ToList();
            var submit = buttons.FirstOrDefault(button => button.InputType == "submit" && group.Key.Tag == "form" && !Leaves().IsMatch(Naming.Label(button))) ?? buttons.FirstOrDefault(button => Sends().IsMatch(Naming.Label(button)))
                ?? (group.Key.Tag == "form" || dialog is not null ? buttons.FirstOrDefault(button => !Leaves().IsMatch(Naming.Label(button)) && Naming.Label(button).Length > 1) : null);
            var cancel = buttons.FirstOrDefault(button => Leaves().IsMatch(Naming.Label(button)));
            var name = dialog is not null && dialog.Name.Length > 0 ? dialog.Name : ScreenParts.Above(group.First()) is { Length: > 0 } above ? above : submit is null ? read[0].Label : Naming.Label(submit);
            var isFilter = dialog is null && group.All(field => !field.IsRequired && !field.IsPassword && field.Tag != "textarea")
                && (submit is null || Filters().IsMatch(Naming.Label(submit)))
                && (group.Any(field => field.Role == "searchbox" || field.InputType == "search" || Filters().IsMatch(Naming.Label(field))) || TableReader.HasRecords(within));
            forms.Add(new ExploredForm
            {
                Name = name,
                IsDialog = dialog is not null,
                Fields = read,
                Submit = submit is null ? null : naming.Phrase(submit, GroundingPurpose.Click),
                Cancel = cancel is null ? null : naming.Phrase(cancel, GroundingPurpose.Click),
                IsFilter = isFilter,
            });
        }

        return forms;
    }

    /// <summary>Whether something can be put into it.</summary>
    public static bool IsField(UiNode node)
        => node is { IsVisible: true, IsDisabled: false, IsReadOnly: false }
            && (node.IsEditable || node.Tag == "select" || node.InputType == "file" || node.Role is "checkbox" or "radio" or "switch" or "spinbutton" or "slider" || (node.Role is "combobox" or "listbox" && node.Tag != "ul"))
            && !node.Ancestors().Any(above => above.IsEditable || above.Role is "row" or "listitem" or "option" or "menu");

    private static ExploredField? Field(UiNode node, Naming naming)
    {
        var kind = KindOf(node);
        var purpose = kind switch
        {
            FieldKind.Choice => GroundingPurpose.Select,
            FieldKind.Switch or FieldKind.Radio => GroundingPurpose.Check,
            FieldKind.File => GroundingPurpose.Upload,
            _ => GroundingPurpose.Type,
        };
        var phrase = naming.Phrase(node, purpose);
        return phrase is null ? null : new()
        {
            Label = Naming.Label(node),
            Phrase = phrase,
            Kind = kind,
            IsRequired = node.IsRequired || node.Name.TrimEnd().EndsWith('*'),
            Value = node.IsPassword ? "" : kind is FieldKind.Switch or FieldKind.Radio ? (node.Checked == TriState.On ? "on" : "off") : node.Value ?? "",
            Options = [.. node.Options.Where(option => !option.Disabled).Select(option => option.Label.Trim()).Where(label => label.Length > 0)],
        };
    }

    /// <summary>Whether a button of that name sends what was put in.</summary>
    public static bool IsSending(string name) => Sends().IsMatch(name) && !Filters().IsMatch(name);

    /// <summary>Whether a button of that name leaves a form or a dialog without doing anything.</summary>
    public static bool IsLeaving(string name) => Leaves().IsMatch(name);

    /// <summary>What a field takes; what the page does not say is told by its label.</summary>
    public static FieldKind KindOf(UiNode node)
    {
        if (node.IsPassword)
            return FieldKind.Password;
        if (node.Tag == "select" || node.Role is "combobox" or "listbox" && !node.IsEditable)
            return FieldKind.Choice;
        if (node.Role is "checkbox" or "switch")
            return FieldKind.Switch;
        if (node.Role == "radio")
            return FieldKind.Radio;
        if (node.Tag == "textarea")
            return FieldKind.Multiline;
        if (node.Role == "searchbox")
            return FieldKind.Search;
        var label = Naming.Label(node);
        return node.InputType switch
        {
            "email" => FieldKind.Email,
            "number" or "range" => FieldKind.Number,
            "tel" => FieldKind.Phone,
            "url" => FieldKind.Address,
            "date" or "time" or "datetime-local" or "month" or "week" => FieldKind.Date,
            "file" => FieldKind.File,
            "search" => FieldKind.Search,
            _ when node.Role == "spinbutton" => FieldKind.Number,
            _ when Mail().IsMatch(label) => FieldKind.Email,
            _ when Searches().IsMatch(label) => FieldKind.Search,
            _ when Amount().IsMatch(label) => FieldKind.Number,
            _ when Phone().IsMatch(label) => FieldKind.Phone,
            _ => FieldKind.Text,
        };
    }

    // What holds the fields that belong together: a form, a dialog, else the nearest block with a button of its own.
    private static UiNode Home(UiNode field, UiNode within)
    {
        foreach (var above in field.Ancestors())
        {
            if (above.Tag == "form" || above.Role is "form" or "search" or "dialog" or "alertdialog" || ReferenceEquals(above, within))
                return above;
        }

        foreach (var above in field.Ancestors())
        {
            if (above.Descendants().Any(node => (node.Role == "button" || ScreenParts.IsBareButton(node)) && node.Index > field.Index && !IsField(node)) || above.Parent is null)
                return above;
        }

        return within;
    }

    private static IEnumerable<UiNode> Buttons(UiNode home, UiNode within, int last)
    {
        // Fields that stand in no form are sent by a button that stands in no other form either, right after them.
        var free = home.Tag != "form" && home.Role is not ("form" or "search" or "dialog" or "alertdialog");
        var own = home.Descendants().Where(node => (!free || (node.Index > last && !node.Ancestors().TakeWhile(above => !ReferenceEquals(above, home)).Any(above => above.Tag == "form") && !ScreenParts.IsAround(node) && OnSight(node, home, last))) && (node.Role is "button" or "link" || ScreenParts.IsBareButton(node)) && node.IsVisible && !node.IsDisabled && Naming.Label(node).Length > 0 && !InRow(node, home)).ToList();
        if (own.Any(node => node.Role != "link" && node.Index > last) || home.Tag == "form")
            return own.Where(node => node.Role != "link" || Leaves().IsMatch(Naming.Label(node)));
        // A dialog's buttons often stand in a foot of their own, beside the form.
        if (within.Parent is not null)
            return within.Descendants().Where(node => (node.Role == "button" || ScreenParts.IsBareButton(node)) && node.IsVisible && Naming.Label(node).Length > 0);
        return own;
    }

    private static bool OnSight(UiNode button, UiNode home, int last)
        => home.Descendants().First(node => node.Index == last) is var field && Math.Abs(button.Bounds.Y - field.Bounds.Y) < 160;

    private static bool InRow(UiNode node, UiNode home)
        => node.Ancestors().TakeWhile(above => !ReferenceEquals(above, home)).Any(above => above.Role is "row" or "listitem" or "article") || (RecordReader.RecordOf(node) is { } record && !ReferenceEquals(record, home) && !record.Descendants().Any(IsField));

    [GeneratedRegex(@"^(?:cancel|close|back|discard|never mind|dismiss|no|×|x)\b|^(?:×|✕|✖)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Leaves();

    [GeneratedRegex(@"^(?:save|create|add|submit|sign|log|register|update|apply|continue|next|send|place|confirm|search|filter|find|ok|done|import|upload|book|join|subscribe)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Sends();

    [GeneratedRegex(@"\b(?:search|filter|find|apply|show|go|sort|clear|reset)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Filters();

    [GeneratedRegex(@"\b(?:search|find)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Searches();

    [GeneratedRegex(@"\be-?mail\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Mail();

    [GeneratedRegex(@"\b(?:price|amount|quantity|qty|stock|count|percent|total|limit|age|weight|budget|(?:number|no\.) of|how many)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Amount();

    [GeneratedRegex(@"\b(?:phone|telephone|mobile|fax)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Phone();
}
