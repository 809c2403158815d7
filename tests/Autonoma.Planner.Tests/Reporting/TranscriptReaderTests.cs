using Autonoma.Planner.Reporting;
using Autonoma.Planner.Tests.Pipeline;

namespace Autonoma.Planner.Tests.Reporting;

public sealed class TranscriptReaderTests : PlanFixture
{
    private string Session => Path.Combine(Repository, "session.jsonl");

    [Fact]
    public void Transcript_IsReadOnceLineByLine_WithSecretsTakenOut()
    {
        File.WriteAllText(Session, """
            {"type":"user","message":{"content":"a plain text of the person"}}
            not json
            {"type":"assistant","uuid":"a1","message":{"content":[{"type":"text","text":"I call it with password=hunter22"},{"type":"tool_use","name":"Bash","input":{"command":"curl -H 'Authorization: Bearer abc.def.ghi'"}}]}}
            {"type":"user","isSidechain":true,"message":{"content":[{"type":"tool_result","is_error":true,"content":[{"type":"text","text":"known-secret-value"}]}]}}
            {"type":"assistant","message":{"content":[{"type":"te
            """);

        var (entries, next) = TranscriptReader.Read(Session, 0, ["known-secret-value"]);

        entries.Count.ShouldBe(2);
        entries[0]["text"]!.GetValue<string>().ShouldBe("I call it with password=[redacted]");
        string.Join('\n', entries).ShouldNotContain("hunter22");
        string.Join('\n', entries).ShouldNotContain("abc.def.ghi");
        entries[1]["results"]![0]!["preview"]!.GetValue<string>().ShouldBe("[redacted]");
        entries[1]["is_sidechain"]!.GetValue<bool>().ShouldBeTrue();
        TranscriptReader.Read(Session, next, []).Entries.ShouldBeEmpty("half a line is read when it is whole");
        File.AppendAllText(Session, "xt\",\"text\":\"More\"}]}}\n");
        TranscriptReader.Read(Session, next, []).Entries.Single()["text"]!.GetValue<string>().ShouldBe("More");
    }

    [Fact]
    public void Transcript_ThatBecameShorter_IsReadFromItsBeginning()
    {
        File.WriteAllText(Session, """{"type":"assistant","message":{"content":[{"type":"text","text":"New"}]}}""" + "\n");

        TranscriptReader.Read(Session, 100_000, []).Entries.Single()["text"]!.GetValue<string>().ShouldBe("New");
    }
}
