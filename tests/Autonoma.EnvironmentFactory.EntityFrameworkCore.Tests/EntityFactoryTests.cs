using System.Text;
using System.Text.Json.Nodes;
using Autonoma.EnvironmentFactory.Checking;
using Autonoma.EnvironmentFactory.Handling;
using Autonoma.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(PostgresFixture))]

namespace Autonoma.EnvironmentFactory.EntityFrameworkCore.Tests;

public sealed class EntityFactoryTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string Secret = "shared-secret-of-the-tests-0123456789";

    private readonly CommandCounter _commands = new();
    private ServiceProvider _services = null!;

    public async ValueTask InitializeAsync()
    {
        var services = new ServiceCollection();
        var database = postgres.NewDatabase();
        services.AddDbContext<ShopDb>(options => options.UseNpgsql(database).AddInterceptors(_commands));
        services.AddEnvironmentFactory(factory =>
        {
            factory.ScopeField = "organizationId";
            factory.Configure(options => (options.SharedSecret, options.SigningSecret, options.AllowProduction) = (Secret, "signing-secret-of-the-tests", true));
            factory.AddEntityFactory<Organization, ShopDb>();
            factory.AddEntityFactory<Person, ShopDb>("User");
            factory.AddEntityFactory<Member, ShopDb>();
            factory.AddEntityFactory<Product, ShopDb>().HasSample("""{"sku":"SKU-1","price":5}""");
            factory.AddEntityFactory<Stock, ShopDb>();
            factory.AddEntityFactory<Dog, ShopDb>();
            factory.AddEntityFactory<Node, ShopDb>();
        });
        _services = services.BuildServiceProvider();
        await using var scope = _services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ShopDb>().Database.EnsureCreatedAsync(TestContext.Current.CancellationToken);
        _commands.Count = 0;
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    [Fact]
    public async Task Discover_OfEntities_ReadsTheEfModel()
    {
        var models = (await SucceedAsync("""{"action":"discover"}"""))["schema"]!["models"]!.AsArray();

        Fields(models, "Organization").ShouldBe(["name string required"]);
        Fields(models, "User").ShouldBe(["email string required", "nickname string", "passwordHash string default"]);
        Fields(models, "Member").ShouldBe(["grade string default", "organizationId uuid required", "userId integer required"], ignoreOrder: true);
        Fields(models, "Product").ShouldBe(["sku string required", "price number default", "availableFrom date", "isDeleted boolean default", "organizationId uuid required", "size json"], ignoreOrder: true);
        Fields(models, "Stock").ShouldBe(["sku string required", "place string required", "count integer default"], ignoreOrder: true);
        Fields(models, "Node").ShouldBe(["label string required", "parentId integer"], ignoreOrder: true);
    }

    [Fact]
    public async Task Up_OfATree_FillsKeysFromTheRelationsOfTheModel_AndDownRemovesIt()
    {
        var up = await UpAsync("""{"Organization":[{"name":"Acme","members":[{"grade":"Senior","user":[{"email":"alice@shop.test"}]},{"user":{"email":"bob@shop.test","nickname":"b"}}],"products":[{"sku":"A-1","price":9.5,"size":{"width":2,"height":3},"availableFrom":"2026-05-01"},{"sku":"A-2","price":1,"isDeleted":true}]}],"Stock":[{"sku":"A-1","place":"north","count":4}],"Dog":[{"name":"Rex","barks":true}],"Node":[{"label":"root","children":[{"label":"leaf"}]}]}""");

        await using (var scope = _services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<ShopDb>();
            var members = await db.Set<Member>().Include(member => member.User).Include(member => member.Organization).OrderBy(member => member.Id).ToListAsync(TestContext.Current.CancellationToken);
            members.Select(member => $"{member.User!.Email} {member.Grade} {member.Organization!.Name}").ShouldBe(["alice@shop.test Senior Acme", "bob@shop.test Junior Acme"], ignoreOrder: true);
            (await db.Products.SingleAsync(TestContext.Current.CancellationToken)).Size!.Height.ShouldBe(3);
            (await db.Set<Node>().CountAsync(node => node.Parent!.Label == "root", TestContext.Current.CancellationToken)).ShouldBe(1);
        }

        up["sdk"]!["orm"]!.GetValue<string>().ShouldBe("efcore");
        up["refs"]!["User"]![0]!.AsObject().Select(member => member.Key).ShouldBe(["id", "email", "nickname"], ignoreOrder: true);
        ((string)up["refs"]!["Product"]![0]!["id"]!).ShouldBe("A-1");
        ((string)up["refs"]!["Stock"]![0]!["id"]!).ShouldBe("A-1|north");

        await DownAsync(up);
        (await CountsAsync()).ShouldAllBe(count => count.Value == 0);
        await DownAsync(up);
    }

    [Fact]
    public async Task Up_OfInvalidRecords_IsRefusedByTheLimitsOfTheModel()
    {
        var (status, message) = await FailAsync("""{"action":"up","create":{"Organization":[{"name":"a name that is longer than twenty"}],"Product":[{"sku":"x","price":5000,"organizationId":"no uuid"},{"price":1}],"Dog":[{"name":null}]}}""");

        status.ShouldBe(400);
        message.ShouldContain("Organization[0], field name: must not be longer than 20 characters");
        message.ShouldContain("Product[0], field price");
        message.ShouldContain("Product[0], field organizationId: must be a uuid");
        message.ShouldContain("Product[1], field sku: is required");
        message.ShouldContain("Dog[0], field name: must not be null");
    }

    [Fact]
    public async Task Up_ThatTheDatabaseRefuses_NamesTheRecord_AndLeavesNoRow()
    {
        var (status, message) = await FailAsync("""{"action":"up","create":{"Organization":[{"name":"Acme"}],"User":[{"email":"a@b.test"},{"email":"c@d.test"},{"email":"a@b.test"}]}}""");

        status.ShouldBe(500);
        message.ShouldContain("User[2] could not be created");
        (await CountsAsync()).ShouldAllBe(count => count.Value == 0);
    }

    [Fact]
    public async Task Down_OfRowsThatSomebodyElseDeleted_Succeeds_AndTouchesNoOthers()
    {
        await using var scope = _services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ShopDb>();
        db.People.Add(new Person { Email = "stays@shop.test" });
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        var up = await UpAsync("""{"User":[{"email":"one@shop.test"},{"email":"two@shop.test"}],"Dog":[{"name":"Rex"}]}""");
        await db.People.Where(person => person.Email == "one@shop.test").ExecuteDeleteAsync(TestContext.Current.CancellationToken);

        await DownAsync(up);

        (await db.People.Select(person => person.Email).ToListAsync(TestContext.Current.CancellationToken)).ShouldBe(["stays@shop.test"]);
    }

    [Fact]
    public async Task Down_OfARowThatIsStillReferredTo_ReportsIt_AndRemovesTheOthers()
    {
        var up = await UpAsync("""{"Organization":[{"_alias":"o","name":"Acme"}],"User":[{"email":"a@b.test"},{"email":"c@d.test"}]}""");
        await using var scope = _services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ShopDb>();
        // What the test itself did while it ran.
        db.Add(new Member { UserId = (int)up["refs"]!["User"]![0]!["id"]!, OrganizationId = (Guid)up["refs"]!["Organization"]![0]!["id"]! });
        var blocker = (Member)db.ChangeTracker.Entries().Single().Entity;
        db.Database.ExecuteSqlRaw("""ALTER TABLE "Member" DROP CONSTRAINT "FK_Member_People_UserId", ADD CONSTRAINT "FK_Member_People_UserId" FOREIGN KEY ("UserId") REFERENCES "People" ("Id")""");
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);

        var (status, message) = await FailAsync($$"""{"action":"down","refsToken":"{{up["refsToken"]}}"}""");

        status.ShouldBe(500);
        message.ShouldStartWith("1 of 3 records could not be removed: User 1:");
        (await db.People.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(1);
        (await db.Set<Organization>().CountAsync(TestContext.Current.CancellationToken)).ShouldBe(0);
        blocker.Id.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Up_OfThousands_GoesInBatches()
    {
        var users = string.Join(',', Enumerable.Range(0, 2000).Select(i => $$"""{"email":"u{{i}}@shop.test"}"""));
        var up = await UpAsync($$"""{"User":[{{users}}]}""");
        _commands.Count.ShouldBeLessThan(100);

        await DownAsync(up);

        (await CountsAsync()).ShouldAllBe(count => count.Value == 0);
    }

    [Fact]
    public async Task Factories_OfEntities_PassTheCheck()
    {
        var options = new ScenarioCheckOptions { Count = EntityCounts.Of<ShopDb> };

        var results = await EnvironmentFactoryCheck.CheckFactoriesAsync(_services, options, TestContext.Current.CancellationToken);

        results.ShouldAllBe(result => result.Valid, string.Join('\n', results));
        results.Count.ShouldBe(7);
    }

    private static List<string> Fields(JsonArray models, string name)
        => [.. models.Single(model => (string)model!["name"]! == name)!["fields"]!.AsArray().Skip(1).Select(field => $"{field!["name"]} {field["type"]}{((bool)field["isRequired"]! ? " required" : "")}{((bool)field["hasDefault"]! ? " default" : "")}")];

    private async Task<IReadOnlyDictionary<string, long>> CountsAsync()
    {
        await using var scope = _services.CreateAsyncScope();
        return await EntityCounts.Of<ShopDb>(scope.ServiceProvider, TestContext.Current.CancellationToken);
    }

    private Task<JsonObject> UpAsync(string create) => SucceedAsync($$"""{"action":"up","testRunId":"run-1","create":{{create}}}""");

    private Task<JsonObject> DownAsync(JsonObject up) => SucceedAsync($$"""{"action":"down","refsToken":"{{up["refsToken"]}}"}""");

    private async Task<JsonObject> SucceedAsync(string body)
    {
        var response = await SendAsync(body);
        response.Status.ShouldBe(200, Encoding.UTF8.GetString(response.Body.Span));
        return JsonNode.Parse(response.Body.Span)!.AsObject();
    }

    private async Task<(int Status, string Message)> FailAsync(string body)
    {
        var response = await SendAsync(body);
        response.IsSuccess.ShouldBeFalse();
        return (response.Status, (string)JsonNode.Parse(response.Body.Span)!["error"]!);
    }

    private Task<EnvironmentFactoryResponse> SendAsync(string body)
        => _services.GetRequiredService<EnvironmentFactoryHandler>().HandleAsync(EnvironmentFactoryRequest.Signed(Encoding.UTF8.GetBytes(body), Secret), TestContext.Current.CancellationToken);
}
