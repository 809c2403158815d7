using System.Text.RegularExpressions;

namespace Autonoma.Conventions.Tests;

public sealed partial class DocumentationTests
{
    public static TheoryData<string> Pages => [.. Repository.Files("*.md", "docs").Concat(["README.md", "AGENTS.md"]).Concat(Repository.Files("README.md", "samples", "benchmarks"))];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Links_LeadSomewhere(string page)
    {
        var text = WithoutCode(File.ReadAllText(Repository.PathOf(page)));
        var folder = Path.GetDirectoryName(Repository.PathOf(page))!;
        var broken = new List<string>();
        foreach (Match link in Link().Matches(text))
        {
            var target = link.Groups[1].Value;
            if (target.Contains("://", StringComparison.Ordinal) || target.StartsWith("mailto:", StringComparison.Ordinal))
                continue;
            var parts = target.Split('#', 2);
            var file = parts[0].Length == 0 ? Repository.PathOf(page) : Path.GetFullPath(Path.Combine(folder, Uri.UnescapeDataString(parts[0])));
            if (!File.Exists(file) && !Directory.Exists(file))
                broken.Add($"{target}: no such file");
            else if (parts.Length == 2 && file.EndsWith(".md", StringComparison.Ordinal) && !Anchors(file).Contains(parts[1]))
                broken.Add($"{target}: no such heading");
        }

        broken.ShouldBeEmpty(page);
    }

    [Fact]
    public void Readme_ShowsATestAndTheTwoCommandsOnItsFirstScreen()
    {
        var screen = string.Join('\n', File.ReadLines(Repository.PathOf("README.md")).Take(50));

        screen.ShouldContain("./build.sh demo");
        screen.ShouldContain("./build.sh test");
        screen.ShouldContain("Verify that");
    }

    private static HashSet<string> Anchors(string file)
        => [.. Heading().Matches(WithoutCode(File.ReadAllText(file))).Select(match => Slug(match.Groups[1].Value))];

    private static string Slug(string heading) => NotInSlug().Replace(heading.Trim().ToLowerInvariant(), "").Replace(' ', '-');

    private static string WithoutCode(string text) => InlineCode().Replace(Fence().Replace(text, ""), match => match.Value.Replace('[', ' ').Replace('(', ' '));

    [GeneratedRegex(@"\[[^\]]*\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^#{1,6}\s+(.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NotInSlug();

    [GeneratedRegex(@"^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"`[^`\n]*`")]
    private static partial Regex InlineCode();
}
