using System.Text;
using System.Text.Json.Nodes;
using Autonoma.Scenarios.Recipes;

namespace Autonoma.Scenarios.Tests.Recipes;

public sealed class RecipeReaderTests
{
    [Fact]
    public void File_BySchema_IsRead()
    {
        var file = RecipeTexts.Read(RecipeTexts.Whole);

        file.Source.ShouldBe(new("autonoma/discover.json", "autonoma/scenarios.md"));
        file.ValidationMode.ShouldBe("sdk-check");
        var recipe = file.Find("standard")!;
        recipe.Variables["suffix"].ShouldBe(new DerivedVariable("{shortId}"));
        recipe.Variables["ownerEmail"].ShouldBe(new FakerVariable("internet.email"));
        ((LiteralVariable)recipe.Variables["seats"]).Value!.GetValue<int>().ShouldBe(12);
        recipe.Validation.ShouldBe(new("checkScenario", 142, 61));
        file.Find("Standard").ShouldBeNull();
    }

    [Theory]
    [InlineData("version", "\"1\"", "version", "must be the integer 1, and here it is \"1\". Write it without quotes.")]
    [InlineData("version", "1.0", "version", "must be the integer 1, and here it is 1.0.")]
    [InlineData("version", "2", "version", "must be the integer 1, and here it is 2.")]
    [InlineData("version", "true", "version", "must be the integer 1, and here it is true.")]
    [InlineData("version", null, "version", "is missing: expected the integer 1.")]
    [InlineData("source", null, "source", "is missing")]
    [InlineData("source", "[]", "source", "must be an object with discoverPath and scenariosPath, and here it is a list.")]
    [InlineData("source/discoverPath", null, "source.discoverPath", "is missing")]
    [InlineData("source/scenariosPath", "7", "source.scenariosPath", "must be text, and here it is a number.")]
    [InlineData("source/scenariosPath", "\"  \"", "source.scenariosPath", "must not be empty.")]
    [InlineData("validationMode", "\"sdkcheck\"", "validationMode", "must be one of \"sdk-check\", \"endpoint-lifecycle\", and here it is \"sdkcheck\". Did you mean \"sdk-check\"?")]
    [InlineData("recipes", "[]", "recipes", "must hold at least 1 recipe, and it is empty.")]
    [InlineData("recipes", "{}", "recipes", "must be a list, and here it is an object. A recipe carries its name inside")]
    [InlineData("recipes/0", "null", "recipes[0]", "must be an object, and here it is null.")]
    [InlineData("recipes/0/name", "\"\"", "recipes[0].name", "must not be empty.")]
    [InlineData("recipes/0/description", null, "recipes[0].description", "is missing")]
    [InlineData("recipes/0/create", "[]", "recipes[0].create", "must be an object of model names with their records, and here it is a list.")]
    [InlineData("recipes/0/create/User", "\"x\"", "recipes[0].create.User", "must be a list of records, and here it is text.")]
    [InlineData("recipes/0/create/User", "[{}, 3]", "recipes[0].create.User[1]", "A record must be an object, and here it is a number.")]
    [InlineData("recipes/0/variables", "null", "recipes[0].variables", "must be an object of names with their definitions, and here it is null. Leave the key out")]
    [InlineData("recipes/0/variables/seats", "12", "recipes[0].variables.seats", "must be an object with a 'strategy'")]
    [InlineData("recipes/0/variables/seats", "{}", "recipes[0].variables.seats.strategy", "is missing: expected one of \"literal\", \"derived\", \"faker\".")]
    [InlineData("recipes/0/variables/seats/strategy", "\"litteral\"", "recipes[0].variables.seats.strategy", "Did you mean \"literal\"?")]
    [InlineData("recipes/0/variables/seats/value", "[1]", "recipes[0].variables.seats.value", "must be text, a number, true, false or null, and here it is a list.")]
    [InlineData("recipes/0/variables/seats/value", null, "recipes[0].variables.seats.value", "is missing: a literal needs its value.")]
    [InlineData("recipes/0/variables/suffix/source", "\"runId\"", "recipes[0].variables.suffix.source", "must be \"testRunId\", and here it is \"runId\".")]
    [InlineData("recipes/0/variables/suffix/format", null, "recipes[0].variables.suffix.format", "is missing")]
    [InlineData("recipes/0/variables/ownerEmail/generator", "\"email\"", "recipes[0].variables.ownerEmail.generator", "must be a Faker method such as internet.email, and here it is \"email\".")]
    [InlineData("recipes/0/validation", null, "recipes[0].validation", "is missing: expected the proof that the recipe works")]
    [InlineData("recipes/0/validation/status", "\"ok\"", "recipes[0].validation.status", "must be \"validated\", and here it is \"ok\".")]
    [InlineData("recipes/0/validation/phase", "\"up\"", "recipes[0].validation.phase", "must be \"ok\", and here it is \"up\".")]
    [InlineData("recipes/0/validation/method", "\"curl\"", "recipes[0].validation.method", "must be one of")]
    [InlineData("recipes/0/validation/up_ms", "-1", "recipes[0].validation.up_ms", "must be a whole number of milliseconds from 0, and here it is -1.")]
    [InlineData("recipes/0/validation/down_ms", "1.5", "recipes[0].validation.down_ms", "must be a whole number of milliseconds from 0, and here it is 1.5.")]
    [InlineData("recipes/0/validation/down_ms", "null", "recipes[0].validation.down_ms", "Leave the key out when it was not measured.")]
    public void File_AgainstTheSchema_IsRejectedWithPathAndReason(string key, string? json, string path, string message)
    {
        var problem = RecipeTexts.Problems(RecipeTexts.With(key, json)).ShouldHaveSingleItem();

        problem.Path.ShouldBe(path);
        $"{problem.Message} {problem.Fix}".ShouldContain(message);
        problem.Line.ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("recipes/0/variables", null)]
    [InlineData("recipes/0/variables/seats/value", "null")]
    [InlineData("recipes/0/variables/seats/format", "\"belongs to another strategy\"")]
    [InlineData("recipes/0/validation/up_ms", null)]
    [InlineData("recipes/0/create", "{}")]
    [InlineData("recipes/0/description", "\"\"")]
    [InlineData("source/branch", "{\"any\": [1]}")]
    public void File_WhatTheSchemaLeavesOpen_IsAccepted(string key, string? json) => RecipeTexts.Read(RecipeTexts.With(key, json)).Recipes.Count.ShouldBe(1);

    [Fact]
    public void File_ManyProblems_AreReportedTogetherWithTheirLines()
    {
        const string Json = """
            {
              "version": "1",
              "source": { "discoverPath": "d.json" },
              "validationMode": "sdk-check",
              "recipes": [
                { "name": "a", "description": "", "create": { "M": 1 } },
                { "name": "a", "description": "", "create": {}, "variables": { "x": { "strategy": "random" } } }
              ]
            }
            """;

        RecipeTexts.Problems(Json, RecipeStage.Draft).Select(problem => (problem.Path, problem.Line, problem.Column)).ShouldBe(
        [
            ("version", 2, 14),
            ("source.scenariosPath", 3, 13),
            ("recipes[0].create.M", 6, 56),
            ("recipes[1].variables.x.strategy", 7, 87),
            ("recipes[1].name", 7, 15),
        ]);
    }

    [Fact]
    public void File_WithoutProofs_IsADraft() => RecipeTexts.Read(RecipeTexts.With("recipes/0/validation", null), RecipeStage.Draft).Recipes[0].Validation.ShouldBeNull();

    [Fact]
    public void File_OneRecordWithoutAList_IsReadWithAWarning()
        => RecipeTexts.Read(RecipeTexts.With("recipes/0/create/User", "{ \"email\": \"a\" }")).Warnings.ShouldHaveSingleItem().Code.ShouldBe("single-record");

    [Theory]
    [InlineData("", "not-json", 1)]
    [InlineData("{\n  \"version\": 1,\n}", "not-json", 3)]
    [InlineData("{ \"version\": 1 } // no", "not-json", 1)]
    [InlineData("\uFEFF{}", "byte-order-mark", 1)]
    [InlineData("[]", "wrong-type", 1)]
    [InlineData("{\n \"version\": 1,\n \"version\": 1 }", "duplicate-key", 3)]
    public void Text_NotThisKindOfJson_IsRejectedWithItsLine(string text, string code, int line)
    {
        var problem = RecipeTexts.Problems(text).ShouldHaveSingleItem();

        problem.Code.ShouldBe(code);
        problem.Line.ShouldBe(line);
    }

    [Fact]
    public void Path_WithoutAFile_IsSaid() => Should.Throw<RecipeFileException>(() => RecipeReader.Read("no/such.json")).Message.ShouldContain("no/such.json: error no-file: There is no such file.");

    [Fact]
    public void Write_Proofs_KeepsKeysNobodyKnowsAndTheOrder()
    {
        var written = RecipeWriter.Write(RecipeTexts.Read(RecipeTexts.Whole), "endpoint-lifecycle", new Dictionary<string, RecipeValidation> { ["standard"] = new("endpoint-up-down", 7, null) });

        var document = JsonNode.Parse(written)!.AsObject();
        document.Select(pair => pair.Key).ShouldBe(["version", "source", "validationMode", "recipes", "note"]);
        document["source"]!["commit"]!.GetValue<string>().ShouldBe("abc");
        document["validationMode"]!.GetValue<string>().ShouldBe("endpoint-lifecycle");
        var recipe = document["recipes"]![0]!.AsObject();
        recipe["owner"]!.GetValue<string>().ShouldBe("team-data");
        recipe["validation"]!.ToJsonString().ShouldBe("""{"status":"validated","method":"endpoint-up-down","phase":"ok","up_ms":7}""");
        RecipeReader.Read(Encoding.UTF8.GetBytes(written), stage: RecipeStage.Validated).Recipes[0].Create.ToJsonString().ShouldBe(RecipeTexts.Read(RecipeTexts.Whole).Recipes[0].Create.ToJsonString());
    }

    [Fact]
    public void Schema_NamesWhatTheReaderRequires()
    {
        var schema = JsonNode.Parse(RecipeSchema.Text)!;

        foreach (var key in schema["required"]!.AsArray())
            RecipeTexts.Problems(RecipeTexts.With(key!.GetValue<string>(), null)).ShouldContain(problem => problem.Code == "missing" && problem.Path == key.GetValue<string>());
        foreach (var key in schema["properties"]!["recipes"]!["items"]!["required"]!.AsArray())
            RecipeTexts.Problems(RecipeTexts.With($"recipes/0/{key}", null)).ShouldContain(problem => problem.Code == "missing" && problem.Path == $"recipes[0].{key}");
    }
}
