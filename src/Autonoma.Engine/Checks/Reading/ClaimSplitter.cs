namespace Autonoma.Engine.Checks.Reading;

/// <summary>Splits a compound claim into single ones that stand alone. What it cannot complete stays in the piece, where it will be undecidable.</summary>
internal static partial class ClaimSplitter
{
    private sealed record Piece(List<ClaimToken> Tokens, string Joiner);

    public static List<Clause> Split(List<ClaimToken> tokens, bool seen)
    {
        var clauses = new List<Clause>();
        foreach (var sentence in Sentences(tokens))
        {
            var colon = sentence.FindIndex(t => t.Is(":"));
            if (colon > 0 && colon + 1 < sentence.Count)
            {
                ReadColon(sentence[..colon], sentence[(colon + 1)..], clauses);
                continue;
            }

            ReadSentence(sentence, clauses, seen);
        }

        NameOthers(clauses);
        return clauses;
    }

    private static IEnumerable<List<ClaimToken>> Sentences(List<ClaimToken> tokens)
    {
        var current = new List<ClaimToken>();
        foreach (var token in tokens)
        {
            if (token.Is(";", ".", "!", "?"))
            {
                if (current.Count > 0)
                    yield return current;
                current = [];
            }
            else
            {
                current.Add(token);
            }
        }

        if (current.Count > 0)
            yield return current;
    }

    private static IEnumerable<List<ClaimToken>> Named(List<ClaimToken> names)
    {
        var from = 0;
        for (var i = 0; i <= names.Count; i++)
        {
            if (i < names.Count && !names[i].Is(",", "and"))
                continue;
            if (i > from)
                yield return names[from..i];
            from = i + 1;
        }
    }

    private static void ReadColon(List<ClaimToken> left, List<ClaimToken> right, List<Clause> clauses)
    {
        var leftVerb = ClauseReader.HasVerb(left);
        var rightVerb = ClauseReader.HasVerb(right);
        if (leftVerb && !rightVerb)
        {
            // "shows four columns: A, B and C", "the new key is shown: hk_live_1"
            var from = clauses.Count;
            ReadSentence(left, clauses, seen: false);
            if (clauses.Count == from)
                return;
            var last = clauses[^1];
            var enumerates = last.Verb is ClaimVerb.Contain or ClaimVerb.Show or ClaimVerb.Have || last.IsExistential;
            if (!enumerates)
            {
                // "the report was submitted: status 'Submitted' and a Withdraw button"
                var isList = last.Verb == ClaimVerb.Be && last.Subject.Count > 0 && last.Subject[0].Is("only");
                if (isList)
                {
                    clauses[^1] = last with { Object = [.. last.Object, new(":", ":"), .. right] };
                    return;
                }

                // "Two samples are selected: A and B": so is each of them.
                if (last is { Verb: ClaimVerb.Be, Negated: false } && last.Object.Count > 0 && StatePhrases.TryState(last.Object, out var state, out _) && state != ElementState.Visible && right.TrueForAll(t => t.IsQuoted || t.IsCapital || t.HasDigit || t.Is(",", "and", "the")))
                {
                    foreach (var name in Named(right))
                        clauses.Add(last with { Subject = name });
                    return;
                }

                clauses[^1] = last with { IsHeadline = last.Verb == ClaimVerb.Be && !StatePhrases.IsState(last.Object) };
                ReadSentence(right, clauses, seen: true);
                return;
            }

            var list = new List<ClaimToken>(last.Object) { new(":", ":") };
            list.AddRange(right);
            clauses[^1] = last with { Object = list };
            return;
        }

        if (!leftVerb && !rightVerb)
        {
            // "Title of the page: 'X'"
            if (left.Exists(t => t.Is("title", "url", "address", "heading", "headline")) && right is [{ IsQuoted: true }])
            {
                clauses.Add(new() { Subject = left, Verb = ClaimVerb.Be, VerbText = "is", Object = right });
                return;
            }

            // "Main account: available balance 24,310.55"
            clauses.Add(new() { Subject = left, Verb = ClaimVerb.Have, VerbText = "has", Object = right });
            return;
        }

        var start = clauses.Count;
        ReadSentence(left, clauses, seen: false);
        if (clauses.Count == start + 1 && rightVerb)
            clauses[start] = clauses[start] with { IsHeadline = true };
        var head = clauses.Count == start + 1 ? clauses[start] : null;
        ReadSentence(right, clauses, seen: false);
        // "Save can not be clicked: the button is disabled" speaks of that button.
        if (head is { Verb: ClaimVerb.Can, Subject: [_, ..] named } && !named[0].Is("no", "only", "all", "every", "each", "both", "neither") && clauses.Count > start + 1 && clauses[start + 1] is { Subject: [{ } the, { IsQuoted: false } kind] } after && the.Is("the") && Language.KindWords.TryKind(kind.Text, out var thing, out var plural) && !plural && Finding.Kinds.IsControlKind(thing))
            clauses[start + 1] = after with { Subject = named };
    }

    private static void ReadSentence(List<ClaimToken> sentence, List<Clause> clauses, bool seen)
    {
        // "While the slots are searched, the button is disabled": what is so meanwhile.
        if (sentence.Count > 5 && sentence[0].Is("while", "whilst") && sentence.FindIndex(t => t.Is(",")) is > 2 and var comma && comma + 1 < sentence.Count && ClauseReader.HasVerb(sentence[(comma + 1)..]))
        {
            if (ClauseReader.VerbPositions(sentence[1..comma]) is [var verb, ..])
                clauses.Add(ClauseReader.Read(sentence[1..comma], verb) with { IsCondition = true });
            ReadSentence(sentence[(comma + 1)..], clauses, seen);
            return;
        }

        var pieces = Pieces(sentence);
        // "neither A nor B is ..."
        var neither = false;
        var pending = new List<List<ClaimToken>>();
        var start = clauses.Count;
        var context = start > 0 ? clauses[^1] : null;
        List<ClaimToken> place = [];
        for (var p = 0; p < pieces.Count; p++)
        {
            var (raw, joiner) = pieces[p];
            var piece = raw;
            // "In the row of X, Received is 48": where it is said of, not one more thing that is so.
            if (clauses.Count == start && pending.Count == 0 && place.Count == 0 && piece.Count > 2 && (piece[0].Is("in", "on", "inside", "within") || piece[0].Is("of", "among") && p + 1 < pieces.Count && pieces[p + 1].Tokens[0].Is("only", "just")) && p + 1 < pieces.Count && pieces[p + 1].Joiner == "," && ClauseReader.VerbPositions(piece).Count == 0 && ClauseReader.VerbPositions(pieces[p + 1].Tokens).Count > 0)
            {
                place = [.. piece, new ClaimToken(",", ",")];
                continue;
            }

            // "After switching to the archive, X is displayed": when it is so, not one more thing that is so.
            if (clauses.Count == start && pending.Count == 0 && place.Count == 0 && piece.Count > 1 && ClaimCircumstances.Opens(piece) && p + 1 < pieces.Count && ClauseReader.VerbPositions(piece).Count == 0)
            {
                place = [.. piece, new ClaimToken(",", ",")];
                continue;
            }

            if (place.Count > 0)
                (piece, place) = ([.. place, .. piece], []);
            if (piece.Count > 0 && piece[0].Is("neither", "either"))
            {
                neither |= piece[0].Is("neither");
                piece = piece[1..];
            }

            // "In the Meals section neither Kitchen nor Terrace is checked"
            if (piece.Count > 3 && piece[0].Is("in", "on", "inside", "within", "under") && piece.FindIndex(t => t.Is("neither")) is > 1 and var apart && ClauseReader.VerbPositions(piece).Count == 0)
            {
                neither = true;
                piece = [.. piece.Where((_, i) => i != apart)];
            }

            if (piece.Count > 1 && piece[0].Is("both") && pieces.Count > 1 && !ClauseReader.HasVerb(piece))
                piece = piece[1..];
            if (piece.Count == 0)
                continue;
            var previous = clauses.Count > start ? clauses[^1] : null;
            var stripped = piece;
            if (previous is not null && pending.Count == 0 && ClauseReader.BeginsWithVerb(piece))
            {
                var body = piece.SkipWhile(t => t.Is("also", "then", "now", "it", "they", "therefore", "thus", "even")).ToList();
                List<ClaimToken> full = [.. SubjectOf(previous), .. body];
                var at = SubjectOf(previous).Count + body.FindIndex(t => VerbWords.TryStrong(t, out _));
                if (SubjectOf(previous).Count > 0)
                {
                    clauses.Add(CalledSo(Complete(ClauseReader.Read(full, at), previous), previous));
                    continue;
                }
            }

            var positions = ClauseReader.VerbPositions(stripped);
            if (positions.Count > 0)
            {
                var clause = ClauseReader.Read(stripped, positions[0]);
                if ((previous ?? context) is { } earlier)
                    clause = Resolve(clause, earlier);
                if (previous is not null && IsElliptical(clause))
                {
                    // "but Attach PDF is not"
                    clause = clause with { Verb = previous.Verb, VerbText = previous.VerbText, Object = previous.Object, Negated = clause.Negated != previous.Negated && clause.Negated };
                    if (clause.Verb == ClaimVerb.Be && previous.Negated && !clause.Negated)
                        clause = clause with { Negated = false };
                }

                if (pending.Count > 0)
                {
                    // "A and B are both disabled": each of them.
                    if (clause.Quantifier is "both" or "all")
                        clause = clause with { Quantifier = "" };
                    foreach (var subject in CompleteSubjects(pending, clause.Subject))
                        clauses.Add(clause with { Subject = subject, Negated = clause.Negated != neither });
                    pending.Clear();
                    clauses.Add(clause with { Subject = clauses[^1].Subject == clause.Subject ? clause.Subject : Last(clause.Subject), Negated = clause.Negated != neither });
                }
                else
                {
                    clauses.Add(clause with { Negated = clause.Negated != (neither && joiner.Length == 0) });
                }

                continue;
            }

            if (previous is null)
            {
                pending.Add(piece);
                continue;
            }

            // "while Module 2 and Module 3 are collapsed": what follows has the verb for both.
            var index = pieces.FindIndex(p => ReferenceEquals(p.Tokens, raw));
            if (index + 1 < pieces.Count && ClauseReader.HasVerb(pieces[index + 1].Tokens) && !ClauseReader.BeginsWithVerb(pieces[index + 1].Tokens) && pieces[index + 1].Joiner is "and" or "or"
                && (joiner is "while" or "whereas" or "although" || previous.Verb == ClaimVerb.Be && StatePhrases.IsState(previous.Object) && joiner is "," or "but" && index + 1 < pieces.Count && ClauseReader.HasVerb(pieces[index + 1].Tokens)))
            {
                pending.Add(piece);
                continue;
            }

            // "and the rows A and B are selected": the word before the first says what both are.
            if (index + 1 < pieces.Count && pieces[index + 1].Joiner == "and" && joiner is "and" or "," or "but" && piece.Count > 1 && piece[0].Is("the", "both") && ClauseReader.VerbPositions(pieces[index + 1].Tokens) is [> 0 and var plural, ..] && pieces[index + 1].Tokens[plural].Is("are", "were")
                && Language.KindWords.TryKind(piece[1].Text, out _, out var several) && several && piece.Count > 2)
            {
                List<ClaimToken> one = [piece[0], ClaimToken.Word(Singular(piece[1].Text))];
                pending.Add([.. one, .. piece[2..]]);
                pieces[index + 1] = pieces[index + 1] with { Tokens = [.. one, .. pieces[index + 1].Tokens] };
                continue;
            }

            // "and the gloves as well as the helmet are listed": one thing "is", so the plural is of both.
            if (index + 1 < pieces.Count && pieces[index + 1].Joiner == "and" && joiner is "and" or "," && piece[0].Is("the") && IsPluralOfOne(pieces[index + 1].Tokens))
            {
                pending.Add(piece);
                continue;
            }

            if (!AddFragment(piece, joiner, previous, clauses))
            {
                // Belongs to what the clause before says: "contains A, B and C".
                var rest = new List<ClaimToken>(previous.Object) { new(joiner == "," ? "," : joiner == "or" ? "or" : "and", joiner == "," ? "," : joiner == "or" ? "or" : "and") };
                rest.AddRange(piece);
                clauses[^1] = previous with { Object = rest };
            }
        }

        // No verb at all: "the Save button", "'Saved'": it is to be seen.
        foreach (var subject in pending)
            clauses.Add(new() { Subject = subject, Verb = ClaimVerb.Be, VerbText = "is", Object = [ClaimToken.Word("displayed")], Negated = neither, Quantifier = seen ? "" : "bare", Terse = seen || neither ? null : ClaimForms.Terse(subject) });
    }

    private static List<ClaimToken> SubjectOf(Clause clause)
    {
        if (clause.Subject.Count > 0)
            return clause.Subject;
        return [];
    }

    private static bool IsElliptical(Clause clause) => !(clause.VerbText.StartsWith("remain", StringComparison.Ordinal) || clause.VerbText.StartsWith("stay", StringComparison.Ordinal)) && clause.Object.Count == 0 && clause.Verb is ClaimVerb.Be or ClaimVerb.Do or ClaimVerb.Can or ClaimVerb.Have && clause.Object.Count == 0
        || clause.Object.Count == 2 && clause.Object[0].Is("as") && clause.Object[1].Is("well");

    private static Clause Complete(Clause clause, Clause previous) => IsElliptical(clause) ? clause with { Object = previous.Object } : clause;

    // its, his, their; it; the last one; that of card 2
    private static Clause Resolve(Clause clause, Clause previous)
    {
        // "and there are three of them": of what was spoken of.
        if (clause.IsExistential && clause.Object is [.., { } part, { } them] && part.Is("of") && them.Is("them", "these", "those") && clause.Object.Count is 3 or 4 && (previous.Subject.Count > 0 ? previous.Subject : previous.Object) is var spoken)
        {
            var noun = spoken.SkipWhile(t => t.Is("the", "every", "each", "all", "only", "no") || Language.NumberWords.TryCardinal(t.Text, out _)).TakeWhile(t => !t.Is("that", "which", "who", "of", "in", "on", "with", "for", ",")).ToList();
            return noun.Count > 0 ? clause with { Object = [.. clause.Object[..^2], .. noun] } : clause;
        }

        var subject = new List<ClaimToken>(clause.Subject);
        if (subject.Count == 0)
            return clause;
        // "X is not in the table and the line below it reads 'Y'": below the table.
        if (subject.Count > 2 && subject[^1].Is("it") && subject[^2].Is("below", "under", "beneath", "underneath") && previous.Object.FindLastIndex(t => t.Is("in", "from", "on")) is >= 0 and var inside && previous.Object[(inside + 1)..] is [var the, var thing] && the.Is("the") && thing.Is("table", "list", "chart", "grid", "calendar", "form", "box", "field", "dialog"))
            return clause with { Subject = [.. subject[..^1], the, thing] };
        if (clause.Verb is ClaimVerb.Read or ClaimVerb.Show or ClaimVerb.Tell && clause.Object is [var so] && so.Is("so", "it", "this", "that"))
            clause = clause with { Echo = previous };
        var owner = previous.Subject.Count > 0 ? previous.Subject : previous.Object;
        // "three of these are late and two are pending": of what was counted before.
        if (Language.NumberWords.TryCardinal(subject[0].Text, out _) && !subject[0].Is("a", "an", "one", "no") && !subject[0].IsQuoted && (subject.Count == 1 || subject.Count == 3 && subject[1].Is("of") && subject[2].Is("them", "these", "those"))
            && owner.Count > 1 && Language.NumberWords.TryCardinal(owner[0].Text, out _) && owner[1..].TakeWhile(t => !t.Is("that", "which", "who", "of", "in", "on", "with", "for", ",", ":")).ToList() is { Count: > 0 } counted)
            return clause with { Subject = [subject[0], .. counted] };
        if (subject[0].Is("it", "they", "he", "she", "this", "these", "them") && subject.Count == 1)
            subject = [.. owner];
        else if (subject[0].Is("its", "his", "her", "their"))
        {
            // "54 pieces of GL-3101 are there and its level is OK": the level of GL-3101.
            if (owner.Count > 3 && owner[0].HasDigit && !owner[0].IsQuoted && owner[2].Is("of"))
                owner = owner[3..];
            var possessive = owner.FindIndex(t => t.Is("'s"));
            List<ClaimToken> name = possessive > 0 && !subject[0].Is("its") ? owner[..possessive] : [.. owner];
            subject = [.. name, new("'s", "'s"), .. subject.Skip(1)];
        }
        else if (subject.Count > 2 && subject[0].Is("that", "those") && subject[1].Is("of", "on", "in", "for"))
        {
            var of = owner.FindIndex(t => t.Is("of", "on", "in", "for"));
            subject = [.. of > 0 ? owner[..of] : owner, .. subject.Skip(1)];
        }
        else if (subject.Count > 2 && subject[0].Is("of") && !subject.Exists(t => t.Is("only", ",")) && owner.FindIndex(t => t.Is("of")) is > 0 and var same)
        {
            // "while that of card 2 is enabled", whose "that" the reader took for a joint.
            subject = [.. owner[..same], .. subject];
        }
        else
        {
            var one = subject.FindIndex(t => t.Is("one", "ones"));
            if (one > 0 && !subject[one - 1].Is("only", "exactly", "just", "least"))
            {
                // "the 'Failed' one" after "'Active' tags": what is quoted tells the two apart.
                var quoted = subject[..one].Exists(t => t.IsQuoted);
                var head = owner.Where(t => !(quoted && t.IsQuoted) && !t.Is("the", "a", "an", "there") && !Language.NumberWords.TryOrdinal(t.Text, out _) && !(Language.NumberWords.TryCardinal(t.Text, out _))).TakeWhile(t => !t.Is("of", "in", "on", "for", "with", ",", "and")).ToList();
                if (quoted && subject[one].Is("one") && head is [.., { IsQuoted: false } last] && Language.KindWords.TryKind(last.Text, out _, out var several) && several)
                    head[^1] = ClaimToken.Word(Singular(last.Text));
                subject = [.. subject[..one], .. head, .. subject.Skip(one + 1)];
            }
            else if (subject.Count <= 2 && Language.NumberWords.TryOrdinal(subject[^1].Text, out _))
            {
                var head = owner.Where(t => !t.Is("the", "a", "an") && !Language.NumberWords.TryOrdinal(t.Text, out _) && !Language.NumberWords.TryCardinal(t.Text, out _)).TakeWhile(t => !t.Is("of", "in", "on", "for", "with", ",", "and")).ToList();
                subject = [.. subject, .. head];
            }
        }

        return clause with { Subject = subject };
    }

    /// <summary>"the Edit and Delete buttons": the kind word belongs to both.</summary>
    private static IEnumerable<List<ClaimToken>> CompleteSubjects(List<List<ClaimToken>> earlier, List<ClaimToken> last)
    {
        List<ClaimToken> kind = [];
        var end = last.Count;
        if (last.Count > 1)
        {
            for (var n = Math.Min(3, last.Count - 1); n >= 1; n--)
            {
                if (!last[^n].IsQuoted && Language.KindWords.TryKind(string.Join(' ', last.Skip(end - n).Select(t => t.Text)), out _, out var plural) && plural)
                {
                    kind = last[^n..];
                    break;
                }
            }
        }

        // "Tuesday 09:00 and 10:00": the first word belongs to both.
        if (last is [{ HasDigit: true, IsQuoted: false } end2] && earlier.Count > 0 && earlier[0] is [.., { } lead, { HasDigit: true, IsQuoted: false } begin] && !lead.HasDigit && Shape(begin.Text) == Shape(end2.Text))
        {
            for (var i = 0; i < earlier.Count; i++)
                yield return i > 0 && earlier[i].Count == 1 ? [.. earlier[0][..^1], .. earlier[i]] : earlier[i];
            last.InsertRange(0, earlier[0][..^1]);
            yield break;
        }

        foreach (var subject in earlier)
            yield return kind.Count > 0 && !(subject.Count > 0 && Language.KindWords.TryKind(subject[^1].Text, out _) && !subject[^1].IsQuoted) ? [.. subject, .. kind] : subject;
    }

    private static string Shape(string text) => string.Concat(text.Select(c => char.IsDigit(c) ? '9' : c));

    private static List<ClaimToken> Last(List<ClaimToken> subject) => subject;

    private static List<Piece> Pieces(List<ClaimToken> tokens)
    {
        var pieces = new List<Piece>();
        var current = new List<ClaimToken>();
        var joiner = "";
        var depth = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (token.Is("("))
                depth++;
            if (token.Is(")"))
                depth--;
            var next = i + 1 < tokens.Count ? tokens[i + 1] : null;
            var width = depth > 0 ? 0
                : token.Is(",") && next?.Is("and", "but", "while", "whereas", "or", "although") == true ? 2
                : token.Is("as") && next?.Is("well") == true && i + 2 < tokens.Count && tokens[i + 2].Is("as") ? 3
                : token.Is("but", "while", "whereas", "although", "though", "and", "nor") || token.Is(",") ? 1
                : token.Is("or") && tokens.Any(t => t.Is("neither")) ? 1
                : 0;
            // ", as nobody is there": the reason belongs to what it is the reason of.
            if (width == 1 && token.Is(",") && next?.Is("because", "as", "since") == true && i > 2 && ClauseReader.HasVerb(tokens[..i]))
                width = 0;
            if (width == 0 || Stays(tokens, i, width))
            {
                current.Add(token);
                continue;
            }

            if (current.Count > 0)
                pieces.Add(new(current, joiner));
            joiner = width == 2 ? next!.Text : width == 3 ? "and" : token.Text;
            current = [];
            i += width - 1;
        }

        if (current.Count > 0)
            pieces.Add(new(current, joiner));
        return pieces;
    }

    // What compares its members, or what somebody says, is one claim.
    private static bool Stays(List<ClaimToken> tokens, int at, int width)
    {
        var rest = tokens.Skip(at + width);
        // "Only A, B and C are listed" names one set.
        if (tokens[0].Is("only") && !tokens.Take(at).Any(t => VerbWords.TryStrong(t, out _)) && rest.Any(t => VerbWords.TryStrong(t, out var verb) && verb is ClaimVerb.Be or ClaimVerb.Appear))
            return true;
        // "All flags except A and B are on" excepts both.
        if (tokens.FindIndex(1, t => t.Is("except")) is > 0 and var except && except < at && !tokens.Take(at).Any(t => VerbWords.TryStrong(t, out _)))
            return true;
        // "A and B are the only ...": both together are.
        if (!tokens.Take(at).Any(t => VerbWords.TryStrong(t, out _)) && tokens.FindIndex(at, t => VerbWords.TryStrong(t, out _)) is > 0 and var are && tokens[are].Is("are", "were") && string.Join(' ', tokens.Skip(are + 1).Take(2).Select(t => t.Text)) is "the only" or "the sole")
            return true;
        if (rest.Any(t => t.Is("same", "identical", "together", "altogether", "match", "differ", "different", "between")))
            return true;
        return tokens.Take(at).Any(t => t.Is("same", "between"));
    }
}
