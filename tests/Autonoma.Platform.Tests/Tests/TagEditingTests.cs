using Autonoma.Platform.Tests;

namespace Autonoma.Platform.Tests.Tests;

public sealed class TagEditingTests
{
    private const string Body = "\n\n## Steps\n\n1. Verify that \"Tag old, [old]\" is displayed\n";

    [Theory]
    [InlineData("tags: [old, b]", "tags: [new, b]")]
    [InlineData("tags: old", "tags: new")]
    [InlineData("tags: a, old ,b", "tags: a, new, b")]
    [InlineData("tags: [\"@old\"]", "tags: [new]")]
    [InlineData("tags: [new, old]", "tags: [new]")]
    [InlineData("tags:\n- a\n- old", "tags:\n- a\n- new")]
    [InlineData("Tags:\n    - 'old'\n    - b", "Tags:\n    - new\n    - b")]
    [InlineData("tags: [\n  a,\n  old\n]", "tags: [a, new]")]
    [InlineData("tags: [\"it: is\", old]", "tags: [\"it: is\", new]")]
    [InlineData("tags: [old]\n\n# about the address\nurl: /x", "tags: [new]\n\n# about the address\nurl: /x")]
    public void Name_OfATag_IsChangedInItsOwnForm_AndNothingElse(string before, string after)
    {
        TagEditing.Change($"---\ntitle: old\n{before}\n---{Body}", "old", "new").ShouldBe($"---\ntitle: old\n{after}\n---{Body}");
        TagEditing.Change($"---\r\ntitle: old\r\n{before.Replace("\n", "\r\n", StringComparison.Ordinal)}\r\n---{Body}", "old", "new").ShouldBe($"---\r\ntitle: old\r\n{after.Replace("\n", "\r\n", StringComparison.Ordinal)}\r\n---{Body}");
    }

    [Theory]
    [InlineData("tags: [old, b]", "tags: [b]\n")]
    [InlineData("tags: [old]", "")]
    [InlineData("tags:\n  - old", "")]
    [InlineData("tags:\n  - a\n  - old", "tags:\n  - a\n")]
    public void Tag_ThatIsTakenAway_LeavesNoEmptyList(string before, string after)
        => TagEditing.Change($"---\n{before}\nurl: /\n---{Body}", "old", null).ShouldBe($"---\n{after}url: /\n---{Body}");

    [Theory]
    [InlineData("yes: [")]
    [InlineData("null")]
    [InlineData("say \"hi\" \\ # no remark")]
    public void Name_ThatYamlWouldTakeForSomethingElse_IsQuoted(string name)
        => Autonoma.Engine.Suites.TestFileReader.ReadText(TagEditing.Change($"---\ntags: [old]\n---{Body}", "old", name)!).TestCase!.Tags.ShouldBe([name]);

    [Theory]
    [InlineData("{ tags: [old], url: / }")]
    [InlineData("tags: &all [old]\nurl: *all")]
    public void Tags_WrittenSoThatOnlyTheirAuthorKnows_AreLeft(string before)
        => TagEditing.Change($"---\n{before}\n---{Body}", "old", "new").ShouldBeNull();
}
