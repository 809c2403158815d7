using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Grounding.Wording;
using Autonoma.Engine.Language;
using Phrase = Autonoma.Engine.Checks.Scenes.Phrase;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>
/// The last gate before a claim is held: every word of it is either a word of the language that claims are made in, or the page speaks of it. A rule that found its evidence without looking at
/// a word ("the list is sorted by name for wholesale customers") has not judged the claim, and a word that is nowhere on the screen cannot have been seen there.
/// </summary>
internal static class Accounting
{
    private static readonly HashSet<string> Language = Build();

    private static readonly HashSet<string> CalendarNames = new(
        [.. System.Globalization.CultureInfo.InvariantCulture.DateTimeFormat.DayNames.Concat(System.Globalization.CultureInfo.InvariantCulture.DateTimeFormat.MonthNames).Where(n => n.Length > 0).Select(TextFold.Fold)], StringComparer.Ordinal);

    private static readonly HashSet<string> Months = new([.. System.Globalization.CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedMonthNames.Where(n => n.Length > 0).Select(TextFold.Fold)], StringComparer.Ordinal);

    /// <summary>Whether three letters begin the name of a month.</summary>
    public static bool IsMonth(string letters) => Months.Contains(letters);

    /// <summary>The first word of the claim that nothing accounts for; null when all are. <paramref name="told"/>: words that marks and shapes told.</summary>
    public static string? Unaccounted(Clause clause, Scene scene, IReadOnlySet<string> told)
    {
        foreach (var token in clause.Subject.Concat(clause.Object))
        {
            // What is quoted is compared as it stands by whoever judges it; numbers are counted or compared.
            if (token.IsQuoted || token.IsMark || token.HasDigit)
                continue;
            foreach (var word in Phrase.Tokens(token.Text))
            {
                if (!told.Contains(word) && !IsKnown(word) && !Speaks(scene, word))
                    return token.Raw;
            }
        }

        return null;
    }

    /// <summary>Whether a word is one that claims are made with, whatever the page says.</summary>
    public static bool IsOfLanguage(string word) => Language.Contains(word) || Language.Contains(Phrase.Stem(word)) || FillerWords.IsFiller(word);

    private static bool IsKnown(string word)
    {
        if (word.Length < 2 || !word.Any(char.IsLetter) || Language.Contains(word) || Language.Contains(Phrase.Stem(word)))
            return true;
        return FillerWords.IsFiller(word) || KindWords.TryKind(word, out _) || ColorWords.Canonical(word) is not null || NumberWords.TryCardinal(word, out _) || NumberWords.TryOrdinal(word, out _)
            || IconConcepts.OfWords(word).Count > 0 || word.Split('-', '\'') is { Length: > 1 } parts && parts.All(IsKnown);
    }

    private static bool Speaks(Scene scene, string word)
    {
        if (scene.SpeaksOf(word))
            return true;
        // A calendar writes Thu and Mar.
        if (CalendarNames.Contains(word) && scene.SpeaksOf(word[..3]))
            return true;
        // Other forms of the same word, and the two halves of a compound.
        if (WordForms.Keys(word).Any(scene.SpeaksOf))
            return true;
        if (scene.SpeaksOfFormOf(word))
            return true;
        return word.Split('-', '\'', '.') is { Length: > 1 } parts && parts.All(part => part.Length == 0 || IsKnown(part) || scene.SpeaksOf(part));
    }

    private static HashSet<string> Build()
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var phrase in StatePhrases.Wordings.Concat(KindWords.Phrases))
            words.UnionWith(Phrase.Tokens(phrase));
        words.UnionWith(VerbWords.All);
        words.UnionWith((
            // Function words.
            "a an the this that these those it its he she they them their his her him you your we our us my i me one ones and or nor but both either neither not no none nothing never only just also too as well again already yet still "
            + "now currently then than so such same other another each every all any some most few many several more less least much very exactly at in on of to for from by with without within inside outside into onto out up down over under "
            + "about around after before while when where which who whose what how whether if because since until once during per via against between among through across towards is are was were be been being am do does did done has have had having "
            + "can cannot could may might must should will would shall there here where's isn't aren't doesn't don't hasn't haven't wasn't weren't won't can't couldn't shouldn't didn't "
            // Where things are.
            + "top bottom left right middle centre center side corner edge upper lower above below beneath underneath beside next near nearest previous following preceding adjacent front behind back first last second final initial start end begin beginning "
            + "left-hand right-hand leftmost rightmost topmost bottommost row line column place position spot area part place screen page view window browser app application site website panel pane section region block group set "
            // What is seen of things.
            + "name title label text word caption heading header footer value content contents number amount count total sum figure digit letter character message notice note hint error warning information info state status mark marker sign symbol "
            + "colour color background foreground font size width height position shape shade tone look style type kind sort way form format version order sequence list table grid item entry record card tile row cell field box button link icon image picture "
            + "chart graph diagram bar legend counter indicator badge pill chip tag dot spinner progress step stage option choice menu dialog popup pop-up modal drawer tab toast snackbar banner tooltip "
            + "empty full long short high low big small large little tiny great good bad old new newest oldest latest earliest recent cheapest highest lowest biggest smallest largest longest shortest greater fewer bigger smaller larger longer shorter higher lower earlier later "
            + "different identical equal equals unchanged changed whole complete entire entirely partly partially fully correct correctly right wrong default usual normal main real actual current present single double only sole several various "
            // What is done and said.
            + "nobody nothing everyone everybody anyone anybody somebody shown displayed listed visible hidden seen found located placed given set put kept left made named called labelled labeled titled headed marked flagged highlighted coloured colored painted drawn written printed spelled read reading reads says say "
            + "sorted ordered arranged grouped filtered limited restricted reduced split divided joined followed preceded accompanied surrounded contained included offered available allowed possible able used using use uses user people "
            + "ascending descending alphabetical alphabetically chronological chronologically numerical numerically order az za a-z z-a "
            + "contains containing includes including consists made carries carrying bears bearing holds features comes goes sits stands lies belongs belonging refers points leads opens closes starts ends appears disappears happens occurs matches match fits "
            + "adds add amounts adding up counting totalling together altogether overall total respectively otherwise instead even though although however "
            + "yes no ok true false today tomorrow yesterday now time date day week month year hour minute second "
            + "instead longer anymore any-more no-longer please least most exactly precisely roughly approximately about nearly almost "
            // Parts of a page that it has no word for.
            + "placeholder url address path link hyperlink breadcrumb wizard form legend tooltip avatar thumbnail scrollbar viewport cursor focus price prices cost costs worth "
            // What somebody did before, and how it lies on the page.
            + "going saving searching typing clicking entering choosing selecting submitting sending filtering sorting opening closing reloading refreshing deleting removing adding editing changing pressing ticking logging signing "
            + "prefilled pre-filled preset prepopulated preselected reverse chronological according directly immediately straight right away laid lined ranked ordered placed anywhere somewhere everywhere elsewhere "
            + "level clicked pressed ticked chosen board lane calendar timetable schedule agenda inbox folder feed thread conversation stream log gallery carousel slide slider toolbar sidebar navbar navigation drawer editor preview "
            + "less more fewer than equal minus plus times per percent cent cents euro euros dollar dollars pound pounds unit units piece pieces").Split(' '));
        return words;
    }
}
