namespace Shop.Customers;

/// <summary>Where a customer of a stored shop gets parcels.</summary>
internal sealed class Address
{
    public long Id { get; private set; }
    public long CustomerId { get; init; }
    public string Street { get; init; } = "";
    public string Postcode { get; init; } = "";
    public required string City { get; init; }
    public required string Country { get; init; }
}
