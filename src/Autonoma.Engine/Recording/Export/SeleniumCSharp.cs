using System.Globalization;
using System.Text;
using Autonoma.Engine.Commands;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Suites;

namespace Autonoma.Engine.Recording.Export;

/// <summary>C# over Selenium.WebDriver, which waits by its own WebDriverWait.</summary>
internal sealed class SeleniumCSharp : ScriptDialect
{
    private const string Helpers = """

            private static IWebElement Find(IWebDriver driver, By by, int nth = 0)
                => Wait(driver, () => driver.FindElements(by).Where(element => element.Displayed && element.Enabled).Skip(nth).FirstOrDefault(), $"no element {by}")!;

            private static void Click(IWebDriver driver, By by, int nth = 0)
                => Wait(driver, () =>
                {
                    try
                    {
                        Find(driver, by, nth).Click();
                        return true;
                    }
                    catch (WebDriverException)
                    {
                        return false;
                    }
                }, $"{by} cannot be clicked");

            private static void Type(IWebElement field, string text, bool overwrite = true)
            {
                if (overwrite)
                    field.Clear();
                field.SendKeys(text);
            }

            private static void Choose(IWebDriver driver, IWebElement list, string option)
            {
                list.Click();
                if (list.TagName == "select")
                    Wait(driver, () => list.FindElements(By.TagName("option")).FirstOrDefault(entry => entry.Text.Trim() == option), $"no option {option}")!.Click();
                else
                    Click(driver, By.XPath($"//*[@role='option'][contains(normalize-space(.), {Literal(option)})]"));
            }

            /// <summary>By role and name; within the row, entry or card that holds all the words.</summary>
            private static By Element(string role, string name, params string[] entry)
            {
                var tags = role switch
                {
                    "button" => "self::button or self::input[@type='submit' or @type='button' or @type='reset'] or self::summary or @role='button'",
                    "link" => "self::a or @role='link'",
                    "textbox" or "searchbox" or "spinbutton" => "self::input or self::textarea or @role='textbox' or @role='searchbox'",
                    "checkbox" or "switch" => "self::input[@type='checkbox'] or @role='checkbox' or @role='switch'",
                    "radio" => "self::input[@type='radio'] or @role='radio'",
                    "combobox" or "listbox" => "self::select or @role='combobox' or @role='listbox'",
                    "heading" => "self::h1 or self::h2 or self::h3 or self::h4 or self::h5 or self::h6 or @role='heading'",
                    "row" => "self::tr or @role='row'",
                    "img" => "self::img or @role='img'",
                    _ => $"@role='{role}' or self::{(role == "option" ? role : "span")}",
                };
                var scope = string.Concat(entry.Select(word => $"[contains(., {Literal(word)})]"));
                var path = (scope.Length > 0 ? $"//*[self::tr or self::li or self::article or @role='row' or @role='listitem' or @role='article']{scope}" : "") + $"//*[{tags}]";
                var text = Literal(name);
                return By.XPath(name.Length == 0 ? path : path + $"[normalize-space(.)={text} or @aria-label={text} or @value={text} or @title={text} or @placeholder={text} or @alt={text}"
                    + $" or @id=//label[normalize-space(.)={text}]/@for or ancestor::label[starts-with(normalize-space(.), {text})]]");
            }

            private static void Expect(IWebDriver driver, Func<bool> holds, string what) => Wait(driver, holds, what);

            private static bool Shows(IWebDriver driver, string text, string inside = "body")
                => driver.FindElements(By.XPath($"//{inside}")).Any(element => element.Displayed && Folded(element.Text).Contains(Folded(text), StringComparison.OrdinalIgnoreCase));

            private static string Folded(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

            private static string Literal(string text)
                => text.Contains('\'') ? "concat('" + text.Replace("'", "',\"'\",'") + "')" : $"'{text}'";

            private static T Wait<T>(IWebDriver driver, Func<T> look, string problem)
            {
                var wait = new WebDriverWait(driver, TimeSpan.FromSeconds(10)) { PollingInterval = TimeSpan.FromMilliseconds(50), Message = problem };
                // While a page is being replaced, its elements are gone from one look to the next.
                wait.IgnoreExceptionTypes(typeof(WebDriverException));
                return wait.Until(_ => look())!;
            }
        """;

    public override string FileName(string name) => name + ".cs";

    public override string File(TestCase test, string name, IReadOnlyList<string> variables, IReadOnlyDictionary<string, string> known, IReadOnlyList<string> body)
    {
        var code = new StringBuilder();
        code.Append("using System;\nusing System.Linq;\nusing OpenQA.Selenium;\nusing OpenQA.Selenium.Interactions;\nusing OpenQA.Selenium.Support.UI;\n\n");
        code.Append("/// <summary>").Append(System.Net.WebUtility.HtmlEncode(test.Title)).Append("</summary>\n");
        code.Append("public static class ").Append(name).Append("\n{\n    public static void Run(IWebDriver driver, string baseUrl)\n    {\n");
        AppendBody(code, "        ", CSharpVariables(variables, known), $"driver.Navigate().GoToUrl({Address(test.Url ?? "")});", body);
        return code.Append("    }\n").Append(Helpers.ReplaceLineEndings("\n")).Append("\n}\n").ToString();
    }

    // Frames would have to be entered and left around every line.
    public override string? Locate(LocatorChoice choice)
    {
        if (choice.Frame is not null)
            return null;
        var scope = choice.EntryWords.Count == 0 ? "" : choice.IsPlainEntry
            // The innermost box that holds the words and something to act on.
            ? $"(//*[self::div or self::section or self::li or self::tr]{string.Concat(choice.EntryWords.Select(word => $"[contains(., {XPath(word)})]"))}[.//button or .//a or .//*[@title or @role or @onclick]])[last()]"
            : $"//*[self::tr or self::li or self::article or @role='row' or @role='listitem' or @role='article']{string.Concat(choice.EntryWords.Select(word => $"[contains(., {XPath(word)})]"))}";
        var by = choice.Kind switch
        {
            LocatorKind.TestId => $"By.CssSelector({Literal($"[data-testid=\"{choice.Value}\"], [data-test=\"{choice.Value}\"], [data-cy=\"{choice.Value}\"], [data-qa=\"{choice.Value}\"]")})",
            LocatorKind.Css when scope.Length == 0 => $"By.CssSelector({Literal(choice.Value!)})",
            LocatorKind.Css => $"By.XPath({Literal($"{scope}//*[@{choice.Value!.Trim('[', ']').Replace("\"", "'", StringComparison.Ordinal)}]")})",
            LocatorKind.Placeholder => $"By.XPath({Literal($"{scope}//*[@placeholder={XPath(choice.Value!)}]")})",
            LocatorKind.Text => $"By.XPath({Literal($"{scope}//*[normalize-space(.)={XPath(choice.Value!)}][not(.//*[normalize-space(.)={XPath(choice.Value!)}])]")})",
            _ => Named(choice.Role, choice.Value, choice.EntryWords),
        };
        return choice.Nth is > 0 and var nth ? string.Create(CultureInfo.InvariantCulture, $"{by}, {nth}") : by;
    }

    public override IReadOnlyList<string>? Act(CommandArguments command, string? element, string? other) => command switch
    {
        ClickArguments { Button: MouseButton.Left, Count: 1, Modifiers: KeyModifiers.None } when element is not null => [$"Click(driver, {element});"],
        ClickArguments { Button: MouseButton.Left, Count: 2 } when element is not null => [$"new Actions(driver).DoubleClick(Find(driver, {element})).Perform();"],
        ClickArguments { Button: MouseButton.Right } when element is not null => [$"new Actions(driver).ContextClick(Find(driver, {element})).Perform();"],
        TypeArguments type when element is not null => [$"Type(Find(driver, {element}), {Value(type.Text)}{(type.Overwrite ? "" : ", overwrite: false")});"],
        TypeArguments type => [$"driver.SwitchTo().ActiveElement().SendKeys({Value(type.Text)});"],
        SelectArguments select when element is not null => [$"Choose(driver, Find(driver, {element}), {Value(select.Option)});"],
        CheckArguments check when element is not null => [$"if (Find(driver, {element}).Selected != {(check.On ? "true" : "false")})", $"    Click(driver, {element});"],
        HoverArguments when element is not null => [$"new Actions(driver).MoveToElement(Find(driver, {element})).Perform();"],
        DragArguments when element is not null && other is not null => [$"new Actions(driver).DragAndDrop(Find(driver, {element}), Find(driver, {other})).Perform();"],
        ScrollArguments when element is not null => [$"((IJavaScriptExecutor)driver).ExecuteScript(\"arguments[0].scrollIntoView()\", Find(driver, {element}));"],
        ScrollArguments { Until: null } scroll => [$"((IJavaScriptExecutor)driver).ExecuteScript({Literal(ScrollScript(scroll.Direction))});"],
        PressArguments press when Key(press.Key) is { } key => [$"{(element is null ? "driver.SwitchTo().ActiveElement()" : $"Find(driver, {element})")}.SendKeys({key});"],
        NavigateArguments navigate => [$"driver.Navigate().GoToUrl({Address(navigate.Url)});"],
        HistoryArguments history => [$"driver.Navigate().{(history.Forward ? "Forward" : "Back")}();"],
        RefreshArguments => ["driver.Navigate().Refresh();"],
        WaitArguments { Milliseconds: { } pause } => [string.Create(CultureInfo.InvariantCulture, $"new Actions(driver).Pause(TimeSpan.FromMilliseconds({pause})).Perform();")],
        DialogArguments dialog => [.. dialog.Text is { } text ? [$"Wait(driver, () => driver.SwitchTo().Alert(), \"no dialog\").SendKeys({Value(text)});"] : (string[])[], $"Wait(driver, () => driver.SwitchTo().Alert(), \"no dialog\").{(dialog.Accept ? "Accept" : "Dismiss")}();"],
        ReadArguments read when element is not null => [$"var {Variable(read.Variable)} = Find(driver, {element}) is var {Variable(read.Variable)}Element && {Variable(read.Variable)}Element.TagName is \"input\" or \"textarea\" ? Find(driver, {element}).GetAttribute(\"value\") ?? \"\" : Find(driver, {element}).Text;"],
        _ => null,
    };

    // Selenium answers a dialog once it is open, so that there is nothing to prepare.
    public override IReadOnlyList<string>? Answer(DialogArguments dialog) => null;

    public override IReadOnlyList<string>? Check(ExportedCheck check) => check switch
    {
        { Frame: not null } => null,
        { Kind: ExportedCheckKind.Address } => [$"Expect(driver, () => driver.Url.Contains({Literal(check.Text)}), {Literal($"the address holds {check.Text}")});"],
        { Kind: ExportedCheckKind.Absent } => [$"Expect(driver, () => !Shows(driver, {Literal(check.Text)}), {Literal($"\"{check.Text}\" is not shown")});"],
        { Kind: ExportedCheckKind.Value } => [$"Expect(driver, () => Find(driver, {Named(check.Role, check.Name, [])}).GetAttribute(\"value\") == {Literal(check.Text)}, {Literal($"{check.Name} holds {check.Text}")});"],
        { Kind: ExportedCheckKind.State } => [$"Expect(driver, () => driver.FindElement({Named(check.Role, check.Name, [])}).{(check.Text is "enabled" or "disabled" ? "Enabled" : "Selected")} == {(check.Text is "enabled" or "checked" ? "true" : "false")}, {Literal($"{check.Name} is {check.Text}")});"],
        { Role: "heading" } => [$"Expect(driver, () => Shows(driver, {Literal(check.Text)}, \"*[self::h1 or self::h2 or self::h3 or self::h4 or self::h5 or self::h6 or @role='heading']\"), {Literal($"the heading \"{check.Text}\" is shown")});"],
        _ => [$"Expect(driver, () => Shows(driver, {Literal(check.Text)}), {Literal($"\"{check.Text}\" is shown")});"],
    };

    private string Address(string url) => url.Contains("://", StringComparison.Ordinal) ? Value(url) : $"new Uri(new Uri(baseUrl), {Value(url)})";

    private static string Named(string role, string? name, IReadOnlyList<string> entry)
        => $"Element({string.Join(", ", new[] { role, name ?? "" }.Concat(entry).Select(Quoted))})";

    private static string XPath(string text) => text.Contains('\'', StringComparison.Ordinal) ? "concat('" + text.Replace("'", "',\"'\",'", StringComparison.Ordinal) + "')" : $"'{text}'";

    private static string? Key(string key) => key switch
    {
        "Enter" or "Tab" or "Escape" or "Backspace" or "Delete" or "Home" or "End" or "ArrowUp" or "ArrowDown" or "ArrowLeft" or "ArrowRight" or "PageUp" or "PageDown" => $"Keys.{key}",
        { Length: 1 } => Quoted(key),
        _ => null,
    };
}
