using System.Globalization;
using System.Text.RegularExpressions;
using Autonoma.Planner.Designing;
using Autonoma.Scenarios.Client;
using Autonoma.Scenarios.Lifecycle;

namespace Autonoma.Planner.Pipeline.Proving.Mending;

/// <summary>
/// Tells what is the handler's fault from what is the scenario's. Codes and statuses come first; below them, the words that databases and validators of the usual
/// kinds use. What is not known is the handler's: a scenario is not bent until something passes.
/// </summary>
public static partial class FaultReader
{
    /// <summary>The faults of a proof.</summary>
    /// <param name="proof">It did not pass.</param>
    /// <param name="scenarios">What was sent.</param>
    public static IReadOnlyList<Fault> Read(ScenarioProof proof, IReadOnlyList<ScenarioDesign> scenarios)
    {
        ArgumentNullException.ThrowIfNull(proof);
        ArgumentNullException.ThrowIfNull(scenarios);
        var faults = proof.Preflight.Select(problem => Preflight(problem, scenarios)).ToList();
        foreach (var check in proof.Checks.Where(check => !check.Passed))
            faults.AddRange(Of(check, scenarios.FirstOrDefault(scenario => scenario.Name == check.Scenario)));
        if (faults.Count == 0)
            faults.AddRange(proof.Issues.Select(issue => new Fault(FaultSide.Handler, FaultCause.Endpoint, "", issue)));
        return faults;
    }

    private static Fault Preflight(Autonoma.Scenarios.Recipes.Problem problem, IReadOnlyList<ScenarioDesign> scenarios)
    {
        var place = InRecipe().Match(problem.Path);
        var index = place.Success ? int.Parse(place.Groups["recipe"].Value, CultureInfo.InvariantCulture) : -1;
        var model = place.Groups["model"].Success ? place.Groups["model"].Value : null;
        return new(problem.Code == "unknown-model" ? FaultSide.Handler : FaultSide.Scenario, problem.Code switch
        {
            "unknown-field" or "unknown-children" => FaultCause.UnknownField,
            "wrong-type" => FaultCause.WrongType,
            "wrong-value" => FaultCause.InvalidValue,
            "unknown-alias" => FaultCause.DanglingReference,
            "unknown-model" => FaultCause.MissingFactory,
            _ => FaultCause.Other,
        }, index >= 0 && index < scenarios.Count ? scenarios[index].Name : "", problem.ToString())
        {
            Model = model, Field = place.Groups["field"].Success ? place.Groups["field"].Value : null,
            Words = AllowedWords().Match(problem.Message) is { Success: true } words ? Split(words.Groups[1].Value) : [],
        };
    }

    private static IEnumerable<Fault> Of(ScenarioCheck check, ScenarioDesign? scenario)
    {
        foreach (var part in check.Parts.Where(part => part.Outcome == CheckOutcome.Failed))
        {
            if (part.Name == "up" && check.Failure is { } failure)
            {
                foreach (var fault in Up(failure, check.Scenario, scenario))
                    yield return fault;
            }
            else if (part.Name == "together")
            {
                foreach (var fault in Together(part, check, scenario))
                    yield return fault;
            }
            else
            {
                yield return new(part.Name == "up" ? FaultSide.Scenario : FaultSide.Handler, part.Name switch { "auth" or "login" => FaultCause.Login, "up" => FaultCause.Other, "down" when check.Failure is null or { Failure: not EnvironmentFailure.Http } => FaultCause.Endpoint, _ => FaultCause.Rows }, check.Scenario, part.Message) { Model = ModelIn(part.Message, scenario) };
            }
        }
    }

    private static IReadOnlyList<Fault> Up(EnvironmentException failure, string name, ScenarioDesign? scenario)
    {
        var message = failure.Message;
        if (failure.Failure != EnvironmentFailure.Http || failure.Code is "INVALID_SIGNATURE" or "SAME_SECRETS" or "PRODUCTION_BLOCKED" or "UNKNOWN_ACTION" || failure.Status is 401 or 403 or 404 or 405 or 502 or 503 or 504)
            return [new(FaultSide.Handler, FaultCause.Endpoint, name, message)];
        if (failure.Code is "FACTORY_MISSING_PK")
            return [new(FaultSide.Handler, FaultCause.Crash, name, message) { Model = ModelIn(message, scenario), Alias = AliasIn(message, scenario) }];
        if (Validation().Matches(message) is { Count: > 0 } found)
            return [.. found.Select(match => Refused(match, name, scenario, message)).DistinctBy(fault => (fault.Model, fault.Field, fault.Cause))];
        if (NoFactory().Match(message) is { Success: true } missing)
            return [new(FaultSide.Handler, FaultCause.MissingFactory, name, message) { Model = missing.Groups["model"].Success ? missing.Groups["model"].Value : ModelIn(message, scenario) }];
        if (message.Contains("aliases that no record declares", StringComparison.Ordinal) || message.Contains("undeclared alias", StringComparison.OrdinalIgnoreCase))
            return [new(FaultSide.Scenario, FaultCause.DanglingReference, name, message) { Model = ModelIn(message, scenario) }];
        return [Database(message, name, scenario)];
    }

    // One was made and went well. What is refused of a second one while the first stands is what both have: a value that does not differ from run to run.
    private static IEnumerable<Fault> Together(CheckPart part, ScenarioCheck check, ScenarioDesign? scenario)
    {
        if (check.SecondFailure is { } failure)
            return Up(failure, check.Scenario, scenario).Select(fault => fault is { Side: FaultSide.Scenario, Model: not null } ? fault with { Cause = FaultCause.NotUnique, Field = fault.Field ?? FieldIn(fault.Message, fault.Model, scenario) } : fault);
        // Who answers with a record that is there already finds it by what it is called.
        return Shares().Matches(part.Message) is { Count: > 0 } shared
            ? shared.Select(match => new Fault(FaultSide.Scenario, FaultCause.NotUnique, check.Scenario, match.Value) { Model = match.Groups["model"].Value })
            : [new(FaultSide.Handler, FaultCause.Rows, check.Scenario, part.Message) { Model = ModelIn(part.Message, scenario) }];
    }

    private static Fault Database(string message, string name, ScenarioDesign? scenario)
    {
        var (model, alias) = (ModelIn(message, scenario), AliasIn(message, scenario));
        if (Unique().Match(message) is { Success: true } unique)
            return new(FaultSide.Scenario, FaultCause.NotUnique, name, message) { Model = model, Alias = alias, Field = FieldIn(unique.Groups["where"].Value, model, scenario) };
        if (TooLong().Match(message) is { Success: true } tooLong)
            return new(FaultSide.Scenario, FaultCause.InvalidValue, name, message) { Model = model, Alias = alias, Field = FieldIn(tooLong.Groups["column"].Value, model, scenario), Limits = int.TryParse(tooLong.Groups["most"].Value, CultureInfo.InvariantCulture, out var most) ? new() { MaxLength = most } : ValueLimits.None };
        if (NotNull().Match(message) is { Success: true } missing)
            return new(FaultSide.Scenario, FaultCause.MissingField, name, message) { Model = model, Alias = alias, Field = missing.Groups["column"].Value };
        return new(FaultSide.Handler, FaultCause.Crash, name, message) { Model = model, Alias = alias };
    }

    private static Fault Refused(Match match, string name, ScenarioDesign? scenario, string message)
    {
        var why = match.Groups["why"].Value.Trim();
        var alias = match.Groups["alias"].Success ? match.Groups["alias"].Value : null;
        var fault = new Fault(FaultSide.Scenario, FaultCause.InvalidValue, name, $"{match.Groups["model"].Value}{(match.Groups["field"].Success ? $".{match.Groups["field"].Value}" : "")}: {why}")
        {
            Model = match.Groups["model"].Value, Alias = alias ?? AliasIn(message, scenario), Field = match.Groups["field"].Success ? match.Groups["field"].Value : null,
        };
        if (Required().IsMatch(why))
            return fault with { Cause = FaultCause.MissingField };
        if (AllowedWords().Match(why) is { Success: true } words)
            return fault with { Words = Split(words.Groups[1].Value) };
        if (Typed().Match(why) is { Success: true } typed)
            return fault with { Cause = FaultCause.WrongType, Type = typed.Groups[1].Value };
        return fault with { Limits = Limits(why) };
    }

    private static ValueLimits Limits(string why)
    {
        if (Between().Match(why) is { Success: true } range && decimal.TryParse(range.Groups[1].Value, NumberStyles.Number, CultureInfo.InvariantCulture, out var least) && decimal.TryParse(range.Groups[2].Value, NumberStyles.Number, CultureInfo.InvariantCulture, out var most))
            return new() { Least = least, Most = most };
        if (Expression().Match(why) is { Success: true } expression)
            return new() { Pattern = expression.Groups[1].Value };
        var longest = Longest().Match(why);
        var shortest = Shortest().Match(why);
        return new()
        {
            MaxLength = longest.Success ? int.Parse(longest.Groups[1].Value, CultureInfo.InvariantCulture) : null,
            MinLength = shortest.Success ? int.Parse(shortest.Groups[1].Value, CultureInfo.InvariantCulture) : null,
            Format = why.Contains("e-mail", StringComparison.OrdinalIgnoreCase) || why.Contains("email address", StringComparison.OrdinalIgnoreCase) ? "email" : why.Contains("URL", StringComparison.Ordinal) ? "url" : why.Contains("phone number", StringComparison.OrdinalIgnoreCase) ? "phone" : null,
        };
    }

    private static string? AliasIn(string message, ScenarioDesign? scenario) => scenario?.Records.Select(record => record.Alias).OrderByDescending(alias => alias.Length).FirstOrDefault(alias => message.Contains($"({alias})", StringComparison.Ordinal));

    private static string? ModelIn(string message, ScenarioDesign? scenario)
        => AliasIn(message, scenario) is { } alias ? scenario!.Records.First(record => record.Alias == alias).Model
            : scenario?.Models.OrderByDescending(model => model.Length).FirstOrDefault(model => Regex.IsMatch(message, $@"\b{Regex.Escape(model)}\b", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)));

    // Constraints are called after what they are about: IX_Users_ShopId_Email, users_email_key, Users.Email.
    private static string? FieldIn(string where, string? model, ScenarioDesign? scenario)
    {
        var plain = Designing.Values.NameWords.Plain(where);
        return model is null || plain.Length == 0 ? null : scenario?.Records.Where(record => record.Model == model).SelectMany(record => record.Fields).Where(pair => DesignedRecord.Reference(pair.Value) is null).Select(pair => pair.Key).Distinct(StringComparer.Ordinal)
            .Where(field => plain.Contains(Designing.Values.NameWords.Plain(field), StringComparison.Ordinal)).OrderByDescending(field => field.Length).FirstOrDefault();
    }

    private static string[] Split(string words) => [.. words.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim('"', '\'', '.'))];

    [GeneratedRegex(@"validation failed for model (?<model>\w+)(?:: (?<record>[^,:(]+?)(?: \((?<alias>[^)]+)\))?)?(?:, field (?<field>[\w.\[\]]+))?: (?<why>.+?)(?=; validation failed for model|; and \d+ more|\. Removed again|$)", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Validation();

    [GeneratedRegex(@"Two instances share \d+ (?<model>\w+) records?:[^.]*", RegexOptions.CultureInvariant)]
    private static partial Regex Shares();

    [GeneratedRegex(@"no factory (?:is )?registered(?: for)?(?: (?:the )?model)?[ '""]*(?<model>[A-Z]\w*)?|unknown model[ '""]*(?<model>\w+)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NoFactory();

    [GeneratedRegex(@"(?:duplicate key value violates unique constraint|UNIQUE constraint failed:?|duplicate entry .*? for key|violation of UNIQUE KEY constraint|Cannot insert duplicate key row.*?with unique index|E11000 duplicate key[^:]*index:)\s*['""]?(?<where>[\w.$, ]*)|(?<where>\b\w+) (?:is|has) already (?:been )?(?:taken|in use|exists?)|already exists", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Unique();

    [GeneratedRegex(@"value too long for type character(?: varying)?\((?<most>\d+)\)|data too long for column '(?<column>\w+)'|String or binary data would be truncated(?:.*?column '(?<column>\w+)')?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TooLong();

    [GeneratedRegex(@"null value in column ""(?<column>\w+)""|NOT NULL constraint failed: \w+\.(?<column>\w+)|Column '(?<column>\w+)' cannot be null|Cannot insert the value NULL into column '(?<column>\w+)'", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NotNull();

    [GeneratedRegex(@"^is required|field is required|must not be null|^required$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Required();

    [GeneratedRegex(@"must be one of ([^;]+?)(?:, and here|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AllowedWords();

    [GeneratedRegex(@"must be (?:an? )?(integer|number|boolean|timestamp|date|uuid|text|fitting object or list)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Typed();

    [GeneratedRegex(@"between (-?\d+(?:\.\d+)?) and (-?\d+(?:\.\d+)?)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Between();

    [GeneratedRegex(@"regular expression '(.+)'", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Expression();

    [GeneratedRegex(@"maximum length of '?(\d+)|at most (\d+) characters", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Longest();

    [GeneratedRegex(@"minimum length of '?(\d+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Shortest();

    [GeneratedRegex(@"^recipes\[(?<recipe>\d+)\]\.create(?:\.(?<model>\w+)(?:\[\d+\])?(?:\.(?<field>\w+))?)?", RegexOptions.CultureInvariant)]
    private static partial Regex InRecipe();
}
