using Autonoma.Engine.Observing;

namespace Autonoma.TestKit.Observing;

/// <summary>Builds a UI tree by hand: elements in document order, nested by lambdas, laid out one below the other.</summary>
public sealed class UiPage
{
    private readonly List<UiNode> _nodes = [];
    private readonly List<int> _parents = [];
    private readonly Stack<int> _open = new();
    private double _y;

    private UiPage()
    {
        Add(new UiNode { Ref = new(0, 1), Tag = "html", Role = "document", Bounds = new(0, 0, 1280, 4000) }, null);
    }

    /// <summary>Builds an observation of what the callback adds.</summary>
    public static Observation Of(Action<UiPage> content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var page = new UiPage();
        page._open.Push(0);
        content(page);
        return new Observation { Tree = UiTree.Build(page._nodes, page._parents), Viewport = new(1280, 800), PageSize = new(1280, 4000) };
    }

    /// <summary>Adds text.</summary>
    public UiPage Text(string text) => Element("#text", "text", text: text);

    /// <summary>Adds a button called by its content.</summary>
    public UiPage Button(string name, string className = "") => Element("button", "button", name, className, interactive: true, text: name, children: p => p.Text(name));

    /// <summary>Adds a link called by its content.</summary>
    public UiPage Link(string name) => Element("a", "link", name, interactive: true, text: name, children: p => p.Text(name));

    /// <summary>Adds a field with the accessible name.</summary>
    public UiPage Field(string name, string placeholder = "") => Element("input", "textbox", name, interactive: true, source: NameSource.Label, placeholder: placeholder);

    /// <summary>Adds a checkbox with the accessible name.</summary>
    public UiPage Checkbox(string name = "") => Element("input", "checkbox", name, interactive: true, source: name.Length > 0 ? NameSource.AriaLabel : NameSource.None);

    /// <summary>Adds any element.</summary>
    public UiPage Element(string tag, string role = "generic", string name = "", string className = "", bool interactive = false, NameSource source = NameSource.Content, string text = "", string placeholder = "", string title = "", Action<UiPage>? children = null, bool? expanded = null, IReadOnlyList<UiOption>? options = null, bool editable = false, (double X, double Width)? at = null)
    {
        var node = new UiNode
        {
            Ref = new(0, _nodes.Count + 1),
            Tag = tag,
            Role = role,
            Name = name,
            NameSource = name.Length > 0 ? source : NameSource.None,
            OwnText = tag == "#text" ? text : "",
            ClassName = className,
            Placeholder = placeholder,
            Title = title,
            IsInteractive = interactive,
            IsEditable = editable || role == "textbox",
            Expanded = expanded,
            Options = options ?? [],
            Bounds = new(at?.X ?? 20, _y += 30, at?.Width ?? 200, 24),
        };
        Add(node, children);
        return this;
    }

    private void Add(UiNode node, Action<UiPage>? children)
    {
        _parents.Add(_open.Count == 0 ? -1 : _open.Peek());
        _nodes.Add(node);
        if (children is null)
            return;
        _open.Push(_nodes.Count - 1);
        children(this);
        _open.Pop();
    }
}
