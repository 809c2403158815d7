namespace Autonoma.Planner.CodeAnalysis.Tests.Integrity;

/// <summary>Ways to make rows behind the app's back, each refused with its code.</summary>
public sealed class SlippingPastByCodeTests : ClubCode
{
    private const string Row = "new Member { Name = input.Name }";
    private const string Raw = "GT020";
    private const string NotReached = "GT019";

    [Fact]
    public async Task RawInsert_IsRefused() => (await MemberAsync($"var member = {Row}; db.Members.Add(member); await db.SaveChangesAsync(); return new(member.Id);")).ShouldBe([NotReached, Raw], ignoreOrder: true);

    [Fact]
    public async Task RawInsert_BehindAUsingAlias_IsRefused()
        => (await MemberAsync("var row = new Person { Name = input.Name }; store.Set<Person>().Add(row); await store.SaveChangesAsync(); return new(row.Id);", needs: "Service store", usings: "using Service = Club.ClubDb; using Person = Club.Member;")).ShouldContain(Raw);

    [Fact]
    public async Task RawInsert_BehindAStaticUsing_IsRefused()
        => (await MemberAsync($"return new(await JoinAsync(db, {Row}));", usings: "using static Club.Helping.Steps;", needs: "ClubDb db", beside: ("Helping/Steps.cs", "namespace Club.Helping; public static class Steps { public static async Task<int> JoinAsync(Club.ClubDb db, Club.Member member) { db.Add(member); await db.SaveChangesAsync(); return member.Id; } }"))).ShouldContain(Raw);

    [Fact]
    public async Task RawInsert_AtTheEndOfAChainOfThree_IsRefused()
        => (await MemberAsync($"await members.JoinAsync(\"other\"); return new(await Chain.FirstAsync(db, {Row}));", """
            static class Chain
            {
                public static Task<int> FirstAsync(ClubDb db, Member member) => SecondAsync(db, member);
                static Task<int> SecondAsync(ClubDb db, Member member) => Third.KeepAsync(db, member);
            }
            static class Third { public static async Task<int> KeepAsync(ClubDb db, Member member) { await db.AddAsync(member); await db.SaveChangesAsync(); return member.Id; } }
            """)).ShouldBe([Raw]);

    [Fact]
    public async Task RawInsert_InAnotherPartOfAPartialClass_IsRefused()
        => (await HandlerAsync(Joining, """
            public partial class MemberFactory(IMembers members, ClubDb db) : Factory<MemberInput, MemberRecord>
            {
                public override async Task<MemberRecord> CreateAsync(MemberInput input, FactoryContext context, CancellationToken cancellationToken) { await members.JoinAsync(input.Name); return await KeepAsync(input); }
            }
            """, also: () => Write("Testing/Parts/MemberFactory.Keep.cs", "namespace Club.Testing; public partial class MemberFactory { async Task<MemberRecord> KeepAsync(MemberInput input) { var row = new Member { Name = input.Name }; db.Attach(row); await db.SaveChangesAsync(); return new(row.Id); } }"))).ShouldBe([Raw]);

    [Fact]
    public async Task RawInsert_InAnExtensionMethodOutsideTheFolder_IsRefused()
        => (await MemberAsync($"await members.JoinAsync(input.Name); return new(await db.JoinAsync({Row}));", usings: "using Club.Data;", beside: ("Data/Joining.cs", "namespace Club.Data; public static class Joining { public static async Task<int> JoinAsync(this Club.ClubDb db, Club.Member member) { db.Members.Update(member); await db.SaveChangesAsync(); return member.Id; } }"))).ShouldBe([Raw]);

    [Fact]
    public async Task RawInsert_InALambdaOfAField_IsRefused()
        => (await MemberAsync("await members.JoinAsync(input.Name); return new(await Kept.Keep(db, new Member()));", "static class Kept { public static readonly Func<ClubDb, Member, Task<int>> Keep = async (db, row) => { db.Members.AddRange(row); await db.SaveChangesAsync(); return row.Id; }; }")).ShouldBe([Raw]);

    [Fact]
    public async Task RawInsert_InAGenericHelper_IsRefused()
        => (await MemberAsync($"await members.JoinAsync(input.Name); var row = {Row}; await Keeping.KeepAsync(db, row); return new(row.Id);", "static class Keeping { public static async Task KeepAsync<TContext, TRow>(TContext context, TRow row) where TContext : DbContext where TRow : class { context.Set<TRow>().Add(row); await context.SaveChangesAsync(); } }")).ShouldBe([Raw]);

    [Fact]
    public async Task RawInsert_ByReflectionOnTheSet_IsRefused()
        => (await MemberAsync($"await members.JoinAsync(input.Name); db.Members.GetType().GetMethod(\"Add\")!.Invoke(db.Members, [{Row}]); await db.SaveChangesAsync(); return new(1);")).ShouldBe(["GT023"]);

    [Fact]
    public async Task RawInsert_ByAnObjectOfTheActivator_IsRefused()
        => (await MemberAsync("await members.JoinAsync(input.Name); var helper = (IMembers)Activator.CreateInstance(Type.GetType(\"Hidden.Service\")!, db)!; return new((await helper.JoinAsync(input.Name)).Id);")).ShouldBe(["GT023"]);

    [Fact]
    public async Task RawInsert_ByDynamic_IsRefused()
        => (await MemberAsync($"await members.JoinAsync(input.Name); dynamic store = db; store.Add({Row}); await db.SaveChangesAsync(); return new(1);")).ShouldBe(["GT023"]);

    [Fact]
    public async Task RawInsert_ByTheStateOfAnEntry_IsRefused()
        => (await MemberAsync($"await members.JoinAsync(input.Name); var row = {Row}; db.Entry(row).State = EntityState.Added; await db.SaveChangesAsync(); return new(row.Id);")).ShouldBe([Raw]);

    [Fact]
    public async Task RawSql_ThroughTheDatabaseOfTheContext_IsRefused()
        => (await MemberAsync("await members.JoinAsync(input.Name); await db.Database.ExecuteSqlRawAsync(\"ins\" + \"ert into members values (1)\"); return new(1);")).ShouldBe(["GT021"]);

    [Fact]
    public async Task RawSql_ThroughACommandOfTheConnection_IsRefused()
        => (await MemberAsync("await members.JoinAsync(input.Name); var command = db.Database.GetDbConnection().CreateCommand(); command.CommandText = string.Concat(\"IN\", \"SERT\"); await command.ExecuteNonQueryAsync(); return new(1);")).ShouldBe(["GT021"]);

    [Fact]
    public async Task RawSql_ByDapper_IsRefused()
        => (await MemberAsync("await members.JoinAsync(input.Name); return new(await connection.QuerySingleAsync<int>(\"insert into members (name) values (@Name) returning id\", input));", needs: "IMembers members, System.Data.IDbConnection connection", usings: "using Dapper;")).ShouldBe(["GT021"]);

    [Fact]
    public async Task RawDocument_IsRefused()
        => (await MemberAsync($"await members.JoinAsync(input.Name); await collection.InsertOneAsync({Row}); return new(1);", needs: "IMembers members, MongoDB.Driver.IMongoCollection<Member> collection")).ShouldBe(["GT022"]);

    [Fact]
    public async Task RawInsert_InALocalFunction_IsRefused()
        => (await MemberAsync($"await members.JoinAsync(input.Name); return new(await Keep()); async Task<int> Keep() {{ var row = {Row}; db.Members.Add(row); await db.SaveChangesAsync(); return row.Id; }}")).ShouldBe([Raw]);

    [Fact]
    public async Task AuditedCall_OfSomeBuildsOnly_IsRefused()
        => (await MemberAsync($"#if DEBUG\nreturn new((await members.JoinAsync(input.Name)).Id);\n#else\ndb.Members.Add({Row}); await db.SaveChangesAsync(); return new(1);\n#endif")).ShouldBe(["GT024"]);

    [Fact]
    public async Task AuditedCall_InDeadCode_IsRefused()
        => (await MemberAsync("const bool never = false; if (never) await members.JoinAsync(input.Name); return new(1);")).ShouldBe([NotReached]);

    [Fact]
    public async Task AuditedCall_InALambdaThatNobodyCalls_IsRefused()
        => (await MemberAsync("Func<Task<Member>> join = () => members.JoinAsync(input.Name); await Task.CompletedTask; return new(1);")).ShouldBe([NotReached]);

    [Fact]
    public async Task AuditedCall_OnlyNamed_IsRefused()
        => (await MemberAsync("var name = nameof(members.JoinAsync); await Task.CompletedTask; return new(name.Length);")).ShouldBe([NotReached]);

    [Fact]
    public async Task AuditedCall_ThrownAwayBeforeARawInsert_IsRefused()
        => (await MemberAsync($"_ = await members.JoinAsync(input.Name); var row = {Row}; db.Members.Add(row); await db.SaveChangesAsync(); return new(row.Id);")).ShouldBe([Raw]);

    [Fact]
    public async Task Factory_OfAnotherModelUnderTheRightName_IsRefused()
        => (await HandlerAsync(Joining, "public class MemberFactory(Door door) : Factory<MemberInput, MemberRecord> { public override async Task<MemberRecord> CreateAsync(MemberInput input, FactoryContext context, CancellationToken cancellationToken) => new(await door.EnterAsync(1)); }")).ShouldBe([NotReached]);

    [Fact]
    public async Task FakeService_BehindTheContract_IsRefused()
        => (await MemberAsync("return new((await new Quick(db).JoinAsync(input.Name)).Id);", "class Quick(ClubDb db) : IMembers { public async Task<Member> JoinAsync(string name) { var row = new Member { Name = name }; db.Add(row); await db.SaveChangesAsync(); return row; } }", needs: "ClubDb db")).ShouldBe([NotReached, Raw], ignoreOrder: true);

    [Fact]
    public async Task EntityFactory_ForAModelWithCreationCode_IsRefused() => (await HandlerAsync("factory.AddEntityFactory<Member, ClubDb>(\"Member\");", "")).ShouldBe([Raw]);

    [Fact]
    public async Task Model_WithoutAFactory_IsRefused() => (await HandlerAsync("", "")).ShouldBe(["GT018"]);

    [Fact]
    public async Task Factory_ThatIsNeverRegistered_IsRefused()
        => (await HandlerAsync("if (false) { factory.AddFactory<MemberFactory>(\"Member\"); }", "public class MemberFactory(IMembers members) : Factory<MemberInput, MemberRecord> { public override async Task<MemberRecord> CreateAsync(MemberInput input, FactoryContext context, CancellationToken cancellationToken) => new((await members.JoinAsync(input.Name)).Id); }")).ShouldBe(["GT018"]);

    [Fact]
    public async Task RawInsert_InAHook_IsRefused()
        => (await HandlerAsync(Joining + "factory.BeforeUp(async context => { var db = context.Services.GetRequiredService<ClubDb>(); db.Members.Add(new Member()); await db.SaveChangesAsync(); });", "public class MemberFactory(IMembers members) : Factory<MemberInput, MemberRecord> { public override async Task<MemberRecord> CreateAsync(MemberInput input, FactoryContext context, CancellationToken cancellationToken) => new((await members.JoinAsync(input.Name)).Id); }")).ShouldBe([Raw]);

    [Fact]
    public async Task RawInsert_InTheConstructorOfTheFactory_IsRefused()
        => (await HandlerAsync(Joining, """
            public class MemberFactory : Factory<MemberInput, MemberRecord>
            {
                private readonly IMembers _members;
                public MemberFactory(IMembers members, ClubDb db) { _members = members; db.Members.Add(new Member()); db.SaveChanges(); }
                public override async Task<MemberRecord> CreateAsync(MemberInput input, FactoryContext context, CancellationToken cancellationToken) => new((await _members.JoinAsync(input.Name)).Id);
            }
            """)).ShouldBe([Raw]);

    [Fact]
    public async Task RawInsert_ByAConversionOfItsOwn_IsRefused()
        => (await MemberAsync("await members.JoinAsync(input.Name); Kept kept = db; return new(kept.Id);", "class Kept { public int Id; public static implicit operator Kept(ClubDb db) { var row = new Member(); db.Add(row); db.SaveChanges(); return new() { Id = row.Id }; } }")).ShouldBe([Raw]);

    [Fact]
    public async Task Handler_ThatNobodyMaps_IsRefused() => (await Good(Program.Replace("app.MapEnvironmentFactory(\"/api/autonoma\");", "", StringComparison.Ordinal))).ShouldBe(["GT025"]);

    [Fact]
    public async Task Handler_MappedInDeadCode_IsRefused() => (await Good(Program.Replace("app.MapEnvironmentFactory", "if (false) app.MapEnvironmentFactory", StringComparison.Ordinal))).ShouldBe(["GT025"]);

    [Fact]
    public async Task Handler_MappedInASecondProgram_IsRefused()
        => (await Good(Program.Replace("app.MapEnvironmentFactory(\"/api/autonoma\");", "", StringComparison.Ordinal).Replace("builder.Services.AddEnvironmentFactory(Handler.Define);", "", StringComparison.Ordinal), () =>
        {
            Write("Side/Side.csproj", """<Project Sdk="Microsoft.NET.Sdk.Web"><PropertyGroup><TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable><ImplicitUsings>enable</ImplicitUsings></PropertyGroup><ItemGroup><ProjectReference Include="../Club.csproj" /></ItemGroup></Project>""");
            Write("Side/Program.cs", "using Club.Testing; var builder = WebApplication.CreateBuilder(args); builder.Services.AddEnvironmentFactory(Handler.Define); var app = builder.Build(); app.MapEnvironmentFactory(); app.Run();");
        })).ShouldBe(["GT026"]);

    [Fact]
    public async Task Server_InTheFolderOfTheHandler_IsRefused()
        => (await Good(Program, () => Write("Testing/Start.cs", "namespace Club.Testing; public static class Start { public static void Go() { var app = WebApplication.Create(); app.MapGet(\"/\", () => \"x\"); app.Run(); } }"))).ShouldBe(["GT026"]);

    [Fact]
    public async Task AuditedFunction_ThatIsGone_IsRefused()
        => (await Good(Program, () => Write("autonoma/.entity-audit-step2.md", File.ReadAllText(Path.Combine(Folder, "autonoma/.entity-audit-step2.md")).Replace("MemberService.JoinAsync", "MemberService.RegisterAsync", StringComparison.Ordinal)))).ShouldBe(["GT027"]);

    private Task<IReadOnlyList<string>> Good(string program, Action? also = null)
        => HandlerAsync(Joining, "public class MemberFactory(IMembers members) : Factory<MemberInput, MemberRecord> { public override async Task<MemberRecord> CreateAsync(MemberInput input, FactoryContext context, CancellationToken cancellationToken) => new((await members.JoinAsync(input.Name)).Id); }", program: program, also: also);
}
