namespace Autonoma.Planner.CodeAnalysis.Tests.Integrity;

/// <summary>Shapes that people write in good faith, none of which may be refused.</summary>
public sealed class HonestFactoryTests : ClubCode
{
    [Fact]
    public async Task Factory_ThatCallsTheServiceByItsContract_IsTaken()
        => (await MemberAsync("var member = await members.JoinAsync(input.Name); return new(member.Id);")).ShouldBeEmpty();

    [Fact]
    public async Task Factory_ThatCallsTheAppsFacade_IsTaken()
        => (await MemberAsync("var member = await desk.WelcomeAsync(input.Name); return new(member.Id);", needs: "FrontDesk desk")).ShouldBeEmpty();

    [Fact]
    public async Task Factory_WithAHelperOfItsOwnThatCallsTheService_IsTaken()
        => (await MemberAsync("return await Joining.OneAsync(members, input.Name);", "static class Joining { public static async Task<MemberRecord> OneAsync(IMembers members, string name) => new((await members.JoinAsync(name)).Id); }")).ShouldBeEmpty();

    [Fact]
    public async Task Factory_WithALocalFunctionThatItCalls_IsTaken()
        => (await MemberAsync("async Task<int> JoinAsync() => (await members.JoinAsync(input.Name)).Id; return new(await JoinAsync());")).ShouldBeEmpty();

    [Fact]
    public async Task Factory_WithALambdaThatItCalls_IsTaken()
        => (await MemberAsync("Func<Task<Member>> join = () => members.JoinAsync(input.Name); return new((await join()).Id);")).ShouldBeEmpty();

    [Fact]
    public async Task Factory_ThatInheritsItsCreation_IsTaken()
        => (await HandlerAsync(Joining, """
            public abstract class Making<TInput, TRecord> : Factory<TInput, TRecord>
            {
                public override async Task<TRecord> CreateAsync(TInput input, FactoryContext context, CancellationToken cancellationToken) => await MakeAsync(input);
                protected abstract Task<TRecord> MakeAsync(TInput input);
            }
            public class MemberFactory(IMembers members) : Making<MemberInput, MemberRecord>
            {
                protected override async Task<MemberRecord> MakeAsync(MemberInput input) => new((await members.JoinAsync(input.Name)).Id);
            }
            """)).ShouldBeEmpty();

    [Fact]
    public async Task LambdaFactory_WithTheClassOfTheService_IsTaken()
        => (await HandlerAsync("factory.DefineFactory<MemberInput>(create: async (MemberInput input, MemberService service) => await service.JoinAsync(input.Name), teardown: async (int id, ClubDb db) => { db.Members.Remove((await db.Members.FindAsync(id))!); await db.SaveChangesAsync(); });", "")).ShouldBeEmpty();

    [Fact]
    public async Task FunctionFactory_NamedByItsGroup_IsTaken()
        => (await HandlerAsync("factory.DefineFactory<MemberInput>(MakeMemberAsync);", "", usings: "using static Club.Testing.Making;", also: () => Write("Testing/Making.cs", "namespace Club.Testing; public static class Making { public static async Task<MemberRecord> MakeMemberAsync(MemberInput input, IMembers members) => new((await members.JoinAsync(input.Name)).Id); }"))).ShouldBeEmpty();

    [Fact]
    public async Task Factory_ThatReadsBeforeAndSavesWhatTheServiceLeft_IsTaken()
        => (await MemberAsync("if (await db.Members.AnyAsync(m => m.Name == input.Name)) throw new ArgumentException(\"There is one.\"); var member = await members.JoinAsync(input.Name); await db.SaveChangesAsync(cancellationToken); return new(member.Id);")).ShouldBeEmpty();

    [Fact]
    public async Task Factory_WithARawTeardown_IsTaken()
        => (await HandlerAsync(Joining, """
            public class MemberFactory(IMembers members, ClubDb db) : Factory<MemberInput, MemberRecord>
            {
                public override async Task<MemberRecord> CreateAsync(MemberInput input, FactoryContext context, CancellationToken cancellationToken) => new((await members.JoinAsync(input.Name)).Id);
                public override async Task TeardownAsync(MemberRecord record, FactoryContext context, CancellationToken cancellationToken) => await db.Database.ExecuteSqlAsync($"delete from members where id = {record.Id}", cancellationToken);
            }
            """)).ShouldBeEmpty();

    [Fact]
    public async Task Factory_ThatTakesTheServiceFromTheContainer_IsTaken()
        => (await MemberAsync("var service = ActivatorUtilities.GetServiceOrCreateInstance<MemberService>(context.Services); return new((await service.JoinAsync(input.Name)).Id);", needs: "")).ShouldBeEmpty();

    [Fact]
    public async Task Handler_MappedByAnExtensionOfItsOwnAndOnlyForDevelopers_IsTaken()
        => (await HandlerAsync(Joining, """
            public class MemberFactory(IMembers members) : Factory<MemberInput, MemberRecord>
            {
                public override async Task<MemberRecord> CreateAsync(MemberInput input, FactoryContext context, CancellationToken cancellationToken) => new((await members.JoinAsync(input.Name)).Id);
            }
            public static class Mapping { public static void MapTesting(this WebApplication app) { if (app.Environment.IsDevelopment()) app.MapEnvironmentFactory("/test"); } }
            """, program: Program.Replace("app.MapEnvironmentFactory(\"/api/autonoma\");", "#if DEBUG\napp.MapTesting();\n#endif", StringComparison.Ordinal))).ShouldBeEmpty();
}
