using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Autonoma.Planner.Exploring;
using Autonoma.Planner.Generating.Drafting;
using Autonoma.Planner.Generating.Trying;

namespace Autonoma.Planner.Generating.Reviewing;

/// <summary>Something that a suite leaves untested.</summary>
/// <param name="Subject">What.</param>
/// <param name="IsHigh">Whether it should be filled.</param>
/// <param name="Told">What is missing.</param>
/// <param name="Answer">What became of it.</param>
internal sealed record Gap(string Subject, bool IsHigh, string Told, string Answer);

/// <summary>
/// Looks for what a suite leaves out, without regard for how it came about: what was found in the application against what the tests do and claim.
/// </summary>
internal static partial class SuiteReview
{
    private static readonly string[] CoreCategories = ["A", "B", "C"];

    /// <summary>The gaps that are left.</summary>
    /// <param name="kept">The tests.</param>
    /// <param name="exploration">What there is.</param>
    /// <param name="dropped">What was not kept.</param>
    /// <param name="features">The features.</param>
    public static IReadOnlyList<Gap> Run(IReadOnlyList<TestDraft> kept, Exploration exploration, IReadOnlyList<DroppedTest> dropped, FeatureMap features)
    {
        var gaps = new List<Gap>();
        foreach (var page in exploration.Pages.Where(page => page.RedirectsTo is null).DistinctBy(page => page.Route))
            Page(page, kept, features.Of(page.Route).IsCore, dropped, gaps);
        foreach (var flow in kept.Where(draft => draft.Tier == 1 && draft.Test.Category != "Journey").GroupBy(draft => draft.Test.Flow))
        {
            var missing = CoreCategories.Except(flow.Select(draft => draft.Test.Category)).ToList();
            if (missing.Count > 0)
                gaps.Add(new(flow.Key, true, $"a core flow without tests of the categories {string.Join(", ", missing)}", "nothing of that kind was found in the application that passes twice"));
        }

        if (kept.All(draft => draft.Test.Category != "Journey"))
            gaps.Add(new("journeys", true, "no journey crosses flows", "no way through several pages was found that passes twice"));
        foreach (var draft in kept)
        {
            var claims = draft.Test.Steps.Where(step => step.StartsWith("Assert", StringComparison.Ordinal)).ToList();
            if (claims.Count == 0 || claims.All(claim => Vague().IsMatch(claim)))
                gaps.Add(new(draft.Test.Title, true, "asserts nothing exact", "to be written by hand"));
        }

        var total = Math.Max(1, kept.Count);
        for (var tier = 1; tier <= 3; tier++)
        {
            var share = 100 * kept.Count(draft => draft.Tier == tier) / total;
            var (least, most) = SuiteBudget.Bounds[tier - 1];
            if (share < least - 10 || share > most + 10)
                gaps.Add(new($"tier {tier}", true, string.Create(CultureInfo.InvariantCulture, $"has {share} % of the tests, and should have {least}-{most} %"), "the application offers no more of what is missing; mark core flows in AUTONOMA.md"));
        }

        return gaps;
    }

    /// <summary>Drafts that fill what the chosen ones leave out: a test for each form, field, option, column and control that has none.</summary>
    public static List<TestDraft> Fill(IReadOnlyList<TestDraft> chosen, IReadOnlyList<TestDraft> reserve)
    {
        var told = chosen.Select(Variation).ToHashSet();
        var pages = chosen.Select(draft => draft.Page).ToHashSet(StringComparer.Ordinal);
        return [.. reserve.Where(draft => (draft.Rank <= 1 && told.Add(Variation(draft))) || pages.Add(draft.Page))];
    }

    private static (string, ExperimentKind, string) Variation(TestDraft draft) => (draft.Page, draft.Kind, draft.Subject);

    private static void Page(ExploredPage page, IReadOnlyList<TestDraft> kept, bool isCore, IReadOnlyList<DroppedTest> dropped, List<Gap> gaps)
    {
        var own = kept.Where(draft => draft.Page == page.Route || draft.Page == page.Address).ToList();
        void Add(string subject, bool high, string told)
        {
            var lost = dropped.FirstOrDefault(test => test.Title.Contains(subject, StringComparison.OrdinalIgnoreCase));
            gaps.Add(new($"{page.Route}: {subject}", high, told, lost is null ? "nothing that could be claimed was seen when it was tried" : $"a test was dropped: {Short(lost.Reason)}"));
        }

        if (own.Count == 0)
            Add(page.Heading.Length > 0 ? page.Heading : page.Route, isCore, "no test of this page");
        foreach (var form in page.Forms.Where(form => !form.IsFilter && form.Submit is not null))
        {
            var tests = own.Where(draft => draft.Subject == form.Name).ToList();
            if (tests.All(draft => draft.Kind is not (ExperimentKind.Accepted or ExperimentKind.SentTwice)))
                Add(form.Name, isCore, "no test sends this form as asked");
            foreach (var field in form.Fields.Where(field => !tests.Any(draft => draft.Test.Steps.Any(step => step.Contains($"\"{field.Label}\"", StringComparison.Ordinal)))))
                Add(form.Name, isCore && field.IsRequired, $"no test touches the field \"{field.Label}\"");
        }

        foreach (var table in page.Tables)
        {
            if (table.Filters.Count > 0 && own.All(draft => draft.Kind is not (ExperimentKind.Filter or ExperimentKind.Search)))
                Add(table.Name, isCore, "no test filters or searches it");
            if (table.Sorts.Count > 0 && own.All(draft => draft.Kind != ExperimentKind.Sort))
                Add(table.Name, isCore, "no test sorts it");
            if (table.Paging is not null && own.All(draft => draft.Kind != ExperimentKind.Paging))
                Add(table.Name, isCore, "no test turns its pages");
            if (table.Filters.Any(filter => filter.Rows == 0) && own.All(draft => draft.Kind != ExperimentKind.SearchMiss))
                Add(table.Name, false, "no test shows it empty");
        }

        foreach (var control in page.Controls.Where(control => control.Outcome is not (ControlOutcome.NotTried or ControlOutcome.Nothing) && own.All(draft => !draft.Test.Steps.Any(step => step.Contains(control.Name, StringComparison.Ordinal)))))
            Add(control.Name, isCore, "no test presses it");
        foreach (var control in page.Controls.Where(control => control.Outcome == ControlOutcome.NotTried && control.Note.Length > 0))
            gaps.Add(new($"{page.Route}: {control.Name}", false, "it was not tried", control.Note));
    }

    /// <summary>The first line of a reason, shortened.</summary>
    public static string Short(string text)
    {
        var line = text.ReplaceLineEndings("\n").Split('\n')[0];
        return line.Length <= 160 ? line : line[..157] + "...";
    }

    // An assertion that would hold whatever happens.
    [GeneratedRegex(@"^Assert that (?:the page|the form|it|everything|the save|the error|an error|a message|a toast)\b(?![^""]*"")|\b(?:works?|properly|correctly|as expected|successfully)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Vague();
}
