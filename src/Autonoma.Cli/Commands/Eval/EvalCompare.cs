using System.CommandLine;
using System.Globalization;
using Autonoma.AI.Evaluating;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Language;

namespace Autonoma.Cli.Commands.Eval;

/// <summary><c>autonoma eval compare</c>: what got better and what got worse between two evaluations.</summary>
internal sealed class EvalCompare
{
    private readonly ToolEnvironment _environment;
    private readonly Argument<string> _before = new("before") { Description = "Result of the first evaluation." };
    private readonly Argument<string> _after = new("after") { Description = "Result of the second." };
    private readonly Option<string> _threshold = new("--threshold") { Description = "How many percentage points fewer may come out right in a kind. Default: 0. More false acceptances are never allowed.", HelpName = "POINTS" };
    private readonly Option<string[]> _kinds = new("--kind") { Description = "Compare this kind alone; several with commas.", HelpName = "NAME" };

    private EvalCompare(ToolEnvironment environment, Command command)
    {
        _environment = environment;
        command.Arguments.Add(_before);
        command.Arguments.Add(_after);
        command.Options.Add(_threshold);
        command.Options.Add(_kinds);
        command.SetAction(RunAsync);
    }

    public static Command Create(ToolEnvironment environment)
    {
        var command = new Command("compare", "Compare two results of benchmarks/Autonoma.Accuracy --evaluate. Ends with 1 when something got worse.");
        _ = new EvalCompare(environment, command);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var threshold = Threshold(parsed.GetValue(_threshold));
        var before = await ReadAsync(parsed.GetValue(_before)!, cancellationToken);
        var after = await ReadAsync(parsed.GetValue(_after)!, cancellationToken);
        var compared = Chosen(KindComparison.Of(before, after), parsed.GetValue(_kinds) ?? []);
        if (compared.Sum(kind => kind.Common) == 0)
            throw new UserInputException($"{parsed.GetValue(_before)} and {parsed.GetValue(_after)} have no case in common: they were not made from the same corpus.");
        await _environment.Out.WriteLineAsync($"{before.Model} -> {after.Model}");
        foreach (var kind in compared)
            await PrintAsync(kind);
        foreach (var added in after.Kinds.Where(kind => before.Kinds.All(other => other.Name != kind.Name)))
            await _environment.Out.WriteLineAsync($"{added.Name} is in {parsed.GetValue(_after)} alone and is not compared.");
        var worse = compared.Where(kind => kind.IsWorse(threshold)).Select(kind => kind.Name).ToList();
        await _environment.Out.WriteLineAsync(worse.Count > 0 ? $"Worse: {string.Join(", ", worse)}." : Invariant($"Nothing got worse by more than {threshold:0.##} points."));
        return worse.Count > 0 ? ExitCodes.Failed : ExitCodes.Passed;
    }

    private async Task PrintAsync(KindComparison kind)
    {
        var (tokens, cost) = (kind.Tokens, kind.Cost);
        await _environment.Out.WriteLineAsync(Invariant($"{kind.Name}: right {kind.RightBefore} -> {kind.RightAfter} of {kind.Total} ({kind.Points:+0.0;-0.0;0.0} points), false accepted {kind.FalseAcceptedBefore} -> {kind.FalseAcceptedAfter}, tokens {tokens.Before:N0} -> {tokens.After:N0}, cost {Money(cost.Before)} -> {Money(cost.After)}"));
        foreach (var change in kind.Worse)
            await _environment.Out.WriteLineAsync($"  worse   {Text(change)}");
        foreach (var change in kind.Better)
            await _environment.Out.WriteLineAsync($"  better  {Text(change)}");
        if (kind.Total > kind.Common)
            await _environment.Out.WriteLineAsync(Invariant($"  {kind.Total - kind.Common} of {kind.Total} cases were not measured again and count as not right; tokens and cost are of the rest."));
        if (kind.Added > 0)
            await _environment.Out.WriteLineAsync(Invariant($"  {kind.Added} cases are new and not compared."));
    }

    private static string Text(CaseChange change)
        => $"{change.Before.Id}: {Mark(change.Before)} -> {(change.After is { } after ? $"{Mark(after)}: {after.Got.ReplaceLineEndings(" ")}" : "not measured")}";

    private static string Mark(EvaluationCase one) => one.FalseAccepted ? "falsely accepted" : one.Mark.ToString().ToLowerInvariant();

    private static string Money(decimal? cost) => cost is { } dollars ? Invariant($"${dollars:0.####}") : "not known";

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    private static double Threshold(string? text)
    {
        if (text is null)
            return 0;
        return double.TryParse(text.TrimEnd('%', ' '), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var points) && points is >= 0 and <= 100 ? points
            : throw new UserInputException($"--threshold: must be a number of percentage points from 0 to 100, and here it is '{text}'. Example: 2.5");
    }

    private static IReadOnlyList<KindComparison> Chosen(IReadOnlyList<KindComparison> all, string[] given)
    {
        var names = given.SelectMany(text => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).ToList();
        var known = all.Select(kind => kind.Name).ToList();
        if (names.FirstOrDefault(name => !known.Contains(name)) is { } unknown)
            throw new UserInputException($"--kind: the first result has no kind '{unknown}'.{(Spelling.Nearest(unknown, known) is { } near ? $" Did you mean '{near}'?" : "")} There are: {string.Join(", ", known)}.");
        return names.Count == 0 ? all : [.. all.Where(kind => names.Contains(kind.Name))];
    }

    private async Task<EvaluationResult> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var full = _environment.FullPath(path);
        if (!File.Exists(full))
        {
            var folder = Path.GetDirectoryName(full);
            var near = Directory.Exists(folder) ? Spelling.Nearest(Path.GetFileName(full), Directory.EnumerateFiles(folder).Select(file => Path.GetFileName(file))) : null;
            throw new UserInputException($"There is no file '{path}'.{(near is null ? "" : $" Did you mean '{near}'?")}");
        }

        try
        {
            return EvaluationResult.Parse(await File.ReadAllTextAsync(full, cancellationToken));
        }
        catch (FormatException e)
        {
            throw new UserInputException($"{path} is no result of an evaluation: {e.Message}", e);
        }
    }
}
