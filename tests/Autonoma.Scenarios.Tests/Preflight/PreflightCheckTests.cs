using System.Text.Json.Nodes;
using Autonoma.EnvironmentFactory.Protocol;
using Autonoma.Scenarios.Client;
using Autonoma.Scenarios.Preflight;
using Autonoma.Scenarios.Recipes;
using Autonoma.Scenarios.Tests.Recipes;

namespace Autonoma.Scenarios.Tests.Preflight;

public sealed class PreflightCheckTests
{
    private static readonly SchemaFacts Schema = new(
        [
            new("Clinic", "clinic", [new("id", "string", IsId: true), new("name", "string", IsRequired: true)]),
            new("Patient", "patient", [new("id", "string", IsId: true), new("clinic_id", "string"), new("sex", "enum(female, male)"), new("tags", "string[]"), new("age", "integer"), new("active", "boolean"), new("extra", "json")]),
        ], [], "clinic_id");

    private static readonly SchemaFacts WithRelations = Schema with { Relations = [new("Clinic", "Patient", "patients", "clinic_id")] };

    private static List<string> Check(string create, string variables = "{}", SchemaFacts? schema = null, ScenarioDocument? scenarios = null)
    {
        var recipe = new JsonObject { ["name"] = "standard", ["description"] = "", ["create"] = JsonNode.Parse(create), ["variables"] = JsonNode.Parse(variables) };
        JsonNode Plain(string name) => new JsonObject { ["name"] = name, ["description"] = "", ["create"] = JsonNode.Parse("""{"Clinic":[{"name":"x"}]}""") };
        var file = RecipeTexts.Read(new JsonObject
        {
            ["version"] = 1,
            ["source"] = new JsonObject { ["discoverPath"] = "d", ["scenariosPath"] = "s" },
            ["validationMode"] = "sdk-check",
            ["recipes"] = new JsonArray(recipe, Plain("empty"), Plain("large")),
        }.ToJsonString(), RecipeStage.Draft);
        return [.. new PreflightCheck(schema ?? Schema, scenarios).Check(file).Select(problem => $"{(problem.Severity == ProblemSeverity.Warning ? "warning " : "")}{problem.Code} {problem.Path}: {problem.Message} {problem.Fix}".TrimEnd())];
    }

    [Theory]
    [InlineData("""{"Clinic":[{"_alias":"c","name":"Nord {{testRunId}} {{testRunShortId}} {{index}} {{cycle(a,b)}}"}],"Patient":[{"clinic_id":{"_ref":"c"},"sex":"female","tags":["a"],"age":7,"active":true,"extra":{"any":[1]}}]}""")]
    [InlineData("""{"Clinic":[{"name":"{{testRunId}}"}],"Patient":[]}""")]
    public void Recipe_ThatCanWork_HasNoProblems(string create) => Check(create).ShouldBeEmpty();

    [Theory]
    [InlineData("""{"Clinic":[{"name":"{{nmae}}"}]}""", "undeclared-token recipes[0].create.Clinic[0].name: {{nmae}} is not declared under 'variables'.")]
    [InlineData("""{"Clinic":[{"name":"{{a-b}}"}]}""", "bad-token recipes[0].create.Clinic[0].name: {{a-b}} is no token")]
    [InlineData("""{"Clinik":[{"name":"x"}],"Clinic":[]}""", "unknown-model recipes[0].create.Clinik: The endpoint has no model 'Clinik'. Did you mean 'Clinic'?")]
    [InlineData("""{"Clinic":[{"nmae":"x"}]}""", "unknown-field recipes[0].create.Clinic[0].nmae: Clinic has no field 'nmae'. Did you mean 'name'?")]
    [InlineData("""{"Clinic":[{"name":"x","patients":[{"age":1}]}]}""", "warning unknown-children recipes[0].create.Clinic[0].patients:")]
    [InlineData("""{"Patient":[{"age":1}]}""", "wrong-root recipes[0].create: The tree must begin at Clinic, which the scope field 'clinic_id' belongs to, and it creates none.")]
    [InlineData("""{"Clinic":[{"_alias":"c","name":"x"}],"Patient":[{"clinic_id":{"_ref":"clinc"}}]}""", "unknown-alias recipes[0].create.Patient[0].clinic_id: No record has the alias 'clinc'.")]
    [InlineData("""{"Clinic":[{"_alias":"c","name":"x"},{"_alias":"c","name":"y"}]}""", "duplicate-alias recipes[0].create.Clinic[1]._alias: The alias 'c' is that of recipes[0].create.Clinic[0] already.")]
    [InlineData("""{"Clinic":[],"Patient":[{"sex":"femal"}]}""", "wrong-value recipes[0].create.Patient[0].sex: 'sex' must be one of female, male, and here it is \"femal\". Did you mean 'female'?")]
    [InlineData("""{"Clinic":[],"Patient":[{"tags":"a"}]}""", "wrong-type recipes[0].create.Patient[0].tags: 'tags' is a list (string[]), and here it is none.")]
    [InlineData("""{"Clinic":[{"name":["a"]}]}""", "wrong-type recipes[0].create.Clinic[0].name: 'name' is no list (string), and here it is one.")]
    [InlineData("""{"Clinic":[],"Patient":[{"age":true}]}""", "wrong-type recipes[0].create.Patient[0].age: 'age' is a number, and here it is true.")]
    public void Records_ThatCannotWork_AreNamed(string create, string problem) => Check(create).ShouldHaveSingleItem().ShouldStartWith(problem);

    [Theory]
    [InlineData("""{"strategy":"literal","value":"TODO"}""", "not-concrete recipes[0].variables.v.value: \"TODO\" stands in for a value and is none.")]
    [InlineData("""{"strategy":"literal","value":"<the name>"}""", "not-concrete recipes[0].variables.v.value:")]
    [InlineData("""{"strategy":"literal","value":"{{other}}"}""", "not-concrete recipes[0].variables.v.value: A literal is taken as it is, and this one holds a token")]
    [InlineData("""{"strategy":"derived","source":"testRunId","format":"a-{shortID}"}""", "unknown-placeholder recipes[0].variables.v.format: {shortID} is not replaced")]
    [InlineData("""{"strategy":"faker","generator":"person.firstname"}""", "unknown-generator recipes[0].variables.v.generator: 'person.firstname' is no generator that is known here. Did you mean 'person.firstName'")]
    public void Variables_ThatAreNoValues_AreNamed(string definition, string problem)
        => Check("""{"Clinic":[{"name":"{{v}}"}]}""", $$"""{"v":{{definition}}}""").First().ShouldStartWith(problem);

    [Theory]
    [InlineData("""{"strategy":"literal","value":"Todo list"}""")]
    [InlineData("""{"strategy":"literal","value":0}""")]
    [InlineData("""{"strategy":"literal","value":null}""")]
    [InlineData("""{"strategy":"derived","source":"testRunId","format":"a-{testRunId}"}""")]
    public void Variables_ThatAreValues_AreLeftAlone(string definition) => Check("""{"Clinic":[{"name":"{{v}}"}]}""", $$"""{"v":{{definition}}}""").ShouldBeEmpty();

    [Fact]
    public void Variable_UsedWithSingleBraces_IsToldHow()
        => Check("""{"Clinic":[{"name":"{v}"}]}""", """{"v":{"strategy":"literal","value":"a"}}""").ShouldHaveSingleItem()
            .ShouldBe("unused-variable recipes[0].variables.v: No value uses {{v}}. recipes[0].create.Clinic[0].name says {v}: a token has two braces on each side.");

    [Fact]
    public void Children_OfADeclaredRelation_AreCheckedAsTheirModel()
    {
        Check("""{"Clinic":[{"name":"x","patients":[{"age":1}]}]}""", schema: WithRelations).ShouldBeEmpty();
        Check("""{"Clinic":[{"name":"x","patients":[{"aeg":1}]}]}""", schema: WithRelations).ShouldHaveSingleItem().ShouldStartWith("unknown-field recipes[0].create.Clinic[0].patients[0].aeg");
        Check("""{"Clinic":[{"name":"x"}],"Patient":[{"age":1}]}""", schema: WithRelations).ShouldHaveSingleItem().ShouldContain("Nest it under 'patients' of Clinic.");
    }

    [Theory]
    [InlineData("""{"Clinic":[{"name":"x","patients":[{"age":1}]}]}""", null)]
    [InlineData("""{"Clinic":[{"name":"x","patients":{"age":1}}]}""", null)]
    [InlineData("""{"Clinic":[{"name":"x"}],"Patient":[{"age":1,"chief":{"name":"y"}}]}""", null)]
    [InlineData("""{"Clinic":[{"_alias":"c","name":"x"}],"Patient":[{"age":1,"chief":{"_ref":"c"}}]}""", null)]
    [InlineData("""{"Clinic":[{"name":"x"}],"Patient":[{"age":1,"chief":[{"name":"y"}]}]}""", null)]
    [InlineData("""{"Clinic":[{"name":"x"}],"Patient":[{"age":1,"chief":[{"name":"y"},{"name":"z"}]}]}""", "wrong-type recipes[0].create.Patient[0].chief: 'chief' of Patient holds one Clinic at most, and here are 2.")]
    [InlineData("""{"Clinic":[{"name":"x","patients":[{"aeg":1}]}]}""", "unknown-field recipes[0].create.Clinic[0].patients[0].aeg: Patient has no field 'aeg'. Did you mean 'age'?")]
    [InlineData("""{"Clinic":[{"name":"x","patient":[{"age":1}]}]}""", "unknown-children recipes[0].create.Clinic[0].patient: The endpoint does not know children named 'patient' of Clinic. Did you mean 'patients'?")]
    [InlineData("""{"Clinic":[{"name":"x","visits":[{"at":1}]}]}""", "unknown-children recipes[0].create.Clinic[0].visits: The endpoint does not know children named 'visits' of Clinic. It knows: patients. Or declare them where its factory is: .HasMany(\"visits\", ...).")]
    [InlineData("""{"Clinic":[{"name":"x"}],"Patient":[{"age":1,"visits":[{"at":1}]}]}""", "unknown-children recipes[0].create.Patient[0].visits: The endpoint does not know children named 'visits' of Patient. It knows: chief.")]
    public void Children_OfAnEndpointThatNamesThem_AreCheckedOrRefused(string create, string? problem)
    {
        var schema = Schema with { Nested = new Dictionary<string, IReadOnlyList<DiscoveredNesting>> { ["Clinic"] = [new("patients", "Patient", true)], ["Patient"] = [new("chief", "Clinic", false)] } };

        if (problem is null)
            Check(create, schema: schema).ShouldBeEmpty();
        else
            Check(create, schema: schema).ShouldHaveSingleItem().ShouldStartWith(problem);
    }

    [Theory]
    [InlineData("clinicId", "Clinic")]
    [InlineData("clinic_id", "Clinic")]
    [InlineData("CLINIC_ID", "Clinic")]
    [InlineData("cliId", "Clinic")]
    [InlineData("tenantId", null)]
    [InlineData("", null)]
    public void ScopeField_NamesItsModel(string field, string? model) => (Schema with { ScopeField = field }).ScopeModel?.Name.ShouldBe(model);

    [Fact]
    public void Scenarios_Promised_NeedTheirRecipe()
        => Check("""{"Clinic":[{"name":"x"}]}""", scenarios: new("/a/scenarios.md", ["standard", "empty", "large", "closed"])).ShouldBe(
            ["missing-scenario recipes: scenarios.md promises the scenario 'closed', and there is no recipe for it."]);

    [Fact]
    public void DiscoverFile_OfAWholeAnswerOrASchemaAlone_IsRead()
    {
        var folder = Directory.CreateTempSubdirectory("autonoma-preflight").FullName;
        var path = Path.Combine(folder, "discover.json");
        File.WriteAllText(path, """{"version":"1.0","sdk":{},"schema":{"models":[{"name":"A","fields":[{"name":"id","type":"string"}]}],"edges":[],"relations":[{"parentModel":"A","childModel":"B","parentField":"bs","childField":"aId"}],"scopeField":"aId"},"nested":{"A":[{"name":"cs","model":"C","many":true}]}}""");

        var schema = DiscoverDocument.Read(path);

        schema.Models.ShouldHaveSingleItem().Name.ShouldBe("A");
        schema.Relations.ShouldHaveSingleItem().ShouldBe(new("A", "B", "bs", "aId"));
        schema.Nested!["A"].ShouldHaveSingleItem().ShouldBe(new("cs", "C", true));
        foreach (var other in (string[])["[]", "{\"A\":1}", "{\"A\":[1]}", "{\"A\":[null]}", "{\"A\":[{\"name\":\"cs\"}]}", "{\"A\":null}"])
        {
            File.WriteAllText(path, $$"""{"schema":{"models":[]},"nested":{{other}}}""");
            DiscoverDocument.Read(path).Nested.ShouldBeNull($"{other} is some other SDK's own word");
        }

        File.WriteAllText(path, """{"schema":{"models":null}}""");
        Should.Throw<RecipeFileException>(() => DiscoverDocument.Read(path)).Message.ShouldContain("schema.models must be a list, and here it is null");
        Directory.Delete(folder, recursive: true);
    }
}
