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
        AppendBody(code, "        ", CSharpVariables(variables, known), $"await page.GotoAsync({Address(test.Url ?? "")});", body);
        code.Append("    }\n");
        if (body.Any(line => line.Contains("ChooseAsync(", StringComparison.Ordinal)))
            code.Append(ChooseHelper.ReplaceLineEndings("\n")).Append('\n');
        if (body.Any(line => line.Contains("AnswerNextDialog(", StringComparison.Ordinal)))
            code.Append(AnswerHelper.ReplaceLineEndings("\n")).Append('\n');
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

    protected override string Holding(string text) => $"new Regex(Regex.Escape({Literal(text)}))";

    protected override string List(IEnumerable<string> values) => $"new[] {{ {string.Join(", ", values)} }}";

    protected override string Button(Driving.MouseButton button) => $"MouseButton.{button}";

    protected override string Modifier(KeyModifiers key) => $"KeyboardModifier.{key}";

    protected override string Read(string variable, string element) => $"var {variable} = await {element}.EvaluateAsync<string>(\"element => (element.value ?? element.innerText).trim()\");";

    protected override string Choose(string element, string option) => $"ChooseAsync({element}, {option})";
}
