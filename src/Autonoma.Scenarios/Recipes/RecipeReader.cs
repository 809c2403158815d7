using System.Text.Json;
using System.Text.Json.Nodes;

namespace Autonoma.Scenarios.Recipes;

/// <summary>What a recipe file must hold.</summary>
public enum RecipeStage
{
    /// <summary>Being worked on: a recipe may still lack its <c>validation</c>.</summary>
    Draft,
    /// <summary>The upload contract: every recipe carries the proof that it works.</summary>
    Validated,
}

/// <summary>Reads recipe files by the Scenario Recipe Schema and reports every problem at once.</summary>
public static class RecipeReader
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="RecipeFileException">It is not there, not JSON, or not by the schema.</exception>
    public static RecipeFile Read(string path, RecipeStage stage = RecipeStage.Draft)
    {
        ArgumentNullException.ThrowIfNull(path);
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new RecipeFileException([new Problem("no-file", ProblemSeverity.Error, "", "There is no such file.", "Give the path of a scenario-recipes.json.") { File = path }]);
        }

        return Read(bytes, path, stage);
    }

    /// <summary>Reads text.</summary>
    /// <exception cref="RecipeFileException">It is not JSON, or not by the schema.</exception>
    public static RecipeFile Read(ReadOnlySpan<byte> json, string file = "", RecipeStage stage = RecipeStage.Draft)
    {
        var (root, places) = Parse(json.ToArray(), file);
        var document = new RecipeDocument(root, places, file, stage);
        var result = document.Read();
        return document.Problems.Any(problem => problem.Severity == ProblemSeverity.Error) || result is null
            ? throw new RecipeFileException([.. document.Problems.Where(problem => problem.Severity == ProblemSeverity.Error)])
            : result with { Warnings = [.. document.Problems] };
    }

    /// <summary>Parses text as this file format is read everywhere: no byte order mark, no comments, no trailing commas.</summary>
    /// <exception cref="RecipeFileException">It is not JSON, or a key stands twice in an object.</exception>
    internal static (JsonNode? Root, JsonPlaces Places) Parse(byte[] json, string file)
    {
        if (json is [0xEF, 0xBB, 0xBF, ..])
            throw Fail("byte-order-mark", 1, 1, "The file begins with a byte order mark, which other readers of it refuse.", "Save it as UTF-8 without one.");
        JsonPlaces places;
        try
        {
            places = new JsonPlaces(json);
            JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 256 }).Dispose();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            var line = (int)((e as JsonException)?.LineNumber ?? 0);
            var column = (int)((e as JsonException)?.BytePositionInLine ?? 0);
            throw Fail("not-json", line + 1, column + 1, $"This is not JSON: {Reason(e)}", null);
        }

        if (places.Duplicates.Count > 0)
        {
            throw new RecipeFileException([.. places.Duplicates.Select(path => Place(new Problem("duplicate-key", ProblemSeverity.Error, path, "The key stands twice in its object; the first value would be lost.", "Remove one of them."), places, file))]);
        }

        return (JsonNode.Parse(json, documentOptions: new JsonDocumentOptions { MaxDepth = 256 }), places);

        RecipeFileException Fail(string code, int line, int column, string message, string? fix)
            => new([new Problem(code, ProblemSeverity.Error, "", message, fix) { File = file, Line = line, Column = column }]);
    }

    internal static Problem Place(Problem problem, JsonPlaces? places, string file)
    {
        if (places is null)
            return problem with { File = file };
        var (line, column) = places.Of(problem.Path);
        return problem with { File = file, Line = line, Column = column };
    }

    // The parser appends where it was, which is said already.
    private static string Reason(Exception e)
    {
        var end = e.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return end < 0 ? e.Message : e.Message[..end];
    }
}
