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
    public override string FileName(string name) => name + ".cs";

    public override string File(TestCase test, string name, IReadOnlyList<string> variables, IReadOnlyDictionary<string, string> known, IReadOnlyList<string> body)
    {
        var code = new StringBuilder();
        code.Append("using System;\nusing System.Collections.Generic;\nusing System.Collections.ObjectModel;\nusing System.Linq;\nusing OpenQA.Selenium;\nusing OpenQA.Selenium.Interactions;\nusing OpenQA.Selenium.Support.UI;\n\n");
        code.Append("/// <summary>").Append(System.Net.WebUtility.HtmlEncode(test.Title)).Append("</summary>\n");
        code.Append("public static class ").Append(name).Append("\n{\n    public static void Run(IWebDriver driver, string baseUrl)\n    {\n");
        AppendBody(code, "        ", CSharpVariables(variables, known), Size(test.Viewport).Append($"driver.Navigate().GoToUrl({Address(test.Url ?? "")});"), body);
        code.Append("    }\n");
        foreach (var helper in Called(SeleniumHelpers.All, body))
            code.Append(helper).Append('\n');
        return code.Append("}\n").ToString();
    }

    public override IReadOnlyList<string> Leave => ["driver.SwitchTo().DefaultContent();"];

    public override string? Locate(LocatorChoice choice)
    {
        if (!FramePath.IsKnown(choice.Frame))
            return null;
        // Through slots and labels of a shadow tree no path leads: there the name is the one that the browser computes.
        var isComputed = choice is { InCustomElement: true, Kind: LocatorKind.Role or LocatorKind.Label, EntryWords.Count: 0, Value: not null } && LocatorChoice.IsKnown(choice.Role);
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
            _ => Named(choice.Role, isComputed ? null : choice.Value, choice.EntryWords),
        };
        if (choice.InCustomElement)
            by = InShadow(by, isComputed ? choice.Value : null);
        by = InFrame(choice.Frame, by);
        return choice.Nth is > 0 and var nth ? string.Create(CultureInfo.InvariantCulture, $"{by}, {nth}") : by;
    }

    public override IReadOnlyList<string>? Act(CommandArguments command, string? element, string? other) => command switch
    {
        ClickArguments { Button: MouseButton.Left, Count: 1, Modifiers: KeyModifiers.None } when element is not null => [$"{(IsInShadow(element) ? "ClickInShadow" : "Click")}(driver, {element});"],
        ClickArguments { Button: MouseButton.Left, Count: 2 } when element is not null => [$"new Actions(driver).DoubleClick(Find(driver, {element})).Perform();"],
        ClickArguments { Button: MouseButton.Right } when element is not null => [$"new Actions(driver).ContextClick(Find(driver, {element})).Perform();"],
        TypeArguments type when element is not null => [$"Type(Find(driver, {element}), {Value(type.Text)}{(type.Overwrite ? "" : ", overwrite: false")});"],
        TypeArguments type => [$"new Actions(driver).SendKeys({Value(type.Text)}).Perform();"],
        SelectArguments select when element is not null => [$"Choose(driver, Find(driver, {element}), {Value(select.Option)}{(IsInShadow(element) ? ", by => InShadow(by)" : "")});"],
        SelectArguments select => [$"Click(driver, Text({Value(select.Option)}, whole: true));"],
        CheckArguments check when element is not null => [$"Check(driver, {element}, {(check.On ? "true" : "false")});"],
        HoverArguments when element is not null => [$"new Actions(driver).MoveToElement(Find(driver, {element})).Perform();"],
        DragArguments drag when element is not null && other is not null => [$"Drag(driver, Find(driver, {element}), Find(driver, {other}){(drag.Position == DropPosition.Onto ? "" : ", " + Share(drag.Position))});"],
        ScrollArguments { Direction: { } direction, IntoView: false } when element is not null => [$"((IJavaScriptExecutor)driver).ExecuteScript({Literal($"const element = arguments[0]; {ScrollInside(direction)}")}, Find(driver, {element}));"],
        ScrollArguments when element is not null => [$"((IJavaScriptExecutor)driver).ExecuteScript(\"arguments[0].scrollIntoView()\", Find(driver, {element}));"],
        ScrollArguments { Until: null } scroll => [$"((IJavaScriptExecutor)driver).ExecuteScript({Literal(ScrollScript(scroll.Direction))});"],
        PressArguments press when Keys(press.Key) is ({ } held, { } key) => [element is not null
            ? $"Find(driver, {element}).SendKeys({string.Join(" + ", [.. held, key, .. held.Count > 0 ? (string[])["Keys.Null"] : []])});"
            : $"new Actions(driver).{string.Concat(held.Select(one => $"KeyDown({one})."))}SendKeys({key}){string.Concat(held.Select(one => $".KeyUp({one})"))}.Perform();"],
        NavigateArguments navigate => [$"driver.Navigate().GoToUrl({Address(navigate.Url)});"],
        HistoryArguments history => [$"driver.Navigate().{(history.Forward ? "Forward" : "Back")}();"],
        RefreshArguments => ["driver.Navigate().Refresh();"],
        WaitArguments { Milliseconds: { } pause } => [string.Create(CultureInfo.InvariantCulture, $"new Actions(driver).Pause(TimeSpan.FromMilliseconds({pause})).Perform();")],
        DialogArguments dialog => [.. dialog.Text is { } text ? [$"Wait(driver, () => driver.SwitchTo().Alert(), \"no dialog\").SendKeys({Value(text)});"] : (string[])[], $"Wait(driver, () => driver.SwitchTo().Alert(), \"no dialog\").{(dialog.Accept ? "Accept" : "Dismiss")}();"],
        UploadArguments upload when element is not null => [$"driver.FindElement({element}).SendKeys({string.Join(" + \"\\n\" + ", upload.Files.Select(file => $"System.IO.Path.GetFullPath({Value(file)})"))});"],
        ReadArguments read when element is not null => [$"var {Variable(read.Variable)} = Read(Find(driver, {element}));"],
        _ => null,
    };

    // Selenium answers a dialog once it is open, so that there is nothing to prepare.
    public override IReadOnlyList<string>? Answer(DialogArguments dialog) => null;

    public override IReadOnlyList<string>? Check(ExportedCheck check)
    {
        if (check.Place is not { } place)
            return [$"Expect(driver, () => {OfThePage(check.Fact, Value(check.Text))}, {Literal(Sentence(check))});"];
        // The headings before it may stand outside of its shadow tree, where no path leads.
        if (!FramePath.IsKnown(place.Root.Frame) || check.Fact == ExportedFact.Heads && place.InCustomElement)
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
            ExportedFact.Focused => $"{found}.Single().Equals(Focused(driver))",
            ExportedFact.ReadOnly => $"{found}.Single().GetDomAttribute(\"readonly\") is not null",
            ExportedFact.Masked => $"{found}.Single().GetDomProperty(\"type\") == \"password\"",
            ExportedFact.Unmasked => $"{found}.Single().GetDomProperty(\"type\") == \"text\"",
            ExportedFact.Below when check.Upper is { } upper => $"IsRightBelow({found}.First(), {Look(upper)}.Single())",
            ExportedFact.Heads => $"Contains([{found}.First().FindElement(By.XPath(\"preceding::*[self::h1 or self::h2 or self::h3 or self::h4 or self::h5 or self::h6 or @role='heading'][1]\"))], {Value(check.Text)})",
            _ => null,
        };
        return holds is null ? null : [$"{(check.IsAbsence ? "ExpectStaysAway" : "Expect")}(driver, () => {holds}, {Literal(Sentence(check))});"];
    }

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
        var isComputed = place is { InCustomElement: true, Kind: ExportedPlaceKind.Named, IsWhole: true } && LocatorChoice.IsKnown(place.Role);
        if (isComputed)
            by = $"Element({Literal(place.Level is { } depth ? string.Create(CultureInfo.InvariantCulture, $"h{depth}") : place.Role)}, \"\")";
        if (place.InCustomElement)
            by = InShadow(by, isComputed ? place.Text : null);
        by = InFrame(place.Frame, by);
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
        return $".//*[self::input or self::select or self::textarea][@id=ancestor-or-self::*[last()]/..//label{begins}/@for or ancestor::label{begins} or starts-with(@aria-label, {XPath.Literal(label)})]";
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

    private static bool IsInShadow(string element) => element.Contains("InShadow(", StringComparison.Ordinal);

    private string InShadow(string by, string? name) => $"InShadow({by}{(name is null ? "" : ", " + Value(name))})";

    private string InFrame(string? path, string by)
    {
        var frames = FramePath.Read(path).Select(frame => $"By.CssSelector({Literal(frame.Selector)})" is var selector && frame.InShadow ? InShadow(selector, null) : selector).ToList();
        return frames.Count == 0 ? by : $"InFrame({string.Join(", ", frames.Append(by))})";
    }

    // "Control+Shift+K": what is held, and the key.
    private static (IReadOnlyList<string>? Held, string? Key) Keys(string keys)
    {
        var parts = keys.Length == 1 ? [keys] : keys.Split('+');
        var held = parts[..^1].Select(part => part switch
        {
            "Control" or "ControlOrMeta" => "Keys.Control",
            "Shift" => "Keys.Shift",
            "Alt" => "Keys.Alt",
            "Meta" => "Keys.Meta",
            _ => null,
        }).ToList();
        // A capital letter would hold the Shift key as well.
        var last = parts[^1] is [var letter] && held.Count > 0 ? char.ToLowerInvariant(letter).ToString() : parts[^1];
        return held.Contains(null) ? (null, null) : (held.OfType<string>().ToList(), Key(last));
    }

    private static string? Key(string key) => key switch
    {
        "Enter" or "Tab" or "Escape" or "Backspace" or "Delete" or "Insert" or "Home" or "End" or "ArrowUp" or "ArrowDown" or "ArrowLeft" or "ArrowRight" or "PageUp" or "PageDown" or "Space"
            or "F1" or "F2" or "F3" or "F4" or "F5" or "F6" or "F7" or "F8" or "F9" or "F10" or "F11" or "F12" => $"Keys.{key}",
        { Length: 1 } => Quoted(key),
        _ => null,
    };
}
