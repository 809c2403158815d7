using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Autonoma.EnvironmentFactory.EntityFrameworkCore;

/// <summary>Counts rows, for <see cref="Checking.ScenarioCheckOptions.Count"/>.</summary>
public static class EntityCounts
{
    /// <summary>How many rows each table of a context has, whatever query filters hide.</summary>
    public static async Task<IReadOnlyDictionary<string, long>> Of<TContext>(IServiceProvider services, CancellationToken cancellationToken)
        where TContext : DbContext
    {
        var context = services.GetRequiredService<TContext>();
        var sql = context.GetService<ISqlGenerationHelper>();
        var tables = context.Model.GetEntityTypes().Select(entity => (Table: entity.GetTableName(), Schema: entity.GetSchema())).Where(table => table.Table is not null).Distinct();
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        await context.Database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            foreach (var (table, schema) in tables)
            {
                var command = context.Database.GetDbConnection().CreateCommand();
                await using var disposal = command.ConfigureAwait(false);
                command.CommandType = CommandType.Text;
#pragma warning disable CA2100 // the names come from the model of the app and are quoted by its own provider
                command.CommandText = $"SELECT COUNT(*) FROM {sql.DelimitIdentifier(table!, schema)}";
#pragma warning restore CA2100
                counts[schema is null ? table! : $"{schema}.{table}"] = Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false), System.Globalization.CultureInfo.InvariantCulture);
            }
        }
        finally
        {
            await context.Database.CloseConnectionAsync().ConfigureAwait(false);
        }

        return counts;
    }
}
