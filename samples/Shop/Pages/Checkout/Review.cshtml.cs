using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shop.Bugs;
using Shop.Ordering;
using Shop.Sessions;

namespace Shop.Pages.Checkout;

internal sealed class ReviewModel(ShopState shop, BugSwitch bugs, ShopClock clock) : PageModel
{
    public Totals Totals => Totals.Of(shop.Cart, shop.Products, bugs);
    public string Token { get; } = shop.NextToken();
    public string? Problem { get; private set; }
    public bool TermsOptional => bugs.Has(SeededBug.OrderWithoutTerms);

    public IActionResult OnGet() => shop.Cart.PaidWith is null || shop.Cart.Lines.Count == 0 ? Redirect("/checkout/payment") : Page();

    public IActionResult OnPost(string token, bool terms)
    {
        if (shop.UsedTokens.Contains(token)) return Redirect($"/checkout/done/{shop.Orders[0].Number}");
        if (shop.Cart.Lines.Count == 0) return Redirect("/cart");
        if (!terms && !TermsOptional)
        {
            Problem = "Please accept the terms and conditions.";
            return Page();
        }
        shop.UsedTokens.Add(token);
        var totals = Totals;
        var order = new Order
        {
            Number = shop.NextOrderNumber(), Date = clock.Today, Customer = shop.Cart.Address.Name, City = shop.Cart.Address.City, Status = OrderStatus.New,
            Delivery = shop.Cart.Delivery ?? "Standard", Discount = totals.Discount, Shipping = totals.Shipping,
            Lines = [.. shop.Cart.Lines.Select(l => Sold(l))],
        };
        foreach (var line in order.Lines) shop.Products.Single(p => p.Id == line.ProductId).Stock -= line.Quantity;
        shop.Orders.Insert(0, order);
        shop.Cart.Clear();
        return Redirect($"/checkout/done/{order.Number}");
    }

    private OrderLine Sold(CartLine line)
    {
        var product = shop.Products.Single(p => p.Id == line.ProductId);
        return new OrderLine(product.Id, product.Name, line.Quantity, product.CurrentPrice);
    }
}
