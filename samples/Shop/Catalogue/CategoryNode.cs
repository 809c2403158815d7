namespace Shop.Catalogue;

/// <summary>A branch of the catalogue: departments hold categories. The order is the shop's own and can be changed.</summary>
internal sealed class CategoryNode(string name, params CategoryNode[] children)
{
    public string Name { get; } = name;
    public List<CategoryNode> Children { get; } = [.. children];

    /// <summary>This name and all names below.</summary>
    public IEnumerable<string> Names => Children.SelectMany(c => c.Names).Prepend(Name);
}
