using System.Buffers;
using System.IO.Compression;
using System.Text.Json;
using Autonoma.Platform.Branches;
using Autonoma.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using Npgsql;

namespace Autonoma.Server.Tests;

/// <summary>
/// Writes a <see cref="TestTree"/> without making one: it is the one answer that grows with the whole suite, and of ten thousand tests most of the time went into objects that were made only to be written.
/// </summary>
internal static class TestTreeWriter
{
    private const int Chunk = 64 * 1024;

    // One look into an index for each test, however many runs there are; a window over the runs would read all of them.
    private const string LastRuns = """
        SELECT entry.test_id, run.id, run.status, run.ended_at, run.duration_ms
        FROM suite_entries AS entry
        CROSS JOIN LATERAL (SELECT id, status, ended_at, duration_ms FROM runs WHERE test_id = entry.test_id AND organization_id = @organization ORDER BY id DESC LIMIT 1) AS run
        WHERE entry.branch_id = @branch AND entry.valid_to IS NULL AND entry.organization_id = @organization
        """;

    /// <summary>Answers with all tests of a branch, by path, then their folders and tags.</summary>
    public static async Task WriteAsync(HttpResponse response, PlatformDbContext db, TestTreeTexts texts, Branch branch, CancellationToken cancellationToken)
    {
        TestTreeText text;
        Dictionary<Guid, (Guid Id, string Status, DateTimeOffset? EndedAt, int? DurationMs)> runs;
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            text = await texts.OfAsync(db, branch, cancellationToken);
            runs = await LastRunsAsync(db, branch.Id, text.Tests.Length, cancellationToken);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }

        response.ContentType = "application/json; charset=utf-8";
        await using var body = Body(response);
        var buffer = new ArrayBufferWriter<byte>(2 * Chunk);
        await using var json = new Utf8JsonWriter(buffer);
        buffer.Write("{\"branch\":"u8);
        json.WriteStringValue(branch.Name);
        json.Flush();
        buffer.Write(",\"version\":"u8);
        json.Reset();
        json.WriteNumberValue(branch.Head);
        json.Flush();
        buffer.Write(",\"tests\":["u8);
        for (var (i, begin) = (0, 0); i < text.Tests.Length; begin = text.Ends[i++])
        {
            if (i > 0)
                buffer.Write(","u8);
            buffer.Write(text.Json.AsSpan(begin..text.Ends[i]));
            buffer.Write(",\"lastRun\":"u8);
            if (runs.TryGetValue(text.Tests[i], out var run))
                Write(json, run);
            else
                buffer.Write("null"u8);
            buffer.Write("}"u8);
            if (buffer.WrittenCount < Chunk)
                continue;
            await body.WriteAsync(buffer.WrittenMemory, cancellationToken);
            buffer.ResetWrittenCount();
        }

        buffer.Write("],"u8);
        buffer.Write(text.Rest);
        buffer.Write("}"u8);
        await body.WriteAsync(buffer.WrittenMemory, cancellationToken);
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

    private static async Task<Dictionary<Guid, (Guid Id, string Status, DateTimeOffset? EndedAt, int? DurationMs)>> LastRunsAsync(PlatformDbContext db, Guid branch, int tests, CancellationToken cancellationToken)
    {
        await using var command = ((NpgsqlConnection)db.Database.GetDbConnection()).CreateCommand();
        command.CommandText = LastRuns;
        command.Parameters.AddWithValue("branch", branch);
        command.Parameters.AddWithValue("organization", db.OrganizationId);
        var runs = new Dictionary<Guid, (Guid Id, string Status, DateTimeOffset? EndedAt, int? DurationMs)>(tests);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        while (await row.ReadAsync(cancellationToken))
            runs[row.GetGuid(0)] = (row.GetGuid(1), row.GetString(2), row.IsDBNull(3) ? null : row.GetFieldValue<DateTimeOffset>(3), row.IsDBNull(4) ? null : row.GetInt32(4));
        return runs;
    }

    // Into the buffer behind what is there.
    private static void Write(Utf8JsonWriter json, (Guid Id, string Status, DateTimeOffset? EndedAt, int? DurationMs) run)
    {
        json.Reset();
        json.WriteStartObject();
        json.WriteString("id"u8, run.Id);
        json.WriteString("status"u8, run.Status.ToLowerInvariant());
        if (run.EndedAt is { } ended)
            json.WriteString("endedAt"u8, ended);
        else
            json.WriteNull("endedAt"u8);
        if (run.DurationMs is { } duration)
            json.WriteNumber("durationMs"u8, duration);
        else
            json.WriteNull("durationMs"u8);
        json.WriteEndObject();
        json.Flush();
    }
}
