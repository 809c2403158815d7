using Autonoma.AI.Evaluating;

namespace Autonoma.Cli.Tests;

/// <summary><c>autonoma eval compare</c>: what got better, what got worse, and every way to mistype it.</summary>
public sealed class EvalCompareTests : ToolFixture
{
    private static EvaluationCase Case(string id, EvaluationMark mark, bool falseAccepted = false, long tokens = 100, decimal? cost = 0.001m)
        => new(id, $"{id}  =>  true", mark, falseAccepted, $"said of {id}", tokens, cost);

    private static EvaluationResult Result(string model, params EvaluationCase[] cases) => new(model, [new("assert-condition", cases, [])]);

    private void Save(string path, EvaluationResult result) => Write(path, result.ToJson());

    [Fact]
    public void Result_WrittenAndRead_IsTheSame()
    {
        var result = new EvaluationResult("openai/gpt-5", [new("freestyle-click", [Case("a", EvaluationMark.Wrong, true), Case("b", EvaluationMark.Right, cost: null)], [new("c", "no page")])]);

        var read = EvaluationResult.Parse(result.ToJson());

        read.ToJson().ShouldBe(result.ToJson());
        read.Kinds[0].FalseAccepted.ShouldBe(1);
        read.Kinds[0].PassRate.ShouldBe(0.5);
        read.Kinds[0].Tokens.ShouldBe(200);
        read.Kinds[0].Cost.ShouldBeNull("the price of one case is not known");
        read.Kinds[0].Failures.ShouldBe(["a"]);
        result.ToJson().ShouldContain("\"falseAccepted\": 1");
    }

    [Fact]
    public async Task Compare_Same_PassesAndSaysSo()
    {
        Save("a.json", Result("openai/gpt-5", Case("x", EvaluationMark.Right), Case("y", EvaluationMark.Wrong)));

        var (code, output, error) = await RunAsync("eval", "compare", "a.json", "a.json");

        error.ShouldBe("");
        code.ShouldBe(ExitCodes.Passed);
        output.ShouldBe("""
            openai/gpt-5 -> openai/gpt-5
            assert-condition: right 1 -> 1 of 2 (0.0 points), false accepted 0 -> 0, tokens 200 -> 200, cost $0.002 -> $0.002
            Nothing got worse by more than 0 points.

            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Compare_FewerRight_FailsBeyondTheThreshold_AndNamesTheCases()
    {
        Save("a.json", Result("openai/gpt-5", Case("w", EvaluationMark.Right), Case("x", EvaluationMark.Right), Case("y", EvaluationMark.Right), Case("z", EvaluationMark.Refused)));
        Save("b.json", Result("openai/gpt-5-mini", Case("w", EvaluationMark.Wrong, tokens: 50, cost: 0.0001m), Case("x", EvaluationMark.Refused), Case("y", EvaluationMark.Right), Case("z", EvaluationMark.Right), Case("new", EvaluationMark.Wrong)));

        var (code, output, _) = await RunAsync("eval", "compare", "a.json", "b.json");

        code.ShouldBe(ExitCodes.Failed);
        output.ShouldContain("right 3 -> 2 of 4 (-25.0 points), false accepted 0 -> 0, tokens 400 -> 350, cost $0.004 -> $0.0031");
        output.ShouldContain("  worse   w: right -> wrong: said of w\n  worse   x: right -> refused: said of x\n  better  z: refused -> right: said of z\n  1 cases are new and not compared.\n");
        output.ShouldContain("Worse: assert-condition.");
        (await RunAsync("eval", "compare", "a.json", "b.json", "--threshold", "24.9")).Code.ShouldBe(ExitCodes.Failed);
        (await RunAsync("eval", "compare", "a.json", "b.json", "--threshold", "25%")).Code.ShouldBe(ExitCodes.Passed);
        (await RunAsync("eval", "compare", "b.json", "a.json")).Code.ShouldBe(ExitCodes.Passed, "the case that a.json lacks was wrong anyway, and two came out right for one that did not");
    }

    [Fact]
    public async Task Compare_MoreFalselyAccepted_FailsWhateverTheThreshold()
    {
        Save("a.json", Result("m/a", Case("x", EvaluationMark.Wrong), Case("y", EvaluationMark.Wrong)));
        Save("b.json", Result("m/b", Case("x", EvaluationMark.Wrong, falseAccepted: true), Case("y", EvaluationMark.Right)));

        var (code, output, _) = await RunAsync("eval", "compare", "a.json", "b.json", "--threshold", "100");

        code.ShouldBe(ExitCodes.Failed);
        output.ShouldContain("  worse   x: wrong -> falsely accepted: said of x\n");
        (await RunAsync("eval", "compare", "b.json", "a.json", "--threshold", "100")).Code.ShouldBe(ExitCodes.Passed);
    }

    [Fact]
    public async Task Compare_CaseThatWasNotMeasuredAgain_CountsAsLost()
    {
        Save("a.json", Result("m/a", Case("x", EvaluationMark.Right), Case("y", EvaluationMark.Right)));
        Save("b.json", Result("m/a", Case("x", EvaluationMark.Right), Case("y", EvaluationMark.Right) with { Expected = "another question  =>  true" }));

        var (code, output, _) = await RunAsync("eval", "compare", "a.json", "b.json");

        code.ShouldBe(ExitCodes.Failed);
        output.ShouldContain("  worse   y: right -> not measured\n  1 of 2 cases were not measured again and count as not right; tokens and cost are of the rest.");
        output.ShouldContain("tokens 100 -> 100");
    }

    [Fact]
    public async Task Compare_KindThatIsChosen_IsTheOnlyOne()
    {
        var cases = new[] { Case("x", EvaluationMark.Right) };
        Write("a.json", new EvaluationResult("m/a", [new("assert-condition", cases, []), new("freestyle-click", cases, [])]).ToJson());
        Write("b.json", new EvaluationResult("m/a", [new("assert-condition", cases, []), new("wait-for-instruction", cases, [])]).ToJson());

        var whole = await RunAsync("eval", "compare", "a.json", "b.json");
        whole.Code.ShouldBe(ExitCodes.Failed);
        whole.Out.ShouldContain("wait-for-instruction is in b.json alone and is not compared.");
        whole.Out.ShouldContain("Worse: freestyle-click.");
        (await RunAsync("eval", "compare", "a.json", "b.json", "--kind", "assert-condition")).Code.ShouldBe(ExitCodes.Passed);
    }

    [Theory]
    [InlineData("Unknown command 'compair'. Did you mean 'compare'?", "eval", "compair", "a.json", "a.json")]
    [InlineData("Unknown option '--treshold'. Did you mean '--threshold'?", "eval", "compare", "a.json", "a.json", "--treshold", "2")]
    [InlineData("There is no file 'a.jsn'. Did you mean 'a.json'?", "eval", "compare", "a.jsn", "a.json")]
    [InlineData("There is no file 'nowhere/b.json'.", "eval", "compare", "a.json", "nowhere/b.json")]
    [InlineData("--threshold: must be a number of percentage points from 0 to 100, and here it is 'little'.", "eval", "compare", "a.json", "a.json", "--threshold", "little")]
    [InlineData("--threshold: must be a number of percentage points from 0 to 100, and here it is '-1'.", "eval", "compare", "a.json", "a.json", "--threshold=-1")]
    [InlineData("--kind: the first result has no kind 'assert-conditon'. Did you mean 'assert-condition'?", "eval", "compare", "a.json", "a.json", "--kind", "assert-conditon")]
    [InlineData("have no case in common", "eval", "compare", "a.json", "other.json")]
    [InlineData("Required argument missing", "eval", "compare", "a.json")]
    public async Task Compare_Mistyped_SaysWhatIsRight(string message, params string[] arguments)
    {
        Save("a.json", Result("m/a", Case("x", EvaluationMark.Right)));
        Save("other.json", Result("m/a", Case("q", EvaluationMark.Right)));

        var (code, _, error) = await RunAsync(arguments);

        code.ShouldBe(ExitCodes.WrongInput, error);
        error.ShouldContain(message);
    }

    [Theory]
    [InlineData("", "JSON")]
    [InlineData("null", "it is null")]
    [InlineData("{}", "'model', 'kinds' missing.")]
    [InlineData("""{"model":"m/a","kinds":[null]}""", "is null")]
    [InlineData("""{"model":"m/a","kind":[]}""", "'kind'")]
    [InlineData("""{"model":"m/a","kinds":[{"name":"k","cases":[{"id":"x","expected":"e","mark":"rihgt","falseAccepted":false,"got":"","tokens":1,"cost":null}],"skipped":[]}]}""", "mark")]
    [InlineData("""{"model":"m/a","kinds":[{"name":"k","cases":[{"id":"x","expected":"e","mark":"right","falseAccepted":true,"got":"","tokens":1,"cost":null}],"skipped":[]}]}""", "falsely accepted and is not wrong")]
    [InlineData("""{"model":"m/a","kinds":[{"name":"k","cases":[],"skipped":[]},{"name":"k","cases":[],"skipped":[]}]}""", "'k' is there twice")]
    [InlineData("""{"parts":[{"name":"grounding"}]}""", "parts")]
    public async Task Compare_FileThatIsNoResult_SaysWhatIsWrongWithIt(string json, string message)
    {
        Save("a.json", Result("m/a", Case("x", EvaluationMark.Right)));
        Write("b.json", json);

        var (code, _, error) = await RunAsync("eval", "compare", "a.json", "b.json");

        code.ShouldBe(ExitCodes.WrongInput);
        error.ShouldContain("b.json is no result of an evaluation: ");
        error.ShouldContain(message);
        error.ShouldNotContain("Autonoma.AI", Shouldly.Case.Sensitive, "names of types say nothing to whoever has the file");
    }
}
