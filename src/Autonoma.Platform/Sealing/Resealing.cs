using System.Security.Cryptography;
using Npgsql;

namespace Autonoma.Platform.Sealing;

/// <summary>What became of sealing everything anew.</summary>
/// <param name="Resealed">How many values are sealed with the new key now.</param>
/// <param name="Unreadable">Places of values that no key of the ring opens: they were lost before.</param>
public sealed record ResealingResult(int Resealed, IReadOnlyList<string> Unreadable);

/// <summary>Seals anew what an older key sealed: every <see cref="SealedColumn"/>, of all organizations. Servers may work meanwhile: rows that they changed under it are looked at again. Interrupted, it is begun again.</summary>
/// <param name="database">The database.</param>
/// <param name="sealer">With the new key before the old ones.</param>
public sealed class Resealing(NpgsqlDataSource database, Sealer sealer)
{
    /// <summary>Does it.</summary>
    public async Task<ResealingResult> RunAsync(CancellationToken cancellationToken)
    {
        var (count, unreadable) = (0, new List<string>());
        foreach (var column in SealedColumn.All)
        {
            bool isWhole;
            do
            {
                var lost = new List<string>();
                (var resealed, isWhole) = await ColumnAsync(column, lost, cancellationToken).ConfigureAwait(false);
                count += resealed;
                if (isWhole)
                    unreadable.AddRange(lost);
            }
            while (!isWhole);
        }

        return new(count, unreadable);
    }

    private async Task<(int Resealed, bool IsWhole)> ColumnAsync(SealedColumn column, List<string> unreadable, CancellationToken cancellationToken)
    {
        var (count, isWhole) = (0, true);
        var bytes = column.IsText ? $"decode({column.Column}, 'base64')" : column.Column;
        // The rows as they are now; what is written meanwhile is sealed with the new key already, or is told apart below.
        var find = database.CreateCommand($"SELECT ctid::text, {column.PlaceSql}, {bytes} FROM {column.Table} WHERE {column.Column} IS NOT NULL AND substring({bytes} FROM 2 FOR 8) <> @current");
        await using var _ = find.ConfigureAwait(false);
        find.CommandTimeout = 0;
        find.Parameters.AddWithValue("current", sealer.CurrentKey);
        var reader = await find.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using var __ = reader.ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            var (row, place, old) = (reader.GetString(0), new SealedPlace(reader.GetString(1)), reader.GetFieldValue<byte[]>(2));
            try
            {
                if (await ReplaceAsync(column, row, old, sealer.Seal(sealer.OpenBytes(old, place), place), cancellationToken).ConfigureAwait(false))
                    count++;
                else
                    isWhole = false;
            }
            catch (CryptographicException e)
            {
                // One that nobody can open any more must not keep the others under a key that is to go.
                unreadable.Add($"{place}: {e.Message}");
            }
        }

        return (count, isWhole);
    }

    // Only what is still as it was read. A change of anything else in the row moves it elsewhere, with what the old key sealed.
    private async Task<bool> ReplaceAsync(SealedColumn column, string row, byte[] old, byte[] fresh, CancellationToken cancellationToken)
    {
        var (from, to) = column.IsText ? ($"decode({column.Column}, 'base64')", "replace(encode(@new, 'base64'), E'\\n', '')") : (column.Column, "@new");
        var change = database.CreateCommand($"UPDATE {column.Table} SET {column.Column} = {to} WHERE ctid = @row::tid AND {from} = @old");
        await using var _ = change.ConfigureAwait(false);
        change.Parameters.AddWithValue("row", row);
        change.Parameters.AddWithValue("old", old);
        change.Parameters.AddWithValue("new", fresh);
        return await change.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false) > 0;
    }
}
