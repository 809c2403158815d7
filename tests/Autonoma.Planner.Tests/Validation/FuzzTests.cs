using System.Text;
using Autonoma.Planner.Folders;
using Autonoma.Planner.Validation;
using Autonoma.Planner.Validation.Rules;

namespace Autonoma.Planner.Tests.Validation;

/// <summary>No bytes make a validator fail: every input is answered, with its problems.</summary>
public sealed class FuzzTests
{
    private static readonly string Root = Path.Combine(Path.GetTempPath(), "fuzzed");
    private static readonly string[] Nasty =
    [
        "\0", "\t", "\r", "\uFEFF", "---", "...", "- ", ": ", "? ", "!!str ", "!<tag:x>", "&a ", "*a", "<<: ", "{{", "}}", "{", "}", "[", "]", "\"", "'", "|", ">", "%YAML 9.9\n", "# ", "\n\n", ",", "\\", "\\ud83d", "\\u0000", "NaN", "Infinity", "-0", "1e999999",
        "99999999999999999999999999", "-1", "0x1F", "010", "1_000", "yes", "2024-01-01", "12:30", "null", "~", "true", "\u2028", "\u0085", "\ud83d\ude00", "é", "ﬁ", "\u202E", "\"\\U99999999\"", "\"\\x\"", "/*", "//", "or", " if it ", "{{x}}", "../../../etc", "C:\\x", "con", "`",
    ];

    public static TheoryData<ArtifactKind> Kinds => [.. Enum.GetValues<ArtifactKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Validator_OfAnyBytes_AnswersWithoutFailing(ArtifactKind kind)
    {
        var random = new Random(20261121 + (int)kind);
        var (path, text) = Sample(kind);
        var valid = Encoding.UTF8.GetBytes(text);
        var around = FileSource.Of(ExamplePlan.With([]).ToDictionary(pair => Path.Combine(Root, pair.Key), pair => pair.Value));
        var alone = FileSource.Of(new Dictionary<string, byte[]>());
        // Reading the sentences of a test takes longer than all the rest; a test mutated less often is mutated enough.
        var rounds = kind is ArtifactKind.Test ? 1_500 : 8_000;
        for (var i = 0; i < rounds; i++)
        {
            var bytes = (i % 4) switch { 0 => Bytes(random, random.Next(200)), 1 => Mutated(random, valid), _ => Woven(random, text) };
            var found = Validate(i % 16 < 4 ? around : alone, path, kind, bytes); // every kind of input with and without a plan around it
            found.Problems.ShouldAllBe(problem => RuleCatalogue.Find(problem.Code) != null && problem.Message.Length > 0 && problem.Line >= 0 && problem.Column >= 0);
        }
    }

    public static TheoryData<ArtifactKind, string> Extremes
    {
        get
        {
            var data = new TheoryData<ArtifactKind, string>();
            foreach (var kind in Enum.GetValues<ArtifactKind>())
            {
                foreach (var name in (string[])["brackets", "braces", "dashes", "quotes", "digits", "lines", "keys", "nested keys", "entries", "question marks", "colons", "anchors"])
                    data.Add(kind, name);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Extremes))]
    public void Validator_OfExtremeShapes_AnswersWithoutFailing(ArtifactKind kind, string shape)
    {
        const int Many = 20_000;
        var inner = shape switch
        {
            "brackets" => new string('[', Many),
            "braces" => string.Concat(Enumerable.Repeat("{\"a\":", Many)),
            "dashes" => string.Concat(Enumerable.Repeat("- ", 2_000)),
            "quotes" => "\"" + new string('\\', Many),
            "digits" => new string('9', Many),
            "lines" => new string('\n', Many),
            "keys" => string.Join(kind is ArtifactKind.Features ? "," : "\n", Enumerable.Range(0, Many / 10).Select(i => $"\"k{i}\": {i}")),
            "nested keys" => string.Concat(Enumerable.Range(0, 300).Select(i => $"{new string(' ', i)}a:\n")),
            "entries" => "models:\n" + string.Concat(Enumerable.Range(0, 500).Select(i => $"  - name: M{i}\n    independently_created: false\n    created_by: [{{owner: M{(i + 1) % 500}, via: x, why: y}}]\n")),
            "question marks" => string.Concat(Enumerable.Repeat("? ", 2_000)),
            "colons" => string.Concat(Enumerable.Repeat("a: ", 2_000)),
            _ => string.Concat(Enumerable.Range(0, 500).Select(i => $"k{i}: &a{i} [*a{Math.Max(0, i - 1)}]\n")),
        };
        var (path, text) = Sample(kind);
        var around = FileSource.Of(ExamplePlan.With([]).ToDictionary(pair => Path.Combine(Root, pair.Key), pair => pair.Value));
        foreach (var content in (string[])[inner, $"---\n{inner}\n---\n", $"---\na: {inner}\n---\n", $"{{ \"schema\": {inner} }}", $"{{ \"features\": {inner}", text.Replace("name", inner, StringComparison.Ordinal)])
            Validate(around, path, kind, Encoding.UTF8.GetBytes(content)).ShouldNotBeNull();
    }

    private static ArtifactValidation Validate(FileSource around, string path, ArtifactKind kind, byte[] bytes) => new PlanValidator(around.With(path, bytes)).Validate(path, kind);

    private static (string Path, string Text) Sample(ArtifactKind kind)
    {
        var file = ExamplePlan.Files.Keys.FirstOrDefault(file => ArtifactPath.KindOf(file) == kind);
        return file is null ? (Path.Combine(Root, "autonoma", "skills", "paying.md"), "---\nname: paying\ndescription: How to pay.\n---\n") : (Path.Combine(Root, file), ExamplePlan.Files[file]);
    }

    private static byte[] Bytes(Random random, int length)
    {
        var bytes = new byte[length];
        random.NextBytes(bytes);
        return bytes;
    }

    private static byte[] Mutated(Random random, byte[] valid)
    {
        var bytes = (byte[])valid.Clone();
        for (var i = random.Next(1, 6); i > 0; i--)
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        return random.Next(4) == 0 ? bytes[..random.Next(bytes.Length)] : bytes;
    }

    private static byte[] Woven(Random random, string valid)
    {
        var text = new StringBuilder(valid);
        for (var i = random.Next(1, 5); i > 0; i--)
        {
            var at = random.Next(text.Length);
            if (random.Next(3) == 0)
                text.Remove(at, Math.Min(random.Next(1, 40), text.Length - at));
            text.Insert(Math.Min(at, text.Length), Nasty[random.Next(Nasty.Length)]);
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
