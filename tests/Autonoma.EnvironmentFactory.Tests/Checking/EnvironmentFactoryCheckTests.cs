using Autonoma.EnvironmentFactory.Checking;

namespace Autonoma.EnvironmentFactory.Tests.Checking;

public sealed class EnvironmentFactoryCheckTests
{
    private static readonly ScenarioCheckOptions Counting = new()
    {
        Count = (services, _) => Task.FromResult<IReadOnlyDictionary<string, long>>(((Store)services.GetService(typeof(Store))!).Rows.Values.GroupBy(row => row.Model).ToDictionary(rows => rows.Key, rows => rows.LongCount())),
    };

    [Fact]
    public async Task Scenario_ThatWorks_IsValid_EvenInProduction()
    {
        using var factory = new TestFactory(options: options => options.AllowProduction = false);

        var result = await EnvironmentFactoryCheck.CheckScenarioAsync(factory.Services, """{"create":{"Organization":[{"name":"x","users":[{"email":"a@b.test"}]}]}}""", Counting, TestContext.Current.CancellationToken);

        result.Valid.ShouldBeTrue(result.ToString());
        result.Phase.ShouldBe("ok");
        factory.Store.Rows.ShouldBeEmpty();
    }

    [Fact]
    public async Task Scenarios_SomeOfThemBroken_AreAllCheckedAndHinted()
    {
        using var factory = new TestFactory();
        var results = await EnvironmentFactoryCheck.CheckAllScenariosAsync(
            factory.Services,
            new Dictionary<string, string>
            {
                ["nested"] = """{"Organization":[{"name":"x","tags":[]}]}""",
                ["token"] = """{"Project":[{"title":"{{nope}}"}]}""",
                ["fine"] = """{"Project":[{"title":"t"}]}""",
                ["nothing"] = "no json",
            },
            cancellationToken: TestContext.Current.CancellationToken);

        results.Select(result => $"{result.Name} {result.Valid} {result.Phase}").ShouldBe(["nested False up", "token False up", "fine True ok", "nothing False up"]);
        results[0].Errors.Single().Fix!.ShouldContain("HasMany");
        results[1].Errors.Single().Fix!.ShouldContain("{{testRunId}}");
    }

    [Fact]
    public async Task Scenario_ThatLeavesSomething_IsInvalid()
    {
        using var factory = new TestFactory(builder => builder.DefineFactory<OrganizationInput>("Order", (OrganizationInput input, Store store) =>
        {
            store.Add("Invoice", input);
            return store.Add("Order", input).Id;
        }, (string id, Store store) => store.Remove(id)));

        var result = await EnvironmentFactoryCheck.CheckScenarioAsync(factory.Services, """{"Order":[{"name":"x"}]}""", Counting, TestContext.Current.CancellationToken);

        result.Valid.ShouldBeFalse();
        result.Phase.ShouldBe("down");
        result.Errors.Single().Message.ShouldBe("Invoice: 1 more than before");
    }

    [Fact]
    public async Task Scenario_WhoseDownCannotBeRepeated_IsInvalid()
    {
        using var factory = new TestFactory(builder => builder.DefineFactory<OrganizationInput>("Once", (OrganizationInput input, Store store) => store.Add("Once", input).Id, (string id, Store store) =>
        {
            if (!store.Rows.ContainsKey(id))
                throw new InvalidOperationException("not found");
            store.Remove(id);
        }));

        var result = await EnvironmentFactoryCheck.CheckScenarioAsync(factory.Services, """{"Once":[{"name":"x"}]}""", cancellationToken: TestContext.Current.CancellationToken);

        result.Errors.Single().Message.ShouldStartWith("A second down fails");
    }

    [Fact]
    public async Task Factories_EachWithOneRecord_AreChecked()
    {
        using var factory = new TestFactory(builder => builder.DefineFactory<OrganizationInput>("Country", (OrganizationInput input, Store store) => store.Add("Country", input).Id));

        var results = await EnvironmentFactoryCheck.CheckFactoriesAsync(factory.Services, cancellationToken: TestContext.Current.CancellationToken);

        results.Select(result => $"{result.Name} {result.Phase}").ShouldBe(["Organization ok", "User ok", "Member ok", "Project ok", "Country ok"], string.Join('\n', results));
        results[^1].Warnings.Single().ShouldContain("no teardown");
        factory.Store.Rows.Values.Select(row => row.Model).ShouldBe(["Country"]);
    }

    [Fact]
    public async Task Factories_OneOfThemBroken_AreReportedByModel()
    {
        using var factory = new TestFactory();
        factory.Store.Failures["create Member"] = new InvalidOperationException("duplicate key value violates unique constraint");

        var results = await EnvironmentFactoryCheck.CheckFactoriesAsync(factory.Services, cancellationToken: TestContext.Current.CancellationToken);

        var broken = results.Single(result => !result.Valid);
        broken.Name.ShouldBe("Member");
        broken.Errors.Single().Fix!.ShouldContain("{{testRunId}}");
        factory.Store.Rows.ShouldBeEmpty();
    }
}
