using System.Globalization;

namespace Autonoma.Benchmarks;

/// <summary>The command line of a benchmark: <c>--name value</c>, each at most once. What is wrong with it is said in a line, and ends the process with 2.</summary>
internal sealed class OptionLine
{
    private readonly Dictionary<string, string> _said = new(StringComparer.Ordinal);

    /// <param name="args">What was said.</param>
    /// <param name="known">Names of all options, with their dashes.</param>
    public OptionLine(string[] args, params string[] known)
    {
        for (var i = 0; i < args.Length; i += 2)
        {
            if (!known.Contains(args[i], StringComparer.Ordinal))
                End($"{args[i]} is not an option. Options: {string.Join(", ", known)}");
            if (i + 1 == args.Length)
                End($"{args[i]} has no value.");
            if (!_said.TryAdd(args[i], args[i + 1]))
                End($"{args[i]} is said twice.");
        }
    }

    public string? Text(string name) => _said.GetValueOrDefault(name);

    public string[] List(string name, string otherwise) => (Text(name) ?? otherwise).Split(',');

    public int Number(string name, int otherwise)
    {
        if (Text(name) is not { } text)
            return otherwise;
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            End($"{name} is a whole number, and not '{text}'.");
        return number;
    }

    private static void End(string reason)
    {
        Console.Error.WriteLine(reason);
        Environment.Exit(2);
    }
}
