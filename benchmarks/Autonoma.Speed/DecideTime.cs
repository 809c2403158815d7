using System.Diagnostics;
using System.Globalization;
using System.Text;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Grounding;
using Autonoma.Engine.Instructions;
using Autonoma.Engine.Commands;
using Autonoma.Engine.Web;

namespace Autonoma.Speed;

/// <summary>Look, read, ground: what a step costs before anything is done.</summary>
public static class DecideTime
{
    public static async Task RunAsync(string? executable, int most)
    {
        await using var browser = await WebBrowser.LaunchAsync(new BrowserOptions { ExecutablePath = executable }, CancellationToken.None);
        foreach (var elements in ((int[])[300, 1000, 3000, 10_000]).Where(count => count <= most))
        {
            await using var driver = await browser.OpenAsync(new WebSessionOptions(), CancellationToken.None);
            await driver.Page.SetContentAsync(Page(elements));
            var reader = new StepReader();
            var grounder = new Grounder();
            var rows = Math.Max(1, (elements - 20) / 8);
            var rounds = elements > 2000 ? 15 : 60;
            // A process that has just started compiles while it works; a suite's later steps find everything compiled. Both are told.
            var cold = new Times();
            var warm = new Times();
            for (var i = -5; i < rounds; i++)
                await DecideAsync(i, i < 0 ? null : cold);
            for (var i = 0; i < 4 * rounds; i++)
                await DecideAsync(i, null);
            for (var i = 0; i < rounds; i++)
                await DecideAsync(i, warm);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {elements,6} elements: {warm}; per 1,000 elements {At(warm.Total, 0.5) * 1000 / elements:0.0} ms"));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"         {"",8} (just started: {cold})"));

            async Task DecideAsync(int i, Times? times)
            {
                var row = 1 + (Math.Abs(i * 37) % rows);
                var sentence = (i % 3) switch { 0 => $"Click the Edit button in the row of Person {row} Example", 1 => "Click \"New person\"", _ => "Type \"Oak\" into the Search people field" };
                var start = Stopwatch.GetTimestamp();
                var observation = await driver.Screen.ObserveAsync(ObserveOptions.Default, CancellationToken.None);
                var looked = Stopwatch.GetTimestamp();
                var reading = reader.Read(sentence);
                var (target, purpose) = reading.Commands[0] is TypeArguments type ? (type.Target!, GroundingPurpose.Type) : (((ClickArguments)reading.Commands[0]).Target, GroundingPurpose.Click);
                var result = grounder.Ground(target, purpose, observation, GroundingContext.None);
                var end = Stopwatch.GetTimestamp();
                if (result.Outcome != GroundingOutcome.Found)
                    throw new InvalidOperationException($"{sentence}: {result.Explanation}");
                times?.Look.Add(Stopwatch.GetElapsedTime(start, looked).TotalMilliseconds);
                times?.Ground.Add(Stopwatch.GetElapsedTime(looked, end).TotalMilliseconds);
                times?.Total.Add(Stopwatch.GetElapsedTime(start, end).TotalMilliseconds);
            }
        }
    }

    private sealed record Times
    {
        public List<double> Look { get; } = [];

        public List<double> Ground { get; } = [];

        public List<double> Total { get; } = [];

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"p50 {At(Total, 0.5):0.0} ms, p95 {At(Total, 0.95):0.0} ms (look p50 {At(Look, 0.5):0.0}, read and ground p50 {At(Ground, 0.5):0.0})");
    }

    private static double At(List<double> values, double share) => values.Order().ElementAt((int)(values.Count * share));

    // Eight elements a row: the row, five cells, two buttons.
    private static string Page(int elements)
    {
        var html = new StringBuilder("<!doctype html><title>People</title><style>body{font:14px sans-serif}td{padding:4px;border-bottom:1px solid #ddd}</style><h1>People</h1><label>Search people <input></label><button>New person</button><table><thead><tr><th>Name<th>Mail<th>City<th>Since<th>Actions</thead><tbody>");
        for (var row = 1; row <= Math.Max(1, (elements - 20) / 8); row++)
            html.Append(CultureInfo.InvariantCulture, $"<tr><td>Person {row} Example<td>p{row}@people.test<td>City {row % 17}<td>20{row % 30:00}-01-02<td><button>Edit</button> <button>Remove</button></tr>");
        return html.Append("</tbody></table>").ToString();
    }
}
