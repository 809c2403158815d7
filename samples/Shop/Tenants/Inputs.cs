using System.ComponentModel.DataAnnotations;
using Shop.Catalogue;
using Shop.Ordering;

namespace Shop.Tenants;

// What a test environment may be made of: the input of each factory is its schema.

internal sealed record ShopInput([property: StringLength(60, MinimumLength = 1)] string Name);

internal sealed record UserInput(Guid ShopId, [property: EmailAddress] string Email, string Name, [property: StringLength(100, MinimumLength = 8)] string Password, StaffRole Role = StaffRole.Manager);

internal enum StaffRole { Manager, Packer }

internal sealed record CategoryInput(Guid ShopId, string Name, long? ParentId = null);

internal sealed record ProductInput(Guid ShopId, string Name, [property: Range(0.01, 99999)] decimal Price, string Category, int Stock = 10, decimal? SalePrice = null, string Description = "", ProductStatus Status = ProductStatus.Active);

internal sealed record CustomerInput(Guid ShopId, string Name, [property: EmailAddress] string Email, string City, string Country, string Phone = "+44 117 496 0000", string Tier = "Bronze", bool Newsletter = false, DeliveryAddress? Address = null);

internal sealed record DeliveryAddress(string Street, string Postcode);

internal sealed record AddressInput(long CustomerId, string Street, string Postcode, string City, string Country);

internal sealed record OrderInput(Guid ShopId, long CustomerId, OrderStatus Status = OrderStatus.New, string Delivery = "Standard", int DaysAgo = 0);

internal sealed record OrderLineInput(long OrderId, long ProductId, [property: Range(1, 999)] int Quantity = 1);
