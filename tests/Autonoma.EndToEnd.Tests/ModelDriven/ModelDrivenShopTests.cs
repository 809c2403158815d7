using Autonoma.AI.Budgets;
using Autonoma.AI.Registry;
using Autonoma.EndToEnd.Tests.SampleShop;
using Autonoma.Engine.Checks;
using Autonoma.Engine.Deciding.Models;
using Autonoma.Engine.Grounding;
using Autonoma.Engine.Instructions;
using Autonoma.Engine.Running;
using Autonoma.Engine.Suites;
using Autonoma.Engine.Web;
using Autonoma.TestKit.Models;
using Microsoft.Extensions.AI;

namespace Autonoma.EndToEnd.Tests.ModelDriven;

/// <summary>A scripted model drives the whole agent through tests of the shop: prompts, tools, references, commands, claims, without the interpreter choosing anything.</summary>
public sealed class ModelDrivenShopTests : IDisposable
{
    private const string SignIn = "login/sign-in.md";

    private readonly string _folder = Directory.CreateTempSubdirectory("autonoma-model-").FullName;

    private static readonly string[] Names =
    [
        "cart/coupons-that-do-not-work.md",
        "cart/keep-the-cart.md",
        "cart/coupon-counts-for-the-goods-only.md",
        "cart/totals-follow-the-quantity.md",
        "cart/half-a-cent-is-rounded-up.md",
        "catalogue/back-and-forward.md",
        "catalogue/cheapest-first.md",
        "catalogue/menu-leads-to-a-category.md",
        "catalogue/newsletter-needs-a-valid-address.md",
        "catalogue/nothing-found.md",
        "catalogue/search-narrows-the-catalogue.md",
        "catalogue/shipping-page.md",
        "catalogue/unknown-product.md",
        "coupons/dates-and-codes-are-checked.md",
        "customers/filter-by-tier.md",
        "login/empty-form.md",
        "login/packers-have-no-settings.md",
        "login/password-is-hidden.md",
        "login/sign-in.md",
        "login/sign-out.md",
        "login/wrong-password.md",
        "orders/filter-by-status.md",
        "orders/filter-by-date.md",
        "products/changes-survive-a-reload.md",
        "orders/refund-everything.md",
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TestsOfTheShop_DrivenByAModel_Pass()
    {
        await using var shop = await ShopProcess.StartAsync(cancellationToken: Token);
        var results = await RunAsync(shop, Names, () => new DiligentModel().Answer);

        results.Where(result => !result.Success).Select(result => $"{result.File}: {result.Reasoning}").ShouldBeEmpty();
        results.Count.ShouldBe(25);
        results.SelectMany(result => result.Steps).Where(step => step.Section != "expected").Select(step => step.DecidedBy).Distinct().ShouldBe(["model diligent"]);
    }

    [Fact]
    public async Task ModelThatLoops_IsStopped()
    {
        await using var shop = await ShopProcess.StartAsync(cancellationToken: Token);
        var asked = 0;

        // The first thing that it did, for ever.
        var run = (await RunAsync(shop, [SignIn], () =>
        {
            ChatResponse? first = null;
            return request =>
            {
                asked++;
                return first ??= new DiligentModel().Answer(request);
            };
        })).ShouldHaveSingleItem();

        run.Success.ShouldBeFalse();
        run.Reasoning.ShouldContain("circles");
        asked.ShouldBeLessThan(30);
    }

    [Fact]
    public async Task ModelThatLiesAboutSuccess_IsNotBelieved()
    {
        await using var shop = await ShopProcess.StartAsync(cancellationToken: Token);

        var run = (await RunAsync(shop, [SignIn], () => _ => ScriptedChatClient.Call("execution-finished", new { success = true, reasoning = "signed in" }))).ShouldHaveSingleItem();

        run.Success.ShouldBeFalse();
        run.Failure.ShouldBe(FailureKind.Unresolved, run.Reasoning);
        run.AssertionsHeld.ShouldBe(0);
    }

    [Fact]
    public async Task ModelThatAsks_IsToldAndGoesOn()
    {
        await using var shop = await ShopProcess.StartAsync(cancellationToken: Token);
        var user = new Person();

        var run = (await RunAsync(shop, [SignIn], () =>
        {
            var (model, asked) = (new DiligentModel(), false);
            return request =>
            {
                if (asked)
                    return model.Answer(request);
                asked = true;
                return ScriptedChatClient.Call("ask-user", new { questions = new[] { new { text = "Is this the test shop?", options = new[] { "yes", "no" } } } });
            };
        }, user: user)).ShouldHaveSingleItem();

        run.Success.ShouldBeTrue(run.Reasoning);
        user.Asked.ShouldBe(["Is this the test shop?"]);
    }

    [Theory]
    [InlineData("run", "tokens")]
    [InlineData("run", "money")]
    [InlineData("run", "calls")]
    [InlineData("suite", "tokens")]
    [InlineData("suite", "money")]
    [InlineData("suite", "calls")]
    [InlineData("day", "tokens")]
    [InlineData("day", "money")]
    [InlineData("day", "calls")]
    public async Task Budget_EndsTheRunBeforeTheCallThatWouldBreakIt(string of, string what)
    {
        await using var shop = await ShopProcess.StartAsync(cancellationToken: Token);
        // Enough for some calls of this test and not for all; a call is reckoned with its longest answer.
        var limits = what switch { "tokens" => new BudgetLimits(Tokens: 14_000), "money" => new BudgetLimits(Money: 14m), _ => new BudgetLimits(Calls: 3) };
        using var day = new DayBudget(limits, Path.Combine(_folder, "spent.json"));
        var asked = 0;

        var run = (await RunAsync(shop, [SignIn], () =>
        {
            var model = new DiligentModel();
            return request =>
            {
                asked++;
                return model.Answer(request);
            };
        }, budgets: options => of switch { "run" => options with { RunBudget = limits }, "suite" => options with { SuiteBudget = limits }, _ => options with { DayBudget = day } })).ShouldHaveSingleItem();

        run.Success.ShouldBeFalse();
        run.Reasoning.ShouldContain("budget");
        run.Reasoning.ShouldContain(of);
        asked.ShouldBeInRange(1, 3);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task<List<RunResult>> RunAsync(
        ShopProcess shop, IReadOnlyList<string> names, Func<Func<ModelRequest, ChatResponse>> model, IUserPrompt? user = null, Func<ModelRegistryOptions, ModelRegistryOptions>? budgets = null)
    {
        var results = new List<RunResult>();
        await using var browser = await WebBrowser.LaunchAsync(new BrowserOptions(), Token);
        foreach (var test in SuiteFolder.Read(RepositoryPaths.Suite).Files.Select(file => file.TestCase!).Where(test => names.Contains(test.RelativePath)))
        {
            var answers = model();
            var settings = new ModelRegistryOptions
            {
                Models = [new() { Key = "diligent", Provider = "test", ModelId = "diligent-1", CreateClient = () => new ScriptedChatClient { Otherwise = answers }, Price = new(1000, 1000) }],
                DefaultModel = "diligent",
            };
            using var registry = new ModelRegistry(budgets?.Invoke(settings) ?? settings);
            var (reader, checker, pins) = (new StepReader(), new ClaimChecker(new Grounder()), new PinnedTargets());
            var grounder = pins.Around(new Grounder());
            await using var driver = await browser.OpenAsync(new WebSessionOptions(), Token);
            var options = new RunOptions { BaseUrl = shop.BaseUrl.ToString() };
            var decider = new ModelDecider(registry.BeginRun(test.Title), reader, checker, grounder, pins, new() { BaseUrl = options.BaseUrl }, TimeProvider.System) { User = user };
            results.Add(await new TestRunner(driver, options, reader, grounder, checker, TimeProvider.System) { Decider = decider }.RunAsync(test, Token));
        }

        return results;
    }

    private sealed class Person : IUserPrompt
    {
        public List<string> Asked { get; } = [];

        public Task<IReadOnlyList<string>?> AskAsync(IReadOnlyList<UserQuestion> questions, CancellationToken cancellationToken)
        {
            Asked.AddRange(questions.Select(question => question.Text));
            return Task.FromResult<IReadOnlyList<string>?>([.. questions.Select(_ => "yes")]);
        }
    }
}
