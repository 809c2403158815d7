using Autonoma.Engine.Recording.Format;

namespace Autonoma.Engine.Recording.Capture;

/// <summary>Goes through every text of an entry that came from the screen, to put templates in, values in, or to take the text out.</summary>
internal static class RecordedTexts
{
    public static RecordedStep Map(RecordedStep step, Func<string, string?> change)
        => step with { Commands = [.. step.Commands.Select(command => Map(command, change))] };

    public static RecordedTarget Map(RecordedTarget target, Func<string, string?> change) => target with
    {
        Name = Map(target.Name, change),
        Label = Map(target.Label, change),
        Text = Map(target.Text, change),
        Section = Sections(target.Section, change),
        Heading = Map(target.Heading, change),
        Entry = Map(target.Entry, change),
        Attributes = target.Attributes is { } attributes ? Map(attributes, change) : null,
        Near = Map(target.Near, change),
        Frame = Map(target.Frame, change),
    };

    public static RecordedEffect? Map(RecordedEffect? effect, Func<string, string?> change)
    {
        if (effect is null)
            return null;
        var mapped = effect with { Url = Map(effect.Url, change), Appeared = Map(effect.Appeared, change), Vanished = Map(effect.Vanished, change) };
        return mapped == new RecordedEffect() ? null : mapped;
    }

    public static RecordedWait? Map(RecordedWait? wait, Func<string, string?> change)
    {
        if (wait is null)
            return null;
        var mapped = wait with { Loads = Map(wait.Loads, change), Appears = Map(wait.Appears, change), Vanishes = Map(wait.Vanishes, change) };
        return mapped is { Loads: null, Appears: null, Vanishes: null } ? null : mapped;
    }

    public static RecordedJudgement Map(RecordedJudgement judgement, Func<string, string?> change) => judgement with
    {
        Claim = change(judgement.Claim) ?? Artifacts.SecretMasker.Mask,
        By = judgement.By is null ? null : [.. judgement.By.Select(proof => proof with { Section = Sections(proof.Section, change), Text = Map(proof.Text, change), Name = Map(proof.Name, change), Frame = Map(proof.Frame, change), At = Map(proof.At, change) })],
    };

    private static RecordedCommand Map(RecordedCommand command, Func<string, string?> change) => command with
    {
        Before = Map(command.Before, change),
        Targets = command.Targets is null ? null : [.. command.Targets.Select(target => Map(target, change))],
        After = Map(command.After, change),
        Judged = command.Judged is null ? null : [.. command.Judged.Select(judgement => Map(judgement, change))],
    };

    private static RecordedAttributes? Map(RecordedAttributes attributes, Func<string, string?> change)
    {
        var mapped = new RecordedAttributes
        {
            TestId = Map(attributes.TestId, change),
            Id = Map(attributes.Id, change),
            Name = Map(attributes.Name, change),
            Type = attributes.Type,
            Placeholder = Map(attributes.Placeholder, change),
            Href = Map(attributes.Href, change),
            Alt = Map(attributes.Alt, change),
            Title = Map(attributes.Title, change),
        };
        return mapped == new RecordedAttributes() ? null : mapped;
    }

    private static RecordedPlace? Map(RecordedPlace? place, Func<string, string?> change)
    {
        if (place is null)
            return null;
        var mapped = place with { Id = Map(place.Id, change), TestId = Map(place.TestId, change), Beside = Map(place.Beside, change), Head = Map(place.Head, change), Entry = Map(place.Entry, change) };
        return mapped == new RecordedPlace() ? null : mapped;
    }

    private static string? Map(string? text, Func<string, string?> change) => text is null ? null : change(text);

    private static IReadOnlyList<string>? Map(IReadOnlyList<string>? texts, Func<string, string?> change)
    {
        var mapped = texts?.Select(change).OfType<string>().ToList();
        return mapped is { Count: > 0 } ? mapped : null;
    }

    // The part of the page stays, what it is called may not be stored.
    private static IReadOnlyList<string>? Sections(IReadOnlyList<string>? parts, Func<string, string?> change)
        => parts is null ? null : [.. parts.Select(part => change(part) ?? part.Split(' ', 2)[0])];
}
