using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shop.Catalogue;
using Shop.Languages;
using Shop.Ordering;
using Shop.Sessions;

namespace Shop.Pages.Admin;

internal sealed class OrderModel(ShopState shop) : PageModel
{
    public Order Order { get; private set; } = null!;

    public IActionResult OnGet(int number) => Find(number) ? Page() : NotFound();

    public IActionResult OnPostShip(int number)
    {
        if (!Find(number)) return NotFound();
        Order.Status = OrderStatus.Shipped;
        shop.Toast = new Toast($"Order #{number} marked as shipped");
        return Redirect($"/admin/orders/{number}");
    }

    public IActionResult OnPostRefund(int number, string kind, string? amount, string? reason)
    {
        if (!Find(number)) return NotFound();
        var left = Order.Total - Order.Refunded;
        var refund = kind == "full" ? left : Amounts.Parse(amount) ?? 0;
        if (refund <= 0 || refund > left)
        {
            shop.Toast = new Toast("Nothing was refunded", IsError: true);
            return Redirect($"/admin/orders/{number}");
        }
        Order.Refunded += refund;
        if (Order.Refunded >= Order.Total) Order.Status = OrderStatus.Refunded;
        Order.Notes.Add(new OrderNote("System", $"Refunded {Speech.Euro(refund)}: {reason}"));
        shop.Toast = new Toast($"{Speech.Euro(refund)} refunded");
        return Redirect($"/admin/orders/{number}");
    }

    private bool Find(int number)
    {
        Order = shop.Orders.FirstOrDefault(o => o.Number == number)!;
        return Order is not null;
    }
}
