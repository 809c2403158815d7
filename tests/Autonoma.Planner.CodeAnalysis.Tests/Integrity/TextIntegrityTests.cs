using Autonoma.Planner.CodeAnalysis.Integrity;
using Autonoma.Planner.Folders;

namespace Autonoma.Planner.CodeAnalysis.Tests.Integrity;

/// <summary>Factories of other languages, by their text and what they import.</summary>
public sealed class TextIntegrityTests : TempCode
{
    private const string Script = """
        import { joinMember } from "@/members/member-service";
        // db.member.create( is what nobody may write here
        export const factories = {
          Member: defineFactory({
            async create(data) { return joinMember(data.name); },
            async teardown(record) { await db.member.create({}); },
          }),
        };
        """;

    [Fact]
    public void ScriptFactory_ThatCallsTheServiceByATsconfigPath_IsTaken() => Scripted(Script).ShouldBeEmpty();

    [Fact]
    public void ScriptFactory_WithARawInsertInAHelperOfAnotherFile_IsRefused()
        => Scripted("import { keep } from './helpers';\n" + Script.Replace("return joinMember(data.name);", "await joinMember(data.name); return keep(data);", StringComparison.Ordinal)).ShouldBe(["GT020"]);

    [Fact]
    public void ScriptFactory_ThatOnlyImportsTheService_IsRefused() => Scripted(Script.Replace("joinMember(data.name)", "{ id: 1 }", StringComparison.Ordinal)).ShouldBe(["GT019"]);

    [Fact]
    public void ScriptFactory_WithSqlInAText_IsRefused()
        => Scripted(Script.Replace("return joinMember(data.name);", "await joinMember(data.name); return sql`INSERT INTO members VALUES (1)`;", StringComparison.Ordinal)).ShouldBe(["GT021"]);

    [Fact]
    public void ScriptHandler_WithoutTheFactoryAndWithAServer_IsRefused()
        => Scripted(Script.Replace("Member:", "Guest:", StringComparison.Ordinal) + "\napp.listen(4000);\n").ShouldBe(["GT018", "GT026"]);

    [Fact]
    public void ScriptHandler_ThatNobodyImports_IsRefused() => Scripted(Script, app: "export const app = 1;").ShouldBe(["GT025"]);

    [Theory]
    [InlineData("    return join_member(data.name)\n", new string[0])]
    [InlineData("    join_member(data.name)\n    session.add(Member())\n", new[] { "GT020" })]
    [InlineData("    return {'id': 1}  # join_member(data)\n", new[] { "GT019" })]
    public void PythonFactory_IsJudgedOverItsPackages(string body, string[] codes)
    {
        Write("club/members.py", "def join_member(name):\n    session.add(Member(name=name))\n");
        Write("club/main.py", "from club.testing.handler import factories\n");
        Write("club/testing/handler.py", $"from ..members import join_member\n\ndef make(data):\n{body}\nfactories = dict()\nMember = define_factory(create=lambda data: make(data))\n");

        Judge("club/testing/handler.py", "club/members.py", "join_member").ShouldBe(codes);
    }

    private IReadOnlyList<string> Scripted(string handler, string app = "import { factories } from './testing/handler';\napp.listen(3000);\n")
    {
        Write("tsconfig.json", """{ "compilerOptions": { "baseUrl": ".", "paths": { "@/*": ["src/*"] } } } // paths""");
        Write("src/members/member-service.ts", "export async function joinMember(name: string) { return db.member.create({ data: { name } }); }\n");
        Write("src/testing/helpers.ts", "export const keep = async (data: any) => { return db.member.create({ data }); };\n");
        Write("src/app.ts", app);
        Write("src/testing/handler.ts", handler);
        return Judge("src/testing/handler.ts", "src/members/member-service.ts", "joinMember");
    }

    private IReadOnlyList<string> Judge(string handler, string file, string function)
    {
        Write("autonoma/entity-audit.md", $"---\nmodel_count: 1\nfactory_count: 1\nmodels:\n  - name: Member\n    independently_created: true\n    creation_file: {file}\n    creation_function: {function}\n    side_effects: []\n    created_by: []\n---\n");
        return [.. new FactoryIntegrityCheck().Check(new PlanFolder(Path.Combine(Folder, "autonoma")), Path.Combine(Folder, handler)).Select(p => p.Code).Distinct()];
    }
}
