using Autonoma.Engine.Artifacts;
using FsCheck;
using FsCheck.Fluent;

namespace Autonoma.Engine.Tests.Artifacts;

public sealed class FolderNamesTests
{
    [Theory]
    [InlineData("Buyer can pay by card", "buyer-can-pay-by-card")]
    [InlineData("checkout/01 Pay & ship.md", "checkout-01-pay-ship-md")]
    [InlineData("  Résumé upload  ", "resume-upload")]
    [InlineData("../../etc/passwd", "etc-passwd")]
    public void For_PlainTitle_RemindsOfIt(string title, string expected) => FolderNames.For(title).ShouldBe(expected);

    [Theory]
    [InlineData("")]
    [InlineData("...")]
    [InlineData("CON")]
    [InlineData("nul")]
    [InlineData("com1")]
    [InlineData("日本語のテスト")]
    [InlineData("a\0b")]
    public void For_OddTitle_IsSafeAndNotEmpty(string title)
    {
        var name = FolderNames.For(title);
        name.ShouldMatch("^[a-z0-9_][a-z0-9_-]*[a-z0-9_]$");
        name.ShouldNotBe(title.ToLowerInvariant());
    }

    [Fact]
    public void For_DifferentTitlesThatLoseLetters_Differ() => FolderNames.For("注文を作成する").ShouldNotBe(FolderNames.For("注文を削除する"));

    [Fact]
    public void For_LongTitlesWithTheSameBeginning_DifferAndFit()
    {
        var first = FolderNames.For(new string('a', 300) + "1");
        var second = FolderNames.For(new string('a', 300) + "2");
        first.ShouldNotBe(second);
        first.Length.ShouldBeLessThanOrEqualTo(FolderNames.MaximumLength);
    }

    [Fact]
    public void Unique_CollidingTitles_AreNumbered()
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        FolderNames.Unique("Log in!", taken).ShouldBe("log-in");
        FolderNames.Unique("Log in?", taken).ShouldBe("log-in-2");
        FolderNames.Unique("LOG IN", taken).ShouldBe("log-in-3");
    }

    [Fact]
    public void Unique_AnyTitles_AreSafeOnEverySystem()
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        Prop.ForAll<NonNull<string>>(title =>
        {
            var name = FolderNames.Unique(title.Get, taken);
            return name.Length is > 0 and <= FolderNames.MaximumLength && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '_')
                && name[0] != '-' && name[^1] != '-';
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }
}
