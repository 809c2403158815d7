using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Autonoma.AI.Evaluating;

/// <summary>How well a model answers: what an evaluation writes and a comparison reads.</summary>
/// <param name="Model">Key of the model that was asked.</param>
/// <param name="Kinds">One for each kind of question.</param>
public sealed partial record EvaluationResult(string Model, IReadOnlyList<EvaluationKind> Kinds)
{
    private static readonly JsonSerializerOptions Serializer = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNameCaseInsensitive = false,
        NumberHandling = JsonNumberHandling.Strict,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <summary>As JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Serializer) + "\n";

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="FormatException">It is something else; the message says what is wrong with it.</exception>
    public static EvaluationResult Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        EvaluationResult result;
        try
        {
            result = JsonSerializer.Deserialize<EvaluationResult>(json, Serializer) ?? throw new FormatException("it is null.");
        }
        catch (JsonException e)
        {
            throw new FormatException(Words(e), e);
        }

        return result.Problem() is { } problem ? throw new FormatException(problem) : result;
    }

    internal static decimal? CostOf(IEnumerable<EvaluationCase> cases)
    {
        decimal sum = 0;
        foreach (var one in cases)
        {
            if (one.Cost is not { } cost)
                return null;
            sum += cost;
        }

        return sum;
    }

    private string? Problem()
    {
        if (Model.Length == 0)
            return "it names no model.";
        // A list of what cannot be null may hold null when it comes from JSON.
        if (Kinds.Any(kind => (object?)kind is null) || Kinds.Any(kind => kind.Cases.Any(one => (object?)one is null) || kind.Skipped.Any(one => (object?)one is null)))
            return "a kind or a case is null.";
        if (Kinds.GroupBy(kind => kind.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
            return $"the kind '{twice.Key}' is there twice.";
        foreach (var kind in Kinds)
        {
            if (kind.Cases.GroupBy(one => one.Id, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } same)
                return $"{kind.Name}: the case '{same.Key}' is there twice.";
            if (kind.Cases.FirstOrDefault(one => one.Tokens < 0 || one.Cost < 0) is { } negative)
                return $"{kind.Name}: tokens and cost of '{negative.Id}' cannot be less than nothing.";
            if (kind.Cases.FirstOrDefault(one => one.FalseAccepted && one.Mark != EvaluationMark.Wrong) is { } odd)
                return $"{kind.Name}: '{odd.Id}' was falsely accepted and is not wrong.";
        }

        return null;
    }

    // The serializer names its types, which say nothing to whoever has the file.
    private static string Words(JsonException problem)
    {
        if (Missing().Match(problem.Message) is { Success: true } missing)
            return $"{missing.Groups["members"].Value.TrimEnd('.')} missing.";
        if (Unknown().Match(problem.Message) is { Success: true } unknown)
            return $"a result has no {unknown.Groups["name"].Value}.";
        return problem.Message.Contains("Autonoma.", StringComparison.Ordinal) && problem.Path is { Length: > 0 } path
            ? string.Create(CultureInfo.InvariantCulture, $"{path} is not what stands there in a result (line {problem.LineNumber + 1}).") : problem.Message;
    }

    [GeneratedRegex(@"missing required properties including: (?<members>.*)$")]
    private static partial Regex Missing();

    [GeneratedRegex("property (?<name>'[^']*') could not be mapped")]
    private static partial Regex Unknown();
}
