using System.Text;

namespace Autonoma.Planner.Exploring.Writing;

/// <summary>The feature inventory as step 6 asks for it: every page, and under each what can be done there.</summary>
public static class InventoryText
{
    /// <summary>The text of <c>feature-inventory.md</c>.</summary>
    public static string Write(Exploration exploration)
    {
        ArgumentNullException.ThrowIfNull(exploration);
        var text = new StringBuilder("# Feature inventory\n\n## Pages\n\n");
        var pages = exploration.Pages.DistinctBy(page => page.Route).ToList();
        foreach (var page in pages)
            Line(text, $"- `{page.Route}`: {(page.RedirectsTo is null ? Title(page) : $"leads to `{page.RedirectsTo}`")}");
        foreach (var page in pages.Where(page => page.RedirectsTo is null))
        {
            text.Append('\n');
            Line(text, $"## Page: {page.Route}");
            text.Append("\n### Features:\n");
            foreach (var form in page.Forms)
                Form(text, form);
            foreach (var table in page.Tables)
                Table(text, table);
            foreach (var control in page.Controls)
                Line(text, $"- **{control.Name}** ({control.Role}{(control.IsPerRow ? " in each row" : "")}): {Does(control)}");
            if (page.Tabs.Count > 0)
                Line(text, $"- **Tabs**: {string.Join(", ", page.Tabs)}");
            if (page.Links.Count > 0)
                Line(text, $"- **Links**: {string.Join(", ", page.Links.Where(link => link.Text.Length > 0).Select(link => $"{link.Text} -> `{link.Address}`").Take(12))}");
        }

        text.Append("\n## Cross-page features\n\n");
        Line(text, $"- **Navigation**: {(exploration.Navigation.Count == 0 ? "none was seen" : string.Join(", ", exploration.Navigation.Select(link => $"{link.Text} -> `{link.Address}`")))}");
        foreach (var form in exploration.NavigationForms)
            Form(text, form);
        if (exploration.LeftOut.Count > 0)
        {
            text.Append("\n## Left out\n\n");
            foreach (var reason in exploration.LeftOut)
                Line(text, $"- {reason}");
        }

        return text.ToString();
    }

    private static void Form(StringBuilder text, ExploredForm form)
    {
        Line(text, $"- **{form.Name}** ({(form.IsFilter ? "search and filters" : form.IsDialog ? "form in a dialog" : "form")}): {string.Join(", ", form.Fields.Select(Field))}{(form.Submit is null ? "" : $"; sent by {form.Submit}")}");
        foreach (var trial in form.Trials)
        {
            var about = trial.Field is null ? Words(trial.Kind) : $"{trial.Field} {Words(trial.Kind)}";
            var said = trial.Messages.Count == 0 ? "no message" : string.Join(", ", trial.Messages.Take(3).Select(message => $"\"{message.Text}\""));
            Line(text, $"  - {about}: {(trial.Accepted ? "accepted" : "refused")}, {said}");
        }
    }

    private static void Table(StringBuilder text, ExploredTable table)
    {
        Line(text, $"- **{(table.Name.Length > 0 ? table.Name : "Records")}** ({(table.Columns.Count > 0 ? "table" : "list")}): {(table.Columns.Count > 0 ? $"columns {string.Join(", ", table.Columns.Where(column => column.Length > 0))}; " : "")}{table.Rows} shown");
        foreach (var filter in table.Filters)
            Line(text, $"  - {filter.Field} \"{filter.Value}\": {filter.Rows} left{(filter.Empty is null ? "" : $", \"{filter.Empty}\"")}");
        foreach (var sort in table.Sorts)
            Line(text, $"  - sort by {sort.Column}: {(sort.Order.Length > 0 ? sort.Order : "another order")}");
        if (table.Paging is not null)
            Line(text, "  - pages");
    }

    private static string Field(ExploredField field)
        => $"{field.Label} ({field.Kind.ToString().ToLowerInvariant()}{(field.IsRequired ? ", required" : "")}{(field.Options.Count > 0 ? $", {field.Options.Count} options" : "")})";

    private static string Does(ExploredControl control) => control.Outcome switch
    {
        ControlOutcome.NotTried => $"not tried: {control.Note}",
        ControlOutcome.Nothing => "does nothing that can be seen",
        ControlOutcome.Page => $"leads to `{control.Shows[0]}`",
        ControlOutcome.Dialog => $"opens the dialog \"{control.Shows[0]}\" with {string.Join(", ", control.Shows.Skip(1))}",
        ControlOutcome.Question => $"asks \"{control.Shows[0]}\"",
        ControlOutcome.Menu => $"opens a menu: {string.Join(", ", control.Shows)}",
        ControlOutcome.Download => $"downloads {string.Join(", ", control.Shows)}",
        ControlOutcome.Tab => $"opens `{control.Shows[0]}` in a tab",
        ControlOutcome.Change => control.Messages.Count == 0 ? "changes the page" : $"shows {string.Join(", ", control.Messages.Take(3).Select(message => $"\"{message.Text}\""))}",
        _ => throw new InvalidOperationException($"Unknown outcome {control.Outcome}."),
    };

    private static string Words(TrialKind kind) => kind switch
    {
        TrialKind.Valid => "filled in as asked",
        TrialKind.AllEmpty => "sent empty",
        TrialKind.Empty => "left empty",
        TrialKind.Blank => "blanks only",
        TrialKind.Malformed => "of the wrong form",
        TrialKind.OutOfRange => "below zero",
        TrialKind.TooLarge => "very large",
        TrialKind.Contradictory => "against another field",
        TrialKind.Markup => "with special characters",
        TrialKind.Variation => "chosen otherwise",
        _ => throw new InvalidOperationException($"Unknown trial {kind}."),
    };

    private static string Title(ExploredPage page) => page.Heading.Length > 0 ? page.Heading : page.Title.Length > 0 ? page.Title : "a page without a title";

    // Text of a page is data: it may not begin a line of its own or a new heading.
    private static void Line(StringBuilder text, string line) => text.Append(line.ReplaceLineEndings(" ")).Append('\n');
}
