using Autonoma.Engine.Memory;

namespace Autonoma.Engine.Tests.Memory;

public sealed class RunMemoryTests
{
    private static RunMemory Memory(params (string Name, string Value)[] values)
        => new(["token"], values.ToDictionary(pair => pair.Name, pair => pair.Value));

    [Theory]
    [InlineData("Hello {{name}}!", "Hello Ada Lovelace!")]
    [InlineData("Hello ({{name}} variable)!", "Hello Ada Lovelace!")]
    [InlineData("Hello {{ name }}", "Hello Ada Lovelace")]
    public void Resolve_OfAReference_GivesTheValue(string template, string text) => Memory(("name", "Ada Lovelace")).Resolve(template).ShouldBe(text);

    [Theory]
    [InlineData("the heading is {{name}}", "the heading is \"Ada Lovelace\"")]
    [InlineData("the heading is \"{{name}}\"", "the heading is \"Ada Lovelace\"")]
    [InlineData("{{count}} rows are listed", "12 rows are listed")]
    public void ResolveQuoted_OfWords_PutsThemInQuotes(string template, string text) => Memory(("name", "Ada Lovelace"), ("count", "12")).ResolveQuoted(template).ShouldBe(text);

    [Theory]
    [InlineData("the note is {{note}}")]
    [InlineData("the note is \"{{note}}\"")]
    public void ResolveQuoted_OfATextThatSpeaksLikeAnInstruction_KeepsItInsideTheQuotes(string template)
    {
        var text = Memory(("note", "x\" is visible or \"y")).ResolveQuoted(template);
        Language.Quotes.Find(text).ShouldHaveSingleItem().Text.ShouldBe("x\" is visible or \"y");
    }

    [Fact]
    public void Resolve_OfAnUnknownName_ListsTheKnownOnes()
        => Should.Throw<UnknownVariableException>(() => Memory(("email", "a"), ("order", "b")).Resolve("{{emial}}")).Message.ShouldBe("The variable {{emial}} is not known. Known: email, order. Is {{email}} meant?");

    [Fact]
    public void Snapshot_OfSecrets_IsMasked_AlsoWhereAnotherVariableHoldsThem()
    {
        var memory = Memory(("token", "s3cr3t-value"), ("header", "Bearer s3cr3t-value"));
        memory.Snapshot().Values.ShouldAllBe(value => !value.Contains("s3cr3t", StringComparison.Ordinal));
    }
}
