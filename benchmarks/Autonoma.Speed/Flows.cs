using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Autonoma.Speed;

/// <summary>Three tests of the sample suite, written by hand as scripts that do and check the same.</summary>
public static class Flows
{
    public static IReadOnlyList<(string File, Func<IPage, Uri, Task> Script)> All { get; } =
    [
        ("login/sign-in.md", SignInAsync),
        ("orders/filter-by-status.md", FilterOrdersAsync),
        ("catalogue/search-narrows-the-catalogue.md", SearchAsync),
    ];

    private static async Task SignInAsync(IPage page, Uri shop)
    {
        await page.GotoAsync(new Uri(shop, "/login").ToString());
        await page.GetByLabel("Email", new() { Exact = true }).FillAsync("mara@larkspur.test");
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync("Harbour-31");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Dashboard" }).First).ToBeVisibleAsync();
        await Expect(page.GetByText("Mara Lindholm").First).ToBeVisibleAsync();
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/admin$"));
    }

    private static async Task FilterOrdersAsync(IPage page, Uri shop)
    {
        await page.GotoAsync(new Uri(shop, "/admin/orders").ToString());
        await page.GetByLabel("Email", new() { Exact = true }).FillAsync("mara@larkspur.test");
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync("Harbour-31");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await Expect(page.GetByText("All (15)").First).ToBeVisibleAsync();
        await page.GetByText("Delivered (6)").First.ClickAsync();
        await Expect(page.GetByText("6 orders, €534.50 in total")).ToBeVisibleAsync();
        await Expect(page.GetByText("#1050").First).ToBeVisibleAsync();
        await Expect(page.GetByText("#1058")).ToHaveCountAsync(0);
        await page.GetByPlaceholder("Customer, city or number").Or(page.GetByLabel("Customer, city or number")).First.FillAsync("london");
        await page.GetByRole(AriaRole.Button, new() { Name = "Filter", Exact = true }).ClickAsync();
        await Expect(page.GetByText("#1046").First).ToBeVisibleAsync();
        await Expect(page.GetByText("1 order, €58.90 in total")).ToBeVisibleAsync();
        await page.GetByText("Reset", new() { Exact = true }).First.ClickAsync();
        await Expect(page.GetByText("All (15)").First).ToBeVisibleAsync();
    }

    private static async Task SearchAsync(IPage page, Uri shop)
    {
        await page.GotoAsync(shop.ToString());
        await Expect(page.GetByText("25 products").First).ToBeVisibleAsync();
        await page.GetByLabel("Search the shop").FillAsync("mug");
        await Expect(page.GetByText("2 products").First).ToBeVisibleAsync();
        await Expect(page.GetByText("Stoneware mug").First).ToBeVisibleAsync();
        await Expect(page.GetByText("Enamel camping mug").First).ToBeVisibleAsync();
        await Expect(page.GetByText("Moka pot")).ToHaveCountAsync(0);
    }
}
