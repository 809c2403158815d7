using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Shop.Accounts;
using Shop.Catalogue;
using Shop.Customers;
using Shop.Ordering;
using Shop.Sessions;

namespace Shop.Tenants;

/// <summary>Opens and closes shops, and fills them: slugs, numbers, hashes and what comes with a record are made here.</summary>
internal sealed class ShopKeeping(IDbContextFactory<ShopDb> contexts, StoredShops open, ShopClock clock)
{
    /// <summary>A shop of its own, with its settings, its slug and the key that opens it.</summary>
    public async Task<ShopState> OpenAsync(string name)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var slug = Slugs.Of(name);
        var taken = await db.Shops.Where(s => s.Slug == slug || s.Slug.StartsWith(slug + "-")).Select(s => s.Slug).ToListAsync();
        var shop = new ShopState(name, Slugs.Free(slug, taken), RandomNumberGenerator.GetHexString(32, lowercase: true));
        db.Add(shop);
        await db.SaveChangesAsync();
        return shop;
    }

    /// <summary>Closes a shop: everything in it goes with it.</summary>
    public async Task CloseAsync(Guid shopId)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var key = await KeyAsync(shopId);
        await db.Shops.Where(s => s.ShopId == shopId).ExecuteDeleteAsync();
        if (key is not null) open.Close(key);
    }

    /// <summary>The key that opens a shop; null when there is none.</summary>
    public async Task<string?> KeyAsync(Guid shopId)
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await db.Shops.Where(s => s.ShopId == shopId).Select(s => s.Key).FirstOrDefaultAsync();
    }

    public async Task<StaffMember> RegisterAsync(Guid shopId, string email, string name, string role, string password)
    {
        var member = StaffMember.Register(shopId, email, name, role, password);
        await using var db = await contexts.CreateDbContextAsync();
        db.Add(member);
        await db.SaveChangesAsync();
        return member;
    }

    /// <summary>A department, or a category in one.</summary>
    public async Task<long> AddCategoryAsync(Guid shopId, string name, long? department)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var entry = db.Add(new CategoryNode(name));
        if (department is { } parent) entry.Property("ParentId").CurrentValue = parent;
        else entry.Property("ShopId").CurrentValue = shopId;
        await db.SaveChangesAsync();
        return entry.Property<long>(ShopDb.Key).CurrentValue;
    }

    /// <summary>A product with the next number of its shop.</summary>
    public async Task<(long Key, Product Product)> AddProductAsync(Guid shopId, Func<int, Product> make)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var last = await db.Set<Product>().Where(p => EF.Property<Guid>(p, "ShopId") == shopId).MaxAsync(p => (int?)p.Id) ?? 0;
        return await AddAsync(db, shopId, make(last + 1));
    }

    /// <summary>A customer with the next number of the shop, and with an address, where one is given.</summary>
    public async Task<(long Key, Customer Customer)> AddCustomerAsync(Guid shopId, Func<int, Customer> make, Func<long, Address>? address)
    {
        await using var db = await contexts.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var last = await db.Set<Customer>().Where(c => EF.Property<Guid>(c, "ShopId") == shopId).MaxAsync(c => (int?)c.Id) ?? 0;
        var added = await AddAsync(db, shopId, make(last + 1));
        if (address is not null)
        {
            db.Add(address(added.Key));
            await db.SaveChangesAsync();
        }
        await transaction.CommitAsync();
        return added;
    }

    public async Task<long> AddAddressAsync(Address address)
    {
        await using var db = await contexts.CreateDbContextAsync();
        db.Add(address);
        await db.SaveChangesAsync();
        return address.Id;
    }

    /// <summary>An order without lines yet, with the next number of the shop and the note that it came in.</summary>
    public async Task<(long Key, Order Order)> PlaceOrderAsync(Guid shopId, long customerKey, OrderStatus status, string delivery, int daysAgo)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var customer = await db.Set<Customer>().AsNoTracking().SingleOrDefaultAsync(c => EF.Property<long>(c, ShopDb.Key) == customerKey && EF.Property<Guid>(c, "ShopId") == shopId)
            ?? throw new ArgumentException($"This shop has no customer {customerKey}.");
        var last = await db.Set<Order>().Where(o => EF.Property<Guid>(o, "ShopId") == shopId).MaxAsync(o => (int?)o.Number) ?? 1000;
        var order = new Order
        {
            Number = last + 1, Customer = customer.Name, City = customer.City, Date = clock.Today.AddDays(-daysAgo), Status = status, Delivery = delivery, Lines = [],
        };
        order.Notes.Add(new OrderNote("System", "Order received"));
        db.Entry(order).Property("CustomerId").CurrentValue = customerKey;
        return await AddAsync(db, shopId, order);
    }

    /// <summary>A line at the price that the product has now.</summary>
    public async Task<long> AddLineAsync(long orderKey, long productKey, int quantity)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var product = await db.Set<Product>().AsNoTracking().SingleOrDefaultAsync(p => EF.Property<long>(p, ShopDb.Key) == productKey)
            ?? throw new ArgumentException($"There is no product {productKey}.");
        var entry = db.Add(new OrderLine(product.Id, product.Name, quantity, product.CurrentPrice));
        entry.Property("OrderId").CurrentValue = orderKey;
        await db.SaveChangesAsync();
        return entry.Property<long>(ShopDb.Key).CurrentValue;
    }

    /// <summary>Removes a row by its key; one that is gone is gone.</summary>
    public async Task RemoveAsync<T>(long key, string column = ShopDb.Key)
        where T : class
    {
        await using var db = await contexts.CreateDbContextAsync();
        await db.Set<T>().Where(row => EF.Property<long>(row, column) == key).ExecuteDeleteAsync();
    }

    public async Task DismissAsync(Guid id)
    {
        await using var db = await contexts.CreateDbContextAsync();
        await db.Set<StaffMember>().Where(s => s.Id == id).ExecuteDeleteAsync();
    }

    private static async Task<(long Key, T Row)> AddAsync<T>(ShopDb db, Guid shopId, T row)
        where T : class
    {
        var entry = db.Add(row);
        entry.Property("ShopId").CurrentValue = shopId;
        await db.SaveChangesAsync();
        return (entry.Property<long>(ShopDb.Key).CurrentValue, row);
    }
}
