using Autonoma.Engine.Commands;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Instructions.Words;
using Autonoma.Engine.Language;

namespace Autonoma.Engine.Instructions.Clauses;

/// <content>Keys and what is used.</content>
internal sealed partial class ClauseReader
{
    private UnresolvedReason? PressThing(Phrase args, Verb verb)
    {
        args = args.Trim();
        if (verb.Name.StartsWith("tab ", StringComparison.Ordinal))
        {
            Add(new PressArguments("Tab"));
            return null;
        }

        if (args.IsEmpty)
            return Reasons.NoTarget("press");
        if (BrowserButton(args))
            return null;
        var (keys, place) = KeysAndPlace(args);
        if (keys is not null)
        {
            if (place is { } where && Vagueness(where) is { } vague)
                return vague;
            var target = place is { } field ? Resolve(field) : TakeLocation() is { } location && !IsPageWord(location) ? location.Target : null;
            foreach (var key in keys)
                Add(new PressArguments(key, target), target);
            return null;
        }

        if (Nouns.KindEndingAt(args.Trim(), args.Count, out _, out _, out _) is false && args.Any(args.Count - 1, "key", "keys", "shortcut", "keyboard"))
            return Reasons.Unsupported($"The key \"{args.Raw}\"");
        return Click(args, verb);
    }

    // "Enter in the tag field", "Tab, Tab and Enter", "Ctrl+S".
    private static (List<string>? Keys, Phrase? Place) KeysAndPlace(Phrase args)
    {
        args = WithoutPurpose(args);
        // "the space bar to pause": what a key is for, whatever it is.
        if (args.Find(1, "to") is > 0 and <= 4 and var aim && args.At(aim + 1) is { IsWord: true, IsCapital: false } && KeyList(args.To(aim).Trim(), saidKeyboard: false) is { Count: 1 } only)
            return (only, null);
        for (var end = args.Count; end > 0; end--)
        {
            if (end < args.Count && !args.Any(end, "in", "on", "inside", "into", "within", "while", "at", "with"))
                continue;
            var body = args.To(end);
            var rest = args.From(end);
            if (rest.Any(0, "on", "with", "in") && rest.Has("keyboard"))
                rest = rest.To(0);
            if (KeyList(body, saidKeyboard: args.Has("keyboard")) is not { } keys)
                continue;
            if (rest.IsEmpty)
                return (keys, null);
            if (rest.Is(0, "while", "in") || rest.Is(0, "with", "focus"))
                rest = rest.From(1);
            if (rest.Any(0, "while", "with"))
                return (null, null);
            return (keys, rest.From(1).Trim());
        }

        return (null, null);
    }

    private static List<string>? KeyList(Phrase body, bool saidKeyboard)
    {
        if (Key(body, saidKeyboard) is { } single)
            return [single];
        var items = Listing.Split(body);
        if (items.Count < 2)
            return null;
        var all = new List<string>();
        foreach (var item in items)
        {
            var (one, count) = Fillers.Repetitions(item.Any(0, "then", "afterwards") ? item.From(1) : item);
            if (count is < 1 or > 50 || Key(one, saidKeyboard) is not { } key)
                return null;
            all.AddRange(Enumerable.Repeat(key, count));
        }

        return all;
    }

    /// <summary>The key or chord that a phrase names, or null.</summary>
    private static string? Key(Phrase phrase, bool saidKeyboard = false)
    {
        phrase = phrase.Trim();
        var said = saidKeyboard;
        while (phrase.Count > 1 && phrase.Any(0, "the", "a", "key", "keys", "keyboard", "shortcut", "combination", "letter", "on", "hotkey", "keystroke", "your", "chord", "character"))
        {
            said |= !phrase.Any(0, "the", "a", "on", "your");
            phrase = phrase.From(1);
        }

        var button = false;
        while (phrase.Count > 1 && phrase.Any(phrase.Count - 1, "key", "keys", "shortcut", "combination", "keyboard", "button", "hotkey", "bar") && !phrase.Is(phrase.Count - 2, "space", "bar"))
        {
            button |= phrase.Any(phrase.Count - 1, "button");
            said |= phrase.Any(phrase.Count - 1, "key", "keys", "keyboard", "shortcut", "combination", "hotkey");
            phrase = phrase.To(phrase.Count - 1);
        }

        if (phrase.IsEmpty)
            return null;
        if (phrase.OnlyLiteral is { Kind: TokenKind.Quoted } quoted)
        {
            var value = quoted.Value.Trim();
            if (said || value is "/" or "?" || value.Contains('+', StringComparison.Ordinal) && value.Length > 2)
                return KeyNames.Parse(TextFold.Fold(value), saidKey: true) is { Length: 1 } one && value.Length == 1 ? value : KeyNames.Parse(TextFold.Fold(value), saidKey: said || value is "/" or "?");
            return !button && TextFold.Fold(value) is "enter" or "return" or "escape" or "esc" or "tab" or "backspace" or "arrowdown" or "arrowup" or "pagedown" or "pageup" ? KeyNames.Parse(TextFold.Fold(value), saidKey: false) : null;
        }

        var text = string.Join(' ', Enumerable.Range(0, phrase.Count).Select(i => phrase[i].Kind == TokenKind.Quoted ? TextFold.Fold(phrase[i].Value) : TextFold.Fold(phrase[i].Raw)));
        if (text.Length == 1 && phrase[0].Raw is { Length: 1 } letter)
            return said || !char.IsLetterOrDigit(letter[0]) ? letter : null;
        var key = KeyNames.Parse(text, said);
        // "the Delete button" is a button of the page; "the Enter button" is the key in everybody's mouth.
        return button && key is not null && key is not ("Enter" or "Escape" or "Backspace" or "Tab") && !key.StartsWith("Arrow", StringComparison.Ordinal) ? null : key;
    }

    private UnresolvedReason? Hold(Phrase args) => LeadingHold(args);

    private UnresolvedReason? Use(Phrase args)
    {
        args = args.Trim();
        if (BrowserButton(args))
            return null;
        if (FileNames(args, out var files) is { Count: > 0 } && args.Any(files, "as", "for"))
            return Upload(args);
        var to = args.Find(1, "to", "and");
        var purpose = to > 0 ? args.From(to + 1) : args.To(0);
        var tool = to > 0 ? args.To(to).Trim() : args;
        if (KeysAndPlace(tool).Keys is { } keys)
        {
            foreach (var key in keys)
                Add(new PressArguments(key));
            return null;
        }

        if (VerbTable.Find(purpose, 0) is { Form: VerbForm.Base } verb && verb.Kind is not VerbKind.Business)
        {
            // "Use the Status dropdown to select Open": the tool is where it is done.
            if (verb.Kind is VerbKind.Select or VerbKind.Enter or VerbKind.Search or VerbKind.Set && Nouns.HeadKind(tool) is not (null or ElementKind.Button or ElementKind.Link or ElementKind.Icon))
            {
                _location = new Phrase(tool.Source, tool.Tokens, tool.Start == 0 ? 0 : tool.Start - 1, tool.End);
                var outcome = Instruction(purpose, verb);
                _location = null;
                return outcome;
            }
        }

        if (Nouns.HeadKind(tool) is ElementKind.Button or ElementKind.Link or ElementKind.Icon or ElementKind.MenuItem && Vagueness(tool) is null)
            return AddClick(tool);
        return Reasons.Knowledge("use " + args.Raw);
    }
}
