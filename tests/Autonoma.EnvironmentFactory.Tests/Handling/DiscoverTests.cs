using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Autonoma.EnvironmentFactory.Tests.Handling;

public sealed class DiscoverTests
{
    [Fact]
    public async Task Discover_OfModels_DescribesThemAsTheProtocolSays()
    {
        using var factory = new TestFactory();

        var answer = await factory.SucceedAsync("""{"action":"discover","extra":1}""");

        var schema = answer["schema"]!;
        schema.AsObject().Select(member => member.Key).ShouldBe(["models", "edges", "relations", "scopeField"]);
        schema["models"]!.AsArray().Select(model => (string)model!["name"]!).ShouldBe(["Organization", "User", "Member", "Project"]);
        schema["models"]![0]!.ToJsonString().ShouldBe("""{"name":"Organization","tableName":"organization","fields":[{"name":"id","type":"string","isRequired":false,"isId":true,"hasDefault":true},{"name":"name","type":"string","isRequired":true,"isId":false,"hasDefault":false},{"name":"plan","type":"string","isRequired":false,"isId":false,"hasDefault":true}]}""");
        Fields(schema, 3).ShouldBe(["id string", "title string required", "priority integer default", "ownerId string", "parentId string", "address json"]);
        Fields(schema, 2).ShouldBe(["id string", "role string required", "organizationId string required", "userId string required"]);
        ((string)schema["scopeField"]!).ShouldBe("organizationId");
    }

    [Fact]
    public async Task Discover_OfRelations_NamesThemBesideTheSchema()
    {
        using var factory = new TestFactory();

        var answer = await factory.SucceedAsync("""{"action":"discover"}""");

        answer["nested"]!.ToJsonString().ShouldBe("""{"Organization":[{"name":"members","model":"Member","many":true},{"name":"users","model":"User","many":true}],"User":[],"Member":[{"name":"user","model":"User","many":false}],"Project":[{"name":"children","model":"Project","many":true},{"name":"owner","model":"User","many":false}]}""");
        answer["schema"]!["relations"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Discover_OfEveryType_NamesIt()
    {
        using var factory = new TestFactory(builder => builder.DefineFactory<Everything>((Everything input) => 1), withModels: false);

        var schema = (await factory.SucceedAsync("""{"action":"discover"}"""))["schema"]!;

        Fields(schema, 0).ShouldBe([
            "id string", "text string required", "letter string default", "whole integer default", "big integer default", "real number default", "money number default", "yes boolean default",
            "moment timestamp default", "when timestamp", "day date default", "time string default", "key uuid default", "typed integer default", "role string default", "maybeRole string", "list json required",
            "filled json default", "map json", "any json", "renamed_one string", "link string",
        ]);
    }

    [Fact]
    public async Task Discover_UnderOtherJsonOptions_NamesFieldsByThem()
    {
        using var factory = new TestFactory(options: options => options.JsonOptions = new(JsonSerializerDefaults.Web) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower }, withModels: false, configure: builder =>
            builder.DefineFactory<UserInput>((UserInput input) => new { Id = 5, input.OrganizationId }));

        Fields((await factory.SucceedAsync("""{"action":"discover"}"""))["schema"]!, 0).ShouldContain("organization_id string required");
        var up = await factory.UpAsync("""{"User":[{"email":"a@b.test","organization_id":"7"}]}""");
        up["refs"]!.ToJsonString().ShouldBe("""{"User":[{"id":5,"organization_id":"7"}]}""");
        TestFactory.TokenOf(up).TestRunId.ShouldBe("7");
    }

    [Fact]
    public async Task Discover_WithoutModels_IsEmpty()
    {
        using var factory = new TestFactory(withModels: false);

        (await factory.SucceedAsync("""{"action":"discover"}"""))["schema"]!["models"]!.AsArray().ShouldBeEmpty();
        (await factory.FailAsync("""{"action":"up","create":{}}""", 400, "INVALID_BODY")).ShouldContain("no factories");
    }

    [Fact]
    public void Models_ThatCannotWork_AreSaidAtOnce()
    {
        Should.Throw<InvalidOperationException>(() => Registered(factory => factory.DefineFactory<UserInput>((OrganizationInput input) => 1))).Message.ShouldContain("must be the input, UserInput");
        Should.Throw<InvalidOperationException>(() => Registered(factory => factory.DefineFactory<UserInput>((UserInput input) => { }))).Message.ShouldContain("returns nothing");
        Should.Throw<InvalidOperationException>(() => Registered(factory => factory.DefineFactory<UserInput>("Organization", (UserInput input) => 1))).Message.ShouldContain("Two factories");
        Should.Throw<InvalidOperationException>(() => Registered(factory => factory.DefineFactory<UserInput>("A", (UserInput input) => 1).HasMany("x", "Nope", "y"))).Message.ShouldContain("Nope, which has no factory");
        Should.Throw<InvalidOperationException>(() => Registered(factory => factory.DefineFactory<UserInput>("A", (UserInput input) => 1).HasMany("x", "User", "nope"))).Message.ShouldContain("User has no field nope");

        static object Registered(Action<EnvironmentFactoryBuilder> configure)
        {
            using var factory = new TestFactory(configure);
            return factory.Handler.Registry;
        }
    }

    [Fact]
    public async Task Factory_AsAClass_IsResolvedPerRequest()
    {
        using var factory = new TestFactory(builder =>
        {
            builder.AddFactory<TagFactory>();
            builder.AddFactory<LabelFactory>("Sticker");
        });

        var up = await factory.UpAsync("""{"Tag":[{"name":"new"}],"Sticker":[{"name":"old"}]}""");
        await factory.DownAsync(up);

        up["refs"]!.ToJsonString().ShouldBe("""{"Tag":[{"id":"tag-1","name":"new"}],"Sticker":[{"id":"label-2"}]}""");
        factory.Store.Rows.Keys.ShouldBe(["label-2"]);
    }

    private static List<string> Fields(JsonNode schema, int model)
        => [.. schema["models"]![model]!["fields"]!.AsArray().Select(field => $"{field!["name"]} {field["type"]}{((bool)field["isRequired"]! ? " required" : "")}{((bool)field["hasDefault"]! && !(bool)field["isId"]! ? " default" : "")}")];

    public sealed record TagRecord(string Id, string Name);

    public sealed class TagFactory(Store store) : Factory<OrganizationInput, TagRecord>
    {
        public override Task<TagRecord> CreateAsync(OrganizationInput input, FactoryContext context, CancellationToken cancellationToken) => Task.FromResult(new TagRecord(store.Add("Tag", input).Id, input.Name));

        public override Task TeardownAsync(TagRecord record, FactoryContext context, CancellationToken cancellationToken)
        {
            store.Remove(record.Id);
            return Task.CompletedTask;
        }
    }

    public sealed class LabelFactory(Store store) : Factory<OrganizationInput, string>
    {
        public override Task<string> CreateAsync(OrganizationInput input, FactoryContext context, CancellationToken cancellationToken) => Task.FromResult(store.Add("Label", input).Id);
    }

    [JsonConverter(typeof(TypedIdConverter))]
    public readonly record struct TypedId(int Value);

    public sealed class TypedIdConverter : JsonConverter<TypedId>
    {
        public override TypedId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetInt32());

        public override void Write(Utf8JsonWriter writer, TypedId value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Value);
    }

    public sealed class Everything
    {
        public string Text { get; set; } = null!;

        public char Letter { get; set; }

        public int Whole { get; set; }

        public ulong Big { get; set; }

        public double Real { get; set; }

        public decimal Money { get; set; }

        public bool Yes { get; set; }

        public DateTime Moment { get; set; }

        public DateTimeOffset? When { get; set; }

        public DateOnly Day { get; set; }

        public TimeOnly Time { get; set; }

        public Guid Key { get; set; }

        public TypedId Typed { get; set; }

        public Role Role { get; set; }

        public Role? MaybeRole { get; set; }

        public List<string> List { get; set; } = null!;

        public List<string> Filled { get; set; } = [];

        public Dictionary<string, int>? Map { get; set; }

        public object? Any { get; set; }

        [JsonPropertyName("renamed_one")]
        public string? Renamed { get; set; }

        public Uri? Link { get; set; }

        [JsonIgnore]
        public string Hidden { get; set; } = "";

        public string Computed => Text + "!";
    }
}
