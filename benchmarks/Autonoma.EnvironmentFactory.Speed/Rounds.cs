using System.Globalization;

namespace Autonoma.EnvironmentFactory.Speed;

/// <summary>Times two sides in turn, so that both meet the same load of the machine, and prints the ratio of their throughputs.</summary>
internal static class Rounds
{
    /// <param name="title">What is timed.</param>
    /// <param name="rounds">How often; one more goes before, to warm up.</param>
    /// <param name="times">How many of it one round does.</param>
    /// <param name="ours">Milliseconds of one round, by name.</param>
    /// <param name="theirs">The same of the peer.</param>
    /// <param name="target">The least ratio that is aimed at; null for none.</param>
    public static async Task CompareAsync(string title, int rounds, int times, Func<Task<Times>> ours, Func<Task<Times>> theirs, double? target = null)
    {
        var measured = new List<(Times Ours, Times Theirs)>();
        for (var round = 0; round <= rounds; round++)
        {
            // Who goes first changes.
            Times a, b;
            if (round % 2 == 0)
            {
                a = await ours();
                b = await theirs();
            }
            else
            {
                b = await theirs();
                a = await ours();
            }

            if (round > 0)
                measured.Add((a, b));
        }

        Print($"{title}, {measured[0].Ours.FirstName}", measured, time => time.First, times, null);
        Print($"{title}, {measured[0].Ours.SecondName}", measured, time => time.Second, times, null);
        if (target is not null)
            Print($"{title}, both", measured, time => time.First + time.Second, times, target);
    }

    private static void Print(string title, List<(Times Ours, Times Theirs)> measured, Func<Times, double> of, int times, double? target)
    {
        var ratios = measured.Select(round => of(round.Theirs) / of(round.Ours)).Order().ToList();
        var ratio = Median(ratios);
        var verdict = target is null ? "" : ratio >= target ? $"   target {target:0.0}: met" : $"   target {target:0.0}: MISSED";
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{title,-44} {Median(measured.Select(round => of(round.Ours) / times)),10:0.0000} ms {Median(measured.Select(round => of(round.Theirs) / times)),10:0.0000} ms   {ratio,6:0.00} times ({ratios[0]:0.00} to {ratios[^1]:0.00}){verdict}"));
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}

/// <summary>Milliseconds of the two halves of a round.</summary>
internal readonly record struct Times(string FirstName, double First, string SecondName, double Second)
{
    public static Times Of(System.Text.Json.JsonElement answer)
    {
        var members = answer.EnumerateObject().ToList();
        return new(members[0].Name, members[0].Value.GetDouble(), members[1].Name, members[1].Value.GetDouble());
    }
}
