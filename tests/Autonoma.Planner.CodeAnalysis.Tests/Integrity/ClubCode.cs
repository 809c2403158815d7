using Autonoma.Planner.CodeAnalysis.Artifacts;
using Autonoma.Planner.CodeAnalysis.Integrity;
using Autonoma.Planner.Folders;

namespace Autonoma.Planner.CodeAnalysis.Tests.Integrity;

/// <summary>A small club with members that join through a service, and factories that a test writes for it.</summary>
public abstract class ClubCode : TempCode
{
    private static string? _audit;

    protected const string Joining = "factory.AddFactory<MemberFactory>(\"Member\");";

    private const string App = """
        using Microsoft.EntityFrameworkCore;
        namespace Club;
        public class Member { public int Id { get; set; } public string Name { get; set; } = ""; public string Card { get; set; } = ""; }
        public class Visit { public int Id { get; set; } public int MemberId { get; set; } }
        public class ClubDb(DbContextOptions<ClubDb> options) : DbContext(options) { public DbSet<Member> Members => Set<Member>(); public DbSet<Visit> Visits => Set<Visit>(); }
        public interface IMembers { Task<Member> JoinAsync(string name); }
        public class MemberService(ClubDb db) : IMembers
        {
            public async Task<Member> JoinAsync(string name)
            {
                var member = new Member { Name = name, Card = Guid.NewGuid().ToString("N") };
                db.Members.Add(member);
                await db.SaveChangesAsync();
                return member;
            }
        }
        public class FrontDesk(IMembers members) { public Task<Member> WelcomeAsync(string name) => members.JoinAsync(name.Trim()); }
        public class Door(ClubDb db) { public async Task<int> EnterAsync(int memberId) { var visit = new Visit { MemberId = memberId }; db.Visits.Add(visit); await db.SaveChangesAsync(); return visit.Id; } }
        """;

    protected const string Program = """
        using Club;
        using Club.Testing;
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddScoped<IMembers, MemberService>();
        builder.Services.AddScoped<FrontDesk>();
        builder.Services.AddScoped<Door>();
        builder.Services.AddEnvironmentFactory(Handler.Define);
        var app = builder.Build();
        app.MapGet("/members", (ClubDb db) => db.Members);
        app.MapPost("/members", (string name, FrontDesk desk) => desk.WelcomeAsync(name));
        app.MapPost("/visits", (int member, Door door) => door.EnterAsync(member));
        app.MapEnvironmentFactory("/api/autonoma");
        app.Run();
        """;

    // The audit is made before there is a handler, as in a plan; it is the same for all.
    private async Task<string> AuditAsync()
    {
        if (_audit is null)
        {
            Write("Program.cs", Program.Replace("using Club.Testing;\n", "", StringComparison.Ordinal).Replace("builder.Services.AddEnvironmentFactory(Handler.Define);\n", "", StringComparison.Ordinal).Replace("app.MapEnvironmentFactory(\"/api/autonoma\");\n", "", StringComparison.Ordinal));
            _audit = EntityAuditWriter.Write(await AnalyzeAsync()).Write();
        }

        return _audit;
    }

    /// <summary>Codes of what is wrong with a factory class for members; its <c>create</c> is given.</summary>
    protected Task<IReadOnlyList<string>> MemberAsync(string create, string more = "", string needs = "IMembers members, ClubDb db", string usings = "", (string Path, string Text)? beside = null)
        => HandlerAsync(Joining, $$"""
            public class MemberFactory({{needs}}) : Factory<MemberInput, MemberRecord>
            {
                public override async Task<MemberRecord> CreateAsync(MemberInput input, FactoryContext context, CancellationToken cancellationToken)
                {
                    {{create}}
                }
            }
            {{more}}
            """, usings, also: () =>
            {
                if (beside is { } file)
                    Write(file.Path, file.Text);
            });

    /// <summary>Codes of what is wrong with a handler: its registrations, and classes beside it.</summary>
    protected async Task<IReadOnlyList<string>> HandlerAsync(string registrations, string classes, string usings = "", string? program = null, Action? also = null)
    {
        Write("Club.csproj", """<Project Sdk="Microsoft.NET.Sdk.Web"><PropertyGroup><TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable><ImplicitUsings>enable</ImplicitUsings></PropertyGroup></Project>""");
        Write("Club.cs", App);
        Write("autonoma/entity-audit.md", await AuditAsync());
        Write("autonoma/.entity-audit-step2.md", await AuditAsync());
        Write("Program.cs", program ?? Program);
        Write("Testing/Handler.cs", $$"""
            using Autonoma.EnvironmentFactory;
            using Microsoft.EntityFrameworkCore;
            {{usings}}
            namespace Club.Testing;
            public static class Handler
            {
                public static void Define(EnvironmentFactoryBuilder factory)
                {
                    {{registrations}}
                    factory.DefineFactory<VisitInput>("Visit", create: (VisitInput input, Door door) => door.EnterAsync(input.MemberId));
                }
            }
            public record MemberInput(string Name);
            public record MemberRecord(int Id);
            public record VisitInput(int MemberId);
            {{classes}}
            """);
        also?.Invoke();
        return [.. new FactoryIntegrityCheck().Check(new PlanFolder(Path.Combine(Folder, "autonoma")), Path.Combine(Folder, "Testing", "Handler.cs")).Select(p => p.Code).Distinct()];
    }
}
