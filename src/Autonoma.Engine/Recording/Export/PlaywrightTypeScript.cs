using System.Text;
using Autonoma.Engine.Commands;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Suites;

namespace Autonoma.Engine.Recording.Export;

/// <summary>TypeScript over @playwright/test.</summary>
internal sealed class PlaywrightTypeScript : PlaywrightScript
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

    protected override string First => ".first()";

    protected override string Last => ".last()";

    protected override string Keyboard => "page.keyboard";

    public override string File(TestCase test, string name, IReadOnlyList<string> variables, IReadOnlyDictionary<string, string> known, IReadOnlyList<string> body)
    {
        var chooses = body.Any(line => line.Contains("choose(", StringComparison.Ordinal));
        var code = new StringBuilder();
        code.Append("import { test, expect").Append(chooses ? ", type Locator" : "").Append(" } from '@playwright/test';\n\n");
        code.Append("test(").Append(Literal(test.Title)).Append(", async ({ page }) => {\n");
        AppendBody(code, "  ", variables.Select(variable => $"const {Variable(variable)} = {(known.TryGetValue(variable, out var value) ? Literal(value) : $"process.env[{Literal(variable)}]!")};"), $"await page.goto({Address(test.Url is { Length: > 0 } url ? url : "/")});", body);
        code.Append("});\n");
        if (chooses)
            code.Append(ChooseHelper.ReplaceLineEndings("\n")).Append('\n');
        return code.ToString();
    }

    public override IReadOnlyList<string>? Answer(DialogArguments dialog)
        => [$"page.once('dialog', dialog => dialog.{(dialog.Accept ? $"accept({(dialog.Text is { } text ? Value(text) : "")})" : "dismiss()")});"];

    protected override string Name(string method) => method;

    protected override string Awaited(string method) => method;

    protected override string Options(params IReadOnlyList<(string Name, string Value)> options) => $"{{ {string.Join(", ", options.Select(option => $"{option.Name}: {option.Value}"))} }}";

    protected override string Role(string role) => $"'{role}'";

    protected override string Expect(string what) => $"expect({what})";

    protected override string Address(string url) => Value(url);

    // Waited for: an address changes a moment after the action that leads to it.
    protected override string Holding(string text) => $"url => url.href.includes({Literal(text)})";

    protected override string List(IEnumerable<string> values) => $"[{string.Join(", ", values)}]";

    protected override string Button(MouseButton button) => $"'{button.ToString().ToLowerInvariant()}'";

    protected override string Modifier(KeyModifiers key) => $"'{key}'";

    protected override string Read(string variable, string element) => $"const {variable}: string = await {element}.evaluate((element: any) => (element.value ?? element.innerText).trim());";

    protected override string Choose(string element, string option) => $"choose({element}, {option})";
}
