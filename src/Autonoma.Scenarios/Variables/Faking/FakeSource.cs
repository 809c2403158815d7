using System.Globalization;
using Bogus;

namespace Autonoma.Scenarios.Variables.Faking;

/// <summary>What a generator draws from: random numbers of one variable of one run, and the day that dates count from.</summary>
internal sealed class FakeSource
{
    private static readonly string[] ExampleDomains = ["example.com", "example.net", "example.org"];

    public FakeSource(int seed, DateTimeOffset now, string unique)
    {
        Faker = new Faker("en") { Random = new Randomizer(seed) };
        Day = now.UtcDateTime.Date;
        Unique = unique;
    }

    public Faker Faker { get; }

    public Randomizer Random => Faker.Random;

    /// <summary>Midnight of the run's day, in UTC.</summary>
    public DateTime Day { get; }

    /// <summary>The run's short id: what must be unique ends in it.</summary>
    public string Unique { get; }

    /// <summary>An address that nobody owns: no message to it reaches a stranger.</summary>
    public string Email() => $"{UserName()}@{Random.ArrayElement(ExampleDomains)}".ToLowerInvariant();

    public string UserName() => $"{Letters(Faker.Name.FirstName())}.{Letters(Faker.Name.LastName())}.{Unique}";

    public string Host() => $"{Faker.Internet.DomainWord()}.{Random.ArrayElement(ExampleDomains)}".ToLowerInvariant();

    public static string Moment(DateTime time) => DateTime.SpecifyKind(time, DateTimeKind.Utc).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static string Letters(string name) => string.Concat(name.Where(char.IsAsciiLetterOrDigit));
}
