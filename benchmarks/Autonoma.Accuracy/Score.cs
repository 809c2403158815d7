using System.Text.Json.Serialization;

namespace Autonoma.Accuracy;

/// <summary>What one case came to.</summary>
public enum Mark
{
    /// <summary>As expected.</summary>
    Right,
    /// <summary>It stopped instead.</summary>
    Refused,
    /// <summary>Something wrong was done or said.</summary>
    Wrong,
}

/// <summary>A case that did not come out right.</summary>
public sealed record Failure(string Id, string Expected, string Got)
{
    public IReadOnlyList<string> Tags { get; init; } = [];

    public string Mark { get; init; } = "";
}

/// <summary>Tally of one part.</summary>
public sealed class Score(string name)
{
    public string Name { get; } = name;

    public int Total { get; private set; }

    public int Right { get; private set; }

    public int Refused { get; private set; }

    public int Wrong { get; private set; }

    public int FalseAccepted { get; private set; }

    public int AtRightStep { get; internal set; }

    public List<Failure> Failures { get; } = [];

    /// <summary>Refusals that were right (an impossible element, a false claim that was called undecidable): counted within <see cref="Right"/>.</summary>
    public int RightByRefusal { get; internal set; }

    /// <summary>Cases that need another language or a paraphrase: scored apart, outside the targets.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Score? Apart { get; private set; }

    [JsonIgnore]
    public List<double> Milliseconds { get; } = [];

    public void Add(Mark mark, bool falseAccepted, Failure failure, IReadOnlyList<string> tags)
    {
        if (Name.Length > 0 && tags.Any(tag => tag is "translated" or "paraphrase"))
        {
            (Apart ??= new Score("")).Add(mark, falseAccepted, failure, []);
            return;
        }

        Total++;
        switch (mark)
        {
            case Mark.Right:
                Right++;
                return;
            case Mark.Refused:
                Refused++;
                break;
            case Mark.Wrong:
                Wrong++;
                break;
        }

        if (falseAccepted)
            FalseAccepted++;
        Failures.Add(failure with { Tags = tags, Mark = falseAccepted ? "FALSE ACCEPTED" : mark.ToString().ToLowerInvariant() });
    }
}
