using System.Globalization;
using System.Text;
using Autonoma.Engine.Commands;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Suites;

namespace Autonoma.Engine.Recording.Export;

/// <summary>C# over Microsoft.Playwright: a class that any test framework can call.</summary>
internal sealed class PlaywrightCSharp : PlaywrightScript
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
                await list.Page.GetByRole(AriaRole.Option, new() { Name = option }).Or(list.Page.GetByText(option, new() { Exact = true })).Filter(new() { Visible = true }).First.ClickAsync();
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

    private const string AwayHelper = """

            // What is absent for a moment only may be on its way.
            private static async Task ExpectStaysAwayAsync(ILocator elements)
            {
                await Expect(elements).ToHaveCountAsync(0);
                await elements.Page.WaitForTimeoutAsync(300);
                await Expect(elements).ToHaveCountAsync(0);
            }
        """;

    private const string TurnHelper = """

            private static async Task TurnAsync(ILocator box, bool on)
            {
                if (await box.IsCheckedAsync() != on)
                    await box.ClickAsync();
                await Expect(box).ToBeCheckedAsync(new() { Checked = on });
            }
        """;

    private const string BelowHelper = """

            private static async Task ExpectRightBelowAsync(ILocator lower, ILocator upper)
            {
                await Expect(lower).ToBeVisibleAsync();
                var (below, above) = ((await lower.BoundingBoxAsync())!, (await upper.BoundingBoxAsync())!);
                var gap = below.Y - above.Y - above.Height;
                if (gap < -1 || gap > 100 || below.X >= above.X + above.Width || above.X >= below.X + below.Width)
                    throw new PlaywrightException($"It does not stand right below: {gap} pixels lie between.");
            }
        """;

    private const string DragHelper = """

            // Elements side by side are ordered left to right, others top to bottom.
            private static async Task DragBesideAsync(ILocator from, ILocator to, double share)
            {
                var (dragged, target) = ((await from.BoundingBoxAsync())!, (await to.BoundingBoxAsync())!);
                var beside = Math.Min(dragged.Y + dragged.Height, target.Y + target.Height) - Math.Max(dragged.Y, target.Y) > Math.Min(dragged.Height, target.Height) / 2;
                await from.DragToAsync(to, new() { TargetPosition = new() { X = (float)(target.Width * (beside ? share : 0.5)), Y = (float)(target.Height * (beside ? 0.5 : share)) } });
            }
        """;

    private static readonly (string Call, string Code)[] Helpers = [("ChooseAsync(", ChooseHelper), ("TurnAsync(", TurnHelper), ("AnswerNextDialog(", AnswerHelper), ("ExpectStaysAwayAsync(", AwayHelper), ("ExpectRightBelowAsync(", BelowHelper), ("DragBesideAsync(", DragHelper)];

    public override string FileName(string name) => name + ".cs";

    protected override string First => ".First";

    protected override string Last => ".Last";

    protected override string Keyboard => "page.Keyboard";

    public override string File(TestCase test, string name, IReadOnlyList<string> variables, IReadOnlyDictionary<string, string> known, IReadOnlyList<string> body)
    {
        var code = new StringBuilder();
        code.Append("using System;\nusing System.Text.RegularExpressions;\nusing System.Threading.Tasks;\nusing Microsoft.Playwright;\nusing static Microsoft.Playwright.Assertions;\n\n");
        code.Append("/// <summary>").Append(System.Net.WebUtility.HtmlEncode(test.Title)).Append("</summary>\n");
        code.Append("public static class ").Append(name).Append("\n{\n");
        code.Append("    public static async Task RunAsync(IPage page, string baseUrl)\n    {\n");
        AppendBody(code, "        ", CSharpVariables(variables, known), Size(test.Viewport).Append($"await page.GotoAsync({Address(test.Url ?? "")});"), body);
        code.Append("    }\n");
        foreach (var helper in Called(Helpers, body))
            code.Append(helper).Append('\n');
        return code.Append("}\n").ToString();
    }

    public override IReadOnlyList<string>? Answer(DialogArguments dialog)
        => [$"AnswerNextDialog(page, accept: {(dialog.Accept ? "true" : "false")}{(dialog.Text is { } text ? $", {Value(text)}" : "")});"];

    protected override string Name(string method) => char.ToUpperInvariant(method[0]) + method[1..];

    protected override string Awaited(string method) => (method == "dblclick" ? "DblClick" : Name(method)) + "Async";

    protected override string Options(params IReadOnlyList<(string Name, string Value)> options) => $"new() {{ {string.Join(", ", options.Select(option => $"{Name(option.Name)} = {option.Value}"))} }}";

    // Playwright's enum has the roles in Pascal case, without a break inside the word.
    protected override string Role(string role) => "AriaRole." + Name(role);

    protected override string Expect(string what) => $"Expect({what})";

    protected override string Address(string url) => url.Contains("://", StringComparison.Ordinal) ? Value(url) : $"new Uri(new Uri(baseUrl), {Value(url)}).ToString()";

    protected override string Pattern(string before, string text, string after)
        => $"new Regex({(before.Length > 0 ? Literal(before) + " + " : "")}Regex.Escape({Value(text)}){(after.Length > 0 ? " + " + Literal(after) : "")})";

    protected override string Pattern(string expression) => $"new Regex({Literal(expression)})";

    protected override string List(IEnumerable<string> values) => $"new[] {{ {string.Join(", ", values)} }}";

    protected override string Button(Driving.MouseButton button) => $"MouseButton.{button}";

    protected override string Modifier(KeyModifiers key) => $"KeyboardModifier.{key}";

    protected override string Read(string variable, string element) => $"var {variable} = await {element}.EvaluateAsync<string>(\"element => (element.value ?? element.innerText).trim()\");";

    protected override string Sizes(int width, int height) => string.Create(CultureInfo.InvariantCulture, $"{width}, {height}");

    protected override string Choose(string element, string option) => $"ChooseAsync({element}, {option})";
}
