using System.Text.Json.Nodes;
using Bogus.DataSets;

namespace Autonoma.Scenarios.Variables.Faking;

/// <summary>People, phones, places.</summary>
internal static class PeopleAndPlaces
{
    private static readonly string[] Sexes = ["female", "male"];
    private static readonly string[] Genders = ["Agender", "Androgyne", "Bigender", "Cis female", "Cis male", "Female", "Genderfluid", "Intersex", "Male", "Non-binary", "Trans female", "Trans male"];
    private static readonly string[] Signs = ["Aquarius", "Aries", "Cancer", "Capricorn", "Gemini", "Leo", "Libra", "Pisces", "Sagittarius", "Scorpio", "Taurus", "Virgo"];
    private static readonly string[] Continents = ["Africa", "Antarctica", "Asia", "Australia", "Europe", "North America", "South America"];
    private static readonly string[] Languages = ["Arabic", "Bengali", "Chinese", "English", "French", "German", "Hindi", "Italian", "Japanese", "Korean", "Portuguese", "Russian", "Spanish", "Turkish"];

    public static Dictionary<string, Func<FakeSource, JsonNode>> Generators { get; } = new(StringComparer.Ordinal)
    {
        ["person.firstName"] = s => s.Faker.Name.FirstName(),
        ["person.lastName"] = s => s.Faker.Name.LastName(),
        ["person.middleName"] = s => s.Faker.Name.FirstName(),
        ["person.fullName"] = s => s.Faker.Name.FullName(),
        ["person.prefix"] = s => s.Faker.Name.Prefix(),
        ["person.suffix"] = s => s.Faker.Name.Suffix(),
        ["person.jobTitle"] = s => s.Faker.Name.JobTitle(),
        ["person.jobType"] = s => s.Faker.Name.JobType(),
        ["person.jobArea"] = s => s.Faker.Name.JobArea(),
        ["person.jobDescriptor"] = s => s.Faker.Name.JobDescriptor(),
        ["person.sex"] = s => s.Random.ArrayElement(Sexes),
        ["person.sexType"] = s => s.Random.ArrayElement(Sexes),
        ["person.gender"] = s => s.Random.ArrayElement(Genders),
        ["person.zodiacSign"] = s => s.Random.ArrayElement(Signs),
        ["person.bio"] = s => $"{s.Faker.Name.JobTitle()}, {s.Faker.Hacker.Noun()} enthusiast",
        ["phone.number"] = s => s.Faker.Phone.PhoneNumber("###-555-01##"),
        ["phone.imei"] = s => s.Random.ReplaceNumbers("##-######-######-#"),
        ["location.street"] = s => s.Faker.Address.StreetName(),
        ["location.streetAddress"] = s => s.Faker.Address.StreetAddress(),
        ["location.secondaryAddress"] = s => s.Faker.Address.SecondaryAddress(),
        ["location.buildingNumber"] = s => s.Faker.Address.BuildingNumber(),
        ["location.city"] = s => s.Faker.Address.City(),
        ["location.county"] = s => s.Faker.Address.County(),
        ["location.state"] = s => s.Faker.Address.State(),
        ["location.country"] = s => s.Faker.Address.Country(),
        ["location.countryCode"] = s => s.Faker.Address.CountryCode(Iso3166Format.Alpha2),
        ["location.continent"] = s => s.Random.ArrayElement(Continents),
        ["location.language"] = s => s.Random.ArrayElement(Languages),
        ["location.zipCode"] = s => s.Faker.Address.ZipCode("#####"),
        ["location.latitude"] = s => Math.Round(s.Faker.Address.Latitude(), 4),
        ["location.longitude"] = s => Math.Round(s.Faker.Address.Longitude(), 4),
        ["location.direction"] = s => s.Faker.Address.Direction(),
        ["location.cardinalDirection"] = s => s.Faker.Address.CardinalDirection(),
        ["location.ordinalDirection"] = s => s.Faker.Address.OrdinalDirection(),
        ["location.timeZone"] = s => s.Faker.Date.TimeZoneString(),
        // The names of the versions before 8, which recipes still use.
        ["name.firstName"] = s => s.Faker.Name.FirstName(),
        ["name.lastName"] = s => s.Faker.Name.LastName(),
        ["name.fullName"] = s => s.Faker.Name.FullName(),
        ["name.jobTitle"] = s => s.Faker.Name.JobTitle(),
        ["address.city"] = s => s.Faker.Address.City(),
        ["address.country"] = s => s.Faker.Address.Country(),
        ["address.state"] = s => s.Faker.Address.State(),
        ["address.streetAddress"] = s => s.Faker.Address.StreetAddress(),
        ["address.zipCode"] = s => s.Faker.Address.ZipCode("#####"),
        ["phone.phoneNumber"] = s => s.Faker.Phone.PhoneNumber("###-555-01##"),
    };
}
