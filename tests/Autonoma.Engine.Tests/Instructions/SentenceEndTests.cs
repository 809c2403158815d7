using Autonoma.Engine.Language;

namespace Autonoma.Engine.Tests.Instructions;

public sealed class SentenceEndTests
{
    [Theory]
    [InlineData("of", "T", "Okoye")]
    [InlineData("", "J.R", "Hahn")]
    [InlineData("ask", "Dr", "Weiss")]
    [InlineData("seat", "No", "12")]
    [InlineData("wait", "max", "10")]
    [InlineData("van", "St", "Ives")]
    [InlineData("with", "J.-P", "Moreau")]
    public void IsAt_ShortenedWord_IsNoEnd(string earlier, string before, string after) => SentenceEnd.IsAt(earlier, before, after).ShouldBeFalse();

    [Theory]
    [InlineData("the", "list", "Then")]
    [InlineData("seat", "A", "Confirm")]
    [InlineData("option", "B", "The")]
    [InlineData("say", "No", "Then")]
    [InlineData("of", "Acme", "Verify")]
    [InlineData("at", "5", "The")]
    [InlineData("Acme", "Inc", "The")]
    [InlineData("row", "T", "")]
    public void IsAt_LastWordOfASentence_IsAnEnd(string earlier, string before, string after) => SentenceEnd.IsAt(earlier, before, after).ShouldBeTrue();

    [Fact]
    public void IsAt_InitialBeforeAWordThatBeginsASentence_IsAnEnd() => SentenceEnd.IsAt("to", "P", "Click", begins: true).ShouldBeTrue();
}
