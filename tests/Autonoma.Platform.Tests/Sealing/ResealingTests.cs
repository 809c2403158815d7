using Autonoma.Platform.Sealing;
using Autonoma.Platform.Tests.Data;
using Autonoma.TestKit;
using Npgsql;

namespace Autonoma.Platform.Tests.Sealing;

public sealed class ResealingTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Reseal_AfterRotation_EveryColumnOpensWithTheNewKeyAlone()
    {
        var token = TestContext.Current.CancellationToken;
        await using var database = await PlatformDatabase.CopyAsync(postgres, token);
        await TableFiller.FillAsync(database, token);
        var old = new Sealer(KeyRing.From("old"));
        foreach (var column in SealedColumn.All)
            (await SealAsync(database, column, old)).ShouldBeGreaterThan(0, column.Table);

        var result = await new Resealing(database, new(KeyRing.From("new,old"))).RunAsync(token);

        result.Unreadable.ShouldBeEmpty();
        var renewed = new Sealer(KeyRing.From("new"));
        var opened = 0;
        foreach (var column in SealedColumn.All)
        {
            foreach (var (_, place, value) in await ReadAsync(database, column))
            {
                renewed.Open(value, place).ShouldBe($"value of {place}");
                opened++;
            }
        }

        result.Resealed.ShouldBe(opened);
        (await new Resealing(database, new(KeyRing.From("new,old"))).RunAsync(token)).Resealed.ShouldBe(0);
    }

    [Fact]
    public async Task Reseal_ARowThatAServerChangesMeanwhile_IsLookedAtAgain()
    {
        var token = TestContext.Current.CancellationToken;
        await using var database = await PlatformDatabase.CopyAsync(postgres, token);
        await TableFiller.FillAsync(database, token);
        foreach (var column in SealedColumn.All)
            await SealAsync(database, column, new(KeyRing.From("old")));
        // As if the row had been moved by another's change between the look and the write, once.
        await PlatformDatabase.ExecuteAsync(
            database,
            "CREATE SEQUENCE once; CREATE FUNCTION elsewhere() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF nextval('once') = 1 THEN RETURN NULL; END IF; RETURN NEW; END $$; CREATE TRIGGER elsewhere BEFORE UPDATE ON webhooks FOR EACH ROW EXECUTE FUNCTION elsewhere()",
            token);

        var result = await new Resealing(database, new(KeyRing.From("new,old"))).RunAsync(token);

        result.Unreadable.ShouldBeEmpty();
        var renewed = new Sealer(KeyRing.From("new"));
        foreach (var (_, place, value) in await ReadAsync(database, SealedColumn.WebhookSecrets))
            renewed.Open(value, place).ShouldBe($"value of {place}");
    }

    [Fact]
    public async Task Reseal_OneThatNoKeyOpens_IsNamed_AndTheOthersFollowAllTheSame()
    {
        var token = TestContext.Current.CancellationToken;
        await using var database = await PlatformDatabase.CopyAsync(postgres, token);
        await TableFiller.FillAsync(database, token);
        foreach (var column in SealedColumn.All)
            await SealAsync(database, column, new(KeyRing.From("old")));
        await PlatformDatabase.ExecuteAsync(database, "UPDATE webhooks SET sealed_secret = overlay(sealed_secret PLACING '\\x00'::bytea FROM 40)", token);

        var result = await new Resealing(database, new(KeyRing.From("new,old"))).RunAsync(token);

        result.Unreadable.ShouldNotBeEmpty();
        result.Unreadable.ShouldAllBe(place => place.StartsWith("webhooks.sealed_secret/", StringComparison.Ordinal));
        result.Resealed.ShouldBeGreaterThan(0);
    }

    // Nothing is sealed but for a place of a known column; this finds a column whose name says that it is sealed and that is none of them.
    [Fact]
    public async Task Columns_ThatAreCalledSealed_AreAllKnown()
    {
        var token = TestContext.Current.CancellationToken;
        await using var database = await PlatformDatabase.CopyAsync(postgres, token);
        var called = new List<string>();
        await using var command = database.CreateCommand("SELECT table_name || '.' || column_name FROM information_schema.columns WHERE table_schema = 'public' AND column_name LIKE '%sealed%'");
        await using var reader = await command.ExecuteReaderAsync(token);
        while (await reader.ReadAsync(token))
            called.Add(reader.GetString(0));

        called.Except(SealedColumn.All.Select(column => $"{column.Table}.{column.Column}")).ShouldBeEmpty("name it in SealedColumn: it is not sealed anew when keys change");
        called.Count.ShouldBe(5);
    }

    private static async Task<int> SealAsync(NpgsqlDataSource database, SealedColumn column, Sealer sealer)
    {
        await PlatformDatabase.ExecuteAsync(database, $"UPDATE {column.Table} SET {column.Column} = {(column.IsText ? "''" : "''::bytea")}", TestContext.Current.CancellationToken);
        var rows = await ReadAsync(database, column);
        foreach (var (row, place, _) in rows)
        {
            await using var command = database.CreateCommand($"UPDATE {column.Table} SET {column.Column} = $1 WHERE ctid = $2::tid");
            var value = sealer.Seal($"value of {place}", place);
            command.Parameters.Add(new() { Value = column.IsText ? Convert.ToBase64String(value) : value });
            command.Parameters.Add(new() { Value = row });
            (await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken)).ShouldBe(1);
        }

        return rows.Count;
    }

    private static async Task<List<(string Row, SealedPlace Place, byte[] Value)>> ReadAsync(NpgsqlDataSource database, SealedColumn column)
    {
        var rows = new List<(string, SealedPlace, byte[])>();
        await using var command = database.CreateCommand($"SELECT ctid::text, {column.PlaceSql}, {(column.IsText ? $"decode({column.Column}, 'base64')" : column.Column)} FROM {column.Table} WHERE {column.Column} IS NOT NULL");
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            rows.Add((reader.GetString(0), new(reader.GetString(1)), reader.GetFieldValue<byte[]>(2)));
        return rows;
    }
}
