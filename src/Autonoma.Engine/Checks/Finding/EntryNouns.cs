using Autonoma.Engine.Checks.Scenes;

namespace Autonoma.Engine.Checks.Finding;

/// <summary>
/// What people call the entries of lists: "the delivery of 08:05", "invoice RX-905". An entry that its own time, number or name tells apart from all others may be called so, though the page has
/// another word for its kind or none. Those for which a page may also stand as a whole are <see cref="Coverage.IsClassifier"/>'s.
/// </summary>
internal static class EntryNouns
{
    private static readonly HashSet<string> Words = new(
        ("delivery sailing berth parcel shipment load consignment departure arrival connection ferry train bus tram tour journey ride crossing transfer pickup drop-off incident alarm alert fault application purchase sale refund bill receipt"
        + " contract loan lease rental visit meeting slot workshop seminar test show screening concert performance fixture race part component machine meter camera node truck lorry van bike boat ship vessel"
        + " aircraft plane turbine robot tool asset bed table desk locker bay bin shelf rack pallet container letter owner borrower reader trainer colleague worker pilot partner firm organization crew site"
        + " station stop animal dog cat horse plant tree crop plot batch brew wine beer volume edition magazine journal poem episode podcast series picture image painting exhibit object work thread conversation"
        + " call recording position newsletter survey vote candidate party district street flat building milestone sprint release version deployment rule licence license permit certificate voucher code key token"
        + " wallet fund share stock bond trade bid auction lot donation grant sample specimen reading measurement result value treatment inspection defect fault costume garment instrument hive task job sack barrel crate stall booth plaque exhibition guest chore duty").Split(' '),
        StringComparer.Ordinal);

    /// <summary>Whether the word, in the singular or plural, is a usual one for an entry.</summary>
    public static bool Contains(string word) => Coverage.IsClassifier(word) || Words.Contains(word) || Words.Contains(Phrase.Stem(word));
}
