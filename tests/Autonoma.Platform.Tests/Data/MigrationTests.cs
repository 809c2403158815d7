using Autonoma.Platform.Data;
using Autonoma.TestKit;
using Npgsql;

namespace Autonoma.Platform.Tests.Data;

public sealed class MigrationTests(PostgresFixture postgres)
{
    // What PostgreSQL itself knows of tables, columns, keys and indexes; the history of migrations is the migrator's.
    private const string Catalogue = """
        SELECT 'column ' || c.table_name || '.' || c.column_name || ' ' || c.data_type || COALESCE('(' || c.character_maximum_length || ')', '') || ' ' || c.udt_name || CASE WHEN c.is_nullable = 'YES' THEN ' null' ELSE '' END || COALESCE(' default ' || c.column_default, '') || COALESCE(' identity ' || c.identity_generation, '') || COALESCE(' generated ' || c.generation_expression, '')
        FROM information_schema.columns c WHERE c.table_schema = 'public' AND c.table_name <> 'schema_migrations' AND c.table_name NOT LIKE 'qrtz%'
        UNION ALL SELECT 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND conrelid::regclass::text <> 'schema_migrations' AND conrelid::regclass::text NOT LIKE 'qrtz%'
        UNION ALL SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> 'schema_migrations' AND tablename NOT LIKE 'qrtz%'
        """;

    [Fact]
    public async Task Migrations_AndModel_Agree()
    {
        await using var migrated = await PlatformDatabase.CopyAsync(postgres, TestContext.Current.CancellationToken);
        await using var modelled = await PlatformDatabase.EmptyAsync(postgres, TestContext.Current.CancellationToken);
        await PlatformDatabase.ExecuteAsync(modelled, PlatformSchema.Script(), TestContext.Current.CancellationToken);

        var (has, should) = (await ReadAsync(migrated), await ReadAsync(modelled));

        should.Count.ShouldBeGreaterThan(50);
        should.Except(has).ShouldBeEmpty("the model asks for this and no migration makes it: write one (autonoma-server schema prints what the model asks for)");
        has.Except(should).ShouldBeEmpty("a migration makes this and the model does not know it");
    }

    [Fact]
    public async Task Migrations_OneAfterAnother_EachOnADatabaseWithRowsInEveryTable_KeepThem()
    {
        var token = TestContext.Current.CancellationToken;
        await using var database = await PlatformDatabase.EmptyAsync(postgres, token);
        await Migrator.MigrateAsync(database, [.. Migrator.All.Take(1)], token);
        for (var next = 1; next < Migrator.All.Count; next++)
        {
            var before = await TableFiller.FillAsync(database, token);
            before.Where(table => table.Value == 0).ShouldBeEmpty($"before {Migrator.All[next].Name}");

            await Migrator.MigrateAsync(database, [.. Migrator.All.Take(next + 1)], token);

            var after = await TableFiller.CountAsync(database, token);
            before.Where(table => after.GetValueOrDefault(table.Key) != table.Value).ShouldBeEmpty($"rows that {Migrator.All[next].Name} lost");
        }
    }

    [Fact]
    public async Task Migrate_ASecondTime_ChangesNothing()
    {
        await using var database = await PlatformDatabase.CopyAsync(postgres, TestContext.Current.CancellationToken);

        (await Migrator.MigrateAsync(database, TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Migrate_FourServersAtOnce_RunEachFileOnce()
    {
        await using var database = await PlatformDatabase.EmptyAsync(postgres, TestContext.Current.CancellationToken);

        var done = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Migrator.MigrateAsync(database, TestContext.Current.CancellationToken)));

        done.Sum(names => names.Count).ShouldBe(Migrator.All.Count);
    }

    [Fact]
    public async Task Migrate_FailingFile_LeavesNothingOfItBehind_AndIsNamed()
    {
        await using var database = await PlatformDatabase.EmptyAsync(postgres, TestContext.Current.CancellationToken);
        Migration[] migrations = [new("1-good", "CREATE TABLE good (id int)"), new("2-bad", "CREATE TABLE half (id int); SELECT nothing FROM nowhere;")];

        var e = await Should.ThrowAsync<InvalidOperationException>(() => Migrator.MigrateAsync(database, migrations, TestContext.Current.CancellationToken));

        e.Message.ShouldContain("2-bad");
        (await ReadAsync(database)).ShouldBe(["column good.id integer int4 null"]);
    }

    [Fact]
    public async Task Migrate_FileChangedAfterItWasRun_IsRefused()
    {
        await using var database = await PlatformDatabase.EmptyAsync(postgres, TestContext.Current.CancellationToken);
        await Migrator.MigrateAsync(database, [new("1-a", "CREATE TABLE a (id int)")], TestContext.Current.CancellationToken);

        var e = await Should.ThrowAsync<InvalidOperationException>(() => Migrator.MigrateAsync(database, [new("1-a", "CREATE TABLE a (id bigint)")], TestContext.Current.CancellationToken));

        e.Message.ShouldContain("'1-a' has been changed");
    }

    [Fact]
    public async Task Migrate_DatabaseOfANewerBuild_IsRefused()
    {
        await using var database = await PlatformDatabase.EmptyAsync(postgres, TestContext.Current.CancellationToken);
        await Migrator.MigrateAsync(database, [new("1-a", "CREATE TABLE a (id int)"), new("2-b", "CREATE TABLE b (id int)")], TestContext.Current.CancellationToken);

        var e = await Should.ThrowAsync<InvalidOperationException>(() => Migrator.MigrateAsync(database, [new("1-a", "CREATE TABLE a (id int)")], TestContext.Current.CancellationToken));

        e.Message.ShouldContain("newer build");
    }

    private static async Task<SortedSet<string>> ReadAsync(NpgsqlDataSource database)
    {
        var result = new SortedSet<string>(StringComparer.Ordinal);
        await using var command = database.CreateCommand(Catalogue);
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            result.Add(reader.GetString(0));
        return result;
    }
}
