using Autonoma.Planner.CodeAnalysis.Integrity;
using Autonoma.Planner.Fidelity;
using Autonoma.Planner.Folders;

namespace Autonoma.Planner.CodeAnalysis.Tests.Integrity;

/// <summary>The four criteria of fidelity as far as symbols decide them.</summary>
public sealed class FactoryReaderTests : ClubCode
{
    private const string Honest = "var member = await members.JoinAsync(input.Name); return new(member.Id);";

    [Fact]
    public async Task HonestFactory_PassesAllFour()
    {
        await MemberAsync(Honest);

        var member = Member();

        member.Findings.Select(finding => finding.Status).ShouldBe([FidelityStatus.Pass, FidelityStatus.Pass, FidelityStatus.Pass, FidelityStatus.Pass], string.Join('\n', member.Findings));
        member.Factory.ShouldContain(code => code.Text.Contains("class MemberFactory", StringComparison.Ordinal));
        member.Original.ShouldHaveSingleItem().Text.ShouldContain("db.Members.Add(member)");
    }

    [Fact]
    public async Task RawWriteInTheFactory_FailsTheCreationPathOnly()
    {
        await MemberAsync("var member = new Member { Name = input.Name }; db.Members.Add(member); await db.SaveChangesAsync(); return new(member.Id);");

        Failed().ShouldBe([FidelityCriterion.CreationPath]);
    }

    [Fact]
    public async Task HelperThatWritesTheRow_FailsCreationPathAndHelpers()
    {
        await MemberAsync("return new(await Keeping.KeepAsync(db, input.Name));", "static class Keeping { public static async Task<int> KeepAsync(ClubDb db, string name) { var member = new Member { Name = name }; db.Members.Add(member); await db.SaveChangesAsync(); return member.Id; } }");

        Failed().ShouldBe([FidelityCriterion.CreationPath, FidelityCriterion.Helpers]);
        Member().Helpers.ShouldContain(code => code.Text.Contains("KeepAsync", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("sends mail (IMailer.SendAsync) (Club.cs:12)", FidelityStatus.Fail)]
    [InlineData("also creates a Visit (Club.cs:12)", FidelityStatus.Fail)]
    [InlineData("prints a card on the machine at the door", FidelityStatus.Error)]
    [InlineData("sends mail (IMailer.SendAsync); skippable", FidelityStatus.Pass)]
    public async Task SideEffectOfTheAcknowledgedAudit_ThatTheCodeDoesNotHave_IsNoPass(string effect, FidelityStatus expected)
    {
        await MemberAsync(Honest);
        Acknowledged(text => text.Replace("side_effects: []", $"side_effects: [\"{effect}\"]", StringComparison.Ordinal));

        Member().Findings.Single(finding => finding.Criterion == FidelityCriterion.SideEffects).Status.ShouldBe(expected);
    }

    [Fact]
    public async Task SideEffectThatIsStillDone_Passes()
    {
        await MemberAsync(Honest, also: text => text.Replace("db.Members.Add(member);", "db.Members.Add(member); db.Visits.Add(new Visit());", StringComparison.Ordinal));
        Acknowledged(text => text.Replace("side_effects: []", "side_effects: [\"also creates a Visit (Club.cs:12)\"]", StringComparison.Ordinal));

        Member().Findings.ShouldAllBe(finding => finding.Status == FidelityStatus.Pass);
    }

    [Fact]
    public async Task AuditThatNamesAnotherFile_FailsTheCreationFile()
    {
        await MemberAsync(Honest);
        var now = Path.Combine(Folder, "autonoma", "entity-audit.md");
        File.WriteAllText(now, File.ReadAllText(now).Replace("creation_file: Club.cs", "creation_file: Testing/Handler.cs", StringComparison.Ordinal));

        Failed().ShouldContain(FidelityCriterion.CreationFile);
    }

    [Fact]
    public async Task ModelThatTheAuditCallsDependentNow_IsNamedWithTheReason()
    {
        await MemberAsync(Honest);
        var now = Path.Combine(Folder, "autonoma", "entity-audit.md");
        File.WriteAllText(now, File.ReadAllText(now).Replace("  - name: Member\n    independently_created: true", "  - name: Member\n    independently_created: false", StringComparison.Ordinal));

        Member().NotJudged.ShouldBe("the audit does not call it independently created any more");
    }

    private FactoryEvidence Member() => new FactoryReader().Read(new PlanFolder(Path.Combine(Folder, "autonoma")), Path.Combine(Folder, "Testing", "Handler.cs")).Single(evidence => evidence.Before.Name == "Member");

    private IEnumerable<FidelityCriterion> Failed() => Member().Findings.Where(finding => finding.Status == FidelityStatus.Fail).Select(finding => finding.Criterion);

    private void Acknowledged(Func<string, string> edit)
    {
        var path = Path.Combine(Folder, "autonoma", ".entity-audit-step2.md");
        var text = File.ReadAllText(path);
        edit(text).ShouldNotBe(text);
        File.WriteAllText(path, edit(text));
    }

    // The app's own code may be another than the one that was audited.
    private async Task MemberAsync(string create, Func<string, string> also)
    {
        await MemberAsync(create);
        var app = Path.Combine(Folder, "Club.cs");
        File.WriteAllText(app, also(File.ReadAllText(app)));
    }
}
