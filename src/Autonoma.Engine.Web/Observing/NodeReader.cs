using System.Text;
using System.Text.Json;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Web.Observing;

/// <summary>Reads one row of a report into a node.</summary>
internal static class NodeReader
{
    [Flags]
    private enum NodeFlags
    {
        ExplicitRole = 1, Visible = 2, Transparent = 4, Covered = 8, Disabled = 16, LooksDisabled = 32, Focused = 64, ReadOnly = 128, Required = 256, Invalid = 512,
        Busy = 1024, Modal = 2048, Editable = 4096, Password = 8192, Interactive = 16384, Draggable = 32768, Scrollable = 65536, RightToLeft = 131072, Current = 262144,
        Continues = 524288, SelectedKnown = 1 << 20, Selected = 1 << 21, ExpandedKnown = 1 << 22, Expanded = 1 << 23, InViewport = 1 << 24, Shadow = 1 << 25,
    }

    // What most nodes do not have; read into one reused holder so that a node is made in one go.
    private sealed class Extras
    {
        public string Name = "", Description = "", OwnText = "", Placeholder = "", Title = "", Alt = "", Href = "", InputType = "", Id = "", Class = "", TestId = "", NameAttribute = "";
        public string Icon = "", VisualHash = "", Pseudo = "", Sort = "", Live = "";
        public string? Value;
        public NameSource Source;
        public IReadOnlyList<NodeRef> Labels = [];
        public IReadOnlyList<UiOption> Options = [];
        public TriState? Checked, Pressed;
        public int Level, Position, Layer;
        public (double Now, double Min, double Max)? Range;
        public (double X, double Y, double ScaleX, double ScaleY)? Frame;
    }

    private static readonly string[] Interned =
    [
        "div", "span", "button", "a", "input", "td", "tr", "th", "li", "ul", "p", "svg", "path", "label", "option", "select", "#text", "text", "generic", "link", "textbox", "cell", "row",
        "listitem", "list", "img", "checkbox", "heading", "paragraph", "columnheader", "rowgroup", "tbody", "thead", "table", "section", "i", "b", "strong", "h1", "h2", "h3", "nav", "main",
    ];
    private static readonly Extras None = new();
    private static readonly (byte[] Utf8, string Word)[][] Known = [.. Enumerable.Range(0, 64).Select(slot => Interned.Select(word => (Encoding.UTF8.GetBytes(word), word)).Where(word => Slot(word.Item1) == slot).ToArray())];

    /// <summary>Reads the row the reader stands at; ends on its closing bracket.</summary>
    public static void Read(ref Utf8JsonReader reader, FrameSnapshot snapshot, List<UiStyle> styles, int frame, FramePlace place, UiSize viewport, bool hasFocus)
    {
        var id = Int(ref reader);
        var parent = Int(ref reader);
        var tag = Word(ref reader);
        var role = Word(ref reader);
        var flags = (NodeFlags)Int(ref reader);
        double x = Number(ref reader), y = Number(ref reader), width = Number(ref reader), height = Number(ref reader);
        var style = Int(ref reader);
        reader.Read();
        var extras = reader.TokenType == JsonTokenType.StartObject ? ReadExtras(ref reader, frame) : None;
        var bounds = place.Map(x, y, width, height);
        reader.Read();
        var visibleBounds = bounds;
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            visibleBounds = place.Map(Number(ref reader), Number(ref reader), Number(ref reader), Number(ref reader));
            reader.Read();
        }
        else if (reader.GetInt32() == 1)
        {
            visibleBounds = new(bounds.X, bounds.Y, 0, 0);
        }

        reader.Read();
        if (place.Clip is { } clip)
            visibleBounds = visibleBounds.Intersect(clip);
        var visible = flags.HasFlag(NodeFlags.Visible) && place.Visible;
        var inViewport = visible && flags.HasFlag(NodeFlags.InViewport) && (place.Clip is null || (!visibleBounds.IsEmpty && visibleBounds.Intersects(new(0, 0, viewport.Width, viewport.Height))));
        var layer = extras.Layer + place.Layer;
        var transparent = flags.HasFlag(NodeFlags.Transparent) || place.Transparent;
        var covered = flags.HasFlag(NodeFlags.Covered) || (place.Covered && flags.HasFlag(NodeFlags.Interactive) && inViewport);
        if (extras.Frame is { } box)
        {
            var inner = place.Map(box.X, box.Y, 0, 0);
            snapshot.Frames[snapshot.Nodes.Count] = new(inner.X, inner.Y, place.ScaleX * box.ScaleX, place.ScaleY * box.ScaleY, visibleBounds, layer, transparent, covered, visible);
        }

        snapshot.Parents.Add(parent);
        snapshot.Nodes.Add(new UiNode
        {
            Ref = new(frame, id),
            Tag = tag,
            Role = role,
            HasExplicitRole = flags.HasFlag(NodeFlags.ExplicitRole),
            Name = extras.Name,
            NameSource = extras.Source,
            Description = extras.Description,
            Labels = extras.Labels,
            OwnText = extras.OwnText,
            ContinuesText = flags.HasFlag(NodeFlags.Continues),
            Value = extras.Value,
            Placeholder = extras.Placeholder,
            Title = extras.Title,
            Alt = extras.Alt,
            Href = extras.Href,
            InputType = extras.InputType,
            ElementId = extras.Id,
            ClassName = extras.Class,
            TestId = extras.TestId,
            NameAttribute = extras.NameAttribute,
            IconHint = extras.Icon,
            VisualHash = extras.VisualHash,
            PseudoText = extras.Pseudo,
            Options = extras.Options,
            Bounds = bounds,
            VisibleBounds = visibleBounds,
            IsVisible = visible,
            IsTransparent = transparent,
            IsInViewport = inViewport,
            IsCovered = covered,
            IsDisabled = flags.HasFlag(NodeFlags.Disabled),
            LooksDisabled = flags.HasFlag(NodeFlags.LooksDisabled),
            Checked = extras.Checked,
            Pressed = extras.Pressed,
            Selected = flags.HasFlag(NodeFlags.SelectedKnown) ? flags.HasFlag(NodeFlags.Selected) : null,
            Expanded = flags.HasFlag(NodeFlags.ExpandedKnown) ? flags.HasFlag(NodeFlags.Expanded) : null,
            IsCurrent = flags.HasFlag(NodeFlags.Current),
            IsFocused = flags.HasFlag(NodeFlags.Focused) && hasFocus && extras.Frame is null,
            IsReadOnly = flags.HasFlag(NodeFlags.ReadOnly),
            IsRequired = flags.HasFlag(NodeFlags.Required),
            IsInvalid = flags.HasFlag(NodeFlags.Invalid),
            IsBusy = flags.HasFlag(NodeFlags.Busy),
            IsModal = flags.HasFlag(NodeFlags.Modal),
            IsEditable = flags.HasFlag(NodeFlags.Editable),
            IsPassword = flags.HasFlag(NodeFlags.Password),
            IsInteractive = flags.HasFlag(NodeFlags.Interactive),
            IsDraggable = flags.HasFlag(NodeFlags.Draggable),
            IsScrollable = flags.HasFlag(NodeFlags.Scrollable),
            HasShadow = flags.HasFlag(NodeFlags.Shadow),
            Level = extras.Level,
            Sort = extras.Sort,
            Live = extras.Live,
            PositionInSet = extras.Position,
            Range = extras.Range,
            IsRightToLeft = flags.HasFlag(NodeFlags.RightToLeft),
            Layer = layer,
            Style = style >= 0 && style < styles.Count ? styles[style] : null,
        });
    }

    private static Extras ReadExtras(ref Utf8JsonReader reader, int frame)
    {
        var extras = new Extras();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            // Keys are one or two ASCII letters.
            var key = reader.ValueSpan.Length == 1 ? reader.ValueSpan[0] : (reader.ValueSpan[0] << 8) | reader.ValueSpan[1];
            reader.Read();
            switch (key)
            {
                case 'n': extras.Name = Text(ref reader); break;
                case ('n' << 8) | 's': extras.Source = (NameSource)reader.GetInt32(); break;
                case 'd': extras.Description = Text(ref reader); break;
                case 'o': extras.OwnText = Text(ref reader); break;
                case 'v': extras.Value = Text(ref reader); break;
                case ('p' << 8) | 'h': extras.Placeholder = Text(ref reader); break;
                case ('t' << 8) | 'i': extras.Title = Text(ref reader); break;
                case ('a' << 8) | 'l': extras.Alt = Text(ref reader); break;
                case 'h': extras.Href = Text(ref reader); break;
                case ('i' << 8) | 't': extras.InputType = Text(ref reader); break;
                case 'i': extras.Id = Text(ref reader); break;
                case 'c': extras.Class = Text(ref reader); break;
                case ('t' << 8) | 'e': extras.TestId = Text(ref reader); break;
                case ('n' << 8) | 'a': extras.NameAttribute = Text(ref reader); break;
                case ('i' << 8) | 'c': extras.Icon = Text(ref reader); break;
                case ('v' << 8) | 'h': extras.VisualHash = Text(ref reader); break;
                case ('p' << 8) | 's': extras.Pseudo = Text(ref reader); break;
                case ('s' << 8) | 'o': extras.Sort = Text(ref reader); break;
                case ('l' << 8) | 'i': extras.Live = Text(ref reader); break;
                case ('l' << 8) | 'v': extras.Level = reader.GetInt32(); break;
                case ('p' << 8) | 'o': extras.Position = reader.GetInt32(); break;
                case ('l' << 8) | 'y': extras.Layer = (int)reader.GetDouble(); break;
                case ('c' << 8) | 'k': extras.Checked = (TriState)reader.GetInt32(); break;
                case ('p' << 8) | 'r': extras.Pressed = (TriState)reader.GetInt32(); break;
                case ('r' << 8) | 'a': extras.Range = (Number(ref reader), Number(ref reader), Number(ref reader)); reader.Read(); break;
                case ('f' << 8) | 'r': extras.Frame = (Number(ref reader), Number(ref reader), Number(ref reader), Number(ref reader)); reader.Read(); break;
                case 'l': extras.Labels = ReadLabels(ref reader, frame); break;
                case ('o' << 8) | 'p': extras.Options = ReadOptions(ref reader); break;
                default: reader.Skip(); break;
            }
        }

        return extras;
    }

    private static List<NodeRef> ReadLabels(ref Utf8JsonReader reader, int frame)
    {
        var labels = new List<NodeRef>();
        while (reader.Read() && reader.TokenType == JsonTokenType.Number)
            labels.Add(new(frame, reader.GetInt32()));
        return labels;
    }

    private static List<UiOption> ReadOptions(ref Utf8JsonReader reader)
    {
        var options = new List<UiOption>();
        while (reader.Read() && reader.TokenType == JsonTokenType.StartArray)
        {
            reader.Read();
            var label = Text(ref reader);
            reader.Read();
            var value = Text(ref reader);
            reader.Read();
            var selected = reader.GetBoolean();
            reader.Read();
            var disabled = reader.GetBoolean();
            reader.Read();
            var group = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            reader.Read();
            options.Add(new(label, value, selected, disabled, group));
        }

        return options;
    }

    private static string Text(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.String ? reader.GetString() ?? "" : "";

    private static int Slot(ReadOnlySpan<byte> word) => (word.Length + (word[0] * 7) + (word[^1] * 31)) & 63;

    private static string Word(ref Utf8JsonReader reader)
    {
        reader.Read();
        var bytes = reader.ValueSpan;
        if (bytes.Length is > 0 and < 16 && !reader.ValueIsEscaped)
        {
            foreach (var (utf8, word) in Known[Slot(bytes)])
            {
                if (bytes.SequenceEqual(utf8))
                    return word;
            }
        }

        return reader.GetString() ?? "";
    }

    private static int Int(ref Utf8JsonReader reader) => (int)Number(ref reader);

    // JSON knows no infinities; what is not a number is written as null.
    private static double Number(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.Number ? reader.GetDouble() : 0;
    }
}
