using System.Globalization;
using System.Text;
using Autonoma.Engine.Commands;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Observing;
using Autonoma.Engine.Suites;

namespace Autonoma.Engine.Recording.Export;

/// <summary>C# over Selenium.WebDriver, which waits by its own WebDriverWait.</summary>
internal sealed class SeleniumCSharp : ScriptDialect
{
    private const string Helpers = """"

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
                if (field.GetDomProperty("type") is "date" or "time" or "month" or "week" or "datetime-local" or "color" or "range")
                {
                    // These take keys by their parts, in an order that depends on the language.
                    ((IJavaScriptExecutor)((IWrapsDriver)field).WrappedDriver).ExecuteScript("arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('input', { bubbles: true })); arguments[0].dispatchEvent(new Event('change', { bubbles: true }));", field, text);
                    return;
                }

                if (overwrite)
                    field.SendKeys(Keys.Control + "a" + Keys.Null + Keys.Delete);
                field.SendKeys(text);
            }

            private static void Drag(IWebDriver driver, IWebElement from, IWebElement to)
            {
                if (from.GetDomProperty("draggable") != "true")
                {
                    new Actions(driver).DragAndDrop(from, to).Perform();
                    return;
                }

                // What browsers do for a native drag, which a driver's pointer does not begin.
                ((IJavaScriptExecutor)driver).ExecuteScript("""
                    const [from, to] = arguments, data = new DataTransfer(), box = to.getBoundingClientRect();
                    const at = { bubbles: true, cancelable: true, dataTransfer: data, clientX: box.x + box.width / 2, clientY: box.y + box.height / 2 };
                    from.dispatchEvent(new DragEvent('dragstart', { bubbles: true, cancelable: true, dataTransfer: data }));
                    for (const name of ['dragenter', 'dragover', 'drop']) to.dispatchEvent(new DragEvent(name, at));
                    from.dispatchEvent(new DragEvent('dragend', { bubbles: true, dataTransfer: data }));
                    """, from, to);
            }

            private static void Check(IWebDriver driver, By by, bool on)
            {
                // The box may lie invisibly under a picture.
                var box = Wait(driver, () => driver.FindElements(by).FirstOrDefault(), $"no element {by}")!;
                if (IsChecked(box) == on)
                    return;
                if (box.Displayed)
                    box.Click();
                else
                    ((IJavaScriptExecutor)driver).ExecuteScript("(arguments[0].labels && arguments[0].labels[0] || arguments[0]).click()", box);
                Wait(driver, () => IsChecked(driver.FindElements(by).First()) == on, $"{by} did not change");
            }

            private static void Choose(IWebDriver driver, IWebElement list, string option)
            {
                list.Click();
                if (list.TagName == "select")
                    Wait(driver, () => list.FindElements(By.TagName("option")).FirstOrDefault(entry => entry.Text.Trim() == option), $"no option {option}")!.Click();
                else
                    Wait(driver, () => Seen(driver, By.XPath($".//*[@role='option'][contains(normalize-space(.), {Literal(option)})]")).Concat(Seen(driver, Text(option, whole: true))).FirstOrDefault(), $"no option {option}")!.Click();
            }

            /// <summary>By role and name; within the row, entry or card that holds all the words.</summary>
            private static By Element(string role, string name, params string[] entry)
            {
                var tags = role switch
                {
                    "button" => "self::button or self::input[@type='submit' or @type='button' or @type='reset' or @type='file'] or self::summary or @role='button'",
                    "link" => "self::a or @role='link'",
                    "textbox" or "searchbox" or "spinbutton" => "self::input or self::textarea or @role='textbox' or @role='searchbox'",
                    "checkbox" or "switch" => "self::input[@type='checkbox'] or @role='checkbox' or @role='switch'",
                    "radio" => "self::input[@type='radio'] or @role='radio'",
                    "combobox" or "listbox" => "self::select or @role='combobox' or @role='listbox'",
                    "heading" => "self::h1 or self::h2 or self::h3 or self::h4 or self::h5 or self::h6 or @role='heading'",
                    "row" => "self::tr or @role='row'",
                    "img" => "self::img or @role='img'",
                    "table" => "self::table or @role='table' or @role='grid'",
                    "region" => "self::section or @role='region'",
                    "banner" => "self::header or @role='banner'",
                    "contentinfo" => "self::footer or @role='contentinfo'",
                    "navigation" => "self::nav or @role='navigation'",
                    "complementary" => "self::aside or @role='complementary'",
                    "dialog" => "self::dialog or @role='dialog'",
                    "status" => "self::output or @role='status'",
                    "h1" or "h2" or "h3" or "h4" or "h5" or "h6" => $"self::{role}",
                    _ => $"@role='{role}' or self::{(role == "option" ? role : "span")}",
                };
                var scope = string.Concat(entry.Select(word => $"[contains(., {Literal(word)})]"));
                var path = (scope.Length > 0 ? $".//*[self::tr or self::li or self::article or @role='row' or @role='listitem' or @role='article']{scope}" : "") + $"{(scope.Length > 0 ? "" : ".")}//*[{tags}]";
                var text = Literal(name);
                return By.XPath(name.Length == 0 ? path : path + $"[normalize-space(.)={text} or @aria-label={text} or @value={text} or @title={text} or @placeholder={text} or @alt={text}"
                    + $" or @id=//label[normalize-space(.)={text}]/@for or @aria-labelledby=//*[normalize-space(.)={text}]/@id or ancestor::label[starts-with(translate(., ' \t\r\n\u00a0', ''), {Literal(string.Concat(name.Where(c => !char.IsWhiteSpace(c))))})]]");
            }

            /// <summary>The innermost elements that hold a text, or say nothing else.</summary>
            private static By Text(string text, bool whole = false)
            {
                var said = "normalize-space(translate(., '\u00a0', ' '))";
                var holds = whole ? $"{said}={Literal(text)}" : $"contains({said}, {Literal(text)})";
                return By.XPath($".//*[{holds}][not(.//*[{holds}])]");
            }

            private static IEnumerable<IWebElement> Seen(ISearchContext root, By by) => root.FindElements(by).Where(element => element.Displayed);

            private static bool Holds(IWebElement element, string text) => Folded(element.Text).Contains(Folded(text), StringComparison.OrdinalIgnoreCase);

            private static bool Says(IEnumerable<IWebElement> found, string text)
                => found.ToList() is [var only] && string.Equals(Folded(only.Text), Folded(text), StringComparison.OrdinalIgnoreCase);

            private static bool Contains(IEnumerable<IWebElement> found, string text) => found.ToList() is [var only] && Holds(only, text);

            private static bool IsRightBelow(IWebElement lower, IWebElement upper)
            {
                var (below, above) = (new System.Drawing.Rectangle(lower.Location, lower.Size), new System.Drawing.Rectangle(upper.Location, upper.Size));
                return below.Top - above.Bottom is >= -1 and <= 100 && below.Left < above.Right && above.Left < below.Right;
            }

            private static bool IsEnabled(IWebElement element) => element.Enabled && element.GetDomAttribute("aria-disabled") != "true";

            private static bool IsChecked(IWebElement element) => element.Selected || element.GetDomAttribute("aria-checked") == "true";

            private static void ExpectStaysAway(IWebDriver driver, Func<bool> isThere, string what)
            {
                // What is absent for a moment only may be on its way.
                Wait(driver, () => !isThere(), what);
                new Actions(driver).Pause(TimeSpan.FromMilliseconds(300)).Perform();
                Wait(driver, () => !isThere(), what);
            }

            private static void Expect(IWebDriver driver, Func<bool> holds, string what) => Wait(driver, holds, what);

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
        """";

    public override string FileName(string name) => name + ".cs";

    public override string File(TestCase test, string name, IReadOnlyList<string> variables, IReadOnlyDictionary<string, string> known, IReadOnlyList<string> body)
    {
        var code = new StringBuilder();
        code.Append("using System;\nusing System.Collections.Generic;\nusing System.Linq;\nusing OpenQA.Selenium;\nusing OpenQA.Selenium.Interactions;\nusing OpenQA.Selenium.Support.UI;\n\n");
        code.Append("/// <summary>").Append(System.Net.WebUtility.HtmlEncode(test.Title)).Append("</summary>\n");
        code.Append("public static class ").Append(name).Append("\n{\n    public static void Run(IWebDriver driver, string baseUrl)\n    {\n");
        AppendBody(code, "        ", CSharpVariables(variables, known), Size(test.Viewport).Append($"driver.Navigate().GoToUrl({Address(test.Url ?? "")});"), body);
        return code.Append("    }\n").Append(Helpers.ReplaceLineEndings("\n")).Append("\n}\n").ToString();
    }

    // Frames would have to be entered and left around every line; into shadow trees no path leads.
    public override string? Locate(LocatorChoice choice)
    {
        if (choice.Frame is not null || choice.InCustomElement)
            return null;
        var scope = choice.EntryWords.Count == 0 ? "" : choice.IsPlainEntry
            // The innermost box that holds the words and something to act on.
            ? $"(//*[self::div or self::section or self::li or self::tr]{string.Concat(choice.EntryWords.Select(word => $"[contains(., {XPath.Literal(word)})]"))}[.//button or .//a or .//*[@title or @role or @onclick]])[last()]"
            : $".//*[self::tr or self::li or self::article or @role='row' or @role='listitem' or @role='article']{string.Concat(choice.EntryWords.Select(word => $"[contains(., {XPath.Literal(word)})]"))}";
        var by = choice.Kind switch
        {
            LocatorKind.TestId => $"By.CssSelector({Value($"[data-testid=\"{choice.Value}\"], [data-test=\"{choice.Value}\"], [data-cy=\"{choice.Value}\"], [data-qa=\"{choice.Value}\"]")})",
            LocatorKind.Css when scope.Length == 0 => $"By.CssSelector({Value(choice.Value!)})",
            LocatorKind.Css => $"By.XPath({Value($"{scope}//*[@{choice.Value!.Trim('[', ']').Replace("\"", "'", StringComparison.Ordinal)}]")})",
            LocatorKind.Placeholder => $"By.XPath({Value($"{scope}//*[@placeholder={XPath.Literal(choice.Value!)}]")})",
            LocatorKind.Text => $"By.XPath({Value($"{scope}//*[normalize-space(.)={XPath.Literal(choice.Value!)}][not(.//*[normalize-space(.)={XPath.Literal(choice.Value!)}])]")})",
            LocatorKind.Beside => $"By.XPath({Value($".//node()[normalize-space()={XPath.Literal(choice.Value!)}]/following-sibling::*[1]")})",
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
        SelectArguments select => [$"Click(driver, Text({Value(select.Option)}, whole: true));"],
        CheckArguments check when element is not null => [$"Check(driver, {element}, {(check.On ? "true" : "false")});"],
        HoverArguments when element is not null => [$"new Actions(driver).MoveToElement(Find(driver, {element})).Perform();"],
        DragArguments when element is not null && other is not null => [$"Drag(driver, Find(driver, {element}), Find(driver, {other}));"],
        ScrollArguments { Direction: { } direction, IntoView: false } when element is not null => [$"((IJavaScriptExecutor)driver).ExecuteScript({Literal($"const element = arguments[0]; {ScrollInside(direction)}")}, Find(driver, {element}));"],
        ScrollArguments when element is not null => [$"((IJavaScriptExecutor)driver).ExecuteScript(\"arguments[0].scrollIntoView()\", Find(driver, {element}));"],
        ScrollArguments { Until: null } scroll => [$"((IJavaScriptExecutor)driver).ExecuteScript({Literal(ScrollScript(scroll.Direction))});"],
        PressArguments press when Key(press.Key) is { } key => [$"{(element is null ? "driver.SwitchTo().ActiveElement()" : $"Find(driver, {element})")}.SendKeys({key});"],
        NavigateArguments navigate => [$"driver.Navigate().GoToUrl({Address(navigate.Url)});"],
        HistoryArguments history => [$"driver.Navigate().{(history.Forward ? "Forward" : "Back")}();"],
        RefreshArguments => ["driver.Navigate().Refresh();"],
        WaitArguments { Milliseconds: { } pause } => [string.Create(CultureInfo.InvariantCulture, $"new Actions(driver).Pause(TimeSpan.FromMilliseconds({pause})).Perform();")],
        DialogArguments dialog => [.. dialog.Text is { } text ? [$"Wait(driver, () => driver.SwitchTo().Alert(), \"no dialog\").SendKeys({Value(text)});"] : (string[])[], $"Wait(driver, () => driver.SwitchTo().Alert(), \"no dialog\").{(dialog.Accept ? "Accept" : "Dismiss")}();"],
        UploadArguments upload when element is not null => [$"driver.FindElement({element}).SendKeys({string.Join(" + \"\\n\" + ", upload.Files.Select(file => $"System.IO.Path.GetFullPath({Value(file)})"))});"],
        ReadArguments read when element is not null => [$"var {Variable(read.Variable)} = Find(driver, {element}) is var {Variable(read.Variable)}Element && {Variable(read.Variable)}Element.TagName is \"input\" or \"textarea\" ? Find(driver, {element}).GetAttribute(\"value\") ?? \"\" : Find(driver, {element}).Text;"],
        _ => null,
    };

    // Selenium answers a dialog once it is open, so that there is nothing to prepare.
    public override IReadOnlyList<string>? Answer(DialogArguments dialog) => null;

    public override IReadOnlyList<string>? Check(ExportedCheck check)
    {
        if (check.Place is not { } place)
            return [$"Expect(driver, () => {OfThePage(check.Fact, Value(check.Text))}, {Literal(Sentence(check))});"];
        if (IsFramed(place))
            return null;
        var found = Look(place, check.IsAbsence);
        var holds = check.Fact switch
        {
            ExportedFact.Absent => $"{found}.Any()",
            ExportedFact.Shown => place.Text.Length == 0 ? $"{found}.Count() == 1" : $"{found}.Any()",
            ExportedFact.Count => string.Create(CultureInfo.InvariantCulture, $"{found}.Count() == {check.Count}"),
            ExportedFact.Says => $"Says({found}, {Value(check.Text)})",
            ExportedFact.Contains => $"Contains({found}, {Value(check.Text)})",
            ExportedFact.Holds => $"{found}.Single().GetDomProperty(\"value\") == {Value(check.Text)}",
            ExportedFact.Disabled => $"!IsEnabled({found}.Single())",
            ExportedFact.Enabled => $"IsEnabled({found}.Single())",
            ExportedFact.Checked => $"IsChecked({found}.Single())",
            ExportedFact.Unchecked => $"!IsChecked({found}.Single())",
            ExportedFact.Pressed => $"{found}.Single().GetDomAttribute(\"aria-pressed\") == \"true\"",
            ExportedFact.Unpressed => $"{found}.Single().GetDomAttribute(\"aria-pressed\") == \"false\"",
            ExportedFact.Selected => $"{found}.Single().GetDomAttribute(\"aria-selected\") == \"true\"",
            ExportedFact.Current => $"{found}.Single().GetDomAttribute(\"aria-current\") is not (null or \"false\")",
            ExportedFact.Focused => $"{found}.Single().Equals(driver.SwitchTo().ActiveElement())",
            ExportedFact.ReadOnly => $"{found}.Single().GetDomAttribute(\"readonly\") is not null",
            ExportedFact.Masked => $"{found}.Single().GetDomProperty(\"type\") == \"password\"",
            ExportedFact.Unmasked => $"{found}.Single().GetDomProperty(\"type\") == \"text\"",
            ExportedFact.Below when check.Upper is { } upper => $"IsRightBelow({found}.First(), {Look(upper)}.Single())",
            ExportedFact.Heads => $"Says([{found}.First().FindElement(By.XPath(\"preceding::*[self::h1 or self::h2 or self::h3 or self::h4 or self::h5 or self::h6 or @role='heading'][1]\"))], {Value(check.Text)})",
            _ => null,
        };
        return holds is null ? null : [$"{(check.IsAbsence ? "ExpectStaysAway" : "Expect")}(driver, () => {holds}, {Literal(Sentence(check))});"];
    }

    private static bool IsFramed(ExportedPlace place) => place.Frame is not null || place.InCustomElement || place.Within is { } within && IsFramed(within);

    private static string Sentence(ExportedCheck check) => $"{(check.Place is { } place ? $"{(place.Role.Length > 0 ? place.Role + " " : "")}\"{place.Text}\" " : "")}{check.Fact.ToString().ToLowerInvariant()}{(check.Text.Length > 0 ? $" \"{check.Text}\"" : "")}";

    private static string OfThePage(ExportedFact fact, string text) => fact switch
    {
        ExportedFact.AddressIs => $"driver.Url == {text} || driver.Url.EndsWith({text}, StringComparison.Ordinal)",
        ExportedFact.AddressHolds => $"driver.Url.Contains({text})",
        ExportedFact.AddressStarts => $"driver.Url.StartsWith({text}, StringComparison.Ordinal)",
        ExportedFact.AddressEnds => $"driver.Url.EndsWith({text}, StringComparison.Ordinal)",
        ExportedFact.TitleIs => $"driver.Title == {text}",
        ExportedFact.TitleStarts => $"driver.Title.StartsWith({text}, StringComparison.Ordinal)",
        ExportedFact.TitleEnds => $"driver.Title.EndsWith({text}, StringComparison.Ordinal)",
        _ => $"driver.Title.Contains({text})",
    };

    /// <summary>An expression for the elements that a claim is about.</summary>
    private string Look(ExportedPlace place, bool isAbsent = false)
    {
        var by = place.Kind switch
        {
            ExportedPlaceKind.Text when place.IsRun => $"By.XPath({Value($".//*[text()[normalize-space()={XPath.Literal(place.Text)}]]")})",
            ExportedPlaceKind.Text => $"Text({Value(place.Text)}{(place.IsWhole ? ", whole: true" : "")})",
            ExportedPlaceKind.Beside => $"By.XPath({Value($".//node()[normalize-space()={XPath.Literal(place.Text)}]/following-sibling::*[1]")})",
            ExportedPlaceKind.Entry => $"By.XPath({Literal(EntryPath(place.Text))})",
            ExportedPlaceKind.Labelled => $"By.XPath({Value(FieldPath(place.Text))})",
            _ => $"Element({Literal(place.Level is { } level ? string.Create(CultureInfo.InvariantCulture, $"h{level}") : place.Role)}, {(place is { Kind: ExportedPlaceKind.Named, IsWhole: true } ? Value(place.Text) : "\"\"")})",
        };
        // The inputs of switches and radio buttons lie invisibly under a picture.
        var look = place.Role is "checkbox" or "radio" or "switch" && !isAbsent ? "{0}.FindElements({1})" : "Seen({0}, {1})";
        string At(string root) => string.Format(CultureInfo.InvariantCulture, look, root, by);
        var found = place.Within is { } within ? $"{Look(within)}.SelectMany(part => {At("part")})" : At("driver");
        if (place is { Kind: ExportedPlaceKind.Speaking } or { Kind: ExportedPlaceKind.Named, IsWhole: false, Text.Length: > 0 })
            found += $".Where(element => Holds(element, {Value(place.Text)}))";
        foreach (var word in place.Words)
            found += $".Where(element => Holds(element, {Value(word)}))";
        found += place.Nth switch { null => "", -1 => ".TakeLast(1)", { } nth => string.Create(CultureInfo.InvariantCulture, $".Skip({nth}).Take(1)") };
        return place.Cell is { } cell ? string.Create(CultureInfo.InvariantCulture, $"{found}.SelectMany(row => row.FindElements(By.XPath(\"./td | ./th | ./*[@role='cell' or @role='gridcell' or @role='rowheader']\")).Skip({cell}).Take(1))") : found;
    }

    private static string FieldPath(string label)
    {
        var begins = $"[starts-with(normalize-space(.), {XPath.Literal(label)})]";
        return $".//*[self::input or self::select or self::textarea][@id=//label{begins}/@for or ancestor::label{begins} or starts-with(@aria-label, {XPath.Literal(label)})]";
    }

    private static string EntryPath(string kind) => kind switch
    {
        "row" => ".//*[self::tr[td] or @role='row'][td or *[@role='cell' or @role='gridcell']]",
        "listitem" => ".//*[self::li or @role='listitem']",
        "article" => ".//*[self::article or @role='article']",
        "treeitem" => ".//*[@role='treeitem']",
        _ when kind.Split('.') is [var tag, var name] => $".//{tag}[contains(concat(' ', normalize-space(@class), ' '), ' {name} ')]",
        _ => throw new InvalidOperationException($"No path to '{kind}'."),
    };

    private static IEnumerable<string> Size(UiSize? size)
        => size is { } asked ? [string.Create(CultureInfo.InvariantCulture, $"driver.Manage().Window.Size = new System.Drawing.Size({(int)asked.Width}, {(int)asked.Height});")] : [];

    private string Address(string url) => url.Contains("://", StringComparison.Ordinal) ? Value(url) : $"new Uri(new Uri(baseUrl), {Value(url)})";

    private string Named(string role, string? name, IReadOnlyList<string> entry)
        => $"Element({string.Join(", ", new[] { role, name ?? "" }.Concat(entry).Select(Value))})";

    private static string? Key(string key) => key switch
    {
        "Enter" or "Tab" or "Escape" or "Backspace" or "Delete" or "Home" or "End" or "ArrowUp" or "ArrowDown" or "ArrowLeft" or "ArrowRight" or "PageUp" or "PageDown" => $"Keys.{key}",
        { Length: 1 } => Quoted(key),
        _ => null,
    };
}
