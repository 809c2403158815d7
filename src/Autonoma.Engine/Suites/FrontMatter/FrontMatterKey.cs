namespace Autonoma.Engine.Suites.FrontMatter;

/// <summary>A key that the front matter of a test may have. One table serves the reader, the schema's test and the messages.</summary>
/// <param name="Name">As written.</param>
/// <param name="Meaning">One line for people.</param>
/// <param name="Example">A valid value as YAML.</param>
public sealed record FrontMatterKey(string Name, string Meaning, string Example)
{
    /// <summary>Every key that is read.</summary>
    public static IReadOnlyList<FrontMatterKey> All { get; } =
    [
        new("url", "Where the test starts: a full address, or a path under the base URL.", "/login"),
        new("title", "Its title; otherwise the heading, otherwise the file's name.", "Sign in with a wrong password"),
        new("description", "Free text about it.", "Covers the three messages of the sign-in form."),
        new("intent", "What it is meant to prove.", "Nobody gets in with a wrong password"),
        new("flow", "The flow it belongs to.", "sign-in"),
        new("category", "A to H, or Journey.", "A"),
        new("priority", "Critical, High, Medium or Low.", "High"),
        new("criticality", "Another word for priority.", "high"),
        new("scenario", "The test-data environment it needs.", "standard"),
        new("verification", "What counts as proof, in words; shown in the report.", "The message under the field"),
        new("tags", "Words to choose tests by: a list, or one line with commas.", "[smoke, login]"),
        new("viewport", "Size of the window in CSS pixels.", "1280x800"),
        new("timeout", "Time for the whole run: 90s, 2m, 1m30s, or a number of seconds.", "90s"),
        new("retries", "How often a failed run is tried again, 0 to 10.", "1"),
        new("variables", "Names and values that steps refer to as {{name}}.", "{ user: mira }"),
    ];

    /// <summary>Keys of other tools that are common enough not to be remarked on.</summary>
    public static IReadOnlyList<string> Tolerated { get; } = ["expected", "failsAt"];

    /// <summary>Priorities in order.</summary>
    public static IReadOnlyList<string> Priorities { get; } = ["Critical", "High", "Medium", "Low"];

    /// <summary>Categories in order.</summary>
    public static IReadOnlyList<string> Categories { get; } = ["A", "B", "C", "D", "E", "F", "G", "H", "Journey"];
}
