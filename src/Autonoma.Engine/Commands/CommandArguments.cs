using System.Text.Json.Serialization;

namespace Autonoma.Engine.Commands;

/// <summary>
/// What a command is asked to do, as written in the test: templates such as <c>{{name}}</c> are kept, never their values.
/// Stored in reports and recordings: members are added, never renamed.
/// </summary>
/// <remarks>Targets are descriptions in the words of the test (<c>"Save" button in the dialog</c>); grounding finds the element.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "command")]
[JsonDerivedType(typeof(ClickArguments), "click")]
[JsonDerivedType(typeof(TypeArguments), "type")]
[JsonDerivedType(typeof(SelectArguments), "select")]
[JsonDerivedType(typeof(CheckArguments), "check")]
[JsonDerivedType(typeof(HoverArguments), "hover")]
[JsonDerivedType(typeof(DragArguments), "drag")]
[JsonDerivedType(typeof(ScrollArguments), "scroll")]
[JsonDerivedType(typeof(PressArguments), "press")]
[JsonDerivedType(typeof(NavigateArguments), "navigate")]
[JsonDerivedType(typeof(HistoryArguments), "history")]
[JsonDerivedType(typeof(RefreshArguments), "refresh")]
[JsonDerivedType(typeof(WaitArguments), "wait")]
[JsonDerivedType(typeof(UploadArguments), "upload")]
[JsonDerivedType(typeof(ReadArguments), "read")]
[JsonDerivedType(typeof(SaveClipboardArguments), "save-clipboard")]
[JsonDerivedType(typeof(TabArguments), "tab")]
[JsonDerivedType(typeof(DialogArguments), "dialog")]
[JsonDerivedType(typeof(AssertArguments), "assert")]
public abstract record CommandArguments
{
    /// <summary>The command's name, as in reports (<c>click</c>, <c>type</c> ...).</summary>
    [JsonIgnore]
    public abstract string Command { get; }
}
