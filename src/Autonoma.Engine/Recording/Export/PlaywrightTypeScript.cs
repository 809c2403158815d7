using System.Globalization;
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
          await list.page().getByRole('option', { name: option }).or(list.page().getByText(option, { exact: true })).filter({ visible: true }).first().click();
        }
        """;

    private const string AwayHelper = """

        // What is absent for a moment only may be on its way.
        async function expectStaysAway(elements: Locator) {
          await expect(elements).toHaveCount(0);
          await elements.page().waitForTimeout(300);
          await expect(elements).toHaveCount(0);
        }
        """;

    private const string TurnHelper = """

        async function turn(box: Locator, on: boolean) {
          if (await box.isChecked() !== on)
            await box.click();
          await expect(box).toBeChecked({ checked: on });
        }
        """;

    private const string BelowHelper = """

        async function expectRightBelow(lower: Locator, upper: Locator) {
          await expect(lower).toBeVisible();
          const [below, above] = [(await lower.boundingBox())!, (await upper.boundingBox())!];
          const gap = below.y - above.y - above.height;
          expect(gap).toBeGreaterThanOrEqual(-1);
          expect(gap).toBeLessThanOrEqual(100);
          expect(below.x < above.x + above.width && above.x < below.x + below.width).toBe(true);
        }
        """;

    private const string EscapedHelper = """

        const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
        """;

    private const string DragHelper = """

        // Elements side by side are ordered left to right, others top to bottom.
        async function dragBeside(from: Locator, to: Locator, share: number) {
          const [dragged, target] = [(await from.boundingBox())!, (await to.boundingBox())!];
          const beside = Math.min(dragged.y + dragged.height, target.y + target.height) - Math.max(dragged.y, target.y) > Math.min(dragged.height, target.height) / 2;
          await from.dragTo(to, { targetPosition: { x: target.width * (beside ? share : 0.5), y: target.height * (beside ? 0.5 : share) } });
        }
        """;

    private static readonly (string Call, string Code)[] Helpers = [("choose(", ChooseHelper), ("turn(", TurnHelper), ("expectStaysAway(", AwayHelper), ("expectRightBelow(", BelowHelper), ("dragBeside(", DragHelper), ("escaped(", EscapedHelper)];

    public override string FileName(string name) => name + ".spec.ts";

    protected override string First => ".first()";

    protected override string Last => ".last()";

    protected override string Keyboard => "page.keyboard";

    public override string File(TestCase test, string name, IReadOnlyList<string> variables, IReadOnlyDictionary<string, string> known, IReadOnlyList<string> body)
    {
        var helpers = Called(Helpers, body);
        var code = new StringBuilder();
        code.Append("import { test, expect").Append(helpers.Any(helper => helper.Contains("Locator", StringComparison.Ordinal)) ? ", type Locator" : "").Append(" } from '@playwright/test';\n\n");
        code.Append("test(").Append(Literal(test.Title)).Append(", async ({ page }) => {\n");
        AppendBody(code, "  ", variables.Select(variable => $"const {Variable(variable)} = {(known.TryGetValue(variable, out var value) ? Literal(value) : $"process.env[{Literal(variable)}]!")};"), Size(test.Viewport).Append($"await page.goto({Address(test.Url is { Length: > 0 } url ? url : "/")});"), body);
        code.Append("});\n");
        foreach (var helper in helpers)
            code.Append(helper).Append('\n');
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

    protected override string Pattern(string before, string text, string after)
        => $"new RegExp({(before.Length > 0 ? Literal(before) + " + " : "")}escaped({Value(text)}){(after.Length > 0 ? " + " + Literal(after) : "")})";

    protected override string Pattern(string expression) => $"new RegExp({Literal(expression)})";

    protected override string List(IEnumerable<string> values) => $"[{string.Join(", ", values)}]";

    protected override string Button(MouseButton button) => $"'{button.ToString().ToLowerInvariant()}'";

    protected override string Modifier(KeyModifiers key) => $"'{key}'";

    protected override string Read(string variable, string element) => $"const {variable}: string = await {element}.evaluate((element: any) => (element.value ?? element.innerText).trim());";

    protected override string Sizes(int width, int height) => string.Create(CultureInfo.InvariantCulture, $"{{ width: {width}, height: {height} }}");

    protected override string Choose(string element, string option) => $"choose({element}, {option})";
}
