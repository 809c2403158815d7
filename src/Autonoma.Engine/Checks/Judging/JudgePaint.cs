using Autonoma.Engine.Checks.Finding;
using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Language;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>Colours, bold and struck-through text; open and closed; empty.</summary>
internal sealed partial class Judge
{
    private enum PaintPart
    {
        Any,
        Text,
        Background,
        Border,
    }

    /// <summary>"is red", "has a green background", "is displayed in red", "the colour of X is red"; null when it is about something else.</summary>
    private Ruling? Painted(Clause clause)
    {
        var obj = clause.Object.Where(t => !t.Is("the", "a", "an", "displayed", "shown", "in", "coloured", "colored", "written", "painted", "printed", "with", "marked", "highlighted", "drawn") || t.IsQuoted).ToList();
        var subject = clause.Subject;
        var part = PaintPart.Any;
        if (obj.Count == 2 && obj[1].Is("background", "border", "text", "colour", "color", "dot", "badge", "icon", "font", "outline", "frame", "letters"))
        {
            if (obj[1].Is("dot", "badge", "icon"))
                subject = [.. subject, ClaimToken.Word("'s"), obj[1]];
            part = obj[1].Text switch { "background" => PaintPart.Background, "border" or "outline" or "frame" => PaintPart.Border, "text" or "font" or "letters" => PaintPart.Text, _ => PaintPart.Any };
            obj = obj[..1];
        }

        if (obj.Count != 1 || obj[0].IsQuoted || obj[0].IsCapital || (obj[0].Text is "dark" or "light" ? null : ColorWords.Canonical(obj[0].Text)) is not { } color)
        {
            if (obj is [{ } tone] && tone.Is("dark", "light") && subject.Any(t => t.Is("background", "page", "theme")))
                return Tone(clause, tone.Is("dark"));
            return null;
        }

        if (subject.FindIndex(t => t.Is("number", "count", "amount", "value", "text", "name")) is >= 0 and var counted && subject.Take(counted).All(t => t.Is("the", "a", "an")) && counted + 1 < subject.Count && subject[counted + 1].Is("of") && subject.Count > counted + 2 && !_scene.HasWord(subject[counted].Text))
            subject = subject[(counted + 2)..];
        var words = subject.Where(t => !t.Is("colour", "color", "background", "border", "of") || t.IsQuoted).ToList();
        if (subject.Any(t => t.Is("background")))
            part = PaintPart.Background;
        if (subject.Any(t => t.Is("border")))
            part = PaintPart.Border;
        var expected = $"{ClaimToken.Join(subject)} is {color}";
        var phrase = Read(words);
        var nodes = InTheirPlace(Paintables(phrase, words), words);
        if (nodes.Count == 0)
            return Ruling.Unknown(expected, $"nothing on this screen fits '{phrase}'");
        if (phrase.Quantifier is "all" or "both" || phrase.IsPlural)
        {
            // "rows of declared stations": a figure that is called so is no row.
            if (phrase.Kind is ElementKind.Row or ElementKind.ListItem or ElementKind.Card && !nodes.TrueForAll(n => n.Ancestors().Prepend(n).Any(a => _scene.Records.GroupOf(a) is not null)))
                return Ruling.Unknown(expected, $"it is not plain which '{phrase}' are");
            var odd = nodes.FirstOrDefault(n => !Wears(n, color, part));
            return Ruling.Of(odd is null, expected, odd is null ? $"all {nodes.Count} are" : $"'{Says(odd)}' is not", odd is null ? [.. nodes.Take(12)] : [odd]).NotIf(clause.Negated);
        }

        var results = nodes.Select(n => Wears(n, color, part)).Distinct().ToList();
        // A label goes by its value.
        if (results is [false] && phrase.Kind == ElementKind.Any && _scene.Slots.Slots.Where(s => s.Strength > 1 && !s.IsPart && nodes.Exists(n => Phrase.Equal(s.Label, [.. _scene.Tokens(n)]))).Select(s => s.Value).Distinct().ToList() is [var value])
            return Wears(value, color, part) ? Ruling.Held(expected, $"'{Says(value)}' is", value).NotIf(clause.Negated) : Ruling.Failed(expected, $"its colours are {Colours(value)}", value).NotIf(clause.Negated);
        // "RT-3301 is marked yellow": the whole of its entry is, as that is all that it names; its status or its tag is something else.
        if (results is [false] && phrase.Kind == ElementKind.Any && DropFirst(words, "the", "entry", "line").TakeWhile(t => t.IsQuoted || !t.Is("in", "on", "among", "under")).ToList() is { Count: > 0 } called && called.TrueForAll(t => t.IsQuoted || t.IsCapital || t.HasDigit) && part is PaintPart.Any or PaintPart.Background && nodes.ConvertAll(n => _scene.Records.Around(n).FirstOrDefault(r => r.Group is { IsStructured: true, Records.Count: > 1 } && _scene.Length(r.Record) < 40).Record).Distinct().ToList() is [{ Style.Background.Alpha: > 0.3 } entry] && Wears(entry, color, PaintPart.Background))
            return Ruling.Held(expected, $"'{Says(entry)}' is", entry).NotIf(clause.Negated);
        // A text may go by the ground of the entry that it stands in.
        if (results is [false] && part is PaintPart.Any or PaintPart.Background && nodes.Concat(NamedBefore(words)).Any(n => _scene.Records.Around(n).Any(r => r.Group.Records.Count > 1 && _scene.Length(r.Record) < 40 && Wears(r.Record, color, PaintPart.Background))))
            return Ruling.Unknown(expected, $"its entry is {color}");
        // "The status label of a free bed is not green": what wears the colour there may be what is meant.
        if (results is [false] && clause.Negated && phrase.Kind is not (ElementKind.Icon or ElementKind.Button) && nodes.Exists(n => (_scene.Records.Around(n).Select(r => r.Record).FirstOrDefault() ?? n).Descendants().Any(d => _scene.IsShown(d) && Wears(d, color, part))))
            return Ruling.Unknown(expected, $"something in it is {color}");
        return results.Count > 1
            ? Ruling.Unknown(expected, $"{nodes.Count} elements fit '{phrase}'")
            : Ruling.Of(results[0], expected, $"its colours are {Colours(nodes[0])}", nodes[0]).NotIf(clause.Negated);
    }

    /// <summary>"RT-3301 among the waiting returns": of several places where it stands, the one that lies there.</summary>
    private List<UiNode> InTheirPlace(List<UiNode> nodes, List<ClaimToken> words)
    {
        var at = nodes.Count < 2 ? -1 : words.FindIndex(1, t => !t.IsQuoted && t.Is("in", "among", "amongst", "under"));
        return at > 0 && at + 1 < words.Count && RegionsOf(words[(at + 1)..]) is [var region] && nodes.FindAll(region.Contains) is { Count: > 0 } inside ? inside : nodes;
    }

    // "X in the Y": wherever X alone is written.
    private IEnumerable<UiNode> NamedBefore(List<ClaimToken> words)
    {
        var called = Phrase.Tokens(RawText(words.FindIndex(1, t => !t.IsQuoted && t.Is("in", "on", "among", "amongst", "under")) is > 0 and var at ? DropFirst(words[..at], "the") : []));
        return called.Length == 0 ? [] : _scene.Find(called).Select(p => _scene.Exactly(p, called.Length)).OfType<UiNode>();
    }

    private static string Colours(UiNode node) => Kinds.Paint(node) is { } s ? $"text {s.Color}, background {s.Background}{(s.Fill is { } f ? $", icon {f}" : "")}" : "not known";

    /// <summary>The colour that one would call it by: of a filled thing its ground, else its border or icon, else its text.</summary>
    private bool Wears(UiNode node, string color, PaintPart part)
    {
        if (Kinds.Paint(node) is not { } style)
            return false;
        return part switch
        {
            PaintPart.Background => style.Background.Alpha > 0.05 ? ColorWords.Matches(style.Background, color) : ColorWords.Matches(style.Backdrop, color),
            PaintPart.Border => style.Border is { } border && ColorWords.Matches(border, color),
            PaintPart.Text => ColorWords.Matches(style.Color, color),
            _ => style.Background.Alpha > 0.3 && !IsPale(style.Background) ? ColorWords.Matches(style.Background, color)
                : style.Fill is { } fill && _scene.Length(node) == 0 ? ColorWords.Matches(fill, color)
                : _scene.Length(node) > 0 && ColorWords.Matches(style.Color, color) || style.Background.Alpha > 0.3 && ColorWords.Matches(style.Background, color) && !IsPale(style.Background) || IsPale(style.Background) && style.Background.Alpha > 0.3 && ColorWords.Matches(style.Background, color) && color is not ("white" or "gray"),
        };
    }

    private static bool IsPale(UiColor color) => ColorWords.ToHsl(color).Lightness > 0.85;

    private List<UiNode> Paintables(NounPhrase phrase, List<ClaimToken> words)
    {
        var small = words.FindIndex(t => t.Is("dot", "dots", "badge", "icon", "marker", "bullet", "indicator", "chip", "tag", "pill", "lozenge"));
        if (small >= 0)
        {
            var kind = words[small].Is("chip", "tag", "pill", "lozenge") ? "badge" : words[small].Text.TrimEnd('s');
            var rest = words.Where((_, i) => i != small).ToList();
            var ordinal = Read(rest);
            if (kind == "badge" && ordinal.Required.SelectMany(t => t.Words).ToArray() is { Length: > 0 } says)
            {
                var named = _scene.Find(says).Select(p => _scene.Exactly(p, says.Length)).OfType<UiNode>().Select(n => n.IsText ? n.Parent! : n).Where(n => n.Style is { Background.Alpha: > 0.1 } && !Scene.IsControl(n)).Distinct().ToList();
                if (named.Count > 0)
                    return named;
            }

            // "the State chip of T-05": what the column State says of T-05.
            if (kind == "badge" && Figures(ordinal) is [{ Style.Background.Alpha: > 0.1 } figure])
                return [figure];
            var records = ordinal.Ordinal != 0 && Nth(Read(rest.Where(t => !t.Is("'s", "severity", "status")).ToList())) is { } nth ? [nth] : ordinal.Required.Any() ? _resolver.RecordsOf(ordinal, rowsOnly: true).Select(r => r.Record).ToList() : [];
            if (records.Count == 1)
            {
                var marks = records[0].Descendants().Where(n => !n.IsText && _scene.IsShown(n) && (kind == "badge" ? !Scene.IsControl(n) && _scene.Length(n) is > 0 and < 4 && n.Style is { Background.Alpha: > 0.1 } : _scene.Length(n) == 0 && n.Bounds.Width is > 2 and < 26 && n.Children.Count == 0 && n.Style is { } s && (s.Background.Alpha > 0.3 || s.Fill is not null) && !Scene.IsControl(n))).ToList();
                return marks.Count == 1 ? marks : [];
            }

            if (kind == "badge" && rest.Count > 0)
            {
                var tokens = Read(rest).Required.SelectMany(t => t.Words).ToArray();
                return [.. _scene.Find(tokens).Select(p => _scene.Exactly(p, tokens.Length)).OfType<UiNode>().Select(n => n.IsText ? n.Parent! : n).Where(n => n.Style is { Background.Alpha: > 0.1 }).Distinct()];
            }

            return [];
        }

        var required = phrase.Required.ToList();
        if (phrase.Kind == ElementKind.Message && words.Find(t => t.IsQuoted) is { } quoted && Bare(quoted) is { } bare)
            return [bare.IsText ? bare.Parent! : bare];
        if (phrase.Kind == ElementKind.Message)
            return [.. Messages(phrase).Where(m => m.Node is not null).Select(m => m.Node!)];
        var controls = _resolver.Controls(phrase, n => Scene.IsControl(n) && _scene.IsShown(n) && (!Kinds.IsControlKind(phrase.Kind) || Kinds.Fits(n, phrase.Kind)));
        if (controls.Count > 0 && (Kinds.IsControlKind(phrase.Kind) || controls[0].ExtraWords == 0))
            return [.. controls.Select(c => c.Node)];
        if (phrase.Kind is ElementKind.Button or ElementKind.Link or ElementKind.Field or ElementKind.Tab or ElementKind.Checkbox or ElementKind.Dropdown)
            return [.. controls.Select(c => c.Node)];
        if (phrase.Quantifier is "all" or "both" && required.Count > 0 && Outgoing(required) is { Count: > 0 } amounts)
            return amounts;
        var all = required.SelectMany(t => t.Words).ToArray();
        var exact = _scene.Find(all).Select(p => _scene.Exactly(p, all.Length)).OfType<UiNode>().Select(n => n.IsText ? n.Parent! : n).Distinct().ToList();
        // A label that has a value: what it is labels is meant.
        if (exact.Count > 0 && phrase.Kind == ElementKind.Any && all.Length > 0 && _scene.Slots.Slots.Where(s => s.Strength >= 3 && !s.IsPart && !Scene.IsField(s.Value) && Phrase.Equal(s.Label, all)).Select(s => s.Value).Distinct().ToList() is [var value] && !exact.Any(e => value.IsSelfOrAncestorOf(e)))
            return [Dressed(value)];
        if (exact.Count > 0)
            return exact;
        return Figures(phrase);
    }

    /// <summary>What stands where a row and a column meet, or beside a label of that name.</summary>
    private List<UiNode> Figures(NounPhrase phrase) => [.. _resolver.Slots(phrase, true).Select(s => Dressed(s.Value)).Distinct()];

    /// <summary>What gives a cell or value its colour: the badge in it, else the innermost element that holds all of its text.</summary>
    private UiNode Dressed(UiNode value)
    {
        if (Scene.IsField(value))
            return value;
        var layers = value.Descendants().Where(n => !n.IsText && _scene.IsShown(n) && _scene.Length(n) > 0 && _scene.Length(n) == _scene.Length(value)).ToList();
        return layers.Find(n => n.Style is { Background.Alpha: > 0.1 }) ?? layers.LastOrDefault() ?? value;
    }

    /// <summary>"all outgoing amounts": the negative numbers of the column; "all amounts": all of them.</summary>
    private List<UiNode> Outgoing(List<Term> required)
    {
        var words = required.SelectMany(t => t.Words).ToList();
        var sign = words.Any(w => w is "outgoing" or "negative") ? -1 : words.Any(w => w is "incoming" or "positive") ? 1 : 0;
        words = [.. words.Where(w => w is not ("outgoing" or "negative" or "incoming" or "positive"))];
        if (words.Count == 0)
            return [];
        var cells = _scene.Slots.Slots.Where(s => s.Strength == 3 && words.All(w => s.Label.Any(l => Phrase.SameStem(l, w))) && _scene.Records.Around(s.Value).Any()).Select(s => s.Value).Distinct().ToList();
        if (sign == 0)
            return cells;
        var signed = cells.Where(c => ValueText.TryQuantity([.. _scene.Tokens(c)], out var n, out _) && Math.Sign(n) == sign).ToList();
        // The sign is what tells it, where there are amounts of both.
        if (signed.Count > 0 && signed.Count < cells.Count)
            _told.UnionWith(required.SelectMany(t => t.Words).Where(w => w is "outgoing" or "incoming" or "negative" or "positive"));
        return signed;
    }

    private Ruling Tone(Clause clause, bool dark)
    {
        var body = _scene.Nodes.FirstOrDefault(n => n.Tag == "body") ?? _scene.Root;
        if (body.Style is not { } style)
            return Ruling.Unknown(clause.Text, "the background is not known");
        _told.UnionWith(["dark", "light"]);
        var lightness = ColorWords.ToHsl(style.Background.Alpha > 0.5 ? style.Background : style.Backdrop).Lightness;
        return Ruling.Of(dark ? lightness < 0.3 : lightness > 0.7, clause.Text, $"the background is {style.Backdrop}", body).NotIf(clause.Negated);
    }

    private Ruling Styled(NounPhrase phrase, ElementState state)
    {
        var expected = $"{phrase} is {state.ToString().ToLowerInvariant()}";
        if (state == ElementState.Playing)
            return Ruling.Unknown(expected, "whether it plays cannot be seen");
        var words = phrase.Required.SelectMany(t => t.Words).ToArray();
        if (words.Contains("legend") && !_scene.HasWord("legend") && Legend() is { } legend)
        {
            words = [.. words.Where(w => w != "legend")];
            var entries = words.Length == 0 ? [] : legend.Parts.SelectMany(p => _scene.Find(words, p)).Select(p => _scene.Exactly(p, words.Length)).OfType<UiNode>().ToList();
            return entries.Count == 1 && Kinds.Paint(entries[0]) is { } paint && state == ElementState.Struck ? Ruling.Of(paint.LineThrough, expected, $"'{Says(entries[0])}' is {(paint.LineThrough ? "" : "not ")}struck", entries[0]) : Ruling.Unknown(expected, $"{entries.Count} entries of the legend fit");
        }

        var places = _scene.Find(words).Where(p => _scene.IsTogether(p, words.Length)).Select(p => _scene.Exactly(p, words.Length) ?? _scene.OwnerAt(p)).Distinct().ToList();
        if (places.Count == 0 && phrase.Required.Any())
        {
            places = [.. _resolver.RecordsOf(phrase).Select(r => r.Record)];
            places = places.Count == 1 ? [.. places[0].Descendants().Where(n => n.IsText && _scene.IsShown(n) && phrase.Required.Any(t => _scene.Contains(n, t.Words)))] : [];
        }

        if (phrase.Places.Count > 0 || phrase.Required.Count() > 1 && places.Count > 1)
            places = [.. places.Where(p => _resolver.Coverage.Of(phrase, p, null) is not null)];
        if (places.Count == 0)
            return Ruling.Unknown(expected, $"nothing on this screen fits '{phrase}'");
        var results = places.Select(p => Kinds.Paint(p) is { } s && state switch { ElementState.Bold => s.FontWeight >= 600, ElementState.Italic => s.Italic, ElementState.Underlined => s.Underline, _ => s.LineThrough }).Distinct().ToList();
        return results.Count > 1 ? Ruling.Unknown(expected, $"{places.Count} texts fit") : Ruling.Of(results[0], expected, $"'{Says(places[0])}' is {(results[0] ? "" : "not ")}{state.ToString().ToLowerInvariant()}", places[0]);
    }

    private Ruling Opened(NounPhrase phrase, Clause clause, bool open)
    {
        var expected = $"{phrase} is {(open ? "open" : "closed")}";
        if (phrase.Kind is ElementKind.Dialog or ElementKind.Menu)
        {
            // What is closed shows nothing that it is closed with: words of it that are not on the page are no proof that it is gone.
            if (!open && clause.Object.Exists(t => t.Is("with")))
                return Ruling.Unknown(expected, "with what it is closed cannot be seen");
            var regions = _regions.Find(phrase);
            if (regions.Count > 0 && regions.Any(r => r.Parts.Any(p => Kinds.IsDialog(p) || Kinds.IsMenu(p))))
                return Ruling.Of(open, expected, "it is open", regions[0].Parts[0]);
            var any = _scene.Nodes.Any(n => _scene.IsShown(n) && (phrase.Kind == ElementKind.Dialog ? Kinds.IsDialog(n) : Kinds.IsMenu(n) && n.Layer > 0));
            // A box that floats above the page with things to fill in may be what is meant, though nothing calls it so.
            if (!any && phrase.Kind == ElementKind.Dialog && phrase.Required.Any() && _scene.Nodes.FirstOrDefault(n => n.Layer > 0 && !n.IsText && _scene.IsShown(n) && (n.Parent?.Layer ?? 0) < n.Layer && n.Descendants().Any(d => Scene.IsField(d) && _scene.IsPresent(d)) && n.Tag is not ("header" or "nav" or "aside" or "footer") && n.Role is not ("banner" or "navigation")) is { } floating)
            {
                // Its first line is the title that was given.
                var title = _scene.Length(floating) > 0 ? _scene.Line(_scene.OwnerAt(_scene.Start(floating))) : floating;
                return !ReferenceEquals(title, floating) && _scene.Length(title) <= 12 && phrase.Required.All(t => _resolver.Coverage.HasIn(title, t.Words, t.IsQuoted)) ? Ruling.Of(open, expected, $"'{Says(title)}' is open", floating) : Ruling.Unknown(expected, $"'{Short(_scene.ShownText(floating))}' lies above the page");
            }

            if (!any || phrase.Required.Any() && !phrase.Required.All(t => _scene.HasPhrase(t.Words)))
                return Ruling.Of(!open, expected, "it is not open") with { IsAbsence = !open };
            return Ruling.Unknown(expected, "another one may be open");
        }

        // How many are open is counted, or it is not known: no one thing that is shut says so.
        if (phrase.Number is not null || CountsOf(clause.Subject) is not null)
            return Ruling.Unknown(expected, "how many are cannot be told");
        var expanded = StateOf(phrase, ElementState.Expanded, open);
        return expanded.IsUnknown ? RecordHas(clause.Subject, clause.Object[..1]) : expanded;
    }

    /// <summary>"Private is selected" where Private is an option of a dropdown or the value of one.</summary>
    private Ruling OptionChosen(List<ClaimToken> subject, List<ClaimToken> rest)
    {
        List<ClaimToken> words = [.. subject.Where((t, i) => !(i == 0 && t.Is("the", "option", "value")))];
        var name = words is [{ IsQuoted: true } only] ? only.Raw : RawText(words);
        var selects = _scene.Nodes.Where(n => _scene.IsPresent(n) && (n.Options.Count > 0 || n.Role == "combobox" && n.Value is not null)).ToList();
        if (rest.Count > 1 && rest[0].Is("in", "as", "for", "on", "from"))
        {
            var phrase = Read(rest);
            var all = selects;
            selects = [.. _resolver.Controls(phrase, all.Contains).Select(m => m.Node)];
            // "in the state filter": what the list is for need not be in its label.
            if (selects.Count == 0 && rest.Count > 2 && rest[^1].Is("filter", "dropdown", "list", "menu", "select", "selector", "picker", "box", "field", "choice"))
                selects = [.. _resolver.Controls(Read(rest[..^1]), all.Contains).Select(m => m.Node)];
        }

        // "the year 2031", "the option Paid"
        foreach (var candidate in new[] { words, words.Count > 1 ? words[1..] : words, words.Count > 1 ? words[..^1] : words })
        {
            var text = candidate is [{ IsQuoted: true } q] ? q.Raw : RawText(candidate);
            var holding = selects.Where(s => s.Options.Any(o => ValueText.Equal(text, o.Label, strict: true)) || s.Options.Count == 0 && ValueText.Equal(text, s.Value ?? "", strict: true)).ToList();
            if (holding.Count == 0)
                continue;
            if (candidate.Count < words.Count)
            {
                var extra = words.Except(candidate).SelectMany(t => Phrase.Tokens(t.Text)).ToList();
                if (!extra.All(w => w is "option" or "value" or "entry" || holding.Any(h => h.Name.Contains(w, StringComparison.OrdinalIgnoreCase) || _scene.SpeaksOf(w))))
                    continue;
            }

            // A radio or tab of that name decides itself.
            if (_scene.Nodes.Any(n => !n.IsText && _scene.IsPresent(n) && (n.Checked is not null || n.Role is "tab") && ValueText.Clean(n.Name) == ValueText.Clean(text)))
                return Ruling.Unknown(name, "there is a control of that name");
            var chosen = holding.Where(s => s.Options.Any(o => o.Selected && ValueText.Equal(text, o.Label, strict: true)) || s.Options.Count == 0).ToList();
            if (chosen.Count == holding.Count || holding.Count == 1)
                return Ruling.Of(chosen.Count > 0, $"{name} is selected", $"'{Short(holding[0].Value ?? "")}' is selected", holding[0]);
            return Ruling.Unknown(name, $"{holding.Count} dropdowns offer it");
        }

        return Ruling.Unknown(name, "no dropdown offers it");
    }

    /// <summary>"The Sent folder is empty", "the cart is empty": a part of the page without records, or that says so.</summary>
    private Ruling Emptiness(NounPhrase phrase, bool empty, string expected)
    {
        if (phrase.Kind is ElementKind.Field or ElementKind.TextArea or ElementKind.Dropdown or ElementKind.SearchField)
            return Ruling.Unknown(expected, "a field");
        if (_resolver.Controls(phrase, Scene.IsField) is [_])
            return Ruling.Unknown(expected, "a field");
        // A labelled value that is a dash or nothing.
        if (_resolver.Slots(phrase, false) is [var slot] && !Scene.IsField(slot.Value))
        {
            var text = ValueText.Clean(TextOf(slot)).Trim('-', '–', '—', ' ');
            return Ruling.Of((text.Length == 0 || text is "none" or "n/a" or "not set" or "empty" or "no value") == empty, expected, $"it reads '{TextOf(slot)}'", slot.Value);
        }

        // Of a folder only what the chosen one shows is known.
        var view = ViewOf(phrase);
        if (view is null && phrase.KindText is "folder" or "tab")
            return Ruling.Unknown(expected, "it is not the one that is shown");
        var regions = view is not null ? [view] : _regions.Find(phrase);
        if (regions.Count != 1)
            return Ruling.Unknown(expected, regions.Count == 0 ? $"'{phrase}' is not found" : $"{regions.Count} places fit '{phrase}'");
        var groups = _scene.Records.Groups.Where(g => g.IsStructured && regions[0].Contains(g.Parent) && Shown(g).Count > 0).ToList();
        // A line that says "Nothing chosen yet." is no entry.
        if (groups.Count > 0 && Shown(groups[0]) is [var none] && _scene.Tokens(none) is { Count: > 1 and <= 8 } line && (line[0] is "nothing" or "none" || line[0] == "no" && line[^1] is "yet" or "found" or "available" or "here" or "chosen" or "selected" or "added"))
            return Ruling.Of(empty, expected, $"it says '{Says(none)}'", none);
        // "The list", where a text says that nothing was found: what else is built like a list is hardly meant.
        if (groups.Count > 0 && empty && !phrase.Required.Any() && _scene.Nodes.FirstOrDefault(n => n.IsText && _scene.IsShown(n) && IsStatement(n) && SaysNothing(_scene.Tokens(n))) is { } told)
            return Ruling.Unknown(expected, $"it says '{Says(told)}'");
        if (groups.Count > 0)
            return Ruling.Of(!empty, expected, $"it holds {Shown(groups[0]).Count} entries", groups[0].Parent);
        var says = regions[0].Parts.SelectMany(p => p.Descendants()).FirstOrDefault(n => n.IsText && _scene.IsShown(n) && Phrase.Tokens(n.OwnText) is var t && t.Length > 1 && t.Any(w => w is "no" or "empty" or "nothing" or "none"));
        return says is null ? Ruling.Unknown(expected, "it cannot be told whether it is empty") : Ruling.Of(empty, expected, $"it says '{says.OwnText}'", says);
    }
}
