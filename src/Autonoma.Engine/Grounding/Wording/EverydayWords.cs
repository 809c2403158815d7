using Autonoma.Engine.Language;

namespace Autonoma.Engine.Grounding.Wording;

/// <summary>
/// Words that interfaces are made of. A description that begins with a capital may begin with one of them or with somebody's name: only the
/// former may be bent (Invoices for Invoice); Holmes is not Holm.
/// </summary>
internal static class EverydayWords
{
    private static readonly HashSet<string> Stems = [.. WordForms.Everyday.Concat(FillerWords.Everyday).Concat(KindWords.Phrases.SelectMany(phrase => phrase.Split(' '))).Select(StemOf)];

    public static bool Contains(string word) => word.Length == 0 || word.Any(char.IsDigit) || Stems.Contains(StemOf(word)) || IconConcepts.OfWords(word).Count > 0 || FillerWords.IsFiller(word)
        || word.Length >= 4 && WordForms.Everyday.Any(known => Spelling.IsTypoOf(word, known));

    private static string StemOf(string word) => WordForms.Stem(WordForms.Canonical(word));
}
