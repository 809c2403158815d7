using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using Autonoma.EnvironmentFactory.Protocol;

namespace Autonoma.EnvironmentFactory.Tests.Handling;

public sealed class UpTests : IDisposable
{
    private readonly TestFactory _factory = new(factory => factory.UseAuth((AuthContext auth, Store store) => Credentials.Bearer($"token of {auth.User?.Get<string>("email") ?? "nobody"} in {auth.ScopeValue}")));

    public void Dispose() => _factory.Dispose();

    [Fact]
    public async Task Up_OfAliases_CreatesInOrderAndAnswersInTheOrderOfTheProtocol()
    {
        var up = await _factory.UpAsync("""{"User":[{"email":"ann-{{testRunId}}@shop.test","organizationId":{"_ref":"org"}}],"Organization":[{"_alias":"org","name":"Acme"}]}""");

        up.Select(member => member.Key).ShouldBe(["version", "sdk", "auth", "refs", "refsToken"]);
        ((string)up["version"]!).ShouldBe("1.0");
        up["sdk"]!.ToJsonString().ShouldBe("""{"language":"dotnet","orm":"unknown","server":"unknown"}""");
        up["refs"]!.ToJsonString().ShouldBe("""{"Organization":[{"id":"organization-1","name":"Acme"}],"User":[{"id":"user-2","email":"ann-run-1@shop.test","organizationId":"organization-1"}]}""");
        ((string)up["auth"]!["headers"]!["Authorization"]!).ShouldBe("Bearer token of ann-run-1@shop.test in organization-1");
        _factory.Store.Events.ShouldBe(["create organization-1", "create user-2"]);
        var token = TestFactory.TokenOf(up);
        token.TestRunId.ShouldBe("organization-1");
        token.Environment.ShouldBe("");
        token.AliasDependencies!["org"].ShouldBeEmpty();
        token.Order.ShouldBe([new("Organization", 1), new("User", 1)]);
        (token.ExpiresAt - token.IssuedAt).ShouldBe(24 * 3600);
    }

    [Fact]
    public async Task Up_OfNestedRecords_FillsKeysOnBothSides()
    {
        var up = await _factory.UpAsync("""{"Organization":[{"name":"Acme","members":[{"role":"owner","user":[{"name":"Alice","email":"alice@shop.test"}]},{"role":"member","user":{"email":"bob@shop.test"}}]}]}""");

        up["refs"]!.AsObject().Select(list => $"{list.Key}:{list.Value!.AsArray().Count}").ShouldBe(["Organization:1", "User:2", "Member:2"]);
        _factory.Store.Rows.Values.Select(row => row.Input).OfType<MemberInput>().OrderBy(member => member.UserId).ShouldBe([new(Role.Owner, "organization-1", "user-2"), new(Role.Member, "organization-1", "user-4")]);
        _factory.Store.Rows.Values.Select(row => row.Input).OfType<UserInput>().ShouldAllBe(user => user.OrganizationId == "organization-1");
    }

    [Fact]
    public async Task Up_WithAliasesInsideNestedRecords_ReachesAcrossBranches()
    {
        await _factory.UpAsync("""{"Organization":[{"name":"Acme","members":[{"role":"Owner","user":{"_alias":"ann","email":"a@b.test"}}]}],"Project":[{"title":"Launch","owner":{"_ref":"ann"},"children":[{"title":"Part","ownerId":{"_ref":"ann"}}]}]}""");

        var projects = _factory.Store.Rows.Values.Where(row => row.Model == "Project").OrderBy(row => row.Id).ToList();
        ((ProjectInput)projects[0].Input).OwnerId.ShouldBe("user-2");
        ((ProjectInput)projects[1].Input).OwnerId.ShouldBe("user-2");
        ((ProjectInput)projects[1].Input).ParentId.ShouldBe(projects[0].Id);
    }

    [Fact]
    public async Task Up_WithTokens_ReplacesThemInTheOrderOfCreation()
    {
        await _factory.UpAsync("""{"Project":[{"title":"{{index}} {{ testRunId }} {{cycle(red, 'green',\"blue\")}} {{cycle}}","priority":"1"},{"title":"{{{index}}} {{cycle(['a','b'])}} {{}}","address":{"street":"{{testRunId}}","country":"DE"}}]}""");

        var inputs = _factory.Store.Rows.Values.OrderBy(row => row.Id).Select(row => (ProjectInput)row.Input).ToList();
        inputs[0].Title.ShouldBe("0 run-1 red ");
        inputs[0].Priority.ShouldBe(1);
        inputs[1].Title.ShouldBe("{1} b'] {{}}");
        inputs[1].Address!.Street.ShouldBe("run-1");
    }

    [Fact]
    public async Task Up_WithoutARunId_MakesOneUp_WithANumberKeepsItsText()
    {
        await _factory.SucceedAsync("""{"action":"up","create":{"Project":[{"title":"{{testRunId}}"}]}}""");
        await _factory.SucceedAsync("""{"action":"up","testRunId":42,"create":{"Project":[{"title":"{{testRunId}}"}]}}""");

        var titles = _factory.Store.Rows.Values.OrderBy(row => row.Id).Select(row => ((ProjectInput)row.Input).Title).ToList();
        Guid.TryParse(titles[0], out _).ShouldBeTrue();
        titles[1].ShouldBe("42");
    }

    [Fact]
    public async Task Up_OfNothing_SucceedsWithoutRecords()
    {
        var up = await _factory.UpAsync("{}");

        up["refs"]!.ToJsonString().ShouldBe("{}");
        TestFactory.TokenOf(up).TestRunId.ShouldBe("run-1");
    }

    [Theory]
    [InlineData("""{"Nope":[{}]}""", "Nope", "Organization")]
    [InlineData("""{"Organization":{}}""", "must be a list of entity objects, got object", "")]
    [InlineData("""{"Organization":["x"]}""", "entries must be objects, got string", "")]
    [InlineData("""{"User":[{"email":"a@b.test","organizationId":{"_ref":"zed"}},{"email":"a@b.test","organizationId":{"_ref":"abc"}}]}""", "abc", "zed")]
    [InlineData("""{"Project":[{"_alias":"p","title":"a"},{"_alias":"p","title":"b"}]}""", "\"p\" is declared twice", "Project[0]")]
    [InlineData("""{"Project":[{"_alias":"a","title":"a","parentId":{"_ref":"b"}},{"_alias":"b","title":"b","parentId":{"_ref":"a"}}]}""", "cycle detected", "Project[0] (a) -> Project[1] (b) -> Project[0] (a)")]
    [InlineData("""{"Project":[{"_alias":"a","title":"a","parentId":{"_ref":"a"}}]}""", "Project[0] (a) refers to itself", "")]
    [InlineData("""{"Organization":[{"name":"x","tags":[{"label":"new"}]}]}""", "Organization[0].tags: a nested list that nobody declared", "members, users")]
    [InlineData("""{"Organization":[{"name":"x","members":[{"role":"owner","user":[{"email":"a@b.test"},{"email":"c@d.test"}]}]}]}""", "one record at most, got 2", "Organization[0].members[0].user")]
    [InlineData("""{"Organization":[{"name":"x","members":["bob"]}]}""", "Organization[0].members[0] must be a record, got string", "")]
    [InlineData("""{"Organization":[{"name":"x","users":[{"email":"a@b.test","organizationId":"other"}]}]}""", "Organization[0].users[0].organizationId is set although nesting sets it", "")]
    [InlineData("[]", "must be an object keyed by model name", "")]
    public async Task Up_OfAPayloadThatCannotBe_SaysWhyAndCreatesNothing(string create, string reason, string also)
    {
        var message = await _factory.FailAsync($$"""{"action":"up","create":{{create}}}""", 400, "INVALID_BODY");

        message.ShouldContain(reason);
        message.ShouldContain(also);
        _factory.Store.Events.ShouldBeEmpty();
    }

    [Fact]
    public async Task Up_OfInvalidRecords_NamesModelRecordAndFieldOfEach()
    {
        var message = await _factory.FailAsync("""{"action":"up","create":{"Organization":[{"name":"fine"},{"name":"0123456789012345678901234567890123456789x"}],"User":[{"email":"no address","organizationId":"1"}],"Project":[{"priority":9},{"title":"t","priority":"many"},{"title":null},{"title":"t","address":{"street":"s","country":"GER"}}],"Member":[{"role":"king","organizationId":"1","userId":"2"}]}}""", 400, "INVALID_BODY");

        message.ShouldContain("model Organization: Organization[1], field name");
        message.ShouldContain("model User: User[0], field email");
        message.ShouldContain("Project[0], field title: is required");
        message.ShouldContain("Project[1], field priority: must be an integer");
        message.ShouldContain("Project[2], field title: must not be null");
        message.ShouldContain("Project[3], field address.country");
        message.ShouldContain("Member[0], field role: must be one of Member, Owner");
        message.ShouldNotContain("Project[0], field priority: must not");
        _factory.Store.Events.ShouldBeEmpty();
    }

    [Fact]
    public async Task Up_WithAnUnknownToken_IsRefusedBeforeAnythingIsCreated()
    {
        var message = await _factory.FailAsync("""{"action":"up","create":{"Project":[{"title":"fine"},{"title":"{{ nope }}"}]}}""", 400, "UNRESOLVED_TOKEN");

        message.ShouldBe("Unresolved token: {{nope}}");
        _factory.Store.Events.ShouldBeEmpty();
    }

    [Fact]
    public async Task Up_ThatFailsMidway_RemovesWhatItCreatedInReverse()
    {
        _factory.Store.Failures["create Project"] = new InvalidOperationException("the disk is full");

        var message = await _factory.FailAsync("""{"action":"up","create":{"Organization":[{"_alias":"o","name":"x"}],"User":[{"email":"a@b.test"}],"Project":[{"title":"t"}]}}""", 500, "INTERNAL_ERROR");

        message.ShouldContain("Project[0] could not be created: the disk is full");
        message.ShouldContain("Removed again: 2 of the 2 records");
        _factory.Store.Events.ShouldBe(["create organization-1", "create user-2", "delete user-2", "delete organization-1"]);
        _factory.Store.Rows.ShouldBeEmpty();
    }

    [Fact]
    public async Task Up_ThatCannotBeTakenBack_ListsWhatStayed()
    {
        _factory.Store.Failures["create Project"] = new InvalidOperationException("no");
        _factory.Store.Failures["delete user-2"] = new InvalidOperationException("locked");

        var message = await _factory.FailAsync("""{"action":"up","create":{"Organization":[{"name":"x"}],"User":[{"email":"a@b.test"}],"Project":[{"title":"t"}]}}""", 500, "INTERNAL_ERROR");

        message.ShouldContain("Could not be removed: User user-2: locked");
        _factory.Store.Rows.Keys.ShouldBe(["user-2"]);
    }

    [Fact]
    public async Task Up_WhoseSignInFails_LeavesNothing()
    {
        using var factory = new TestFactory(builder => builder.UseAuth((AuthContext auth) => auth.User is null ? throw new InvalidOperationException("no user") : Credentials.Bearer("x")));

        (await factory.FailAsync("""{"action":"up","create":{"Project":[{"title":"t"}]}}""", 500, "INTERNAL_ERROR")).ShouldContain("no user");
        factory.Store.Rows.ShouldBeEmpty();
    }

    [Fact]
    public async Task Up_WhoseCallerGoesAway_LeavesNothing()
    {
        using var gone = new CancellationTokenSource();
        using var factory = new TestFactory(builder => builder.DefineFactory<OrganizationInput>("Slow", async (OrganizationInput input, CancellationToken token) =>
        {
            await gone.CancelAsync();
            await Task.Delay(Timeout.Infinite, token);
            return "never";
        }));
        var request = Autonoma.EnvironmentFactory.Handling.EnvironmentFactoryRequest.Signed("""{"action":"up","create":{"Project":[{"title":"t"}],"Slow":[{"name":"x"}]}}"""u8.ToArray(), TestFactory.SharedSecret);

        await Should.ThrowAsync<OperationCanceledException>(() => factory.Handler.HandleAsync(request, gone.Token));

        factory.Store.Events.ShouldBe(["create project-1", "delete project-1"]);
    }

    [Fact]
    public async Task Up_WhoseFactoryReturnsNoId_IsRefusedAndTheOthersAreRemoved()
    {
        using var factory = new TestFactory(builder => builder.DefineFactory<OrganizationInput>("Broken", (OrganizationInput input) => new { input.Name }));

        await factory.FailAsync("""{"action":"up","create":{"Project":[{"title":"t"}],"Broken":[{"name":"x"}]}}""", 500, "FACTORY_MISSING_PK");
        factory.Store.Rows.ShouldBeEmpty();
    }

    [Fact]
    public async Task Up_WhoseFactoryRejectsAField_Is400NamingIt()
    {
        _factory.Store.Failures["create User"] = new ValidationException(new ValidationResult("is taken", ["email"]), null, null);

        (await _factory.FailAsync("""{"action":"up","create":{"Organization":[{"name":"x"}],"User":[{"email":"a@b.test"}]}}""", 400, "INVALID_BODY")).ShouldContain("User[0], field email: is taken");
        _factory.Store.Rows.ShouldBeEmpty();
    }

    [Fact]
    public async Task Up_OfScopedRecords_FillsTheScopeOnlyWhereItIsCertain()
    {
        (await _factory.FailAsync("""{"action":"up","create":{"Organization":[{"name":"a"},{"name":"b"}],"User":[{"email":"a@b.test"}]}}""", 400, "INVALID_BODY")).ShouldContain("User[0], field organizationId: is required");
        await _factory.UpAsync("""{"Organization":[{"name":"a","users":[{"email":"a@b.test"}]},{"name":"b"}],"Project":[{"title":"t"}]}""");

        _factory.Store.Rows.Values.Select(row => row.Input).OfType<UserInput>().Single().OrganizationId.ShouldBe("organization-1");
    }

    [Fact]
    public async Task Up_WithMetadataAndUnknownFields_IgnoresThemAndSaysSoInTheLog()
    {
        await _factory.UpAsync("""{"Project":[{"title":"t","_note":{"by":"me"},"colour":"red"}]}""");

        _factory.Logs.Lines.ShouldContain(line => line.Contains("Project.colour", StringComparison.Ordinal) && !line.Contains("red", StringComparison.Ordinal));
        using var strict = new TestFactory(options: options => options.RejectUnknownFields = true);
        (await strict.FailAsync("""{"action":"up","create":{"Project":[{"title":"t","colour":"red"}]}}""", 400, "INVALID_BODY")).ShouldContain("Project[0].colour");
    }

    [Fact]
    public async Task Up_OfMoreRecordsThanAllowed_IsRefused()
    {
        using var factory = new TestFactory(options: options => options.MaxRecords = 2);

        (await factory.FailAsync("""{"action":"up","create":{"Project":[{"title":"a","children":[{"title":"b"},{"title":"c"}]}]}}""", 400, "INVALID_BODY")).ShouldContain("more than 2 records");
        factory.Store.Events.ShouldBeEmpty();
    }

    [Fact]
    public async Task Up_OfDuplicateKeys_TakesTheLast()
    {
        await _factory.UpAsync("""{"Project":[{"title":"first","title":"last"}]}""");

        ((ProjectInput)_factory.Store.Rows.Values.Single().Input).Title.ShouldBe("last");
    }

    [Fact]
    public async Task Hooks_RunAroundUpAndDown_AndMayChangeTheCredentials()
    {
        var calls = new List<string>();
        using var factory = new TestFactory(builder => builder
            .BeforeUp(hook => Note($"before up {hook.ScenarioName} {hook.Refs.InOrder.Count}"))
            .AfterUp((hook, auth) => Note($"after up {hook.Refs.InOrder.Count}").ContinueWith(_ => (Credentials?)Credentials.Bearer("changed"), TaskScheduler.Default))
            .BeforeDown(hook => Note($"before down {hook.Refs.InOrder.Count}"))
            .AfterDown(hook => Note("after down")));

        var up = await factory.UpAsync("""{"Project":[{"title":"t"}]}""");
        await factory.DownAsync(up);

        ((string)up["auth"]!["headers"]!["Authorization"]!).ShouldBe("Bearer changed");
        calls.ShouldBe(["before up run-1 0", "after up 1", "before down 1", "after down"]);

        Task Note(string call)
        {
            calls.Add(call);
            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task Logs_OfAWholeLifecycle_HoldNothingSecret()
    {
        var up = await _factory.UpAsync("""{"Organization":[{"name":"secret-name"}],"User":[{"email":"secret@shop.test"}]}""");
        await _factory.DownAsync(up);
        await _factory.SendAsync("""{"action":"discover"}""", "wrong-secret");

        _factory.Logs.Lines.ShouldNotBeEmpty();
        foreach (var secret in new[] { TestFactory.SharedSecret, TestFactory.SigningSecret, (string)up["refsToken"]!, (string)up["auth"]!["headers"]!["Authorization"]!, "secret-name", "secret@shop.test" })
            _factory.Logs.Lines.ShouldNotContain(line => line.Contains(secret, StringComparison.Ordinal));
    }
}
