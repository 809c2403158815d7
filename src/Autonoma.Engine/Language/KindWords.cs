namespace Autonoma.Engine.Language;

/// <summary>The words that testers use for kinds of elements.</summary>
public static class KindWords
{
    // Longest phrase first at look-up; singular forms. Both UK and US spellings.
    private static readonly Dictionary<string, ElementKind> Words = Build(
        (ElementKind.Button, "button|btn|tool|tool button|toolbar button|segment|segment button|push button|command button|cta|action button|submit button|icon button|push-button|fab"),
        (ElementKind.Link, "link|hyperlink|anchor|text link"),
        (ElementKind.Field, "field|input|input field|text field|textfield|text box|textbox|input box|entry field|edit field|text input|form field|number field|spinner field|spinbutton|stepper|password field|email field|amount field|box|edit box|form control"),
        (ElementKind.TextArea, "text area|textarea|editor|rich text editor|multi-line field|message box|comment box|comments box|remarks box|comments field|rich-text editor|text editor|code editor|message body|mail body|email body|message editor|reply box|reply field|note box|notes field|rich text field|rich-text field"),
        (ElementKind.SearchField, "search field|search box|search bar|searchbox|search input|search"),
        (ElementKind.Dropdown, "dropdown|drop-down|drop down|dropdown list|drop-down list|select|select box|selectbox|select field|combobox|combo box|combo|picker|selection|selector|chooser|switcher|dropdown menu|drop-down menu|pulldown|pull-down|choice field|list box|listbox|multiselect|multi-select"),
        (ElementKind.Option, "option|choice|suggestion|dropdown option|dropdown entry|select option|dropdown item"),
        (ElementKind.Checkbox, "checkbox|check box|tick box|tickbox|check-box|tick-box|checkmark box"),
        (ElementKind.Radio, "radio button|radio|radio option|radiobutton|option button|radio-button"),
        (ElementKind.Switch, "switch|toggle|toggle switch|toggle button|on/off switch|slider switch"),
        (ElementKind.Slider, "slider|range slider|range|seek bar|seekbar|scrubber|slider handle|slider thumb"),
        (ElementKind.DatePicker, "date picker|datepicker|calendar|date field|date input|time picker|time field|date box|time box|time input"),
        (ElementKind.FileField, "file field|file input|upload field|upload area|file chooser|upload box|choose file|choose file button|drop zone|dropzone|upload|file upload|attachment field|uploader|drop area|drop target|dropping area|drag and drop area|drag-and-drop area"),
        (ElementKind.Tab, "tab|tab header|tab button"),
        (ElementKind.Menu, "menu|context menu|popup menu|submenu|sub-menu|pop-up menu|overflow menu|kebab menu|hamburger menu|menu bar|menubar|actions menu"),
        (ElementKind.MenuItem, "menu item|menu entry|menu option|menuitem|navigation item|nav item|navigation entry|menu link|nav link|navigation link|sidebar item"),
        (ElementKind.Icon, "icon|symbol|glyph|pictogram|sign|arrow|chevron|caret"),
        (ElementKind.Image, "image|picture|profile image|profile photo|photo|avatar|logo|thumbnail|illustration|img|profile picture|banner image"),
        (ElementKind.Heading, "heading|headline|header text|title|page heading|main heading|subheading|subtitle|section title|page title heading"),
        (ElementKind.Label, "label|caption"),
        (ElementKind.Text, "text|paragraph|sentence|wording|phrase|note text|hint|hint text|helper text|help text|subtext"),
        (ElementKind.Message, "message|toast|notification|alert|banner|error|error message|warning|warning message|success message|confirmation message|info message|snackbar|notice|validation message|validation error|status message|flash message|toast message|error text|alert box|callout|inline error|confirmation"),
        (ElementKind.Dialog, "dialog|dialogue|modal|popup|pop-up|modal dialog|dialog box|dialogue box|modal window|confirmation dialog|overlay|lightbox|drawer|prompt|popover|side panel|flyout|window"),
        (ElementKind.Table, "table|grid|data grid|datagrid|data table|spreadsheet|matrix"),
        (ElementKind.Row, "row|table row|line|line item|record|entry row"),
        (ElementKind.Column, "column|table column|lane|swimlane"),
        (ElementKind.ColumnHeader, "column header|column heading|table header|header cell|column title"),
        (ElementKind.Cell, "row header|row heading|row number|cell|table cell|slot|grid cell|time slot"),
        (ElementKind.List, "list|results list|result list|item list|feed"),
        (ElementKind.ListItem, "item|entry|list item|list entry|result|search result|element"),
        (ElementKind.Card, "card|tile|panel|widget|pane"),
        (ElementKind.Tree, "tree|tree view|treeview|category tree"),
        (ElementKind.TreeItem, "tree item|tree node|node|folder|category|branch"),
        (ElementKind.Section, "section|area|group|form|region|fieldset|block|part|zone|subsection"),
        (ElementKind.Accordion, "accordion|expander|disclosure|collapsible|collapsible section|panel header|expansion panel|expansion panel header|accordion panel|accordion header|accordion item|section header"),
        (ElementKind.Badge, "badge|chip|tag|pill|counter|status badge|bubble|swatch|colour swatch|color swatch|colour circle|color circle|colour dot|color dot|circle|dot|colour field|color field|colour box|color box|colour square|color square|colour tile|color tile|colour chip|color chip|colour bubble|color bubble|reaction|emoji reaction"),
        (ElementKind.Breadcrumb, "breadcrumb|breadcrumbs|breadcrumb trail"),
        (ElementKind.Pagination, "pagination|pager|paginator|page navigation"),
        (ElementKind.Progress, "progress bar|progressbar|spinner|loader|loading indicator|loading spinner|progress indicator|loading animation|skeleton|loading bar|throbber|busy indicator"),
        (ElementKind.Tooltip, "tooltip|tool tip|hover text"),
        (ElementKind.Landmark, "sidebar|side bar|navigation|nav|navigation bar|nav bar|navbar|header|footer|toolbar|tool bar|top bar|topbar|bottom bar|page header|page footer|main area|main content|action bar|status bar|app bar|left rail|rail|site header|site footer|top navigation|side navigation|side menu|content area|bar|footer bar|header bar|bottom navigation|menu bar area|page header area|header area|footer area|header row"),
        (ElementKind.Canvas, "chart|graph|canvas|diagram|map|drawing|plot"),
        (ElementKind.Media, "video|audio|player|video player|media player|clip"),
        (ElementKind.Frame, "frame|iframe|embedded page|embedded form"),
        (ElementKind.Page, "page|screen|view|site|website|app|application|web page|webpage"),
        (ElementKind.BrowserTab, "browser tab|browser window"));

    private static readonly int Longest = Words.Keys.Max(key => key.Count(c => c == ' ') + 1);

    /// <summary>Largest number of words in a kind phrase.</summary>
    public static int LongestPhrase => Longest;

    /// <summary>All known singular phrases.</summary>
    public static IReadOnlyCollection<string> Phrases => Words.Keys;

    /// <summary>Kind of a word or phrase, singular or plural, folded by the caller or not. False when it names none.</summary>
    public static bool TryKind(string phrase, out ElementKind kind) => TryKind(phrase, out kind, out _);

    /// <summary>As above, telling whether the phrase is a plural.</summary>
    public static bool TryKind(string phrase, out ElementKind kind, out bool plural)
    {
        var text = TextFold.Fold(phrase);
        plural = false;
        if (Words.TryGetValue(text, out kind))
            return true;
        foreach (var singular in Singulars(text))
        {
            if (Words.TryGetValue(singular, out kind))
            {
                plural = true;
                return true;
            }
        }

        kind = ElementKind.Any;
        return false;
    }

    /// <summary>Possible singulars of a regular English plural.</summary>
    public static IEnumerable<string> Singulars(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        if (word.EndsWith("ies", StringComparison.Ordinal) && word.Length > 4)
            yield return word[..^3] + "y";
        if (word.EndsWith("es", StringComparison.Ordinal) && word.Length > 3)
            yield return word[..^2];
        if (word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) && word.Length > 2)
            yield return word[..^1];
    }

    private static Dictionary<string, ElementKind> Build(params (ElementKind Kind, string Phrases)[] entries)
    {
        var words = new Dictionary<string, ElementKind>(StringComparer.Ordinal);
        foreach (var (kind, phrases) in entries)
        {
            foreach (var phrase in phrases.Split('|'))
                words.TryAdd(phrase, kind);
        }

        return words;
    }
}
