namespace Autonoma.Engine.Instructions.Words;

/// <summary>Why sentences are not read, with stable codes and what to write instead.</summary>
internal static class Reasons
{
    public static UnresolvedReason Empty() => new("empty", "The step holds no instruction.");

    public static UnresolvedReason NoTarget() => new("no-target", "It is not said which element is meant.", "Name it as it stands on the screen: Click the \"Save\" button");

    public static UnresolvedReason NoTarget(string verb) => new("no-target", $"It is not said what to {verb}.", $"Name the element as it stands on the screen, for example: {Capital(verb)} \"...\"");

    public static UnresolvedReason NoValue(string verb, string target) => new("no-value", $"It is not said which text or option belongs to {Name(target)}.", $"Write the value: {Capital(verb)} \"...\" in {Name(target)}");

    public static UnresolvedReason Vague(string words) => new("vague", $"\"{words}\" leaves open what is meant.", "Name the exact element or value, in quotes");

    public static UnresolvedReason Loop(string words) => new("loop", $"\"{words}\" asks for a repetition: tests do not loop.", "Write one step for each element");

    public static UnresolvedReason Condition(string word) => new("condition", $"The step depends on a condition (\"{word}\"): tests do not branch.", "Prepare a known state and write the step without the condition");

    public static UnresolvedReason Alternative() => new("alternative", "The step offers alternatives (\"or\"): tests do not choose.", "Name the one that is meant");

    public static UnresolvedReason Knowledge(string sentence, string? suggestion = null) => new("needs-knowledge", $"\"{sentence}\" names a goal, not what to do on the screen.", suggestion ?? "Write the single actions: Click ..., Type ... in ..., Select ... from ...");

    public static UnresolvedReason UnknownVerb(string word, string? nearest) => new("unknown-verb", $"\"{word}\" is no instruction that can be carried out.", nearest is null ? "Begin with a verb such as Click, Type, Select, Tick, Press, Wait or Verify" : $"Did you mean \"{nearest}\"?");

    public static UnresolvedReason NoClaim(string words) => new("no-claim", $"It is not said what has to be true of \"{words}\".", $"Say what is expected: Verify that {words} is displayed");

    public static UnresolvedReason Negation(string words) => new("negation", $"\"{words}\" says what not to do.", "Leave the step out, or verify the state: Verify that ... is not ...");

    public static UnresolvedReason Unsupported(string what) => new("unsupported", $"{what} is not supported.");

    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private static string Name(string target) => target.Length == 0 ? "the field" : $"the {target}";
}
