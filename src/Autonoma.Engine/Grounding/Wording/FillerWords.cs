namespace Autonoma.Engine.Grounding.Wording;

/// <summary>Words that carry no information about which element is meant.</summary>
internal static class FillerWords
{
    private static readonly HashSet<string> Fillers = Set(
        "the a an this that these those and or any some its it his her their our your my is are was be been being of to for in on at by with from as into onto "
        + "which who whose where there here current existing whole entire own very just also please one ones shown displayed visible located found placed "
        + "small little tiny big large floating main corresponding respective given certain");

    // Verbs that say what a control is good for; what they do it to is told by the words around them.
    private static readonly HashSet<string> Functions = Set(
        "let lets allow allows lead leads take takes go goes bring brings used use uses using can could will would make makes serve serves belong belongs "
        + "appear appears stand stands sit sits do does get gets you user users us me open opens");

    // Nouns for one entry of a list, a table or a board, whatever the page calls it.
    private static readonly HashSet<string> Nouns = Set(
        "chat channel appointment booking reservation event order invoice ticket message mail email e-mail conversation thread contact customer client person user member employee "
        + "colleague patient student teacher product article item entry record row line card task issue story bug todo question answer lesson course module chapter "
        + "document file folder attachment note comment review post payment transaction transfer expense account project deal lead company supplier vendor "
        + "variant version release build job run pipeline trip flight hotel room car vehicle property listing recipe ingredient song track album playlist artist "
        + "book movie video photo plan subscription offer quote request notification reminder shift slot meeting visit log step stage sprint milestone goal "
        + "option choice suggestion result match address session device server database report case claim policy position candidate applicant guest driver "
        + "passenger ticket voucher coupon category tag label team group role permission setting element thing "
        + "stop departure arrival connection seat table menu dish meal drink sku unit part asset batch shipment parcel package delivery return refund contract lease "
        + "tenant owner agent host speaker author editor reviewer approver assignee subscriber donor volunteer member class exam grade assignment quiz "
        + "branch commit repository environment service endpoint webhook token key domain certificate "
        + "command snippet code paragraph sentence statement word scale rating poll survey swatch filter control setting field value figure amount hint entry widget function section panel "
        + "letter sailing crossing ferry train bus tram ship boat vessel aircraft plane truck lorry van bike machine berth bay bed locker shelf rack pallet container crate consignment load lot "
        + "incident alarm alert fault defect inspection treatment animal dog cat horse hive plant tree plot batch brew wine beer costume garment instrument painting exhibit edition issue magazine episode podcast borrower reader "
        + "warehouse store shop location site region country city street market currency rate price fee tax discount");

    // Small words that names begin with or are told apart by: "Main account", "My orders", "Current password".
    private static readonly HashSet<string> Descriptive = Set("main big large small little own current existing my your our whole entire one here and or from to for with by at on in of as");

    // In a name on the page these words tell one from another.
    private static readonly HashSet<string> Telling = Set("small little tiny big large main current existing whole entire own corresponding respective certain");

    private static readonly HashSet<string> Actions = Set(
        "add new create edit change modify delete remove cancel close open save submit send print export import download upload copy duplicate move archive restore merge split share publish approve reject accept decline confirm "
        + "start stop pause resume finish complete reply forward mark flag pin rename reset clear refresh reload search filter sort show hide view expand collapse select choose assign invite block unblock enable disable connect disconnect "
        + "pay refund buy order book reserve apply next previous back continue replace renew upgrade log sign reopen schedule snooze mute");

    /// <summary>All nouns and verbs known here.</summary>
    public static IEnumerable<string> Everyday => Nouns.Concat(Actions).Concat(Functions);

    /// <summary>A word that says what is done: then what it is done to may not be left out.</summary>
    public static bool IsAction(string word) => Actions.Contains(word);

    public static bool IsFiller(string word) => Fillers.Contains(word);

    /// <summary>A small word of a name that says nothing; unlike "large" in "Mug, large".</summary>
    public static bool IsEmpty(string word) => Fillers.Contains(word) && !Telling.Contains(word);

    /// <summary>A filler that may be a part of a name.</summary>
    public static bool IsDescriptive(string word) => Descriptive.Contains(word);

    public static bool IsFunction(string word) => Functions.Contains(word);

    /// <summary>A noun for an entry of a list, singular or plural.</summary>
    public static bool IsEntryNoun(string word) => Nouns.Contains(word) || (word.EndsWith('s') && Nouns.Contains(word[..^1]));

    private static HashSet<string> Set(string words) => new(words.Split(' ', StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);
}
