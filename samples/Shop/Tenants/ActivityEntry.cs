using System.ComponentModel.DataAnnotations;

namespace Shop.Tenants;

/// <summary>An event of a stored shop, as the back office lists it. No code of the shop writes one: they come from other systems.</summary>
internal sealed class ActivityEntry
{
    public long Id { get; private set; }
    public Guid ShopId { get; private set; }

    [StringLength(200)]
    public string Text { get; private set; } = null!;
}
