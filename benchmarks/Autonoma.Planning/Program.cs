using System.Globalization;
using Autonoma.Planning;

// dotnet run -c Release --project benchmarks/Autonoma.Planning -- [--keep DIR] [--bugs 1,2,3] [--minutes N]
string? keep = null;
var minutes = 4.0;
var bugs = new List<int>();
for (var i = 0; i < args.Length; i++)
{
    switch (args[i])
    {
        case "--parts" when i + 1 < args.Length && args[i + 1] == "suite":
            i++;
            break;
        case "--keep" when i + 1 < args.Length:
            keep = args[++i];
            break;
        case "--minutes" when i + 1 < args.Length && double.TryParse(args[i + 1], CultureInfo.InvariantCulture, out var given):
            minutes = given;
            i++;
            break;
        case "--bugs" when i + 1 < args.Length && args[i + 1].Split(',').All(text => int.TryParse(text, CultureInfo.InvariantCulture, out _)):
            bugs.AddRange(args[++i].Split(',').Select(text => int.Parse(text, CultureInfo.InvariantCulture)));
            break;
        default:
            await Console.Error.WriteLineAsync("Usage: [--parts suite] [--keep DIR] [--bugs 1,2,3] [--minutes N]");
            return 2;
    }
}

return await new SuitePart(Console.Out).RunAsync(keep, bugs, minutes) ? 0 : 1;
