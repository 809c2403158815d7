namespace Autonoma.Engine.Instructions.Words;

/// <summary>What a verb asks for. Verbs of one kind are read by one set of rules.</summary>
internal enum VerbKind
{
    Click,
    DoubleClick,
    RightClick,
    MiddleClick,
    LongPress,
    Open,
    Close,
    Expand,
    Press,
    Enter,
    Fill,
    Set,
    Replace,
    Clear,
    Leave,
    Search,
    Append,
    Paste,
    Select,
    Check,
    Uncheck,
    CheckOrAssert,
    Mark,
    Turn,
    Toggle,
    Switch,
    Hover,
    Move,
    Place,
    Drag,
    Drop,
    Scroll,
    Swipe,
    Go,
    Visit,
    Refresh,
    Wait,
    Give,
    Upload,
    Store,
    Read,
    Accept,
    Dismiss,
    Confirm,
    Answer,
    Assert,
    Expect,
    See,
    MakeSure,
    Use,
    Remove,
    Hold,
    Submit,
    Business,
}

/// <summary>How a verb is inflected.</summary>
internal enum VerbForm
{
    Base,
    Third,
    Gerund,
    Past,
}

/// <summary>A verb found in a sentence.</summary>
/// <param name="Kind">What it asks for.</param>
/// <param name="Form">Its inflection.</param>
/// <param name="Name">Its base form with particles (<c>fill in</c>).</param>
/// <param name="Length">Number of pieces it takes.</param>
/// <param name="Mended">Whether a typing mistake was mended to find it.</param>
internal readonly record struct Verb(VerbKind Kind, VerbForm Form, string Name, int Length, bool Mended);
