using Autonoma.EnvironmentFactory;
using Autonoma.EnvironmentFactory.AspNetCore.SigningIn;
using Autonoma.EnvironmentFactory.Protocol;
using Shop.Accounts;
using Shop.Catalogue;
using Shop.Customers;
using Shop.Ordering;
using Shop.Sessions;

namespace Shop.Tenants;

/// <summary>What a test may have made for itself, and how it signs in: each environment is a shop of its own.</summary>
internal static class TestEnvironments
{
    public const string Path = "/api/autonoma";

    public static void Define(EnvironmentFactoryBuilder factory)
    {
        factory.ScopeField = "shopId";
        // The sample always runs as in production. Here the endpoint is there when a database is, and answers nobody without the secret.
        factory.Configure(options => options.AllowProduction = true);
        factory.KeepInstancesIn<ShopDb>();

        factory.DefineFactory<ShopInput>(
            create: async (ShopInput input, ShopKeeping keeping) =>
            {
                var shop = await keeping.OpenAsync(input.Name);
                return new { Id = shop.ShopId, shop.Slug };
            },
            teardown: (Guid id, ShopKeeping keeping) => keeping.CloseAsync(id))
            .HasMany("users", "User", "shopId").HasMany("categories", "Category", "shopId").HasMany("products", "Product", "shopId").HasMany("customers", "Customer", "shopId")
            .HasMany("orders", "Order", "shopId").HasMany("coupons", "Coupon", "shopId").HasMany("activity", "ActivityEntry", "shopId");

        factory.DefineFactory<UserInput>(
            create: async (UserInput input, ShopKeeping keeping) =>
            {
                var member = await keeping.RegisterAsync(input.ShopId, input.Email, input.Name, input.Role.ToString(), input.Password);
                return new { member.Id, member.ShopId, member.Email, member.Name, member.Role };
            },
            teardown: (Guid id, ShopKeeping keeping) => keeping.DismissAsync(id));

        factory.DefineFactory<CategoryInput>(
            create: (CategoryInput input, ShopKeeping keeping) => keeping.AddCategoryAsync(input.ShopId, input.Name, input.ParentId),
            teardown: (long id, ShopKeeping keeping) => keeping.RemoveAsync<CategoryNode>(id))
            .HasMany("children", "Category", "parentId");

        factory.DefineFactory<ProductInput>(
            create: async (ProductInput input, ShopKeeping keeping) =>
            {
                var (key, product) = await keeping.AddProductAsync(input.ShopId, number => new Product
                {
                    Id = number, Name = input.Name, Category = input.Category, Price = input.Price, SalePrice = input.SalePrice, Stock = input.Stock,
                    Description = input.Description, Status = input.Status,
                });
                return new { Id = key, Number = product.Id, product.Slug };
            },
            teardown: (long id, ShopKeeping keeping) => keeping.RemoveAsync<Product>(id));

        factory.DefineFactory<CustomerInput>(
            create: async (CustomerInput input, ShopKeeping keeping) =>
            {
                var (key, customer) = await keeping.AddCustomerAsync(input.ShopId, number => new Customer
                {
                    Id = number, Name = input.Name, Email = input.Email, Phone = input.Phone, City = input.City, Country = input.Country, Tier = input.Tier, Newsletter = input.Newsletter,
                }, input.Address is null ? null : id => new Address { CustomerId = id, Street = input.Address.Street, Postcode = input.Address.Postcode, City = input.City, Country = input.Country });
                return new { Id = key, Number = customer.Id };
            },
            teardown: (long id, ShopKeeping keeping) => keeping.RemoveAsync<Customer>(id))
            .HasMany("addresses", "Address", "customerId");

        // An address comes with its customer, or alone as a further one.
        factory.DefineFactory<AddressInput>(
            create: (AddressInput input, ShopKeeping keeping) => keeping.AddAddressAsync(
                new() { CustomerId = input.CustomerId, Street = input.Street, Postcode = input.Postcode, City = input.City, Country = input.Country }),
            teardown: (long id, ShopKeeping keeping) => keeping.RemoveAsync<Address>(id, nameof(Address.Id)));

        factory.DefineFactory<OrderInput>(
            create: async (OrderInput input, ShopKeeping keeping) =>
            {
                var (key, order) = await keeping.PlaceOrderAsync(input.ShopId, input.CustomerId, input.Status, input.Delivery, input.DaysAgo);
                return new { Id = key, order.Number };
            },
            teardown: (long id, ShopKeeping keeping) => keeping.RemoveAsync<Order>(id))
            .HasMany("lines", "OrderLine", "orderId");

        factory.DefineFactory<OrderLineInput>(
            create: (OrderLineInput input, ShopKeeping keeping) => keeping.AddLineAsync(input.OrderId, input.ProductId, input.Quantity),
            teardown: (long id, ShopKeeping keeping) => keeping.RemoveAsync<OrderLine>(id));

        // No code of the shop makes these on its own: they are written as they are.
        factory.AddEntityFactory<Coupon, ShopDb>();
        factory.AddEntityFactory<ActivityEntry, ShopDb>();

        factory.UseAuth(async (AuthContext auth, ShopKeeping keeping) =>
        {
            // Without a shop there is nothing to sign in to.
            if (auth.Refs["Shop"] is not [var shop, ..] || await keeping.KeyAsync(shop.As<Guid>()) is not { } key) return null;
            CredentialCookie session = new(SessionMiddleware.CookieName, key) { HttpOnly = true, SameSite = "lax", Path = "/" };
            if (auth.User is not { } user) return new Credentials { Cookies = [session] };
            var account = new Account(user.Get<string>("email")!, "", user.Get<string>("name")!, user.Get<string>("role")!);
            var signedIn = await auth.SignInAsync(Staff.Principal(account, key));
            return signedIn with { Cookies = [session, .. signedIn.Cookies!], Values = new Dictionary<string, string> { ["email"] = account.Email } };
        });
    }
}
