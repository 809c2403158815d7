using System.Globalization;
using Autonoma.Engine.Commands.Values;

namespace Autonoma.Engine.Tests.Commands;

public sealed class HumanDateTests
{
    private static readonly DateOnly Today = new(2031, 3, 10);

    [Theory]
    [InlineData("17 March 2031", "2031-03-17")]
    [InlineData("March 17th, 2031", "2031-03-17")]
    [InlineData("Monday, 17 March 2031", "2031-03-17")]
    [InlineData("17. März 2031", "2031-03-17")]
    [InlineData("17 mars 2031", "2031-03-17")]
    [InlineData("2031-03-17", "2031-03-17")]
    [InlineData("17.03.2031", "2031-03-17")]
    [InlineData("17/03/2031", "2031-03-17")]
    [InlineData("03/04/2031", "2031-03-04")]
    [InlineData("2031年3月17日", "2031-03-17")]
    [InlineData("tomorrow", "2031-03-11")]
    [InlineData("Dec 1, 2030", "2030-12-01")]
    public void Parse_OfADay_GivesIt(string text, string day)
        => HumanDate.Parse(text, CultureInfo.GetCultureInfo("en-US"), Today)!.Date!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture).ShouldBe(day);

    [Fact]
    public void Parse_OfDigitsInBritain_PutsTheDayFirst()
        => HumanDate.Parse("03/04/2031", CultureInfo.GetCultureInfo("en-GB"), Today)!.Date.ShouldBe(new DateOnly(2031, 4, 3));

    [Theory]
    [InlineData("31 February 2031")]
    [InlineData("Acme Ltd")]
    [InlineData("Option 3 of 2031")]
    [InlineData("32 March 2031")]
    [InlineData("2031")]
    [InlineData("")]
    public void Parse_OfSomethingElse_IsNothing(string text) => HumanDate.Parse(text, CultureInfo.GetCultureInfo("en-US"), Today).ShouldBeNull();

    [Theory]
    [InlineData("the 17th", null, 17)]
    [InlineData("5 April", 4, 5)]
    public void Parse_OfAPart_LeavesTheRestOpen(string text, int? month, int day)
    {
        var date = HumanDate.Parse(text, CultureInfo.GetCultureInfo("en-US"), Today)!;
        (date.Year, date.Month, date.Day).ShouldBe((null, month, day));
    }

    [Theory]
    [InlineData("March 2031", 2031, 3)]
    [InlineData("‹ März 2031 ›", 2031, 3)]
    [InlineData("2031年3月", 2031, 3)]
    [InlineData("03/2031", 2031, 3)]
    public void ParseMonth_OfAHeading_GivesIt(string text, int year, int month) => HumanDate.ParseMonth(text).ShouldBe((year, month));

    [Theory]
    [InlineData("1,250.50", 1250.50, false)]
    [InlineData("1.250,50 €", 1250.50, false)]
    [InlineData("12,5", 12.5, false)]
    [InlineData("1,250", 1250, false)]
    [InlineData("-3", -3, false)]
    [InlineData("80 %", 80, true)]
    [InlineData("1 250 000", 1250000, false)]
    public void HumanNumber_OfANumber_GivesIt(string text, decimal number, bool percent)
    {
        HumanNumber.TryParse(text, out var value, out var isPercent).ShouldBeTrue();
        value.ShouldBe(number);
        isPercent.ShouldBe(percent);
    }

    [Theory]
    [InlineData("3 of 10")]
    [InlineData("many")]
    public void HumanNumber_OfNoneOrSeveral_IsNothing(string text) => HumanNumber.TryParse(text, out _, out _).ShouldBeFalse();

    [Theory]
    [InlineData("2:30 pm", 14, 30)]
    [InlineData("14:30", 14, 30)]
    [InlineData("9 am", 9, 0)]
    [InlineData("12 am", 0, 0)]
    [InlineData("noon", 12, 0)]
    [InlineData("14h30", 14, 30)]
    public void Time_OfAClock_GivesIt(string text, int hour, int minute) => FieldForm.Time(text).ShouldBe(new TimeOnly(hour, minute));

    [Theory]
    [InlineData("25:00")]
    [InlineData("13 pm")]
    [InlineData("9")]
    public void Time_OfSomethingElse_IsNothing(string text) => FieldForm.Time(text).ShouldBeNull();
}
