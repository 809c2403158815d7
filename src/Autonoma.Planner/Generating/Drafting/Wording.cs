using System.Text.RegularExpressions;
using Autonoma.Planner.Artifacts;
using Autonoma.Planner.Exploring;

namespace Autonoma.Planner.Generating.Drafting;

/// <summary>What a kind of experiment is called as a test, what bug it might catch, and how much it matters.</summary>
internal static partial class Wording
{
    /// <summary>The title.</summary>
    public static string Title(Experiment experiment, string page)
    {
        var (subject, detail) = (Clean(experiment.Subject), Clean(experiment.Detail));
        return experiment.Kind switch
        {
            ExperimentKind.Page => $"{page} shows what belongs there",
            ExperimentKind.Link => experiment.Stages.Count > 1 ? $"{subject} of {page} lead where they say: {detail}" : $"{subject} leads to its page",
            ExperimentKind.Press => detail.Length > 0 ? $"{subject}: {detail}" : $"{subject} on {page}",
            ExperimentKind.Confirmed => $"{subject}, confirmed, on {page}",
            ExperimentKind.Declined => $"{subject}, declined, changes nothing on {page}",
            ExperimentKind.Accepted => detail.Length > 0 ? $"{subject} is sent {(detail.StartsWith("with ", StringComparison.Ordinal) ? "" : "with ")}{detail}" : $"{subject} is sent as asked",
            ExperimentKind.Refused => detail.Length > 0 ? $"{subject} is refused when {detail}" : $"{subject} is refused",
            ExperimentKind.Tolerated => $"{subject} is taken although {detail}",
            ExperimentKind.Abandoned => $"{subject} is left without sending",
            ExperimentKind.SentTwice => $"{subject} is sent by a double click",
            ExperimentKind.Search => $"{subject} on {page} finds {detail}",
            ExperimentKind.SearchMiss => $"{subject} on {page} finds nothing for {detail}",
            ExperimentKind.Filter => $"{page} filtered by {subject} {detail}",
            ExperimentKind.FilterAndEdit => $"{page}: a record is changed while others are hidden",
            ExperimentKind.Sort => $"{page} sorted by {subject}",
            ExperimentKind.Paging => $"{page}: the next page and back",
            ExperimentKind.Bulk => $"{subject} for several at once on {page}",
            ExperimentKind.Undo => $"{subject} is taken back",
            ExperimentKind.Drag => $"{subject} is dragged to {detail}",
            ExperimentKind.Language => $"{subject} is {detail}",
            ExperimentKind.SignIn => detail.Length > 0 ? $"{subject} {detail}" : "Signing in",
            ExperimentKind.SignOut => "Signing out closes what is guarded",
            ExperimentKind.Protected => $"{subject} asks for a sign-in",
            ExperimentKind.Unknown => "An address that nothing is at",
            _ => throw new InvalidOperationException($"No title for {experiment.Kind}."),
        };
    }

    /// <summary>A to H.</summary>
    public static string Category(Experiment experiment) => experiment.Kind switch
    {
        ExperimentKind.Press when experiment.Stages.Count > 1 => "C",
        ExperimentKind.Press or ExperimentKind.Accepted or ExperimentKind.Confirmed or ExperimentKind.Drag => "A",
        ExperimentKind.Refused or ExperimentKind.Tolerated => "B",
        ExperimentKind.Abandoned or ExperimentKind.Declined or ExperimentKind.Undo => "C",
        ExperimentKind.Page or ExperimentKind.SentTwice or ExperimentKind.Search or ExperimentKind.SearchMiss or ExperimentKind.Filter or ExperimentKind.Sort or ExperimentKind.Paging => "D",
        ExperimentKind.Link or ExperimentKind.Unknown => "E",
        ExperimentKind.Language => "F",
        ExperimentKind.Bulk or ExperimentKind.FilterAndEdit => "G",
        ExperimentKind.SignIn or ExperimentKind.SignOut or ExperimentKind.Protected => "H",
        _ => throw new InvalidOperationException($"No category for {experiment.Kind}."),
    };

    /// <summary>What it is worth: 0 most.</summary>
    public static int Rank(Experiment experiment) => experiment.Kind switch
    {
        ExperimentKind.Accepted when experiment.Detail.Length == 0 => 0,
        ExperimentKind.Bulk or ExperimentKind.Confirmed or ExperimentKind.Undo or ExperimentKind.Drag or ExperimentKind.SentTwice or ExperimentKind.Abandoned or ExperimentKind.Sort
            or ExperimentKind.Paging or ExperimentKind.Language or ExperimentKind.SignIn or ExperimentKind.SignOut or ExperimentKind.FilterAndEdit => 0,
        ExperimentKind.Search or ExperimentKind.SearchMiss or ExperimentKind.Declined => 1,
        ExperimentKind.Refused or ExperimentKind.Tolerated when Telling().IsMatch(experiment.Detail) => 1,
        ExperimentKind.Press when experiment.Stages.Count > 1 => 1,
        ExperimentKind.Accepted or ExperimentKind.Refused or ExperimentKind.Filter => 2,
        ExperimentKind.Press or ExperimentKind.Tolerated or ExperimentKind.Protected => 3,
        ExperimentKind.Link => experiment.Stages.Count > 1 ? 0 : 3,
        _ => 4,
    };

    /// <summary>How bad its failure would be.</summary>
    public static Criticality CriticalityOf(Experiment experiment, int tier) => Category(experiment) switch
    {
        "A" or "H" or "G" when tier == 1 && Rank(experiment) == 0 => Criticality.Critical,
        "H" when experiment.Kind is ExperimentKind.SignIn or ExperimentKind.SignOut => Criticality.Critical,
        "A" or "G" or "H" when tier <= 2 => Criticality.High,
        "C" or "D" when tier == 1 && Rank(experiment) == 0 => Criticality.High,
        "E" or "F" when tier == 3 => Criticality.Low,
        _ when tier == 3 && Rank(experiment) > 2 => Criticality.Low,
        _ => Criticality.Mid,
    };

    /// <summary>What bug it might catch.</summary>
    public static string MightCatch(Experiment experiment) => experiment.Kind switch
    {
        ExperimentKind.Page => "A page that opens empty, or with somebody else's data.",
        ExperimentKind.Link => "A link that leads to the wrong page.",
        ExperimentKind.Press => experiment.Stages.Count > 1 ? "Something that looks done and was not stored." : "A control that does nothing, or something else than it says.",
        ExperimentKind.Confirmed => "Something that was confirmed and did not happen, or happened to the wrong record.",
        ExperimentKind.Declined => "Something that happens although it was declined.",
        ExperimentKind.Accepted => "Input that is lost, changed on its way, or shown only until the page is loaded again.",
        ExperimentKind.Refused => "A missing check of the input, or a message that does not tell what is wrong.",
        ExperimentKind.Tolerated => "A check that refuses what is allowed, or a value that is stored otherwise than it is shown.",
        ExperimentKind.Abandoned => "Input that is kept although it was never sent.",
        ExperimentKind.SentTwice => "A double click that does everything twice.",
        ExperimentKind.Search => "A search that minds upper and lower case, or shows what does not fit.",
        ExperimentKind.SearchMiss => "A list that is silent, or not empty, when nothing fits; a search that cannot be cleared.",
        ExperimentKind.Filter => "A filter that hides what fits, or shows what does not.",
        ExperimentKind.FilterAndEdit => "A change that is stored into the record that stands at the same place of the whole list.",
        ExperimentKind.Sort => "A column that is sorted as text although it holds numbers, or not at all.",
        ExperimentKind.Paging => "Records that are on no page, or on two.",
        ExperimentKind.Bulk => "An action for several records that leaves one out, or counts that are not brought up to date.",
        ExperimentKind.Undo => "Something that comes back at another place, or not whole.",
        ExperimentKind.Drag => "A move that is shown and not stored.",
        ExperimentKind.Language => "Texts, prices or dates that stay in the old language, or a choice that is forgotten.",
        ExperimentKind.SignIn => "Staff who cannot get in, or a password that can be read over the shoulder.",
        ExperimentKind.SignOut => "A session that lives on after signing out.",
        ExperimentKind.Protected => "A page that is open to everybody.",
        ExperimentKind.Unknown => "An error in place of an answer.",
        _ => throw new InvalidOperationException($"No bug for {experiment.Kind}."),
    };

    private static string Clean(string text) => string.Join(' ', text.Replace("{{", "", StringComparison.Ordinal).Replace("}}", "", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex("contradicts|nothing is filled in|very large|^$")]
    private static partial Regex Telling();
}
