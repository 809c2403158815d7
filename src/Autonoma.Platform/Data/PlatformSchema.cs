using Autonoma.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Autonoma.Platform.Data;

/// <summary>What the model asks of the database: to write a migration by, and to compare migrations with.</summary>
public static class PlatformSchema
{
    /// <summary>SQL that makes all of it in an empty database.</summary>
    public static string Script()
    {
        using var db = new PlatformDbContext(new DbContextOptionsBuilder<PlatformDbContext>().UseNpgsql("Host=none").Options, new Tenant());
        return db.Database.GenerateCreateScript().Replace("\r\n", "\n", StringComparison.Ordinal);
    }
}
