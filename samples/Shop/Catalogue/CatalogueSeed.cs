namespace Shop.Catalogue;

/// <summary>The same products for every visitor, in the shop's own order.</summary>
internal static class CatalogueSeed
{
    public static List<CategoryNode> Categories() =>
    [
        new("Kitchen", new CategoryNode("Coffee"), new CategoryNode("Cookware"), new CategoryNode("Tableware")),
        new("Outdoor", new CategoryNode("Camping"), new CategoryNode("Garden")),
        new("Office", new CategoryNode("Desk"), new CategoryNode("Lighting"), new CategoryNode("Stationery")),
    ];

    public static List<Product> Products() =>
    [
        P(1, "Moka pot", "Coffee", 29.90m, 14, "Three cups of strong coffee on any stove."),
        P(2, "Pour-over kettle", "Coffee", 54.00m, 6, "A slow, thin stream from a goose neck.", sale: 45.90m),
        P(3, "Hand grinder", "Coffee", 89.00m, 3, "Conical steel burrs, forty clicks of grind."),
        P(4, "Paper filters (100)", "Coffee", 4.50m, 120, "Unbleached, for size 02 drippers."),
        P(5, "Cast-iron skillet", "Cookware", 62.00m, 9, "Pre-seasoned, 26 cm, for a lifetime."),
        P(6, "Enamel saucepan", "Cookware", 38.50m, 0, "Two litres, with a lid that fits."),
        P(7, "Chef's knife", "Cookware", 119.00m, 5, "A 20 cm blade of layered steel."),
        P(8, "Oak cutting board", "Cookware", 34.95m, 11, "End grain, oiled, with a juice groove."),
        P(9, "Stoneware mug", "Tableware", 12.00m, 48, "Holds 300 ml and keeps it warm.", colours: ["Chalk", "Moss", "Ink"]),
        P(10, "Dinner plate", "Tableware", 14.50m, 36, "Stoneware, 27 cm, stackable.", colours: ["Chalk", "Moss"]),
        P(11, "Linen napkins", "Tableware", 24.95m, 20, "Set of four, washed linen."),
        P(12, "Salad bowl", "Tableware", 31.00m, 7, "Turned from one piece of acacia."),
        P(13, "Two-person tent", "Camping", 249.00m, 4, "Stands in five minutes, 2.1 kg.", sale: 219.00m),
        P(14, "Down sleeping bag", "Camping", 189.00m, 8, "Comfortable down to -5 degrees."),
        P(15, "Head torch", "Camping", 27.50m, 25, "300 lumen and a red night light."),
        P(16, "Enamel camping mug", "Camping", 9.95m, 60, "Does not mind being dropped."),
        P(17, "Folding stool", "Camping", 45.00m, 10, "Ash and canvas, folds flat."),
        P(18, "Pruning shears", "Garden", 22.90m, 17, "Forged blades that can be sharpened."),
        P(19, "Watering can", "Garden", 36.00m, 12, "Nine litres, with a brass rose."),
        P(20, "Seed box", "Garden", 8.50m, 40, "Sixteen compartments, one for each week.", status: ProductStatus.Archived),
        P(21, "Walnut desk organiser", "Desk", 48.00m, 13, "Room for pens, cards and one phone."),
        P(22, "Standing desk mat", "Desk", 59.90m, 2, "Soft underfoot on long days.", sale: 49.90m),
        P(23, "Clamp lamp", "Lighting", 74.00m, 6, "Reaches across the whole desk."),
        P(24, "Paper lantern", "Lighting", 16.00m, 22, "Washi paper on a bamboo frame."),
        P(25, "Dot-grid notebook", "Stationery", 13.90m, 75, "Numbered pages that lie flat."),
        P(26, "Brass fountain pen", "Stationery", 68.00m, 15, "A steel nib in a body that ages well.", status: ProductStatus.Draft),
        P(27, "Blue ink", "Stationery", 11.50m, 30, "Thirty millilitres of night blue."),
    ];

    private static Product P(int id, string name, string category, decimal price, int stock, string description,
        decimal? sale = null, ProductStatus status = ProductStatus.Active, string[]? colours = null) => new()
        {
            Id = id, Name = name, Category = category, Price = price, Stock = stock, Description = description,
            SalePrice = sale, Status = status, Colours = colours ?? [],
        };
}
