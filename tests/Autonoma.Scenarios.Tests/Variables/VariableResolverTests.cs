using System.Text.Json.Nodes;
using Autonoma.Scenarios.Recipes;
using Autonoma.Scenarios.Tests.Recipes;
using Autonoma.Scenarios.Variables;
using Autonoma.Scenarios.Variables.Faking;

namespace Autonoma.Scenarios.Tests.Variables;

public sealed class VariableResolverTests
{
    private static readonly DateTimeOffset Noon = new(2031, 5, 6, 12, 0, 0, TimeSpan.Zero);

    private readonly VariableResolver _resolver = new(new FixedTime(Noon));

    private static Recipe Recipe(string create, string variables = "{}")
    {
        var text = RecipeTexts.With("recipes/0/create", create);
        var root = JsonNode.Parse(text)!;
        root["recipes"]![0]!["variables"] = JsonNode.Parse(variables);
        return RecipeTexts.Read(root.ToJsonString()).Recipes[0];
    }

    [Fact]
    public void Resolve_SameRun_GivesTheSameAndAnotherRunOtherValues()
    {
        var recipe = RecipeTexts.Read(RecipeTexts.Whole).Recipes[0];

        var first = _resolver.Resolve(recipe, new("run-1"));

        _resolver.Resolve(recipe, new("run-1")).Create.ToJsonString().ShouldBe(first.Create.ToJsonString());
        var second = _resolver.Resolve(recipe, new("run-2"));
        second.Texts["ownerEmail"].ShouldNotBe(first.Texts["ownerEmail"]);
        second.Texts["suffix"].ShouldNotBe(first.Texts["suffix"]);
        second.Texts["seats"].ShouldBe("12");
    }

    [Theory]
    [InlineData("12", "12")]
    [InlineData("1.50", "1.50")]
    [InlineData("true", "true")]
    [InlineData("null", null)]
    [InlineData("\"twelve\"", "\"twelve\"")]
    public void Resolve_TokenIsTheWholeValue_KeepsItsType(string literal, string? json)
    {
        var recipe = Recipe("""{ "M": [{ "a": "{{v}}", "b": ["{{ v }}"], "c": { "d": "{{v}}" } }] }""", $$"""{ "v": { "strategy": "literal", "value": {{literal}} } }""");

        var record = _resolver.Resolve(recipe, new("r")).Create["M"]![0]!;

        record["a"]?.ToJsonString().ShouldBe(json);
        record["b"]![0]?.ToJsonString().ShouldBe(json);
        record["c"]!["d"]?.ToJsonString().ShouldBe(json);
    }

    [Fact]
    public void Resolve_TokensWithinText_AreWrittenOut()
    {
        var recipe = Recipe("""{ "M": [{ "a": "{{n}} of {{flag}} in {{testRunId}}/{{testRunShortId}}, {{index}} {{cycle(a,b)}}" }] }""",
            """{ "n": { "strategy": "literal", "value": 3 }, "flag": { "strategy": "literal", "value": false } }""");
        var run = new RunId("run-9");

        var text = _resolver.Resolve(recipe, run).Create["M"]![0]!["a"]!.GetValue<string>();

        text.ShouldBe($"3 of false in run-9/{run.Short}, {{{{index}}}} {{{{cycle(a,b)}}}}");
        run.Short.ShouldMatch("^[0-9a-f]{8}$");
    }

    [Fact]
    public void Resolve_DerivedFormat_ReplacesBothIds()
    {
        var run = new RunId("run-9");
        var recipe = Recipe("""{ "M": [{ "a": "{{v}}" }] }""", """{ "v": { "strategy": "derived", "source": "testRunId", "format": "a-{shortId}-{testRunId}-{other}" } }""");

        _resolver.Resolve(recipe, run).Texts["v"].ShouldBe($"a-{run.Short}-run-9-{{other}}");
    }

    [Fact]
    public void Resolve_AliasesAndReferences_AreLeftAlone()
    {
        var recipe = Recipe("""{ "M": [{ "_alias": "{{testRunId}}", "x": { "_ref": "{{testRunId}}" } }] }""");

        _resolver.Resolve(recipe, new("r")).Create.ToJsonString().ShouldBe("""{"M":[{"_alias":"{{testRunId}}","x":{"_ref":"{{testRunId}}"}}]}""");
    }

    [Fact]
    public void Resolve_OneRecord_IsSentAsAList() => _resolver.Resolve(Recipe("""{ "M": { "a": 1 } }"""), new("r")).Create.ToJsonString().ShouldBe("""{"M":[{"a":1}]}""");

    [Fact]
    public void Resolve_UnknownTokensAndGenerators_AreReportedTogether()
    {
        var recipe = Recipe("""{ "M": [{ "a": "{{ownerEmial}}", "b": "{{x}}" }] }""",
            """{ "ownerEmail": { "strategy": "literal", "value": 1 }, "x": { "strategy": "faker", "generator": "internet.emial" } }""");

        var message = Should.Throw<RecipeFileException>(() => _resolver.Resolve(recipe, new("r"))).Message;

        message.ShouldContain("recipes[0].create.M[0].a: {{ownerEmial}} has no value: the recipe declares no such variable. Did you mean 'ownerEmail'?");
        message.ShouldContain("recipes[0].variables.x.generator: 'internet.emial' is no generator that is known here. Did you mean 'internet.email'");
    }

    [Fact]
    public void Resolve_LiteralThatHoldsAToken_IsNoWayAround()
    {
        var recipe = Recipe("""{ "M": [{ "a": "{{v}}" }] }""", """{ "v": { "strategy": "literal", "value": "{{later}}" } }""");

        Should.Throw<RecipeFileException>(() => _resolver.Resolve(recipe, new("r"))).Message.ShouldContain("{{later}} has no value");
    }

    [Fact]
    public void Catalogue_HasAtLeast120Generators_EachMakesAValueThatTheRunDecides()
    {
        FakerCatalogue.Ids.Count.ShouldBeGreaterThanOrEqualTo(120);
        foreach (var id in FakerCatalogue.Ids)
        {
            var value = FakerCatalogue.Make(id, new("run-1"), "v", Noon);

            value.ToJsonString().ShouldBe(FakerCatalogue.Make(id, new("run-1"), "v", Noon.AddHours(5)).ToJsonString(), id);
            Tokens.Text(value).ShouldNotBeNullOrWhiteSpace(id);
            Enumerable.Range(0, 12).Select(i => FakerCatalogue.Make(id, new($"run-{i}"), "v", Noon).ToJsonString()).Distinct().Count().ShouldBeGreaterThan(1, id);
        }
    }

    [Fact]
    public void Catalogue_TwoVariablesOfOneRun_Differ()
        => FakerCatalogue.Make("person.fullName", new("r"), "owner", Noon).ToJsonString().ShouldNotBe(FakerCatalogue.Make("person.fullName", new("r"), "member", Noon).ToJsonString());

    [Fact]
    public void Catalogue_Emails_ReachNobodyAndEndInTheRun()
    {
        for (var i = 0; i < 50; i++)
        {
            var run = new RunId($"run-{i}");
            FakerCatalogue.Make("internet.email", run, "v", Noon).GetValue<string>().ShouldMatch($@"^[a-z0-9]+\.[a-z0-9]+\.{run.Short}@example\.(com|net|org)$");
        }
    }

    [Fact]
    public void Catalogue_Dates_AreOnTheirSideOfTheRunsDay()
    {
        for (var i = 0; i < 50; i++)
        {
            string.CompareOrdinal(FakerCatalogue.Make("date.past", new($"r{i}"), "v", Noon).GetValue<string>(), "2031-05-06T12").ShouldBeLessThan(0);
            string.CompareOrdinal(FakerCatalogue.Make("date.future", new($"r{i}"), "v", Noon).GetValue<string>(), "2031-05-06T23").ShouldBeGreaterThan(0);
        }
    }

    private sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
