using System.Collections.Concurrent;
using Autonoma.Engine.Language;

namespace Autonoma.Engine.Instructions.Words;

/// <summary>The verbs of test instructions with all their inflections.</summary>
internal static class VerbTable
{
    // Verb, or verb with particles; the first word is inflected. Longest wins.
    private static readonly (VerbKind Kind, string Words)[] Table =
    [
        (VerbKind.Click, "click|click on|tap|tap on|hit|push|single-click|left-click|left click|click upon|push on|tap into|click in|click into|click inside|follow|depress|touch|touch on|clk|lclick|lmb-click|smash|whack|poke|hammer|thump|jab|put the cursor in|put the cursor into|place the cursor in|place the cursor into|set the cursor in|set the cursor into|position the cursor in|focus|focus on|put the focus on|put the focus in|put focus on|set the focus on|set the focus to|set focus on|set focus to|put focus in"),
        (VerbKind.DoubleClick, "double-click|double click|doubleclick|double-tap|double tap|double-click on|double click on|doubleclick on|double-tap on|double tap on|dblclick|dblclick on|dbl-click|dbl-click on|dbl click|dbl click on|dbl. click|double-clk"),
        (VerbKind.RightClick, "right-click|right click|rightclick|right-click on|right click on|rightclick on|context-click|context-click on|secondary-click|rclick|rclick on|r-click|r-click on|rt-click|rt-click on"),
        (VerbKind.MiddleClick, "middle-click|middle click|middle-click on|middle click on"),
        (VerbKind.LongPress, "long-press|long press|long-press on|long press on|long-tap|long tap|long-tap on|press and hold|tap and hold|click and hold"),
        (VerbKind.Open, "open|open up|reopen"),
        (VerbKind.Close, "close"),
        (VerbKind.Expand, "expand|collapse|unfold|fold|uncollapse|unroll|fold out|fold up|fold in|fold down|fold open|fold away|fold shut|flip open|pull open|slide open|pop open|push open"),
        (VerbKind.Press, "press|press on|press down|strike|tab out|tab out of|tab away|tab away from|tab off"),
        (VerbKind.Enter, "enter|type|type in|type into|input|write|put|put in|key in|insert|provide|supply|enter in|enter into|specify|pop|pop in|bung|bung in|stick|stick in|key|punch in|plug in|shove|feed|feed in|slot in|whack in"),
        (VerbKind.Fill, "fill|fill in|fill out|fill up|populate|complete"),
        (VerbKind.Set, "set|change|update|adjust|modify|edit|alter|amend|lower|raise|increase|decrease|reduce|correct|turn up|turn down"),
        (VerbKind.Replace, "replace|overwrite|substitute|swap|type over|write over"),
        (VerbKind.Clear, "clear|clear out|empty|erase|wipe|blank|blank out|empty out|rub out"),
        (VerbKind.Leave, "leave|keep|exit|quit"),
        (VerbKind.Search, "search|search for|look for|look up"),
        (VerbKind.Append, "append"),
        (VerbKind.Paste, "paste|paste in"),
        (VerbKind.Select, "select|choose|pick|opt for|pick out|pick up|go for|settle on|decide on|decide for|plump for|go with"),
        (VerbKind.Check, "tick|tick off|check off|enable|check on|activate"),
        (VerbKind.Uncheck, "uncheck|untick|untoggle|unmark|deselect|unselect|disable|deactivate|un-check|un-tick|de-select|unset"),
        (VerbKind.Uncheck, "take the tick out of|take the tick off|take the tick from|take the tick away from|take the check mark out of|take the checkmark out of|take the check out of|remove the tick from|remove the tick of|remove the check mark from|remove the checkmark from|clear the tick of|clear the tick from"),
        (VerbKind.Check, "put a tick in|put a tick at|put a tick next to|put the tick in|put a check mark in|put a checkmark in|set a tick in|set a tick at|set the tick in|set the tick at|place a tick in"),
        (VerbKind.CheckOrAssert, "check"),
        (VerbKind.Mark, "mark"),
        (VerbKind.Turn, "turn"),
        (VerbKind.Toggle, "toggle|flip"),
        (VerbKind.Switch, "switch|switch over"),
        (VerbKind.Hover, "hover|mouse hover|mouse hover on|mouse hover over|mouse-hover|mouse-hover on|mouse-hover over|hover over|hover on|hover above|hover onto|mouse over|mouseover|mouse-over|hover-over|hover the mouse over|hover the mouse on|hover the mouse above|hover the cursor over|hover the pointer over|hover your mouse over|hover with the mouse over|hover with the cursor over"),
        (VerbKind.Hover, "move the mouse over|move the mouse to|move the mouse onto|move the mouse on|move the mouse pointer over|move the mouse pointer to|move the mouse pointer onto|move the mouse cursor over|move the mouse cursor to|move the cursor over|move the cursor to|move the cursor onto|move the pointer over|move the pointer to|move the pointer onto|move your mouse over|move mouse over|move mouse to|move the mouse pointer on|move the cursor on|move the pointer on|move cursor over|move cursor to|move pointer over|move pointer to"),
        (VerbKind.Hover, "place the pointer on|place the pointer over|place the cursor over|place the mouse over|place the mouse on|place the mouse pointer over|place the mouse pointer on|rest the pointer on|rest the mouse on|rest the cursor on|rest the pointer over|rest the mouse over|put the mouse over|put the pointer over|put the cursor over|put the mouse on|put the pointer on|put the mouse pointer over|point at|point to|point the mouse at|point the mouse to|bring the mouse over|position the mouse over|position the pointer over|position the cursor over|hold the mouse over|hold the pointer over|let the pointer rest on|let the mouse rest on|let the cursor rest on|let the pointer rest over|let the mouse rest over|let the pointer hover over|let the mouse hover over|let the cursor hover over"),
        (VerbKind.Place, "place|position"),
        (VerbKind.Move, "move|reorder|relocate"),
        (VerbKind.Drag, "drag|drag and drop|drag-and-drop|drag & drop|pull|slide|drag'n'drop|drag over"),
        (VerbKind.Drop, "drop"),
        (VerbKind.Scroll, "scroll"),
        (VerbKind.Swipe, "swipe|flick"),
        (VerbKind.Go, "go|goto|navigate|head|head over|browse|return|jump|surf|nip|nip over|hop|hop over|pop over|nav"),
        (VerbKind.Visit, "visit|load|access|call up|bring up"),
        (VerbKind.Refresh, "refresh|reload"),
        (VerbKind.Wait, "wait|pause|sleep|hold on|hang on|stay idle|stay put|stay still|remain idle|keep still|hold still|sit still|stand still|sit tight|stand by|do nothing|be patient|be idle|linger|hang about|hang around|bide your time|take a break|take a rest"),
        (VerbKind.Give, "give|allow"),
        (VerbKind.Upload, "upload|attach"),
        (VerbKind.Read, "read|read off|read out"),
        (VerbKind.Store, "store|keep in mind|keep in memory|save|remember|copy|note|note down|write down|extract|capture|record|memorize|memorise|grab|fetch|retain|persist|jot down|take note of|make a note of|take a note of|take down|obtain|get|jot"),
        (VerbKind.Accept, "accept"),
        (VerbKind.Dismiss, "dismiss|cancel|decline|reject"),
        (VerbKind.Confirm, "confirm"),
        (VerbKind.Answer, "answer|respond|reply|respond to|reply to"),
        (VerbKind.Assert, "assert|verify|validate|ensure|double-check|doublecheck|double check|re-check|recheck|assure|ascertain|prove|inspect|re-verify|reverify|guarantee|cross-check"),
        (VerbKind.Expect, "expect"),
        (VerbKind.See, "see|observe|notice|look|spot|find|find out"),
        (VerbKind.MakeSure, "make sure|be sure|make certain|be certain|make sure of it that|make certain of it that|be sure of it that|see to it that|see to it|look to it that|take care that|take care of it that|satisfy yourself that|convince yourself that|assure yourself that|reassure yourself that|persuade yourself that|watch out that|establish that|make out that|mind that"),
        (VerbKind.Use, "use"),
        (VerbKind.Remove, "remove|delete"),
        (VerbKind.Hold, "hold|hold down|keep holding"),
        (VerbKind.Submit, "submit|send"),
        // Verbs of the business or of testing: what has to be done on the screen is not said. They are known so that they are not taken for slips or names.
        (VerbKind.Business, "log|login|logout|sign|sign in|sign out|sign up|log in|log out|log on|log off|create|add|make|approve|book|buy|pay|order|purchase|ship|invite|import|export|download|print|share|sort|filter|test|try|execute|finish|perform|do|prepare|set up|setup|restore|undo|redo|repeat|reproduce|configure|solve|handle|clean|reset|archive|merge|split|begin|stop|end|play|resume|assign|unassign|rename|duplicate|clone|publish|unpublish|register|authenticate|checkout|check out|review|process|resolve|refund|schedule|reschedule|request|subscribe|unsubscribe|start|launch|get|install|uninstall|connect|disconnect|generate|simulate|trigger|invoke|run|run through|walk|walk through|explore|experiment|manage|maintain|administer|investigate|analyze|analyse|debug|fix|repair|place an order|reach|view|display|hide|zoom|resize|rotate|crop|draw|paint|call|mail|email|post|publish|comment|like|react|rate|vote|cast|quote|transfer|deposit|withdraw|exchange|convert|calculate|compute|compare|count|measure|combine|customize|customise|personalize|arrange|organize|organise|sync|synchronize|back up|backup|authorize|authorise|grant|revoke|block|unblock|lock|unlock|ban|mute|unmute|pin|unpin|star|bookmark|favourite|favorite|escalate|deploy|build|release|roll back|rollback|carry out|revert|migrate|transform|treat|deal|cope|ignore|skip|omit|avoid|bypass|satisfy|meet|follow up|interact|play around|exercise|trial|seed|provision|initialise|initialize|purge|tidy|sweep|correct|fill-in|scan|tour|redeem|apply|claim|renew|extend|terminate|hire|fire|onboard|offboard|settle|reconcile|negotiate|deliver|return|receive|dispatch|pack|bill|invoice|charge|forward|continue|proceed|take|bring|let|show|tell|ask|work|learn|teach|translate|bear|commit|lift|seize"),
    ];

    private static readonly Dictionary<string, (string Base, VerbForm Form)> Forms = new(StringComparer.Ordinal);

    private static readonly Dictionary<string, VerbKind> Kinds = new(StringComparer.Ordinal);

    private static readonly Dictionary<string, int> LongestFrom = new(StringComparer.Ordinal);

    private static readonly Dictionary<int, string[]> Mendable;

    private static readonly ConcurrentDictionary<string, string?> Mended = new(StringComparer.Ordinal);

    // Too loose to be what a slip was meant to be.
    private static readonly HashSet<string> Colloquial = new(StringComparer.Ordinal) { "smash", "whack", "poke", "hammer", "thump", "bung", "stick", "shove", "feed", "punch", "plug", "slot", "focus", "carry" };

    // Words that begin a sentence and are one slip away from a verb, but are themselves.
    private static readonly HashSet<string> NotSlips = new(StringComparer.Ordinal)
    {
        "have", "having", "nothing", "something", "anything", "everything", "thumb", "would", "could", "like", "clock", "chick", "lick", "slick", "trick", "thick", "pink", "past", "tape", "tip", "top", "hot", "hat", "sort", "sent", "send", "page", "date", "name", "note", "text", "next", "test", "form", "site", "list", "title", "table", "tabs", "menu", "open",
        "opens", "ready", "road", "real", "role", "rows", "cell", "card", "cards", "code", "copy", "cost", "user", "users", "used", "sale", "sales", "safe", "some", "same", "most", "must", "much", "more", "move", "case", "cast", "close", "closed", "closet", "error", "errors", "field", "fields",
        "files", "file", "fill", "full", "good", "great", "green", "grid", "group", "header", "here", "there", "where", "when", "what", "which", "with", "they", "them", "then", "than", "these", "those", "this", "that", "each", "both", "four", "five", "nine", "only", "once", "over", "under",
        "after", "before", "until", "while", "first", "last", "left", "right", "down", "below", "above", "between", "inside", "outside", "from", "into", "onto", "upon", "filter", "filters", "button", "buttons", "dialog", "total", "value", "values", "status", "state", "message", "messages",
        "price", "press", "presses", "pressure", "chose", "chooser", "chance", "charge", "checks", "entry", "entries", "entered", "water", "type", "types", "typed", "state", "store", "stores", "score", "search", "searches", "visitor", "visible", "weight", "wait", "waist", "input", "inputs", "output", "tick", "ticks",
        "ticket", "drug", "brag", "trash", "clean", "clear", "clearly", "cleared", "hovers", "cover", "scrolls", "stroll", "reader", "head", "lead", "load", "loads", "loaded", "uploads", "focus", "link", "links", "icon", "image", "images", "label", "labels", "order", "orders", "market", "expert", "export", "extract", "abstract",
        "sell", "seek", "seen", "seed", "fine", "find", "bind", "mind", "wind", "kind", "gone", "give", "live", "five", "dive", "pose", "base", "cause", "clause", "pull", "pulls", "full", "bull", "hull", "null", "port", "part", "pick", "picks", "peck", "back", "pack", "lack", "rack", "stick", "brick", "quick", "click", "tickets",
        "tack", "tuck", "kick", "nick", "rush", "gush", "hush", "vouch", "torch", "wire", "wise", "wine", "elect", "heal", "heat", "hear", "heap", "heed", "dump", "bump", "pump", "lump", "glide", "slice", "side", "tend", "lend", "mend", "bend", "fend", "loan", "poll", "cull", "lull", "mull", "lease", "heave", "cleave", "bait", "wail", "center", "centre", "attack", "peel", "peep", "seep", "weep", "lose", "love", "sever", "drip", "prop", "tread", "spread", "stare", "shore", "snipe", "stripe", "pipe", "hype", "want", "turf", "pile", "bill", "kill", "mill", "till", "rill", "sill", "wilt", "write-off", "melt", "reap", "bead", "pass", "toss",
        "sign", "vist", "visa", "apple", "supply", "insect", "insert", "invert", "hover", "hoover", "lever", "never", "ever", "very", "every", "many", "mark", "park", "dark", "bark", "make", "take", "lake", "cake", "fake", "sake", "wake", "leave", "weave", "leaf", "enable", "unable", "able", "cable", "switches", "sketch", "pitch", "watch", "match", "march",
    };

    static VerbTable()
    {
        foreach (var (kind, words) in Table)
        {
            foreach (var words1 in words.Split('|'))
            {
                Kinds.TryAdd(words1, kind);
                var first = words1.Split(' ')[0];
                LongestFrom[first] = Math.Max(LongestFrom.GetValueOrDefault(first), words1.Count(c => c == ' ') + 1);
                Inflect(first);
            }
        }

        Mendable = Forms.Where(pair => pair.Key.Length >= 4 && !Colloquial.Contains(pair.Value.Base) && pair.Value.Form != VerbForm.Past).Select(pair => pair.Key).GroupBy(form => form.Length).ToDictionary(group => group.Key, group => group.ToArray());
    }

    /// <summary>The verb that begins at an index, or null.</summary>
    /// <param name="phrase">Where.</param>
    /// <param name="at">Index.</param>
    /// <param name="mend">Whether a word one slip away from a verb counts.</param>
    public static Verb? Find(Phrase phrase, int at, bool mend = false)
    {
        if (phrase.At(at) is not { Kind: TokenKind.Word } token || token.Norm.Length < 2)
            return null;
        var mended = false;
        if (!Forms.TryGetValue(token.Norm, out var form))
        {
            if (!mend || Mend(token.Norm) is not { } intended)
                return null;
            form = Forms[intended];
            mended = true;
        }

        var longest = Math.Min(LongestFrom.GetValueOrDefault(form.Base, 1), phrase.Count - at);
        for (var length = longest; length > 1; length--)
        {
            var key = form.Base;
            for (var k = 1; k < length; k++)
                key += " " + phrase.Norm(at + k);
            if (Kinds.TryGetValue(key, out var longKind))
                return new(longKind, form.Form, key, length, mended);
        }

        return Kinds.TryGetValue(form.Base, out var kind) ? new(kind, form.Form, form.Base, 1, mended) : null;
    }

    /// <summary>The verb that a single verb makes together with a particle that stands apart from it, or null.</summary>
    public static Verb? WithParticle(Verb verb, string particle)
        => Kinds.TryGetValue(verb.Name + " " + particle, out var kind) && kind != VerbKind.Business ? verb with { Kind = kind, Name = verb.Name + " " + particle } : null;

    // Comparing with every verb is the dearest part of reading, and sentences repeat their words.
    private static string? Mend(string word)
    {
        if (Mended.TryGetValue(word, out var known))
            return known;
        known = Compare(word);
        if (Mended.Count < 4096)
            Mended.TryAdd(word, known);
        return known;
    }

    private static string? Compare(string word)
    {
        if (word.Length < 4 || NotSlips.Contains(word) || !word.All(char.IsAsciiLetterLower) || KindWords.TryKind(word, out _))
            return null;
        string? best = null;
        var bestDistance = int.MaxValue;
        foreach (var known in Near(word))
        {
            var form = Forms[known];
            if (!Spelling.IsTypoOf(word, known))
                continue;
            var distance = Spelling.Distance(word, known, 2);
            if (distance > 1 && known.Length < 8)
                continue;
            if (distance < bestDistance)
                (best, bestDistance) = (known, distance);
            else if (distance == bestDistance && Kinds.GetValueOrDefault(Forms[best!].Base) != Kinds.GetValueOrDefault(form.Base))
                best = Preferred(best!, known, word);
        }

        // A business verb that is near tells more than a slip would: nothing is mended then.
        return best is null || Kinds.GetValueOrDefault(Forms[best].Base) == VerbKind.Business ? null : best;
    }

    // Candidates for a slip share the first or the last letter and nearly the length.
    private static IEnumerable<string> Near(string word)
    {
        for (var length = word.Length - 1; length <= word.Length + 1; length++)
        {
            if (!Mendable.TryGetValue(length, out var forms))
                continue;
            foreach (var form in forms)
            {
                if (form[0] == word[0] || form[^1] == word[^1])
                    yield return form;
            }
        }
    }

    // Swapped letters are the commonest slip (Tpye, Slect drops one): same letters win.
    private static string Preferred(string left, string right, string word) => right.Order().SequenceEqual(word.Order()) && !left.Order().SequenceEqual(word.Order()) ? right : left;

    private static void Inflect(string verb)
    {
        if (!Add(verb, verb, VerbForm.Base))
            return;
        switch (verb)
        {
            case "be":
                return;
            case "choose":
                AddAll(verb, "chooses", "choosing", "chosen", "chose");
                return;
            case "write":
                AddAll(verb, "writes", "writing", "written", "wrote");
                return;
            case "go":
                AddAll(verb, "goes", "going", "gone", "went");
                return;
            case "do":
                AddAll(verb, "does", "doing", "done", "did");
                return;
            case "find":
                AddAll(verb, "finds", "finding", "found");
                return;
            case "see":
                AddAll(verb, "sees", "seeing", "seen", "saw");
                return;
            case "make":
                AddAll(verb, "makes", "making", "made");
                return;
            case "leave":
                AddAll(verb, "leaves", "leaving", "left");
                return;
            case "keep":
                AddAll(verb, "keeps", "keeping", "kept");
                return;
            case "give":
                AddAll(verb, "gives", "giving", "given", "gave");
                return;
            case "hold":
                AddAll(verb, "holds", "holding", "held");
                return;
            case "take":
                AddAll(verb, "takes", "taking", "taken", "took");
                return;
            case "send":
                AddAll(verb, "sends", "sending", "sent");
                return;
            case "set" or "put" or "hit" or "input" or "unset" or "cast" or "let":
                AddAll(verb, verb + "s", verb + verb[^1] + "ing");
                return;
        }

        var hyphen = verb is "left-click" or "right-click" or "double-click" or "single-click" or "middle-click";
        var doubles = !hyphen && verb is "tap" or "drag" or "drop" or "scan" or "pin" or "ban" or "stop" or "ship" or "submit" or "get" or "grab" or "flip" or "log" or "clip" or "jot" or "zoo" or "double-tap" or "long-tap" or "input" or "plan" or "unpin" or "transfer" or "crop" or "skip" or "omit" or "spot" or "opt";
        var third = verb.EndsWith('s') || verb.EndsWith('x') || verb.EndsWith("ch", StringComparison.Ordinal) || verb.EndsWith("sh", StringComparison.Ordinal) ? verb + "es"
            : verb.EndsWith('y') && "aeiou".IndexOf(verb[^2], StringComparison.Ordinal) < 0 ? verb[..^1] + "ies" : verb + "s";
        var stem = verb.EndsWith('e') && !verb.EndsWith("ee", StringComparison.Ordinal) ? verb[..^1] : doubles ? verb + verb[^1] : verb;
        var past = verb.EndsWith('e') ? verb + "d" : verb.EndsWith('y') && "aeiou".IndexOf(verb[^2], StringComparison.Ordinal) < 0 ? verb[..^1] + "ied" : doubles ? stem + "ed" : verb + "ed";
        if (verb == "read")
            past = "read";
        AddAll(verb, third, stem + "ing", past);
    }

    private static void AddAll(string verb, string third, string gerund, params ReadOnlySpan<string> past)
    {
        Add(third, verb, VerbForm.Third);
        Add(gerund, verb, VerbForm.Gerund);
        foreach (var form in past)
            Add(form, verb, VerbForm.Past);
    }

    private static bool Add(string form, string verb, VerbForm kind) => Forms.TryAdd(form, (verb, kind));
}
