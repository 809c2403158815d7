namespace Shop.Ordering;

/// <summary>Ways to get the parcel.</summary>
internal static class DeliveryOptions
{
    /// <summary>Goods worth this much travel free with the standard delivery.</summary>
    public const decimal FreeFrom = 60.00m;

    public static readonly IReadOnlyList<string> Names = ["Standard", "Express", "Pickup"];

    /// <summary>Cost in euro for goods of this worth after discounts.</summary>
    public static decimal Cost(string delivery, decimal goods) => delivery switch
    {
        "Express" => 9.90m,
        "Pickup" => 0m,
        _ => goods >= FreeFrom ? 0m : 4.90m,
    };
}
