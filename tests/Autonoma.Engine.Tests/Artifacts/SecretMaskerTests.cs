using System.Net;
using System.Text.Json;
using Autonoma.Engine.Artifacts;
using FsCheck;
using FsCheck.Fluent;

namespace Autonoma.Engine.Tests.Artifacts;

public sealed class SecretMaskerTests
{
    [Theory]
    [InlineData("Typed \"hunter2!\" into Password", "Typed \"•••\" into Password")]
    [InlineData("GET https://shop.test/login?p=hunter2%21&x=1", "GET https://shop.test/login?p=•••&x=1")]
    [InlineData("hunter2!hunter2!", "••••••")]
    [InlineData("hunter2", "hunter2")]
    public void Apply_KnownSecret_IsReplacedAndTheRestStays(string text, string expected)
        => new SecretMasker(["hunter2!"]).Apply(text).ShouldBe(expected);

    [Fact]
    public void Apply_NothingToMask_ReturnsTheSameInstance()
    {
        const string text = "The cart holds 3 items";
        new SecretMasker().Apply(text).ShouldBeSameAs(text);
        new SecretMasker(["s3cret"]).Apply(text).ShouldBeSameAs(text);
    }

    [Theory]
    [InlineData("Enter 42 as the code", "Enter ••• as the code")]
    [InlineData("Order 1425 costs 4200", "Order 1425 costs 4200")]
    [InlineData("pin=42&next=1", "pin=•••&next=1")]
    public void Apply_ShortSecret_IsMaskedOnlyWhereItStandsAlone(string text, string expected)
        => new SecretMasker(["42"]).Apply(text).ShouldBe(expected);

    [Fact]
    public void Apply_OverlappingSecrets_LeavesNoPartOfEither()
        => new SecretMasker(["abcdef", "defghi"]).Apply("x abcdefghi y").ShouldBe("x ••• y");

    [Fact]
    public void Apply_SecretWithinALongerOne_MasksTheLongerOne()
        => new SecretMasker(["pass", "pass-word-9"]).Apply("pass-word-9 pass").ShouldBe("••• •••");

    [Theory]
    [InlineData("p\"w\\d é+1 &<x>")]
    [InlineData("naïve pässword 100%")]
    [InlineData("tab\tand\nline")]
    public void Apply_EncodedForms_AreMasked(string secret)
    {
        var masker = new SecretMasker([secret]);
        foreach (var form in Encodings(secret))
            masker.Apply($"before {form} after").ShouldBe("before ••• after");
    }

    [Fact]
    public void Add_BlankOrMask_IsNoSecret()
    {
        var masker = new SecretMasker(["", "  ", "•••"]);
        masker.Add(null);
        masker.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void Apply_AnySecretInAnyEncoding_NeverSurvives()
        => Prop.ForAll<NonNull<string>, NonEmptyString, NonNull<string>>((before, secret, after) =>
        {
            var value = secret.Get;
            if (value.Trim().Length < 4 || value.Contains('•', StringComparison.Ordinal) || HasLoneSurrogate(value))
                return true;
            var masker = new SecretMasker([value]);
            return Encodings(value).All(form => !masker.Apply(before.Get + form + after.Get).Contains(form, StringComparison.Ordinal));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Apply_Twice_IsTheSameAsOnce()
        => Prop.ForAll<NonNull<string>, NonEmptyString, NonEmptyString>((text, first, second) =>
        {
            var masker = new SecretMasker(["1st:" + first.Get, "2nd:" + second.Get]);
            var once = masker.Apply($"{text.Get}1st:{first.Get} 2nd:{second.Get}{text.Get}");
            return masker.Apply(once) == once;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Apply_TextWithoutTheSecret_IsUnchanged()
        => Prop.ForAll<NonNull<string>>(text => new SecretMasker(["\u2603secret\u2603"]).Apply(text.Get) == text.Get).Check(Config.QuickThrowOnFailure);

    private static IEnumerable<string> Encodings(string value) =>
    [
        value,
        Uri.EscapeDataString(value),
        WebUtility.UrlEncode(value),
        WebUtility.HtmlEncode(value),
        JsonSerializer.Serialize(value)[1..^1],
        JsonSerializer.Serialize(value, RelaxedJson)[1..^1],
    ];

    private static readonly JsonSerializerOptions RelaxedJson = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static bool HasLoneSurrogate(string value) => value.EnumerateRunes().Any(rune => rune == System.Text.Rune.ReplacementChar);
}
