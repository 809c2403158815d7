using System.Text.Json;
using System.Text.Json.Serialization;

namespace Autonoma.Planner.Exploring;

/// <summary>What was found in a running application: pages, what can be done on each, and what happened when it was tried.</summary>
public sealed record Exploration
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Where it started.</summary>
    public required string Start { get; init; }

    /// <summary>Whether data was an environment's own, so that forms were really sent.</summary>
    public bool IsIsolated { get; init; }

    /// <summary>The pages in the order they were found.</summary>
    public required IReadOnlyList<ExploredPage> Pages { get; init; }

    /// <summary>Links between routes.</summary>
    public required IReadOnlyList<RouteLink> Links { get; init; }

    /// <summary>What every page has: links of the header, the side bar, the footer.</summary>
    public IReadOnlyList<ExploredLink> Navigation { get; init; } = [];

    /// <summary>Forms that every page has: a search in the header, a newsletter in the footer.</summary>
    public IReadOnlyList<ExploredForm> NavigationForms { get; init; } = [];

    /// <summary>What was tried on what every page has, and about signing in and out.</summary>
    public IReadOnlyList<Experiment> Experiments { get; init; } = [];

    /// <summary>What was not looked at or not tried, each with its reason.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    /// <summary>The text of <c>exploration.json</c>.</summary>
    public string Write() => JsonSerializer.Serialize(this, Format) + "\n";

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="JsonException">It is no such file.</exception>
    public static Exploration Read(string json) => JsonSerializer.Deserialize<Exploration>(json, Format) ?? throw new JsonException("The file is empty.");
}

/// <summary>A page.</summary>
public sealed record ExploredPage
{
    /// <summary>Its route with placeholders: <c>/orders/{id}</c>.</summary>
    public required string Route { get; init; }

    /// <summary>Path and query of the page that was looked at.</summary>
    public required string Address { get; init; }

    /// <summary>Title of the document.</summary>
    public string Title { get; init; } = "";

    /// <summary>The first heading, or empty.</summary>
    public string Heading { get; init; } = "";

    /// <summary>The link that leads there, as it is written; empty for the start.</summary>
    public string LinkText { get; init; } = "";

    /// <summary>File name of its picture; null without.</summary>
    public string? Picture { get; init; }

    /// <summary>Headings in reading order.</summary>
    public IReadOnlyList<string> Headings { get; init; } = [];

    /// <summary>Forms.</summary>
    public IReadOnlyList<ExploredForm> Forms { get; init; } = [];

    /// <summary>Tables and lists of records.</summary>
    public IReadOnlyList<ExploredTable> Tables { get; init; } = [];

    /// <summary>Buttons and the like outside forms, and what they do.</summary>
    public IReadOnlyList<ExploredControl> Controls { get; init; } = [];

    /// <summary>Tabs.</summary>
    public IReadOnlyList<string> Tabs { get; init; } = [];

    /// <summary>Links of the page's own content.</summary>
    public IReadOnlyList<ExploredLink> Links { get; init; } = [];

    /// <summary>Whether it shows something else to somebody who is not signed in.</summary>
    public bool IsGuarded { get; init; }

    /// <summary>Sentences that lead to it from <see cref="Address"/>, when it is no page that an address alone leads to; else empty.</summary>
    public IReadOnlyList<string> Approach { get; init; } = [];

    /// <summary>What was tried on it, in sentences and claims that tests can hold.</summary>
    public IReadOnlyList<Experiment> Experiments { get; init; } = [];

    /// <summary>Where it led when it was opened, when that is another route (a sign-in page), else null.</summary>
    public string? RedirectsTo { get; init; }
}

/// <summary>A link.</summary>
/// <param name="Text">As written.</param>
/// <param name="Phrase">What a step calls it; null when nothing names it alone.</param>
/// <param name="Address">Path and query it leads to.</param>
public sealed record ExploredLink(string Text, string? Phrase, string Address);

/// <summary>From one route to another.</summary>
/// <param name="From">Route.</param>
/// <param name="To">Route.</param>
/// <param name="Text">Text of the link.</param>
public sealed record RouteLink(string From, string To, string Text);

/// <summary>What kind of input a field takes.</summary>
public enum FieldKind
{
    /// <summary>One line of text.</summary>
    Text,
    /// <summary>Several lines.</summary>
    Multiline,
    /// <summary>An email address.</summary>
    Email,
    /// <summary>A number.</summary>
    Number,
    /// <summary>A password.</summary>
    Password,
    /// <summary>A telephone number.</summary>
    Phone,
    /// <summary>A web address.</summary>
    Address,
    /// <summary>A date or a time.</summary>
    Date,
    /// <summary>One of several.</summary>
    Choice,
    /// <summary>One of several radio buttons.</summary>
    Radio,
    /// <summary>Yes or no.</summary>
    Switch,
    /// <summary>A file.</summary>
    File,
    /// <summary>A search.</summary>
    Search,
}

/// <summary>A field of a form.</summary>
public sealed record ExploredField
{
    /// <summary>Its label.</summary>
    public required string Label { get; init; }

    /// <summary>What a step calls it: <c>the "Name" field</c>.</summary>
    public required string Phrase { get; init; }

    /// <summary>What it takes.</summary>
    public required FieldKind Kind { get; init; }

    /// <summary>Whether the page says that it must be filled in.</summary>
    public bool IsRequired { get; init; }

    /// <summary>What it held; empty for a password.</summary>
    public string Value { get; init; } = "";

    /// <summary>What can be chosen.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];
}

/// <summary>A form, on a page or in a dialog.</summary>
public sealed record ExploredForm
{
    /// <summary>Name from its heading, dialog title or button.</summary>
    public required string Name { get; init; }

    /// <summary>Steps that open it from its page; empty when it is there from the start.</summary>
    public IReadOnlyList<string> Opening { get; init; } = [];

    /// <summary>Whether it stands in a dialog.</summary>
    public bool IsDialog { get; init; }

    /// <summary>The fields.</summary>
    public required IReadOnlyList<ExploredField> Fields { get; init; }

    /// <summary>What sends it: <c>the "Save" button</c>; null when nothing does.</summary>
    public string? Submit { get; init; }

    /// <summary>What leaves it without sending; null when nothing does.</summary>
    public string? Cancel { get; init; }

    /// <summary>Whether it only narrows what is shown.</summary>
    public bool IsFilter { get; init; }

    /// <summary>What happened when it was sent, input by input.</summary>
    public IReadOnlyList<FormTrial> Trials { get; init; } = [];
}

/// <summary>What was meant by a trial.</summary>
public enum TrialKind
{
    /// <summary>Everything filled in as asked.</summary>
    Valid,
    /// <summary>Every field empty.</summary>
    AllEmpty,
    /// <summary>One field empty, the others filled in.</summary>
    Empty,
    /// <summary>One field holds blanks only.</summary>
    Blank,
    /// <summary>One field holds something of the wrong form.</summary>
    Malformed,
    /// <summary>One field holds a number below what makes sense.</summary>
    OutOfRange,
    /// <summary>One field holds a number above what makes sense.</summary>
    TooLarge,
    /// <summary>Two fields that belong together contradict each other.</summary>
    Contradictory,
    /// <summary>One field holds signs that mean something to browsers and databases.</summary>
    Markup,
    /// <summary>As asked, with another option chosen.</summary>
    Variation,
}

/// <summary>A form that was filled in and sent.</summary>
public sealed record FormTrial
{
    /// <summary>What was meant.</summary>
    public required TrialKind Kind { get; init; }

    /// <summary>Label of the field in question; null when it is about all.</summary>
    public string? Field { get; init; }

    /// <summary>The steps that were carried out, as written.</summary>
    public required IReadOnlyList<string> Steps { get; init; }

    /// <summary>What was put in, by label.</summary>
    public IReadOnlyDictionary<string, string> Input { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// Whether the form took it: no field is marked as wrong, and the form went away, or something was said that is no alert and that
    /// nobody said to a wrong input.
    /// </summary>
    public bool Accepted { get; init; }

    /// <summary>Messages that came.</summary>
    public IReadOnlyList<SeenMessage> Messages { get; init; } = [];

    /// <summary>Path and query afterwards.</summary>
    public string AddressAfter { get; init; } = "";

    /// <summary>Heading afterwards.</summary>
    public string HeadingAfter { get; init; } = "";

    /// <summary>Whether the form was still there.</summary>
    public bool FormStays { get; init; }
}

/// <summary>A text that came after something was done.</summary>
/// <param name="Text">The text.</param>
/// <param name="Field">Label of the field that it stands at; null when at none.</param>
/// <param name="IsTransient">Whether it is announced, or floated above the page: a toast, an alert.</param>
/// <param name="IsAlert">Whether it is announced as a problem.</param>
public sealed record SeenMessage(string Text, string? Field, bool IsTransient, bool IsAlert = false);

/// <summary>What a control turned out to do.</summary>
public enum ControlOutcome
{
    /// <summary>It was not tried; <see cref="ExploredControl.Note"/> says why.</summary>
    NotTried,
    /// <summary>Nothing that could be seen.</summary>
    Nothing,
    /// <summary>Another page.</summary>
    Page,
    /// <summary>A dialog.</summary>
    Dialog,
    /// <summary>A dialog of the browser.</summary>
    Question,
    /// <summary>A menu.</summary>
    Menu,
    /// <summary>Something on the page changed.</summary>
    Change,
    /// <summary>A file.</summary>
    Download,
    /// <summary>Another tab.</summary>
    Tab,
}

/// <summary>A button or the like.</summary>
public sealed record ExploredControl
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>What a step calls it.</summary>
    public required string Phrase { get; init; }

    /// <summary>Role.</summary>
    public required string Role { get; init; }

    /// <summary>What it does.</summary>
    public ControlOutcome Outcome { get; init; }

    /// <summary>Title of the dialog, items of the menu, route of the page, question of the browser.</summary>
    public IReadOnlyList<string> Shows { get; init; } = [];

    /// <summary>Texts that came.</summary>
    public IReadOnlyList<SeenMessage> Messages { get; init; } = [];

    /// <summary>Why it was not tried, or empty.</summary>
    public string Note { get; init; } = "";

    /// <summary>Whether there is one of it in each row of a table.</summary>
    public bool IsPerRow { get; init; }
}

/// <summary>A table, or a list of records.</summary>
public sealed record ExploredTable
{
    /// <summary>Its name or heading.</summary>
    public string Name { get; init; } = "";

    /// <summary>Names of the columns; empty for a list.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>Rows that are shown.</summary>
    public int Rows { get; init; }

    /// <summary>The first rows, cell by cell.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Sample { get; init; } = [];

    /// <summary>What sorting was seen to do.</summary>
    public IReadOnlyList<SortTrial> Sorts { get; init; } = [];

    /// <summary>What searching and filtering was seen to do.</summary>
    public IReadOnlyList<FilterTrial> Filters { get; init; } = [];

    /// <summary>What the next page was seen to do; null without pages.</summary>
    public PagingTrial? Paging { get; init; }
}

/// <summary>A column that was sorted.</summary>
/// <param name="Column">Name of the column.</param>
/// <param name="Steps">The steps.</param>
/// <param name="Order"><c>ascending</c>, <c>descending</c>, or empty when neither.</param>
/// <param name="First">First row afterwards.</param>
public sealed record SortTrial(string Column, IReadOnlyList<string> Steps, string Order, IReadOnlyList<string> First);

/// <summary>A search or a filter that was set.</summary>
/// <param name="Field">Label of the field.</param>
/// <param name="Value">What was typed or chosen.</param>
/// <param name="Steps">The steps.</param>
/// <param name="Rows">Rows afterwards.</param>
/// <param name="Shown">Texts of the first column afterwards.</param>
/// <param name="Gone">Texts of the first column that are no longer there.</param>
/// <param name="Empty">What is said when nothing is left; null when rows are left.</param>
public sealed record FilterTrial(string Field, string Value, IReadOnlyList<string> Steps, int Rows, IReadOnlyList<string> Shown, IReadOnlyList<string> Gone, string? Empty);

/// <summary>The next page of a table.</summary>
/// <param name="Steps">The steps.</param>
/// <param name="First">First row before.</param>
/// <param name="Next">First row afterwards.</param>
/// <param name="Back">What leads back; null when nothing does.</param>
public sealed record PagingTrial(IReadOnlyList<string> Steps, IReadOnlyList<string> First, IReadOnlyList<string> Next, string? Back);
