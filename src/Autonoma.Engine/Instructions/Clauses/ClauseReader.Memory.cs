using System.Globalization;
using System.Text.RegularExpressions;
using Autonoma.Engine.Commands;
using Autonoma.Engine.Instructions.Words;
using Autonoma.Engine.Language;

namespace Autonoma.Engine.Instructions.Clauses;

/// <content>Variables, files and waiting.</content>
internal sealed partial class ClauseReader
{
    private static readonly string[] StoreWords = ["store", "save", "remember", "keep", "note", "copy", "put", "write", "record", "capture", "storing", "saving", "keeping", "remembering", "assign", "memorize", "memorise", "stored", "saved", "hold", "use"];

    private UnresolvedReason? Store(Phrase args, Verb verb)
    {
        args = args.Trim();
        if (args.IsEmpty)
            return Reasons.NoTarget(verb.Name);
        // "Get to /orders"
        if (verb.Name == "get" && args.Count == 2 && args.Any(0, "to") && Address(args.From(1)) is { } url)
        {
            Add(new NavigateArguments(url));
            return null;
        }

        // "the price of A as {{a}} and the price of B as {{b}}"
        var items = Listing.Split(args);
        if (items.Count > 1 && items.TrueForAll(item => HasQuoteOrTemplate(item) && Variable(item) is not null && !TargetOfStore(item).IsEmpty))
        {
            foreach (var item in items)
            {
                if (StoreAs(TargetOfStore(item), Variable(item)!) is { } failed)
                    return failed;
            }

            return null;
        }

        if (Variable(args) is not { } variable)
        {
            var (kept, name) = BareName().Match(args.Raw) is { Success: true } bare ? (bare.Groups["kept"].Value, bare.Groups["name"].Value) : (args.Raw, "name");
            var noVariable = new UnresolvedReason("no-variable", $"It is not said under which name to keep it.", $"{Reasons.Capital(verb.Name)} {kept} as {{{{{name}}}}}");
            return verb.Name is "read" or "remember" or "extract" or "capture" or "record" or "note" or "note down" or "memorize" or "memorise" or "store" or "write down" ? noVariable : Reasons.Knowledge($"{verb.Name} {args.Raw}");
        }

        return StoreAs(TargetOfStore(args), variable);
    }

    private static bool HasQuoteOrTemplate(Phrase item) => item[item.Count - 1].Kind is TokenKind.Template or TokenKind.Quoted;

    // Everything before the name of the variable and its connecting words.
    private static Phrase TargetOfStore(Phrase args)
    {
        var end = VariableStart(args);
        var target = args.To(end).Trim();
        for (var again = true; again && target.Count > 0;)
        {
            again = false;
            target = WithoutMind(target);
            var last = target.Count - 1;
            if (target.Any(last, "as", "in", "into", "to", "under", "the", "variable", "a", "named", "called", "it", "them", "that", "this", "and", ",", "memory", "name", "down", "value", "by", "(", "=", "then", "for", "later", "number", "=>", "→", "with") || StoreWords.Contains(target.Norm(last)) && target.Any(last - 1, "and", ",", "then"))
            {
                // "the value", "the order number" are what is read when they stand at its beginning.
                if (target.Any(last, "value", "number", "name", "that", "this", "memory", "variable") && !(target.Count > 1 && target.Any(last - 1, "the", "this", "that", "a") && target.Find(0, [.. StoreWords, "and"]) is >= 0 and var store && store < last || target.Any(last, "variable", "memory")))
                    break;
                target = target.To(last);
                again = true;
            }
        }

        return WithoutMind(target.Trim());
    }

    private UnresolvedReason? StoreAs(Phrase target, string variable)
    {
        if (target.IsEmpty || target.Count == 1 && target.Any(0, "it") && LastTarget is null)
            return Reasons.NoTarget("read");
        if (target.Has("clipboard", "copied"))
        {
            Add(new SaveClipboardArguments(variable));
            return null;
        }

        if (Vagueness(target) is { } vague)
            return vague;
        var text = Located(Resolve(target));
        Add(new ReadArguments(text, variable), text);
        return null;
    }

    /// <summary>Bare name of the variable that a phrase ends with, or null.</summary>
    private static string? Variable(Phrase args)
    {
        var start = VariableStart(args);
        if (start >= args.Count)
            return null;
        var token = args[start];
        var name = token.Kind == TokenKind.Template ? token.Value : token.Kind == TokenKind.Quoted ? token.Value : token.Raw;
        name = name.Trim().TrimStart('{').TrimEnd('}').Trim();
        return name.Length > 0 && name.All(c => char.IsLetterOrDigit(c) || c is '_' or '-' or '.') ? name : null;
    }

    private static int VariableStart(Phrase args)
    {
        for (var i = args.Count - 1; i >= 0; i--)
        {
            if (args[i].Kind == TokenKind.Template && args[i].Value.StartsWith("{{", StringComparison.Ordinal))
                return i;
        }

        // Without braces only where the word variable stands beside it, or the name can be nothing else.
        var variable = args.Find(0, "variable");
        if (variable >= 0)
        {
            var i = variable + 1;
            while (args.Any(i, "named", "called", ":", "="))
                i++;
            if (i < args.Count && (args[i].IsWord || args[i].Kind == TokenKind.Quoted))
                return i;
            return variable > 0 && args[variable - 1] is { Kind: TokenKind.Quoted } or { IsWord: true, IsCapital: false } && args.Any(variable - 2, "in", "as", "into", "to", "the") ? variable - 1 : args.Count;
        }

        var last = args.Count - 1;
        if (last > 1 && args.Any(last - 1, "as", "in", "into") && args[last] is { IsWord: true } name && (name.Raw.Contains('_', StringComparison.Ordinal) || name.Raw.Skip(1).Any(char.IsUpper) && char.IsLower(name.Raw[0])))
            return last;
        return args.Count;
    }

    private UnresolvedReason? Upload(Phrase args)
    {
        args = args.Trim();
        var files = FileNames(args, out var end);
        if (files.Count == 0)
            return args.IsEmpty ? Reasons.NoTarget("upload") : new("no-value", "It is not said which file to upload.", "Upload \"invoice.pdf\" to the Attachments field");
        return AddUpload(files, args.From(end));
    }

    private UnresolvedReason? UploadParts(Phrase subject, Phrase rest) => AddUpload(FileNames(subject), rest);

    private UnresolvedReason? AddUpload(List<string> files, Phrase rest)
    {
        rest = rest.Trim();
        while (rest.Any(0, "file", "files", "document", "image", "picture"))
            rest = rest.From(1);
        if (rest.Any(0, "(") && rest.Any(rest.Count - 1, ")"))
            rest = rest.Slice(1, rest.Count - 1);
        Phrase? target = null;
        if (rest.Any(0, "to", "into", "in", "using", "via", "as", "for", "on", "with", "through", "onto", "under", "at", "by", "from", "inside"))
            target = rest.Is(0, "by", "using") || rest.Is(0, "with", "the", "help") ? rest.From(2) : rest.From(1);
        else if (!rest.IsEmpty)
            target = rest;
        if (target is null && TakeLocation() is { } location)
            target = location;
        if (target is { } field)
        {
            if (Vagueness(field) is { } vague)
                return vague;
            if (UnknownAction(field) is { } hidden)
                return hidden;
            // "as the file for Photo": what it is goes without saying.
            if (field.Find(1, "for", "of", "in", "under") is > 0 and <= 2 and var of && of < field.Count - 1 && field.Any(of - 1, "file", "document", "attachment") && (of == 1 || Nouns.IsDeterminer(field.Norm(0))))
                target = field = field.From(of + 1);
            if (field.Has("chooser", "explorer") || field.Is(0, "the", "file", "dialog") || field.Is(0, "my", "computer"))
                target = null;
        }

        var text = target is { } where ? Resolve(where) : null;
        Add(new UploadArguments(text, files), text);
        return null;
    }

    private static List<string> FileNames(Phrase args) => FileNames(args, out _);

    private static List<string> FileNames(Phrase args, out int end)
    {
        var files = new List<string>();
        end = 0;
        for (var i = 0; i < args.Count; i++)
        {
            var token = args[i];
            if (token.Kind is TokenKind.File or TokenKind.Template || (token.Kind == TokenKind.Quoted && (Tokenizer.IsFile(token.Value) || token.Value.Contains("{{", StringComparison.Ordinal) || i > 0 && args.Any(i - 1, "file", "document", "image", "picture", "named", "called"))) || (token.Kind == TokenKind.Address && Tokenizer.IsFile(token.Raw.Split('/')[^1])))
            {
                files.Add(token.Value);
                end = i + 1;
                continue;
            }

            var connects = files.Count > 0 ? args.Any(i, "and", ",", "&") : args.Any(i, "the", "a", "an", "file", "files", "document", "documents", "image", "images", "picture", "photo", "named", "called", "my", "test", "sample", "csv", "pdf", "png", "jpg", "following", ":", "attachment", "logo", "avatar", "spreadsheet", "video");
            if (!connects)
                break;
        }

        return files;
    }

    private UnresolvedReason? Wait(Phrase args)
    {
        args = Fillers.StripBack(args.Trim());
        // "at most 10 seconds for the toast", "up to 5 s until ..."
        if (args.Is(0, "at", "most") || args.Is(0, "up", "to") || args.Is(0, "a", "maximum") || args.Is(0, "for", "at", "most") || args.Is(0, "for", "up", "to") || args.Is(0, "no", "longer") || args.Any(0, "max", "maximum", "maximally") || args.Is(0, "not", "more", "than") || args.Is(0, "no", "more", "than") || args.Is(0, "for", "a", "maximum") || args.Any(0, "for") && args.Any(1, "max", "maximum"))
        {
            var condition = args.Find(args.Any(0, "max", "maximum", "maximally") ? 1 : 2, "until", "till", "for");
            if (condition < 0 || Duration(args.From(condition + 1)) is not null)
                return Reasons.Vague(args.Raw);
            return WaitCondition(args.From(condition + 1));
        }

        // "10 s or until done"
        if (args.Find(1, "or") is > 0 and var or && Duration(args.To(or)) is not null)
            return Reasons.Alternative();
        if (args.IsEmpty)
            return new("no-value", "It is not said how long, or for what, to wait.", "Wait 2 seconds, or Wait until \"...\" is displayed");
        if (args.Any(0, "until", "till", "for"))
        {
            var body = args.From(1).Trim();
            if (Duration(body) is { } time)
                return AddWait(body, time);
            if (Duration(body.To(2)) is { } && body.Find(1, "until", "for", "till") is > 0 and var deeper)
                return WaitCondition(body.From(deeper + 1));
            if (Duration(body.To(2)) is { } first && body.Any(2, "to", "so", "before", "after"))
                return AddWait(body.To(2), first);
            return WaitCondition(body);
        }

        if (Duration(args) is { } milliseconds)
            return AddWait(args, milliseconds);
        for (var i = 2; i <= Math.Min(3, args.Count - 1); i++)
        {
            if (Duration(args.To(i)) is { } prefix)
            {
                if (args.Any(i, "until", "till"))
                    return WaitCondition(args.From(i + 1));
                return args.Any(i, "for", "to", "so", "before", "after", "or") ? AddWait(args.To(i), prefix) : Reasons.Vague(args.Raw);
            }
        }

        if (args.Any(0, "while"))
            return Sentences.Predicates.Find(args) is > 0 and var verb && args.Any(verb, "is", "are") ? AddCondition($"{args.Slice(1, verb + 1).Mended} not {args.From(verb + 1).Mended}") : Reasons.Vague(args.Raw);
        return args.Any(0, "a", "some", "the", "briefly", "shortly", "long", "enough") || !Sentences.Predicates.IsStatement(args) ? Reasons.Vague(args.Raw) : WaitCondition(args);
    }

    private UnresolvedReason? WaitCondition(Phrase condition)
    {
        condition = condition.Trim();
        if (condition.Any(0, "that") && condition.Count > 1)
            condition = condition.From(1);
        if (condition.IsEmpty)
            return new("no-value", "It is not said for what to wait.", "Wait until \"...\" is displayed");
        if (Nouns.NeverConcreteWord(condition) is { } word)
            return Reasons.Vague(word);
        if (condition.Any(0, "a", "some") && condition.Any(1, "moment", "bit", "while", "second", "time", "few", "short", "little") || condition.Is(0, "a", "few") || condition.Is(0, "some", "time") || condition.Is(0, "few", "seconds") || condition.Any(0, "several"))
            return Reasons.Vague(condition.Raw);
        // "for the car to have been contacted"
        if (condition.Find(1, "to") is > 0 and var to && (condition.Is(to + 1, "have", "been") || condition.Any(to + 1, "be")) && Sentences.Predicates.Find(condition.To(to)) < 0 && to + 2 < condition.Count)
            return AddCondition($"{condition.To(to).Mended} {(condition.Any(to + 1, "have") ? IsPlural(condition.To(to)) ? "have" : "has" : IsPlural(condition.To(to)) ? "are" : "is")} {condition.From(to + 2).Mended}");
        return AddCondition(condition.Mended);
    }

    private UnresolvedReason? AddCondition(string condition)
    {
        var phrase = Tokenizer.Cut(condition);
        Add(new WaitArguments(condition), Sentences.Predicates.Find(phrase) is > 0 and var verb ? phrase.To(verb).Target : null);
        return null;
    }

    private UnresolvedReason? AddWait(Phrase duration, int milliseconds)
    {
        Add(new WaitArguments(duration.Trim().Raw, milliseconds));
        return null;
    }

    private UnresolvedReason? Give(Phrase clause, Phrase args)
    {
        for (var i = 1; i < args.Count; i++)
        {
            for (var length = 1; length <= 3 && i + length <= args.Count; length++)
            {
                if (Duration(args.Slice(i, i + length)) is { } milliseconds && (i + length == args.Count || args.Any(i + length, "to", "for", "so", "before")))
                    return AddWait(args.Slice(i, i + length), milliseconds);
            }
        }

        if (Duration(args.To(2)) is { } leading && args.Any(2, "for", "to"))
            return AddWait(args.To(2), leading);
        return Reasons.Knowledge(clause.Raw);
    }

    /// <summary>Milliseconds of "2 seconds", "half a second", "500 ms", "one minute"; null for anything else.</summary>
    private static int? Duration(Phrase phrase)
    {
        phrase = phrase.Trim();
        while (phrase.Count > 1 && phrase.Any(0, "for", "about", "around", "approximately", "another", "exactly", "the", "roughly", "at", "least"))
            phrase = phrase.From(1);
        var text = TextFold.Fold(phrase.Raw).Replace('-', ' ');
        if (text is "half a second" or "a half second" or "half second")
            return 500;
        if (text is "half a minute")
            return 30_000;
        if (text is "a minute" or "one minute" or "1 minute")
            return 60_000;
        if (text is "a second")
            return 1000;
        var split = text.Length > 0 && char.IsDigit(text[0]) ? text.TakeWhile(c => char.IsDigit(c) || c is '.' or ',').Count() : text.IndexOf(' ', StringComparison.Ordinal);
        if (split <= 0)
            return null;
        double factor = text[split..].Trim() switch
        {
            "ms" or "msec" or "millis" or "millisecond" or "milliseconds" => 1,
            "s" or "sec" or "secs" or "second" or "seconds" => 1000,
            "m" or "min" or "mins" or "minute" or "minutes" => 60_000,
            _ => 0,
        };
        if (factor == 0)
            return null;
        var number = text[..split].Trim().Replace(',', '.');
        if (double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value * factor is > 0 and < 36_000_000)
            return (int)(value * factor);
        return NumberWords.TryCardinal(number, out var words) && words > 0 && words * factor < 36_000_000 ? (int)(words * factor) : null;
    }

    // "as total": whoever forgets the braces meant a name all the same.
    [GeneratedRegex(@"^(?<kept>.+?)\s+(?:as|into|under)\s+(?:the\s+)?(?:(?:name|variable)\s+)?(?<name>[\p{L}_][\w-]*)$", RegexOptions.IgnoreCase)]
    private static partial Regex BareName();
}
