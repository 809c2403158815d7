using System.Globalization;
using Shop.Bugs;
using Shop.Languages;
using Shop.Ordering;
using Shop.Sessions;
using Shop.Tenants;

namespace Shop.Api;

/// <summary>What the back office's script asks for. Signed-in staff only.</summary>
internal static class BackOfficeApi
{
    public static void MapBackOfficeApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api").RequireAuthorization();
        api.MapGet("/dashboard", (int days, ShopState shop, ShopClock clock) =>
        {
            var first = clock.Today.AddDays(1 - days);
            var orders = shop.Orders.Where(o => o.Date >= first).ToList();
            var revenue = orders.Sum(o => o.Total - o.Refunded);
            return Results.Ok(new
            {
                orders = orders.Count,
                revenue = Speech.Euro(revenue),
                average = Speech.Euro(orders.Count == 0 ? 0 : decimal.Round(revenue / orders.Count, 2)),
                open = shop.Orders.Count(o => o.Status is OrderStatus.New or OrderStatus.Packing),
                bars = Enumerable.Range(0, 7).Select(i => clock.Today.AddDays(i - 6)).Select(day => new
                {
                    day = day.ToString("ddd", CultureInfo.InvariantCulture), amount = shop.Orders.Where(o => o.Date == day).Sum(o => o.Total),
                    text = Speech.Euro(shop.Orders.Where(o => o.Date == day).Sum(o => o.Total)),
                }),
            });
        });
        api.MapPost("/order-note", (NewNote note, ShopState shop, HttpContext context) =>
        {
            if (shop.Orders.FirstOrDefault(o => o.Number == note.Order) is not { } order || string.IsNullOrWhiteSpace(note.Text)) return Results.BadRequest();
            var added = new OrderNote(context.User.Identity!.Name!.Split(' ')[0], note.Text.Trim());
            order.Notes.Add(added);
            return Results.Ok(added);
        });
        api.MapPost("/board", (BoardMove move, ShopState shop, BugSwitch bugs) =>
        {
            if (shop.Orders.FirstOrDefault(o => o.Number == move.Number) is not { } order) return Results.NotFound();
            if (!bugs.Has(SeededBug.BoardMoveNotStored)) order.Status = move.Status;
            return Results.Ok();
        });
        api.MapPost("/categories", (CategoryOrder wish, ShopState shop) =>
        {
            var list = wish.Parent is null ? shop.Categories : shop.Categories.FirstOrDefault(c => c.Name == wish.Parent)?.Children;
            list?.Sort((a, b) => Array.IndexOf(wish.Names, a.Name).CompareTo(Array.IndexOf(wish.Names, b.Name)));
            return Results.Ok();
        });
        api.MapGet("/customers", (ShopState shop) => shop.Customers);
        api.MapPost("/customers", (CustomerEdit edit, ShopState shop) =>
        {
            // The index is only sent by the bug that edits the wrong row.
            var customer = edit.Index is { } index ? shop.Customers[index] : shop.Customers.FirstOrDefault(c => c.Id == edit.Id);
            if (customer is null) return Results.NotFound();
            (customer.Name, customer.Email, customer.Phone, customer.City, customer.Newsletter) = (edit.Name, edit.Email, edit.Phone, edit.City, edit.Newsletter);
            return Results.Ok();
        });
        api.MapGet("/activity", (int from, int count, ActivityLog log) => log.ReadAsync(from, count));
    }

    private sealed record NewNote(int Order, string Text);

    private sealed record BoardMove(int Number, OrderStatus Status);

    private sealed record CategoryOrder(string? Parent, string[] Names);

    private sealed record CustomerEdit(int Id, int? Index, string Name, string Email, string Phone, string City, bool Newsletter);
}
