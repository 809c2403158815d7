using System.Globalization;
using System.Text;
using Autonoma.Engine.Commands;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Suites;

namespace Autonoma.Engine.Recording.Export;

/// <summary>C# over Microsoft.Playwright: a class that any test framework can call.</summary>
internal sealed class PlaywrightCSharp : ScriptDialect
{
    private const string ChooseHelper = """

            private static async Task ChooseAsync(ILocator list, string option)
            {
                if (await list.EvaluateAsync<bool>("element => element.tagName === 'SELECT'"))
                {
                    await list.SelectOptionAsync(new SelectOptionValue { Label = option });
                    return;
                }

                await list.ClickAsync();
                await list.Page.GetByRole(AriaRole.Option, new() { Name = option }).First.ClickAsync();
            }
        """;

    private const string AnswerHelper = """

            private static void AnswerNextDialog(IPage page, bool accept, string? text = null)
            {
                async void Answer(object? sender, IDialog dialog)
                {
                    page.Dialog -= Answer;
                    await (accept ? dialog.AcceptAsync(text) : dialog.DismissAsync());
                }

                page.Dialog += Answer;
            }
        """;

    public override string FileName(string name) => name + ".cs";

    public override string Comment(string text) => "// " + text;

    public override string Literal(string text) => Quoted(text);

    public override string File(TestCase test, string name, IReadOnlyList<string> variables, IReadOnlyDictionary<string, string> known, IReadOnlyList<string> body)
    {
        var code = new StringBuilder();
        code.Append("using System;\nusing System.Text.RegularExpressions;\nusing System.Threading.Tasks;\nusing Microsoft.Playwright;\nusing static Microsoft.Playwright.Assertions;\n\n");
        code.Append("/// <summary>").Append(System.Net.WebUtility.HtmlEncode(test.Title)).Append("</summary>\n");
        code.Append("public static class ").Append(name).Append("\n{\n");
        code.Append("    public static async Task RunAsync(IPage page, string baseUrl)\n    {\n");
        foreach (var variable in variables)
            code.Append("        var ").Append(Variable(variable)).Append(" = ").Append(known.TryGetValue(variable, out var value) ? Literal(value) : $"Environment.GetEnvironmentVariable({Literal(variable)}) ?? throw new InvalidOperationException({Literal($"Set {variable}.")})").Append(";\n");
        code.Append("        await page.GotoAsync(").Append(Address(test.Url ?? "")).Append(");\n");
        foreach (var line in body)
            code.Append(line.Length > 0 ? "        " + line : "").Append('\n');
        code.Append("    }\n");
        if (body.Any(line => line.Contains("ChooseAsync(", StringComparison.Ordinal)))
            code.Append(ChooseHelper.ReplaceLineEndings("\n")).Append('\n');
        if (body.Any(line => line.Contains("AnswerNextDialog(", StringComparison.Ordinal)))
            code.Append(AnswerHelper.ReplaceLineEndings("\n")).Append('\n');
        return code.Append("}\n").ToString();
    }

    public override string? Locate(LocatorChoice choice)
    {
        var page = Root(choice.Frame);
        var inner = choice.Kind switch
        {
            LocatorKind.TestId => $"Locator({Literal($"[data-testid=\"{choice.Value}\"], [data-test=\"{choice.Value}\"], [data-cy=\"{choice.Value}\"], [data-qa=\"{choice.Value}\"]")})",
            LocatorKind.Role when choice.Value is null => $"GetByRole(AriaRole.{Role(choice.Role)})",
            LocatorKind.Role => $"GetByRole(AriaRole.{Role(choice.Role)}, new() {{ Name = {Literal(choice.Value!)}, Exact = true }})",
            LocatorKind.Label => $"GetByLabel({Literal(choice.Value!)}, new() {{ Exact = true }})",
            LocatorKind.Placeholder => $"GetByPlaceholder({Literal(choice.Value!)}, new() {{ Exact = true }})",
            LocatorKind.Css => $"Locator({Literal(choice.Value!)})",
            LocatorKind.Text => $"GetByText({Literal(choice.Value!)}, new() {{ Exact = true }})",
            _ => throw new InvalidOperationException($"No locator for {choice.Kind}."),
        };
        var words = string.Concat(choice.EntryWords.Select(word => $".Filter(new() {{ HasText = {Literal(word)} }})"));
        var scope = words.Length == 0 ? page
            : choice.IsPlainEntry ? $"{page}.Locator(\"div, section, li, tr\"){words}.Filter(new() {{ Has = page.{inner} }}).Last"
            : $"{page}.Locator(\"tr, li, article, [role=row], [role=listitem], [role=article]\"){words}";
        return choice.Nth is { } nth ? string.Create(CultureInfo.InvariantCulture, $"{scope}.{inner}.Nth({nth})") : $"{scope}.{inner}";
    }

    public override IReadOnlyList<string>? Act(CommandArguments command, string? element, string? other) => command switch
    {
        ClickArguments { Count: 2 } when element is not null => [$"await {element}.DblClickAsync();"],
        ClickArguments click when element is not null => [$"await {element}.ClickAsync({Options(click)});"],
        TypeArguments { Overwrite: true } type when element is not null => [$"await {element}.FillAsync({Value(type.Text)});"],
        TypeArguments type when element is not null => [$"await {element}.PressSequentiallyAsync({Value(type.Text)});"],
        TypeArguments type => [$"await page.Keyboard.TypeAsync({Value(type.Text)});"],
        SelectArguments select when element is not null => [$"await ChooseAsync({element}, {Value(select.Option)});"],
        CheckArguments check when element is not null => [$"await {element}.SetCheckedAsync({(check.On ? "true" : "false")});"],
        HoverArguments when element is not null => [$"await {element}.HoverAsync();"],
        DragArguments when element is not null && other is not null => [$"await {element}.DragToAsync({other});"],
        ScrollArguments when element is not null => [$"await {element}.ScrollIntoViewIfNeededAsync();"],
        ScrollArguments { Until: null } scroll => [$"await page.EvaluateAsync({Literal(Scroll(scroll.Direction))});"],
        PressArguments press => [$"await {element ?? "page.Keyboard"}.PressAsync({Literal(press.Key)});"],
        NavigateArguments navigate => [$"await page.GotoAsync({Address(navigate.Url)});"],
        HistoryArguments history => [$"await page.{(history.Forward ? "GoForwardAsync" : "GoBackAsync")}();"],
        RefreshArguments => ["await page.ReloadAsync();"],
        WaitArguments { Milliseconds: { } pause } => [string.Create(CultureInfo.InvariantCulture, $"await page.WaitForTimeoutAsync({pause});")],
        UploadArguments upload when element is not null => [$"await {element}.SetInputFilesAsync(new[] {{ {string.Join(", ", upload.Files.Select(Value))} }});"],
        ReadArguments read when element is not null => [$"var {Variable(read.Variable)} = await {element}.EvaluateAsync<string>(\"element => (element.value ?? element.innerText).trim()\");"],
        _ => null,
    };

    public override IReadOnlyList<string>? Answer(DialogArguments dialog)
        => [$"AnswerNextDialog(page, accept: {(dialog.Accept ? "true" : "false")}{(dialog.Text is { } text ? $", {Value(text)}" : "")});"];

    public override IReadOnlyList<string>? Check(ExportedCheck check) => check switch
    {
        { Kind: ExportedCheckKind.Address } => [$"await Expect(page).ToHaveURLAsync(new Regex(Regex.Escape({Literal(check.Text)})));"],
        { Kind: ExportedCheckKind.Absent } => [$"await Expect({Root(check.Frame)}.GetByText({Literal(check.Text)}).Filter(new() {{ Visible = true }})).ToHaveCountAsync(0);"],
        { Kind: ExportedCheckKind.Value } => [$"await Expect({Root(check.Frame)}.GetByRole(AriaRole.{Role(check.Role)}, new() {{ Name = {Literal(check.Name!)}, Exact = true }})).ToHaveValueAsync({Literal(check.Text)});"],
        { Kind: ExportedCheckKind.State } => [$"await Expect({Root(check.Frame)}.GetByRole(AriaRole.{Role(check.Role)}, new() {{ Name = {Literal(check.Name!)}, Exact = true }}).First).{(check.Text switch { "disabled" => "ToBeDisabledAsync()", "enabled" => "ToBeEnabledAsync()", "checked" => "ToBeCheckedAsync()", _ => "ToBeCheckedAsync(new() { Checked = false })" })};"],
        { Role: "heading" } => [$"await Expect({Root(check.Frame)}.GetByRole(AriaRole.Heading, new() {{ Name = {Literal(check.Text)} }}).First).ToBeVisibleAsync();"],
        _ => [$"await Expect({Root(check.Frame)}.GetByText({Literal(check.Text)}).Filter(new() {{ Visible = true }}).First).ToBeVisibleAsync();"],
    };

    internal static string Scroll(ScrollDirection? direction) => direction switch
    {
        ScrollDirection.Up => "window.scrollBy(0, -innerHeight)",
        ScrollDirection.Left => "window.scrollBy(-innerWidth, 0)",
        ScrollDirection.Right => "window.scrollBy(innerWidth, 0)",
        ScrollDirection.Top => "window.scrollTo(0, 0)",
        ScrollDirection.Bottom => "window.scrollTo(0, document.documentElement.scrollHeight)",
        _ => "window.scrollBy(0, innerHeight)",
    };

    private string Address(string url) => url.Contains("://", StringComparison.Ordinal) ? Value(url) : $"new Uri(new Uri(baseUrl), {Value(url)}).ToString()";

    private string Root(string? frame) => frame is null ? "page" : $"page.FrameLocator({Literal(frame)})";

    private static string Options(ClickArguments click)
    {
        var options = new List<string>();
        if (click.Button != Driving.MouseButton.Left)
            options.Add($"Button = MouseButton.{click.Button}");
        if (click.Modifiers != KeyModifiers.None)
            options.Add($"Modifiers = new[] {{ {string.Join(", ", Enum.GetValues<KeyModifiers>().Where(key => key != KeyModifiers.None && click.Modifiers.HasFlag(key)).Select(key => $"KeyboardModifier.{key}"))} }}");
        if (click.Count > 2)
            options.Add(string.Create(CultureInfo.InvariantCulture, $"ClickCount = {click.Count}"));
        return options.Count == 0 ? "" : $"new() {{ {string.Join(", ", options)} }}";
    }

    // Playwright's enum has the roles in Pascal case, without a break inside the word.
    private static string Role(string role) => char.ToUpperInvariant(role[0]) + role[1..];
}
