namespace Shop.Ordering;

/// <summary>A percentage off the goods, for a while.</summary>
internal sealed class Coupon
{
    /// <summary>Its key, where the shop is stored.</summary>
    public long Id { get; private set; }

    /// <summary>The shop it belongs to, where that is stored.</summary>
    public Guid ShopId { get; private set; }

    public required string Code { get; init; }
    public required int Percent { get; init; }
    public required DateOnly From { get; init; }
    public required DateOnly Until { get; init; }
    public bool Enabled { get; set; } = true;

    public bool IsValid(DateOnly today) => Enabled && From <= today && today <= Until;

    public static List<Coupon> Seed(DateOnly today) =>
    [
        new() { Code = "SPRING10", Percent = 10, From = new DateOnly(today.Year, 3, 1), Until = new DateOnly(today.Year, 5, 31) },
        new() { Code = "WELCOME15", Percent = 15, From = new DateOnly(today.Year, 1, 1), Until = new DateOnly(today.Year, 12, 31) },
        new() { Code = "WINTER20", Percent = 20, From = new DateOnly(today.Year - 1, 12, 1), Until = new DateOnly(today.Year, 2, 28) },
        new() { Code = "STAFF30", Percent = 30, From = new DateOnly(today.Year, 1, 1), Until = new DateOnly(today.Year, 12, 31), Enabled = false },
    ];
}
