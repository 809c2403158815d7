using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;

namespace Autonoma.EnvironmentFactory.EntityFrameworkCore.Tests;

public sealed class Organization
{
    public Guid Id { get; private set; }

    public string Name { get; set; } = null!;

    public List<Member> Members { get; } = [];

    public List<Product> Products { get; } = [];
}

public sealed class Person
{
    public int Id { get; set; }

    public required string Email { get; set; }

    public string? Nickname { get; set; }

    [JsonIgnore]
    public string PasswordHash { get; set; } = "";
}

public sealed class Member
{
    public long Id { get; set; }

    public Grade Grade { get; set; } = Grade.Junior;

    public Organization? Organization { get; set; }

    public Guid OrganizationId { get; set; }

    public Person? User { get; set; }

    public int UserId { get; set; }
}

public enum Grade
{
    Junior,
    Senior,
}

public sealed class Product
{
    [Key]
    public string Sku { get; set; } = null!;

    [Range(0.01, 1000)]
    public decimal Price { get; set; }

    public DateOnly? AvailableFrom { get; set; }

    public Size? Size { get; set; }

    public bool IsDeleted { get; set; }

    public Guid OrganizationId { get; set; }

    public uint Version { get; set; }
}

public sealed class Size
{
    public int Width { get; set; }

    public int Height { get; set; }
}

public sealed class Stock
{
    public string Sku { get; set; } = null!;

    public string Place { get; set; } = null!;

    public int Count { get; set; }
}

public class Animal
{
    public int Id { get; set; }

    public string Name { get; set; } = null!;
}

public sealed class Dog : Animal
{
    public bool Barks { get; set; }
}

public sealed class Node
{
    private Node()
    {
    }

    public int Id { get; private set; }

    public string Label { get; private set; } = null!;

    public Node? Parent { get; private set; }

    public List<Node> Children { get; } = [];
}

public sealed class ShopDb(DbContextOptions<ShopDb> options) : DbContext(options)
{
    public DbSet<Product> Products => Set<Product>();

    public DbSet<Person> People => Set<Person>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Organization>().Property(organization => organization.Name).HasMaxLength(20);
        modelBuilder.Entity<Organization>().HasMany(organization => organization.Products).WithOne().HasForeignKey(product => product.OrganizationId);
        modelBuilder.Entity<Person>().HasIndex(person => person.Email).IsUnique();
        modelBuilder.Entity<Member>().Property(member => member.Grade).HasConversion<string>();
        modelBuilder.Entity<Product>().OwnsOne(product => product.Size);
        modelBuilder.Entity<Product>().Property(product => product.Version).IsRowVersion();
        // A soft delete: what is hidden must be removed all the same.
        modelBuilder.Entity<Product>().HasQueryFilter(product => !product.IsDeleted);
        modelBuilder.Entity<Stock>().HasKey(stock => new { stock.Sku, stock.Place });
        modelBuilder.Entity<Animal>().UseTptMappingStrategy();
        modelBuilder.Entity<Dog>();
        // The key of the parent is a shadow property.
        modelBuilder.Entity<Node>().HasOne(node => node.Parent).WithMany(node => node.Children).HasForeignKey("ParentId");
    }
}
