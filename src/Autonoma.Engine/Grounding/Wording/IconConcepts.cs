using Autonoma.Engine.Language;

namespace Autonoma.Engine.Grounding.Wording;

/// <summary>What icons show: the words people use, the glyphs they are drawn with, and the words that icon sets give them.</summary>
internal static class IconConcepts
{
    private sealed record Entry(string Concept, string[] Words, string Glyphs, string[] Names);

    // Words: what a tester says. Glyphs: what is on the page. Names: accessible names, classes and file names that mean the same.
    private static readonly Entry[] Entries =
    [
        E("trash", "trash|trash can|trashcan|delete|bin|dustbin|garbage|waste basket|wastebasket|waste bin|wastebin|trash bin|dust bin|litter bin|rubbish bin|recycle bin", "🗑", "trash|delete|remove|bin|trashcan|garbage|trash2|discard"),
        E("edit", "pencil|pen|edit", "✏✎✐🖉🖊🖋📝", "pencil|edit|pen|modify|rename|compose"),
        E("mail", "envelope|mail|email|e-mail|letter", "✉📧📨📩🖂", "envelope|mail|email|e-mail|letter"),
        E("settings", "gear|cog|cogwheel|cog wheel|settings|gear wheel|gearwheel|preferences", "⚙🛠🔧", "gear|cog|settings|setting|preferences|options|configure|setup"),
        E("bell", "bell|notifications|notification bell|alarm bell", "🔔🔕🛎", "bell|notifications|notification|alerts"),
        E("search", "magnifier|magnifying glass|looking glass|search|lens|loupe", "🔍🔎⌕", "search|magnifier|magnify|find|magnifying-glass|loupe"),
        E("close", "x|cross|close|dismiss|×|x mark|cross mark", "×✕✖✗✘⨉⨯╳❌❎🗙🞩⊗ⓧ☒⊠⌫", "close|dismiss|x|times|cross|xmark|cancel|remove|clear|hide"),
        E("more", "menu icon|menu symbol|menu glyph|three dots|3 dots|dots|ellipsis|kebab|kebab menu|more|meatballs|meatball menu|vertical dots|horizontal dots|three vertical dots|three horizontal dots|three-dots|3-dots|3-dot|dots button|three-dot|three dot|dot menu|three-dot menu|three dots menu|overflow", "⋮⋯…︙⁝•••", "more|ellipsis|kebab|dots|overflow|actions|options|menu|meatballs|morevert|morehoriz|dots-vertical|three-dots"),
        E("hamburger", "hamburger|hamburger menu|menu icon|menu symbol|menu glyph|burger|burger menu|three lines|three bars|menu bars", "☰≡𝌆", "hamburger|menu|bars|burger|navigation|list|navbar-toggler"),
        E("heart", "heart|favourite|favorite|wishlist|like", "♥♡❤💙💚🖤🤍💜🧡💛❣🩷", "heart|favourite|favorite|wishlist|like|love|saved"),
        E("star", "star", "★☆⭐🌟✩✪✭⋆", "star|favourite|favorite|rating|bookmark|rate"),
        E("flag", "flag|pennant", "⚑⚐🏳🏴🚩🏁🎌", "flag|report|mark"),
        E("bookmark", "bookmark|ribbon", "🔖", "bookmark|save|saved"),
        E("play", "play|start", "▶►⏵⏯", "play|start|resume"),
        E("pause", "pause", "⏸❚❚‖", "pause"),
        E("stop", "stop", "⏹◼■", "stop"),
        E("record", "record", "⏺●", "record"),
        E("forward", "fast forward|fast-forward|forward|skip forward|skip ahead", "⏩⏭↷↻", "forward|fastforward|fast-forward|skip|ahead|skip-forward"),
        E("rewind", "rewind|skip back|fast backward|skip backward|fast rewind", "⏪⏮↶↺", "rewind|backward|replay|skip-back"),
        E("speaker", "speaker|loudspeaker|volume|sound|mute|unmute|audio", "🔇🔈🔉🔊📢", "speaker|volume|mute|unmute|sound|audio"),
        E("microphone", "microphone|mic", "🎤🎙", "microphone|mic|voice|record"),
        E("fullscreen", "fullscreen|full screen|full-screen|expand screen|maximise|maximize", "⛶⤢🗖⤡", "fullscreen|full-screen|expand|maximize|maximise|enlarge"),
        E("down", "down arrow|arrow down|downward arrow|down chevron|chevron down|down caret|down|move down", "↓▼▾⬇▽⌄🔽🡇⇩🠟⯆", "down|chev|arrow-down|chevron-down|caret-down|expand|descending|lower|movedown"),
        E("up", "up arrow|arrow up|upward arrow|up chevron|chevron up|up caret|up|move up|upvote", "↑▲▴⬆△⌃🔼🡅⇧🠝⯅👍", "up|arrow-up|chevron-up|caret-up|collapse|ascending|upper|moveup|upvote"),
        E("right", "right arrow|arrow right|right chevron|chevron right|arrow to the right|move right|right", "→›»❯▶►▸➡⮕❱〉🡆⇨🠞≫", "right|arrow-right|chevron-right|caret-right|next|forward"),
        E("left", "left arrow|arrow left|left chevron|chevron left|arrow to the left|back arrow|move left|left", "←‹«❮◀◄◂⬅❰〈🡄⇦🠜≪", "left|arrow-left|chevron-left|caret-left|previous|prev|back"),
        E("next", "next|next arrow", "→›»❯▶►▸➡⮕❱〉≫⏭", "next|right|forward|arrow-right|chevron-right"),
        E("previous", "previous|prev|previous arrow", "←‹«❮◀◄◂⬅❰〈≪⏮", "previous|prev|left|back|arrow-left|chevron-left"),
        E("last", "last", "»≫⇥", "last|end|chevron-double-right|angle-double-right|skip-end|lastpage|last-page"),
        E("first", "first", "«≪⇤", "first|begin|chevron-double-left|angle-double-left|skip-start|firstpage|first-page"),
        E("plus", "plus|plus sign|add|increase|increment|+", "+＋➕⊕✚", "plus|add|new|create|increase|increment"),
        E("minus", "minus|minus sign|subtract|decrease|decrement|reduce|−", "-−–➖⊖", "minus|decrease|decrement|subtract|less|fewer|remove"),
        E("expand", "expand|expander|arrow|triangle|caret|disclosure triangle|twisty|chevron", "+＋▸▶►▾▼⊞⌄›", "expand|collapse|toggle|chevron|chev|caret|twisty|expander"),
        E("collapse", "collapse|arrow|triangle|caret", "−-▾▼⊟⌃⌄", "collapse|expand|toggle|chevron|caret"),
        E("triangle", "triangle|triangle arrow", "▶►▸◀◄◂▲▼▾▴△▽▷◁▹◃", "triangle"),
        E("check", "check mark|checkmark|tick|check|tick mark|confirm", "✓✔☑✅🗸", "check|checkmark|tick|done|confirm|ok|accept|apply|save"),
        E("clock", "clock|snooze|time|watch|stopwatch|timer|history", "🕐🕑🕒🕓🕔🕕🕖🕗🕘🕙🕚🕛⏰⏱⏲⌚🕰⌛⏳", "clock|time|snooze|history|schedule|timer|recent"),
        E("printer", "printer|print", "🖨⎙", "printer|print"),
        E("paperclip", "paperclip|paper clip|clip|attach|attachment", "📎🖇", "paperclip|attach|attachment|clip"),
        E("camera", "camera|photo camera", "📷📸🎥📹", "camera|photo|picture|upload-photo|change-photo"),
        E("eye", "eye|show|view|reveal", "👁👀🙈", "eye|show|view|preview|visibility|reveal|eye-off|eye-slash|hide"),
        E("eyeoff", "crossed-out eye|crossed out eye|crossedout eye|struck-out eye|slashed eye|eye with a slash|eye slash|eye off|closed eye", "🚫🙈", "eye-slash|eye-off|eyeoff|eyeslash|visibility-off|visibilityoff|hide"),
        E("copy", "copy|clipboard|duplicate|two sheets", "📋⧉🗐⎘🗍📄", "copy|clipboard|duplicate|clone"),
        E("download", "download|down to tray", "⬇⤓📥↓⇩🡇", "download|save|export"),
        E("upload", "upload", "⬆⤒📤↑", "upload|import"),
        E("help", "question mark|help|question|?", "?❓❔⍰", "help|question|faq|support|question-circle|info"),
        E("info", "info|information|i|exclamation", "ℹⓘ🛈", "info|information|about|details|help"),
        E("warning", "warning|exclamation mark|exclamation|alert triangle|warning triangle", "⚠❗❕!", "warning|alert|exclamation|caution"),
        E("refresh", "reload|refresh|circular arrow|circle arrow|sync|round arrow", "↻⟳🔄🔃↺⭮♻", "refresh|reload|sync|update|rotate|arrows-rotate|redo|clockwise|counterclockwise|autorenew|cached"),
        E("undo", "undo|curved arrow", "↶↩⎌⟲↺", "undo|revert|restore"),
        E("redo", "redo", "↷↪⟳", "redo"),
        E("home", "home|house", "🏠🏡⌂", "home|house|start"),
        E("user", "user|person|profile|avatar|silhouette|account", "👤👥🧑👩👨🙍🙂", "user|person|profile|account|avatar"),
        E("users", "people|members|users|participants|team|group|attendees", "👥👪", "users|people|group|team|members|groups"),
        E("calendar", "calendar", "📅📆🗓", "calendar|date|datepicker"),
        E("cart", "cart|basket|shopping cart|shopping basket|bag|shopping bag|trolley", "🛒🛍🧺", "cart|basket|bag|trolley|checkout"),
        E("lock", "lock|padlock|locked", "🔒🔐🔏", "lock|padlock|locked|secure"),
        E("unlock", "unlock|open padlock|unlocked|padlock|lock icon|lock symbol", "🔓", "unlock|unlocked"),
        E("key", "key", "🔑🗝", "key|password"),
        E("link", "chain|chain link|link|hyperlink", "🔗⛓", "link|chain|url|permalink"),
        E("share", "share", "↗⤴🔗⇪", "share|share-alt"),
        E("external", "external link|external|new tab", "↗⧉🡕", "external|external-link|newtab|open"),
        E("folder", "folder|directory", "📁📂🗀🗁", "folder|directory"),
        E("file", "file|document|page|sheet", "📄📃📑🗎", "file|document|page"),
        E("archive", "archive|box|archive box", "🗄📦🗃", "archive|box|inbox"),
        E("chart", "chart|statistics|stats|graph|bar chart|analytics|bars", "📊📈📉", "chart|statistics|stats|graph|analytics|report|reports|bar-chart"),
        E("linechart", "line chart|line graph|trend", "📈📉", "line|linechart|line-chart|trend|chart-line"),
        E("barchart", "bar chart|bar graph|bars|columns", "📊", "bar|barchart|bar-chart|chart-bar"),
        E("grid", "grid|tiles|grid view|table|squares", "▦▤⊞☷𝍖⠿▥▩⚏", "grid|tiles|gallery|table|th"),
        E("list", "list|lines|list view", "☰≡☷📃", "list|lines|list-view"),
        E("handle", "drag handle|handle|grip|grabber|drag icon|six dots|drag grip|move handle", "⠿⋮⁞☰≡⣿⠇⋮⋮∷⸬↕✥", "handle|grip|drag|grabber|drag-handle|sort-handle"),
        E("filter", "filter|funnel", "⧩🝖⏷", "filter|funnel"),
        E("sort", "sort|sort arrows|up down arrows|double arrow", "⇅↕⇵⬍▲▼↑↓", "sort|order|arrows"),
        E("thumbsup", "thumbs up|thumb up|thumbs-up|like|upvote", "👍", "thumbs-up|thumbsup|like|helpful|yes|upvote"),
        E("thumbsdown", "thumbs down|thumb down|thumbs-down|dislike|downvote", "👎", "thumbs-down|thumbsdown|dislike|unhelpful|no|downvote"),
        E("chat", "chat|speech bubble|bubble|comment|message bubble|chat bubble|balloon", "💬🗨🗯💭", "chat|comment|comments|message|bubble|conversation"),
        E("phone", "phone|telephone|handset|receiver|call|mobile|smartphone|mobile phone|cell phone|cellphone", "📞☎📱✆", "phone|telephone|call|mobile"),
        E("pin", "pin|map pin|location|marker|pushpin|thumbtack", "📍📌🖈", "pin|location|marker|map|thumbtack|map-marker"),
        E("globe", "globe|world|language|earth", "🌐🌍🌎🌏", "globe|language|world|translate"),
        E("sun", "sun|light mode|light theme", "☀🌞🔆🌣", "sun|light|theme"),
        E("moon", "moon|dark mode|dark theme", "🌙🌜☾🌛🌚", "moon|dark|theme|night"),
        E("lightning", "lightning|bolt|flash", "⚡", "bolt|lightning|flash|zap"),
        E("image", "image|picture|photo|mountain", "🖼🌄🏞", "image|picture|photo|img"),
        E("send", "send|paper plane|paper airplane|plane", "➤✈📤⮞➢🛩", "send|paper-plane|submit|plane"),
        E("reply", "reply|reply arrow", "↩⮪", "reply"),
        E("logout", "log out|logout|sign out|door|exit|power", "⏻🚪⏏", "logout|signout|exit|power|sign-out"),
        E("smiley", "smiley|emoji|smile|smiling face|face", "🙂😀😊😃☺", "emoji|smiley|smile|reaction"),
        E("tag", "tag|label|price tag", "🏷", "tag|label|tags"),
        E("crown", "crown", "👑", "crown|premium"),
        E("gift", "gift|present", "🎁", "gift|present"),
        E("creditcard", "credit card|bank card|card", "💳", "credit-card|card|payment"),
        E("truck", "truck|lorry|van|delivery", "🚚🚛", "truck|delivery|shipping"),
        E("swap", "swap|exchange|switch places|double arrow|two arrows|two-way arrow|arrows", "⇄⇆↔⇋⇌🔁⟷", "swap|exchange|transfer|compare-arrows|swap-horiz|swap-vert|switch"),
        E("backspace", "backspace|backspace key|erase|erase key", "⌫", "backspace|delete-left|erase|eraser"),
        E("fingerprint", "fingerprint|finger print|touch id", "", "fingerprint|touch-id"),
        E("apps", "app launcher|apps|nine dots|9 dots|waffle", "⋮⋮⋮", "apps|waffle|launcher|app-launcher|grid-dots"),
        E("pip", "picture in picture|picture-in-picture|mini player|miniplayer", "", "pip|picture-in-picture|picture-in-picture-alt|pictureinpicture|miniplayer"),
        E("captions", "captions|subtitles|closed captions|cc", "", "captions|subtitles|cc|closed-captions|closed-captioning|closedcaptions"),
        E("floppy", "floppy|floppy disk|disk|diskette|save", "💾🖫", "floppy|floppy-disk|disk|save|diskette"),
        E("shuffle", "shuffle|random", "🔀", "shuffle|random"),
        E("repeat", "repeat|loop", "🔁🔂", "repeat|loop"),
        E("music", "note|music note|music", "🎵🎶♪♫", "music|musical-note|note"),
        E("headphones", "headphones|headset", "🎧", "headphones|headset"),
        E("cast", "cast|airplay|chromecast", "", "cast|airplay|screencast"),
        E("shield", "shield", "🛡", "shield|security|shield-check"),
        E("database", "database|cylinder", "🗄", "database|storage"),
        E("code", "code|angle brackets|brackets", "", "code|code-slash|brackets"),
        E("terminal", "terminal|console|prompt", "", "terminal|console"),
        E("bug", "bug|beetle", "🐛🐞", "bug"),
        E("wrench", "wrench|spanner|tool|tools", "🔧🛠", "wrench|tool|tools|build"),
        E("scissors", "scissors|cut", "✂", "scissors|cut"),
        E("crop", "crop", "", "crop"),
        E("rotate", "rotate", "⟲⟳↻", "rotate|rotate-left|rotate-right|rotate-cw|rotate-ccw"),
        E("zoomin", "zoom in|magnifier with a plus|zoom-in", "", "zoom-in|zoomin|magnify-plus|search-plus"),
        E("zoomout", "zoom out|magnifier with a minus|zoom-out", "", "zoom-out|zoomout|magnify-minus|search-minus"),
        E("qr", "qr code|qr", "", "qr|qrcode|qr-code"),
        E("barcode", "barcode", "", "barcode"),
        E("wallet", "wallet|purse", "👛💼", "wallet|purse"),
        E("trophy", "trophy|cup|award|medal", "🏆🏅🥇🎖", "trophy|award|medal"),
        E("fire", "fire|flame", "🔥", "fire|flame|hot"),
        E("rocket", "rocket", "🚀", "rocket|launch"),
        E("layers", "layers|stack", "", "layers|stack|layer-group"),
        E("sliders", "sliders|equaliser|equalizer|adjustments|tune", "🎚🎛", "sliders|tune|adjust|equalizer|adjustments|sliders-h|filter-sliders"),
        E("cloud", "cloud", "☁", "cloud"),
        E("bicycle", "bike|bicycle", "🚲🚴", "bike|bicycle|cycling"),
        E("car", "car|automobile", "🚗🚙", "car|automobile"),
        E("bus", "bus|coach", "🚌", "bus"),
        E("train", "train|rail|tram", "🚆🚂🚊", "train|tram|subway"),
        E("walk", "walking|walker|pedestrian|walk", "🚶", "walk|walking|person-walking|pedestrian"),
        E("bed", "bed", "🛏", "bed|hotel"),
        E("briefcase", "briefcase|suitcase", "💼", "briefcase|suitcase|work"),
        E("building", "building|office", "🏢🏛", "building|office|apartment|bank"),
        E("percent", "percent|percent sign", "", "percent|percentage"),
        E("money", "dollar|dollar sign|money|coin|coins", "💰💵🪙", "dollar|dollar-sign|money|coins|cash|attach-money"),
        E("palette", "palette|paint|colour palette|color palette", "🎨", "palette|paint|paintbrush|colors"),
        E("lightbulb", "light bulb|lightbulb|bulb", "💡", "lightbulb|bulb|idea"),
        E("compass", "compass", "🧭", "compass|explore"),
        E("target", "crosshair|crosshairs|target|locate|my location", "⌖🎯◎", "crosshair|crosshairs|target|locate|my-location|gps"),
        E("robot", "robot|bot", "🤖", "robot|bot|smart-toy"),
        E("sparkles", "sparkles|sparkle|magic|stars|wand|magic wand", "✨🪄", "sparkles|sparkle|magic|wand|auto-awesome"),
        E("inbox", "inbox|tray", "📥", "inbox|tray"),
        E("book", "book|open book", "📖📕📚", "book|book-open|library|menu-book"),
        E("quote", "quote|quotation marks|block quote", "❝❞", "quote|blockquote|format-quote|quote-left"),
        E("table", "table", "", "table|table-cells"),
        E("video", "video|video camera|camcorder|film", "📹🎬", "video|videocam|film|camcorder"),
        E("keyboard", "keyboard", "⌨", "keyboard"),
        E("monitor", "monitor|desktop|screen|computer|laptop", "🖥💻", "monitor|desktop|computer|laptop|display"),
        E("power", "power|power button", "⏻", "power|power-off|power-settings-new"),
        E("bold", "bold|b", "𝐁", "bold|strong"),
        E("italic", "italic|i", "𝑰", "italic|em"),
        E("underline", "underline|u", "", "underline"),
        E("strike", "strikethrough|strike through|strike-through|crossed-out text", "", "strikethrough|strike|text-strikethrough"),
        E("numbered", "numbered list|ordered list|numbering|number list|1-2-3 list", "", "list-ol|listol|list-ordered|ordered-list|format-list-numbered|numbered-list|list-numbers|ol"),
        E("bullets", "bulleted list|bullet list|unordered list|bullets|bullet points|bullet point list", "", "list-ul|listul|list-unordered|unordered-list|format-list-bulleted|bulleted-list|list-bullet|ul|bullets"),
        E("alignleft", "align left|left align|left-align", "", "align-left|alignleft|format-align-left|text-align-left|text-left|justify-left"),
        E("aligncenter", "align center|align centre|center align|centre", "", "align-center|aligncenter|format-align-center|text-align-center|text-center|justify-center"),
        E("alignright", "align right|right align|right-align", "", "align-right|alignright|format-align-right|text-align-right|text-right|justify-right"),
        E("indent", "indent|increase indent", "", "indent|indent-increase|text-indent-left|format-indent-increase"),
        E("outdent", "outdent|decrease indent|unindent", "", "outdent|indent-decrease|text-indent-right|format-indent-decrease|dedent"),
        E("pdf", "pdf|pdf file|pdf document", "", "pdf|file-pdf|picture-as-pdf|file-earmark-pdf"),
        E("excel", "excel|excel file|spreadsheet file|excel sheet|excel document", "", "excel|xls|xlsx|file-excel|file-spreadsheet|file-earmark-excel"),
        E("word", "word file|word document", "", "docx|file-word|file-earmark-word"),
        E("powerpoint", "powerpoint|powerpoint file|slides file", "", "powerpoint|pptx|file-powerpoint|file-earmark-ppt|file-ppt"),
        E("zip", "zip|zip file|zip archive", "", "zip|file-zip|file-archive|file-earmark-zip"),
    ];

    private static readonly Dictionary<string, List<string>> ByWord = Map(entry => entry.Words);
    private static readonly Dictionary<string, List<string>> ByName = Map(entry => entry.Names);
    private static readonly Dictionary<string, List<string>> ByGlyph = MapGlyphs();
    private static readonly int LongestPhrase = ByWord.Keys.Max(key => key.Count(c => c == ' ') + 1);

    /// <summary>Concepts that a phrase of a description names.</summary>
    public static IReadOnlyList<string> OfWords(string phrase) => ByWord.TryGetValue(phrase, out var found) ? found : [];

    /// <summary>Concepts that a word of a name, a class or a file name stands for.</summary>
    public static IReadOnlyList<string> OfName(string word) => ByName.TryGetValue(word, out var found) ? found : [];

    /// <summary>Largest number of words in a phrase for an icon.</summary>
    public static int Longest => LongestPhrase;

    /// <summary>Concepts of the glyphs in a text; empty when it holds letters or digits (then it is no picture).</summary>
    public static IReadOnlyCollection<string> OfGlyphs(string text, bool mixed = false)
    {
        if (text.Length == 0 || text.Length > 24 && !mixed)
            return [];
        HashSet<string>? found = null;
        for (var i = 0; i < text.Length;)
        {
            var length = char.IsSurrogatePair(text, i) ? 2 : 1;
            var glyph = text.Substring(i, length);
            i += length;
            if (ByGlyph.TryGetValue(glyph, out var concepts))
            {
                found ??= new(StringComparer.Ordinal);
                found.UnionWith(concepts);
            }
            else if (!mixed && length == 1 && char.IsLetterOrDigit(glyph[0]) && !(text.Length == 1))
            {
                return [];
            }
        }

        if (text is "x" or "X")
            return ["close"];
        if (text is ">" or ">>" or "<" or "<<")
            return text switch { ">" => ["right", "next"], ">>" => ["right", "next", "last"], "<" => ["left", "previous"], _ => ["left", "previous", "first"] };
        if (text is "..." or "•••" or "···" or "▪▪▪")
            return ["more"];
        return found is null ? [] : found;
    }

    /// <summary>Whether a text consists of signs only, no letters and digits.</summary>
    public static bool IsGlyphs(string text) => text.Length > 0 && !text.Any(char.IsLetterOrDigit);

    private static Entry E(string concept, string words, string glyphs, string names) => new(concept, words.Split('|'), glyphs, names.Split('|'));

    private static Dictionary<string, List<string>> Map(Func<Entry, string[]> select)
    {
        var map = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var entry in Entries)
        {
            foreach (var word in select(entry))
                Add(map, TextFold.Fold(word), entry.Concept);
        }

        return map;
    }

    private static Dictionary<string, List<string>> MapGlyphs()
    {
        var map = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var entry in Entries)
        {
            for (var i = 0; i < entry.Glyphs.Length;)
            {
                var length = char.IsSurrogatePair(entry.Glyphs, i) ? 2 : 1;
                Add(map, entry.Glyphs.Substring(i, length), entry.Concept);
                i += length;
            }
        }

        return map;
    }

    private static void Add(Dictionary<string, List<string>> map, string key, string concept)
    {
        if (!map.TryGetValue(key, out var list))
            map[key] = list = [];
        if (!list.Contains(concept))
            list.Add(concept);
    }
}
