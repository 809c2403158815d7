using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Autonoma.Speed;

/// <summary>Three tests of the sample suite, written by hand as scripts that do and check the same.</summary>
public static class Flows
{
    public static IReadOnlyList<(string File, Func<Script, Task> Script)> All { get; } =
    [
        ("login/sign-in.md", SignInAsync),
        ("orders/filter-by-status.md", FilterOrdersAsync),
        ("catalogue/search-narrows-the-catalogue.md", SearchAsync),
    ];

    private static async Task SignInAsync(Script script)
    {
        var page = script.Page;
        await script.GoToAsync("/login");
        await script.DoneAsync(page.GetByLabel("Email", new() { Exact = true }).FillAsync("mara@larkspur.test"));
        await script.DoneAsync(page.GetByLabel("Password", new() { Exact = true }).FillAsync("Harbour-31"));
        await script.DoneAsync(page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync());
        await script.DoneAsync(Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Dashboard" }).First).ToBeVisibleAsync());
        await script.DoneAsync(Expect(page.GetByText("Mara Lindholm").First).ToBeVisibleAsync());
        await script.DoneAsync(Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/admin$")));
    }

    private static async Task FilterOrdersAsync(Script script)
    {
        var page = script.Page;
        await script.GoToAsync("/admin/orders");
        await script.DoneAsync(page.GetByLabel("Email", new() { Exact = true }).FillAsync("mara@larkspur.test"));
        await script.DoneAsync(page.GetByLabel("Password", new() { Exact = true }).FillAsync("Harbour-31"));
        await script.DoneAsync(page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync());
        await script.DoneAsync(Expect(page.GetByText("All (15)").First).ToBeVisibleAsync());
        await script.DoneAsync(page.GetByText("Delivered (6)").First.ClickAsync());
        await script.DoneAsync(Expect(page.GetByText("6 orders, €534.50 in total")).ToBeVisibleAsync());
        await script.DoneAsync(Expect(page.GetByText("#1050").First).ToBeVisibleAsync());
        await script.DoneAsync(Expect(page.GetByText("#1058")).ToHaveCountAsync(0));
        await script.DoneAsync(page.GetByPlaceholder("Customer, city or number").Or(page.GetByLabel("Customer, city or number")).First.FillAsync("london"));
        await script.DoneAsync(page.GetByRole(AriaRole.Button, new() { Name = "Filter", Exact = true }).ClickAsync());
        await script.DoneAsync(Expect(page.GetByText("#1046").First).ToBeVisibleAsync());
        await script.DoneAsync(Expect(page.GetByText("1 order, €58.90 in total")).ToBeVisibleAsync());
        await script.DoneAsync(page.GetByText("Reset", new() { Exact = true }).First.ClickAsync());
        await script.DoneAsync(Expect(page.GetByText("All (15)").First).ToBeVisibleAsync());
    }

    private static async Task SearchAsync(Script script)
    {
        var page = script.Page;
        await script.GoToAsync("/");
        await script.DoneAsync(Expect(page.GetByText("25 products").First).ToBeVisibleAsync());
        await script.DoneAsync(page.GetByLabel("Search the shop").FillAsync("mug"));
        await script.DoneAsync(Expect(page.GetByText("2 products").First).ToBeVisibleAsync());
        await script.DoneAsync(Expect(page.GetByText("Stoneware mug").First).ToBeVisibleAsync());
        await script.DoneAsync(Expect(page.GetByText("Enamel camping mug").First).ToBeVisibleAsync());
        await script.DoneAsync(Expect(page.GetByText("Moka pot")).ToHaveCountAsync(0));
    }
}
