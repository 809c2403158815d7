using Shop.Bugs;
using Shop.Catalogue;

namespace Shop.Ordering;

/// <summary>What a cart costs, in euro.</summary>
internal sealed record Totals(decimal Subtotal, decimal Discount, decimal Shipping, decimal Total, decimal VatIncluded)
{
    private const decimal VatRate = 0.20m;

    public static Totals Of(Cart cart, IReadOnlyList<Product> products, BugSwitch bugs)
    {
        var subtotal = cart.Lines.Sum(l => l.Quantity * products.Single(p => p.Id == l.ProductId).CurrentPrice);
        var share = (cart.Coupon?.Percent ?? 0) / 100m;
        var discount = Round(subtotal * share, bugs);
        var shipping = DeliveryOptions.Cost(cart.Delivery ?? "Standard", subtotal - discount);
        if (subtotal == 0) shipping = 0;
        if (bugs.Has(SeededBug.DiscountAlsoOnShipping)) discount = Round((subtotal + shipping) * share, bugs);
        var total = subtotal - discount + shipping;
        return new Totals(subtotal, discount, shipping, total, decimal.Round(total - total / (1 + VatRate), 2, MidpointRounding.AwayFromZero));
    }

    private static decimal Round(decimal amount, BugSwitch bugs) =>
        decimal.Round(amount, 2, bugs.Has(SeededBug.DiscountRoundedDown) ? MidpointRounding.ToZero : MidpointRounding.AwayFromZero);
}
