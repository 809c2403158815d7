using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Shop.Catalogue;
using Shop.Customers;
using Shop.Ordering;
using Shop.Sessions;

namespace Shop.Tenants;

/// <summary>
/// The shops in the database that browsers have open. A shop is read at its first visit and stays open; what a request changes is written
/// before its response begins. One process serves a shop.
/// </summary>
internal sealed class StoredShops(IDbContextFactory<ShopDb> contexts)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<Session?>>> _open = new();

    /// <summary>The shop with this key; null when there is none.</summary>
    public async Task<Session?> FindAsync(string key)
    {
        // Read once, however many requests a page begins with.
        var opening = _open.GetOrAdd(key, k => new(() => ReadAsync(k)));
        try
        {
            if (await opening.Value is { } session) return session;
        }
        catch
        {
            _open.TryRemove(new(key, opening));
            throw;
        }
        _open.TryRemove(new(key, opening));
        return null;
    }

    /// <summary>Forgets a shop that changed in the database, or went.</summary>
    public void Close(string key) => _open.TryRemove(key, out _);

    private async Task<Session?> ReadAsync(string key)
    {
        var db = await contexts.CreateDbContextAsync();
        var shop = await db.Shops.FirstOrDefaultAsync(s => s.Key == key);
        if (shop is null)
        {
            await db.DisposeAsync();
            return null;
        }
        // Each list in an order of its own; EF puts the rows where they belong.
        var id = shop.ShopId;
        await db.Entry(shop).Collection(s => s.Staff).LoadAsync();
        await db.Entry(shop).Collection(s => s.Coupons).Query().OrderBy(c => c.Id).LoadAsync();
        await db.Set<CategoryNode>().Where(c => EF.Property<Guid?>(c, "ShopId") == id).OrderBy(c => c.Position).ThenBy(c => EF.Property<long>(c, ShopDb.Key)).LoadAsync();
        foreach (var department in shop.Categories)
            await db.Entry(department).Collection(c => c.Children).Query().OrderBy(c => c.Position).ThenBy(c => EF.Property<long>(c, ShopDb.Key)).LoadAsync();
        await db.Set<Product>().Where(p => EF.Property<Guid>(p, "ShopId") == id).OrderBy(p => p.Id).LoadAsync();
        await db.Set<Customer>().Where(c => EF.Property<Guid>(c, "ShopId") == id).OrderBy(c => c.Id).LoadAsync();
        await db.Set<OrderLine>().Where(l => db.Set<Order>().Any(o => EF.Property<Guid>(o, "ShopId") == id && EF.Property<long>(o, ShopDb.Key) == EF.Property<long>(l, "OrderId")))
            .OrderBy(l => EF.Property<long>(l, ShopDb.Key)).LoadAsync();
        await db.Set<OrderNote>().Where(n => db.Set<Order>().Any(o => EF.Property<Guid>(o, "ShopId") == id && EF.Property<long>(o, ShopDb.Key) == EF.Property<long>(n, "OrderId")))
            .OrderBy(n => EF.Property<long>(n, ShopDb.Key)).LoadAsync();
        await db.Set<Order>().Where(o => EF.Property<Guid>(o, "ShopId") == id).OrderByDescending(o => o.Number).LoadAsync();
        return new Session(key, shop) { Save = cancellationToken => SaveAsync(db, shop, cancellationToken) };
    }

    private static async Task SaveAsync(ShopDb db, ShopState shop, CancellationToken cancellationToken)
    {
        Number(shop.Categories);
        foreach (var department in shop.Categories) Number(department.Children);
        await db.SaveChangesAsync(cancellationToken);
    }

    private static void Number(List<CategoryNode> categories)
    {
        for (var i = 0; i < categories.Count; i++) categories[i].Position = i;
    }
}
