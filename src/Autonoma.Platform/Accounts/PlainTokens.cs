using Autonoma.Platform.Sealing;
using Microsoft.AspNetCore.Identity;
using Npgsql;

namespace Autonoma.Platform.Accounts;

/// <summary>Seals and hashes what builds before the table of authenticators kept in the clear, when a server starts: only it has the keys, a migration has not.</summary>
/// <param name="database">The database.</param>
/// <param name="sealer">Seals.</param>
/// <param name="hasher">Hashes.</param>
public sealed class PlainTokens(NpgsqlDataSource database, Sealer sealer, IPasswordHasher<User> hasher)
{
    // As Identity's own store names them.
    private const string Store = "[AspNetUserStore]", Seed = "AuthenticatorKey", Codes = "RecoveryCodes";

    /// <summary>Does it, for all accounts or for none.</summary>
    /// <returns>How many values stand in the clear no longer.</returns>
    public async Task<int> SealAsync(CancellationToken cancellationToken)
    {
        var connection = await database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = connection.ConfigureAwait(false);
        var transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using var __ = transaction.ConfigureAwait(false);
        var plain = await TakeAsync(connection, cancellationToken).ConfigureAwait(false);
        foreach (var (user, name, value) in plain)
        {
            if (name == Seed)
                await KeepAsync(connection, "INSERT INTO authenticators (user_id, sealed) VALUES ($1, $2) ON CONFLICT DO NOTHING", user, sealer.Seal(value, SealedColumn.Authenticators.Of(user)), cancellationToken).ConfigureAwait(false);
            foreach (var code in name == Codes ? value.Split(';', StringSplitOptions.RemoveEmptyEntries) : [])
                await KeepAsync(connection, "INSERT INTO recovery_codes (user_id, hash) VALUES ($1, $2)", user, hasher.HashPassword(new User(), code), cancellationToken).ConfigureAwait(false);
        }

        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        return plain.Count;
    }

    // Servers that start together each take what the others have not.
    private static async Task<List<(Guid User, string Name, string Value)>> TakeAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var taken = new List<(Guid, string, string)>();
        var command = new NpgsqlCommand("DELETE FROM user_tokens WHERE login_provider = $1 AND name IN ($2, $3) RETURNING user_id, name, coalesce(value, '')", connection) { Parameters = { new() { Value = Store }, new() { Value = Seed }, new() { Value = Codes } } };
        await using var _ = command.ConfigureAwait(false);
        var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using var __ = reader.ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            taken.Add((reader.GetGuid(0), reader.GetString(1), reader.GetString(2)));
        return taken;
    }

    private static async Task KeepAsync(NpgsqlConnection connection, string sql, Guid user, object value, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = user }, new() { Value = value } } };
        await using var _ = command.ConfigureAwait(false);
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }
}
