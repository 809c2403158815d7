using Microsoft.EntityFrameworkCore;

namespace Marina;

public class MarinaDb(DbContextOptions<MarinaDb> options) : DbContext(options)
{
    public DbSet<Berth> Berths => Set<Berth>();

    public DbSet<Boat> Boats => Set<Boat>();

    public DbSet<LogEntry> Log => Set<LogEntry>();

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.Entity<Berth>().HasIndex(berth => berth.Slug).IsUnique();
        model.Entity<Boat>().HasOne(boat => boat.Berth).WithMany(berth => berth.Boats).HasForeignKey(boat => boat.BerthId);
    }
}

public class Berth
{
    public int Id { get; set; }
    public string Name { get; set; } = "";
    public string Slug { get; set; } = "";
    public decimal Length { get; set; }
    public decimal Fee { get; set; }
    public string GateCode { get; set; } = "";
    public List<Boat> Boats { get; set; } = [];
}

public class Boat
{
    public int Id { get; set; }
    public int BerthId { get; set; }
    public Berth Berth { get; set; } = null!;
    public string Name { get; set; } = "";
    public string Registration { get; set; } = "";
    public decimal Length { get; set; }
}

public class LogEntry
{
    public int Id { get; set; }
    public string Text { get; set; } = "";
}
