using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Autonoma.EnvironmentFactory.EntityFrameworkCore.Tests;

/// <summary>Counts the commands that go to the database.</summary>
public sealed class CommandCounter : DbCommandInterceptor
{
    public int Count { get; set; }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Count++;
        return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }
}
