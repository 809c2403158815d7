namespace Autonoma.Planner.Validation.Rules;

/// <summary>What every file must be.</summary>
internal static class TextRules
{
    private const string File = ExamplePlan.KnowledgeBase;

    public static readonly RuleGroup Group = new("Any file", File);

    public static readonly Rule Empty = Group.Error("TX001", "A file is not empty.", new Edit(File, null, " \n\n"));

    public static readonly Rule Utf8 = Group.Error("TX002", "A file is UTF-8.", new Edit(File, null, "bytes 2D 2D 2D 0A FF FE") { Bytes = [0x2D, 0x2D, 0x2D, 0x0A, 0xFF, 0xFE] });

    public static readonly Rule ByteOrderMark = Group.Error("TX003", "A file begins without a byte order mark.", new Edit(File, "---\napp_name", "\uFEFF---\napp_name"));

    public static readonly Rule Control = Group.Error("TX004", "A file holds no control characters but tabs and line ends.", "Juniper Goods", "Juniper\0Goods");

    public static readonly Rule Size = Group.Error("TX005", "A file holds at most 8 MB.", new Edit(File, null, "9 MB of blanks") { Bytes = new byte[9 * 1024 * 1024] });
}
