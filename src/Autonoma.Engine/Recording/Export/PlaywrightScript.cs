using System.Globalization;
using Autonoma.Engine.Commands;
using Autonoma.Engine.Driving;

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

    /// <summary>What an address that holds a text is compared with.</summary>
    protected abstract string Holding(string text);

    protected abstract string List(IEnumerable<string> values);

    protected abstract string Button(MouseButton button);

    protected abstract string Modifier(KeyModifiers key);

    protected abstract string Read(string variable, string element);

    protected abstract string Choose(string element, string option);

    public override string? Locate(LocatorChoice choice)
    {
        var page = Root(choice.Frame);
        var inner = choice.Kind switch
        {
            LocatorKind.TestId => $"{Name("locator")}({Literal($"[data-testid=\"{choice.Value}\"], [data-test=\"{choice.Value}\"], [data-cy=\"{choice.Value}\"], [data-qa=\"{choice.Value}\"]")})",
            LocatorKind.Role when choice.Value is null => $"{Name("getByRole")}({Role(choice.Role)})",
            LocatorKind.Role => ByRole(choice.Role, choice.Value!, exact: true),
            LocatorKind.Label => Exactly("getByLabel", choice.Value!),
            LocatorKind.Placeholder => Exactly("getByPlaceholder", choice.Value!),
            LocatorKind.Css => $"{Name("locator")}({Literal(choice.Value!)})",
            LocatorKind.Text => $"{Exactly("getByText", choice.Value!)}.{Name("filter")}({Options(("visible", "true"))})",
            _ => throw new InvalidOperationException($"No locator for {choice.Kind}."),
        };
        var words = string.Concat(choice.EntryWords.Select(word => $".{Name("filter")}({Options(("hasText", Literal(word)))})"));
        var scope = words.Length == 0 ? page
            : choice.IsPlainEntry ? $"{page}.{Name("locator")}({Literal("div, section, li, tr")}){words}.{Name("filter")}({Options(("has", $"page.{inner}"))}){Last}"
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
        CheckArguments check when element is not null => Call(element, "setChecked", check.On ? "true" : "false"),
        HoverArguments when element is not null => Call(element, "hover"),
        DragArguments when element is not null && other is not null => Call(element, "dragTo", other),
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
        var root = Root(check.Frame);
        string Visible() => $"{root}.{Name("getByText")}({Literal(check.Text)}).{Name("filter")}({Options(("visible", "true"))})";
        return check switch
        {
            { Kind: ExportedCheckKind.Address } => Call(Expect("page"), "toHaveURL", Holding(check.Text)),
            { Kind: ExportedCheckKind.Absent } => Call(Expect(Visible()), "toHaveCount", "0"),
            { Kind: ExportedCheckKind.Value } => Call(Expect($"{root}.{ByRole(check.Role, check.Name!, exact: true)}"), "toHaveValue", Literal(check.Text)),
            { Kind: ExportedCheckKind.State } => StateOf(Expect($"{root}.{ByRole(check.Role, check.Name!, exact: true)}{First}"), check.Text),
            { Role: "heading" } => Call(Expect($"{root}.{ByRole("heading", check.Text, exact: false)}{First}"), "toBeVisible"),
            _ => Call(Expect(Visible() + First), "toBeVisible"),
        };
    }

    private IReadOnlyList<string> StateOf(string expected, string state) => state switch
    {
        "disabled" => Call(expected, "toBeDisabled"),
        "enabled" => Call(expected, "toBeEnabled"),
        "checked" => Call(expected, "toBeChecked"),
        _ => Call(expected, "toBeChecked", Options(("checked", "false"))),
    };

    private IReadOnlyList<string> Call(string on, string method, string arguments = "") => [$"await {on}.{Awaited(method)}({arguments});"];

    private string Exactly(string method, string text) => $"{Name(method)}({Literal(text)}, {Options(("exact", "true"))})";

    private string ByRole(string role, string name, bool exact)
        => $"{Name("getByRole")}({Role(role)}, {(exact ? Options(("name", Literal(name)), ("exact", "true")) : Options(("name", Literal(name))))})";

    private string Root(string? frame) => frame is null ? "page" : $"page.{Name("frameLocator")}({Literal(frame)})";

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
