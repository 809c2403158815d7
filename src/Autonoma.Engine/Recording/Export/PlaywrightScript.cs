using System.Globalization;
using Autonoma.Engine.Commands;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Recording.Export;

/// <summary>What the languages of Playwright have in common: the same calls in the same order, spelled as each of them spells.</summary>
internal abstract class PlaywrightScript : ScriptDialect
{
    /// <summary>Name of a call that answers at once: <c>getByRole</c>.</summary>
    protected abstract string Name(string method);

    /// <summary>Name of a call that is awaited: <c>click</c>.</summary>
    protected abstract string Awaited(string method);

    /// <summary>An option object.</summary>
    protected abstract string Options(params IReadOnlyList<(string Name, string Value)> options);

    protected abstract string Role(string role);

    protected abstract string First { get; }

    protected abstract string Last { get; }

    protected abstract string Keyboard { get; }

    protected abstract string Expect(string what);

    /// <summary>An address as an argument of <c>goto</c>.</summary>
    protected abstract string Address(string url);

    /// <summary>A regular expression around a text with templates.</summary>
    protected abstract string Pattern(string before, string text, string after);

    /// <summary>A regular expression.</summary>
    protected abstract string Pattern(string expression);

    protected abstract string List(IEnumerable<string> values);

    protected abstract string Button(MouseButton button);

    protected abstract string Modifier(KeyModifiers key);

    protected abstract string Read(string variable, string element);

    /// <summary>The line that gives the window the size that the test asks for.</summary>
    protected IEnumerable<string> Size(UiSize? size)
        => size is { } asked ? Call("page", "setViewportSize", Sizes((int)asked.Width, (int)asked.Height)) : [];

    protected abstract string Sizes(int width, int height);

    protected abstract string Choose(string element, string option);

    public override string? Locate(LocatorChoice choice)
    {
        // Paths end at the border of a shadow tree.
        if (!FramePath.IsKnown(choice.Frame) || choice is { InCustomElement: true, Kind: LocatorKind.Beside })
            return null;
        var page = Root(choice.Frame);
        var inner = choice.Kind switch
        {
            LocatorKind.TestId => $"{Name("locator")}({Value($"[data-testid=\"{choice.Value}\"], [data-test=\"{choice.Value}\"], [data-cy=\"{choice.Value}\"], [data-qa=\"{choice.Value}\"]")})",
            LocatorKind.Role when choice.Value is null => $"{Name("getByRole")}({Role(choice.Role)})",
            LocatorKind.Role => ByRole(choice.Role, choice.Value!),
            LocatorKind.Label => Exactly("getByLabel", choice.Value!),
            LocatorKind.Placeholder => Exactly("getByPlaceholder", choice.Value!),
            LocatorKind.Css => $"{Name("locator")}({Value(choice.Value!)})",
            LocatorKind.Text => $"{Exactly("getByText", choice.Value!)}.{Name("filter")}({Options(("visible", "true"))})",
            LocatorKind.Beside => $"{Name("locator")}({Value(BesidePath(choice.Value!))})",
            _ => throw new InvalidOperationException($"No locator for {choice.Kind}."),
        };
        var words = string.Concat(choice.EntryWords.Select(word => $".{Name("filter")}({Options(("hasText", Value(word)))})"));
        var scope = words.Length == 0 ? page
            : choice.IsPlainEntry ? $"{page}.{Name("locator")}({Literal("div, section, li, tr")}){words}.{Name("filter")}({Options(("visible", "true"))}).{Name("filter")}({Options(("has", $"page.{inner}"))}){Last}"
            : $"{page}.{Name("locator")}({Literal("tr, li, article, [role=row], [role=listitem], [role=article]")}){words}";
        return choice.Nth is { } nth ? string.Create(CultureInfo.InvariantCulture, $"{scope}.{inner}.{Name("nth")}({nth})") : $"{scope}.{inner}";
    }

    public override IReadOnlyList<string>? Act(CommandArguments command, string? element, string? other) => command switch
    {
        ClickArguments { Count: 2 } when element is not null => Call(element, "dblclick"),
        ClickArguments click when element is not null => Call(element, "click", ClickOptions(click)),
        TypeArguments { Overwrite: true } type when element is not null => Call(element, "fill", Value(type.Text)),
        TypeArguments type when element is not null => Call(element, "pressSequentially", Value(type.Text)),
        TypeArguments type => Call(Keyboard, "type", Value(type.Text)),
        SelectArguments select when element is not null => [$"await {Choose(element, Value(select.Option))};"],
        // An entry without a list of its own is chosen where it stands.
        SelectArguments select => Call($"page.{Name("getByText")}({Value(select.Option)}, {Options(("exact", "true"))}).{Name("filter")}({Options(("visible", "true"))})", "click"),
        CheckArguments check when element is not null => [$"await {Awaited("turn")}({element}, {(check.On ? "true" : "false")});"],
        HoverArguments when element is not null => Call(element, "hover"),
        DragArguments { Position: DropPosition.Onto } when element is not null && other is not null => Call(element, "dragTo", other),
        DragArguments drag when element is not null && other is not null => [$"await {Awaited("dragBeside")}({element}, {other}, {Share(drag.Position)});"],
        ScrollArguments { Direction: { } direction, IntoView: false } when element is not null => Call(element, "evaluate", Literal($"element => {ScrollInside(direction)}")),
        ScrollArguments when element is not null => Call(element, "scrollIntoViewIfNeeded"),
        ScrollArguments { Until: null } scroll => Call("page", "evaluate", Literal(ScrollScript(scroll.Direction))),
        PressArguments press => Call(element ?? Keyboard, "press", Literal(press.Key)),
        NavigateArguments navigate => Call("page", "goto", Address(navigate.Url)),
        HistoryArguments history => Call("page", history.Forward ? "goForward" : "goBack"),
        RefreshArguments => Call("page", "reload"),
        WaitArguments { Milliseconds: { } pause } => Call("page", "waitForTimeout", pause.ToString(CultureInfo.InvariantCulture)),
        UploadArguments upload when element is not null => Call(element, "setInputFiles", List(upload.Files.Select(Value))),
        ReadArguments read when element is not null => [Read(Variable(read.Variable), element)],
        _ => null,
    };

    public override IReadOnlyList<string>? Check(ExportedCheck check)
    {
        if (check.Place is not { } place)
            return Call(Expect("page"), check.Fact < ExportedFact.TitleIs ? "toHaveURL" : "toHaveTitle", Matching(check.Fact, check.Text));
        if (!FramePath.IsKnown(place.Root.Frame) || place.InCustomElement && (check.Fact == ExportedFact.Heads || IsByPath(place)))
            return null;
        var found = Look(place);
        var visible = $"{found}.{Name("filter")}({Options(("visible", "true"))})";
        return check.Fact switch
        {
            ExportedFact.Absent => [$"await {Awaited("expectStaysAway")}({visible});"],
            ExportedFact.Shown when place.Text.Length == 0 => Call(Expect(found), "toBeVisible"),
            ExportedFact.Shown => Call(Expect(visible + First), "toBeVisible"),
            ExportedFact.Count => Call(Expect(visible), "toHaveCount", check.Count.ToString(CultureInfo.InvariantCulture)),
            ExportedFact.Says => Call(Expect(visible), "toHaveText", Value(check.Text)),
            ExportedFact.Contains => Call(Expect(visible), "toContainText", Value(check.Text)),
            ExportedFact.Holds => Call(Expect(found), "toHaveValue", Value(check.Text)),
            ExportedFact.Disabled => Call(Expect(found), "toBeDisabled"),
            ExportedFact.Enabled => Call(Expect(found), "toBeEnabled"),
            ExportedFact.Checked => Call(Expect(found), "toBeChecked"),
            ExportedFact.Unchecked => Call(Expect(found), "toBeChecked", Options(("checked", "false"))),
            ExportedFact.Focused => Call(Expect(found), "toBeFocused"),
            ExportedFact.Pressed => Attribute(found, "aria-pressed", "true"),
            ExportedFact.Unpressed => Attribute(found, "aria-pressed", "false"),
            ExportedFact.Selected => Attribute(found, "aria-selected", "true"),
            ExportedFact.Current => Call(Expect(found), "toHaveAttribute", $"{Literal("aria-current")}, {Pattern("^(?!false$)")}"),
            ExportedFact.ReadOnly => Call(Expect(found), "toHaveJSProperty", $"{Literal("readOnly")}, true"),
            ExportedFact.Masked => Attribute(found, "type", "password"),
            ExportedFact.Unmasked => Attribute(found, "type", "text"),
            ExportedFact.Below when check.Upper is { } upper => [$"await {Awaited("expectRightBelow")}({visible}{First}, {Look(upper)});"],
            ExportedFact.Heads => Call(Expect($"{visible}{First}.{Name("locator")}({Literal("xpath=preceding::*[self::h1 or self::h2 or self::h3 or self::h4 or self::h5 or self::h6 or @role='heading'][1]")})"), "toContainText", $"{Value(check.Text)}, {Options(("ignoreCase", "true"))}"),
            _ => null,
        };
    }

    // Paths end at the border of a shadow tree.
    private static bool IsByPath(ExportedPlace place) => place.Kind == ExportedPlaceKind.Beside || place is { Kind: ExportedPlaceKind.Text, IsRun: true } || place.Within is { } within && IsByPath(within);

    private IReadOnlyList<string> Attribute(string found, string name, string value) => Call(Expect(found), "toHaveAttribute", $"{Literal(name)}, {Literal(value)}");

    /// <summary>An expression for what a claim is about.</summary>
    private string Look(ExportedPlace place)
    {
        var root = place.Within is { } within ? Look(within) : Root(place.Frame);
        switch (place.Kind)
        {
            case ExportedPlaceKind.Text when place.IsRun:
                return $"{root}.{Name("locator")}({Value($"xpath=//*[text()[normalize-space()={XPath.Literal(place.Text)}]]")})";
            case ExportedPlaceKind.Text:
                return $"{root}.{Name("getByText")}({Value(place.Text)}{(place.IsWhole ? ", " + Options(("exact", "true")) : "")})";
            case ExportedPlaceKind.Speaking:
                return $"{root}.{Name("getByRole")}({Role(place.Role)}).{Name("filter")}({Options(("hasText", Value(place.Text)))})";
            case ExportedPlaceKind.Named:
                var options = new List<(string, string)>();
                if (place.Text.Length > 0)
                    options.Add(("name", Value(place.Text)));
                if (place.Text.Length > 0 && place.IsWhole)
                    options.Add(("exact", "true"));
                if (place.Level is { } level)
                    options.Add(("level", level.ToString(CultureInfo.InvariantCulture)));
                return $"{root}.{Name("getByRole")}({Role(place.Role)}{(options.Count == 0 ? "" : ", " + Options(options))})";
            case ExportedPlaceKind.Beside:
                return $"{root}.{Name("locator")}({Value(BesidePath(place.Text))})";
            case ExportedPlaceKind.Entry:
                var entries = $"{root}.{Name("locator")}({Literal(EntrySelector(place.Text))}).{Name("filter")}({Options(("visible", "true"))})"
                    + string.Concat(place.Words.Select(word => $".{Name("filter")}({Options(("hasText", Value(word)))})"));
                entries += place.Nth switch { null => "", -1 => Last, { } nth => string.Create(CultureInfo.InvariantCulture, $".{Name("nth")}({nth})") };
                return place.Cell is { } cell ? string.Create(CultureInfo.InvariantCulture, $"{entries}.{Name("locator")}({Literal("td, th, [role=cell], [role=gridcell], [role=rowheader]")}).{Name("nth")}({cell})") : entries;
            case ExportedPlaceKind.Labelled:
                return $"{root}.{Name("getByLabel")}({Pattern("^", place.Text, "\\b")})";
            default:
                throw new InvalidOperationException($"No locator for {place.Kind}.");
        }
    }

    private static string BesidePath(string label) => $"xpath=//node()[normalize-space()={XPath.Literal(label)}]/following-sibling::*[1]";

    private static string EntrySelector(string kind) => kind switch
    {
        "row" => "tr:has(> td), [role=row]:has(> [role=cell]), [role=row]:has(> [role=gridcell])",
        "listitem" => "li, [role=listitem]",
        "article" => "article, [role=article]",
        "treeitem" => "[role=treeitem]",
        _ => kind,
    };

    private string Matching(ExportedFact fact, string text) => fact switch
    {
        ExportedFact.AddressIs => text.Contains("://", StringComparison.Ordinal) ? Value(text) : Matching(ExportedFact.AddressEnds, text),
        ExportedFact.TitleIs => Value(text),
        ExportedFact.AddressStarts or ExportedFact.TitleStarts => Pattern("^", text, ""),
        ExportedFact.AddressEnds or ExportedFact.TitleEnds => Pattern("", text, "$"),
        _ => Pattern("", text, ""),
    };

    private IReadOnlyList<string> Call(string on, string method, string arguments = "") => [$"await {on}.{Awaited(method)}({arguments});"];

    private string Exactly(string method, string text) => $"{Name(method)}({Value(text)}, {Options(("exact", "true"))})";

    private string ByRole(string role, string name)
        => $"{Name("getByRole")}({Role(role)}, {Options(("name", Value(name)), ("exact", "true"))})";

    private string Root(string? frame) => "page" + string.Concat(FramePath.Read(frame).Select(step => $".{Name("frameLocator")}({Literal(step.IsBare ? step.Selector + " >> visible=true" : step.Selector)})"));

    private string ClickOptions(ClickArguments click)
    {
        var options = new List<(string, string)>();
        if (click.Button != MouseButton.Left)
            options.Add(("button", Button(click.Button)));
        if (click.Modifiers != KeyModifiers.None)
            options.Add(("modifiers", List(Enum.GetValues<KeyModifiers>().Where(key => key != KeyModifiers.None && click.Modifiers.HasFlag(key)).Select(Modifier))));
        if (click.Count > 2)
            options.Add(("clickCount", click.Count.ToString(CultureInfo.InvariantCulture)));
        return options.Count == 0 ? "" : Options(options);
    }
}
