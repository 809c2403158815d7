using System.Globalization;
using System.Text;
using Autonoma.Engine.Commands;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Suites;

namespace Autonoma.Engine.Recording.Export;

/// <summary>TypeScript over @playwright/test.</summary>
internal sealed class PlaywrightTypeScript : ScriptDialect
{
    private const string ChooseHelper = """

        async function choose(list: Locator, option: string) {
          if (await list.evaluate(element => element.tagName === 'SELECT')) {
            await list.selectOption({ label: option });
            return;
          }
          await list.click();
          await list.page().getByRole('option', { name: option }).first().click();
        }
        """;

    public override string FileName(string name) => name + ".spec.ts";

    public override string Comment(string text) => "// " + text;

    public override string Literal(string text) => Quoted(text);

    public override string File(TestCase test, string name, IReadOnlyList<string> variables, IReadOnlyDictionary<string, string> known, IReadOnlyList<string> body)
    {
        var chooses = body.Any(line => line.Contains("choose(", StringComparison.Ordinal));
        var code = new StringBuilder();
        code.Append("import { test, expect").Append(chooses ? ", type Locator" : "").Append(" } from '@playwright/test';\n\n");
        code.Append("test(").Append(Literal(test.Title)).Append(", async ({ page }) => {\n");
        foreach (var variable in variables)
            code.Append("  const ").Append(Variable(variable)).Append(" = ").Append(known.TryGetValue(variable, out var value) ? Literal(value) : $"process.env[{Literal(variable)}]!").Append(";\n");
        code.Append("  await page.goto(").Append(Value(test.Url is { Length: > 0 } url ? url : "/")).Append(");\n");
        foreach (var line in body)
            code.Append(line.Length > 0 ? "  " + line : "").Append('\n');
        code.Append("});\n");
        if (chooses)
            code.Append(ChooseHelper.ReplaceLineEndings("\n")).Append('\n');
        return code.ToString();
    }

    public override string? Locate(LocatorChoice choice)
    {
        var page = Root(choice.Frame);
        var inner = choice.Kind switch
        {
            LocatorKind.TestId => $"locator({Literal($"[data-testid=\"{choice.Value}\"], [data-test=\"{choice.Value}\"], [data-cy=\"{choice.Value}\"], [data-qa=\"{choice.Value}\"]")})",
            LocatorKind.Role when choice.Value is null => $"getByRole('{choice.Role}')",
            LocatorKind.Role => $"getByRole('{choice.Role}', {{ name: {Literal(choice.Value!)}, exact: true }})",
            LocatorKind.Label => $"getByLabel({Literal(choice.Value!)}, {{ exact: true }})",
            LocatorKind.Placeholder => $"getByPlaceholder({Literal(choice.Value!)}, {{ exact: true }})",
            LocatorKind.Css => $"locator({Literal(choice.Value!)})",
            LocatorKind.Text => $"getByText({Literal(choice.Value!)}, {{ exact: true }})",
            _ => throw new InvalidOperationException($"No locator for {choice.Kind}."),
        };
        var words = string.Concat(choice.EntryWords.Select(word => $".filter({{ hasText: {Literal(word)} }})"));
        var scope = words.Length == 0 ? page
            : choice.IsPlainEntry ? $"{page}.locator('div, section, li, tr'){words}.filter({{ has: page.{inner} }}).last()"
            : $"{page}.locator('tr, li, article, [role=row], [role=listitem], [role=article]'){words}";
        return choice.Nth is { } nth ? string.Create(CultureInfo.InvariantCulture, $"{scope}.{inner}.nth({nth})") : $"{scope}.{inner}";
    }

    public override IReadOnlyList<string>? Act(CommandArguments command, string? element, string? other) => command switch
    {
        ClickArguments { Count: 2 } when element is not null => [$"await {element}.dblclick();"],
        ClickArguments click when element is not null => [$"await {element}.click({Options(click)});"],
        TypeArguments { Overwrite: true } type when element is not null => [$"await {element}.fill({Value(type.Text)});"],
        TypeArguments type when element is not null => [$"await {element}.pressSequentially({Value(type.Text)});"],
        TypeArguments type => [$"await page.keyboard.type({Value(type.Text)});"],
        SelectArguments select when element is not null => [$"await choose({element}, {Value(select.Option)});"],
        CheckArguments check when element is not null => [$"await {element}.setChecked({(check.On ? "true" : "false")});"],
        HoverArguments when element is not null => [$"await {element}.hover();"],
        DragArguments when element is not null && other is not null => [$"await {element}.dragTo({other});"],
        ScrollArguments when element is not null => [$"await {element}.scrollIntoViewIfNeeded();"],
        ScrollArguments { Until: null } scroll => [$"await page.evaluate({Literal(PlaywrightCSharp.Scroll(scroll.Direction))});"],
        PressArguments press => [$"await {element ?? "page.keyboard"}.press({Literal(press.Key)});"],
        NavigateArguments navigate => [$"await page.goto({Value(navigate.Url)});"],
        HistoryArguments history => [$"await page.{(history.Forward ? "goForward" : "goBack")}();"],
        RefreshArguments => ["await page.reload();"],
        WaitArguments { Milliseconds: { } pause } => [string.Create(CultureInfo.InvariantCulture, $"await page.waitForTimeout({pause});")],
        UploadArguments upload when element is not null => [$"await {element}.setInputFiles([{string.Join(", ", upload.Files.Select(Value))}]);"],
        ReadArguments read when element is not null => [$"const {Variable(read.Variable)}: string = await {element}.evaluate((element: any) => (element.value ?? element.innerText).trim());"],
        _ => null,
    };

    public override IReadOnlyList<string>? Answer(DialogArguments dialog)
        => [$"page.once('dialog', dialog => dialog.{(dialog.Accept ? $"accept({(dialog.Text is { } text ? Value(text) : "")})" : "dismiss()")});"];

    public override IReadOnlyList<string>? Check(ExportedCheck check) => check switch
    {
        { Kind: ExportedCheckKind.Address } => [$"expect(page.url()).toContain({Literal(check.Text)});"],
        { Kind: ExportedCheckKind.Absent } => [$"await expect({Root(check.Frame)}.getByText({Literal(check.Text)}).filter({{ visible: true }})).toHaveCount(0);"],
        { Kind: ExportedCheckKind.Value } => [$"await expect({Root(check.Frame)}.getByRole('{check.Role}', {{ name: {Literal(check.Name!)}, exact: true }})).toHaveValue({Literal(check.Text)});"],
        { Kind: ExportedCheckKind.State } => [$"await expect({Root(check.Frame)}.getByRole('{check.Role}', {{ name: {Literal(check.Name!)}, exact: true }}).first()).{(check.Text switch { "disabled" => "toBeDisabled()", "enabled" => "toBeEnabled()", "checked" => "toBeChecked()", _ => "not.toBeChecked()" })};"],
        { Role: "heading" } => [$"await expect({Root(check.Frame)}.getByRole('heading', {{ name: {Literal(check.Text)} }}).first()).toBeVisible();"],
        _ => [$"await expect({Root(check.Frame)}.getByText({Literal(check.Text)}).filter({{ visible: true }}).first()).toBeVisible();"],
    };

    private string Root(string? frame) => frame is null ? "page" : $"page.frameLocator({Literal(frame)})";

    private static string Options(ClickArguments click)
    {
        var options = new List<string>();
        if (click.Button != MouseButton.Left)
            options.Add($"button: '{click.Button.ToString().ToLowerInvariant()}'");
        if (click.Modifiers != KeyModifiers.None)
            options.Add($"modifiers: [{string.Join(", ", Enum.GetValues<KeyModifiers>().Where(key => key != KeyModifiers.None && click.Modifiers.HasFlag(key)).Select(key => $"'{key}'"))}]");
        if (click.Count > 2)
            options.Add(string.Create(CultureInfo.InvariantCulture, $"clickCount: {click.Count}"));
        return options.Count == 0 ? "" : $"{{ {string.Join(", ", options)} }}";
    }
}
