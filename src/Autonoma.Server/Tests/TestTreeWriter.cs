using System.IO.Compression;
using System.Text.Json;
using Autonoma.Platform.Branches;
using Autonoma.Platform.Data;
using Autonoma.Platform.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using Npgsql;

namespace Autonoma.Server.Tests;

/// <summary>
/// Writes a <see cref="TestTree"/> row by row as the database answers: it is the one answer that grows with the whole suite, and of ten thousand tests most of the time went
/// into objects that were made only to be written.
/// </summary>
internal static class TestTreeWriter
{
    private const int Chunk = 64 * 1024;

    // The last run is one look into an index for each test, however many runs there are; a window over the runs would read all of them.
    private const string Rows = """
        SELECT entry.test_id, entry.path, plan.title, plan.tags, plan.has_errors, run.id, run.status, run.ended_at, run.duration_ms
        FROM suite_entries AS entry
        JOIN plans AS plan ON plan.id = entry.plan_id
        LEFT JOIN LATERAL (SELECT id, status, ended_at, duration_ms FROM runs WHERE test_id = entry.test_id AND organization_id = @organization ORDER BY id DESC LIMIT 1) AS run ON TRUE
        WHERE entry.branch_id = @branch AND entry.valid_to IS NULL AND entry.organization_id = @organization
        ORDER BY entry.path
        """;

    /// <summary>Answers with all tests of a branch, by path, then their folders and tags.</summary>
    public static async Task WriteAsync(HttpResponse response, PlatformDbContext db, Branch branch, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var command = ((NpgsqlConnection)db.Database.GetDbConnection()).CreateCommand();
            command.CommandText = Rows;
            command.Parameters.AddWithValue("branch", branch.Id);
            command.Parameters.AddWithValue("organization", db.OrganizationId);
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            // From here on a failure can only break the answer off, which no client takes for a whole one.
            response.ContentType = "application/json; charset=utf-8";
            await using var body = Body(response);
            await using var json = new Utf8JsonWriter(body);
            json.WriteStartObject();
            json.WriteString("branch"u8, branch.Name);
            json.WriteNumber("version"u8, branch.Head);
            json.WriteStartArray("tests"u8);
            var (folders, tags) = (new SortedDictionary<string, (int Tests, int Errors)>(StringComparer.Ordinal), new SortedDictionary<string, int>(StringComparer.Ordinal));
            for (var sent = 0L; await reader.ReadAsync(cancellationToken);)
            {
                Write(json, reader, folders, tags);
                if (json.BytesCommitted + json.BytesPending - sent < Chunk)
                    continue;
                await json.FlushAsync(cancellationToken);
                sent = json.BytesCommitted;
            }

            json.WriteEndArray();
            Write(json, folders);
            Write(json, tags);
            json.WriteEndObject();
            await json.FlushAsync(cancellationToken);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    // Ten thousand tests are three megabytes, and less than one on the way.
    private static Stream Body(HttpResponse response)
    {
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (!response.HttpContext.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase))
            return response.Body;
        response.Headers.ContentEncoding = "gzip";
        return new GZipStream(response.Body, CompressionLevel.Fastest, leaveOpen: true);
    }

    private static void Write(Utf8JsonWriter json, NpgsqlDataReader row, SortedDictionary<string, (int Tests, int Errors)> folders, SortedDictionary<string, int> tags)
    {
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
        if (row.IsDBNull(5))
            json.WriteNull("lastRun"u8);
        else
            WriteRun(json, row);
        json.WriteEndObject();
        var folder = TestPath.Folder(path);
        var (tests, errors) = folders.GetValueOrDefault(folder);
        folders[folder] = (tests + 1, errors + (hasErrors ? 1 : 0));
    }

    private static void WriteRun(Utf8JsonWriter json, NpgsqlDataReader row)
    {
        json.WriteStartObject("lastRun"u8);
        json.WriteString("id"u8, row.GetGuid(5));
        json.WriteString("status"u8, row.GetString(6).ToLowerInvariant());
        if (row.IsDBNull(7))
            json.WriteNull("endedAt"u8);
        else
            json.WriteString("endedAt"u8, row.GetFieldValue<DateTimeOffset>(7));
        if (row.IsDBNull(8))
            json.WriteNull("durationMs"u8);
        else
            json.WriteNumber("durationMs"u8, row.GetInt32(8));
        json.WriteEndObject();
    }

    // A folder holds what its folders hold.
    private static void Write(Utf8JsonWriter json, SortedDictionary<string, (int Tests, int Errors)> own)
    {
        var folders = new SortedDictionary<string, (int Tests, int Errors)>(StringComparer.Ordinal);
        foreach (var (deepest, held) in own)
        {
            for (var folder = deepest; folder.Length > 0; folder = TestPath.Folder(folder))
            {
                var (tests, errors) = folders.GetValueOrDefault(folder);
                folders[folder] = (tests + held.Tests, errors + held.Errors);
            }
        }

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
    }

    private static void Write(Utf8JsonWriter json, SortedDictionary<string, int> tags)
    {
        json.WriteStartArray("tags"u8);
        foreach (var (name, tests) in tags)
        {
            json.WriteStartObject();
            json.WriteString("name"u8, name);
            json.WriteNumber("tests"u8, tests);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
