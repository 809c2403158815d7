namespace Shop.Customers;

/// <summary>Somebody who buys.</summary>
internal sealed class Customer
{
    public required int Id { get; init; }
    public required string Name { get; set; }
    public required string Email { get; set; }
    public required string Phone { get; set; }
    public required string City { get; set; }
    public required string Country { get; set; }
    public required string Tier { get; set; }
    public bool Newsletter { get; set; }
    public bool Blocked { get; set; }
    public string Initials => string.Concat(Name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(p => p[0]));

    public static readonly IReadOnlyList<string> Tiers = ["Bronze", "Silver", "Gold"];

    public static List<Customer> Seed()
    {
        Customer C(int id, string name, string city, string country, string tier, string phone, bool newsletter = false, bool blocked = false) => new()
        {
            Id = id, Name = name, City = city, Country = country, Tier = tier, Phone = phone, Newsletter = newsletter, Blocked = blocked,
            Email = name.ToLowerInvariant().Replace(" de ", "").Replace(' ', '.') + "@mail.example",
        };
        return
        [
            C(1, "Ines Calder", "Bristol", "United Kingdom", "Gold", "+44 117 496 0001", newsletter: true),
            C(2, "Jonas Weil", "Hamburg", "Germany", "Silver", "+49 40 5550 0102"),
            C(3, "Priya Raman", "Leeds", "United Kingdom", "Silver", "+44 113 496 0103", newsletter: true),
            C(4, "Odd Hansen", "Bergen", "Norway", "Bronze", "+47 55 50 01 04"),
            C(5, "Marta Silva", "Porto", "Portugal", "Gold", "+351 22 555 0105", newsletter: true),
            C(6, "Leo Fontaine", "Lyon", "France", "Bronze", "+33 4 55 50 01 06"),
            C(7, "Amara Obi", "London", "United Kingdom", "Gold", "+44 20 7946 0107"),
            C(8, "Sofia Lindqvist", "Malmö", "Sweden", "Silver", "+46 40 555 0108", newsletter: true),
            C(9, "Tomasz Zielinski", "Gdansk", "Poland", "Bronze", "+48 58 555 01 09"),
            C(10, "Noor de Vries", "Utrecht", "Netherlands", "Silver", "+31 30 555 0110", blocked: true),
        ];
    }
}
