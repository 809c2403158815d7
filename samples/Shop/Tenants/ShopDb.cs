using Autonoma.EnvironmentFactory.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shop.Accounts;
using Shop.Catalogue;
using Shop.Customers;
using Shop.Ordering;
using Shop.Sessions;

namespace Shop.Tenants;

/// <summary>
/// Stored shops. Every row belongs to one shop and goes with it. Numbers that people see (products, orders, customers) are those of their
/// shop, so the rows have keys of their own beside them.
/// </summary>
internal sealed class ShopDb(DbContextOptions<ShopDb> options) : DbContext(options)
{
    /// <summary>The column that is the key where the class has none.</summary>
    public const string Key = "Key";

    public DbSet<ShopState> Shops => Set<ShopState>();

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.Entity<ShopState>(shop =>
        {
            shop.ToTable("Shops").HasKey(s => s.ShopId);
            shop.Property(s => s.ShopId).HasColumnName("Id");
            shop.HasIndex(s => s.Slug).IsUnique();
            shop.HasIndex(s => s.Key).IsUnique();
            shop.OwnsOne(s => s.Settings, settings => settings.ToTable("Settings"));
            shop.Ignore(s => s.Cart).Ignore(s => s.Toast).Ignore(s => s.Deleted).Ignore(s => s.UsedTokens).Ignore(s => s.Wishlist).Ignore(s => s.Language);
            shop.HasMany(s => s.Staff).WithOne().HasForeignKey(s => s.ShopId);
            shop.HasMany(s => s.Coupons).WithOne().HasForeignKey(c => c.ShopId);
            shop.HasMany(s => s.Products).WithOne().HasForeignKey("ShopId").IsRequired();
            shop.HasMany(s => s.Customers).WithOne().HasForeignKey("ShopId").IsRequired();
            shop.HasMany(s => s.Orders).WithOne().HasForeignKey("ShopId").IsRequired();
            // Departments belong to the shop, categories to their department.
            shop.HasMany(s => s.Categories).WithOne().HasForeignKey("ShopId").OnDelete(DeleteBehavior.Cascade);
            shop.HasMany<ActivityEntry>().WithOne().HasForeignKey(e => e.ShopId);
        });
        model.Entity<StaffMember>(staff => staff.ToTable("Users").HasIndex(s => new { s.ShopId, s.Email }).IsUnique());
        model.Entity<Coupon>(coupon => coupon.ToTable("Coupons").HasIndex(c => new { c.ShopId, c.Code }).IsUnique());
        model.Entity<ActivityEntry>().ToTable("ActivityEntries");
        model.Entity<Product>(product =>
        {
            Keyed(product.ToTable("Products"));
            product.HasIndex("ShopId", nameof(Product.Id)).IsUnique();
            product.Property(p => p.Id).HasColumnName("Number").ValueGeneratedNever();
            product.Property(p => p.Status).HasConversion<string>();
            product.Property(p => p.Colours).HasConversion(
                colours => string.Join('\n', colours), text => text.Length == 0 ? Array.Empty<string>() : text.Split('\n', StringSplitOptions.None),
                new ValueComparer<IReadOnlyList<string>>((a, b) => a!.SequenceEqual(b!), colours => colours.Count, colours => colours));
            product.OwnsOne(p => p.Image);
        });
        model.Entity<CategoryNode>(category =>
        {
            Keyed(category.ToTable("Categories"));
            category.Property(c => c.Name);
            category.HasMany(c => c.Children).WithOne().HasForeignKey("ParentId").OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<Customer>(customer =>
        {
            Keyed(customer.ToTable("Customers"));
            customer.HasIndex("ShopId", nameof(Customer.Id)).IsUnique();
            customer.Property(c => c.Id).HasColumnName("Number").ValueGeneratedNever();
            customer.HasMany<Address>().WithOne().HasForeignKey(a => a.CustomerId);
        });
        model.Entity<Address>().ToTable("Addresses");
        model.Entity<Order>(order =>
        {
            Keyed(order.ToTable("Orders"));
            order.HasIndex("ShopId", nameof(Order.Number)).IsUnique();
            order.Property(o => o.Status).HasConversion<string>();
            // Who ordered without an account is only a name.
            order.HasOne<Customer>().WithMany().HasForeignKey("CustomerId").OnDelete(DeleteBehavior.SetNull);
            order.HasMany(o => o.Lines).WithOne().HasForeignKey("OrderId").IsRequired();
            order.HasMany(o => o.Notes).WithOne().HasForeignKey("OrderId").IsRequired();
        });
        model.Entity<OrderLine>(line =>
        {
            Keyed(line.ToTable("OrderLines"));
            line.Property(l => l.UnitPrice);
        });
        model.Entity<OrderNote>(note => Keyed(note.ToTable("OrderNotes")));
        model.HasEnvironmentInstances();
    }

    private static void Keyed<T>(EntityTypeBuilder<T> entity)
        where T : class
    {
        entity.Property<long>(Key).HasColumnName("Id");
        entity.HasKey(Key);
    }
}
