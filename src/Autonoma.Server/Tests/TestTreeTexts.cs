using System.Buffers;
using System.Text.Json;
using Autonoma.Platform.Branches;
using Autonoma.Platform.Data;
using Autonoma.Platform.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Npgsql;

namespace Autonoma.Server.Tests;

/// <summary>What a version of a suite says of its tests, as JSON.</summary>
/// <param name="Tests">Which tests, by path.</param>
/// <param name="Ends">Where in <paramref name="Json"/> each ends.</param>
/// <param name="Json">The tests, one behind another, each without its end: how it last ran comes there.</param>
/// <param name="Rest">The folders and tags.</param>
internal sealed record TestTreeText(Guid[] Tests, int[] Ends, byte[] Json, byte[] Rest);

/// <summary>
/// Texts of the versions that were asked for last. A version never changes, so what was written of it once is what would be written of it again; only how its tests last ran is asked each time.
/// </summary>
internal sealed class TestTreeTexts : IDisposable
{
    private const long MostBytes = 64 * 1024 * 1024;
    private static readonly TimeSpan Unused = TimeSpan.FromMinutes(10);

    private readonly MemoryCache _texts = new(new MemoryCacheOptions { SizeLimit = MostBytes });

    /// <summary>The text of what holds on a branch.</summary>
    /// <param name="db">Within the organization that the branch was found in.</param>
    /// <param name="branch">As it was read just now: whoever changes it meanwhile makes another version.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<TestTreeText> OfAsync(PlatformDbContext db, Branch branch, CancellationToken cancellationToken)
    {
        var version = (branch.Id, branch.Head);
        if (_texts.TryGetValue(version, out TestTreeText? known))
            return known!;
        var text = await ReadAsync(db, branch.Id, cancellationToken);
        using var entry = _texts.CreateEntry(version);
        (entry.Value, entry.Size, entry.SlidingExpiration) = (text, text.Json.Length + text.Rest.Length + (text.Tests.Length * 20L), Unused);
        return text;
    }

    public void Dispose() => _texts.Dispose();

    private static async Task<TestTreeText> ReadAsync(PlatformDbContext db, Guid branch, CancellationToken cancellationToken)
    {
        await using var command = ((NpgsqlConnection)db.Database.GetDbConnection()).CreateCommand();
        command.CommandText = """
            SELECT entry.test_id, entry.path, plan.title, plan.tags, plan.has_errors
            FROM suite_entries AS entry
            JOIN plans AS plan ON plan.id = entry.plan_id
            WHERE entry.branch_id = @branch AND entry.valid_to IS NULL AND entry.organization_id = @organization
            ORDER BY entry.path
            """;
        command.Parameters.AddWithValue("branch", branch);
        command.Parameters.AddWithValue("organization", db.OrganizationId);
        var (tests, ends, buffer) = (new List<Guid>(), new List<int>(), new ArrayBufferWriter<byte>());
        var (folders, tags) = (new SortedDictionary<string, (int Tests, int Errors)>(StringComparer.Ordinal), new SortedDictionary<string, int>(StringComparer.Ordinal));
        await using var json = new Utf8JsonWriter(buffer);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        while (await row.ReadAsync(cancellationToken))
        {
            json.Reset();
            var (path, names, hasErrors) = (row.GetString(1), row.GetFieldValue<string[]>(3), row.GetBoolean(4));
            json.WriteStartObject();
            json.WriteString("id"u8, row.GetGuid(0));
            json.WriteString("path"u8, path);
            json.WriteString("title"u8, row.GetString(2));
            json.WriteStartArray("tags"u8);
            foreach (var name in names)
            {
                json.WriteStringValue(name);
                tags[name] = tags.GetValueOrDefault(name) + 1;
            }

            json.WriteEndArray();
            json.WriteBoolean("hasErrors"u8, hasErrors);
            json.Flush();
            tests.Add(row.GetGuid(0));
            ends.Add(buffer.WrittenCount);
            var folder = TestPath.Folder(path);
            var (held, broken) = folders.GetValueOrDefault(folder);
            folders[folder] = (held + 1, broken + (hasErrors ? 1 : 0));
        }

        return new([.. tests], [.. ends], buffer.WrittenSpan.ToArray(), Rest(Whole(folders), tags));
    }

    // A folder holds what its folders hold.
    private static SortedDictionary<string, (int Tests, int Errors)> Whole(SortedDictionary<string, (int Tests, int Errors)> own)
    {
        var whole = new SortedDictionary<string, (int Tests, int Errors)>(StringComparer.Ordinal);
        foreach (var (deepest, held) in own)
        {
            for (var folder = deepest; folder.Length > 0; folder = TestPath.Folder(folder))
            {
                var (tests, errors) = whole.GetValueOrDefault(folder);
                whole[folder] = (tests + held.Tests, errors + held.Errors);
            }
        }

        return whole;
    }

    // The properties, without the braces around them.
    private static byte[] Rest(SortedDictionary<string, (int Tests, int Errors)> folders, SortedDictionary<string, int> tags)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteStartArray("folders"u8);
            foreach (var (path, (tests, errors)) in folders)
            {
                json.WriteStartObject();
                json.WriteString("path"u8, path);
                json.WriteString("name"u8, path[(path.LastIndexOf('/') + 1)..]);
                json.WriteNumber("tests"u8, tests);
                json.WriteNumber("errors"u8, errors);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("tags"u8);
            foreach (var (name, tests) in tags)
            {
                json.WriteStartObject();
                json.WriteString("name"u8, name);
                json.WriteNumber("tests"u8, tests);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.WrittenSpan[1..^1].ToArray();
    }
}
