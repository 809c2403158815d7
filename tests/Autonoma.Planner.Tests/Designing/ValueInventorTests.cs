using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Autonoma.Planner.Designing;
using Autonoma.Planner.Designing.Values;

namespace Autonoma.Planner.Tests.Designing;

public sealed class ValueInventorTests
{
    private static readonly ValueInventor Values = new(_ => 0);

    private static JsonNode? Of(string model, string name, string type, ValueLimits? limits = null, int number = 0, bool varies = false)
    {
        var field = new StoredField(name, type) { Limits = limits ?? ValueLimits.None };
        return Values.Value(new StoredModel(model, [field]), field, number, varies);
    }

    [Theory]
    [InlineData("Supplier", "contactEmail", "string", @"^[a-z.]+@example\.com$")]
    [InlineData("Guest", "phone_number", "string", @"^\+44 20 7946 0\d{3}$")]
    [InlineData("Patient", "birthDate", "date", @"^19\d\d-\d\d-\d\d$|^200\d-\d\d-\d\d$")]
    [InlineData("Booking", "startsAt", "datetimeoffset", @"^2039-\d\d-\d\dT\d\d:\d\d:00Z$")]
    [InlineData("Voucher", "validUntil", "date", "^2039-")]
    [InlineData("Shift", "length", "timespan", @"^0[01]:\d\d:00$")]
    [InlineData("Depot", "countryCode", "string", "^[A-Z]{2}$")]
    [InlineData("Depot", "ZipCode", "string", @"\d.*\d|\d")]
    [InlineData("Author", "website", "string", @"^https://www\.example\.com/")]
    [InlineData("Ticket", "reference", "string", @"^TIC-\d{4}$")]
    [InlineData("Wagon", "uuid", "guid", "^[0-9a-f-]{36}$")]
    public void Value_ByNameAndType_IsWhatPeopleWouldWrite(string model, string name, string type, string expected)
    {
        for (var number = 0; number < 40; number++)
            Regex.IsMatch(Of(model, name, type, number: number)!.GetValue<string>(), expected).ShouldBeTrue($"{name}: {Of(model, name, type, number: number)}");
    }

    [Theory]
    [InlineData("^[A-Z]{2}\\d{6}$")]
    [InlineData("^(?:KG|ML)-[0-9]{3}(-[a-f]{2})?$")]
    [InlineData("[a-z]+(-[a-z]+)*")]
    [InlineData(@"^\d{3}-\d{2}-\d{4}$")]
    [InlineData(@"^#([0-9a-fA-F]{6})$")]
    [InlineData(@"^\+?\d{7,15}$")]
    [InlineData(@"^[\w.]+/\w{2,4}$")]
    public void Pattern_OfAUsualKind_IsMatched_AndGivesManyValues(string pattern)
    {
        var made = Enumerable.Range(0, 40).Select(number => PatternText.Make(pattern, number)).ToList();

        made.ShouldAllBe(text => text != null && Regex.IsMatch(text, $"^(?:{pattern})$"));
        made.Distinct().Count().ShouldBeGreaterThan(20, string.Join(' ', made.Take(5)));
    }

    [Theory]
    [InlineData("(?=.*[A-Z]).{8}")]
    [InlineData("[^a-z]+")]
    [InlineData("(unclosed")]
    [InlineData("*")]
    [InlineData("[]")]
    public void Pattern_OfAnotherKind_GivesNothing(string pattern) => PatternText.Make(pattern, 3).ShouldBeNull();

    [Fact]
    public void Value_WithLengths_KeepsThem()
    {
        for (var least = 0; least < 30; least += 3)
        {
            for (var most = Math.Max(8, least); most < 60; most += 7)
            {
                foreach (var (model, name) in ((string, string)[])[("Product", "name"), ("Member", "fullName"), ("Note", "text"), ("Task", "description"), ("Client", "companyName"), ("Box", "slug")])
                {
                    var value = Of(model, name, "string", new() { MinLength = least, MaxLength = most }, number: least + most)!.GetValue<string>();
                    value.Length.ShouldBeInRange(least, most, $"{model}.{name}: {value}");
                    value.Trim().ShouldBe(value);
                }
            }
        }
    }

    [Fact]
    public void Value_ThatVaries_HoldsTheRun_AndKeepsItsLengthOnceTheRunIsKnown()
    {
        foreach (var most in (int[])[12, 20, 40, 254])
        {
            foreach (var (model, name) in ((string, string)[])[("User", "userName"), ("Shop", "slug"), ("Team", "name"), ("Project", "title")])
            {
                var value = Of(model, name, "string", new() { MaxLength = most }, varies: true)!.GetValue<string>();
                value.ShouldContain(ValueInventor.RunToken);
                value.Replace(ValueInventor.RunToken, "01234567", StringComparison.Ordinal).Length.ShouldBeLessThanOrEqualTo(most, value);
            }
        }
    }

    [Theory]
    [InlineData(1, 5)]
    [InlineData(100, 100)]
    [InlineData(-3, -1)]
    [InlineData(0.01, 0.05)]
    public void Value_OfANumber_StaysInItsRange(double least, double most)
    {
        for (var number = 0; number < 50; number++)
        {
            var value = Of("Product", "price", "decimal", new() { Least = (decimal)least, Most = (decimal)most }, number)!.GetValue<decimal>();
            value.ShouldBeInRange((decimal)least, (decimal)most);
        }
    }

    [Theory]
    [InlineData("payload", "bytes")]
    [InlineData("settings", "json")]
    public void Value_OfWhatNobodyCanInvent_IsNone(string name, string type) => Of("Thing", name, type).ShouldBeNull();

    [Fact]
    public void People_OfTwoLists_AreNotTheSame()
    {
        var names = Enumerable.Range(0, 500).Select(number => Of("Guest", "fullName", "string", number: number)!.GetValue<string>()).ToList();

        names.ShouldBeUnique();
    }
}
