namespace Autonoma.Engine.Observing;

/// <summary>
/// One element (or run of text) of a screen, web and mobile alike. Immutable: a snapshot of one moment.
/// </summary>
/// <remarks>
/// Text runs are nodes of their own with <see cref="Role"/> <c>text</c>, so that reading order and neighbourhood are exact.
/// Text drawn on a canvas appears as <c>text</c> children of the canvas when the page allowed it to be recorded.
/// Elements that take no part in the picture (display none, hidden, collapsed, clipped to nothing) are left out unless the
/// observation asked for hidden ones; then <see cref="IsVisible"/> is false.
/// </remarks>
public sealed class UiNode
{
    private List<UiNode>? _children;
    private JoinedText? _text;
    private string? _innerText;
    private int _start;
    private int _length;

    /// <summary>Identity within the living documents.</summary>
    public required NodeRef Ref { get; init; }

    /// <summary>Position in document order within the observation, starting at 0.</summary>
    public int Index { get; internal set; }

    /// <summary>Lower-case tag (<c>button</c>, <c>div</c>), <c>#text</c> for a text run, the class name on mobile.</summary>
    public required string Tag { get; init; }

    /// <summary>
    /// WAI-ARIA role, explicit or implied by the tag (<c>button link textbox searchbox checkbox radio switch combobox listbox option
    /// slider spinbutton tab tabpanel menu menuitem dialog alertdialog alert status heading img row cell columnheader table grid list
    /// listitem tree treeitem navigation banner contentinfo region form article progressbar separator text generic ...</c>).
    /// Never empty: <c>generic</c> when there is none.
    /// </summary>
    public required string Role { get; init; }

    /// <summary>Whether the author wrote the role; a written one that contradicts the behaviour is still what the author meant.</summary>
    public bool HasExplicitRole { get; init; }

    /// <summary>Accessible name, white space folded; empty when there is none.</summary>
    public string Name { get; init; } = "";

    /// <summary>Where <see cref="Name"/> came from.</summary>
    public NameSource NameSource { get; init; }

    /// <summary>Accessible description (<c>aria-describedby</c>, <c>aria-description</c>), or empty.</summary>
    public string Description { get; init; } = "";

    /// <summary>Text of every label element associated with it, in document order.</summary>
    public IReadOnlyList<NodeRef> Labels { get; init; } = [];

    /// <summary>For a text run: its text, white space folded as rendered. Else empty; see <see cref="InnerText"/>.</summary>
    public string OwnText { get; init; } = "";

    /// <summary>For a text run: it goes on where the run before it ended, with no white space between (<c>&lt;b&gt;S&lt;/b&gt;ave</c>).</summary>
    public bool ContinuesText { get; init; }

    /// <summary>
    /// All visible text inside, in reading order, blocks separated by one space. Text hidden from sight (<see cref="IsTransparent"/>) counts
    /// only inside elements that are themselves hidden from sight.
    /// </summary>
    public string InnerText => _innerText ??= _text is null ? "" : _text.Whole.AsSpan(_start, _length).Trim().ToString();

    /// <summary>
    /// Current value of a field, slider, progress bar, or text of the chosen options of a select. Null when it has none.
    /// Of a password field: one U+2022 bullet per character, never the characters.
    /// </summary>
    public string? Value { get; init; }

    /// <summary>Placeholder, or empty.</summary>
    public string Placeholder { get; init; } = "";

    /// <summary><c>title</c>, or empty.</summary>
    public string Title { get; init; } = "";

    /// <summary><c>alt</c>, or empty.</summary>
    public string Alt { get; init; } = "";

    /// <summary>Absolute link target, or empty.</summary>
    public string Href { get; init; } = "";

    /// <summary>Value of the <c>type</c> attribute of an input or button, lower case, or empty.</summary>
    public string InputType { get; init; } = "";

    /// <summary><c>id</c>, or empty.</summary>
    public string ElementId { get; init; } = "";

    /// <summary>Class names separated by one space, or empty.</summary>
    public string ClassName { get; init; } = "";

    /// <summary>Test id (<c>data-testid</c>, <c>data-test</c>, <c>data-cy</c>, <c>data-qa</c>), resource id on mobile, or empty.</summary>
    public string TestId { get; init; } = "";

    /// <summary>The <c>name</c> attribute, or empty.</summary>
    public string NameAttribute { get; init; } = "";

    /// <summary>
    /// Words that tell what an icon shows: SVG title, <c>use</c> target, icon class words, <c>src</c> file name, <c>data-icon</c>. Space separated, lower case.
    /// </summary>
    public string IconHint { get; init; } = "";

    /// <summary>
    /// Hash of what it draws itself besides text, as 16 hexadecimal digits: the shape of an icon, the file of an image, the glyph of an icon font. It does not depend on colours, sizes, class names,
    /// fonts or the machine. Empty when it draws nothing but text, when it is larger than an icon, and on platforms that do not tell.
    /// </summary>
    public string VisualHash { get; init; } = "";

    /// <summary>Text painted by <c>::before</c> and <c>::after</c>, or empty.</summary>
    public string PseudoText { get; init; } = "";

    /// <summary>Entries of a native select.</summary>
    public IReadOnlyList<UiOption> Options { get; init; } = [];

    /// <summary>Bounds in the top-level viewport, unclipped.</summary>
    public UiRect Bounds { get; init; }

    /// <summary>The part of <see cref="Bounds"/> left after clipping by scrolling ancestors and frames (not by the viewport); empty when scrolled out.</summary>
    public UiRect VisibleBounds { get; init; }

    /// <summary>Whether it takes part in the picture. Below the fold or scrolled out of its container is still visible.</summary>
    public bool IsVisible { get; init; } = true;

    /// <summary>Whether it is transparent or visually hidden although laid out (an overlaid native checkbox, a row action shown on hover).</summary>
    public bool IsTransparent { get; init; }

    /// <summary>Whether a point of it lies within the viewport now.</summary>
    public bool IsInViewport { get; init; }

    /// <summary>Whether something else lies on top of its middle now. Only known for elements in the viewport that react to the pointer.</summary>
    public bool IsCovered { get; init; }

    /// <summary>Native <c>disabled</c>, inherited from a fieldset, or <c>aria-disabled</c> (own or inherited).</summary>
    public bool IsDisabled { get; init; }

    /// <summary>Takes no pointer events, has cursor <c>not-allowed</c>, or a class word like <c>disabled</c>: looks disabled.</summary>
    public bool LooksDisabled { get; init; }

    /// <summary>Checked state of a checkbox, radio, switch, option or menu item that can be checked; null when it has none.</summary>
    public TriState? Checked { get; init; }

    /// <summary>Pressed state of a toggle button; null when it has none.</summary>
    public TriState? Pressed { get; init; }

    /// <summary><c>aria-selected</c>, or the selected state of an option; null when it has none.</summary>
    public bool? Selected { get; init; }

    /// <summary><c>aria-expanded</c>, <c>details[open]</c>; null when it has none.</summary>
    public bool? Expanded { get; init; }

    /// <summary><c>aria-current</c> other than false.</summary>
    public bool IsCurrent { get; init; }

    /// <summary>Has the keyboard focus (through frames and shadow roots).</summary>
    public bool IsFocused { get; init; }

    /// <summary>Read-only field.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>Required field.</summary>
    public bool IsRequired { get; init; }

    /// <summary><c>aria-invalid</c>, or a field the browser reports as user-invalid.</summary>
    public bool IsInvalid { get; init; }

    /// <summary><c>aria-busy</c>.</summary>
    public bool IsBusy { get; init; }

    /// <summary>Modal dialog: <c>dialog</c> shown with showModal, or <c>aria-modal</c>.</summary>
    public bool IsModal { get; init; }

    /// <summary>Text can be typed into it.</summary>
    public bool IsEditable { get; init; }

    /// <summary>A password field.</summary>
    public bool IsPassword { get; init; }

    /// <summary>
    /// Reacts to a click: a native control, a widget role, a click handler, a label, a tab stop, or the outermost element with cursor pointer.
    /// </summary>
    public bool IsInteractive { get; init; }

    /// <summary>Can be dragged (<c>draggable</c>, or cursor grab/move).</summary>
    public bool IsDraggable { get; init; }

    /// <summary>Has content to scroll to.</summary>
    public bool IsScrollable { get; init; }

    /// <summary>Has a shadow root, whose content stands among its children here.</summary>
    public bool HasShadow { get; init; }

    /// <summary>Heading, tree or list level; 0 when it has none.</summary>
    public int Level { get; init; }

    /// <summary><c>aria-sort</c>, or empty.</summary>
    public string Sort { get; init; } = "";

    /// <summary><c>aria-live</c> (<c>polite</c>, <c>assertive</c>), explicit or implied by the role, or empty.</summary>
    public string Live { get; init; } = "";

    /// <summary>1-based position as told by <c>aria-posinset</c> or <c>aria-rowindex</c>; 0 when not told.</summary>
    public int PositionInSet { get; init; }

    /// <summary><c>aria-valuenow/min/max</c> or those of a range input: now, min, max; null when it has none.</summary>
    public (double Now, double Min, double Max)? Range { get; init; }

    /// <summary>Text direction is right to left.</summary>
    public bool IsRightToLeft { get; init; }

    /// <summary>Fixed or sticky, or lies on a layer above the page (dialog, toast, menu): the z-order it is painted with; 0 for the page itself.</summary>
    public int Layer { get; init; }

    /// <summary>How it is painted; null for text runs (ask the parent).</summary>
    public UiStyle? Style { get; init; }

    /// <summary>Parent, or null at the root. The root of a frame hangs under its iframe element, that of an open shadow root under its host.</summary>
    public UiNode? Parent { get; internal set; }

    /// <summary>Children in document order.</summary>
    public IReadOnlyList<UiNode> Children => _children ?? (IReadOnlyList<UiNode>)[];

    /// <summary>Whether this is a run of text.</summary>
    public bool IsText => Tag == "#text";

    /// <summary>Its text is a part of the text around it; it is cut out when somebody asks.</summary>
    internal void SetText(JoinedText text, int start, int length) => (_text, _start, _length) = (text, start, length);

    internal void Add(UiNode child)
    {
        child.Parent = this;
        (_children ??= []).Add(child);
    }

    /// <summary>A copy that has no place in a tree yet.</summary>
    internal UiNode Detached()
    {
        var copy = (UiNode)MemberwiseClone();
        (copy._children, copy._text, copy._innerText, copy.Parent) = (null, null, null, null);
        return copy;
    }

    /// <summary>Ancestors from the parent to the root.</summary>
    public IEnumerable<UiNode> Ancestors()
    {
        for (var node = Parent; node is not null; node = node.Parent)
            yield return node;
    }

    /// <summary>All nodes below, in document order.</summary>
    public IEnumerable<UiNode> Descendants()
    {
        if (_children is null)
            yield break;
        foreach (var child in _children)
        {
            yield return child;
            foreach (var below in child.Descendants())
                yield return below;
        }
    }

    /// <summary>True when the other node is this one or lies below it.</summary>
    public bool IsSelfOrAncestorOf(UiNode other)
    {
        for (var node = other; node is not null; node = node.Parent)
        {
            if (ReferenceEquals(node, this))
                return true;
        }

        return false;
    }

    /// <inheritdoc/>
    public override string ToString() => Name.Length > 0 ? $"{Role} \"{Name}\"" : IsText ? $"text \"{OwnText}\"" : $"{Role} <{Tag}>";
}
