using Microsoft.EntityFrameworkCore;
using Shop.Catalogue;
using Shop.Sessions;

namespace Shop.Tenants;

/// <summary>What happened in the shop, newest first: rows of a stored shop, made up for the demonstration.</summary>
internal sealed class ActivityLog(ShopState shop, IServiceProvider services)
{
    private const int Invented = 1000;
    private static readonly string[] Verbs = ["changed the price of", "restocked", "published", "packed an order with", "answered a question about"];

    public async Task<int> CountAsync() => shop.IsStored ? await Entries().CountAsync() : Invented;

    /// <summary>The events from a place on, each with its number.</summary>
    public async Task<IReadOnlyList<ActivityEvent>> ReadAsync(int from, int count)
    {
        var total = await CountAsync();
        count = Math.Clamp(count, 0, Math.Max(0, total - from));
        if (shop.IsStored)
        {
            var texts = await Entries().OrderByDescending(e => e.Id).Skip(from).Take(count).Select(e => e.Text).ToListAsync();
            return [.. texts.Select((text, i) => new ActivityEvent(total - from - i, text))];
        }
        return [.. Enumerable.Range(from, count).Select(i =>
        {
            var product = CatalogueSeed.Products()[i * 11 % 27].Name;
            return new ActivityEvent(total - i, $"{(i % 3 == 0 ? "Tom Hale" : "Mara Lindholm")} {Verbs[i % Verbs.Length]} {product}");
        })];
    }

    private IQueryable<ActivityEntry> Entries() => services.GetRequiredService<ShopDb>().Set<ActivityEntry>().AsNoTracking().Where(e => e.ShopId == shop.ShopId);
}

/// <summary>One line of the log.</summary>
internal sealed record ActivityEvent(int Number, string Text);
