namespace Autonoma.Planner.CodeAnalysis.Tests.Scoring;

public sealed class CodebaseScoreTests(ITestOutputHelper output)
{
    private const double Bar = 0.95;

    public static TheoryData<string> Keys => [.. Directory.EnumerateFiles(Codebases.Assets, "*.key.json").Select(f => Path.GetFileName(f)[..^".key.json".Length]).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task Codebase_AgainstItsKey_IsFoundToNinetyFivePercentOfEachKind(string name)
    {
        var key = Codebases.Key(name);

        var report = await CodebaseAnalysis.AnalyzeAsync(Codebases.Root(key), cancellationToken: TestContext.Current.CancellationToken);

        var scores = Score.Of(key, report);
        foreach (var score in scores)
            output.WriteLine(score.ToString());
        scores.Where(s => s.Precision < Bar || s.Recall < Bar).Select(s => s.ToString()).ShouldBeEmpty();
        report.Scopes[0].Model.ShouldBe(key.Scope);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task Codebase_FilesInAnotherOrder_SameReport(string name)
    {
        var root = Codebases.Root(Codebases.Key(name));

        var first = await CodebaseAnalysis.AnalyzeAsync(root, cancellationToken: TestContext.Current.CancellationToken);
        var second = await CodebaseAnalysis.AnalyzeAsync(root, new AnalysisOptions { FileOrder = (a, b) => string.CompareOrdinal(b, a) }, TestContext.Current.CancellationToken);

        Text(second).ShouldBe(Text(first));
    }

    private static string Text(Results.CodebaseReport report) => System.Text.Json.JsonSerializer.Serialize(report);
}
