using Shop.Bugs;
using Shop.Catalogue;
using Shop.Ordering;
using Shop.Sessions;

namespace Shop.Api;

/// <summary>What the storefront's script asks for.</summary>
internal static class CatalogueApi
{
    private static readonly Dictionary<string, string> Cities = new()
    {
        ["1769"] = "Halden", ["0150"] = "Oslo", ["20095"] = "Hamburg", ["10115"] = "Berlin", ["69001"] = "Lyon", ["BS1 4DJ"] = "Bristol",
    };

    public static void MapCatalogueApi(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/cart", (AddToCart add, ShopState shop, BugSwitch bugs) =>
        {
            if (shop.Products.FirstOrDefault(p => p.Id == add.Product && p.Status == ProductStatus.Active) is not { } product) return Results.NotFound();
            var line = shop.Cart.Lines.FirstOrDefault(l => l.ProductId == add.Product && l.Colour == (add.Colour ?? ""));
            var wanted = shop.Cart.Lines.Where(l => l.ProductId == product.Id).Sum(l => l.Quantity) + Math.Max(1, add.Quantity);
            if (wanted > product.Stock && !bugs.Has(SeededBug.QuantityAboveStock))
                return Results.Ok(new CartAnswer(shop.Cart.Pieces, $"Only {product.Stock} left in stock", true));
            if (line is null) shop.Cart.Lines.Add(line = new CartLine { ProductId = product.Id, Colour = add.Colour ?? "", Quantity = 0 });
            line.Quantity += Math.Max(1, add.Quantity);
            return Results.Ok(new CartAnswer(shop.Cart.Pieces, $"{product.Name} added to the cart", false));
        });
        routes.MapPost("/api/wishlist/{id:int}", (int id, ShopState shop) =>
        {
            var added = shop.Wishlist.Add(id);
            if (!added) shop.Wishlist.Remove(id);
            return Results.Ok(new { on = added, count = shop.Wishlist.Count });
        });
        routes.MapGet("/api/postcode", (string code) => Results.Ok(new { city = Cities.GetValueOrDefault(code.Trim().ToUpperInvariant()) }));
        routes.MapPost("/api/newsletter", (Subscribe wish, ShopState shop) =>
        {
            var email = wish.Email.Trim().ToLowerInvariant();
            if (shop.Subscribers.Contains(email)) return Results.Ok(new { message = "You are already subscribed." });
            shop.Subscribers.Add(email);
            return Results.Ok(new { message = $"Thank you! We will write to {email}." });
        });
    }

    private sealed record AddToCart(int Product, int Quantity, string? Colour);

    private sealed record CartAnswer(int Pieces, string Message, bool IsError);

    private sealed record Subscribe(string Email);
}
