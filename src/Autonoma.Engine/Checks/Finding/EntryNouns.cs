using Autonoma.Engine.Checks.Scenes;

namespace Autonoma.Engine.Checks.Finding;

/// <summary>
/// What people call the entries of lists: "the delivery of 08:05", "invoice RX-905". An entry that its own time, number or name tells apart from all others may be called so, though the page has
/// another word for its kind or none.
/// </summary>
internal static class EntryNouns
{
    private static readonly HashSet<string> Words = new(
        ("delivery shipment load consignment departure arrival connection flight ferry train bus tram trip tour journey ride crossing transfer pickup drop-off job task ticket issue incident alarm alert fault case claim request application order purchase sale transaction payment "
        + "refund transfer invoice bill receipt quote offer deal contract loan lease rental reservation booking appointment visit meeting session slot shift lesson course class workshop lecture seminar exam test event show screening concert performance match game fixture race "
        + "article product item part component unit device machine sensor meter camera server node host vehicle car truck lorry van bike boat ship vessel aircraft plane turbine robot tool asset room bed seat table desk locker bay bin shelf rack pallet container parcel package letter "
        + "customer client guest patient member tenant owner borrower reader student pupil teacher trainer employee colleague worker driver pilot nurse doctor person user contact supplier vendor partner company firm organization team group crew department branch location site station stop "
        + "animal dog cat horse plant tree crop field plot batch brew recipe dish meal wine beer book volume edition magazine journal poem song track album episode podcast film movie series photo picture image painting exhibit object work file document report page post comment note message "
        + "mail email thread conversation call recording entry record row line position campaign newsletter survey question answer vote candidate party district region country city street property house flat apartment building project milestone sprint release version build deployment branch "
        + "rule policy plan subscription licence license permit certificate voucher coupon code key token account card wallet fund share stock bond position trade bid auction lot donation grant sample specimen reading measurement result value").Split(' '),
        StringComparer.Ordinal);

    /// <summary>Whether the word, in the singular or plural, is a usual one for an entry.</summary>
    public static bool Contains(string word) => Words.Contains(word) || Words.Contains(Phrase.Stem(word));
}
