namespace Shop.Catalogue;

/// <summary>Where a product is shown: only active ones are sold.</summary>
internal enum ProductStatus { Active, Draft, Archived }

/// <summary>An article. Prices are gross, in euro.</summary>
internal sealed class Product
{
    public required int Id { get; init; }
    public required string Name { get; set; }
    public required string Category { get; set; }
    public required decimal Price { get; set; }
    public decimal? SalePrice { get; set; }
    public required int Stock { get; set; }
    public ProductStatus Status { get; set; } = ProductStatus.Active;
    public string Description { get; set; } = "";
    public IReadOnlyList<string> Colours { get; init; } = [];
    /// <summary>An uploaded picture; null for the drawn one.</summary>
    public UploadedImage? Image { get; set; }
    public string Sku => $"LK-{Id:000}";
    public decimal CurrentPrice => SalePrice ?? Price;
    public string Slug => Name.ToLowerInvariant().Replace(" (100)", "").Replace("'", "").Replace(' ', '-');
}

/// <summary>A picture as uploaded.</summary>
internal sealed record UploadedImage(string FileName, string ContentType, byte[] Bytes);
