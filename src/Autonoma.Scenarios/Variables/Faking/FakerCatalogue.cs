using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Autonoma.Scenarios.Recipes;

namespace Autonoma.Scenarios.Variables.Faking;

/// <summary>The Faker.js methods that recipes can name, each with what makes its value here.</summary>
public static class FakerCatalogue
{
    private static readonly Dictionary<string, Func<FakeSource, JsonNode>> All = PeopleAndPlaces.Generators
        .Concat(CommerceAndMoney.Generators).Concat(NetAndFiles.Generators).Concat(WordsAndNumbers.Generators)
        .ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);

    /// <summary>Every known id, sorted.</summary>
    public static IReadOnlyList<string> Ids { get; } = [.. All.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Whether an id is known.</summary>
    public static bool Knows(string id) => All.ContainsKey(id);

    /// <summary>A value. The same id, run, variable and day give the same one.</summary>
    /// <param name="id">A known id.</param>
    /// <param name="run">Seeds the random numbers, together with the variable's name.</param>
    /// <param name="variable">Two variables of one run differ.</param>
    /// <param name="now">Dates count from its day, in UTC.</param>
    /// <exception cref="KeyNotFoundException">The id is not known.</exception>
    public static JsonNode Make(string id, RunId run, string variable, DateTimeOffset now)
    {
        var seed = BitConverter.ToInt32(SHA256.HashData(Encoding.UTF8.GetBytes($"{run.Value}:{variable}")));
        return All[id](new FakeSource(seed, now, run.Short));
    }
}
