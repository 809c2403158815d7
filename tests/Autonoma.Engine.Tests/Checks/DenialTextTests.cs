using Autonoma.Engine.Checks.Scenes;

namespace Autonoma.Engine.Tests.Checks;

public sealed class DenialTextTests
{
    [Theory]
    [InlineData("Sauna ✗")]
    [InlineData("Terrace: –")]
    [InlineData("Gate not yet announced")]
    [InlineData("Sauna ×")]
    public void Denies_WhatSaysNo_Does(string text) => DenialText.Denies(text, _ => false).ShouldBeTrue();

    [Theory]
    [InlineData("2 × Espresso")]
    [InlineData("30 × 40 cm")]
    [InlineData("Terrace: south – west")]
    [InlineData("Sauna included")]
    public void Denies_WhatSaysItIsThere_DoesNot(string text) => DenialText.Denies(text, _ => false).ShouldBeFalse();

    [Fact]
    public void Denies_AWordThatIsAskedFor_IsNoDenial() => DenialText.Denies("Cancelled orders", word => word == "cancelled").ShouldBeFalse();

    [Theory]
    [InlineData("Parking on request")]
    [InlineData("Cellar? Ask us")]
    public void TakesBack_WhatMakesTerms_Does(string text) => DenialText.TakesBack(text, _ => false).ShouldBeTrue();

    [Theory]
    [InlineData("—", true)]
    [InlineData("not set", true)]
    [InlineData("no technician", true)]
    [InlineData("0.00", true)]
    [InlineData("no parking", false)]
    [InlineData("Ada Lang", false)]
    public void IsNothing_IsWhatStandsInAnEmptyCell(string text, bool expected) => DenialText.IsNothing(text, ["technician"]).ShouldBe(expected);
}
