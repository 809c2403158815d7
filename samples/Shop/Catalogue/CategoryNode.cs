namespace Shop.Catalogue;

/// <summary>A branch of the catalogue: departments hold categories. The order is the shop's own and can be changed.</summary>
internal sealed class CategoryNode(string name, params CategoryNode[] children)
{
    private CategoryNode() : this("")
    {
    }

    public string Name { get; private set; } = name;

    /// <summary>Its place among its neighbours, kept with a stored shop.</summary>
    public int Position { get; set; }
    public List<CategoryNode> Children { get; } = [.. children];

    /// <summary>This name and all names below.</summary>
    public IEnumerable<string> Names => Children.SelectMany(c => c.Names).Prepend(Name);
}
