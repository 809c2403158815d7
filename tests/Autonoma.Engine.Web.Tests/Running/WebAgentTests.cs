using Autonoma.Engine.Running;
using Autonoma.TestKit;

namespace Autonoma.Engine.Web.Tests.Running;

/// <summary>The library on a page that its caller owns, with the real interpreter.</summary>
public sealed class WebAgentTests(BrowserFixture fixture) : CommandTest(fixture)
{
    private const string Form = """
        <h1>New order</h1>
        <label for="n">Customer name</label> <input id="n"><label for="q">Quantity</label> <input id="q" type="number">
        <button onclick="out.textContent = 'Order for ' + n.value + ' saved'; total.textContent = (+q.value * 21) + '.00 EUR'">Save</button>
        <p id="out" role="status"></p><dl><dt>Total</dt><dd id="total">0.00 EUR</dd></dl>
        """;

    [Fact]
    public async Task Agent_OnAPageOfTheCaller_ActsChecksAndReads()
    {
        await using var owner = await Fixture.OpenAsync(Form);
        var page = owner.Page;
        await using (var agent = WebAgent.Attach(page, TestKit.Interpreting.ScriptedRun.Quick))
        {
            await agent.ActAsync("Type \"Ada\" into the Customer name field", Token);
            await agent.ActAsync("Enter 2 in Quantity and click Save", Token);
            await agent.CheckAsync("\"Order for Ada saved\" is displayed", Token);
            (await agent.ReadAsync("the value of the Customer name field", "who", Token)).ShouldBe("Ada");
            agent.Memory["who"].ShouldBe("Ada");
            (await agent.FindAsync("Save button", Token)).Role.ShouldBe("button");
            var failed = await Should.ThrowAsync<WebAgentException>(() => agent.CheckAsync("\"Order for Bob saved\" is displayed", Token));
            failed.Failure.ShouldBe(FailureKind.Assertion);
            (await Should.ThrowAsync<WebAgentException>(() => agent.ActAsync("Click the Archive button", Token))).Failure.ShouldBe(FailureKind.Grounding);
        }

        page.IsClosed.ShouldBeFalse();
    }

    [Fact]
    public async Task Agent_RunsAWholeTest_OnThePageAsItIs()
    {
        await using var owner = await Fixture.OpenAsync(Form);
        await using var agent = WebAgent.Attach(owner.Page, TestKit.Interpreting.ScriptedRun.Quick);
        var run = await agent.RunAsync("1. Type \"Ada\" into the Customer name field\n2. Click the Save button\n3. Verify that \"Order for Ada saved\" is displayed\n", Token);
        run.Success.ShouldBeTrue(run.Reasoning);
        run.Steps.Count.ShouldBe(3);
    }
}
