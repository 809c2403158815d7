using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shop.Ordering;
using Shop.Sessions;

namespace Shop.Pages.Checkout;

internal sealed class AddressModel(ShopState shop) : PageModel
{
    public static readonly IReadOnlyList<string> Countries = ["France", "Germany", "Netherlands", "Norway", "Portugal", "Sweden", "United Kingdom"];

    public Dictionary<string, string> Problems { get; } = [];

    public IEnumerable<(string Key, string Label, string Type, string Value, string Auto)> Fields
    {
        get
        {
            var a = shop.Cart.Address;
            return
            [
                ("name", "Full name", "text", a.Name, "name"), ("email", "Email", "email", a.Email, "email"), ("street", "Street and number", "text", a.Street, "street-address"),
                ("postcode", "Postcode", "text", a.Postcode, "postal-code"), ("city", "City", "text", a.City, "address-level2"),
            ];
        }
    }

    public IActionResult OnGet() => shop.Cart.Lines.Count == 0 ? Redirect("/cart") : Page();

    public IActionResult OnPost(string? name, string? email, string? street, string? postcode, string? city, string? country)
    {
        shop.Cart.Address = new CheckoutAddress
        {
            Name = name?.Trim() ?? "", Email = email?.Trim() ?? "", Street = street?.Trim() ?? "", Postcode = postcode?.Trim() ?? "", City = city?.Trim() ?? "", Country = country ?? "",
        };
        var a = shop.Cart.Address;
        if (a.Name == "") Problems["name"] = "Tell us your name.";
        if (a.Email == "") Problems["email"] = "Tell us your email address.";
        else if (!EmailText.IsValid(a.Email)) Problems["email"] = "This is not an email address.";
        if (a.Street == "") Problems["street"] = "Tell us the street.";
        if (a.Postcode == "") Problems["postcode"] = "Tell us the postcode.";
        if (a.City == "") Problems["city"] = "Tell us the city.";
        if (a.Country == "") Problems["country"] = "Choose a country.";
        return Problems.Count > 0 ? Page() : Redirect("/checkout/delivery");
    }
}
