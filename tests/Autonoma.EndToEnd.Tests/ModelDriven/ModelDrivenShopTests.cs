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

namespace Autonoma.EndToEnd.Tests.ModelDriven;

/// <summary>A scripted model drives the whole agent through tests of the shop: prompts, tools, references, commands, claims, without the interpreter choosing anything.</summary>
public sealed class ModelDrivenShopTests
{
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
        var results = await RunAsync(shop);

        results.Where(result => !result.Success).Select(result => $"{result.File}: {result.Reasoning}").ShouldBeEmpty();
        results.Count.ShouldBe(25);
        results.SelectMany(result => result.Steps).Where(step => step.Section != "expected").Select(step => step.DecidedBy).Distinct().ShouldBe(["model diligent"]);
    }

    private static async Task<List<RunResult>> RunAsync(ShopProcess shop)
    {
        var results = new List<RunResult>();
        await using var browser = await WebBrowser.LaunchAsync(new BrowserOptions(), Token);
        foreach (var test in SuiteFolder.Read(RepositoryPaths.Suite).Files.Select(file => file.TestCase!).Where(test => Names.Contains(test.RelativePath)))
        {
            var model = new DiligentModel();
            using var registry = new ModelRegistry(new()
            {
                Models = [new() { Key = "diligent", Provider = "test", ModelId = "diligent-1", CreateClient = () => new ScriptedChatClient { Otherwise = model.Answer } }],
                DefaultModel = "diligent",
            });
            var (reader, checker, pins) = (new StepReader(), new ClaimChecker(new Grounder()), new PinnedTargets());
            var grounder = pins.Around(new Grounder());
            await using var driver = await browser.OpenAsync(new WebSessionOptions(), Token);
            var options = new RunOptions { BaseUrl = shop.BaseUrl.ToString() };
            var decider = new ModelDecider(registry.BeginRun(test.Title), reader, checker, grounder, pins, new() { BaseUrl = options.BaseUrl }, TimeProvider.System);
            results.Add(await new TestRunner(driver, options, reader, grounder, checker, TimeProvider.System) { Decider = decider }.RunAsync(test, Token));
        }

        return results;
    }
}
